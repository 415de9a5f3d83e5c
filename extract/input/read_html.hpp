// An article out of a web page: title, date, source and the story without the page around it.
#pragma once

#include "extract/input/read_txt.hpp"

#include <string>

namespace entente::extract {

// `bytes` is the whole file, in the encoding that its byte order mark or meta element names, else UTF-8 where
// it is that, else Windows-1252. Particulars come from JSON-LD (NewsArticle and its kin), meta elements
// (Open Graph, Dublin Core), <time>, <title>; the story from JSON-LD's articleBody, <article>, or the densest
// blocks of text. Article::text is that story, paragraphs parted by blank lines, captions in lines of their
// own; is_html is set. Never fails for the page's syntax.
FileRead read_html(std::string bytes, const std::string& doc, const std::string& id);

}  // namespace entente::extract
