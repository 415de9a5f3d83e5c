// Paths that could carry something from one end to the other in time: each step no earlier than the one
// before (Kempe, Kleinberg, Kumar, Connectivity and Inference Problems for Temporal Networks, 2002).
//
// Fewest hops first. Backwards from the end, level by level: how late one may be at a vertex and still get
// there in so many hops. Then forwards, always to the first vertex in order from which that can still be
// kept, by the earliest edge that leads there: who arrives earlier has every way on that a later one has.
//
// Rules as in graph/bidirectional_search.hpp, and
//     std::optional<std::int32_t> day(edge)    when the edge was; nullopt is never
// `Graph` must be BidirectionalGraph with an edge of its own for each time.
#pragma once

#include "graph/loopless_paths.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/graph/graph_traits.hpp>

namespace entente::graph {

template <typename Graph, typename Rules>
class TimeOrderedSearch {
 public:
    using Vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
    using Route = std::vector<Vertex>;
    using Day = std::int32_t;

    TimeOrderedSearch(const Graph& graph, Rules& rules, std::uint32_t max_hops)
        : graph_(graph), rules_(rules), max_hops_(max_hops) {}

    // What LooplessPaths asks.
    Route onward(const Route& root, Vertex to, const Closed<Vertex>& closed) {
        if (root.back() == to) return {to};
        const auto hops = static_cast<std::uint32_t>(root.size()) - 1;
        if (hops >= max_hops_) return {};
        const std::optional<Day> start = arrival(root);
        if (!start) return {};
        const Levels levels = walk_back(root.back(), to, *start, max_hops_ - hops, closed);
        return levels.empty() ? Route{} : walk_out(root.back(), to, *start, levels, closed);
    }
    [[nodiscard]] std::uint64_t cost(const Route& route) const { return route.size(); }
    bool less(Vertex a, Vertex b) { return rules_.less(a, b); }

    // The earliest one can be at the end of the route; nullopt when it cannot be walked in time.
    std::optional<Day> arrival(const Route& route) {
        Day day = std::numeric_limits<Day>::min();
        for (std::size_t i = 1; i < route.size(); ++i) {
            Day earliest = never;
            each_step(route[i - 1], [&](Vertex next, Day then) {
                if (next == route[i] && then >= day) earliest = std::min(earliest, then);
            });
            if (earliest == never) return std::nullopt;
            day = earliest;
        }
        return day;
    }

 private:
    static constexpr Day never = std::numeric_limits<Day>::max();

    // By hops still to go, how late one may be at a vertex. Never walked.
    using Levels = std::vector<std::unordered_map<Vertex, Day>>;

    // Calls visit(next, day) for every edge that leads on from the vertex.
    template <typename Visit>
    void each_step(Vertex vertex, Visit visit) {
        each_edge(vertex, true, visit);
    }

    template <typename Visit>
    void each_edge(Vertex vertex, bool is_ahead, Visit visit) {
        const auto [out, out_end] = out_edges(vertex, graph_);
        for (auto edge = out; edge != out_end; ++edge) {
            if (is_ahead || rules_.both_ways(*edge)) see(*edge, target(*edge, graph_), visit);
        }
        const auto [in, in_end] = in_edges(vertex, graph_);
        for (auto edge = in; edge != in_end; ++edge) {
            if (!is_ahead || rules_.both_ways(*edge)) see(*edge, source(*edge, graph_), visit);
        }
    }

    template <typename Edge, typename Visit>
    void see(const Edge& edge, Vertex other, Visit visit) {
        if (!rules_.walks(edge)) return;
        if (const std::optional<Day> day = rules_.day(edge)) visit(other, *day);
    }

    bool is_closed(const Closed<Vertex>& closed, Vertex from, Vertex to) const {
        return !closed.steps.empty() && closed.steps.contains({from, to});
    }

    Levels walk_back(Vertex from, Vertex to, Day start, std::uint32_t max_hops,
                     const Closed<Vertex>& closed) {
        Levels levels{{{to, never}}};
        std::unordered_map<Vertex, Day> latest{{to, never}};
        std::vector<Vertex> frontier{to};
        for (std::uint32_t hop = 0; hop < max_hops && !frontier.empty(); ++hop) {
            std::unordered_map<Vertex, Day> level;
            std::vector<Vertex> reached;
            for (const Vertex vertex : frontier) {
                if (vertex != to && (closed.vertices.contains(vertex) || !rules_.passes(vertex))) continue;
                const Day bound = levels.back().at(vertex);
                each_edge(vertex, false, [&](Vertex next, Day day) {
                    if (day > bound || day < start || is_closed(closed, next, vertex)) return;
                    const auto known = latest.find(next);
                    if (known != latest.end() && known->second >= day) return;
                    const auto [row, is_new] = level.try_emplace(next, day);
                    if (is_new) reached.push_back(next);
                    row->second = std::max(row->second, day);
                });
            }
            for (const Vertex vertex : reached) latest[vertex] = level.at(vertex);
            levels.push_back(std::move(level));
            if (levels.back().contains(from)) return levels;
            frontier = std::move(reached);
        }
        return {};
    }

    Route walk_out(Vertex from, Vertex to, Day day, const Levels& levels, const Closed<Vertex>& closed) {
        Route route{from};
        for (std::size_t left = levels.size() - 1; left > 0; --left) {
            const auto& level = levels[left - 1];
            std::optional<Vertex> best;
            Day then = never;
            const Vertex here = route.back();
            each_step(here, [&](Vertex next, Day when) {
                const auto bound = level.find(next);
                if (bound == level.end() || when < day || when > bound->second) return;
                if (next != to && (closed.vertices.contains(next) || !rules_.passes(next))) return;
                if (is_closed(closed, here, next) || (best && *best != next && !rules_.less(next, *best))) {
                    return;
                }
                then = best && *best == next ? std::min(then, when) : when;
                best = next;
            });
            route.push_back(best.value());
            day = then;
        }
        return route;
    }

    const Graph& graph_;
    Rules& rules_;
    std::uint32_t max_hops_;
};

}  // namespace entente::graph
