// Names that models find in the text whose names nobody marked: the treebank's web text and the tagged text.
//
// What one model is unsure of, several seldom agree on by chance; a name counts when more than half of the
// teachers found it, exactly and with its type, and the document has voted (name_agreement.hpp). The
// sentences are then learned from as if they were marked in the manner of Universal NER (self-training).
// Deterministic.
#pragma once

#include "extract/train/corpus.hpp"

#include <filesystem>
#include <span>

namespace entente::extract::train {

// Gives names to those of `corpora.trees` and `corpora.tagged` that have none. Throws ModelError for a
// teacher that cannot be read.
void add_silver_names(Corpora& corpora, std::span<const std::filesystem::path> teachers);

// The names that more than half of `readings` have, set on `sentence`, whose tokens they share.
void vote_on_names(std::span<const Sentence> readings, Sentence& sentence);

}  // namespace entente::extract::train
