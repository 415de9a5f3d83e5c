// A sentence prepared for looking things up: keys, lower-case forms and capitals, computed once.
//
// Borrows the sentence: lives no longer than the document.
#pragma once

#include "extract/lexicons/phrase_table.hpp"
#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

struct SentenceView {
    const Sentence* sentence = nullptr;
    std::uint32_t index = 0;
    std::vector<std::string> keys;   // phrase keys
    std::vector<std::string> lower;  // ASCII lower case
    std::vector<bool> capital;       // begins with a capital letter
    std::vector<bool> initial;    // capital by position: start of the sentence, of a quotation, after a colon
    std::vector<bool> predicate;  // has a copula: "he is a farmer"
    // A headline whose words are capitalised, or a line in capitals throughout: case tells nothing there.
    bool capitals_mean_nothing = false;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(keys.size()); }
    [[nodiscard]] const std::string& form(std::uint32_t at) const { return sentence->tokens[at].form; }
    [[nodiscard]] bool is(std::uint32_t at, std::string_view word) const {
        return at < size() && lower[at] == word;
    }
    // Is the token a hyphen that joins its neighbours without blanks?
    [[nodiscard]] bool joins(std::uint32_t at) const;
    [[nodiscard]] bool possessive(std::uint32_t at) const {
        return is(at, "'s") || is(at, "’s") || is(at, "'") || is(at, "’");
    }
    // By the tree: a noun that is not part of a longer noun ("police" of "police station") and no predicate
    // ("he is a farmer"). False where there is no tree.
    [[nodiscard]] bool heads_phrase(std::uint32_t at) const;
    // By the tree: does the token modify `head`, itself or through another modifier, as adjectives, numbers
    // and the first parts of compounds do?
    [[nodiscard]] bool modifies(std::uint32_t at, std::uint32_t head) const;
    [[nodiscard]] ByteSpan span(std::uint32_t first, std::uint32_t last) const {
        return {sentence->tokens[first].span.begin, sentence->tokens[last - 1].span.end};
    }
};

SentenceView view_of(const Sentence& sentence, std::uint32_t index);

std::string lower_ascii(std::string_view text);

}  // namespace entente::extract
