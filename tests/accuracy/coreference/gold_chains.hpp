// Gold coreference of GUM: chains of its CoNLL-U (Entity= in MISC) and of OntoGUM's files of the same tokens.
//
// Mentions are told by the token that heads them, counted through the document: whoever finds the head of a
// phrase has found the mention, whatever determiners and clauses either side counts in. Of nested mentions
// with one head the longest stands for it.
#pragma once

#include "extract/article.hpp"
#include "tests/accuracy/coreference/chains.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace entente::tests {

struct GoldDocument {
    extract::Article article;               // text alone, no sentences
    std::vector<extract::ByteSpan> tokens;  // in the text
    std::vector<std::size_t> heads;         // token that governs it; itself for a root
    std::vector<Chain> chains;              // with at least two mentions
    std::vector<Chain> acting;              // those of a person, an organization or a place
};

// The token that heads [first, last): the one whose governor stands outside.
std::size_t head_of(const GoldDocument& document, std::size_t first, std::size_t last);

GoldDocument read_gum(const std::filesystem::path& file);
// Chains of OntoGUM instead; those count as acting that share a mention with an acting chain of GUM.
void take_ontogum(const std::filesystem::path& file, GoldDocument& document);

}  // namespace entente::tests
