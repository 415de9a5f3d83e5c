#include "extract/reading/spanning_tree.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using Heads = std::vector<std::int32_t>;

bool is_tree(const Heads& heads) {
    if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        std::int32_t at = static_cast<std::int32_t>(i);
        for (std::size_t steps = 0; at >= 0; ++steps) {
            if (steps > heads.size()) return false;
            at = heads[static_cast<std::size_t>(at)];
        }
    }
    return true;
}

double weight(const std::vector<float>& scores, const Heads& heads) {
    const std::size_t n = heads.size();
    double sum = 0;
    for (std::size_t d = 0; d < n; ++d)
        sum += static_cast<double>(
            scores[d * (n + 1) + (heads[d] < 0 ? n : static_cast<std::size_t>(heads[d]))]);
    return sum;
}

// Every assignment of heads, tried.
double best_by_force(const std::vector<float>& scores, std::size_t n) {
    std::optional<double> best;
    Heads heads(n, -1);
    for (;;) {
        if (is_tree(heads)) best = std::max(best.value_or(weight(scores, heads)), weight(scores, heads));
        std::size_t i = 0;
        while (i < n && heads[i] + 1 == static_cast<std::int32_t>(n)) heads[i++] = -1;
        if (i == n) return *best;
        ++heads[i];
    }
}

TEST(SpanningTree, IsTheBestOfAllTreesWithOneRoot) {
    std::mt19937 random(5);
    for (std::size_t n = 1; n <= 5; ++n) {
        for (int round = 0; round < 60; ++round) {
            std::vector<float> scores;
            for (std::size_t i = 0; i < n * (n + 1); ++i)
                scores.push_back(static_cast<float>(random() % 1000) / 50);
            const Heads heads = best_tree(scores, n);
            ASSERT_TRUE(is_tree(heads));
            EXPECT_NEAR(weight(scores, heads), best_by_force(scores, n), 1e-3)
                << n << " tokens, round " << round;
        }
    }
}

//   root would like all three; one must be enough
TEST(SpanningTree, HasOneRootHoweverWellTheRootScores) {
    const std::vector<float> scores = {0, 0, 0, 90,  //
                                       1, 0, 0, 95,  //
                                       1, 2, 0, 90};
    EXPECT_EQ(best_tree(scores, 3), (Heads{1, -1, 1}));
}

TEST(SpanningTree, CrossesArcsWhereThatIsBest) {
    //            0  1  2  3  root
    const std::vector<float> scores = {0, 0, 9, 0, 0,   // 0 <- 2
                                       0, 0, 0, 9, 0,   // 1 <- 3
                                       0, 0, 0, 0, 9,   // 2 is the root
                                       0, 0, 9, 0, 0};  // 3 <- 2
    EXPECT_EQ(best_tree(scores, 4), (Heads{2, 3, -1, 2}));
}

TEST(SpanningTree, OfNothingIsNothing) {
    EXPECT_TRUE(best_tree({}, 0).empty());
}

TEST(SpanningTree, StaysATreeWhenAllScoresAreEqual) {
    EXPECT_TRUE(is_tree(best_tree(std::vector<float>(160 * 161), 160)));
}

}  // namespace
}  // namespace entente::extract
