// The imported part of a store, read: what Reader joins with what articles tell.
//
// Made for one view of the rows, which must outlive it; what is small (kinds, data sets, imports) is read
// when it is made, at the cost of three look-ups where nothing was imported and some hundred kilobytes where
// much was. Any number of threads may ask. Throws StoreError.
#pragma once

#include "graph/view.hpp"
#include "store/import_keys.hpp"
#include "store/packed.hpp"
#include "store/rows.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::store {

class Imports {
 public:
    explicit Imports(const Rows& rows);

    [[nodiscard]] bool none() const { return records_.empty(); }
    [[nodiscard]] const std::map<ImportNumber, ImportRecord>& records() const { return records_; }
    [[nodiscard]] const std::vector<ImportKind>& kinds() const { return kinds_; }
    [[nodiscard]] const std::vector<std::string>& datasets() const { return datasets_; }

    // Adds what was imported to the counts.
    void count(graph::Counts& counts) const;

    // --- Actors
    [[nodiscard]] bool has_actor(graph::ActorNumber actor) const;
    [[nodiscard]] std::optional<NamedActor> named(graph::ActorNumber actor) const;
    // The same for one after the other: those of a chunk share the reading of it.
    struct Chunk {
        std::uint32_t number = no_other;
        std::optional<std::string> value;
    };
    [[nodiscard]] std::optional<NamedActor> named(graph::ActorNumber actor, Chunk& chunk) const;
    [[nodiscard]] graph::ActorId id(graph::ActorNumber actor) const;  // "" for none
    [[nodiscard]] std::optional<graph::ActorNumber> number(const graph::ActorId& id) const;
    // All that the data sets say, joined: by rules that do not know which came first.
    [[nodiscard]] static graph::Actor joined(const NamedActor& named);
    // Names with their bearers in order of the name, then number; rank as in graph::Candidate.
    using NameVisit = std::function<bool(std::string_view folded, graph::ActorNumber, int rank)>;
    void names(std::string_view lower, std::string_view upper, const NameVisit& visit) const;

    // Type by type; those for whom `counted` is true are passed over.
    using ActorQuestion = std::function<bool(graph::ActorNumber)>;
    [[nodiscard]] std::map<graph::ActorType, std::uint64_t> actors_by_type(
        const ActorQuestion& counted) const;

    // --- Edges
    void append_edges(import_keys::Side side, graph::ActorNumber vertex,
                      std::vector<graph::Edge>& edges) const;
    // Those of these dates only.
    void append_edges(import_keys::Side side, graph::ActorNumber vertex, const DateCodes& dates,
                      std::vector<graph::Edge>& edges) const;
    // Those with that other end only.
    void append_edges(import_keys::Side side, graph::ActorNumber vertex, graph::ActorNumber other,
                      std::vector<graph::Edge>& edges) const;
    void append_strands(graph::ActorNumber vertex, std::vector<graph::Strand>& out,
                        std::vector<graph::Strand>& in) const;
    // Distinct neighbours; when there is but one row of strands, read from its head.
    [[nodiscard]] std::uint32_t degree(graph::ActorNumber vertex) const;
    // Of the vertex, sorted, distinct, put behind what is there.
    void append_neighbours(graph::ActorNumber vertex, std::vector<graph::ActorNumber>& neighbours) const;
    void add_hubs(std::map<std::uint32_t, std::uint64_t>& vertices_by_degree) const;
    // Every vertex that has neighbours in the imports, with their number; of the big ones alone when there
    // are `enough` of them.
    [[nodiscard]] std::vector<std::pair<graph::ActorNumber, std::uint32_t>> degrees(std::size_t enough) const;

