#include "store/index_rows.hpp"

#include "graph/view.hpp"
#include "store/coding.hpp"
#include "store/values.hpp"

#include <algorithm>

namespace entente::store {

namespace {

void add_edge(std::vector<Row>& rows, const graph::Edge& edge) {
    const std::string facts = encode(EdgeFacts{.type = edge.type,
                                               .status = edge.status,
                                               .reciprocal = edge.reciprocal,
                                               .derived = edge.derived,
                                               .reports = edge.reports,
                                               .sources = edge.sources});
    rows.push_back({Family::graph, keys::edge(keys::Side::out, edge), facts});
    rows.push_back({Family::graph, keys::edge(keys::Side::in, edge), facts});
}

}  // namespace

std::vector<graph::Edge> edges_of(const graph::Event& event, const NumberOf& number_of) {
    std::vector<graph::Edge> edges;
    for (const auto& [source, target] : graph::ends(event)) {
        graph::Edge& edge = edges.emplace_back(graph::edge_of(event));
        edge.source = number_of(source);
        edge.target = number_of(target);
    }
    return edges;
}

std::vector<graph::Edge> edges_of(const graph::Relation& relation, const NumberOf& number_of) {
    graph::Edge edge = graph::edge_of(relation);
    edge.source = number_of(relation.from);
    edge.target = number_of(relation.to);
    return {edge};
}

std::vector<graph::ActorId> parties(const graph::Event& event) {
    std::vector<graph::ActorId> all = event.actors;
    all.insert(all.end(), event.recipients.begin(), event.recipients.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::vector<Row> rows_of(const graph::Actor& actor, graph::ActorNumber number) {
    std::vector<Row> rows = {
        {Family::graph, keys::actor(number), encode(actor)},
        {Family::graph, keys::number_of(actor.id), encode(Numbered{.number = number, .live = true})},
    };
    for (const graph::NameUse& use : graph::names_of(actor)) {
        const Bearer bearer = {
            .rank = static_cast<std::uint8_t>(use.rank), .number = number, .articles = use.articles};
        rows.push_back({Family::graph, keys::name(use.folded, actor.id), encode(bearer)});
    }
    return rows;
}

std::vector<Row> rows_of(const graph::Event& event, const NumberOf& number_of) {
    std::string id;
    append_big64(id, event.id);
    std::vector<Row> rows = {
        {Family::graph, keys::event(event.id), encode(event)},
        {Family::graph, keys::event_on(event.date, event.id), ""},
        {Family::books, keys::event_in(event.block, event.id), ""},
    };
    for (const graph::ReportId report : event.reports) {
        // The event's own row answers for its first report.
        if (report != event.id) rows.push_back({Family::graph, keys::event_of_report(report), id});
    }
    for (const graph::ActorId& party : parties(event)) {
        rows.push_back({Family::graph, keys::event_of_actor(number_of(party), event.date, event.id), ""});
    }
    for (const graph::Edge& edge : edges_of(event, number_of)) add_edge(rows, edge);
    return rows;
}

std::vector<Row> rows_of(const graph::Relation& relation, const NumberOf& number_of) {
    std::vector<Row> rows;
    for (const graph::Edge& edge : edges_of(relation, number_of)) {
        rows.push_back({Family::graph, keys::relation(edge.id), encode(relation)});
        add_edge(rows, edge);
    }
    return rows;
}

std::vector<Row> rows_of(const graph::Form& form) {
    std::vector<Row> rows = {{Family::books, keys::form(form.key), encode(form)}};
    if (!form.actor.empty()) rows.push_back({Family::books, keys::form_of(form.actor, form.key), ""});
    return rows;
}

}  // namespace entente::store
