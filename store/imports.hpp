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
#include <string_view>
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
    [[nodiscard]] graph::ActorId id(graph::ActorNumber actor) const;  // "" for none
    [[nodiscard]] std::optional<graph::ActorNumber> number(const graph::ActorId& id) const;
    // All that the data sets say, joined: by rules that do not know which came first.
    [[nodiscard]] static graph::Actor joined(const NamedActor& named);
    // Names with their bearers in order of the name, then number; rank as in graph::Candidate.
    using NameVisit = std::function<bool(std::string_view folded, graph::ActorNumber, int rank)>;
    void names(std::string_view lower, std::string_view upper, const NameVisit& visit) const;

    // --- Edges
    void append_edges(import_keys::Side side, graph::ActorNumber vertex,
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

    // --- Events
    [[nodiscard]] std::optional<graph::Event> event(graph::EventId id) const;
    [[nodiscard]] std::optional<graph::ImportedRow> row(graph::EventId id) const;
    // The vertex takes part in: sorted by date, then id.
    [[nodiscard]] std::vector<graph::Event> events_of(graph::ActorNumber vertex) const;

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
    using EventVisit = std::function<void(const import_keys::ListKey&, std::string_view value, std::size_t at,
                                          const PackedEvent&)>;

    [[nodiscard]] std::uint8_t type_of(const PackedEvent& event, std::string_view key) const;
    void complete(PackedEvent& event, std::string_view key) const;
    void append_matching(import_keys::Side side, graph::ActorNumber vertex,
                         const std::optional<graph::ActorNumber>& other,
                         std::vector<graph::Edge>& edges) const;
    [[nodiscard]] graph::Event made(const import_keys::ListKey& key, const PackedEvent& event) const;
    // Events of a vertex's primary lists (out and alone) of exactly this date.
    void on_date(graph::ActorNumber vertex, std::uint32_t date, const EventVisit& visit) const;
    void find(graph::EventId id, const EventVisit& visit) const;
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
