// Who lies two or three hops from an actor, and by whom.
//
// Breadth-first over pairs of actors (View::strands). As paths do, it does not go on from hubs unless told
// to: everybody is a friend's friend by way of the United States. Reads the strands of every vertex nearer
// than the depth, and the records of the neighbours it returns. Deterministic: equal ranks come in order of
// actor id. Two threads may ask at once.
#pragma once

#include "graph/neighbours.hpp"

#include <cstdint>
#include <vector>

namespace entente::graph {

struct NeighbourhoodQuery {
    std::uint32_t depth = 2;
    bool allow_hubs = false;
    // `limit` counts for each distance; `types` and `countries` say which neighbours are told, not by whom
    // one may get to them.
    NeighboursQuery of;
};

struct FarNeighbour {
    ActorNumber number = 0;
    Actor actor;
    std::uint32_t distance = 0;        // hops, at least 1
    std::uint32_t through = 0;         // how many neighbours one hop nearer it is tied to
    std::vector<ActorNumber> bridges;  // the strongest of those, at most most_bridges
    std::uint64_t events = 0;          // with those
    std::uint64_t reports = 0;
    std::uint64_t relations = 0;
    Date first;  // of the events, the known ones
    Date last;

    bool operator==(const FarNeighbour&) const = default;
};

inline constexpr std::size_t most_bridges = 3;

struct Neighbourhood {
    // By distance, then `through` falling (by name when asked), then events, reports, relations falling, id.
    std::vector<FarNeighbour> rows;
    std::vector<std::uint32_t> totals;  // by distance less one, before the limit
    std::vector<ActorNumber> hubs;      // that it met and did not go on from, in order of id
};

Neighbourhood neighbourhood(const View& view, ActorNumber actor, const NeighbourhoodQuery& query = {});

}  // namespace entente::graph
