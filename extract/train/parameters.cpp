#include "extract/train/parameters.hpp"

#include "extract/reading/name_tags.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace entente::extract::train {

namespace {

constexpr float keep_first = 0.9F;
constexpr float keep_second = 0.98F;
constexpr float tiny = 1e-8F;
constexpr float largest_norm = 4.0F;
constexpr std::uint64_t average_every = 4;
constexpr float average_keep = 0.996F;  // per `average_every` steps

// Uniform numbers that are the same with every standard library (its distributions are not).
class Uniform {
 public:
    explicit Uniform(std::uint64_t seed) : engine_(seed) {}
    void fill(Matrix& matrix, Eigen::Index rows, Eigen::Index cols, float bound) {
        matrix.resize(rows, cols);
        for (Eigen::Index c = 0; c < cols; ++c)
            for (Eigen::Index r = 0; r < rows; ++r) matrix(r, c) = bound * next();
    }

 private:
    float next() { return static_cast<float>(static_cast<double>(engine_() >> 11U) * 0x1p-52 - 1.0); }
    std::mt19937_64 engine_;
};

float glorot(Eigen::Index in, Eigen::Index out) {
    return std::sqrt(6.0F / static_cast<float>(in + out));
}

QuantizedMatrix quantize_rows(const Matrix& matrix) {
    QuantizedMatrix out;
    out.rows = static_cast<std::uint32_t>(matrix.rows());
    out.cols = static_cast<std::uint32_t>(matrix.cols());
    out.values.reserve(static_cast<std::size_t>(matrix.size()));
    for (Eigen::Index r = 0; r < matrix.rows(); ++r) {
        const float largest = matrix.row(r).cwiseAbs().maxCoeff();
        const float scale = largest > 0 ? largest / 127.0F : 1.0F;
        out.scales.push_back(scale);
        for (Eigen::Index c = 0; c < matrix.cols(); ++c)
            out.values.push_back(static_cast<std::int8_t>(std::lround(matrix(r, c) / scale)));
    }
    return out;
}

Matrix restore(const QuantizedMatrix& from) {
    Matrix out(from.rows, from.cols);
    for (std::uint32_t r = 0; r < from.rows; ++r)
        for (std::uint32_t c = 0; c < from.cols; ++c)
            out(r, c) = static_cast<float>(from.values[std::size_t{r} * from.cols + c]) * from.scales[r];
    return out;
}

Matrix restore(const std::vector<float>& from) {
    return Eigen::Map<const Matrix>(from.data(), static_cast<Eigen::Index>(from.size()), 1);
}

std::vector<float> column(const Matrix& matrix) {
    return {matrix.data(), matrix.data() + matrix.size()};
}

DenseLayer layer(const Matrix& weights, const Matrix& bias) {
    return {quantize_rows(weights), column(bias)};
}

}  // namespace

Weights start_weights(const NetworkSize& size, const Vocabulary& vocabulary, std::uint64_t seed) {
    Uniform uniform(seed);
    Weights out;
    out.dense.resize(slot_count);
    const ReadingModel& model = vocabulary.model;
    uniform.fill(out.words, size.word, static_cast<Eigen::Index>(vocabulary.word_count.size()), 0.2F);
    uniform.fill(out.parts, size.part, static_cast<Eigen::Index>(model.part_keys.size()), 0.1F);
    int input = size.word + size.part;
    for (std::size_t l = 0; l < ReadingModel::layers; ++l) {
        for (std::size_t d = 0; d < 2; ++d) {
            const std::size_t slot = cell_slot(l, d);
            uniform.fill(out.dense[slot], 3 * size.hidden, input + size.hidden,
                         glorot(input + size.hidden, size.hidden));
            out.dense[slot + 1] = Matrix::Zero(3 * size.hidden, 1);
            out.dense[slot + 1].topRows(size.hidden).setConstant(0.5F);
        }
        input = 2 * size.hidden;
    }
    const auto dense = [&](Slot slot, Eigen::Index rows, Eigen::Index cols) {
        uniform.fill(out.dense[slot], rows, cols, glorot(rows, cols));
        out.dense[slot + 1] = Matrix::Zero(rows, 1);
    };
    const auto count = [](const auto& list) { return static_cast<Eigen::Index>(list.size()); };
    dense(top, 2 * size.arc + 2 * size.label + size.tag + size.name, input);
    dense(arcs, size.arc, size.arc);
    dense(labels, count(model.deprels), size.label);
    dense(tags, count(model.upos) + count(model.xpos) + count(model.feats) + count(model.scripts), size.tag);
    dense(penn, count(vocabulary.penn_tags), size.tag);
    dense(names, static_cast<Eigen::Index>(name_tag_count), size.name);
    uniform.fill(out.dense[arc_root], size.arc, 1, 0.1F);
    uniform.fill(out.dense[label_root], size.label, 1, 0.1F);
    out.dense[name_corpus] = Matrix::Zero(size.name, static_cast<Eigen::Index>(name_corpora));
    out.dense[transitions] =
        Matrix::Zero(static_cast<Eigen::Index>(name_tag_count * (name_tag_count + 2)), 1);
    return out;
}

