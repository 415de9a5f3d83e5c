#include "extract/train/network.hpp"

#include "extract/reading/encoder.hpp"
#include "extract/reading/name_tags.hpp"
#include "extract/train/chain.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace entente::extract::train {

namespace {

using Index = Eigen::Index;

// How much each task weighs against the others.
constexpr float arc_weight = 1.0F;
constexpr float label_weight = 0.7F;
constexpr std::array<float, 4> tag_weights = {0.4F, 0.8F, 0.4F, 0.4F};  // upos, xpos, feats, scripts
constexpr float penn_weight = 0.5F;
constexpr float name_weight = 1.0F;

// Small and fast (Marsaglia's xorshift); quality is plenty for dropout.
class Dice {
 public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL + 0x2545f4914f6cdd1dULL) {
        for (int i = 0; i < 4; ++i) next();
    }
    bool falls_below(float probability) { return static_cast<float>(next() >> 40U) * 0x1p-24F < probability; }
    // Zero with `probability`, else scaled so that the mean stays one.
    Matrix mask(Index rows, Index cols, float probability) {
        Matrix out(rows, cols);
        const float keep = 1.0F / (1.0F - probability);
        const auto bound = static_cast<std::uint32_t>(static_cast<double>(probability) * 65536.0);
        Index i = 0;
        while (i < out.size()) {
            std::uint64_t bits = next();
            for (int part = 0; part < 4 && i < out.size(); ++part, ++i, bits >>= 16U)
                out(i) = (bits & 0xffffU) < bound ? 0.0F : keep;
        }
        return out;
    }

 private:
    std::uint64_t next() {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return state_;
    }
    std::uint64_t state_;
};

// One direction of one layer: what the backward pass needs to remember.
struct CellTape {
    Matrix gates;   // f, o, z after their functions
    Matrix state;   // c
    Matrix squash;  // tanh(c)
    Matrix hidden;
    Matrix past;        // masked hidden values the step read
    Matrix past_state;  // c of the step before
    Matrix mask;        // over hidden values, one column per sentence, the same at every step
};

struct Step {
    Index row, count, past_row, past_count;
};

// Steps in the order the cell takes them.
std::vector<Step> steps_of(const Packing& packing, bool backward) {
    std::vector<Step> steps;
    for (std::size_t i = 0; i < packing.steps(); ++i) {
        const std::size_t t = backward ? packing.steps() - 1 - i : i;
        Step step{static_cast<Index>(packing.first_row[t]), static_cast<Index>(packing.active[t]), 0, 0};
        if (i > 0) {
            const std::size_t past = backward ? t + 1 : t - 1;
            step.past_row = static_cast<Index>(packing.first_row[past]);
            step.past_count = static_cast<Index>(std::min(packing.active[t], packing.active[past]));
        }
        steps.push_back(step);
    }
    return steps;
}

CellTape run_cell(const Matrix& weights, const Matrix& bias, const Matrix& in, const std::vector<Step>& steps,
                  Matrix mask) {
    const Index h = bias.rows() / 3;
    CellTape tape;
    tape.mask = std::move(mask);
    tape.gates.noalias() = weights.leftCols(in.rows()) * in;
    tape.gates.colwise() += bias.col(0);
    tape.state.resize(h, in.cols());
    tape.squash.resize(h, in.cols());
    tape.hidden.resize(h, in.cols());
    tape.past = Matrix::Zero(h, in.cols());
    tape.past_state = Matrix::Zero(h, in.cols());
    const auto recurrent = weights.rightCols(h);
    for (const Step& s : steps) {
        auto gates = tape.gates.middleCols(s.row, s.count);
        if (s.past_count > 0) {
            auto past = tape.past.middleCols(s.row, s.past_count);
            past = tape.hidden.middleCols(s.past_row, s.past_count)
                       .cwiseProduct(tape.mask.leftCols(s.past_count));
            gates.leftCols(s.past_count).noalias() += recurrent * past;
            tape.past_state.middleCols(s.row, s.past_count) = tape.state.middleCols(s.past_row, s.past_count);
        }
        gates.topRows(2 * h) = (0.5F * gates.topRows(2 * h).array()).tanh() * 0.5F + 0.5F;
        gates.bottomRows(h) = gates.bottomRows(h).array().tanh();
        const auto f = gates.topRows(h).array();
        const auto o = gates.middleRows(h, h).array();
        const auto z = gates.bottomRows(h).array();
        auto state = tape.state.middleCols(s.row, s.count);
        state = f * tape.past_state.middleCols(s.row, s.count).array() + (1.0F - f) * z;
        tape.squash.middleCols(s.row, s.count) = state.array().tanh();
        tape.hidden.middleCols(s.row, s.count) = o * tape.squash.middleCols(s.row, s.count).array();
    }
    return tape;
}

