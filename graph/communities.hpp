// Who belongs together in the whole graph: communities and components.
//
// Communities by the Louvain method (Blondel, Guillaume, Lambiotte, Lefebvre, Fast Unfolding of Communities
// in Large Networks, 2008) on the undirected graph of pairs, weighted by their events and relations; what
// falls apart is told as its parts, so that every community hangs together (as Leiden's do). Vertices are
// visited in an order drawn by the seed; the same seed gives the same answer on every machine, since gains
// are compared in integers. Components by Boost.Graph.
//
// Deterministic. Memory: some forty bytes a pair. Two threads may ask at once.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <vector>

namespace entente::graph {

// A set of actors, in order of id.
using Circle = std::vector<ActorNumber>;

struct CommunitiesQuery {
    Filter filter;
    std::uint64_t seed = 1;
};

struct Communities {
    std::vector<Circle> circles;  // by size falling, then first id; actors without a tie are one each
    double modularity = 0;        // Newman and Girvan, 2004; 0 without edges
};

Communities communities(const View& view, const CommunitiesQuery& query = {});

enum class Connection : std::uint8_t {
    weak,   // by edges of any direction
    strong  // each from each along the direction of edges; mutual ones and relations run both ways
};

// By size falling, then first id.
std::vector<Circle> components(const View& view, const Filter& filter = {},
                               Connection connection = Connection::weak);

}  // namespace entente::graph
