// Sentences as the network learns from them: rows of the embedding tables in, label numbers out.
//
// `Gold` is made once per sentence; `Sample` anew for every epoch, because some sentences are seen in
// capitals, in lower case or as a headline now and then, so that the reader keeps its head when capitals mean
// little.
#pragma once

#include "extract/reading/encoder.hpp"
#include "extract/train/corpus.hpp"
#include "extract/train/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace entente::extract::train {

struct Gold {
    const AnnotatedSentence* sentence = nullptr;
    // By token; -1 where there is nothing to learn. `head` counts the root as the number of tokens.
    std::vector<int> head, deprel, upos, xpos, feats, script, penn;
    std::vector<std::uint8_t> names;
};

Gold make_gold(const AnnotatedSentence& sentence, const Vocabulary& vocabulary);

struct Sample {
    const Gold* gold = nullptr;
    std::vector<TokenRows> rows;
    bool other_case = false;  // case was changed: lemma scripts and features do not hold

    [[nodiscard]] std::size_t size() const { return rows.size(); }
};

Sample make_sample(const Gold& gold, const Vocabulary& vocabulary, std::mt19937_64& random);

// Splits `samples` into batches of about `words` words of similar length, in random order; each batch is
// sorted longest first.
std::vector<std::vector<const Sample*>> make_batches(const std::vector<Sample>& samples, std::size_t words,
                                                     std::mt19937_64& random);

// The part of a random number that is below `bound`; the same with every standard library.
std::size_t below(std::mt19937_64& random, std::size_t bound);

template <typename T>
void shuffle(std::vector<T>& values, std::mt19937_64& random) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(random, i)]);
}

}  // namespace entente::extract::train
