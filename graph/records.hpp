// What the graph holds: articles, actors (vertices), events and relations (edges) with the reports that tell
// them.
//
// This is the currency between graph and store: plain values, made by `graph` from extractions, kept by
// `store` byte for byte. Strings name things to people; numbers name them on disk: an ActorNumber is given at
// first sight by the store and never used again for another actor, so it depends on the order of arrival and
// must never be printed.
#pragma once

#include "extract/records.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::graph {

using extract::ActorType;
using extract::ByteSpan;
using extract::Date;
using extract::EventType;
using extract::RelationType;
using extract::Status;

// An article's identity: its url, else its source and id, else its path as given, normalised (see
// article_key).
using ArticleKey = std::string;
// A vertex's readable, order-free id: "sergei-lavrov".
using ActorId = std::string;
// A vertex's dense number in one store.
using ActorNumber = std::uint32_t;
// 64 bits of a hash over article, span and content; printed as "e:" and 16 hex digits.
using ReportId = std::uint64_t;
// The smallest id of the reports folded into the event.
using EventId = std::uint64_t;

// An article as stored. The extraction (with the text) lies apart, off the hot path.
struct ArticleRecord {
    ArticleKey key;
    std::string id;
    std::string doc;
    std::string title;
    Date date;
    std::string source;
    std::string url;
    std::string language;
    std::string version;  // hash of the text, of what else the input said and of what was found, hex
    std::uint32_t actors = 0;
    std::uint32_t relations = 0;
    std::uint32_t reports = 0;

    bool operator==(const ArticleRecord&) const = default;
};

// An article and what it says: what `add` stores, in one atomic batch, before anything is resolved.
struct Said {
    ArticleRecord article;
    extract::Extraction extraction;

    bool operator==(const Said&) const = default;
};

// How an actor appears in articles: one combination of local id, type, country and (of a person) role, with
// counts over all articles that use it. Forms lie in blocks (all forms that could be the same actor, or clash
// with one, share a block); who a form is gets decided from its block alone, so the answer is a function of
// the set of articles.
struct FormKey {
    std::string block;
    ActorType type = ActorType::person;
    std::string local_id;
    // What the article reads; behind a person's country its most telling sector: "USA/MIL", "/MIL", "USA",
    // "".
    std::string country;

    auto operator<=>(const FormKey&) const = default;
};

struct Form {
    FormKey key;
    std::uint32_t articles = 0;                          // that use the form
    std::map<std::string, std::uint32_t> names;          // canonical name -> articles
    std::map<std::string, std::uint32_t> mentions;       // surface form -> articles
    std::map<std::string, std::uint32_t> sectors;        // PLOVER sector -> articles
    std::map<std::string, std::uint32_t> first_sectors;  // the most telling sector -> articles
    ActorId actor;                                       // who it was decided to be; "" not yet

    bool operator==(const Form&) const = default;
};

// A vertex.
struct Actor {
    ActorId id;
    std::string name;
    ActorType type = ActorType::person;
    std::string country;                           // "" unknown
    std::vector<std::string> sectors;              // most telling first
    std::map<std::string, std::uint32_t> aliases;  // surface form -> articles that use it
    std::uint32_t articles = 0;                    // that mention it

    bool operator==(const Actor&) const = default;
};

// One place in one article that tells an event, its actors resolved to vertices.
struct Report {
    ReportId id = 0;
    ArticleKey article;
    std::uint32_t index = 0;  // of the event in the article's extraction
    std::string source;       // the article's publisher, "" unknown
    Date published;
    EventType type = EventType::consult;
    std::string mode;
    Status status = Status::reported;
    Date date;
    ActorId place;                    // "" unknown
    std::vector<ActorId> actors;      // sorted, distinct
    std::vector<ActorId> recipients;  // sorted, distinct
    std::uint8_t confidence_percent = 0;
    std::int16_t score_tenths = 0;
    std::string cameo;
    std::vector<std::string> contexts;

    bool operator==(const Report&) const = default;
};

// Reports in one block may tell the same event; those in different blocks never do.
using FoldBlock = std::string;

