// How two actors hang together: the best loopless paths between them.
//
// Searches run over pairs of actors (View::strands), not over single events, and from both ends:
// - fewest hops: breadth-first search (graph/bidirectional_search.hpp);
// - best attested: Dijkstra with costs from reports, publishers and recency (graph/weighted_search.hpp,
//   graph/attestation.hpp);
// - in order of time: each step no earlier than the one before (graph/time_ordered_search.hpp; single
// events). Several paths by Yen (graph/loopless_paths.hpp). Among equals the sequence of actor ids decides.
// Reads only the adjacency of the vertices it expands. Two threads may ask at once.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <vector>

namespace entente::graph {

// What makes one path better than another.
enum class PathOrder : std::uint8_t {
    hops,
    attested,      // the sum of step_cost over its steps, then hops
    time_ordered,  // hops, of those whose steps follow one another in time; undated edges are none
};

struct PathsQuery {
    std::size_t k = 1;
    std::uint32_t max_hops = 6;
    PathOrder order = PathOrder::hops;
    bool directed = false;  // follow edges from source to target only; reciprocal ones both ways
    // The United States is one hop from everybody: paths may end at a hub (more distinct neighbours than
    // View::hub_degree) but do not pass through one unless this is set, or `via` names it.
    bool allow_hubs = false;
    // Vertices to pass through, in this order, all distinct and none of them an end. Not with time_ordered.
    // Paths are put together from the best ones of each leg; of a leg at most so many are tried as
    // `most_legs_tried` says, so that where all of those cross each other an answer may be missed.
    std::vector<ActorNumber> via;
    // Vertices to keep away from; none of them an end.
    std::vector<ActorNumber> avoid;
    // Paths walk events and relations, not derived ones, nor what did not happen.
    Filter filter = stated();
};

inline constexpr std::size_t most_legs_tried = 100;

// One hop: everything that ties the two, whatever its direction when the query is undirected.
struct Step {
    ActorNumber from = 0;
    ActorNumber to = 0;
    // By reports falling, then date falling, then kind, id. In order of time: only those that are not earlier
    // than the step before, earliest first.
    std::vector<Edge> edges;

    bool operator==(const Step&) const = default;
};

struct Path {
    std::vector<ActorNumber> actors;  // from the one asked to the other, at least one
    std::vector<Step> steps;          // one less
    std::uint64_t cost = 0;           // of best-attested paths, in millionths of an unattested hop; else 0

    bool operator==(const Path&) const = default;
};

struct Paths {
    std::vector<Path> paths;           // at most k; one without steps when both ends are the same actor
    std::vector<ActorNumber> avoided;  // hubs that the search met and did not pass, in order of id
};

Paths paths(const View& view, ActorNumber from, ActorNumber to, const PathsQuery& query = {});

}  // namespace entente::graph
