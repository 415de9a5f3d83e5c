#include "extract/reading/kernels.hpp"

#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

QuantizedMatrix random_matrix(std::uint32_t rows, std::uint32_t cols, std::mt19937& random) {
    QuantizedMatrix out{rows, cols, {}, std::vector<float>(rows, 1.0F)};
    for (std::uint32_t i = 0; i < rows * cols; ++i)
        out.values.push_back(static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127));
    return out;
}

// Odd sizes and counts on purpose: the last block, the last pair and the last input are padded or alone.
TEST(Kernels, MultiplyAddIsTheSumOfProducts) {
    std::mt19937 random(7);
    for (const auto [rows, cols, count] :
         {std::array{1U, 1U, 1U}, {16U, 2U, 4U}, {17U, 5U, 3U}, {40U, 31U, 9U}}) {
        const QuantizedMatrix matrix = random_matrix(rows, cols, random);
        const PackedMatrix packed(matrix, 0, cols);
        std::vector<std::int16_t> in(count * packed.padded_cols(), 0);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t c = 0; c < cols; ++c)
                in[i * packed.padded_cols() + c] =
                    static_cast<std::int16_t>(static_cast<int>(random() % 65535) - 32767);
        std::vector<std::int32_t> out(count * packed.padded_rows(), 5);
        packed.multiply_add(in.data(), packed.padded_cols(), count, out.data(), packed.padded_rows());
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t r = 0; r < rows; ++r) {
                std::int32_t wanted = 5;
                for (std::size_t c = 0; c < cols; ++c)
                    wanted += matrix.values[r * cols + c] * in[i * packed.padded_cols() + c];
                ASSERT_EQ(out[i * packed.padded_rows() + r], wanted) << rows << 'x' << cols << ", row " << r;
            }
        }
    }
}

TEST(Kernels, ThePlainAndTheFastProductAgree) {
    std::mt19937 random(11);
    const QuantizedMatrix matrix = random_matrix(35, 77, random);
    const PackedMatrix packed(matrix, 0, 77);
    std::vector<std::int16_t> in(6 * packed.padded_cols(), 0);
    for (auto& value : in) value = static_cast<std::int16_t>(random());
    std::vector<std::int32_t> fast(6 * packed.padded_rows(), 0);
    std::vector<std::int32_t> plain = fast;
    packed.multiply_add(in.data(), packed.padded_cols(), 6, fast.data(), packed.padded_rows());
    packed.multiply_add_plain(in.data(), packed.padded_cols(), 6, plain.data(), packed.padded_rows());
    EXPECT_EQ(fast, plain);
}

TEST(Kernels, PacksAnyRunOfColumns) {
    std::mt19937 random(3);
    const QuantizedMatrix matrix = random_matrix(3, 7, random);
    const PackedMatrix packed(matrix, 2, 4);
    const std::vector<std::int16_t> in = {1, 10, 100, 1000};
    std::vector<std::int32_t> out(packed.padded_rows(), 0);
    packed.multiply_add(in.data(), 4, 1, out.data(), packed.padded_rows());
    for (std::size_t r = 0; r < 3; ++r) {
        const std::int8_t* row = matrix.values.data() + r * 7 + 2;
        EXPECT_EQ(out[r], row[0] + 10 * row[1] + 100 * row[2] + 1000 * row[3]);
    }
}

TEST(Kernels, FixedPointIsRoundedAndClipped) {
    const std::vector<float> in = {0.0F,   1.0F,   -1.0F, 0.3F / one_as_fixed, 0.6F / one_as_fixed,
                                   100.0F, -100.0F};
    std::vector<std::int16_t> out(in.size());
    to_fixed(in, out.data());
    EXPECT_EQ(out, (std::vector<std::int16_t>{0, 4096, -4096, 0, 1, 32767, -32767}));
}

// The cell against the formula with the library's functions.
TEST(Kernels, TheCellFollowsItsFormula) {
    const std::vector<std::int32_t> sums = {500, -900, 40, 120000, 700, -300};  // two cells: a, a, b, b, c, c
    const std::vector<float> scale(6, 0.003F);
    const std::vector<float> bias = {0.5F, 0.1F, 0.0F, 0.0F, -0.2F, 0.0F};
    std::vector<float> state = {0.25F, -0.75F};
    std::vector<std::int16_t> hidden(2);
    coupled_cell(sums.data(), scale.data(), bias.data(), 2, state.data(), hidden.data());
    const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
    const double before[] = {0.25, -0.75};
    for (std::size_t j = 0; j < 2; ++j) {
        const auto gate = [&](std::size_t i) { return sums[i] * 0.003 + static_cast<double>(bias[i]); };
        const double forget = sigmoid(gate(j));
        const double next = forget * before[j] + (1 - forget) * std::tanh(gate(j + 4));
        EXPECT_NEAR(static_cast<double>(state[j]), next, 1e-6);
        EXPECT_NEAR(hidden[j], sigmoid(gate(j + 2)) * std::tanh(next) * 4096, 0.6);
    }
}

TEST(Kernels, DotCountsEveryElement) {
    std::vector<float> left(19, 1.0F);
    std::vector<float> right;
    for (int i = 0; i < 19; ++i) right.push_back(static_cast<float>(i));
    EXPECT_EQ(dot(left.data(), right.data(), 19), 171.0F);
    EXPECT_EQ(dot(left.data(), right.data(), 0), 0.0F);
}

}  // namespace
}  // namespace entente::extract
