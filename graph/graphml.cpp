#include "graph/graphml.hpp"

#include "graph/evidence.hpp"
#include "graph/xml_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::graph {

namespace {

struct Key {
    std::string_view id;  // never d<number>: Gephi takes d3 and d7 for labels
    std::string_view name;
    std::string_view type;
};

constexpr std::array<Key, 7> node_keys = {{{"n_label", "label", "string"},
                                           {"n_actor", "actor", "string"},
                                           {"n_type", "type", "string"},
                                           {"n_country", "country", "string"},
                                           {"n_sectors", "sectors", "string"},
                                           {"n_aliases", "aliases", "string"},
                                           {"n_articles", "articles", "int"}}};

constexpr std::array<Key, 23> edge_keys = {{{"e_label", "label", "string"},
                                            {"e_kind", "kind", "string"},
                                            {"e_type", "type", "string"},
                                            {"e_mode", "mode", "string"},
                                            {"e_quad", "quad", "int"},
                                            {"e_status", "status", "string"},
                                            {"e_date", "date", "string"},
                                            {"e_first", "first", "string"},
                                            {"e_last", "last", "string"},
                                            {"e_place", "place", "string"},
                                            {"e_mutual", "mutual", "int"},
                                            {"e_derived", "derived", "int"},
                                            {"e_events", "events", "int"},
                                            {"e_reports", "reports", "int"},
                                            {"e_sources", "sources", "int"},
                                            {"e_score", "score", "double"},
                                            {"e_confidence", "confidence", "double"},
                                            {"e_cameo", "cameo", "string"},
                                            {"e_contexts", "contexts", "string"},
                                            {"e_weight", "weight", "int"},
                                            {"e_event", "event", "string"},
                                            {"e_evidence", "evidence", "string"},
                                            {"e_article", "article", "string"}}};

// A number as XML Schema's double writes it, the same everywhere.
std::string decimal(int times, int unit) {
    return fmt::format("{}", static_cast<double>(times) / unit);
}

// Writes elements, line by line, and notices when nobody takes them any more.
class Lines {
 public:
    explicit Lines(std::ostream& out) : out_(out) {}

    Lines& operator<<(std::string_view markup) {
        line_ += markup;
        return *this;
    }
    Lines& text(std::string_view text) {
        append_xml(line_, text);
        return *this;
    }
    void end() {
        line_ += '\n';
        out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
        line_.clear();
        if (!out_)
            throw std::runtime_error("cannot write the GraphML: the disk is full or the reader is gone");
    }

    // An empty value is an absent one.
    Lines& data(std::string_view key, std::string_view value) {
        if (value.empty()) return *this;
        *this << "<data key=\"" << key << "\">";
        return text(value) << "</data>";
    }
    Lines& data(std::string_view key, std::uint64_t value) { return data(key, fmt::format("{}", value)); }

 private:
    std::ostream& out_;
    std::string line_;
};

// Articles read lately, without their texts: the edges of one actor often quote the same ones.
class Shelf {
 public:
    explicit Shelf(const View& view) : view_(view) {}

    const std::optional<Said>& article(const ArticleKey& key) {
        const auto found = articles_.find(key);
        if (found != articles_.end()) return found->second;
        if (articles_.size() == most_kept) articles_.clear();
        std::optional<Said> said = view_.said(key);
        if (said) said->extraction.text.clear();
        return articles_.emplace(key, std::move(said)).first->second;
    }

 private:
    static constexpr std::size_t most_kept = 1000;

    const View& view_;
    std::map<ArticleKey, std::optional<Said>> articles_;
};

// What an edge quotes.
struct Quotation {
    std::string sentence;
    ArticleKey article;
};

class Export {
 public:
    Export(const View& view, std::ostream& out, const GraphmlOptions& options)
        : view_(view), lines_(out), options_(options), shelf_(view) {}

    GraphmlSummary write() {
        write_head();
        write_nodes();
        for (const ActorNumber vertex : order_) {
            if (options_.aggregate) {
                write_aggregated_edges(vertex);
            } else {
                write_edges(vertex);
            }
        }
        (lines_ << "</graph>\n</graphml>").end();
        count_events();
        return summary_;
    }

 private:
    void write_head();
    void write_nodes();
    void write_node(const Actor& actor);

    [[nodiscard]] std::vector<Edge> wanted_edges(ActorNumber vertex) const;
    void begin_edge(ActorNumber source, ActorNumber target);
    void end_edge() {
        (lines_ << "</edge>").end();
        ++summary_.edges;
    }
    void write_edges(ActorNumber vertex);
    void write_event(const Edge& edge, const Event& event);
    void write_relation(const Edge& edge, const Relation& relation);
    void write_aggregated_edges(ActorNumber vertex);
    void write_aggregate(const std::vector<Edge>& edges);

    [[nodiscard]] Quotation quote(const Event& event);
    [[nodiscard]] Quotation quote(const Relation& relation);
    [[nodiscard]] Quotation quote(const Edge& edge);
    void write_quotation(const Quotation& quotation);
    void count_events();

