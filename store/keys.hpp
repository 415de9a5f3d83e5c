// The keys of every row, and how to read back what a key holds. FORMAT.md shows them byte by byte.
//
// Rows lie in four families, each with its own files: `graph` holds what questions touch, `books` what only
// the resolve pass and `why` need, `texts` the articles' extractions with their text, `imports` events that
// came without articles (their keys: import_keys.hpp). Within a family the
// first byte of a key tells what the row is, and the rest sorts the rows as they are read: so a question is a
// seek and a walk.
#pragma once

#include "graph/records.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

enum class Family : std::uint8_t { graph, books, texts, imports };
inline constexpr std::size_t family_count = 4;

// Every key that begins with `prefix` lies in [prefix, after(prefix)). "" when nothing lies behind.
std::string after(std::string_view prefix);

namespace keys {

// --- family graph
std::string totals();
std::string number_of(std::string_view actor);  // -> Numbered; in order of id
std::string numbers();
std::string id_of(graph::ActorNumber number);  // -> the id
std::string actors();
std::string actor(graph::ActorNumber number);                       // -> graph::Actor; of live vertices only
std::string name(std::string_view folded, std::string_view actor);  // -> Bearer
std::string names(std::string_view folded);                         // of exactly this name
std::string names_from(std::string_view folded_prefix);             // of all names that begin so

enum class Side : std::uint8_t { out, in };
// -> EdgeFacts; by vertex, then date, id, other end.
std::string edge(Side side, const graph::Edge& edge);
std::string edges(Side side, graph::ActorNumber vertex);
std::string pair(graph::ActorNumber vertex, graph::ActorNumber other);  // -> count of edges, both ways
std::string pairs(graph::ActorNumber vertex);
std::optional<graph::ActorNumber> other_of_pair(std::string_view key);
std::string degree(graph::ActorNumber vertex);  // -> count of pairs
std::string degrees();
std::string hubs_of(std::uint32_t degree);  // -> count of vertices; for degrees over least_hub_degree only
std::string hubs();

std::string event(graph::EventId id);  // -> graph::Event
std::string events();
std::string event_of_report(graph::ReportId id);  // -> eight bytes, the event's id
std::string event_of_actor(graph::ActorNumber actor, graph::Date date, graph::EventId id);  // -> nothing
std::string events_of_actor(graph::ActorNumber actor);
std::string event_on(graph::Date date, graph::EventId id);  // -> nothing
std::string events_from(graph::Date date);                  // the first row of the date
std::string dated_events();

std::string relation(std::uint64_t id);         // -> graph::Relation
std::string article(std::string_view article);  // -> graph::ArticleRecord, as applied
std::string articles();

// --- family books
std::string form(const graph::FormKey& form);  // -> graph::Form
std::string forms(std::string_view block);
std::string use(const graph::FormKey& form, std::string_view article);  // -> nothing
std::string uses(const graph::FormKey& form);
std::string form_of(std::string_view actor, const graph::FormKey& form);  // -> nothing
std::string forms_of(std::string_view actor);
std::string report(std::string_view block, graph::ReportId id);  // -> graph::Report
std::string reports(std::string_view block);
std::string event_in(std::string_view block, graph::EventId id);  // -> nothing
std::string events_in(std::string_view block);
std::string pending(std::string_view article);  // -> Pending
std::string all_pending();
std::string decisions();  // -> the text of the decisions that the graph follows

// --- family texts
std::string text(std::string_view article, std::string_view version);  // -> extract::Extraction

// What a key holds; nullopt for a key that is not ours.
std::optional<std::uint64_t> id_at_end(std::string_view key);
// Of a key that is a letter and an actor's number.
std::optional<graph::ActorNumber> number_at_end(std::string_view key);
std::optional<graph::FormKey> form_in(std::string_view key);  // of a form's own row
std::optional<graph::FormKey> form_after(std::string_view key, std::string_view prefix);

std::optional<std::uint32_t> degree_of_hubs(std::string_view key);

struct NameRow {
    std::string folded;
    std::string actor;
};
std::optional<NameRow> read_name(std::string_view key);

// The edge without its facts.
std::optional<graph::Edge> read_edge(Side side, std::string_view key);

// A key as a person can read it: printable bytes as they are, the others as \xNN.
std::string printable(std::string_view key);

}  // namespace keys

}  // namespace entente::store
