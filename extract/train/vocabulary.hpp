// What the network can say and see: label lists, and keys of words and parts that are frequent enough to
// learn.
//
// Fills those fields of a ReadingModel that are counted rather than learned. Deterministic: every list is
// sorted.
#pragma once

#include "extract/reading/model.hpp"
#include "extract/train/corpus.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace entente::extract::train {

struct VocabularyOptions {
    std::size_t least_word_count = 2;
    std::size_t least_part_count = 4;
    std::size_t least_script_count = 2;
};

struct Vocabulary {
    ReadingModel model;                     // labels, pairs and keys set; no weights
    std::vector<std::uint32_t> word_count;  // by row of word_rows; row 0 counts nothing
    std::vector<std::string> penn_tags;     // labels of the helper task
};

Vocabulary build_vocabulary(const Corpora& corpora, const VocabularyOptions& options);

// The vocabulary of a model that is to learn on; counts are taken anew, the weights in `model` are left out.
Vocabulary adopt_vocabulary(const Corpora& corpora, const ReadingModel& model);

// Position in a sorted list, or -1.
int index_of(const std::vector<std::string>& sorted, const std::string& value);

}  // namespace entente::extract::train