    const View& view_;
    Lines lines_;
    const GraphmlOptions& options_;
    Shelf shelf_;
    GraphmlSummary summary_;
    std::vector<ActorNumber> order_;   // in order of id
    std::vector<std::uint32_t> node_;  // by actor number: its place in that order
};

void Export::write_head() {
    (lines_ << R"(<?xml version="1.0" encoding="UTF-8"?>)").end();
    (lines_ << R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns")"
            << R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")"
            << R"( xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns)"
            << R"( http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">)")
        .end();
    const auto declare = [this](std::string_view owner, const Key& key) {
        (lines_ << fmt::format(R"(<key id="{}" for="{}" attr.name="{}" attr.type="{}"/>)", key.id, owner,
                               key.name, key.type))
            .end();
    };
    for (const Key& key : node_keys) declare("node", key);
    for (const Key& key : edge_keys) declare("edge", key);
    (lines_ << R"(<graph id="entente" edgedefault="directed">)").end();
}

void Export::write_nodes() {
    view_.actors([this](ActorNumber vertex, const ActorId&) {
        if (vertex >= node_.size()) node_.resize(std::size_t{vertex} + 1);
        node_[vertex] = static_cast<std::uint32_t>(order_.size());
        write_node(view_.actor(vertex));
        order_.push_back(vertex);
        return true;
    });
    summary_.nodes = order_.size();
}

void Export::write_node(const Actor& actor) {
    std::vector<std::string_view> aliases;
    aliases.reserve(actor.aliases.size());
    for (const auto& [alias, articles] : actor.aliases) aliases.push_back(alias);
    lines_ << fmt::format("<node id=\"n{}\">", order_.size());
    lines_.data("n_label", actor.name)
        .data("n_actor", actor.id)
        .data("n_type", extract::name(actor.type))
        .data("n_country", actor.country)
        .data("n_sectors", fmt::format("{}", fmt::join(actor.sectors, " ")))
        .data("n_aliases", fmt::format("{}", fmt::join(aliases, " | ")))
        .data("n_articles", actor.articles);
    (lines_ << "</node>").end();
}

// The vertex's out-edges that pass, in order of kind, id and the target's node.
std::vector<Edge> Export::wanted_edges(ActorNumber vertex) const {
    std::vector<Edge> wanted;
    const EdgeBlock block = view_.out_edges(vertex);
    for (const Edge& edge : *block) {
        if (passes(options_.filter, edge)) wanted.push_back(edge);
    }
    std::ranges::sort(wanted, {}, [this](const Edge& edge) {
        return std::tuple{edge.kind, edge.id, node_.at(edge.target)};
    });
    return wanted;
}

void Export::begin_edge(ActorNumber source, ActorNumber target) {
    lines_ << fmt::format(R"(<edge id="e{}" source="n{}" target="n{}">)", summary_.edges, node_.at(source),
                          node_.at(target));
}

void Export::write_edges(ActorNumber vertex) {
    // Events come before relations.
    const std::vector<Edge> edges = wanted_edges(vertex);
    view_.events_on(edges, [this](const Edge& edge, const Event& event) { write_event(edge, event); });
    for (const Edge& edge : edges) {
        if (edge.kind != EdgeKind::relation) continue;
        if (const auto relation = view_.relation(edge.id)) write_relation(edge, *relation);
    }
}

void Export::write_event(const Edge& edge, const Event& event) {
    begin_edge(edge.source, edge.target);
    lines_.data("e_label", extract::name(event.type))
        .data("e_kind", "event")
        .data("e_type", extract::name(event.type))
        .data("e_mode", event.mode)
        .data("e_quad", static_cast<std::uint64_t>(extract::quad_class(event.type)))
        .data("e_status", extract::name(event.status))
        .data("e_date", extract::to_string(event.date))
        .data("e_place", event.place)
        .data("e_mutual", edge.reciprocal ? 1U : 0U)
        .data("e_events", 1U)
        .data("e_reports", std::uint64_t{report_count(event)})
        .data("e_sources", event.sources)
        .data("e_score", decimal(event.score_tenths, 10))
        .data("e_confidence", decimal(event.confidence_percent, 100))
        .data("e_cameo", event.cameo)
        .data("e_contexts", fmt::format("{}", fmt::join(event.contexts, " ")))
        .data("e_weight", std::max<std::uint64_t>(report_count(event), 1))
        .data("e_event", event_name(event.id));
    if (options_.evidence) write_quotation(quote(event));
    end_edge();
}

// The role that most of the evidence gives, of equals the first in the alphabet; else the relation's type.
std::string label_of(const Relation& relation) {
    std::map<std::string, std::size_t> votes;
    for (const RelationEvidence& piece : relation.evidence) {
        if (!piece.label.empty()) ++votes[piece.label];
    }
    if (votes.empty()) return std::string{extract::name(relation.type)};
    return std::ranges::max_element(votes, {}, [](const auto& row) { return row.second; })->first;
}

void Export::write_relation(const Edge& edge, const Relation& relation) {
    begin_edge(edge.source, edge.target);
    lines_.data("e_label", label_of(relation))
        .data("e_kind", "relation")
        .data("e_type", extract::name(relation.type))
        .data("e_first", extract::to_string(relation.first_seen))
        .data("e_last", extract::to_string(relation.last_seen))
        .data("e_derived", relation.derived ? 1U : 0U)
        .data("e_reports", relation.evidence.size())
        .data("e_weight", std::max<std::uint64_t>(relation.evidence.size(), 1))
        .data("e_event", relation_name(edge.id));
    if (options_.evidence) write_quotation(quote(relation));
    end_edge();
    ++summary_.relations;
}

void Export::write_aggregated_edges(ActorNumber vertex) {
    std::vector<Edge> edges = wanted_edges(vertex);
    const auto group = [this](const Edge& edge) {
        return std::tuple{edge.kind, edge.type, node_.at(edge.target)};
    };
    std::ranges::stable_sort(edges, {}, group);
    for (auto begin = edges.begin(); begin != edges.end();) {
        const auto end =
            std::find_if(begin, edges.end(), [&](const Edge& edge) { return group(edge) != group(*begin); });
        write_aggregate({begin, end});
        begin = end;
    }
}

// Edges of one source, kind, type and target.
void Export::write_aggregate(const std::vector<Edge>& edges) {
    const Edge& one = edges.front();
    const bool is_event = one.kind == EdgeKind::event;
    std::uint64_t reports = 0;
    std::uint64_t mutual = 0;
    Date first;
    Date last;
    for (const Edge& edge : edges) {
        reports += edge.reports;
        mutual += edge.reciprocal ? 1U : 0U;
        if (edge.date.known() && (!first.known() || edge.date < first)) first = edge.date;
        last = std::max(last, edge.date);
    }
    const std::string_view type = is_event ? extract::name(static_cast<EventType>(one.type))
                                           : extract::name(static_cast<RelationType>(one.type));
    begin_edge(one.source, one.target);
    lines_.data("e_label", type).data("e_kind", is_event ? "event" : "relation").data("e_type", type);
    if (is_event) {
        const int quad = extract::quad_class(static_cast<EventType>(one.type));
        lines_.data("e_quad", static_cast<std::uint64_t>(quad));
    }
    lines_.data("e_first", extract::to_string(first)).data("e_last", extract::to_string(last));
    if (is_event) lines_.data("e_mutual", mutual).data("e_events", edges.size());
    lines_.data("e_reports", reports)
        .data("e_weight", is_event ? edges.size() : std::max<std::uint64_t>(reports, 1));
    if (options_.evidence) {
        // Told most often, then latest; edges come by id, so of equals the first.
        write_quotation(quote(*std::ranges::max_element(edges, {}, [](const Edge& edge) {
            return std::tuple{edge.reports, edge.date};
        })));
    }
    end_edge();
    if (!is_event) summary_.relations += edges.size();
}

Quotation Export::quote(const Event& event) {
    std::vector<Report> reports = view_.reports(event);
    best_first(reports);
    for (const Report& report : reports) {
        const std::optional<Said>& said = shelf_.article(report.article);
        if (!said || report.index >= said->extraction.events.size()) continue;
        return {one_line(said->extraction.events[report.index].evidence), report.article};
    }
    return {};
}

Quotation Export::quote(const Relation& relation) {
    std::vector<RelationEvidence> pieces = relation.evidence;
    best_first(pieces);
    for (const RelationEvidence& piece : pieces) {
        const std::optional<Said>& said = shelf_.article(piece.article);
        if (!said || piece.index >= said->extraction.relations.size()) continue;
        return {one_line(said->extraction.relations[piece.index].evidence), piece.article};
    }
    return {};
}

Quotation Export::quote(const Edge& edge) {
    if (edge.kind == EdgeKind::event) {
        const auto event = view_.event(edge.id);
        return event ? quote(*event) : Quotation{};
    }
    const auto relation = view_.relation(edge.id);
    return relation ? quote(*relation) : Quotation{};
}

void Export::write_quotation(const Quotation& quotation) {
    lines_.data("e_evidence", quotation.sentence).data("e_article", quotation.article);
}

void Export::count_events() {
    EventSelection selection = selection_of(options_.filter);
    selection.latest = 1;  // how many there are is all we ask
    const auto seen = [](const Event&) { return true; };
    const std::uint64_t all = view_.select_events(selection, seen);
    selection.alone = true;
    summary_.left_out = view_.select_events(selection, seen);
    summary_.events = all - summary_.left_out;
}

}  // namespace

GraphmlSummary write_graphml(const View& view, std::ostream& out, const GraphmlOptions& options) {
    return Export(view, out, options).write();
}

}  // namespace entente::graph
