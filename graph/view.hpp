// The questions that any graph must answer: what neighbours, paths, timelines and exports are made of.
//
// `store` answers them from RocksDB; MemoryGraph (graph/memory_graph.hpp) from plain containers, for tests.
// Answers read only what they touch: asking about one actor never loads the graph. A View shows one epoch,
// whole, for as long as it lives. Two threads may ask at once. Failures of the disk throw; a thing that is
// not there is an empty answer.
#pragma once

#include "graph/fold_name.hpp"
#include "graph/records.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::graph {

// A shared, immutable block of edges: cheap to copy, valid as long as somebody holds it. So give it a name
// before you walk it: in `for (const Edge& edge : *view.out_edges(vertex))` nobody does.
using EdgeBlock = std::shared_ptr<const std::vector<Edge>>;

// Edges of one kind, type and status from one vertex to another, summed: what path search and ranking walk,
// so that two countries with a million events cost a few strands. `reports` and `sources` are sums over
// edges.
struct Strand {
    ActorNumber source = 0;
    ActorNumber target = 0;
    EdgeKind kind = EdgeKind::event;
    std::uint8_t type = 0;  // an EventType or a RelationType, as `kind` says
    Status status = Status::reported;
    bool reciprocal = false;
    bool derived = false;
    std::uint32_t edges = 0;
    std::uint64_t reports = 0;
    std::uint64_t sources = 0;
    std::uint32_t undated = 0;  // edges of unknown date
    Date first;                 // of the dated ones; unknown when there is none
    Date last;

    auto operator<=>(const Strand&) const = default;
};

// All strands of a vertex: first `outgoing` ones that start at it, then those that end at it; each half in
// order of the other end, kind, type, status, reciprocal, derived. Shared as an EdgeBlock is. Never null.
struct StrandBlock {
    std::shared_ptr<const std::vector<Strand>> strands;
    std::size_t outgoing = 0;
};

struct Edges {
    EdgeBlock out;  // never null
    EdgeBlock in;
};

// All that joins a vertex with others, as cheaply as a view has it: edges it keeps one by one and, of all the
// others, the sums. Each edge behind a strand is an event of two parties.
struct Adjacency {
    Edges edges;
    StrandBlock strands;  // of edges that are not in `edges`
};

// Which events a question is about: what a store need not read when it knows.
struct EventSelection {
    std::optional<ActorNumber> actor;  // takes part on any side; none: everybody's events
    std::optional<ActorNumber> with;   // takes part too; means nothing without `actor`
    // As in View::events_between; with a bound, events of unknown date fall out.
    Date from;
    Date to;
    std::uint32_t types = 0xFFFFU;   // a bit for each EventType
    std::uint32_t statuses = 0xFFU;  // a bit for each Status
    std::uint32_t min_reports = 0;
    std::uint32_t min_sources = 0;
    bool untyped = false;    // instead, those without a PLOVER type, which no other question shows
    bool alone = false;      // only those without a second party; means nothing with `actor` or `untyped`
    std::size_t latest = 0;  // only the latest so many; 0 all
};

bool selects(const EventSelection& selection, const Event& event);

// Events counted.
struct EventTally {
    std::map<EventType, std::uint64_t> by_type;
    std::map<Status, std::uint64_t> by_status;
    std::uint64_t without_second_party = 0;  // no edges
    std::uint64_t undated = 0;
    std::uint64_t untyped = 0;  // without a PLOVER type; in none of the other counts
    Date first;                 // the known ones
    Date last;

    void count(const Event& event);

    bool operator==(const EventTally&) const = default;
};

// The strands of edges, in order of source, target, kind, type, status, reciprocal, derived.
std::vector<Strand> strands_of(const std::vector<Edge>& edges);
// The same order; strands that differ in their sums only become one.
std::vector<Strand> summed(std::vector<Strand> strands);

struct Counts {
    std::uint64_t articles = 0;
    std::uint64_t actors = 0;  // vertices
    std::uint64_t events = 0;
    std::uint64_t reports = 0;
    std::uint64_t relations = 0;
    std::uint64_t edges = 0;  // of events and relations: what out_edges of all vertices add up to
    std::uint64_t epoch = 0;  // grows with every resolve that changed anything

    bool operator==(const Counts&) const = default;
};

// An actor that a name may mean.
struct Candidate {
    ActorNumber actor = 0;
    // 0 the id itself, 1 canonical name of an acting actor, 2 an alias of one, 3 the name or alias of a
    // place, 4 a person's surname that no article uses alone. A name is ambiguous only among candidates of
    // the lowest rank there is.
    int rank = 0;
    std::uint32_t articles = 0;  // that use the name for this actor
};

// A vertex with no more distinct neighbours than this is never a hub, so a small graph has none.
inline constexpr std::uint32_t least_hub_degree = 1000;

class View {
 public:
    virtual ~View() = default;

    [[nodiscard]] virtual Counts counts() const = 0;

    // Every actor that `name` may mean, best rank first, then by articles falling, then by id. Names compare
    // folded: any case, accents and punctuation optional (fold_name).
    [[nodiscard]] virtual std::vector<Candidate> find(std::string_view name) const = 0;
    // Folded names that begin with the folded `prefix`, with their actors; for listing and for near
    // spellings.
    virtual void names(std::string_view prefix,
                       const std::function<bool(std::string_view folded, ActorNumber)>& visit) const = 0;

