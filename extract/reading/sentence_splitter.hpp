// Where sentences end, told from the tokens of a paragraph.
//
// A stop, question or exclamation mark ends a sentence unless it belongs to an abbreviation or what follows
// goes on in lower case or with "said" after a quotation; closing quotes and brackets go with the sentence
// they close. The end of a paragraph always ends one.
#pragma once

#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <vector>

namespace entente::extract {

// A text without stops is cut into sentences of at most so many tokens, at a comma or semicolon where one is
// near: the reading stages need not be linear in a sentence's length.
inline constexpr std::size_t max_sentence_tokens = 400;

// Cuts the tokens of one paragraph, appends the sentences (`span`, `tokens`, `paragraph`) to `sentences`.
// Total; linear in time. Tokens are moved from.
void split_sentences(std::vector<Token>&& tokens, std::uint32_t paragraph, std::vector<Sentence>& sentences);

}  // namespace entente::extract
