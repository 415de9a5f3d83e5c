// The articles that a list of paths names, one at a time.
//
//     ArticleSource source({"news/", "more.jsonl", "-"});
//     while (auto input = source.next()) { ... }         // an Article, or what was wrong with one
//
// A path is a file, a folder (read recursively in the order of the names' bytes, hidden entries and links to
// folders left out) or "-" for standard input. .txt holds one article, .html and .htm one page, .json, .jsonl
// and .ndjson any number of records: one object, objects after each other on one line or many, or an array of
// them. In a folder other endings are skipped and counted; a file named directly is told by its first bytes.
//
// Fields of a record are found by these names, the first that holds something: text maintext content body
// event_text; title headline; date date_publish published pub_date publish_date; url source_url; source
// publisher domain; id; language lang. A .txt may open with lines "Title: …", "Date: …", "Source: …",
// "URL: …", "Id: …", "Language: …", ended by a blank line or set between lines of "---"; without a title
// there, a first short line that is no sentence and stands alone is the title, and stays in the text.
//
// One bad input never stops the rest: it is an InputError in its place. A date that cannot be read is an
// InputWarning, followed by its article without a date. Memory: one record (at most max_article_bytes of it)
// and the names of the folders above it, however long the input.
#pragma once

#include "extract/article.hpp"

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::extract {

// An input that gave no article.
struct InputError {
    std::string doc;       // the file, as given
    std::size_t line = 0;  // where in it, counted from 1; 0 when the whole file is meant
    std::string what;      // what is wrong and what to try
    std::string id;        // of the record or file, as Article::id; "" when unknown

    bool operator==(const InputError&) const = default;
};

// Something odd about the article that follows it.
struct InputWarning {
    std::string doc;
    std::size_t line = 0;
    std::string what;

    bool operator==(const InputWarning&) const = default;
};

using Input = std::variant<Article, InputError, InputWarning>;

// "news/a.jsonl:12: broken JSON: …", one line.
std::string message(const InputError& error);
std::string message(const InputWarning& warning);

// What the paths hold: as their endings and first bytes tell, or CoNLL-U (read_conllu.hpp), where a folder's
// files end in .conllu.
enum class InputFormat { told, conllu };

// Several threads may call next() at once; each input goes to one of them, in order.
class ArticleSource {
 public:
    // Nothing is opened before next(); a path that cannot be read becomes an InputError there. Standard input
    // is read from `standard_input`, which outlives the source.
    explicit ArticleSource(std::vector<std::string> paths, InputFormat format = InputFormat::told);
    ArticleSource(std::vector<std::string> paths, std::istream& standard_input,
                  InputFormat format = InputFormat::told);
    ~ArticleSource();
    ArticleSource(const ArticleSource&) = delete;
    ArticleSource& operator=(const ArticleSource&) = delete;

    // The next article, error or warning; nullopt at the end.
    std::optional<Input> next();

    // Files begun so far, and files in folders that were passed over for their ending.
    [[nodiscard]] std::size_t files_opened() const;
    [[nodiscard]] std::size_t files_skipped() const;

    // Bytes read so far, of all inputs.
    [[nodiscard]] std::size_t bytes_read() const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace entente::extract
