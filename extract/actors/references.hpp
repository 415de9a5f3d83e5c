// Pronouns and bare nouns that stand for an actor named before: "he", "it", "they", "the group", "the
// country".
//
// By recency, number and gender: the one named first in the sentence so far, else first in the sentences just
// before. What fits nobody stays unresolved. Linear in the tokens.
#pragma once

#include "extract/actors/cast_builder.hpp"
#include "extract/document.hpp"
#include "extract/lexicons/lexicons.hpp"

#include <vector>

namespace entente::extract {

// Adds mentions (and to the actors their spans, and of nouns their surface forms) to `joined.cast`, which
// stays in order of the text.
void resolve_references(const Document& document, const std::vector<SentenceView>& views,
                        const Lexicons& lexicons, JoinedSightings& joined);

}  // namespace entente::extract
