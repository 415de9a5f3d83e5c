// Names put in the place of other names while the reader learns, so that it learns what stands around a name
// and meets many names, not the few its corpora have.
//
// The names come from a list (names.txt: type, tab, names parted by "; "). Persons are made of given and
// family names and take the place of persons of as many words. Deterministic: what is random comes from the
// generator that is handed in.
#pragma once

#include "extract/train/corpus.hpp"

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace entente::extract::train {

class NameSwap {
 public:
    NameSwap() = default;  // knows no name, swaps none

    // Throws std::runtime_error with file and line for a list that cannot be read.
    explicit NameSwap(const std::filesystem::path& file);

    [[nodiscard]] bool empty() const { return names_.empty(); }

    // The sentence with about half of its persons, organizations and places exchanged. Trees do not survive;
    // give it sentences that have names only.
    [[nodiscard]] AnnotatedSentence swapped(const AnnotatedSentence& sentence, std::mt19937_64& random) const;

    // All names, a sentence each, for their words to be counted.
    [[nodiscard]] std::vector<AnnotatedSentence> all() const;

 private:
    using Name = std::vector<std::string>;  // by word

    [[nodiscard]] Name another(NameType type, std::size_t words, std::mt19937_64& random) const;

    std::map<std::string, std::vector<Name>> names_;  // by type as the list has it
};

}  // namespace entente::extract::train
