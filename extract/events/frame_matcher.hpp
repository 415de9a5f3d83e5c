// Which frame of the lexicon a predicate or noun of a sentence fits best.
#pragma once

#include "extract/events/clauses.hpp"
#include "extract/events/predicate_lexicon.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract {

struct FrameMatch {
    const Frame* frame = nullptr;  // nullptr: none fits
    std::uint32_t first = 0;       // tokens [first, last) of head and matched words at most
    std::uint32_t last = 0;
    std::vector<std::uint32_t> tokens;  // the head and the matched words
    std::string particle;               // the preposition among the matched words, "" for none
};

// The frame with most words wins, the earlier one of equals.
FrameMatch match_predicate(const Clauses& clauses, const Predicate& predicate,
                           const PredicateLexicon& lexicon);

// The longest noun frame whose head is token `head`; none where the token is a verb or inside a name.
FrameMatch match_noun(const Clauses& clauses, std::uint32_t head, const PredicateLexicon& lexicon);

}  // namespace entente::extract
