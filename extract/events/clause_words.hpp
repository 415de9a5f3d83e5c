// Words and mentions of a sentence, as its clauses are read from them: lemmas that the lexicon knows, verbs
// that the tagger took for nouns, mentions cut back to what can belong to them.
//
// Total; linear in the tokens and the sentence's mentions.
#pragma once

#include "extract/events/clauses.hpp"

#include <cstdint>
#include <vector>

namespace entente::extract {

// `clauses.tree` is there. `time` marks tokens of expressions of time.
void fill_words(Clauses& clauses, const Sentence& sentence, const std::vector<bool>& time,
                const PredicateLexicon& lexicon);

// The words are there.
void fill_mentions(Clauses& clauses, std::uint32_t sentence_number, const Cast& cast);

}  // namespace entente::extract
