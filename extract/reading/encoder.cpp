#include "extract/reading/encoder.hpp"

#include "extract/reading/features.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

// Index of `key` in ascending `keys`, or keys.size().
std::size_t find_key(const std::vector<std::uint64_t>& keys, std::uint64_t key) {
    const auto at = std::lower_bound(keys.begin(), keys.end(), key);
    return at != keys.end() && *at == key ? static_cast<std::size_t>(at - keys.begin()) : keys.size();
}

void add_row(const QuantizedMatrix& table, std::size_t row, float* out) {
    const std::int8_t* values = table.values.data() + row * table.cols;
    const float scale = table.scales[row];
    for (std::size_t i = 0; i < table.cols; ++i) out[i] += static_cast<float>(values[i]) * scale;
}

bool shouting(const std::vector<std::string_view>& forms) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const std::string_view form : forms) {
        const LetterCase letters = letter_case(form);
        words += letters.has_letters ? 1 : 0;
        capitals += letters.all_capitals ? 1 : 0;
    }
    return is_shouting(capitals, words);
}

}  // namespace

Packing::Packing(std::span<const std::size_t> lengths) {
    const std::size_t longest = lengths.empty() ? 0 : lengths.front();
    std::size_t reaching = lengths.size();
    for (std::size_t t = 0; t < longest; ++t) {
        while (reaching > 0 && lengths[reaching - 1] <= t) --reaching;
        first_row.push_back(rows);
        active.push_back(reaching);
        rows += reaching;
    }
}

TokenRows token_rows(const ReadingModel& model, std::string_view form, bool shouting) {
    const TokenFeatures features = token_features(form, shouting);
    TokenRows out;
    const std::size_t word = find_key(model.word_keys, features.word);
    out.word = word == model.word_keys.size() ? 0 : static_cast<std::uint32_t>(word + 1);
    for (std::size_t i = 0; i < features.parts; ++i) {
        const std::size_t part = find_key(model.part_keys, features.part[i]);
        if (part < model.part_keys.size()) out.parts.push_back(static_cast<std::uint32_t>(part));
    }
    return out;
}

Encoder::Encoder(const ReadingModel& model) : hidden_(model.cells[0][0].weights.rows / 3) {
    for (std::size_t layer = 0; layer < ReadingModel::layers; ++layer) {
        for (std::size_t direction = 0; direction < 2; ++direction) {
            const DenseLayer& from = model.cells[layer][direction];
            const std::size_t input = from.weights.cols - hidden_;
            cells_[layer][direction] = {PackedMatrix(from.weights, 0, input),
                                        PackedMatrix(from.weights, input, hidden_), from.weights.scales,
                                        from.bias};
            for (float& scale : cells_[layer][direction].scale) scale /= one_as_fixed;
        }
    }
}

std::vector<std::int16_t> Encoder::embed(const ReadingModel& model, const Packing& packing,
                                         std::span<const std::vector<std::string_view>> forms) const {
    const std::size_t word_width = model.word_rows.cols;
    const std::size_t width = word_width + model.part_rows.cols;
    std::vector<std::int16_t> out(packing.rows * width);
    std::vector<float> sum(width);
    for (std::size_t b = 0; b < forms.size(); ++b) {
        const bool shouts = shouting(forms[b]);
        for (std::size_t t = 0; t < forms[b].size(); ++t) {
            const TokenRows rows = token_rows(model, forms[b][t], shouts);
            std::fill(sum.begin(), sum.end(), 0.0F);
            add_row(model.word_rows, rows.word, sum.data());
            for (const std::uint32_t part : rows.parts)
                add_row(model.part_rows, part, sum.data() + word_width);
            to_fixed(sum, out.data() + packing.row(b, t) * width);
        }
    }
    return out;
}

void Encoder::run(const Cell& cell, const Packing& packing, const std::vector<std::int16_t>& in,
                  bool backward, std::vector<std::int16_t>& out) const {
    const std::size_t gates = cell.from_input.padded_rows();
    const std::size_t in_width = cell.from_input.padded_cols();
    std::vector<std::int32_t> sums(packing.rows * gates, 0);
    cell.from_input.multiply_add(in.data(), in_width, packing.rows, sums.data(), gates);

    std::int16_t* hidden = out.data() + (backward ? hidden_ : 0);
    std::vector<float> state(packing.active.empty() ? 0 : packing.active.front() * hidden_, 0.0F);
    for (std::size_t i = 0; i < packing.steps(); ++i) {
        const std::size_t t = backward ? packing.steps() - 1 - i : i;
        const std::size_t row = packing.first_row[t];
        if (i > 0) {  // backward, sentences that end here have no past yet: their state is still zero
            const std::size_t past = backward ? t + 1 : t - 1;
            const std::size_t count = std::min(packing.active[t], packing.active[past]);
            cell.from_hidden.multiply_add(hidden + packing.first_row[past] * width(), width(), count,
                                          sums.data() + row * gates, gates);
        }
        for (std::size_t b = 0; b < packing.active[t]; ++b) {
            coupled_cell(sums.data() + (row + b) * gates, cell.scale.data(), cell.bias.data(), hidden_,
                         state.data() + b * hidden_, hidden + (row + b) * width());
        }
    }
}

std::vector<std::int16_t> Encoder::encode(const ReadingModel& model, const Packing& packing,
                                          std::span<const std::vector<std::string_view>> forms) const {
    std::vector<std::int16_t> in = embed(model, packing, forms);
    for (const auto& layer : cells_) {
        std::vector<std::int16_t> out(packing.rows * width());
        run(layer[0], packing, in, false, out);
        run(layer[1], packing, in, true, out);
        in = std::move(out);
    }
    return in;
}

}  // namespace entente::extract
