// The dependency tree of a sentence, to walk: children, subtrees, relations.
//
//     const SentenceTree tree(sentence);
//     if (const auto subject = tree.child(verb, "nsubj"); subject != SentenceTree::none) ...
//
// Total: heads out of range and cycles are cut, each such token becomes a root. Tokens count from 0. Borrows
// the sentence, which must outlive it. Making one is linear in the tokens.
#pragma once

#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

class SentenceTree {
 public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    SentenceTree() = default;  // of no sentence
    explicit SentenceTree(const Sentence& sentence);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(heads_.size()); }
    [[nodiscard]] const Token& token(std::uint32_t at) const { return sentence_->tokens[at]; }
    // `none` of a root.
    [[nodiscard]] std::uint32_t head(std::uint32_t at) const { return heads_[at]; }
    // In order of the text.
    [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t at) const;
    // The relation to the head, with subtype ("nsubj:pass") and without ("nsubj").
    [[nodiscard]] const std::string& relation(std::uint32_t at) const { return token(at).deprel; }
    [[nodiscard]] std::string_view main_relation(std::uint32_t at) const;
    [[nodiscard]] bool is(std::uint32_t at, std::string_view relation) const;
    // The first child of this main relation, or of this relation where it has a subtype; `none` without.
    [[nodiscard]] std::uint32_t child(std::uint32_t at, std::string_view relation) const;

 private:
    const Sentence* sentence_ = nullptr;
    std::vector<std::uint32_t> heads_;
    std::vector<std::uint32_t> children_;  // of all tokens, one after the other
    std::vector<std::uint32_t> starts_;    // where each token's children begin
};

}  // namespace entente::extract
