// CoNLL-U in and out (universaldependencies.org/format.html), with names and byte spans in MISC.
//
// Read: one Sentence per block; ranges of multiword tokens (`3-4`) and empty nodes (`3.1`) are stepped over,
// the words kept. `SpaceAfter=No`, `TokenRange=begin:end` (UTF-8 bytes) and `NER=B-PER` (PER, ORG, LOC, MISC)
// are understood in MISC; without TokenRange, spans count in the text that forms and spaces make up,
// sentences parted by a line end. HEAD may be `_`, or 0 for the root; both are -1 in Token. Written: what is
// read back to the same sentences.
#pragma once

#include "extract/reading/sentence.hpp"

#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// Message: file, line, what is wrong with it.
class ConlluError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

struct ConlluSentence {
    std::vector<std::string> comments;  // without "# "
    Sentence sentence;
};

// Reads all of `in`; `name` stands for it in messages. Throws ConlluError.
std::vector<ConlluSentence> read_conllu(std::istream& in, const std::string& name);
std::vector<ConlluSentence> load_conllu(const std::string& file);

// One block with its empty line. Values that CoNLL-U cannot hold (tabs, line ends) become spaces.
void write_conllu(std::ostream& out, const ConlluSentence& sentence);

// "NER" values: "O", "B-PER", "I-ORG" and so on.
std::string name_tag_text(const Token& token);

}  // namespace entente::extract
