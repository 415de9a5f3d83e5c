// Many yes-or-no questions over one list of features: a linear score for each label, read as a probability.
//
//     std::vector<float> scores = classifier.probabilities(features);  // one per label, 0..1
//
// Features are 64-bit keys; what training did not see counts nothing. Logistic regression, one label against
// the rest; weights are kept in eight bits a label. Immutable; threads may share it. Cost: one look-up a
// feature and one addition a label of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente::extract {

using FeatureKeys = std::vector<std::uint64_t>;

class LinearClassifier {
 public:
    LinearClassifier() = default;
    // `keys` ascend; `weights` holds labels.size() values a key, in units of `scale`.
    LinearClassifier(std::vector<std::string> labels, std::vector<float> biases, float scale,
                     std::vector<std::uint64_t> keys, std::vector<std::int8_t> weights);

    [[nodiscard]] std::vector<float> probabilities(std::span<const std::uint64_t> features) const;

    [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
    [[nodiscard]] const std::vector<float>& biases() const { return biases_; }
    [[nodiscard]] float scale() const { return scale_; }
    [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }
    [[nodiscard]] const std::vector<std::int8_t>& weights() const { return weights_; }

 private:
    [[nodiscard]] std::int64_t find(std::uint64_t key) const;

    std::vector<std::string> labels_;
    std::vector<float> biases_;
    float scale_ = 1.0F;
    std::vector<std::uint64_t> keys_;
    std::vector<std::int8_t> weights_;
    std::vector<std::uint32_t> buckets_;  // by the key's top bits: the first key at or above
    unsigned shift_ = 63;
};

}  // namespace entente::extract
