// One learning pass of the reading network over a batch: forward with dropout, losses, and all gradients.
//
// The float twin of encoder.hpp and reader.hpp, with the same packing, the same cell and the same heads; a
// test holds the two against each other. Losses: cross entropy for heads, labels, tags, features, lemma
// scripts and (a helper task, not shipped) Penn tags; the chain of names (chain.hpp). Pure: what is random
// comes from `seed`, so two workers with their halves of a batch give the same sums on every run.
#pragma once

#include "extract/train/parameters.hpp"
#include "extract/train/samples.hpp"

#include <span>

namespace entente::extract::train {

// Summed losses and what they were summed over, for the progress line.
struct Losses {
    double arcs = 0, labels = 0, tags = 0, names = 0, penn = 0;
    double tree_words = 0, name_words = 0, penn_words = 0;

    Losses& operator+=(const Losses& other);
};

struct LearningOptions {
    float input_dropout = 0.2F;
    float layer_dropout = 0.33F;
    float state_dropout = 0.2F;
    float head_dropout = 0.33F;
    float word_dropout = 0.5F;  // a word seen n times is unknown with probability this / (this + n)
};

class Network {
 public:
    Network(const NetworkSize& size, const Vocabulary& vocabulary, const LearningOptions& options)
        : size_(size), vocabulary_(vocabulary), options_(options) {}

    // Adds the gradients of `batch` (longest first) to `gradients`; each token's losses count 1 / `divisor`.
    Losses learn(const Weights& weights, std::span<const Sample* const> batch, float divisor,
                 std::uint64_t seed, Gradients& gradients) const;

 private:
    NetworkSize size_;
    const Vocabulary& vocabulary_;
    LearningOptions options_;
};

}  // namespace entente::extract::train
