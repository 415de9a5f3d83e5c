// Shortest paths in hops between two vertices, searched from both ends.
//
// Boost.Graph has none. Templates over its BidirectionalGraph concept, so that they run on a store, on
// memory and on an adjacency_list alike. They keep only what they touch: no array over all vertices.
//
// shortest_path: breadth-first from both ends, whole levels, the smaller frontier first (Pohl, Bi-directional
// Search, Machine Intelligence 6, 1971). When a level meets the other side, the vertices where it does are
// all the ones that shortest paths cross at that depth; of these paths the first in the order of vertices is
// walked out. So the answer does not depend on the order of edges.
//
// What may be walked is told by Rules:
//     bool walks(edge)         the edge counts at all
//     bool both_ways(edge)     it may be walked against its direction
//     bool passes(vertex)      a path may go through the vertex; its ends are always allowed
//     bool less(vertex, vertex) a strict order of vertices that decides among equals
#pragma once

#include "graph/loopless_paths.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/concept_check.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>

namespace entente::graph {

template <typename Graph, typename Rules>
class BidirectionalSearch {
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));

 public:
    using Vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
    using Route = std::vector<Vertex>;

    BidirectionalSearch(const Graph& graph, Rules& rules, const Closed<Vertex>& closed)
        : graph_(graph), rules_(rules), closed_(closed) {}

    // The vertices from one to the other, empty when no path of at most `max_hops` is there.
    Route route(Vertex from, Vertex to, std::uint32_t max_hops) {
        if (from == to) return {from};
        Side ahead{from, Heading::ahead};
        Side back{to, Heading::back};
        while (!ahead.frontier.empty() && !back.frontier.empty() && ahead.depth + back.depth < max_hops) {
            Side& side = ahead.frontier.size() <= back.frontier.size() ? ahead : back;
            const Side& other = &side == &ahead ? back : ahead;
            expand(side);
            const Route meeting = meetings(side, other);
            if (!meeting.empty()) return walk_out(ahead, back, meeting);
        }
        return {};
    }

 private:
    enum class Heading : std::uint8_t { ahead, back };

    struct Seen {
        std::uint32_t depth = 0;
        Route links;  // the vertices one level nearer to the side's root that lead here, each once
    };

    struct Side {
        Side(Vertex start, Heading where) : root(start), heading(where), frontier{start} { seen[start]; }

        Vertex root;
        Heading heading;
        std::uint32_t depth = 0;
        Route frontier;
        std::unordered_map<Vertex, Seen> seen;  // never walked
    };

    bool passes(Vertex vertex) { return !closed_.vertices.contains(vertex) && rules_.passes(vertex); }

    bool is_open(const Side& side, Vertex vertex, Vertex next) const {
        if (closed_.steps.empty()) return true;
        return !closed_.steps.contains(side.heading == Heading::ahead ? std::pair{vertex, next}
                                                                      : std::pair{next, vertex});
    }

    // Goes one whole level further.
    void expand(Side& side) {
        const Route level = std::move(side.frontier);
        side.frontier.clear();
        ++side.depth;
        for (const Vertex vertex : level) {
            if (vertex != side.root && !passes(vertex)) continue;
            const auto [out, out_end] = out_edges(vertex, graph_);
            for (auto edge = out; edge != out_end; ++edge) {
                const bool usable = side.heading == Heading::ahead || rules_.both_ways(*edge);
                if (usable && rules_.walks(*edge)) reach(side, vertex, target(*edge, graph_));
            }
            const auto [in, in_end] = in_edges(vertex, graph_);
            for (auto edge = in; edge != in_end; ++edge) {
                const bool usable = side.heading == Heading::back || rules_.both_ways(*edge);
                if (usable && rules_.walks(*edge)) reach(side, vertex, source(*edge, graph_));
            }
        }
    }

    void reach(Side& side, Vertex vertex, Vertex next) {
        if (!is_open(side, vertex, next)) return;
        const auto [row, is_new] = side.seen.try_emplace(next);
        Seen& seen = row->second;
        if (is_new) {
            seen.depth = side.depth;
            side.frontier.push_back(next);
        }
        // Vertices are expanded one after the other, so a parallel edge's link is the last one.
        const bool is_parallel = !seen.links.empty() && seen.links.back() == vertex;
        if (seen.depth == side.depth && !is_parallel) seen.links.push_back(vertex);
    }

    // Where the level just reached meets what the other side has seen.
    Route meetings(const Side& side, const Side& other) {
        Route met;
        for (const Vertex vertex : side.frontier) {
            if (other.seen.contains(vertex) && (vertex == other.root || passes(vertex)))
                met.push_back(vertex);
        }
        return met;
    }

    Vertex first_of(const Route& vertices) {
        return *std::min_element(vertices.begin(), vertices.end(),
                                 [this](Vertex a, Vertex b) { return rules_.less(a, b); });
    }

    // From the start to a meeting along what leads there, from the meeting along the other side's links.
    Route walk_out(Side& ahead, Side& back, const Route& meeting) {
        std::unordered_map<Vertex, Route> onward;  // never walked
        std::set<Vertex> level(meeting.begin(), meeting.end());
        const std::uint32_t hops_to_meeting = ahead.seen.at(meeting.front()).depth;
        for (std::uint32_t depth = hops_to_meeting; depth > 0; --depth) {
            std::set<Vertex> nearer;
            for (const Vertex vertex : level) {
                for (const Vertex link : ahead.seen.at(vertex).links) {
                    onward[link].push_back(vertex);
                    nearer.insert(link);
                }
            }
            level = std::move(nearer);
        }
        Route route{ahead.root};
        while (route.back() != back.root) {
            const bool before_meeting = route.size() <= hops_to_meeting;
            route.push_back(
                first_of(before_meeting ? onward.at(route.back()) : back.seen.at(route.back()).links));
        }
        return route;
    }

    const Graph& graph_;
    Rules& rules_;
    const Closed<Vertex>& closed_;
};

template <typename Graph, typename Rules>
std::vector<typename boost::graph_traits<Graph>::vertex_descriptor> shortest_path(
    const Graph& graph, typename boost::graph_traits<Graph>::vertex_descriptor from,
    typename boost::graph_traits<Graph>::vertex_descriptor to, std::uint32_t max_hops, Rules& rules) {
    const Closed<typename boost::graph_traits<Graph>::vertex_descriptor> nothing;
    return BidirectionalSearch(graph, rules, nothing).route(from, to, max_hops);
}

// What LooplessPaths asks, answered in hops.
template <typename Graph, typename Rules>
class HopSearch {
 public:
    using Vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
    using Route = std::vector<Vertex>;

    HopSearch(const Graph& graph, Rules& rules, std::uint32_t max_hops)
        : graph_(graph), rules_(rules), max_hops_(max_hops) {}

    Route onward(const Route& root, Vertex to, const Closed<Vertex>& closed) {
        const auto hops = static_cast<std::uint32_t>(root.size()) - 1;
        if (hops > max_hops_) return {};
        return BidirectionalSearch(graph_, rules_, closed).route(root.back(), to, max_hops_ - hops);
    }
    [[nodiscard]] std::uint64_t cost(const Route& route) const { return route.size(); }
    bool less(Vertex a, Vertex b) { return rules_.less(a, b); }

 private:
    const Graph& graph_;
    Rules& rules_;
    std::uint32_t max_hops_;
};

}  // namespace entente::graph
