// Everything a view answers, as lines of text: two graphs are the same when the lines are.
//
// Numbers of actors depend on the order of arrival and are printed as ids.
#pragma once

#include "graph/ledger.hpp"
#include "graph/view.hpp"
#include "store/values.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::store {

// Any record, exactly and readably enough.
template <class Record>
std::string printed(const Record& record) {
    std::string out;
    for (const char c : encode(record)) {
        if (c >= ' ' && c <= '~') {
            out += c;
        } else {
            out += fmt::format("<{:02x}>", static_cast<unsigned char>(c));
        }
    }
    return out;
}

inline std::string printed(const graph::View& view, const graph::Edge& edge) {
    return fmt::format("{}>{} kind {} type {} status {} {}{} on {} reports {} sources {} id {}",
                       view.id(edge.source), view.id(edge.target), static_cast<int>(edge.kind), edge.type,
                       static_cast<int>(edge.status), edge.reciprocal ? "reciprocal" : "one-way",
                       edge.derived ? " derived" : "", extract::to_string(edge.date), edge.reports,
                       edge.sources, edge.id);
}

inline void describe_edges(const graph::View& view, const graph::EdgeBlock& edges, const std::string& side,
                           std::vector<std::string>& lines) {
    std::vector<std::tuple<graph::Date, std::uint64_t, std::string>> sorted;
    for (const graph::Edge& edge : *edges) sorted.emplace_back(edge.date, edge.id, printed(view, edge));
    std::ranges::sort(sorted);
    for (const auto& [date, id, text] : sorted) lines.push_back("  " + side + " " + text);
}

inline void describe_actors(const graph::View& view, std::vector<std::string>& lines) {
    view.actors([&](graph::ActorNumber number, const graph::ActorId& id) {
        lines.push_back(fmt::format("actor {} {} degree {} {}", id, view.number(id) == number,
                                    view.degree(number), printed(view.actor(number))));
        describe_edges(view, view.out_edges(number), "out", lines);
        describe_edges(view, view.in_edges(number), "in", lines);
        view.events_of(number, [&](const graph::Event& event) {
            lines.push_back(fmt::format("  takes part in {}", event.id));
            return true;
        });
        return true;
    });
}

inline void describe_names(const graph::View& view, std::vector<std::string>& lines) {
    for (const std::string prefix : {"", "a", "par", "nobody"}) {
        view.names(prefix, [&](std::string_view folded, graph::ActorNumber number) {
            lines.push_back(fmt::format("name {}*: {} = {}", prefix, folded, view.id(number)));
            return true;
        });
    }
    for (const std::string name :
         {"iran", "The IRAN", "paris", "Par\xC3\xADs", "U.S.", "us", "Ali", "x", ""}) {
        for (const graph::Candidate& candidate : view.find(name)) {
            lines.push_back(fmt::format("find {}: {} rank {} articles {}", name, view.id(candidate.actor),
                                        candidate.rank, candidate.articles));
        }
    }
}

inline void describe_events(const graph::View& view, std::vector<std::string>& lines) {
    view.events([&](const graph::Event& event) {
        lines.push_back(fmt::format("event {} {}", event.id, printed(event)));
        for (const graph::Report& report : view.reports(event)) lines.push_back("  " + printed(report));
        return true;
    });
    for (graph::EventId id = 0; id < 45; ++id) {
        const std::optional<graph::Event> event = view.event(id);
        lines.push_back(fmt::format("event of {}: {}", id, event ? event->id : 0));
    }
    const std::vector<std::pair<graph::Date, graph::Date>> spans = {{{}, {}},
                                                                    {{2015, 0, 0}, {}},
                                                                    {{}, {2016, 0, 0}},
                                                                    {{2015, 2, 1}, {2015, 2, 0}},
                                                                    {{2016, 1, 0}, {}},
                                                                    {{2016, 1, 1}, {2016, 1, 1}},
                                                                    {{2015, 1, 7}, {2016, 1, 9}},
                                                                    {{2017, 0, 0}, {2015, 0, 0}}};
    for (const auto& [from, to] : spans) {
        std::vector<graph::EventId> ids;
        view.events_between(from, to, [&](const graph::Event& event) {
            ids.push_back(event.id);
            return true;
        });
        lines.push_back(fmt::format("events from {} to {}: {}", extract::to_string(from),
                                    extract::to_string(to), fmt::join(ids, " ")));
    }
}

inline void describe_articles(const graph::View& view, std::vector<std::string>& lines) {
    view.articles([&](const graph::ArticleRecord& article) {
        lines.push_back("article " + printed(article));
        lines.push_back("  " + printed(view.said(article.key)->extraction));
        return true;
    });
}

// Without the epoch, which counts commits.
inline std::string described_view(const graph::View& view) {
    const graph::Counts counts = view.counts();
    std::vector<std::string> lines = {
        fmt::format("articles {} actors {} events {} reports {} relations {} edges {}", counts.articles,
                    counts.actors, counts.events, counts.reports, counts.relations, counts.edges)};
    lines.push_back(fmt::format("hub degree {}", view.hub_degree()));
    describe_actors(view, lines);
    describe_names(view, lines);
    describe_events(view, lines);
    describe_articles(view, lines);
    return fmt::format("{}\n", fmt::join(lines, "\n"));
}

// The books, for the blocks, actors and forms of RandomWorlds and for the articles that are pending.
inline std::string described_books(const graph::Ledger& ledger) {
    std::vector<std::string> lines;
    const auto form = [&](const std::string& where, const graph::Form& each) {
        lines.push_back(fmt::format("{}: form {} {} {} {} {} used by {}", where, each.key.block,
                                    static_cast<int>(each.key.type), each.key.local_id, each.key.country,
                                    printed(each), fmt::join(ledger.uses(each.key), ", ")));
    };
    for (const std::string block : {"block 0", "block 1", "block 2", "block 3", "block"}) {
        for (const graph::Form& each : ledger.forms(block)) form(block, each);
        for (const graph::Report& report : ledger.reports_in(block)) {
            lines.push_back(block + " report " + printed(report));
        }
        for (const graph::Event& event : ledger.events_in(block)) {
            lines.push_back(block + " event " + printed(event));
        }
    }
    for (const std::string actor : {"ali", "iran", "nobody"}) {
        for (const graph::Form& each : ledger.forms_of(actor)) form(actor, each);
    }
    for (const graph::ArticleKey& key : ledger.pending(1000)) {
        lines.push_back(fmt::format("pending {} latest {} applied {}", key,
                                    ledger.latest(key) ? printed(ledger.latest(key)->extraction) : "none",
                                    ledger.applied(key) ? printed(ledger.applied(key)->extraction) : "none"));
    }
    return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace entente::store
