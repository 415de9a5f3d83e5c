// The recurrent encoder: tokens in, one fixed-point vector for each out that knows the sentence around it.
//
// Embeddings of the word and of its parts, then two layers of coupled-gate recurrent cells run in both
// directions. Sentences are read side by side ("packed": step t of all sentences lies together, longest
// sentence first), so that weights are fetched once for many tokens; which sentences share a batch changes no
// bit of the result. Const and shared by threads; what a call needs lives in the EncodedBatch it returns.
#pragma once

#include "extract/reading/kernels.hpp"
#include "extract/reading/model.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::extract {

// Where the tokens of a batch lie. `lengths` descend; token t of sentence b is row `first_row[t] + b`.
struct Packing {
    explicit Packing(std::span<const std::size_t> lengths);

    [[nodiscard]] std::size_t steps() const { return active.size(); }
    [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t token) const {
        return first_row[token] + sentence;
    }

    std::vector<std::size_t> first_row;  // by step
    std::vector<std::size_t> active;     // sentences that reach this step
    std::size_t rows = 0;
};

// The rows of a token in the embedding tables of a model.
struct TokenRows {
    std::uint32_t word = 0;
    std::vector<std::uint32_t> parts;
};
TokenRows token_rows(const ReadingModel& model, std::string_view form, bool shouting);

class Encoder {
 public:
    explicit Encoder(const ReadingModel& model);

    // Values per token in the result.
    [[nodiscard]] std::size_t width() const { return 2 * hidden_; }

    // `forms[b]` holds the forms of sentence b as laid out by `packing`; row-major, width() values a row.
    [[nodiscard]] std::vector<std::int16_t> encode(
        const ReadingModel& model, const Packing& packing,
        std::span<const std::vector<std::string_view>> forms) const;

 private:
    struct Cell {
        PackedMatrix from_input;
        PackedMatrix from_hidden;
        std::vector<float> scale;
        std::vector<float> bias;
    };

    [[nodiscard]] std::vector<std::int16_t> embed(const ReadingModel& model, const Packing& packing,
                                                  std::span<const std::vector<std::string_view>> forms) const;
    void run(const Cell& cell, const Packing& packing, const std::vector<std::int16_t>& in, bool backward,
             std::vector<std::int16_t>& out) const;

    std::size_t hidden_;
    std::array<std::array<Cell, 2>, ReadingModel::layers> cells_;
};

}  // namespace entente::extract