NetworkSize size_of(const ReadingModel& model) {
    NetworkSize size;
    size.word = static_cast<int>(model.word_rows.cols);
    size.part = static_cast<int>(model.part_rows.cols);
    size.hidden = static_cast<int>(model.cells[0][0].weights.rows / 3);
    size.arc = static_cast<int>(model.arc_width);
    size.label = static_cast<int>(model.label_width);
    size.tag = static_cast<int>(model.tag_width);
    size.name = static_cast<int>(model.name_width);
    return size;
}

Weights resume_weights(const Vocabulary& vocabulary, std::uint64_t seed) {
    const ReadingModel& model = vocabulary.model;
    Weights out = start_weights(size_of(model), vocabulary, seed);
    out.words = restore(model.word_rows).transpose();
    out.parts = restore(model.part_rows).transpose();
    const auto layer = [&out](std::size_t slot, const DenseLayer& from) {
        out.dense[slot] = restore(from.weights);
        out.dense[slot + 1] = restore(from.bias);
    };
    for (std::size_t l = 0; l < ReadingModel::layers; ++l)
        for (std::size_t d = 0; d < 2; ++d) layer(cell_slot(l, d), model.cells[l][d]);
    layer(top, model.top);
    layer(arcs, model.arcs);
    layer(labels, model.labels);
    layer(tags, model.tags);
    layer(names, model.names);
    out.dense[arc_root] = restore(model.arc_root);
    out.dense[label_root] = restore(model.label_root);
    out.dense[transitions] = restore(model.transitions);
    return out;
}

Weights zero_like(const Weights& weights) {
    Weights out;
    for (const Matrix& each : weights.dense) out.dense.push_back(Matrix::Zero(each.rows(), each.cols()));
    out.words = Matrix::Zero(weights.words.rows(), weights.words.cols());
    out.parts = Matrix::Zero(weights.parts.rows(), weights.parts.cols());
    return out;
}

Gradients::Gradients(const Weights& like)
    : sum(zero_like(like)),
      word_touched(static_cast<std::size_t>(like.words.cols()), 0),
      part_touched(static_cast<std::size_t>(like.parts.cols()), 0) {}

void Gradients::clear() {
    for (Matrix& each : sum.dense) each.setZero();
    for (const std::uint32_t c : touched_words) {
        sum.words.col(c).setZero();
        word_touched[c] = 0;
    }
    for (const std::uint32_t c : touched_parts) {
        sum.parts.col(c).setZero();
        part_touched[c] = 0;
    }
    touched_words.clear();
    touched_parts.clear();
}

void Gradients::touch_word(std::uint32_t c) {
    if (word_touched[c] != 0) return;
    word_touched[c] = 1;
    touched_words.push_back(c);
}

void Gradients::touch_part(std::uint32_t c) {
    if (part_touched[c] != 0) return;
    part_touched[c] = 1;
    touched_parts.push_back(c);
}

Optimizer::Optimizer(const Weights& weights)
    : first_(zero_like(weights)), second_(zero_like(weights)), average_(weights) {}

