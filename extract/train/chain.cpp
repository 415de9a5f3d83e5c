#include "extract/train/chain.hpp"

#include "extract/reading/name_tags.hpp"

#include <cmath>
#include <limits>

namespace entente::extract::train {

namespace {

constexpr auto n = static_cast<Eigen::Index>(name_tag_count);
using Table = Eigen::MatrixXf;  // name_tag_count rows

// exp(transition), zero where not well formed; [to][from].
Table step_weights(const Eigen::MatrixXf& transitions) {
    Table out(n, n);
    for (Eigen::Index from = 0; from < n; ++from)
        for (Eigen::Index to = 0; to < n; ++to)
            out(to, from) = may_follow(static_cast<std::size_t>(from), static_cast<std::size_t>(to))
                                ? std::exp(transitions(from * n + to))
                                : 0.0F;
    return out;
}

Eigen::VectorXf border(const Eigen::MatrixXf& transitions, bool start) {
    Eigen::VectorXf out(n);
    for (Eigen::Index k = 0; k < n; ++k) {
        const auto tag = static_cast<std::size_t>(k);
        const bool allowed = start ? may_follow(0, tag) : may_follow(tag, 0);
        out(k) = allowed ? std::exp(transitions((start ? n : n + 1) * n + k)) : 0.0F;
    }
    return out;
}

}  // namespace

// Forward and backward with the columns scaled to sum one (Rabiner 1989), in plain floats.
float chain_loss(const Eigen::MatrixXf& scores, const Eigen::MatrixXf& transitions,
                 std::span<const std::uint8_t> gold, Eigen::MatrixXf& scores_gradient,
                 Eigen::MatrixXf& transitions_gradient, float weight) {
    const Eigen::Index length = scores.cols();
    if (length == 0) return 0;
    const Table step = step_weights(transitions);
    const Eigen::VectorXf start = border(transitions, true);
    const Eigen::VectorXf finish = border(transitions, false);
    const Eigen::RowVectorXf top = scores.colwise().maxCoeff();
    const Table local = (scores.rowwise() - top).array().exp();

    Table forward(n, length);
    Eigen::VectorXf scale(length);
    double log_sum = 0;
    for (Eigen::Index t = 0; t < length; ++t) {
        if (t == 0) {
            forward.col(0) = start.cwiseProduct(local.col(0));
        } else {
            forward.col(t) = (step * forward.col(t - 1)).cwiseProduct(local.col(t));
        }
        scale(t) = forward.col(t).sum();
        forward.col(t) /= scale(t);
        log_sum += std::log(static_cast<double>(scale(t))) + static_cast<double>(top(t));
    }
    const float last = forward.col(length - 1).dot(finish);
    log_sum += std::log(static_cast<double>(last));

    Table backward(n, length);
    backward.col(length - 1) = finish / last;
    for (Eigen::Index t = length - 1; t > 0; --t) {
        backward.col(t - 1) = step.transpose() * backward.col(t).cwiseProduct(local.col(t)) / scale(t);
    }

    double gold_score = 0;
    for (Eigen::Index t = 0; t < length; ++t) {
        scores_gradient.col(t) += weight * forward.col(t).cwiseProduct(backward.col(t));
        const Eigen::Index tag = gold[static_cast<std::size_t>(t)];
        scores_gradient(tag, t) -= weight;
        gold_score += static_cast<double>(scores(tag, t));
        if (t == 0) continue;
        const Eigen::VectorXf arriving = backward.col(t).cwiseProduct(local.col(t)) / scale(t);
        for (Eigen::Index from = 0; from < n; ++from) {
            const float leaving = weight * forward(from, t - 1);
            for (Eigen::Index to = 0; to < n; ++to)
                transitions_gradient(from * n + to) += leaving * step(to, from) * arriving(to);
        }
        const Eigen::Index before = gold[static_cast<std::size_t>(t - 1)];
        transitions_gradient(before * n + tag) -= weight;
        gold_score += static_cast<double>(transitions(before * n + tag));
    }
    const Eigen::Index first_tag = gold.front();
    const Eigen::Index last_tag = gold[static_cast<std::size_t>(length - 1)];
    for (Eigen::Index k = 0; k < n; ++k) {
        transitions_gradient(n * n + k) += weight * forward(k, 0) * backward(k, 0);
        transitions_gradient(n * (n + 1) + k) += weight * forward(k, length - 1) * backward(k, length - 1);
    }
    transitions_gradient(n * n + first_tag) -= weight;
    transitions_gradient(n * (n + 1) + last_tag) -= weight;
    gold_score += static_cast<double>(transitions(n * n + first_tag) + transitions(n * (n + 1) + last_tag));
    return weight * static_cast<float>(log_sum - gold_score);
}

}  // namespace entente::extract::train
