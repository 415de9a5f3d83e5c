// What the reading network sees of a token: its normal form and its parts, each as a 64-bit key.
//
// Written once and used by trainer and reader alike; `feature_version` is part of the model file and changes
// whenever a key here would change. The normal form is lower case with digits as 0 and typographic quotes and
// dashes made plain. Total: any bytes in; bytes that are no UTF-8 count as U+FFFD. A form is looked at up to
// 64 code points from either end, so cost is bounded for any token.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::extract {

inline constexpr std::uint64_t feature_version = 1;

struct TokenFeatures {
    static constexpr std::size_t max_parts = 16;

    std::uint64_t word = 0;                     // key of the normal form
    std::array<std::uint64_t, max_parts> part;  // prefixes, suffixes, shape, cased form, shouting
    std::size_t parts = 0;                      // how many of `part` are set
};

// `shouting` says that the whole sentence is in capitals, where capitals mean little.
TokenFeatures token_features(std::string_view form, bool shouting);

// Key of a word read with a tag, for what is remembered of such pairs.
std::uint64_t tagged_word_key(std::uint64_t word, std::string_view xpos);

// Whether a token has letters, and whether all of them are capitals (at least two); what `shouting` counts.
struct LetterCase {
    bool has_letters = false;
    bool all_capitals = false;
};
LetterCase letter_case(std::string_view form);

// The rule for `shouting`: more than two thirds of the words with letters, and at least three.
bool is_shouting(std::size_t capital_words, std::size_t words_with_letters);

// FNV-1a with a final mix, the hash behind the keys and the checksums of the model file.
std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace entente::extract
