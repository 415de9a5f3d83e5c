// Names of one document brought into agreement: a second pass in which the document votes.
//
// A recogniser that sees one sentence at a time calls `Hewitt` a place here and a company there. Over all of
// an article, the spelling decides: names take the type most of their occurrences have (a full name of a
// person votes for the surname as well), and occurrences that were missed are found. After Finkel, Grenager
// and Manning 2005 (long-distance consistency), by counting. Total; linear in tokens but for table look-ups.
// Deterministic: equal votes change nothing.
#pragma once

#include "extract/reading/sentence.hpp"

#include <span>

namespace entente::extract {

// `sentences` are those of one document, with names as SentenceReader fills them.
void agree_on_names(std::span<Sentence> sentences);

}  // namespace entente::extract
