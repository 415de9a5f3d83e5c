// What ties an actor to a neighbour, as JSON and as a line for people: shared by neighbors and common.
#pragma once

#include "cli/answers.hpp"
#include "graph/neighbours.hpp"

#include <string>
#include <vector>

namespace entente::cli {

// {"events", "reports", "relations", "first", "last", "ties": [...]}, behind the ACTOR it is of.
Json neighbour_json(const graph::Neighbour& neighbour);

// "12 events (40 reports), 1 relation".
std::string tie_weight(std::uint64_t events, std::uint64_t reports, std::uint64_t relations);
std::string tie_weight(const graph::Neighbour& neighbour);

// "-> CONSULT 3, <- ACCUSE 1, -> member_of".
std::string ties_text(const std::vector<graph::Tie>& ties, const Paint& paint);

}  // namespace entente::cli
