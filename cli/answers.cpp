#include "cli/answers.hpp"

#include <fmt/format.h>

namespace entente::cli {

Json or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(std::string(text));
}

Json or_null(const extract::Date& date) {
    return or_null(extract::to_string(date));
}

Json actor_json(const graph::Actor& actor) {
    return {{"id", actor.id},
            {"name", actor.name},
            {"type", extract::name(actor.type)},
            {"country", or_null(actor.country)},
            {"sectors", actor.sectors},
            {"articles", actor.articles}};
}

Json event_json(const graph::Event& event) {
    Json json = {{"id", graph::event_name(event.id)},
                 {"type", event.typed ? Json(extract::name(event.type)) : Json(nullptr)},
                 {"mode", or_null(event.mode)},
                 {"status", or_null(extract::name(event.status))},
                 {"date", or_null(event.date)},
                 {"place", or_null(event.place)},
                 {"actors", event.actors},
                 {"recipients", event.recipients},
                 {"quad", event.typed ? Json(extract::quad_class(event.type)) : Json(nullptr)},
                 {"score", event.score_tenths / 10.0},
                 {"cameo", or_null(event.cameo)},
                 {"contexts", event.contexts},
                 {"confidence", event.confidence_percent / 100.0},
                 {"reports", graph::report_count(event)},
                 {"articles", event.articles},
                 {"sources", event.sources}};
    if (!event.dataset.empty()) json["dataset"] = event.dataset;
    return json;
}

Json relation_json(const graph::Relation& relation) {
    return {{"id", graph::relation_name(graph::relation_id(relation.type, relation.from, relation.to))},
            {"type", extract::name(relation.type)},
            {"from", relation.from},
            {"to", relation.to},
            {"derived", relation.derived},
            {"reports", relation.evidence.size()},
            {"first_seen", or_null(relation.first_seen)},
            {"last_seen", or_null(relation.last_seen)}};
}

Json article_json(const graph::ArticleRecord& article) {
    return {{"key", article.key},
            {"id", article.id},
            {"doc", article.doc},
            {"title", or_null(article.title)},
            {"date", or_null(article.date)},
            {"source", or_null(article.source)},
            {"url", or_null(article.url)}};
}

std::string date_range(const extract::Date& first, const extract::Date& last) {
    if (!first.known() && !last.known()) {
        return "undated";
    }
    if (first == last || !last.known()) {
        return extract::to_string(first);
    }
    return fmt::format("{}..{}", extract::to_string(first), extract::to_string(last));
}

std::string event_kind(const graph::Event& event, const Paint& paint) {
    std::string kind = paint.type(event.type);
    if (!event.typed) {
        kind = event.cameo.empty() ? "untyped" : fmt::format("CAMEO {}", one_line(event.cameo));
    }
    if (!event.mode.empty()) {
        kind += fmt::format("/{}", one_line(event.mode));
    }
    if (event.status != extract::Status::reported) {
        kind += fmt::format(" ({})", extract::name(event.status));
    }
    return kind;
}

std::string event_parties(const graph::Event& event, Names& names) {
    if (graph::reciprocal(event)) {
        return names.list(event.actors, " <-> ");
    }
    if (event.recipients.empty()) {
        return names.list(event.actors);
    }
    return fmt::format("{}{}-> {}", names.list(event.actors), event.actors.empty() ? "" : " ",
                       names.list(event.recipients));
}

std::string event_weight(const graph::Event& event) {
    return fmt::format("{}, {}", counted(graph::report_count(event), "report"),
                       counted(event.sources, "source"));
}

std::string quoted(std::string_view sentence, std::size_t indent, std::size_t width) {
    const std::size_t room = width > indent + 12 ? width - indent - 2 : 10;
    return fmt::format("{}\"{}\"", std::string(indent, ' '), cut(one_line(sentence), room));
}

}  // namespace entente::cli
