// An article read: clean text, sentences and tokens, and the way back to the bytes as given.
#pragma once

#include "extract/article.hpp"
#include "extract/reading/offset_map.hpp"
#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

struct Document {
    std::string
        text;  // clean UTF-8, from Article::text_begin on; what spans of sentences and tokens point into
    OffsetMap offsets;          // to Article::text
    Date published;             // from the article, else from its dateline, else unknown
    std::string dateline;       // the place a dateline names ("GENEVA"), "" without one
    std::string language;       // ISO 639-1: declared or detected, "" when there is too little to tell
    std::uint32_t repairs = 0;  // bytes that had to be mended or dropped
    // In order of the text. A headline is the first of them. A dateline is a boilerplate sentence of its own,
    // so that the sentence after it starts with its first word.
    std::vector<Sentence> sentences;
};

// Cleans, splits and tokenizes. Total: any bytes in. Linear in time. What an article has beyond
// max_article_bytes is not read. The language is the detected one; where too little text tells it, the
// declared one. Sentences that the article brings are kept as they are.
Document read(const Article& article);

}  // namespace entente::extract