// Adds to the gradients of weights and bias, and to that of the input.
void unrun_cell(const Matrix& weights, const Matrix& in, const std::vector<Step>& steps, const CellTape& tape,
                const Eigen::Ref<const Matrix>& hidden_gradient, Matrix& weights_gradient,
                Matrix& bias_gradient, Matrix& in_gradient) {
    const Index h = tape.state.rows();
    const Index widest = tape.mask.cols();
    Matrix carry_hidden = Matrix::Zero(h, widest);
    Matrix carry_state = Matrix::Zero(h, widest);
    Matrix sums(3 * h, in.cols());
    const auto recurrent = weights.rightCols(h);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const Step& s = *step;
        const auto gates = tape.gates.middleCols(s.row, s.count);
        const auto f = gates.topRows(h).array();
        const auto o = gates.middleRows(h, h).array();
        const auto z = gates.bottomRows(h).array();
        const auto squash = tape.squash.middleCols(s.row, s.count).array();
        const auto past_state = tape.past_state.middleCols(s.row, s.count).array();
        const Eigen::ArrayXXf dh =
            hidden_gradient.middleCols(s.row, s.count).array() + carry_hidden.leftCols(s.count).array();
        const Eigen::ArrayXXf dc = carry_state.leftCols(s.count).array() + dh * o * (1.0F - squash.square());
        auto out = sums.middleCols(s.row, s.count);
        out.topRows(h) = dc * (past_state - z) * f * (1.0F - f);
        out.middleRows(h, h) = dh * squash * o * (1.0F - o);
        out.bottomRows(h) = dc * (1.0F - f) * (1.0F - z.square());
        if (s.past_count > 0) {
            carry_state.leftCols(s.past_count) = (dc * f).leftCols(s.past_count);
            carry_hidden.leftCols(s.past_count).noalias() =
                recurrent.transpose() * out.leftCols(s.past_count);
            carry_hidden.leftCols(s.past_count).array() *= tape.mask.leftCols(s.past_count).array();
        }
        // Sentences that begin here in this direction carry nothing further.
        if (s.past_count < s.count) {
            carry_state.middleCols(s.past_count, s.count - s.past_count).setZero();
            carry_hidden.middleCols(s.past_count, s.count - s.past_count).setZero();
        }
    }
    weights_gradient.leftCols(in.rows()).noalias() += sums * in.transpose();
    weights_gradient.rightCols(h).noalias() += sums * tape.past.transpose();
    bias_gradient.col(0) += sums.rowwise().sum();
    in_gradient.noalias() += weights.leftCols(in.rows()).transpose() * sums;
}

// Softmax cross entropy of rows [first, first + size) of a column; turns the scores into gradients in place.
float cross_entropy(Eigen::Ref<Eigen::VectorXf> scores, int gold, float weight) {
    if (gold < 0) {
        scores.setZero();
        return 0;
    }
    const float top = scores.maxCoeff();
    scores = (scores.array() - top).exp();
    const float sum = scores.sum();
    const float loss = std::log(sum) - std::log(std::max(scores(gold), 1e-30F));
    scores *= weight / sum;
    scores(gold) -= weight;
    return loss * weight;
}

