// How many slips of the pen lie between two names.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::graph {

// Restricted Damerau-Levenshtein distance (optimal string alignment) of the first 64 bytes, given up once it
// exceeds `most`: `most + 1` then. Total; no memory; any number of threads may call.
std::uint32_t spelling_distance(std::string_view a, std::string_view b, std::uint32_t most);

}  // namespace entente::graph
