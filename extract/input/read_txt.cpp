#include "extract/input/read_txt.hpp"

#include "extract/input/read_date.hpp"
#include "extract/reading/boilerplate.hpp"
#include "extract/reading/clean_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/ucnv.h>

namespace entente::extract {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A line of `text`: where it starts, where it ends, where the next starts.
struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t begin) {
    std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) return {begin, text.size(), text.size()};
    const bool windows = text.substr(end, 2) == "\r\n";
    return {begin, end, end + (windows ? 2 : 1)};
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::string_view unquoted(std::string_view value) {
    value = trim(value);
    const bool quoted =
        value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

std::string lower(std::string_view word) {
    std::string out(word);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// Reads "Title: …" lines into the article and leaves text_begin after them.
class FrontMatter {
 public:
    FrontMatter(Article& article, std::vector<InputWarning>& warnings)
        : article_(article), warnings_(warnings) {}

    void read() {
        const std::string_view text = article_.text;
        std::size_t at = article_.text_begin;
        std::size_t number = 1;
        Line line = line_at(text, at);
        while (line.next < text.size() && trim(content(line)).empty()) advance(line, number);
        const bool fenced = trim(content(line)) == "---";
        if (fenced) advance(line, number);
        if (!known(content(line))) return;
        while (line.begin < text.size() && field(content(line), number)) {
            at = line.next;
            advance(line, number);
        }
        if (fenced && trim(content(line)) == "---") at = line.next;
        article_.text_begin = at;
    }

 private:
    [[nodiscard]] std::string_view content(const Line& line) const {
        return std::string_view(article_.text).substr(line.begin, line.end - line.begin);
    }

    void advance(Line& line, std::size_t& number) const {
        line = line_at(article_.text, line.next);
        ++number;
    }

    static std::string key(std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0 || colon > 24) return {};
        return lower(trim(line.substr(0, colon)));
    }

    static bool known(std::string_view line) {
        const std::string name = key(line);
        return name == "title" || name == "headline" || name == "date" || name == "source" ||
               name == "publisher" || name == "url" || name == "id" || name == "language" || name == "lang" ||
               name == "published" || name == "author";
    }

    // Takes one line; false when it is no field.
    bool field(std::string_view line, std::size_t number) {
        const std::string name = key(line);
        if (name.empty() || name.find(' ') != std::string::npos) return false;
        const std::string value = clean_line(unquoted(line.substr(line.find(':') + 1)));
        if (name == "title" || name == "headline") article_.title = value;
        if (name == "source" || name == "publisher") article_.source = value;
        if (name == "url") article_.url = value;
        if (name == "id" && !value.empty()) article_.id = value;
        if (name == "language" || name == "lang") article_.language = value;
        if (name == "date" || name == "published") date(value, number);
        return true;
    }

    void date(const std::string& value, std::size_t number) {
        if (value.empty()) return;
        if (const auto date = read_date(value)) {
            article_.date = *date;
        } else {
            warnings_.push_back(
                {article_.doc, number,
                 fmt::format(
                     "cannot read the date \"{}\": the article is read without one; write it as 2016-07-15",
                     value.substr(0, 60))});
        }
    }

    Article& article_;
    std::vector<InputWarning>& warnings_;
};

bool is_headline(std::string_view line) {
    if (line.size() < 8 || line.size() > 200 || line.ends_with('.') || line.ends_with(':') ||
        line.ends_with(','))
        return false;
    const auto blanks = std::ranges::count(line, ' ');
    return blanks >= 1 && blanks <= 30;
}

// The first line that could be read as a headline and stands alone; lines of the page itself may stand above.
std::string headline(std::string_view text, std::size_t at) {
    BoilerplateJudge judge;
    for (int lines = 0; lines < 4 && at < text.size(); ++lines) {
        Line line = line_at(text, at);
        while (line.next < text.size() && trim(text.substr(line.begin, line.end - line.begin)).empty())
            line = line_at(text, line.next);
        const std::string words =
            clean_line(text.substr(line.begin, std::min<std::size_t>(line.end - line.begin, 1000)));
        const Line after = line_at(text, line.next);
        const bool alone =
            line.next < text.size() && trim(text.substr(after.begin, after.end - after.begin)).empty();
        at = line.next;
        if (judge.boilerplate(words)) continue;
        return alone && is_headline(words) ? words : std::string();
    }
    return {};
}

// From UTF-16 with a byte order mark to UTF-8.
std::string from_utf16(std::string_view bytes) {
    const char* const charset = bytes.starts_with("\xFF\xFE") ? "UTF-16LE" : "UTF-16BE";
    UErrorCode status = U_ZERO_ERROR;
    std::string out(bytes.size() * 2 + 8, '\0');
    const std::string_view body = bytes.substr(2);
    const auto size = ucnv_convert("UTF-8", charset, out.data(), static_cast<std::int32_t>(out.size()),
                                   body.data(), static_cast<std::int32_t>(body.size()), &status);
    if (U_FAILURE(status) != 0) return {};
    out.resize(static_cast<std::size_t>(size));
    return out;
}

bool utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

std::string no_text(std::string_view bytes) {
    if (utf16(bytes)) return {};
    const std::string_view head = bytes.substr(0, 8192);
    const auto controls = std::ranges::count_if(head, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1A';
    });
    if (head.find('\0') != std::string_view::npos || static_cast<std::size_t>(controls) * 10 > head.size()) {
        return "is not text: it holds binary data; entente reads .txt, .html, .json and .jsonl";
    }
    if (bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos)
        return "is empty: nothing to read";
    return {};
}

FileRead read_txt(std::string bytes, const std::string& doc, const std::string& id) {
    FileRead read;
    if (std::string why = no_text(bytes); !why.empty()) {
        read.result = InputError{doc, 0, std::move(why), id};
        return read;
    }
    Article article;
    article.id = id;
    article.doc = doc;
    article.is_html = utf16(bytes);
    article.text = article.is_html ? from_utf16(bytes) : std::move(bytes);
    if (std::string_view(article.text).starts_with(byte_order_mark))
        article.text_begin = byte_order_mark.size();
    FrontMatter(article, read.warnings).read();
    if (article.text.find_first_not_of(" \t\r\n", article.text_begin) == std::string::npos) {
        read.result =
            InputError{doc, 0, "has no text after its front matter: put a blank line and the story below it",
                       article.id};
        return read;
    }
    if (article.title.empty()) article.title = headline(article.text, article.text_begin);
    read.result = std::move(article);
    return read;
}

}  // namespace entente::extract
