// Teaches a LinearClassifier: logistic regression, each label against the rest, by AdaGrad.
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
    int epochs = 12;
    float rate = 0.15F;
    float decay = 2e-5F;             // L2, at every step a feature takes part in
    std::uint32_t least_seen = 2;    // features seen less are left out
    std::uint64_t seed = 1;
};

// Costs epochs times features times labels.
LinearClassifier teach_linear(const std::vector<LinearSample>& samples, std::vector<std::string> labels,
                              const LinearSettings& settings = {});

}  // namespace entente::extract::train
