// Finding phrases of a lexicon in a row of tokens, however the text spaces, hyphenates and dots them.
//
// A phrase and the text meet in a key without blanks, hyphens, dots, apostrophes and accents, in lower case:
// "al-Qaeda", "al Qaeda" and "Al - Qa'eda" have one key, and so have "U.N." and "UN". Cost of a look-up: a
// hash for every token of the longest phrase at most.
#pragma once

#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::extract {

// The key of a phrase: ICU-folded, letters and digits only.
std::string phrase_key(std::string_view text);

// The keys of a sentence's tokens; a comma, bracket or quote gets a key that no phrase runs across, a
// possessive ending one that no phrase ends with.
std::vector<std::string> token_keys(const std::vector<Token>& tokens);

class PhraseTable {
 public:
    struct Found {
        const std::vector<std::uint32_t>* values = nullptr;  // in the order they were added
        std::uint32_t tokens = 0;                            // 0: nothing found
    };

    void add(std::string_view phrase, std::uint32_t value);
    // The phrase has this value alone from now on; or none any more.
    void replace(std::string_view phrase, std::uint32_t value);
    void forget(std::string_view phrase);

    // The longest phrase that starts at token `at` and ends with a token. `keys` are the phrase_keys of the
    // sentence's tokens.
    [[nodiscard]] Found longest_at(const std::vector<std::string>& keys, std::size_t at) const;

    // All phrases that start at token `at`, the longest first.
    [[nodiscard]] std::vector<Found> all_at(const std::vector<std::string>& keys, std::size_t at) const;

    // The values of exactly this phrase; nullptr for none.
    [[nodiscard]] const std::vector<std::uint32_t>* find(std::string_view phrase) const;
    // The same, empty for none.
    [[nodiscard]] std::vector<std::uint32_t> found(std::string_view phrase) const;

 private:
    std::unordered_map<std::string, std::vector<std::uint32_t>> values_;
    std::size_t longest_key_ = 0;
};

}  // namespace entente::extract
