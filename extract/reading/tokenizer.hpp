// Words and marks of a text, cut as Universal Dependencies' English treebanks cut them.
//
//     Oil rose 5% Monday, didn't it?    Oil | rose | 5 | % | Monday | , | did | n't | it | ?
//     anti-government U.S.-backed       anti-government | U.S. | - | backed
//
// Clitics stand alone ('s n't 're), "cannot" is two tokens, hyphenated words are split at the hyphen unless
// they open with a bound prefix (anti-, pro-, mid-, non-, re-) or close with a bound suffix (-wise), an
// abbreviation keeps its full stop, and a run of the same mark is one token. Sources: the treebanks EWT and
// PUD, and the affix list of the English Web Treebank's tokenization guidelines (Mott et al., LDC 2012).
#pragma once

#include "extract/reading/sentence.hpp"

#include <string_view>
#include <vector>

namespace entente::extract {

// The longest token in bytes; what runs on without a blank or mark is cut there, between two letters.
inline constexpr std::size_t max_token_bytes = 256;

// Appends the tokens of text[span] to `tokens`: `form`, `span` (in `text`) and `space_after` are filled in.
// Total; any UTF-8 (broken bytes become tokens of their own); linear in time.
void tokenize(std::string_view text, ByteSpan span, std::vector<Token>& tokens);

// All of a text.
std::vector<Token> tokenize(std::string_view text);

// Whether a word that a full stop follows keeps it ("Mr", "Gen", "Inc", "Sept"); case counts.
bool is_abbreviation(std::string_view word);

}  // namespace entente::extract
