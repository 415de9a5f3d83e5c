// Noun phrases of a sentence by their head: who stands in them, and what stands around an event noun.
//
// Total; costs what the phrase holds.
#pragma once

#include "extract/events/clauses.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

// The phrase of the noun at token `head`, with what is coordinated to it.
Argument noun_phrase(const Clauses& clauses, std::uint32_t head);

// The preposition that marks the phrase: "with", "against", of several the first; "" for none.
std::string preposition_of(const Clauses& clauses, std::uint32_t head);

// What stands around an event noun: possessive, modifier and obliques by preposition.
struct NounArguments {
    Argument possessive;
    Argument modifier;
    std::vector<std::pair<std::string, Argument>> obliques;
    std::uint32_t begin = 0;  // of the whole phrase
    std::uint32_t end = 0;
    bool definite = false;  // "the", "this", "their"
    bool negated = false;   // "no"
};
NounArguments noun_arguments(const Clauses& clauses, std::uint32_t head);

}  // namespace entente::extract
