// Teaches a LinearClassifier: logistic regression, each label against the rest, by plain gradient
// steps; features are dropped at random on the way, so that rare ones do not learn the sentences by heart.
//
// Deterministic: samples are walked in an order that the seed decides, sums are made by one thread.
#pragma once

#include "extract/events/linear_classifier.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract::train {

struct LinearSample {
    FeatureKeys features;
    std::vector<std::uint32_t> labels;  // those that hold; none is a sample too
    float weight = 1.0F;
};

struct LinearSettings {
    int epochs = 12;  // the weights are the mean over the last half
    float rate = 0.02F;
    float decay = 1e-3F;           // L2, at every step a feature takes part in
    float dropout = 0.3F;          // of a sample's features
    std::uint32_t least_seen = 2;  // features seen less are left out
    std::uint64_t seed = 1;
};

// Costs epochs times features times labels.
LinearClassifier teach_linear(const std::vector<LinearSample>& samples, std::vector<std::string> labels,
                              const LinearSettings& settings = {});

}  // namespace entente::extract::train