    // --- Events
    [[nodiscard]] std::optional<graph::Event> event(graph::EventId id) const;
    [[nodiscard]] std::optional<graph::ImportedRow> row(graph::EventId id) const;
    // The vertex takes part in: sorted by date, then id.
    [[nodiscard]] std::vector<graph::Event> events_of(graph::ActorNumber vertex) const;
    // Events that the selection wants, by date, then id, the latest so many; `total` counts all. Of a vertex
    // it reads the lists whose dates may be wanted, and records of the events it returns.
    [[nodiscard]] std::vector<graph::Event> selected(const graph::EventSelection& selection,
                                                     std::uint64_t& total) const;
    // The events of edges out of one vertex, all of them imported; in the edges' order.
    void events_on(const std::vector<graph::Edge>& edges,
                   const std::function<void(const graph::Edge&, const graph::Event&)>& visit) const;
    void count(graph::EventTally& tally) const;

    // Days one after the other, each with its events in order of id.
    class Days {
     public:
        // Days whose first day lies in [from, to], 0 for undated events, as day_of_id tells them.
        Days(const Imports& imports, std::uint32_t from, std::uint32_t to);
        // The next day's events; false at the end.
        bool next(std::vector<graph::Event>& events);

     private:
        const Imports& imports_;
        std::string lower_;
        std::uint32_t to_;
    };

    // Every event as it lies in its primary list, in order of vertex; also untyped ones.
    struct Listed {
        import_keys::ListKey key;
        const PackedEvent* event = nullptr;       // with the whole id
        const graph::ImportedRow* row = nullptr;  // null when the import kept none
    };
    void walk(const std::function<bool(const Listed&)>& visit) const;

 private:
    // What to look for, worked out once.
    struct Search {
        DateCodes dates;
        std::vector<bool> kinds;  // by number
        std::vector<ListKind> lists;
        std::vector<graph::ActorNumber> parties;  // that take part, every one
        std::uint32_t min_reports = 0;
        std::uint32_t min_sources = 0;
    };
    class Latest;

    using ListVisit =
        std::function<void(const import_keys::ListKey&, std::string_view key, std::span<PackedEvent>)>;
    // The lists of one kind of a vertex, each cut to the dates.
    void lists_dated(import_keys::Side side, graph::ActorNumber vertex, ListKind list, const DateCodes& dates,
                     const ListVisit& visit) const;
    [[nodiscard]] Search search_for(const graph::EventSelection& selection) const;
    void search_vertex(graph::ActorNumber vertex, const Search& search, Latest& latest) const;
    void search_days(const Search& search, Latest& latest) const;
    void search_all(const Search& search, Latest& latest) const;
    void offer(const Search& search, const import_keys::ListKey& list, std::string_view key,
               std::span<PackedEvent> events, Latest& latest) const;
    [[nodiscard]] bool few_days(const DateCodes& dates) const;

    using EventVisit = std::function<void(const import_keys::ListKey&, std::string_view value, std::size_t at,
                                          const PackedEvent&)>;

    [[nodiscard]] std::uint8_t type_of(const PackedEvent& event, std::string_view key) const;
    void complete(PackedEvent& event, std::string_view key) const;
    void append_matching(import_keys::Side side, graph::ActorNumber vertex, const DateCodes& dates,
                         const std::optional<graph::ActorNumber>& other,
                         std::vector<graph::Edge>& edges) const;
    // Without its parties.
    [[nodiscard]] graph::Event told(const PackedEvent& event) const;
    [[nodiscard]] graph::Event made(const import_keys::ListKey& key, const PackedEvent& event) const;
    // Events of a vertex's primary lists (out and alone) of exactly this date.
    void on_date(graph::ActorNumber vertex, std::uint32_t date, const EventVisit& visit) const;
    void find(graph::EventId id, const EventVisit& visit) const;
    void find_untyped(graph::EventId id, const EventVisit& visit) const;
    void gather(std::uint32_t date, const std::vector<graph::ActorNumber>& vertices,
                std::vector<graph::Event>& events) const;

    const Rows& rows_;
    std::map<ImportNumber, ImportRecord> records_;
    std::vector<ImportKind> kinds_;
    std::vector<std::string> datasets_;
};

// The vertices of a day row.
std::optional<std::vector<graph::ActorNumber>> read_day(std::string_view bytes);
std::string packed_day(const std::vector<graph::ActorNumber>& vertices);

}  // namespace entente::store
