#include "extract/train/linear_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <unordered_map>
#include <utility>

namespace entente::extract::train {

namespace {

constexpr float most_weight = 5.0F;

std::vector<std::uint64_t> seen_often(const std::vector<LinearSample>& samples, std::uint32_t least) {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    for (const auto& sample : samples)
        for (const auto key : sample.features) ++counts[key];
    std::vector<std::uint64_t> keys;
    for (const auto& [key, count] : counts)
        if (count >= least) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

struct Table {
    std::vector<float> weights;  // features times labels, then the biases
    std::size_t labels = 0;

    Table(std::size_t features, std::size_t label_count)
        : weights((features + 1) * label_count, 0.0F), labels(label_count) {}
};

void step(Table& table, const std::vector<std::uint32_t>& rows, const LinearSample& sample,
          const LinearSettings& settings) {
    std::vector<float> scores(table.labels, 0.0F);
    for (const auto row : rows)
        for (std::size_t l = 0; l < table.labels; ++l) scores[l] += table.weights[row * table.labels + l];
    for (std::size_t l = 0; l < table.labels; ++l) {
        const bool holds = std::find(sample.labels.begin(), sample.labels.end(), l) != sample.labels.end();
        scores[l] = sample.weight * (1.0F / (1.0F + std::exp(-scores[l])) - (holds ? 1.0F : 0.0F));
    }
    for (const auto row : rows) {
        for (std::size_t l = 0; l < table.labels; ++l) {
            if (std::abs(scores[l]) < 1e-4F) continue;
            const auto at = row * table.labels + l;
            const float gradient = scores[l] + settings.decay * table.weights[at];
            table.weights[at] =
                std::clamp(table.weights[at] - settings.rate * gradient, -most_weight, most_weight);
        }
    }
}

}  // namespace

LinearClassifier teach_linear(const std::vector<LinearSample>& samples, std::vector<std::string> labels,
                              const LinearSettings& settings) {
    const auto keys = seen_often(samples, settings.least_seen);
    const auto bias = static_cast<std::uint32_t>(keys.size());
    std::vector<std::vector<std::uint32_t>> rows(samples.size());
    for (std::size_t s = 0; s < samples.size(); ++s) {
        for (const auto key : samples[s].features) {
            const auto found = std::lower_bound(keys.begin(), keys.end(), key);
            if (found != keys.end() && *found == key)
                rows[s].push_back(static_cast<std::uint32_t>(found - keys.begin()));
        }
        rows[s].push_back(bias);
    }
    Table table(keys.size(), labels.size());
    Table sum(keys.size(), labels.size());
    std::vector<std::size_t> order(samples.size());
    for (std::size_t s = 0; s < order.size(); ++s) order[s] = s;
    std::mt19937_64 random(settings.seed);
    int averaged = 0;
    for (int epoch = 0; epoch < settings.epochs; ++epoch) {
        for (std::size_t s = order.size(); s > 1; --s) std::swap(order[s - 1], order[random() % s]);
        const auto dropped = static_cast<std::uint64_t>(settings.dropout * 1000);
        for (const auto s : order) {
            std::vector<std::uint32_t> kept;
            for (const auto row : rows[s])
                if (row == bias || random() % 1000 >= dropped) kept.push_back(row);
            step(table, kept, samples[s], settings);
        }
        if (epoch < settings.epochs / 2) continue;
        for (std::size_t i = 0; i < table.weights.size(); ++i) sum.weights[i] += table.weights[i];
        ++averaged;
    }
    const float scale = most_weight / 127.0F;
    std::vector<std::int8_t> weights(keys.size() * labels.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const float value = sum.weights[i] / static_cast<float>(std::max(averaged, 1));
        weights[i] = static_cast<std::int8_t>(std::clamp(std::lround(value / scale), -127L, 127L));
    }
    std::vector<float> biases(labels.size());
    for (std::size_t l = 0; l < labels.size(); ++l)
        biases[l] = sum.weights[bias * labels.size() + l] / static_cast<float>(std::max(averaged, 1));
    return {std::move(labels), std::move(biases), scale, keys, std::move(weights)};
}

}  // namespace entente::extract::train
