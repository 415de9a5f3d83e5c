#include "extract/train/chain.hpp"

#include "extract/reading/name_tags.hpp"

#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace entente::extract::train {
namespace {

using Matrix = Eigen::MatrixXf;
constexpr auto tag_count = static_cast<Eigen::Index>(name_tag_count);

Matrix random_matrix(Eigen::Index rows, Eigen::Index cols, std::mt19937& random) {
    Matrix out(rows, cols);
    for (Eigen::Index i = 0; i < out.size(); ++i) out(i) = static_cast<float>(random() % 2000) / 1000 - 1;
    return out;
}

class Chain : public testing::Test {
 protected:
    float loss() {
        scores_gradient_ = Matrix::Zero(scores_.rows(), scores_.cols());
        transitions_gradient_ = Matrix::Zero(transitions_.rows(), 1);
        return chain_loss(scores_, transitions_, gold_, scores_gradient_, transitions_gradient_, 1.0F);
    }

    // The gradient in one place against a difference of losses.
    void check(float& value, float gradient) {
        constexpr float step = 0.01F;
        const float before = value;
        value = before + step;
        const float above = loss();
        value = before - step;
        const float below = loss();
        value = before;
        EXPECT_NEAR(gradient, (above - below) / (2 * step), 3e-3F);
    }

    std::mt19937 random_{23};
    std::vector<std::uint8_t> gold_ = {0, 5, 6, 7, 4};
    Matrix scores_ = random_matrix(tag_count, 5, random_);
    Matrix transitions_ = random_matrix(tag_count * (tag_count + 2), 1, random_);
    Matrix scores_gradient_;
    Matrix transitions_gradient_;
};

TEST_F(Chain, GradientsAreThoseOfTheLoss) {
    loss();
    const Matrix scores_gradient = scores_gradient_;
    const Matrix transitions_gradient = transitions_gradient_;
    for (Eigen::Index i = 0; i < scores_.size(); i += 3) check(scores_(i), scores_gradient(i));
    for (Eigen::Index i = 0; i < transitions_.size(); i += 7) check(transitions_(i), transitions_gradient(i));
}

TEST_F(Chain, ASureAndRightScorerLosesNothing) {
    scores_.setZero();
    transitions_.setZero();
    for (std::size_t i = 0; i < gold_.size(); ++i) scores_(gold_[i], static_cast<Eigen::Index>(i)) = 30;
    EXPECT_NEAR(loss(), 0, 1e-4);
}

}  // namespace
}  // namespace entente::extract::train