// A happening: reports folded into one.
struct Event {
    EventId id = 0;
    FoldBlock block;
    EventType type = EventType::consult;
    std::string mode;
    Status status = Status::reported;
    Date date;
    ActorId place;
    std::vector<ActorId> actors;      // sorted, distinct; of a reciprocal event all participants
    std::vector<ActorId> recipients;  // sorted, distinct
    std::int16_t score_tenths = 0;
    std::string cameo;
    std::vector<std::string> contexts;
    std::uint8_t confidence_percent = 0;  // the best of its reports
    std::vector<ReportId> reports;        // sorted
    std::uint32_t articles = 0;
    std::uint32_t sources = 0;  // distinct publishers; articles without one count as one publisher each
    std::string dataset;        // of an imported event: the data set it came in; "" when articles tell it
    std::uint32_t told = 0;     // of an imported event: its reports as the data set counts them
    bool typed = true;          // false: imported, of a kind without a PLOVER type; `type` means nothing then

    bool operator==(const Event&) const = default;
};

// How many reports tell the event: ours, or as many as the data set of an imported one counts.
std::uint32_t report_count(const Event& event);

// What the row of an imported event told beyond the event itself; "" for what it did not.
struct ImportedRow {
    std::string id;  // the data set's own
    std::string place;
    std::string url;
    std::string text;
    std::string label;  // what the data set calls the kind of event

    bool operator==(const ImportedRow&) const = default;
};

// One sentence that states a relation.
struct RelationEvidence {
    ArticleKey article;
    std::uint32_t index = 0;  // of the relation in the article's extraction
    Date published;
    std::string label;
    bool derived = false;  // the article's coding implies it, the sentence does not state it
    bool ended = false;

    auto operator<=>(const RelationEvidence&) const = default;
};

// A standing fact between two vertices.
struct Relation {
    RelationType type = RelationType::holds_office;
    ActorId from;
    ActorId to;
    bool derived = false;                    // all of its evidence is derived
    std::vector<RelationEvidence> evidence;  // sorted
    Date first_seen;                         // earliest and latest publication among the evidence
    Date last_seen;

    bool operator==(const Relation&) const = default;
};

// What an adjacency entry tells without another look-up: enough to walk, filter and rank.
enum class EdgeKind : std::uint8_t { event, relation };

struct Edge {
    ActorNumber source = 0;
    ActorNumber target = 0;
    EdgeKind kind = EdgeKind::event;
    std::uint8_t type = 0;  // an EventType or a RelationType, as `kind` says
    Status status = Status::reported;
    bool reciprocal =
        false;             // told of both sides alike; stored once, from the smaller actor id to the larger
    bool derived = false;  // of a relation
    Date date;             // of the happening; of a relation when it was last seen
    std::uint32_t reports = 0;  // of a relation: pieces of evidence
    std::uint32_t sources = 0;
    std::uint64_t id = 0;  // EventId, or a hash of the relation's type and ends

    auto operator<=>(const Edge&) const = default;
};

// The edges of an event, between its parties: every actor with every recipient; every pair of a reciprocal
// one; none where there is only one party (such events are listed, and are no edge). Pairs (source, target),
// sorted; for a reciprocal event the smaller id comes first. No event joins an actor with itself.
std::vector<std::pair<ActorId, ActorId>> ends(const Event& event);

// True when the event's parties stand alike: several actors, no recipient, and a type that people do with
// each other (AGREE, CONSULT, SUPPORT, COOPERATE, ASSAULT); several who accuse together do not accuse each
// other.
bool reciprocal(const Event& event);

// What an edge between two of the event's (of the relation's) parties tells; source and target left 0.
Edge edge_of(const Event& event);
Edge edge_of(const Relation& relation);

// A relation's id: a hash of type and ends.
std::uint64_t relation_id(RelationType type, const ActorId& from, const ActorId& to);

// "e:91c2..." and back; a relation prints as "r:...". nullopt for what is neither.
std::string event_name(EventId id);
std::string relation_name(std::uint64_t id);
std::optional<EventId> parse_event_name(std::string_view name);

}  // namespace entente::graph
