#include "extract/reading/kernels.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#define ENTENTE_HAS_AVX2_PATH 1
#else
#define ENTENTE_HAS_AVX2_PATH 0
#endif

namespace entente::extract {

namespace {

constexpr std::size_t block = PackedMatrix::block_rows;

struct Product {
    const std::int16_t* weights;  // packed
    std::size_t blocks;
    std::size_t pairs;
    const std::int16_t* in;
    std::size_t in_stride;
    std::size_t count;
    std::int32_t* out;
    std::size_t out_stride;
};

void multiply_plain(const Product& p) {
    for (std::size_t b = 0; b < p.blocks; ++b) {
        const std::int16_t* weights = p.weights + b * p.pairs * block * 2;
        for (std::size_t i = 0; i < p.count; ++i) {
            std::array<std::int32_t, block> sums{};
            const std::int16_t* in = p.in + i * p.in_stride;
            for (std::size_t k = 0; k < p.pairs; ++k) {
                const std::int32_t left = in[2 * k];
                const std::int32_t right = in[2 * k + 1];
                const std::int16_t* w = weights + k * block * 2;
                for (std::size_t r = 0; r < block; ++r) sums[r] += w[2 * r] * left + w[2 * r + 1] * right;
            }
            std::int32_t* out = p.out + i * p.out_stride + b * block;
            for (std::size_t r = 0; r < block; ++r) out[r] += sums[r];
        }
    }
}

#if ENTENTE_HAS_AVX2_PATH

// Four inputs against sixteen rows: eight sums stay in registers while weights stream by once.
template <std::size_t inputs>
__attribute__((target("avx2"))) void multiply_tile_avx2(const Product& p, const std::int16_t* weights,
                                                        std::size_t first, std::size_t row) {
    __m256i sums[inputs][2];
    for (std::size_t i = 0; i < inputs; ++i) {
        const std::int32_t* out = p.out + (first + i) * p.out_stride + row;
        sums[i][0] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(out));
        sums[i][1] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(out + 8));
    }
    for (std::size_t k = 0; k < p.pairs; ++k) {
        const auto* w = reinterpret_cast<const __m256i*>(weights + k * block * 2);
        const __m256i low = _mm256_loadu_si256(w);
        const __m256i high = _mm256_loadu_si256(w + 1);
        for (std::size_t i = 0; i < inputs; ++i) {
            std::int32_t pair = 0;
            std::memcpy(&pair, p.in + (first + i) * p.in_stride + 2 * k, sizeof pair);
            const __m256i both = _mm256_set1_epi32(pair);
            sums[i][0] = _mm256_add_epi32(sums[i][0], _mm256_madd_epi16(low, both));
            sums[i][1] = _mm256_add_epi32(sums[i][1], _mm256_madd_epi16(high, both));
        }
    }
    for (std::size_t i = 0; i < inputs; ++i) {
        std::int32_t* out = p.out + (first + i) * p.out_stride + row;
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), sums[i][0]);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + 8), sums[i][1]);
    }
}

void multiply_avx2(const Product& p) {
    for (std::size_t b = 0; b < p.blocks; ++b) {
        const std::int16_t* weights = p.weights + b * p.pairs * block * 2;
        std::size_t i = 0;
        for (; i + 4 <= p.count; i += 4) multiply_tile_avx2<4>(p, weights, i, b * block);
        for (; i < p.count; ++i) multiply_tile_avx2<1>(p, weights, i, b * block);
    }
}

bool has_avx2() {
    static const bool answer = __builtin_cpu_supports("avx2") != 0;
    return answer;
}

#endif

// The rational function of Eigen's and others' fast tanh, within a few units of the last place of float.
[[gnu::always_inline]] inline float tanh_value(float x) {
    x = x > 7.9F ? 7.9F : x;
    x = x < -7.9F ? -7.9F : x;
    const float x2 = x * x;
    float p = -2.76076847742355e-16F;
    p = p * x2 + 2.00018790482477e-13F;
    p = p * x2 + -8.60467152213735e-11F;
    p = p * x2 + 5.12229709037114e-08F;
    p = p * x2 + 1.48572235717979e-05F;
    p = p * x2 + 6.37261928875436e-04F;
    p = p * x2 + 4.89352455891786e-03F;
    float q = 1.19825839466702e-06F;
    q = q * x2 + 1.18534705686654e-04F;
    q = q * x2 + 2.26843463243900e-03F;
    q = q * x2 + 4.89352518554385e-03F;
    return x * p / q;
}

[[gnu::always_inline]] inline float sigmoid_value(float x) {
    return 0.5F * tanh_value(0.5F * x) + 0.5F;
}

