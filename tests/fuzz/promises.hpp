// What must hold of whatever comes in by a door; a broken promise stops the program.
#pragma once

#include "extract/document.hpp"
#include "extract/input/read_txt.hpp"

#include <cstdio>
#include <cstdlib>

namespace entente::fuzz {

inline void promise(bool kept, const char* what) {
    if (kept) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

inline bool inside(extract::ByteSpan span, std::size_t size) {
    return span.begin <= span.end && span.end <= size;
}

// An article can be read, and every span points into it.
inline void check(const extract::Article& article) {
    promise(article.text_begin <= article.text.size(), "the story starts inside the text");
    const extract::Document document = extract::read(article);
    std::uint32_t end = 0;
    for (const extract::Sentence& sentence : document.sentences) {
        promise(!sentence.tokens.empty(), "a sentence has tokens");
        promise(sentence.span.begin >= end && inside(sentence.span, document.text.size()),
                "sentences come in order");
        promise(inside(document.offsets.given(sentence.span), article.text.size()),
                "a sentence lies in the given text");
        for (const extract::Token& token : sentence.tokens) {
            promise(token.span.begin >= end && inside(token.span, document.text.size()),
                    "tokens come in order");
            promise(extract::slice(document.text, token.span) == token.form, "a token is what stands there");
            end = token.span.end;
        }
        promise(end == sentence.span.end, "a sentence ends with its last token");
    }
}

inline void check(const extract::FileRead& read) {
    if (const auto* const article = std::get_if<extract::Article>(&read.result)) check(*article);
}

}  // namespace entente::fuzz
