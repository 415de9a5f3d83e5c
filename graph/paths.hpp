// How two actors hang together: the k shortest loopless paths between them.
//
// Bidirectional breadth-first search (own template over Boost.Graph's BidirectionalGraph concept,
// graph/bidirectional_search.hpp) inside Yen's algorithm (Yen, Finding the K Shortest Loopless Paths in a
// Network, Management Science 17, 1971). Fewest hops first; among equals the sequence of actor ids decides.
// Reads only the adjacency of the vertices it expands. Two threads may ask at once.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <vector>

namespace entente::graph {

struct PathsQuery {
    std::size_t k = 1;
    std::uint32_t max_hops = 6;
    bool directed = false;  // follow edges from source to target only; reciprocal ones both ways
    // The United States is one hop from everybody: paths may end at a hub (more distinct neighbours than
    // View::hub_degree) but do not pass through one unless this is set.
    bool allow_hubs = false;
    // Paths walk events and relations, not derived ones, nor what did not happen.
    Filter filter = stated();
};

// One hop: everything that ties the two, whatever its direction when the query is undirected.
struct Step {
    ActorNumber from = 0;
    ActorNumber to = 0;
    std::vector<Edge> edges;  // by reports falling, then date falling, then kind, id

    bool operator==(const Step&) const = default;
};

struct Path {
    std::vector<ActorNumber> actors;  // from the one asked to the other, at least one
    std::vector<Step> steps;          // one less

    bool operator==(const Path&) const = default;
};

struct Paths {
    std::vector<Path> paths;           // at most k; one without steps when both ends are the same actor
    std::vector<ActorNumber> avoided;  // hubs that the search met and did not pass, in order of id
};

Paths paths(const View& view, ActorNumber from, ActorNumber to, const PathsQuery& query = {});

}  // namespace entente::graph