// The whole pass; members are what its stages hand on.
class Pass {
 public:
    Pass(const NetworkSize& size, const Vocabulary& vocabulary, const LearningOptions& options,
         const Weights& weights, std::span<const Sample* const> batch, float divisor, std::uint64_t seed,
         Gradients& gradients)
        : size_(size),
          vocabulary_(vocabulary),
          options_(options),
          weights_(weights),
          batch_(batch),
          each_(1.0F / divisor),
          dice_(seed),
          gradients_(gradients),
          packing_(lengths(batch)) {}

    Losses run() {
        embed();
        encode();
        view_ = dense(top) * encoded_;
        view_.colwise() += dense(top_bias).col(0);
        view_gradient_ = Matrix::Zero(view_.rows(), view_.cols());
        for (std::size_t b = 0; b < batch_.size(); ++b) {
            if (batch_[b]->gold->sentence->has_tree) learn_tree(b);
            if (!batch_[b]->gold->names.empty()) learn_names(b);
        }
        learn_tags();
        gradient(top).noalias() += view_gradient_ * encoded_.transpose();
        gradient(top_bias).col(0) += view_gradient_.rowwise().sum();
        unencode(dense(top).transpose() * view_gradient_);
        return losses_;
    }

 private:
    static Packing lengths(std::span<const Sample* const> batch) {
        std::vector<std::size_t> out;
        for (const Sample* sample : batch) out.push_back(sample->size());
        return Packing(out);
    }

    [[nodiscard]] const Matrix& dense(std::size_t slot) const { return weights_.dense[slot]; }
    Matrix& gradient(std::size_t slot) { return gradients_.sum.dense[slot]; }
    [[nodiscard]] Index column(std::size_t sentence, std::size_t token) const {
        return static_cast<Index>(packing_.row(sentence, token));
    }

    void embed() {
        in_ = Matrix::Zero(size_.word + size_.part, static_cast<Index>(packing_.rows));
        words_.resize(packing_.rows);
        rows_.resize(packing_.rows);
        for (std::size_t b = 0; b < batch_.size(); ++b) {
            for (std::size_t t = 0; t < batch_[b]->size(); ++t) {
                const TokenRows& rows = batch_[b]->rows[t];
                const Index c = column(b, t);
                const auto count = static_cast<float>(vocabulary_.word_count[rows.word]);
                const bool unknown =
                    dice_.falls_below(options_.word_dropout / (options_.word_dropout + count));
                words_[static_cast<std::size_t>(c)] = unknown ? 0 : rows.word;
                rows_[static_cast<std::size_t>(c)] = &rows;
                in_.col(c).head(size_.word) = weights_.words.col(words_[static_cast<std::size_t>(c)]);
                for (const std::uint32_t part : rows.parts)
                    in_.col(c).tail(size_.part) += weights_.parts.col(part);
            }
        }
        in_mask_ = dice_.mask(in_.rows(), in_.cols(), options_.input_dropout);
        in_.array() *= in_mask_.array();
    }

    void encode() {
        const Matrix* in = &in_;
        const auto widest = static_cast<Index>(batch_.size());
        for (std::size_t l = 0; l < ReadingModel::layers; ++l) {
            for (std::size_t d = 0; d < 2; ++d) {
                steps_[d] = steps_of(packing_, d == 1);
                tapes_[l][d] = run_cell(dense(cell_slot(l, d)), dense(cell_slot(l, d) + 1), *in, steps_[d],
                                        dice_.mask(size_.hidden, widest, options_.state_dropout));
            }
            Matrix out(2 * size_.hidden, in->cols());
            out.topRows(size_.hidden) = tapes_[l][0].hidden;
            out.bottomRows(size_.hidden) = tapes_[l][1].hidden;
            layer_mask_[l] = dice_.mask(out.rows(), out.cols(), options_.layer_dropout);
            out.array() *= layer_mask_[l].array();
            layer_out_[l] = std::move(out);
            in = &layer_out_[l];
        }
        encoded_ = *in;
    }

