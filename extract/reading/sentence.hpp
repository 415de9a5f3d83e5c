// A sentence as the reading stages see it: tokens in order, each with what the stages so far know of it.
//
// The tokenizer fills `form` and `span`; tagger, parser and name recogniser fill the rest in place. Field
// names and values are those of CoNLL-U (Universal Dependencies v2). A sentence owns its strings, so it
// outlives the text.
#pragma once

#include "extract/records.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract {

// Names as the recogniser types them; BIO: `begins` marks the first token of a name.
enum class NameType : std::uint8_t { none, person, organization, location, misc };

struct Token {
    std::string form;  // as written, after repair
    ByteSpan span;     // in the clean text
    bool space_after = true;
    std::string lemma;       // "" until tagged
    std::string upos;        // "NOUN"
    std::string xpos;        // "NNS"
    std::string feats;       // "Number=Plur", "" for none
    std::int32_t head = -1;  // index of the head token in the sentence, -1 for the root or when not parsed
    std::string deprel;      // "nsubj", "root"
    NameType name = NameType::none;
    bool begins = false;  // first token of a name

    bool operator==(const Token&) const = default;
};

struct Sentence {
    ByteSpan span;  // in the clean text, without surrounding blanks
    std::vector<Token> tokens;
    bool boilerplate = false;     // caption, byline, share button, advertisement, "related news"
    std::uint32_t paragraph = 0;  // counts from 0

    bool operator==(const Sentence&) const = default;
};

}  // namespace entente::extract
