#include "graph/article_key.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <xxhash.h>

namespace entente::graph {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
    return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string_view>& parts, char separator) {
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) joined += separator;
        joined += parts[i];
    }
    return joined;
}

// Parameters that tell where a reader came from and not what is read.
bool is_tracking(std::string_view parameter) {
    const std::string name = lower(parameter.substr(0, parameter.find('=')));
    constexpr std::array<std::string_view, 6> known = {"fbclid", "gclid", "mc_cid",
                                                       "mc_eid", "ocid",  "cmpid"};
    return name.empty() || name.starts_with("utm_") || std::ranges::find(known, name) != known.end();
}

std::string normal_query(std::string_view query) {
    std::vector<std::string_view> parameters = split(query, '&');
    std::erase_if(parameters, is_tracking);
    return join(parameters, '&');
}

std::string normal_host(std::string_view authority) {
    std::string host = lower(authority);
    if (host.starts_with("www.")) host.erase(0, 4);
    if (host.ends_with(":80")) host.resize(host.size() - 3);
    if (host.ends_with(":443")) host.resize(host.size() - 4);
    return host;
}

std::string_view file_name(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);  // npos + 1 is 0
}

bool is_name_of_file(std::string_view id, std::string_view path) {
    const std::string_view file = file_name(path);
    if (!file.starts_with(id)) return false;
    return file.size() == id.size() || file[id.size()] == '.';
}

// Fields in order, each with its length before it, so that no two records give the same bytes.
class Content {
 public:
    Content& operator<<(std::string_view text) {
        bytes_ += fmt::format("{}:", text.size());
        bytes_ += text;
        return *this;
    }
    Content& operator<<(std::int64_t number) {
        bytes_ += fmt::format("{};", number);
        return *this;
    }
    Content& operator<<(const std::vector<std::string>& texts) {
        *this << static_cast<std::int64_t>(texts.size());
        for (const std::string& text : texts) *this << text;
        return *this;
    }
    Content& operator<<(ByteSpan span) { return *this << std::int64_t{span.begin} << std::int64_t{span.end}; }
    Content& operator<<(const Date& date) { return *this << extract::to_string(date); }

    [[nodiscard]] std::string hash() const {
        const XXH128_hash_t hash = XXH3_128bits(bytes_.data(), bytes_.size());
        return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
    }

 private:
    std::string bytes_;
};

void write(Content& content, const extract::Actor& actor) {
    content << actor.id << actor.name << extract::name(actor.type) << actor.country << actor.sectors
            << actor.mentions << actor.resolved << static_cast<std::int64_t>(actor.spans.size());
    for (const ByteSpan span : actor.spans) content << span;
}

void write(Content& content, const extract::Relation& relation) {
    content << extract::name(relation.type) << relation.from << relation.to << relation.label
            << relation.evidence << relation.evidence_span << std::int64_t{relation.derived}
            << std::int64_t{relation.ended};
}

void write(Content& content, const extract::Event& event) {
    content << extract::name(event.type) << event.mode << event.actors << event.recipients
            << extract::name(event.status) << event.date << event.place << event.evidence
            << event.evidence_span << event.trigger << event.trigger_span << std::int64_t{event.score_tenths}
            << event.cameo << event.contexts << event.fired << std::int64_t{event.confidence_percent};
}

std::string version_of(const extract::Extraction& extraction) {
    Content content;
    content << extraction.id << extraction.title << extraction.date << extraction.source << extraction.url
            << extraction.language << extraction.text;
    content << static_cast<std::int64_t>(extraction.actors.size());
    for (const extract::Actor& actor : extraction.actors) write(content, actor);
    content << static_cast<std::int64_t>(extraction.relations.size());
    for (const extract::Relation& relation : extraction.relations) write(content, relation);
    for (const extract::Event& event : extraction.events) write(content, event);
    return content.hash();
}

std::string text_hash(const extract::Extraction& extraction) {
    return (Content{} << extraction.title << extraction.text).hash();
}

// A file that holds many records: its path alone names none of them.
bool holds_records(std::string_view path) {
    const std::string name = lower(file_name(path));
    return name.find(".json") != std::string::npos || name.find(".ndjson") != std::string::npos;
}

}  // namespace

std::string normal_url(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    const std::size_t question = url.find('?');
    const std::string query =
        question == std::string_view::npos ? std::string{} : normal_query(url.substr(question + 1));
    url = url.substr(0, question);
    const std::size_t slash = url.find('/');
    std::string normal = normal_host(url.substr(0, slash));
    if (slash != std::string_view::npos) normal += url.substr(slash);
    while (normal.ends_with('/')) normal.pop_back();
    return query.empty() ? normal : normal + "?" + query;
}

std::string normal_path(std::string_view path) {
    std::vector<std::string_view> kept;
    for (const std::string_view part : split(path, '/')) {
        if (part.empty() || part == ".") continue;
        if (part == ".." && !kept.empty() && kept.back() != "..") {
            kept.pop_back();
        } else {
            kept.push_back(part);
        }
    }
    return (path.starts_with('/') ? "/" : "") + join(kept, '/');
}

ArticleKey article_key(const extract::Extraction& extraction) {
    if (!extraction.url.empty()) return "url:" + normal_url(extraction.url);
    const bool has_file = !extraction.doc.empty() && extraction.doc != "-";
    const bool has_id =
        !extraction.id.empty() && !(has_file && is_name_of_file(extraction.id, extraction.doc));
    if (!extraction.source.empty() && has_id)
        return fmt::format("id:{}/{}", extraction.source, extraction.id);
    if (has_file) {
        const std::string path = normal_path(extraction.doc);
        if (has_id) return fmt::format("file:{}#{}", path, extraction.id);
        return holds_records(path) ? fmt::format("file:{}#{}", path, text_hash(extraction)) : "file:" + path;
    }
    return has_id ? "id:" + extraction.id : "text:" + text_hash(extraction);
}

Said said(extract::Extraction extraction) {
    Said result;
    ArticleRecord& article = result.article;
    article.key = article_key(extraction);
    article.id = extraction.id;
    article.doc = extraction.doc;
    article.title = extraction.title;
    article.date = extraction.date;
    article.source = extraction.source;
    article.url = extraction.url;
    article.language = extraction.language;
    article.version = version_of(extraction);
    article.actors = static_cast<std::uint32_t>(extraction.actors.size());
    article.relations = static_cast<std::uint32_t>(extraction.relations.size());
    article.reports = static_cast<std::uint32_t>(extraction.events.size());
    result.extraction = std::move(extraction);
    return result;
}

}  // namespace entente::graph
