// Loss and gradient of a linear-chain conditional random field over name tags (Lafferty et al. 2001).
//
// Ill-formed tag sequences have no probability, as in decoding (name_tags.hpp).
#pragma once

#include <Eigen/Dense>
#include <cstdint>
#include <span>

namespace entente::extract::train {

// `scores`: a column per token. Adds the gradient of the negative log likelihood to `scores_gradient` (same
// shape) and `transitions_gradient`; returns the negative log likelihood. `transitions` as in ReadingModel.
float chain_loss(const Eigen::MatrixXf& scores, const Eigen::MatrixXf& transitions,
                 std::span<const std::uint8_t> gold, Eigen::MatrixXf& scores_gradient,
                 Eigen::MatrixXf& transitions_gradient, float weight);

}  // namespace entente::extract::train
