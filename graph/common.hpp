// Whom two actors both deal with.
//
// Reads the adjacency of both and the records of what it returns. Deterministic. Two threads may ask at once.
#pragma once

#include "graph/neighbours.hpp"

#include <cstdint>
#include <vector>

namespace entente::graph {

struct CommonNeighbour {
    Actor actor;
    Neighbour with_one;  // what ties it to the first; to the second
    Neighbour with_other;

    bool operator==(const CommonNeighbour&) const = default;
};

struct CommonNeighbours {
    // By the weaker of the two ties' events falling, then events of both, reports of both, relations of both,
    // id; or as the ranking says of both together.
    std::vector<CommonNeighbour> rows;
    std::uint32_t total = 0;   // before the limit
    std::uint32_t of_one = 0;  // neighbours that the first has, the second
    std::uint32_t of_other = 0;
};

// Neighbours of both; neither of the two themselves. The direction is seen from the two: `out` asks for those
// to whom both do something.
CommonNeighbours common_neighbours(const View& view, ActorNumber one, ActorNumber other,
                                   const NeighboursQuery& query = {});

}  // namespace entente::graph