    void unencode(Matrix out_gradient) {
        for (std::size_t l = ReadingModel::layers; l-- > 0;) {
            const Matrix& in = l == 0 ? in_ : layer_out_[l - 1];
            out_gradient.array() *= layer_mask_[l].array();
            Matrix in_gradient = Matrix::Zero(in.rows(), in.cols());
            for (std::size_t d = 0; d < 2; ++d) {
                const std::size_t slot = cell_slot(l, d);
                unrun_cell(dense(slot), in, steps_[d], tapes_[l][d],
                           out_gradient.middleRows(static_cast<Index>(d) * size_.hidden, size_.hidden),
                           gradient(slot), gradient(slot + 1), in_gradient);
            }
            out_gradient = std::move(in_gradient);
        }
        out_gradient.array() *= in_mask_.array();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const auto c = static_cast<Index>(i);
            gradients_.touch_word(words_[i]);
            gradients_.sum.words.col(words_[i]) += out_gradient.col(c).head(size_.word);
            for (const std::uint32_t part : rows_[i]->parts) {
                gradients_.touch_part(part);
                gradients_.sum.parts.col(part) += out_gradient.col(c).tail(size_.part);
            }
        }
    }

    // Rows [at, at + width) of the view for one sentence.
    [[nodiscard]] Matrix view_part(std::size_t sentence, Index at, Index width) const {
        Matrix out(width, static_cast<Index>(batch_[sentence]->size()));
        for (Index t = 0; t < out.cols(); ++t)
            out.col(t) = view_.col(column(sentence, static_cast<std::size_t>(t))).segment(at, width);
        return out;
    }
    void add_view_gradient(std::size_t sentence, Index at, const Matrix& part) {
        for (Index t = 0; t < part.cols(); ++t)
            view_gradient_.col(column(sentence, static_cast<std::size_t>(t))).segment(at, part.rows()) +=
                part.col(t);
    }

    // Rectified with dropout; the mask that comes back turns gradients of the result into those of the input.
    Matrix activate(Matrix& values) {
        Matrix mask = dice_.mask(values.rows(), values.cols(), options_.head_dropout);
        mask.array() *= (values.array() > 0.0F).cast<float>();
        values.array() *= mask.array();
        return mask;
    }

    void learn_tree(std::size_t b) {
        const Gold& gold = *batch_[b]->gold;
        const auto n = static_cast<Index>(batch_[b]->size());
        losses_.tree_words += static_cast<double>(n);
        Matrix dependents = view_part(b, 0, size_.arc);
        Matrix heads = view_part(b, size_.arc, size_.arc);
        const Matrix dependents_mask = activate(dependents);
        const Matrix heads_mask = activate(heads);
        Matrix all_heads(size_.arc, n + 1);
        all_heads.leftCols(n) = heads;
        all_heads.col(n) = dense(arc_root).col(0);
        Matrix wanted = dense(arcs) * dependents;
        wanted.colwise() += dense(arcs_bias).col(0);
        Matrix scores = all_heads.transpose() * wanted;  // a column per dependent
        for (Index d = 0; d < n; ++d) {
            scores(d, d) = -1e9F;
            losses_.arcs += static_cast<double>(
                cross_entropy(scores.col(d), gold.head[static_cast<std::size_t>(d)], arc_weight * each_));
        }
        const Matrix heads_gradient = wanted * scores.transpose();
        const Matrix wanted_gradient = all_heads * scores;
        gradient(arc_root).col(0) += heads_gradient.col(n);
        gradient(arcs).noalias() += wanted_gradient * dependents.transpose();
        gradient(arcs_bias).col(0) += wanted_gradient.rowwise().sum();
        const Matrix dependents_gradient = dense(arcs).transpose() * wanted_gradient;
        add_view_gradient(b, 0, dependents_gradient.cwiseProduct(dependents_mask));
        add_view_gradient(b, size_.arc, heads_gradient.leftCols(n).cwiseProduct(heads_mask));
        learn_labels(b);
    }

    void learn_labels(std::size_t b) {
        const Gold& gold = *batch_[b]->gold;
        const auto n = static_cast<Index>(batch_[b]->size());
        const Index at = 2 * size_.arc;
        Matrix ends = view_part(b, at, size_.label);
        const Matrix heads = view_part(b, at + size_.label, size_.label);
        for (Index d = 0; d < n; ++d) {
            const Index head = gold.head[static_cast<std::size_t>(d)];
            ends.col(d) += head == n ? dense(label_root).col(0) : heads.col(head);
        }
        const Matrix mask = activate(ends);
        Matrix scores = dense(labels) * ends;
        scores.colwise() += dense(labels_bias).col(0);
        for (Index d = 0; d < n; ++d) {
            losses_.labels += static_cast<double>(
                cross_entropy(scores.col(d), gold.deprel[static_cast<std::size_t>(d)], label_weight * each_));
        }
        gradient(labels).noalias() += scores * ends.transpose();
        gradient(labels_bias).col(0) += scores.rowwise().sum();
        const Matrix ends_gradient = (dense(labels).transpose() * scores).cwiseProduct(mask);
        Matrix heads_gradient = Matrix::Zero(size_.label, n);
        for (Index d = 0; d < n; ++d) {
            const Index head = gold.head[static_cast<std::size_t>(d)];
            if (head == n) {
                gradient(label_root).col(0) += ends_gradient.col(d);
            } else {
                heads_gradient.col(head) += ends_gradient.col(d);
            }
        }
        add_view_gradient(b, at, ends_gradient);
        add_view_gradient(b, at + size_.label, heads_gradient);
    }

    void learn_names(std::size_t b) {
        const Gold& gold = *batch_[b]->gold;
        losses_.name_words += static_cast<double>(batch_[b]->size());
        const Index at = view_.rows() - size_.name;
        const auto corpus = static_cast<Index>(*gold.sentence->names);
        Matrix hidden = view_part(b, at, size_.name);
        hidden.colwise() += dense(name_corpus).col(corpus);
        const Matrix mask = activate(hidden);
        Matrix scores = dense(names) * hidden;
        scores.colwise() += dense(names_bias).col(0);
        Matrix scores_gradient = Matrix::Zero(scores.rows(), scores.cols());
        losses_.names +=
            static_cast<double>(chain_loss(scores, dense(transitions), gold.names, scores_gradient,
                                           gradient(transitions), name_weight * each_));
        gradient(names).noalias() += scores_gradient * hidden.transpose();
        gradient(names_bias).col(0) += scores_gradient.rowwise().sum();
        const Matrix hidden_gradient = (dense(names).transpose() * scores_gradient).cwiseProduct(mask);
        gradient(name_corpus).col(corpus) += hidden_gradient.rowwise().sum();
        add_view_gradient(b, at, hidden_gradient);
    }

    // All tokens with one kind of tags at once.
    void learn_tags() {
        std::vector<std::pair<std::size_t, std::size_t>> tree_tokens;
        std::vector<std::pair<std::size_t, std::size_t>> penn_tokens;
        for (std::size_t b = 0; b < batch_.size(); ++b) {
            for (std::size_t t = 0; t < batch_[b]->size(); ++t) {
                if (batch_[b]->gold->sentence->has_tree) tree_tokens.emplace_back(b, t);
                if (!batch_[b]->gold->penn.empty()) penn_tokens.emplace_back(b, t);
            }
        }
        if (!tree_tokens.empty()) learn_tree_tags(tree_tokens);
        if (!penn_tokens.empty()) learn_penn_tags(penn_tokens);
    }

    using Places = std::vector<std::pair<std::size_t, std::size_t>>;

    [[nodiscard]] Index tag_at() const { return 2 * size_.arc + 2 * size_.label; }

    Matrix gather_tags(const Places& places) const {
        Matrix hidden(size_.tag, static_cast<Index>(places.size()));
        for (std::size_t i = 0; i < places.size(); ++i)
            hidden.col(static_cast<Index>(i)) =
                view_.col(column(places[i].first, places[i].second)).segment(tag_at(), size_.tag);
        return hidden;
    }

    void finish_tags(const Places& places, Slot slot, const Matrix& scores, const Matrix& hidden,
                     const Matrix& mask) {
        gradient(slot).noalias() += scores * hidden.transpose();
        gradient(slot + 1).col(0) += scores.rowwise().sum();
        const Matrix back = (dense(slot).transpose() * scores).cwiseProduct(mask);
        for (std::size_t i = 0; i < places.size(); ++i)
            view_gradient_.col(column(places[i].first, places[i].second)).segment(tag_at(), size_.tag) +=
                back.col(static_cast<Index>(i));
    }

    void learn_tree_tags(const Places& places) {
        Matrix hidden = gather_tags(places);
        const Matrix mask = activate(hidden);
        Matrix scores = dense(tags) * hidden;
        scores.colwise() += dense(tags_bias).col(0);
        const ReadingModel& model = vocabulary_.model;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto [b, t] = places[i];
            const Sample& sample = *batch_[b];
            const Gold& gold = *sample.gold;
            const std::array<int, 4> wanted = {gold.upos[t], gold.xpos[t], gold.feats[t],
                                               sample.other_case ? -1 : gold.script[t]};
            const std::array<std::size_t, 4> sizes = {model.upos.size(), model.xpos.size(),
                                                      model.feats.size(), model.scripts.size()};
            Index at = 0;
            for (std::size_t k = 0; k < sizes.size(); ++k) {
                const auto size = static_cast<Index>(sizes[k]);
                losses_.tags += static_cast<double>(cross_entropy(
                    scores.col(static_cast<Index>(i)).segment(at, size), wanted[k], tag_weights[k] * each_));
                at += size;
            }
        }
        finish_tags(places, tags, scores, hidden, mask);
    }

    void learn_penn_tags(const Places& places) {
        Matrix hidden = gather_tags(places);
        const Matrix mask = activate(hidden);
        Matrix scores = dense(penn) * hidden;
        scores.colwise() += dense(penn_bias).col(0);
        losses_.penn_words += static_cast<double>(places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto [b, t] = places[i];
            losses_.penn += static_cast<double>(cross_entropy(scores.col(static_cast<Index>(i)),
                                                              batch_[b]->gold->penn[t], penn_weight * each_));
        }
        finish_tags(places, penn, scores, hidden, mask);
    }

    const NetworkSize& size_;
    const Vocabulary& vocabulary_;
    const LearningOptions& options_;
    const Weights& weights_;
    std::span<const Sample* const> batch_;
    float each_;
    Dice dice_;
    Gradients& gradients_;
    Packing packing_;
    Losses losses_;

    std::vector<std::uint32_t> words_;    // by column, after word dropout
    std::vector<const TokenRows*> rows_;  // by column
    Matrix in_;
    Matrix in_mask_;
    std::array<std::vector<Step>, 2> steps_;
    std::array<std::array<CellTape, 2>, ReadingModel::layers> tapes_;
    std::array<Matrix, ReadingModel::layers> layer_out_;
    std::array<Matrix, ReadingModel::layers> layer_mask_;
    Matrix encoded_;
    Matrix view_;
    Matrix view_gradient_;
};

}  // namespace

Losses& Losses::operator+=(const Losses& other) {
    arcs += other.arcs;
    labels += other.labels;
    tags += other.tags;
    names += other.names;
    penn += other.penn;
    tree_words += other.tree_words;
    name_words += other.name_words;
    penn_words += other.penn_words;
    return *this;
}

Losses Network::learn(const Weights& weights, std::span<const Sample* const> batch, float divisor,
                      std::uint64_t seed, Gradients& gradients) const {
    if (batch.empty()) return {};
    return Pass(size_, vocabulary_, options_, weights, batch, divisor, seed, gradients).run();
}

}  // namespace entente::extract::train
