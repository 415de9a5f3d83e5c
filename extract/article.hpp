// An article as a reader found it: its text as given and what else the input said about it.
#pragma once

#include "extract/date.hpp"
#include "extract/reading/sentence.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::extract {

// No article is longer; what claims to be one is refused by the readers of inputs.
inline constexpr std::size_t max_article_bytes = std::size_t{64} << 20U;

struct Article {
    std::string id;      // the record's own id; for a file its name without folder and ending
    std::string doc;     // the file it came from, as given; "-" for standard input
    std::string title;   // clean UTF-8, "" unknown
    Date date;           // of publication, unknown when the input does not tell
    std::string source;  // publisher
    std::string url;
    std::string language;  // as the input declares it, "" when it does not
    // Bytes as given, so that spans point into what the user has: of a .txt the whole file with byte order
    // mark and front matter, of JSON the decoded field, of HTML the main text. May be broken UTF-8.
    std::string text;
    std::size_t text_begin = 0;  // where the story starts in `text`: after mark and front matter
    bool is_html = false;        // `text` was made by the reader and must be printed with the result
    // What somebody else's tools read (CoNLL-U), with spans in `text`, and the place of its dateline; without
    // sentences the text is read.
    std::vector<Sentence> sentences;
    std::string dateline;

    bool operator==(const Article&) const = default;
};

}  // namespace entente::extract
