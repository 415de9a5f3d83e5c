// Integer matrix products and the float functions of a recurrent cell: the arithmetic of the reading network.
//
// Same bytes on every machine: products are sums of 16-bit by 16-bit integers in 32 bits, exact in any order,
// so the AVX2 path and the plain one agree; float work is element by element with additions, products and one
// division, never a reduction that a compiler could reorder (this folder is compiled with -ffp-contract=off).
//
// Activations are fixed point: 1.0 is `one_as_fixed`, clipped to about +-8. Weights are 8-bit with a scale
// per row. With at most 511 columns of |weight| <= 127 and |activation| <= 32767 no sum overflows 32 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::extract {

inline constexpr float one_as_fixed = 4096.0F;
inline constexpr std::size_t max_columns = 511;

// A weight matrix as it lies in a model file: row-major 8-bit values, each row with the float that one unit
// is worth.
struct QuantizedMatrix {
    std::uint32_t rows = 0;
    std::uint32_t cols = 0;
    std::vector<std::int8_t> values;
    std::vector<float> scales;
};

// The same matrix laid out for `multiply_add`: blocks of sixteen rows, columns in pairs.
class PackedMatrix {
 public:
    static constexpr std::size_t block_rows = 16;

    PackedMatrix() = default;
    // Columns [first, first + count) of `matrix`; count <= max_columns.
    PackedMatrix(const QuantizedMatrix& matrix, std::size_t first, std::size_t count);

    [[nodiscard]] std::size_t padded_rows() const { return blocks_ * block_rows; }
    [[nodiscard]] std::size_t padded_cols() const { return pairs_ * 2; }

    // out[i][r] += sum over c of weight[r][c] * in[i][c] for i < count. `in` holds rows of padded_cols()
    // values `in_stride` apart, `out` rows of padded_rows() values `out_stride` apart.
    void multiply_add(const std::int16_t* in, std::size_t in_stride, std::size_t count, std::int32_t* out,
                      std::size_t out_stride) const;
    // The same without the vector units of newer processors; `multiply_add` falls back to it.
    void multiply_add_plain(const std::int16_t* in, std::size_t in_stride, std::size_t count,
                            std::int32_t* out, std::size_t out_stride) const;

 private:
    std::size_t blocks_ = 0;
    std::size_t pairs_ = 0;
    std::vector<std::int16_t> data_;  // [block][pair][row in block][2]
};

std::size_t round_up(std::size_t value, std::size_t step);

// Fixed point of `in`, clipped.
void to_fixed(std::span<const float> in, std::int16_t* out);

// out[r] = in[r] * scale[r] + bias[r]; with `rectify` not below zero.
enum class Rectify { no, yes };
void to_float(std::span<const std::int32_t> in, const float* scale, const float* bias, Rectify rectify,
              float* out);

// One step of the cell with coupled gates (Greff et al. 2017, "LSTM: a search space odyssey", variant CIFG):
// f = sigmoid(a), o = sigmoid(b), z = tanh(c); state = f * state + (1 - f) * z; hidden = o * tanh(state).
// `sums` holds three runs of `size` integer sums (a, b, c), scales and biases lie alike. Writes the hidden
// values in fixed point.
void coupled_cell(const std::int32_t* sums, const float* scale, const float* bias, std::size_t size,
                  float* state, std::int16_t* hidden);

// Sum of products in a fixed order (eight running sums, then pairwise).
float dot(const float* left, const float* right, std::size_t size);

}  // namespace entente::extract