[[gnu::always_inline]] inline std::int16_t fixed_value(float x) {
    float scaled = x * one_as_fixed;
    scaled = scaled > 32767.0F ? 32767.0F : scaled;
    scaled = scaled < -32767.0F ? -32767.0F : scaled;
    scaled += scaled < 0.0F ? -0.5F : 0.5F;
    return static_cast<std::int16_t>(static_cast<std::int32_t>(scaled));
}

[[gnu::always_inline]] inline void cell_loop(const std::int32_t* __restrict sums,
                                             const float* __restrict scale, const float* __restrict bias,
                                             std::size_t size, float* __restrict state,
                                             std::int16_t* __restrict hidden) {
    for (std::size_t j = 0; j < size; ++j) {
        const std::size_t o = j + size;
        const std::size_t z = j + 2 * size;
        const float forget = sigmoid_value(static_cast<float>(sums[j]) * scale[j] + bias[j]);
        const float out = sigmoid_value(static_cast<float>(sums[o]) * scale[o] + bias[o]);
        const float candidate = tanh_value(static_cast<float>(sums[z]) * scale[z] + bias[z]);
        const float next = forget * state[j] + (1.0F - forget) * candidate;
        state[j] = next;
        hidden[j] = fixed_value(out * tanh_value(next));
    }
}

#if ENTENTE_HAS_AVX2_PATH
__attribute__((target("avx2"))) void cell_avx2(const std::int32_t* sums, const float* scale,
                                               const float* bias, std::size_t size, float* state,
                                               std::int16_t* hidden) {
    cell_loop(sums, scale, bias, size, state, hidden);
}
#endif

}  // namespace

std::size_t round_up(std::size_t value, std::size_t step) {
    return (value + step - 1) / step * step;
}

PackedMatrix::PackedMatrix(const QuantizedMatrix& matrix, std::size_t first, std::size_t count)
    : blocks_(round_up(matrix.rows, block) / block),
      pairs_((count + 1) / 2),
      data_(blocks_ * pairs_ * block * 2) {
    assert(count <= max_columns && first + count <= matrix.cols);
    for (std::size_t r = 0; r < matrix.rows; ++r) {
        for (std::size_t c = 0; c < count; ++c) {
            const std::size_t at = (((r / block) * pairs_ + c / 2) * block + r % block) * 2 + c % 2;
            // A weight keeps its sign.
            data_[at] = matrix.values[r * matrix.cols + first + c];  // NOLINT(bugprone-signed-char-misuse)
        }
    }
}

void PackedMatrix::multiply_add(const std::int16_t* in, std::size_t in_stride, std::size_t count,
                                std::int32_t* out, std::size_t out_stride) const {
#if ENTENTE_HAS_AVX2_PATH
    if (has_avx2())
        return multiply_avx2({data_.data(), blocks_, pairs_, in, in_stride, count, out, out_stride});
#endif
    multiply_add_plain(in, in_stride, count, out, out_stride);
}

void PackedMatrix::multiply_add_plain(const std::int16_t* in, std::size_t in_stride, std::size_t count,
                                      std::int32_t* out, std::size_t out_stride) const {
    multiply_plain({data_.data(), blocks_, pairs_, in, in_stride, count, out, out_stride});
}

void to_fixed(std::span<const float> in, std::int16_t* out) {
    for (std::size_t i = 0; i < in.size(); ++i) out[i] = fixed_value(in[i]);
}

void to_float(std::span<const std::int32_t> in, const float* scale, const float* bias, Rectify rectify,
              float* out) {
    if (rectify == Rectify::no) {
        for (std::size_t i = 0; i < in.size(); ++i) out[i] = static_cast<float>(in[i]) * scale[i] + bias[i];
        return;
    }
    for (std::size_t i = 0; i < in.size(); ++i) {
        const float value = static_cast<float>(in[i]) * scale[i] + bias[i];
        out[i] = value > 0.0F ? value : 0.0F;
    }
}

void coupled_cell(const std::int32_t* sums, const float* scale, const float* bias, std::size_t size,
                  float* state, std::int16_t* hidden) {
#if ENTENTE_HAS_AVX2_PATH
    if (has_avx2()) return cell_avx2(sums, scale, bias, size, state, hidden);
#endif
    cell_loop(sums, scale, bias, size, state, hidden);
}

float dot(const float* left, const float* right, std::size_t size) {
    constexpr std::size_t lanes = 8;
    std::array<float, lanes> sums{};
    std::size_t i = 0;
    for (; i + lanes <= size; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += left[i + lane] * right[i + lane];
    for (std::size_t lane = 0; i < size; ++i, ++lane) sums[lane] += left[i] * right[i];
    const float even = (sums[0] + sums[2]) + (sums[4] + sums[6]);
    const float odd = (sums[1] + sums[3]) + (sums[5] + sums[7]);
    return even + odd;
}

}  // namespace entente::extract
