// All that a View shows, as text, in an order that does not depend on numbers: two graphs that hold the same
// give the same dump. Whoever implements View can be compared with MemoryGraph by it.
#pragma once

#include "graph/view.hpp"

#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::tests {

inline std::string dump(const graph::Actor& actor) {
    std::string text =
        fmt::format("actor {} '{}' {} {} [{}] articles {}", actor.id, actor.name, extract::name(actor.type),
                    actor.country, fmt::join(actor.sectors, " "), actor.articles);
    for (const auto& [alias, articles] : actor.aliases) text += fmt::format(" '{}'={}", alias, articles);
    return text + "\n";
}

inline std::string dump(const graph::Report& report) {
    return fmt::format("    report {} {}#{} '{}' {} {} {} {} {} at '{}' [{}] -> [{}] {} {} {} [{}]\n",
                       graph::event_name(report.id), report.article, report.index, report.source,
                       extract::to_string(report.published), extract::name(report.type), report.mode,
                       extract::name(report.status), extract::to_string(report.date), report.place,
                       fmt::join(report.actors, " "), fmt::join(report.recipients, " "),
                       report.confidence_percent, report.score_tenths, report.cameo,
                       fmt::join(report.contexts, " "));
}

inline std::string dump(const graph::Event& event) {
    return fmt::format(
        "event {} block {} {} {} {} {} at '{}' [{}] -> [{}] {} {} [{}] {} reports {} articles {} copies {} "
        "sources "
        "{}\n",
        graph::event_name(event.id), event.block, extract::name(event.type), event.mode,
        extract::name(event.status), extract::to_string(event.date), event.place,
        fmt::join(event.actors, " "), fmt::join(event.recipients, " "), event.score_tenths, event.cameo,
        fmt::join(event.contexts, " "), event.confidence_percent, event.reports.size(), event.articles,
        event.copies, event.sources);
}

inline std::string dump(const graph::Relation& relation) {
    std::string text =
        fmt::format("relation {} {} -> {} derived {} seen {} to {}\n", extract::name(relation.type),
                    relation.from, relation.to, int{relation.derived},
                    extract::to_string(relation.first_seen), extract::to_string(relation.last_seen));
    for (const graph::RelationEvidence& piece : relation.evidence) {
        text += fmt::format("    evidence {}#{} {} '{}' derived {} ended {}\n", piece.article, piece.index,
                            extract::to_string(piece.published), piece.label, int{piece.derived},
                            int{piece.ended});
    }
    return text;
}

inline std::string dump(const graph::View& view, const graph::Edge& edge) {
    return fmt::format(
        "  edge {} {} -> {} type {} status {} reciprocal {} derived {} {} reports {} sources {}\n",
        edge.kind == graph::EdgeKind::event ? graph::event_name(edge.id) : graph::relation_name(edge.id),
        view.id(edge.source), view.id(edge.target), edge.type, extract::name(edge.status),
        int{edge.reciprocal}, int{edge.derived}, extract::to_string(edge.date), edge.reports, edge.sources);
}

// Edges of equal date and id come in order of numbers, so their lines are sorted.
inline std::string dump(const graph::View& view, const graph::EdgeBlock& edges) {
    std::vector<std::string> lines;
    for (const graph::Edge& edge : *edges) lines.push_back(dump(view, edge));
    std::sort(lines.begin(), lines.end());
    return fmt::format("{}", fmt::join(lines, ""));
}

inline std::string dump(const graph::View& view) {
    const graph::Counts counts = view.counts();
    std::string text =
        fmt::format("articles {} actors {} events {} reports {} relations {} edges {}\n", counts.articles,
                    counts.actors, counts.events, counts.reports, counts.relations, counts.edges);
    view.articles([&](const graph::ArticleRecord& article) {
        text += fmt::format("article {} {} {} '{}' {}\n", article.key, article.version, article.id,
                            article.title, extract::to_string(article.date));
        return true;
    });
    view.actors([&](graph::ActorNumber number, const graph::ActorId&) {
        text += dump(view.actor(number));
        text += fmt::format("  degree {}\n", view.degree(number));
        text += "  out:\n" + dump(view, view.out_edges(number));
        text += "  in:\n" + dump(view, view.in_edges(number));
        const graph::EdgeBlock block = view.out_edges(number);
        for (const graph::Edge& edge : *block) {
            if (edge.kind == graph::EdgeKind::relation) text += dump(view.relation(edge.id).value());
        }
        text += "  events of:";
        view.events_of(number, [&](const graph::Event& event) {
            text += " " + graph::event_name(event.id);
            return true;
        });
        text += "\n";
        return true;
    });
    view.events([&](const graph::Event& event) {
        text += dump(event);
        for (const graph::Report& report : view.reports(event)) text += dump(report);
        return true;
    });
    view.names("", [&](std::string_view folded, graph::ActorNumber number) {
        text += fmt::format("name '{}' {}\n", folded, view.id(number));
        return true;
    });
    text += fmt::format("hub degree {}\n", view.hub_degree());
    return text;
}

}  // namespace entente::tests
