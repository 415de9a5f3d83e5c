// The cheapest path between two vertices, of at most so many hops, searched from both ends.
//
// Dijkstra (A Note on Two Problems in Connexion with Graphs, Numerische Mathematik 1, 1959) from both ends
// (Pohl, 1971). A vertex is settled again when a dearer way to it has fewer hops, so that the bound on hops
// is exact (Joksch, The Shortest Route Problem with Constraints, 1966). Boost's Dijkstra has neither. A
// template over its BidirectionalGraph concept; keeps only what it touches.
//
// Costs are integers: the same answer on every machine, and sums that do not depend on their order. Of
// equally cheap paths the order of vertices decides, so the answer does not depend on the order of edges.
//
// What may be walked is told by Rules as in graph/bidirectional_search.hpp, and what it costs by
//     Load load(edge)              what one of several parallel edges adds; loads are summed with +=
//     std::uint64_t cost(load)     what a step costs that has so much on it; more than 0
#pragma once

#include "graph/loopless_paths.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/concept_check.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>

namespace entente::graph {

template <typename Graph, typename Rules>
class WeightedSearch {
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));

 public:
    using Vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
    using Route = std::vector<Vertex>;

    WeightedSearch(const Graph& graph, Rules& rules, std::uint32_t max_hops)
        : graph_(graph), rules_(rules), max_hops_(max_hops) {}

    // What LooplessPaths asks.
    Route onward(const Route& root, Vertex to, const Closed<Vertex>& closed) {
        const auto hops = static_cast<std::uint32_t>(root.size()) - 1;
        if (hops > max_hops_) return {};
        return Run(*this, closed, max_hops_ - hops).route(root.back(), to);
    }
    std::uint64_t cost(const Route& route) {
        std::uint64_t sum = 0;
        for (std::size_t i = 1; i < route.size(); ++i) sum += step_cost(route[i - 1], route[i]);
        return sum;
    }
    bool less(Vertex a, Vertex b) { return rules_.less(a, b); }

 private:
    using Load = decltype(std::declval<Rules&>().load(
        std::declval<const typename boost::graph_traits<Graph>::edge_descriptor&>()));
    using Steps = std::vector<std::pair<Vertex, std::uint64_t>>;
    enum class Heading : std::uint8_t { ahead, back };

    static constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

    // Where one may go from the vertex (come from, heading back), and at what cost.
    Steps steps(Vertex vertex, Heading heading) {
        std::unordered_map<Vertex, std::size_t> slots;  // never walked
        std::vector<std::pair<Vertex, Load>> loads;
        const auto add = [&](Vertex other, const auto& edge) {
            const auto [slot, is_new] = slots.try_emplace(other, loads.size());
            if (is_new) loads.emplace_back(other, Load{});
            loads[slot->second].second += rules_.load(edge);
        };
        const auto [out, out_end] = out_edges(vertex, graph_);
        for (auto edge = out; edge != out_end; ++edge) {
            const bool usable = heading == Heading::ahead || rules_.both_ways(*edge);
            if (usable && rules_.walks(*edge)) add(target(*edge, graph_), *edge);
        }
        const auto [in, in_end] = in_edges(vertex, graph_);
        for (auto edge = in; edge != in_end; ++edge) {
            const bool usable = heading == Heading::back || rules_.both_ways(*edge);
            if (usable && rules_.walks(*edge)) add(source(*edge, graph_), *edge);
        }
        Steps steps;
        steps.reserve(loads.size());
        for (const auto& [other, load] : loads) steps.emplace_back(other, rules_.cost(load));
        return steps;
    }

    std::uint64_t step_cost(Vertex from, Vertex to) {
        const auto [row, is_new] = costs_.try_emplace({from, to}, never);
        if (is_new) {
            for (const auto& [other, cost] : steps(from, Heading::ahead)) {
                if (other == to) row->second = cost;
            }
        }
        return row->second;
    }

    // A way to a vertex from a side's root; `parent` is the label before, itself at the root.
    struct Label {
        std::uint64_t cost = 0;
        std::uint32_t hops = 0;
        Vertex vertex{};
        std::size_t parent = 0;
    };

    // One search.
    class Run {
     public:
        Run(WeightedSearch& search, const Closed<Vertex>& closed, std::uint32_t max_hops)
            : search_(search), closed_(closed), max_hops_(max_hops), ahead_(*this), back_(*this) {}

        Route route(Vertex from, Vertex to) {
            if (from == to) return {from};
            start(ahead_, from, Heading::ahead);
            start(back_, to, Heading::back);
            settle(ahead_, back_);
            settle(back_, ahead_);
            while (!ahead_.queue.empty() && !back_.queue.empty()) {
                const std::uint64_t near = top(ahead_).cost;
                const std::uint64_t far = top(back_).cost;
                if (best_cost_ != never && near + far > best_cost_) break;
                if (near <= far) {
                    settle(ahead_, back_);
                } else {
                    settle(back_, ahead_);
                }
            }
            return best_;
        }

     private:
        struct Side {
            explicit Side(Run& run) : queue(Later{&run, this}) {}

            struct Later {
                Run* run;
                Side* side;
                bool operator()(std::size_t a, std::size_t b) const { return run->before(*side, b, a); }
            };

            Vertex root{};
            Heading heading = Heading::ahead;
            std::vector<Label> labels;
            std::priority_queue<std::size_t, std::vector<std::size_t>, Later> queue;
            // By vertex, its settled labels: dearer and dearer, with fewer and fewer hops. Never walked.
            std::unordered_map<Vertex, std::vector<std::size_t>> settled;
        };

        // By cost, hops, vertex, then the vertex before.
        bool before(const Side& side, std::size_t a, std::size_t b) {
            const Label& one = side.labels[a];
            const Label& other = side.labels[b];
            if (one.cost != other.cost) return one.cost < other.cost;
            if (one.hops != other.hops) return one.hops < other.hops;
            if (one.vertex != other.vertex) return search_.less(one.vertex, other.vertex);
            const Vertex from = side.labels[one.parent].vertex;
            const Vertex from_other = side.labels[other.parent].vertex;
            return from != from_other && search_.less(from, from_other);
        }

        void start(Side& side, Vertex root, Heading heading) {
            side.root = root;
            side.heading = heading;
            side.labels.push_back({0, 0, root, 0});
            side.queue.push(0);
        }

        const Label& top(const Side& side) const { return side.labels[side.queue.top()]; }

        bool passes(Vertex vertex) {
            return !closed_.vertices.contains(vertex) && search_.rules_.passes(vertex);
        }

        bool is_open(const Side& side, Vertex vertex, Vertex next) const {
            if (closed_.steps.empty()) return true;
            return !closed_.steps.contains(side.heading == Heading::ahead ? std::pair{vertex, next}
                                                                          : std::pair{next, vertex});
        }

        void settle(Side& side, Side& other) {
            const std::size_t at = side.queue.top();
            side.queue.pop();
            const Label label = side.labels[at];
            std::vector<std::size_t>& settled = side.settled[label.vertex];
            if (!settled.empty() && side.labels[settled.back()].hops <= label.hops) return;
            settled.push_back(at);
            if (label.hops >= max_hops_ || (at != 0 && !passes(label.vertex))) return;
            for (const auto& [next, cost] : search_.steps(label.vertex, side.heading)) {
                if (!is_open(side, label.vertex, next)) continue;
                const Label reached{label.cost + cost, label.hops + 1, next, at};
                meet(side, other, reached);
                push(side, other, reached);
            }
        }

        void push(Side& side, const Side& other, const Label& reached) {
            if (reached.vertex == side.root || reached.vertex == other.root) return;
            if (best_cost_ != never && reached.cost >= best_cost_) return;
            const auto settled = side.settled.find(reached.vertex);
            if (settled != side.settled.end() && side.labels[settled->second.back()].hops <= reached.hops) {
                return;
            }
            side.labels.push_back(reached);
            side.queue.push(side.labels.size() - 1);
        }

        void meet(const Side& side, const Side& other, const Label& reached) {
            const auto settled = other.settled.find(reached.vertex);
            if (settled == other.settled.end()) return;
            if (reached.vertex != other.root && !passes(reached.vertex)) return;
            for (const std::size_t there : settled->second) {
                const Label& rest = other.labels[there];
                const std::uint64_t cost = reached.cost + rest.cost;
                if (reached.hops + rest.hops > max_hops_ || cost > best_cost_) continue;
                const Route route = joined(side, other, reached, there);
                if (cost < best_cost_ || is_before(route, best_)) {
                    best_cost_ = cost;
                    best_ = route;
                }
            }
        }

        Route joined(const Side& side, const Side& other, const Label& reached, std::size_t there) {
            Route near = walk_back(side, reached.parent);
            std::reverse(near.begin(), near.end());
            const Route far = walk_back(other, there);
            near.insert(near.end(), far.begin(), far.end());
            if (side.heading == Heading::back) std::reverse(near.begin(), near.end());
            return near;
        }

        static Route walk_back(const Side& side, std::size_t at) {
            Route route{side.labels[at].vertex};
            while (at != 0) {
                at = side.labels[at].parent;
                route.push_back(side.labels[at].vertex);
            }
            return route;
        }

        bool is_before(const Route& a, const Route& b) {
            if (a.size() != b.size()) return a.size() < b.size();
            return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                                [this](Vertex x, Vertex y) { return search_.less(x, y); });
        }

        WeightedSearch& search_;
        const Closed<Vertex>& closed_;
        std::uint32_t max_hops_;
        Side ahead_;
        Side back_;
        std::uint64_t best_cost_ = never;
        Route best_;
    };

    const Graph& graph_;
    Rules& rules_;
    std::uint32_t max_hops_;
    std::map<std::pair<Vertex, Vertex>, std::uint64_t> costs_;
};

}  // namespace entente::graph
