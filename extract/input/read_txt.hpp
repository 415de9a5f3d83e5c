// An article out of a text file: front matter, title, story.
#pragma once

#include "extract/article.hpp"
#include "extract/input/article_source.hpp"

#include <string>
#include <vector>

namespace entente::extract {

// What a file gave: an article, or an error; with it what was odd about it.
struct FileRead {
    std::vector<InputWarning> warnings;
    std::variant<Article, InputError> result;
};

// `bytes` is the whole file: Article::text keeps it as it is. UTF-16 with a byte order mark becomes UTF-8,
// and Article::is_html says that the text is not the file's any more. `doc` is the file's name as given, `id`
// the article's id unless the front matter has one.
FileRead read_txt(std::string bytes, const std::string& doc, const std::string& id);

// Why bytes are no text to read ("is empty", "is not text: …"); "" when they are.
std::string no_text(std::string_view bytes);

}  // namespace entente::extract
