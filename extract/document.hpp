// An article read: clean text, sentences and tokens, and the way back to the bytes as given.
#pragma once

#include "extract/article.hpp"
#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// Where each byte of the clean text stood in the bytes as given. Kept as runs of equal shift, so its size
// follows the number of repairs, not the length of the text.
class OffsetMap {
 public:
    // From `clean` on (until the next run) a clean offset c stands for the given offset c - clean + given.
    void add_run(std::uint32_t clean, std::uint32_t given);

    // The given bytes that a span of the clean text came from. Cost: logarithmic in the number of repairs.
    [[nodiscard]] ByteSpan given(ByteSpan clean) const;

 private:
    struct Run {
        std::uint32_t clean;
        std::uint32_t given;
    };
    std::vector<Run> runs_;
};

struct Document {
    std::string
        text;  // clean UTF-8, from Article::text_begin on; what spans of sentences and tokens point into
    OffsetMap offsets;          // to Article::text
    Date published;             // from the article, else from its dateline, else unknown
    std::string dateline;       // the place a dateline names ("GENEVA"), "" without one
    std::string language;       // ISO 639-1: declared or detected, "" when there is too little to tell
    std::uint32_t repairs = 0;  // bytes that had to be mended or dropped
    std::vector<Sentence> sentences;
};

// Cleans, splits and tokenizes. Total: any bytes in.
Document read(const Article& article);

}  // namespace entente::extract
