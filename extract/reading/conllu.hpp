// CoNLL-U in and out (universaldependencies.org/format.html), with names and byte spans in MISC.
//
// Read: one Sentence per block; ranges of multiword tokens (`3-4`) and empty nodes (`3.1`) are stepped over,
// the words kept. `SpaceAfter=No`, `TokenRange=begin:end` (UTF-8 bytes) and `NER=B-PER` (PER, ORG, LOC, MISC)
// are understood in MISC; without TokenRange, spans count in the text that forms and spaces make up,
// sentences parted by a blank or line end. HEAD may be `_`, or 0 for the root; both are -1 in Token. Written:
// what is read back to the same sentences.
#pragma once

#include "extract/reading/sentence.hpp"

#include <cstddef>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// Message: file, line, what is wrong with it.
class ConlluError : public std::runtime_error {
 public:
    // `line` counts from 1, 0 when the file as a whole is meant.
    ConlluError(const std::string& file, std::size_t line, const std::string& problem);

    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
    std::size_t line_;
    std::string problem_;
};

struct ConlluSentence {
    std::vector<std::string> comments;  // without "# "
    Sentence sentence;
    bool placed = true;  // every word had a TokenRange; what is made up anew counts as placed
};

// Reads all of `in`; `name` stands for it in messages. Throws ConlluError.
std::vector<ConlluSentence> read_conllu(std::istream& in, const std::string& name);
std::vector<ConlluSentence> load_conllu(const std::string& file);

// One block with its empty line. Values that CoNLL-U cannot hold (tabs, line ends) become spaces.
void write_conllu(std::ostream& out, const ConlluSentence& sentence);

// "NER" values: "O", "B-PER", "I-ORG" and so on.
std::string name_tag_text(const Token& token);

}  // namespace entente::extract
