#include "extract/input/json_records.hpp"

#include "extract/input/read_date.hpp"
#include "extract/reading/clean_text.hpp"

#include <initializer_list>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::extract {

namespace {

using nlohmann::json;
using Names = std::initializer_list<std::string_view>;

// A record may be larger than its text, by its escapes and other fields.
constexpr std::size_t max_record_bytes = max_article_bytes + max_article_bytes / 2;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// --- mending

bool hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The code of the \uXXXX at `at`; -1 when none stands there.
int escaped(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) != "\\u" || text.size() < at + 6) return -1;
    int code = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        if (!hex(text[i])) return -1;
        code = code * 16 + (text[i] <= '9' ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10);
    }
    return code;
}

bool high_surrogate(int code) {
    return code >= 0xD800 && code <= 0xDBFF;
}

bool low_surrogate(int code) {
    return code >= 0xDC00 && code <= 0xDFFF;
}

// What strict JSON forbids and careless writers write: lone surrogates, raw control characters and NaN.
// Broken UTF-8 was mended before.
std::string mended(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool in_string = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (!in_string) {
            if (c == '"') in_string = true;
            std::size_t skipped = 0;
            for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
                if (skipped == 0 && text.substr(at, word.size()) == word) skipped = word.size();
            }
            out.append(skipped > 0 ? std::string_view("null") : text.substr(at, 1));
            at += skipped > 0 ? skipped : 1;
        } else if (c == '\\') {
            const int code = escaped(text, at);
            const bool pair = high_surrogate(code) && low_surrogate(escaped(text, at + 6));
            const bool lone = !pair && (high_surrogate(code) || low_surrogate(code));
            const std::size_t size = code < 0 ? 2 : pair ? 12 : 6;
            out.append(lone ? std::string_view("\\ufffd") : text.substr(at, size));
            at += size;
        } else {
            if (c == '"') in_string = false;
            const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
            out.push_back(control ? ' ' : c);
            ++at;
        }
    }
    return out;
}

std::string reason(const json::parse_error& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 7: syntax error while …"
    std::string_view what = error.what();
    const std::size_t colon = what.find(": ");
    if (colon != std::string_view::npos) what.remove_prefix(colon + 2);
    return fmt::format("broken JSON at its byte {}: {}", error.byte, clean_line(what.substr(0, 160)));
}

struct Parsed {
    json value;
    std::string broken;
};

Parsed parse(const std::string& bytes) {
    try {
        return {json::parse(bytes), {}};
    } catch (const json::parse_error&) {
        // Mending costs a pass that almost no record needs.
    }
    try {
        return {json::parse(mended(valid_utf8(bytes))), {}};
    } catch (const json::parse_error& error) {
        return {{}, reason(error)};
    }
}

// --- fields

std::string written(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_unsigned() || value.is_number_integer()) return value.dump();
    if (value.is_number_float()) return fmt::format("{}", value.get<double>());
    return {};
}

// A name inside an object: {"source": {"name": "Reuters"}}
std::string named(const json& value) {
    if (!value.is_object()) return written(value);
    for (const char* const field : {"name", "title", "domain", "id", "$date", "url"}) {
        if (const auto found = value.find(field); found != value.end() && !found->is_object()) {
            if (std::string text = written(*found); !text.empty()) return text;
        }
    }
    return {};
}

std::string first_of(const json& record, Names fields) {
    for (const std::string_view field : fields) {
        if (const auto found = record.find(field); found != record.end()) {
            if (std::string text = named(*found); !text.empty()) return text;
        }
    }
    return {};
}

bool has_letters(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

// The text, or paragraphs that make it one.
void take_text(const json& record, Article& article) {
    for (const std::string_view field : {"text", "maintext", "content", "body", "event_text"}) {
        const auto found = record.find(field);
        if (found == record.end()) continue;
        if (found->is_string() && has_letters(found->get_ref<const std::string&>())) {
            article.text = found->get<std::string>();
            return;
        }
        if (!found->is_array()) continue;
        std::string joined;
        for (const json& paragraph : *found) {
            if (!paragraph.is_string()) continue;
            if (!joined.empty()) joined += "\n\n";
            joined += paragraph.get_ref<const std::string&>();
        }
        if (has_letters(joined)) {
            article.text = std::move(joined);
            article.is_html = true;
            return;
        }
    }
}

const json* elements(const json& record) {
    for (const char* const field : {"articles", "docs", "items", "results"}) {
        const auto found = record.find(field);
        if (found != record.end() && found->is_array() && !found->empty() && found->front().is_object())
            return &*found;
    }
    return nullptr;
}

constexpr std::string_view no_text_field =
    "no text: none of the fields text, maintext, content, body, event_text holds a string with words in it";

// Appends what a record says to `found`: an article, with a warning before it where its date cannot be read.
void add_article(const json& record, const std::string& doc, std::size_t line, const std::string& id,
                 std::deque<Input>& found) {
    Article article;
    article.doc = doc;
    article.id = clean_line(first_of(record, {"id", "_id"}));
    if (article.id.empty()) article.id = id;
    take_text(record, article);
    if (article.text.empty()) {
        found.emplace_back(InputError{doc, line, std::string(no_text_field), article.id});
        return;
    }
    if (article.text.size() > max_article_bytes) {
        found.emplace_back(InputError{
            doc, line, fmt::format("is larger than {} MB: split it", max_article_bytes >> 20U), article.id});
        return;
    }
    article.title = clean_line(first_of(record, {"title", "headline"}));
    article.url = clean_line(first_of(record, {"url", "source_url"}));
    article.source = clean_line(first_of(record, {"source", "publisher", "domain", "source_domain"}));
    article.language = clean_line(first_of(record, {"language", "lang"}));
    const std::string date =
        clean_line(first_of(record, {"date", "date_publish", "published", "pub_date", "publish_date"}));
    if (const auto read = read_date(date)) {
        article.date = *read;
    } else if (!date.empty()) {
        found.emplace_back(InputWarning{
            doc, line,
            fmt::format(
                "cannot read the date \"{}\": the article is read without one; write it as 2016-07-15",
                clean_line(date.substr(0, 60)))});
    }
    found.emplace_back(std::move(article));
}

}  // namespace

