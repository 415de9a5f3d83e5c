// Sentences with tags and trees written by hand, for tests that need what the reader learned.
#pragma once

#include "tests/extract/actors/cast_of.hpp"

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

namespace entente::extract {

// Reads the text and gives its tokens, of all sentences in a row, "XPOS lemma head deprel" with heads counted
// from 1 in the sentence as in CoNLL-U; a fifth word names the learned name ("B-PER", "I-ORG").
inline Document parsed(const std::string& text, const std::vector<std::string>& rows) {
    Document document = document_of(text);
    std::size_t row = 0;
    for (Sentence& sentence : document.sentences) {
        for (Token& token : sentence.tokens) {
            std::istringstream words(row < rows.size() ? rows[row] : "");
            std::string name;
            int head = 0;
            words >> token.xpos >> token.lemma >> head >> token.deprel >> name;
            token.head = head - 1;
            token.upos = token.xpos.starts_with("NNP")  ? "PROPN"
                         : token.xpos.starts_with("NN") ? "NOUN"
                                                        : "X";
            token.begins = name.starts_with("B-");
            token.name = name.ends_with("PER")   ? NameType::person
                         : name.ends_with("ORG") ? NameType::organization
                         : name.ends_with("LOC") ? NameType::location
                                                 : NameType::none;
            ++row;
        }
    }
    return document;
}

inline Cast cast_of(const Document& document) {
    return find_actors(document, lexicons());
}

}  // namespace entente::extract
