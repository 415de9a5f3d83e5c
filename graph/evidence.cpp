#include "graph/evidence.hpp"

#include <algorithm>
#include <tuple>

namespace entente::graph {

namespace {

bool is_full(std::size_t size, std::size_t limit) {
    return limit != 0 && size >= limit;
}

}  // namespace

void best_first(std::vector<Report>& reports) {
    std::ranges::sort(reports, [](const Report& a, const Report& b) {
        return std::tuple{b.confidence_percent, a.id} < std::tuple{a.confidence_percent, b.id};
    });
}

void best_first(std::vector<RelationEvidence>& pieces) {
    std::ranges::sort(pieces, [](const RelationEvidence& a, const RelationEvidence& b) {
        return std::tuple{a.derived, b.published, a.article, a.index} <
               std::tuple{b.derived, a.published, b.article, b.index};
    });
}

std::vector<EventEvidence> evidence(const View& view, const Event& event, std::size_t limit) {
    std::vector<Report> reports = view.reports(event);
    best_first(reports);
    std::vector<EventEvidence> found;
    for (Report& report : reports) {
        if (is_full(found.size(), limit)) break;
        std::optional<Said> said = view.said(report.article);
        if (!said || report.index >= said->extraction.events.size()) continue;
        extract::Event told = said->extraction.events[report.index];
        found.push_back({std::move(report), std::move(*said), std::move(told)});
    }
    return found;
}

std::vector<RelationSentence> evidence(const View& view, const Relation& relation, std::size_t limit) {
    std::vector<RelationEvidence> pieces = relation.evidence;
    best_first(pieces);
    std::vector<RelationSentence> found;
    for (RelationEvidence& piece : pieces) {
        if (is_full(found.size(), limit)) break;
        std::optional<Said> said = view.said(piece.article);
        if (!said || piece.index >= said->extraction.relations.size()) continue;
        extract::Relation told = said->extraction.relations[piece.index];
        found.push_back({std::move(piece), std::move(*said), std::move(told)});
    }
    return found;
}

std::string one_line(std::string_view sentence) {
    std::string line;
    for (const char c : sentence) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v';
        if (!is_blank) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string quotation(const View& view, const Edge& edge) {
    if (edge.kind == EdgeKind::event) {
        const std::optional<Event> event = view.event(edge.id);
        if (!event) return {};
        const std::vector<EventEvidence> best = evidence(view, *event, 1);
        return best.empty() ? std::string{} : one_line(best.front().event.evidence);
    }
    const std::optional<Relation> relation = view.relation(edge.id);
    if (!relation) return {};
    const std::vector<RelationSentence> best = evidence(view, *relation, 1);
    return best.empty() ? std::string{} : one_line(best.front().relation.evidence);
}

}  // namespace entente::graph
