#include "extract/events/linear_classifier.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace entente::extract {

LinearClassifier::LinearClassifier(std::vector<std::string> labels, std::vector<float> biases, float scale,
                                   std::vector<std::uint64_t> keys, std::vector<std::int8_t> weights)
    : labels_(std::move(labels)),
      biases_(std::move(biases)),
      scale_(scale),
      keys_(std::move(keys)),
      weights_(std::move(weights)) {
    const auto bits = static_cast<unsigned>(std::bit_width(keys_.size() | 1U));
    shift_ = 64 - bits;
    buckets_.assign((std::size_t{1} << bits) + 1, static_cast<std::uint32_t>(keys_.size()));
    for (std::size_t i = keys_.size(); i-- > 0;) buckets_[keys_[i] >> shift_] = static_cast<std::uint32_t>(i);
    for (std::size_t b = buckets_.size() - 1; b-- > 0;) buckets_[b] = std::min(buckets_[b], buckets_[b + 1]);
}

std::int64_t LinearClassifier::find(std::uint64_t key) const {
    const auto bucket = key >> shift_;
    for (auto at = buckets_[bucket]; at < buckets_[bucket + 1]; ++at)
        if (keys_[at] == key) return at;
    return -1;
}

std::vector<float> LinearClassifier::probabilities(std::span<const std::uint64_t> features) const {
    std::vector<std::int32_t> sums(labels_.size(), 0);
    if (!keys_.empty()) {
        for (const auto feature : features) {
            const auto row = find(feature);
            if (row < 0) continue;
            const auto* weights = weights_.data() + static_cast<std::size_t>(row) * labels_.size();
            for (std::size_t label = 0; label < sums.size(); ++label) sums[label] += weights[label];
        }
    }
    std::vector<float> out(labels_.size());
    for (std::size_t label = 0; label < out.size(); ++label) {
        const double score = static_cast<double>(sums[label]) * static_cast<double>(scale_) +
                             static_cast<double>(biases_[label]);
        out[label] = static_cast<float>(1.0 / (1.0 + std::exp(-score)));
    }
    return out;
}

}  // namespace entente::extract