    [[nodiscard]] virtual std::optional<ActorNumber> number(const ActorId& id) const = 0;
    // The actor's record; one that has no such number is a broken promise (std::logic_error).
    [[nodiscard]] virtual Actor actor(ActorNumber number) const = 0;
    // The id alone, cheaper than the whole record.
    [[nodiscard]] virtual ActorId id(ActorNumber number) const = 0;
    // The records of all of these, in their order; cheaper than one after the other where many are near in
    // number.
    [[nodiscard]] virtual std::vector<Actor> records(const std::vector<ActorNumber>& numbers) const;
    // Every live vertex in order of id.
    virtual void actors(const std::function<bool(ActorNumber, const ActorId&)>& visit) const = 0;

    // Edges that start (end) at the vertex, sorted by date, then id, then the other end. Never null.
    [[nodiscard]] virtual EdgeBlock out_edges(ActorNumber vertex) const = 0;
    [[nodiscard]] virtual EdgeBlock in_edges(ActorNumber vertex) const = 0;
    // The same edges summed by other end and type. Here worked out from the edges; a store that keeps the
    // sums answers without reading them.
    [[nodiscard]] virtual StrandBlock strands(ActorNumber vertex) const;
    [[nodiscard]] virtual Adjacency adjacency(ActorNumber vertex) const;
    // Edges dated within the bounds (as in events_between), each block in its order; others may be among
    // them, if that is cheaper.
    [[nodiscard]] virtual Edges edges_between(ActorNumber vertex, Date from, Date to) const;
    // Every edge that joins the two, whichever way it runs, sorted by date, then id. Here read from the end
    // with the smaller degree.
    [[nodiscard]] virtual std::vector<Edge> between(ActorNumber one, ActorNumber other) const;
    // Distinct other ends of both: what decides whether a vertex is a hub. Cheaper than reading the edges.
    [[nodiscard]] virtual std::uint32_t degree(ActorNumber vertex) const = 0;
    // The largest degree of a vertex that is no hub: the 99.9th percentile of the degrees of all vertices, at
    // least 1,000. Works out as hub_degree(...) below from the number of vertices of each degree over 1,000.
    [[nodiscard]] virtual std::uint32_t hub_degree() const { return least_hub_degree; }

    // An event by its id or by the id of any report that was folded into it.
    [[nodiscard]] virtual std::optional<Event> event(EventId id) const = 0;
    // Every event, in order of id.
    virtual void events(const std::function<bool(const Event&)>& visit) const = 0;
    // Events in which the actor takes part on any side, those without a second party too, by date, then id.
    virtual void events_of(ActorNumber actor, const std::function<bool(const Event&)>& visit) const = 0;
    // Events whose date (its first day) lies in [from, to]; those of unknown date only when both are unknown.
    // By date, then id.
    virtual void events_between(Date from, Date to, const std::function<bool(const Event&)>& visit) const = 0;
    // Those that the selection wants, by date, then id; and how many there are before `latest`.
    virtual std::uint64_t select_events(const EventSelection& selection,
                                        const std::function<bool(const Event&)>& visit) const;
    // The events of a vertex's out-edges, in their order; edges of relations are passed over. Of imported
    // events the parties may be left out: the edge has them.
    virtual void events_on(const std::vector<Edge>& edges,
                           const std::function<void(const Edge&, const Event&)>& visit) const;
    // Counts of all events. Here it walks them.
    [[nodiscard]] virtual EventTally event_tally() const;
    // Vertices by type. Here it reads the record of each.
    [[nodiscard]] virtual std::map<ActorType, std::uint64_t> actors_by_type() const;
    // At most so many of those with most distinct neighbours, falling, then in order of id. Here it asks
    // every vertex for its degree.
    [[nodiscard]] virtual std::vector<std::pair<ActorNumber, std::uint32_t>> busiest(std::size_t most) const;
    // The reports of an event in order of id. Evidence:
    // said(report.article)->extraction.events[report.index].
    [[nodiscard]] virtual std::vector<Report> reports(const Event& event) const = 0;
    // The row of an imported event (Event::dataset); nullopt of one that articles tell.
    [[nodiscard]] virtual std::optional<ImportedRow> imported(const Event& /*event*/) const {
        return std::nullopt;
    }

    [[nodiscard]] virtual std::optional<Relation> relation(std::uint64_t id) const = 0;

    [[nodiscard]] virtual std::optional<ArticleRecord> article(const ArticleKey& key) const = 0;
    virtual void articles(const std::function<bool(const ArticleRecord&)>& visit) const = 0;
    // The article with its extraction and text.
    [[nodiscard]] virtual std::optional<Said> said(const ArticleKey& key) const = 0;
};

// One folded name by which View::find finds an actor, with its rank as in Candidate.
struct NameUse {
    std::string folded;
    int rank = 0;
    std::uint32_t articles = 0;  // that use a surface form which folds to it, summed over the forms

    bool operator==(const NameUse&) const = default;
};

// All of an actor's, in order of `folded`, each once, none empty: its canonical name, its aliases, and of a
// person the surname. (The id, rank 0, is compared as it stands and is no folded name; such a candidate has
// the actor's own `articles`.)
std::vector<NameUse> names_of(const Actor& actor);

// What View::hub_degree answers, given how many vertices there are of each degree over least_hub_degree
// (others may be in it or not) and how many vertices in all: at most one vertex in a thousand lies above it.
std::uint32_t hub_degree(const std::map<std::uint32_t, std::uint64_t>& vertices_by_degree,
                         std::uint64_t vertices);

}  // namespace entente::graph