void Optimizer::update(Eigen::Ref<Matrix> weight, Eigen::Ref<Matrix> gradient, Eigen::Ref<Matrix> first,
                       Eigen::Ref<Matrix> second, float rate) const {
    first = keep_first * first + (1 - keep_first) * gradient;
    second.array() = keep_second * second.array() + (1 - keep_second) * gradient.array().square();
    const auto n = static_cast<float>(steps_);
    const float first_whole = 1 - std::pow(keep_first, n);
    const float second_whole = 1 - std::pow(keep_second, n);
    weight.array() -= (rate / first_whole) * first.array() / ((second.array() / second_whole).sqrt() + tiny);
}

void Optimizer::step(Weights& weights, std::vector<Gradients>& workers, float rate) {
    ++steps_;
    Gradients& all = workers.front();
    for (std::size_t w = 1; w < workers.size(); ++w) {
        for (std::size_t s = 0; s < slot_count; ++s) all.sum.dense[s] += workers[w].sum.dense[s];
        for (const std::uint32_t c : workers[w].touched_words) {
            all.touch_word(c);
            all.sum.words.col(c) += workers[w].sum.words.col(c);
        }
        for (const std::uint32_t c : workers[w].touched_parts) {
            all.touch_part(c);
            all.sum.parts.col(c) += workers[w].sum.parts.col(c);
        }
    }
    float square = 0;
    for (const Matrix& each : all.sum.dense) square += each.squaredNorm();
    const float norm = std::sqrt(square);
    const float shrink = norm > largest_norm ? largest_norm / norm : 1.0F;
    for (std::size_t s = 0; s < slot_count; ++s) {
        all.sum.dense[s] *= shrink;
        update(weights.dense[s], all.sum.dense[s], first_.dense[s], second_.dense[s], rate);
    }
    for (const std::uint32_t c : all.touched_words)
        update(weights.words.col(c), all.sum.words.col(c), first_.words.col(c), second_.words.col(c), rate);
    for (const std::uint32_t c : all.touched_parts)
        update(weights.parts.col(c), all.sum.parts.col(c), first_.parts.col(c), second_.parts.col(c), rate);
    if (steps_ % average_every == 0) follow(weights);
}

void Optimizer::follow(const Weights& weights) {
    const auto n = static_cast<float>(steps_ / average_every);
    const float keep = std::min(average_keep, (1 + n) / (10 + n));
    for (std::size_t s = 0; s < slot_count; ++s)
        average_.dense[s] = keep * average_.dense[s] + (1 - keep) * weights.dense[s];
    average_.words = keep * average_.words + (1 - keep) * weights.words;
    average_.parts = keep * average_.parts + (1 - keep) * weights.parts;
}

ReadingModel quantize(const Weights& weights, const NetworkSize& size, const Vocabulary& vocabulary,
                      std::size_t corpus) {
    ReadingModel out = vocabulary.model;
    out.word_rows = quantize_rows(weights.words.transpose());
    out.part_rows = quantize_rows(weights.parts.transpose());
    for (std::size_t l = 0; l < ReadingModel::layers; ++l)
        for (std::size_t d = 0; d < 2; ++d)
            out.cells[l][d] = layer(weights.dense[cell_slot(l, d)], weights.dense[cell_slot(l, d) + 1]);
    out.arc_width = static_cast<std::uint32_t>(size.arc);
    out.label_width = static_cast<std::uint32_t>(size.label);
    out.tag_width = static_cast<std::uint32_t>(size.tag);
    out.name_width = static_cast<std::uint32_t>(size.name);
    Matrix bias = weights.dense[top_bias];
    bias.bottomRows(size.name) += weights.dense[name_corpus].col(static_cast<Eigen::Index>(corpus));
    out.top = layer(weights.dense[top], bias);
    out.arcs = layer(weights.dense[arcs], weights.dense[arcs_bias]);
    out.arc_root = column(weights.dense[arc_root]);
    out.label_root = column(weights.dense[label_root]);
    out.labels = layer(weights.dense[labels], weights.dense[labels_bias]);
    out.tags = layer(weights.dense[tags], weights.dense[tags_bias]);
    out.names = layer(weights.dense[names], weights.dense[names_bias]);
    out.transitions = column(weights.dense[transitions]);
    return out;
}

}  // namespace entente::extract::train
