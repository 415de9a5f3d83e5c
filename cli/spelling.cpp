#include "cli/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace entente::cli {

namespace {

// Levenshtein's distance, row by row.
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& words) {
    constexpr std::size_t longest_word = 64;  // nobody mistypes a command that long
    if (word.size() > longest_word) {
        return "";
    }
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(word.size() / 3, 1) + 1;
    for (const auto& candidate : words) {
        const auto far = distance(word, candidate);
        if (far < best_distance) {
            best_distance = far;
            best = candidate;
        }
    }
    return best;
}

}  // namespace entente::cli