JsonRecords::JsonRecords(ByteStream& bytes, std::string doc, std::string id)
    : bytes_(bytes), doc_(std::move(doc)), id_(std::move(id)) {
    if (bytes_.peek(3).starts_with("\xEF\xBB\xBF")) bytes_.skip(3);
}

std::optional<Input> JsonRecords::next() {
    while (ready_.empty() && to_record()) take(take_record());
    if (ready_.empty()) return std::nullopt;
    Input input = std::move(ready_.front());
    ready_.pop_front();
    return input;
}

std::string JsonRecords::record_id(std::size_t line) const {
    return fmt::format("{}:{}", id_, line);
}

// Moves to the next '{', reporting what else stands in the way; false at the end.
bool JsonRecords::to_record() {
    while (true) {
        const std::string_view bytes = bytes_.peek();
        if (bytes.empty()) return false;
        const char c = bytes[0];
        if (c == '{') return true;
        if (c == '\n') ++line_;
        if (is_blank(c) || c == ',' || c == '[' || c == ']' || c == '\x1E') {
            bytes_.skip(1);
            continue;
        }
        ready_.emplace_back(InputError{doc_, line_,
                                       "no JSON object starts here: every record is an object, {\"text\": …}",
                                       record_id(line_)});
        skip_line();
        return false;
    }
}

void JsonRecords::skip_line() {
    while (true) {
        const std::string_view bytes = bytes_.peek();
        if (bytes.empty()) return;
        const std::size_t end = bytes.find('\n');
        if (end != std::string_view::npos) {
            bytes_.skip(end);
            return;
        }
        bytes_.skip(bytes.size());
    }
}

// Whether the line end that comes next breaks the record off: it must, where every record so far closed on
// its line or the next line plainly opens another.
bool JsonRecords::breaks_off(char last_mark, bool in_string) {
    if (in_string || one_a_line_) return true;
    const std::string_view ahead = bytes_.peek(2);
    return ahead.size() > 1 && ahead[1] == '{' && last_mark != ',' && last_mark != '[';
}

JsonRecords::Record JsonRecords::take_record() {
    Record record;
    record.line = line_;
    std::size_t depth = 0;
    std::size_t size = 0;
    bool in_string = false;
    bool escape = false;
    char last_mark = 0;
    while (true) {
        const std::string_view bytes = bytes_.peek();
        if (bytes.empty()) {
            record.broken = "broken JSON: the input ends inside this record";
            return record;
        }
        std::size_t at = 0;
        bool done = false;
        for (; at < bytes.size() && !done; ++at) {
            const char c = bytes[at];
            if (c == '\n') break;
            if (escape) {
                escape = false;
            } else if (in_string) {
                if (c == '\\') escape = true;
                if (c == '"') in_string = false;
            } else {
                if (c == '"') in_string = true;
                if (c == '{' || c == '[') ++depth;
                if ((c == '}' || c == ']') && --depth == 0) done = true;
                if (!is_blank(c)) last_mark = c;
            }
        }
        size += at;
        if (size <= max_record_bytes) record.bytes.append(bytes.substr(0, at));
        const bool line_end = !done && at < bytes.size();
        bytes_.skip(at);
        if (done) break;
        if (!line_end) continue;
        if (breaks_off(last_mark, in_string)) {
            record.broken = "broken JSON: the line ends inside this record";
            break;
        }
        bytes_.skip(1);
        record.bytes.push_back('\n');
        ++line_;
    }
    if (size > max_record_bytes)
        record.broken = fmt::format("is larger than {} MB: split it", max_article_bytes >> 20U);
    if (record.broken.empty() && record.line == line_)
        one_a_line_ = bytes_.peek().empty() || is_blank(bytes_.peek()[0]) || one_a_line_;
    return record;
}

void JsonRecords::take(const Record& record) {
    const std::string id = record_id(record.line);
    if (!record.broken.empty()) {
        ready_.emplace_back(InputError{doc_, record.line, record.broken, id});
        return;
    }
    const Parsed parsed = parse(record.bytes);
    if (!parsed.broken.empty()) {
        ready_.emplace_back(InputError{doc_, record.line, parsed.broken, id});
        return;
    }
    const json* const list = elements(parsed.value);
    if (list == nullptr) {
        add_article(parsed.value, doc_, record.line, id, ready_);
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        if ((*list)[i].is_object())
            add_article((*list)[i], doc_, record.line, fmt::format("{}:{}", id, i + 1), ready_);
    }
}

}  // namespace entente::extract
