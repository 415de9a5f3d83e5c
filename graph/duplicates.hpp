// Actors that may be one, with the reasons: what a person should look at before merging.
//
// Candidates are pairs that share a name, that spell theirs almost alike, of which one bears the other's
// surname alone, or of which one is the other's initials. Type, country, sectors and common neighbours speak
// for them; contradicting types and countries, and dealings with each other, speak against. Points are rules
// of thumb, meant for ranking only.
//
// Walks all actors and names once; memory for each name. Words that more than two hundred actors share find
// no candidates. Deterministic. Two threads may ask at once.
#pragma once

#include "graph/decisions.hpp"
#include "graph/view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::graph {

struct Duplicate {
    Actor one;  // named in more articles, then the smaller id: whom a merge would keep
    Actor other;
    int points = 0;
    std::vector<std::string> reasons;  // those that speak for it first

    bool operator==(const Duplicate&) const = default;
};

// Pairs of more than no points, by points falling, then articles of both falling, then ids; at most `limit`,
// 0 all. Pairs that were decided to be distinct are not told.
std::vector<Duplicate> duplicates(const View& view, const Decisions& decisions, std::size_t limit = 20);

}  // namespace entente::graph
