// Number and person of past verbs as their subjects have them.
//
// English shows neither on a past verb ("he said", "they said"), so a tagger that sees words guesses; the
// tree tells. A verb without a subject of its own takes that of the verb it is coordinated with, an auxiliary
// that of its verb, a relative pronoun stands for what it follows. Subjects joined by "and" are plural. Where
// the tree has no subject, or one that tells nothing, the features stay. Total; linear.
#pragma once

#include "extract/reading/sentence.hpp"

#include <span>

namespace entente::extract {

// `tokens` of one sentence, with tags, features and heads.
void agree_with_subjects(std::span<Token> tokens);

}  // namespace entente::extract
