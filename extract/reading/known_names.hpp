// Names the lexicons know, settled in sentences whose names were found by the reader.
//
// What the recogniser learned from its corpora is old news; the lexicons name today's countries, places and
// organizations. A name that is exactly one of theirs takes their type (but a single word read as a person
// stays one, Jordan or Chad, unless it is a place elsewhere in the document), and one that was missed is
// found. An office read as part of a country's name ("US Secretary of State") is parted from it. Total; a few
// hash look-ups a token.
#pragma once

#include "extract/lexicons/lexicons.hpp"
#include "extract/reading/sentence.hpp"

#include <span>

namespace entente::extract {

void settle_known_names(std::span<Sentence> sentences, const Lexicons& lexicons);

// Both passes over the names of one document: the lexicons', then the document's own (name_agreement.hpp).
void settle_names(std::span<Sentence> sentences, const Lexicons& lexicons);

}  // namespace entente::extract
