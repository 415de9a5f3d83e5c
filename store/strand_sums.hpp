// The sums over a vertex's edges: what path search and ranking read instead of the edges.
//
// Pure functions; any number of threads may call.
#pragma once

#include "store/packed.hpp"

#include <cstdint>
#include <vector>

namespace entente::store {

// One edge on the way to a strand.
struct Single {
    std::uint32_t other = 0;
    std::uint8_t type = 0;
    graph::Status status = graph::Status::reported;
    std::uint32_t date = 0;
    std::uint32_t reports = 0;
    std::uint32_t sources = 0;
};

// Sorted by other end, type, status; sorts `singles` on the way.
std::vector<PackedStrand> summed(std::vector<Single>& singles);

// How many other ends the two halves have together.
std::uint32_t distinct_others(const PackedStrands& strands);

}  // namespace entente::store
