// Names as tags on tokens: outside, or beginning, inside, end or single token of a name of four types.
//
// Tag 0 is outside; type k (0 person, 1 organization, 2 location, 3 misc) has tags 1 + 4k (begin), 2 + 4k
// (inside), 3 + 4k (end) and 4 + 4k (single). `best_name_tags` finds the tag sequence of the highest score
// among those that are well formed (Viterbi); linear in tokens.
#pragma once

#include "extract/reading/sentence.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::extract {

inline constexpr std::size_t name_tag_count = 17;

// Whether `to` may follow `from`; the start and the end of a sentence behave like outside.
bool may_follow(std::size_t from, std::size_t to);

// `scores[i * name_tag_count + k]` for tag k on token i; `transitions` as in ReadingModel.
std::vector<std::uint8_t> best_name_tags(std::span<const float> scores, std::size_t tokens,
                                         std::span<const float> transitions);

// Tags to the fields of tokens and back; `tokens` and `tags` are of one length.
void set_names(std::span<const std::uint8_t> tags, std::span<Token> tokens);
std::vector<std::uint8_t> name_tags_of(std::span<const Token> tokens);

}  // namespace entente::extract
