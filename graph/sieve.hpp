// What a filter leaves of a strand.
//
// Most strands pass whole or not at all by their sums; only for the others are the pair's edges read, once.
// One object per question, one thread at a time. The view and the filter must outlive it.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <map>
#include <utility>
#include <vector>

namespace entente::graph {

class Sieve {
 public:
    Sieve(const View& view, const Filter& filter) : view_(view), filter_(filter) {}

    // True when any edge of the strand passes.
    bool passes(const Strand& strand);
    // The strand made of those that do; its `edges` are 0 when none does.
    Strand rest(const Strand& strand);

 private:
    Strand count(const Strand& strand);

    const View& view_;
    const Filter& filter_;
    std::map<std::pair<ActorNumber, ActorNumber>, std::vector<Edge>> passing_;  // by pair, the smaller first
};

}  // namespace entente::graph
