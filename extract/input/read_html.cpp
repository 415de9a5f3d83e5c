#include "extract/input/read_html.hpp"

#include "extract/input/html_text.hpp"
#include "extract/input/read_date.hpp"
#include "extract/reading/clean_text.hpp"
#include "extract/reading/language.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <nlohmann/json.hpp>
#include <unicode/ucnv.h>

namespace entente::extract {

namespace {

using nlohmann::json;

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlDocument = std::unique_ptr<xmlDoc, FreeDocument>;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}

// --- encoding

// What <meta charset=…> or the http-equiv form names in the first bytes.
std::string declared_encoding(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, 4096));
    const std::size_t at = head.find("charset=");
    if (at == std::string::npos) return {};
    std::size_t begin = at + 8;
    while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) ++begin;
    std::size_t end = begin;
    while (end < head.size() && end - begin < 40 &&
           (std::string_view("\"' />;").find(head[end]) == std::string_view::npos))
        ++end;
    return head.substr(begin, end - begin);
}

std::optional<std::string> converted(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out(bytes.size() * 4 + 8, '\0');
    if (out.size() > INT32_MAX) return std::nullopt;
    const auto size =
        ucnv_convert("UTF-8", encoding.c_str(), out.data(), static_cast<std::int32_t>(out.size()),
                     bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    out.resize(static_cast<std::size_t>(size));
    return out;
}

std::string to_utf8(std::string bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return valid_utf8(std::string_view(bytes).substr(3));
    if (bytes.starts_with("\xFF\xFE"))
        return converted(std::string_view(bytes).substr(2), "UTF-16LE").value_or(std::string());
    if (bytes.starts_with("\xFE\xFF"))
        return converted(std::string_view(bytes).substr(2), "UTF-16BE").value_or(std::string());
    const std::string encoding = declared_encoding(bytes);
    const bool latin =
        encoding == "iso-8859-1" || encoding == "latin1" || encoding == "us-ascii" || encoding == "ascii";
    const bool own = encoding.empty() || encoding == "utf-8" || encoding == "utf8" || latin ||
                     encoding.starts_with("utf-16");
    if (!own) {
        // Pages that say windows-1251 and are UTF-8 all the same would come out as noise.
        if (valid_utf8(bytes) == bytes) return bytes;
        if (auto text = converted(bytes, encoding)) return *std::move(text);
    }
    return valid_utf8(bytes);
}

HtmlDocument parse(std::string& page) {
    std::ranges::replace(page, '\0', ' ');
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    return HtmlDocument(
        htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", options));
}

// --- particulars

// What a page says of its article; the first source that tells wins, in the order of taking.
struct Particulars {
    std::string title;
    std::string date;
    std::string url;
    std::string source;
    std::string language;
    std::string body;

    static void take(std::string& field, std::string_view value) {
        if (!field.empty()) return;
        field = clean_line(value);
    }
};

bool article_type(const json& type) {
    if (type.is_array()) return std::ranges::any_of(type, article_type);
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report" ||
           name == "LiveBlogPosting";
}

std::string text_of(const json& object, const char* field) {
    const auto found = object.find(field);
    if (found == object.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (found->is_array() && !found->empty() && found->front().is_string())
        return found->front().get<std::string>();
    const json& inner = found->is_array() && !found->empty() ? found->front() : *found;
    if (!inner.is_object()) return {};
    for (const char* const name : {"name", "@id", "url"}) {
        const auto text = inner.find(name);
        if (text != inner.end() && text->is_string()) return text->get<std::string>();
    }
    return {};
}

void take_json_ld(const json& object, Particulars& page) {
    Particulars::take(page.title, text_of(object, "headline"));
    Particulars::take(page.date, text_of(object, "datePublished"));
    Particulars::take(page.date, text_of(object, "dateCreated"));
    Particulars::take(page.url, text_of(object, "url"));
    Particulars::take(page.url, text_of(object, "mainEntityOfPage"));
    Particulars::take(page.source, text_of(object, "publisher"));
    Particulars::take(page.language, text_of(object, "inLanguage"));
    if (page.body.empty()) page.body = text_of(object, "articleBody");
}

// Articles lie at the top, in arrays and in "@graph"; deeper objects are about other things.
void find_articles(const json& value, Particulars& page, int depth = 0) {
    if (depth > 4) return;
    if (value.is_array()) {
        for (const json& element : value) find_articles(element, page, depth + 1);
    } else if (value.is_object()) {
        const auto type = value.find("@type");
        if (type != value.end() && article_type(*type)) take_json_ld(value, page);
        for (const char* const field : {"@graph", "mainEntity", "itemListElement"}) {
            if (const auto inner = value.find(field); inner != value.end())
                find_articles(*inner, page, depth + 1);
        }
    }
}

void take_script(const xmlNode* script, Particulars& page) {
    if (attribute(script, "type").find("ld+json") == std::string::npos) return;
    std::string text;
    for (const xmlNode* child = script->children; child != nullptr; child = child->next) {
        if (child->content != nullptr) text += reinterpret_cast<const char*>(child->content);
    }
    // Raw line ends inside strings are common and forbidden.
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    const json value = json::parse(text, nullptr, false);
    if (!value.is_discarded()) find_articles(value, page);
}

struct MetaName {
    std::string_view name;
    std::string Particulars::*field;
};

// In order of trust.
constexpr auto meta_names = std::to_array<MetaName>({
    {"og:title", &Particulars::title},
    {"twitter:title", &Particulars::title},
    {"dc.title", &Particulars::title},
    {"headline", &Particulars::title},
    {"article:published_time", &Particulars::date},
    {"og:article:published_time", &Particulars::date},
    {"datepublished", &Particulars::date},
    {"date.published", &Particulars::date},
    {"publishdate", &Particulars::date},
    {"publish-date", &Particulars::date},
    {"publish_date", &Particulars::date},
    {"pubdate", &Particulars::date},
    {"parsely-pub-date", &Particulars::date},
    {"sailthru.date", &Particulars::date},
    {"dc.date.issued", &Particulars::date},
    {"dcterms.issued", &Particulars::date},
    {"dcterms.created", &Particulars::date},
    {"dc.date", &Particulars::date},
    {"dcterms.date", &Particulars::date},
    {"date", &Particulars::date},
    {"og:url", &Particulars::url},
    {"og:site_name", &Particulars::source},
    {"dc.publisher", &Particulars::source},
    {"publisher", &Particulars::source},
    {"application-name", &Particulars::source},
    {"og:locale", &Particulars::language},
    {"dc.language", &Particulars::language},
    {"content-language", &Particulars::language},
});

// Everything a page may tell, gathered in one walk and weighed afterwards.
struct PageWalk {
    Particulars json_ld;
    std::array<std::string, meta_names.size()> meta;
    std::string time;
    std::string title_element;
    std::string first_heading;
    std::string canonical;
    std::string html_language;

    void visit(const xmlNode* node) {
        const std::string_view name = name_of(node);
        if (name == "script") {
            take_script(node, json_ld);
        } else if (name == "meta") {
            take_meta(node);
        } else if (name == "time") {
            if (time.empty()) time = attribute(node, "datetime");
        } else if (name == "title") {
            if (title_element.empty()) title_element = words_of(node);
        } else if (name == "h1") {
            if (first_heading.empty()) first_heading = words_of(node);
        } else if (name == "link") {
            if (canonical.empty() && lower(attribute(node, "rel")) == "canonical")
                canonical = attribute(node, "href");
        } else if (name == "html") {
            html_language = attribute(node, "lang");
        }
    }

    void take_meta(const xmlNode* node) {
        for (const char* const key : {"property", "name", "itemprop", "http-equiv"}) {
            const std::string name = lower(attribute(node, key));
            if (name.empty()) continue;
            for (std::size_t i = 0; i < meta_names.size(); ++i) {
                if (meta_names.at(i).name == name && meta.at(i).empty())
                    meta.at(i) = attribute(node, "content");
            }
        }
    }

    [[nodiscard]] Particulars weighed() const {
        Particulars page = json_ld;
        for (std::size_t i = 0; i < meta_names.size(); ++i)
            Particulars::take(page.*meta_names.at(i).field, meta.at(i));
        Particulars::take(page.date, time);
        Particulars::take(page.url, canonical);
        Particulars::take(page.language, html_language);
        Particulars::take(page.title, first_heading);
        Particulars::take(page.title, title_element);
        return page;
    }
};

Particulars particulars_of(const xmlDoc* document) {
    PageWalk walk;
    const auto* const root = reinterpret_cast<const xmlNode*>(document);
    for (const xmlNode* node = root; node != nullptr; node = following(node, root, true)) walk.visit(node);
    return walk.weighed();
}

// --- story

// JSON-LD's body, where it is long: some write it as HTML, most without paragraphs.
std::string body_of(const Particulars& page, const std::string& story) {
    std::string body = page.body;
    if (body.find("</p>") != std::string::npos || body.find("<br") != std::string::npos) {
        body = "<article>" + body + "</article>";
        const HtmlDocument inner = parse(body);
        if (!inner) return {};
        body = story_of(reinterpret_cast<const xmlNode*>(inner.get()), page.title);
    }
    if (body.size() < 500) return {};
    // The page's own paragraphs are better than one long line, when they tell as much.
    const bool one_line = body.find('\n') == std::string::npos;
    const bool told = story.size() * 10 >= body.size() * 8 && story.size() * 10 <= body.size() * 14;
    return one_line && told ? std::string() : body;
}

}  // namespace

FileRead read_html(std::string bytes, const std::string& doc, const std::string& id) {
    FileRead read;
    if (std::string why = no_text(bytes); !why.empty()) {
        read.result = InputError{doc, 0, std::move(why), id};
        return read;
    }
    std::string page_text = to_utf8(std::move(bytes));
    const HtmlDocument document = parse(page_text);
    const Particulars page = document ? particulars_of(document.get()) : Particulars{};
    std::string story =
        document ? story_of(reinterpret_cast<const xmlNode*>(document.get()), page.title) : std::string();
    if (std::string body = body_of(page, story); !body.empty()) story = std::move(body);
    if (story.find_first_not_of(" \n") == std::string::npos) {
        read.result = InputError{doc, 0, "holds no text: no paragraphs were found in this page", id};
        return read;
    }
    Article article;
    article.id = id;
    article.doc = doc;
    article.title = page.title;
    article.url = page.url;
    article.source = page.source;
    article.language = language_code(page.language);
    article.text = std::move(story);
    article.is_html = true;
    if (const auto date = read_date(page.date)) {
        article.date = *date;
    } else if (!page.date.empty()) {
        read.warnings.push_back({doc, 0,
                                 fmt::format("cannot read the date \"{}\": the article is read without one",
                                             clean_line(page.date.substr(0, 60)))});
    }
    read.result = std::move(article);
    return read;
}

}  // namespace entente::extract
