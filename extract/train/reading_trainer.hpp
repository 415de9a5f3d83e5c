// Teaches the reading network: epochs of shuffled batches on two workers, judged on held-out text after each.
//
// What is judged is what would be shipped: the averaged weights, quantized, read back by SentenceReader. The
// result is the same on every run with the same seed, corpora and machine kind (float sums of the matrix
// library depend on the instruction set it was compiled for).
#pragma once

#include "extract/reading/model.hpp"
#include "extract/train/corpus.hpp"
#include "extract/train/name_swap.hpp"
#include "extract/train/network.hpp"
#include "extract/train/parameters.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>

namespace entente::extract::train {

struct TrainingOptions {
    NetworkSize size;
    LearningOptions learning;
    VocabularyOptions vocabulary;
    std::size_t epochs = 14;
    std::size_t batch_words = 800;
    float peak_rate = 2.5e-3F;
    std::size_t warm_up_steps = 200;
    std::uint64_t seed = 1;
    // Share of each name corpus (by NameCorpus; GUM's come with its trees) and of the tagged text seen per
    // epoch.
    std::array<double, name_corpora> name_share = {1.0, 0.6, 1.0, 0.6, 0.6, 0.2, 0.6, 4.0};
    double tagged_share = 0.2;
    // Names that take the place of others, and the share of sentences with names only in which they do.
    NameSwap names;
    double swap_share = 0.3;
    // Sentences longer than this are not learned from.
    std::size_t longest_sentence = 120;
    // The manner in which names are found by the model that is written.
    std::size_t names_as = gum_names;
    // A model to learn on from, instead of a fresh start; its sizes and vocabulary stay.
    std::filesystem::path resume;
    // For trials: learn from every n-th sentence only.
    std::size_t every = 1;
    std::string about;
};

// Writes the best model so far to `file` after every epoch that improves; progress and scores go to `log`.
void train_reading(const Corpora& corpora, const TrainingOptions& options, const std::filesystem::path& file,
                   std::ostream& log);

// The model half-way between models that learned on from the same one, each with its own seed: it reads a
// little better than any of them (Wortsman et al. 2022). All were written in the same manner of names.
void average_models(const Corpora& corpora, std::span<const std::filesystem::path> models,
                    const std::string& about, const std::filesystem::path& file, std::ostream& log);

}  // namespace entente::extract::train
