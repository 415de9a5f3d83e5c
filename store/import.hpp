// Bulk import: millions of events that come without articles, into a store, all of them or none.
//
//     store::Import import("world.db", {.dataset = "icews", .format = "icews"});
//     const auto kind = import.kind({...});
//     const auto usa = import.actor("United States", {});      // for each row: a look-up, no copy
//     import.add({.source = usa, .target = russia, .date = date, .kind = kind});
//     const auto summary = import.finish();
//
// What is added waits in memory and in sorted temporary files; finish() writes sorted files beside the store
// and takes them in at one stroke. Until it returns nothing has changed, and after it everything is on the
// disk: a killed import leaves no trace but temporary files, which the next writer sweeps away. Memory:
// `memory_bytes` for events, some 200 bytes for each distinct actor.
//
// Identity. An actor is who has the same folded name (any case, accents optional), in articles too: its id is
// that name with hyphens. An event is a row's content and its own id; of rows without one, alike in all, the
// first, the second, ... of a file each are an event, so that the same file again brings nothing new. Events
// of different data sets are never the same.
//
// The store is locked for as long as the object lives. One thread at a time. Throws StoreError.
#pragma once

#include "graph/records.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

struct ImportOptions {
    std::string dataset;  // not ""; "gdelt"
    std::string format;   // for people
    std::size_t memory_bytes = std::size_t{512} << 20U;
};

// What a row tells of an actor.
struct ImportActor {
    std::string name;  // the canonical one; when it is not how the row wrote it, that becomes an alias
    graph::ActorType type = graph::ActorType::organization;
    std::string country;
    std::vector<std::string> sectors;
};

// What all events of one kind have in common.
struct ImportEventKind {
    std::optional<graph::EventType> type;  // none: kept and counted, but no edge and in no answer
    std::string mode;
    graph::Status status = graph::Status::reported;
    std::int16_t score_tenths = 0;
    std::string cameo;
    std::string label;  // what the data set calls it
    std::vector<std::string> contexts;
};

using ImportActorHandle = std::uint32_t;
using ImportKindHandle = std::uint32_t;
inline constexpr ImportActorHandle no_actor = 0xFFFFFFFFU;

struct ImportEvent {
    ImportActorHandle source = no_actor;  // one of the two at least is an actor
    ImportActorHandle target = no_actor;
    graph::Date date;
    ImportKindHandle kind = 0;
    std::uint32_t reports = 1;
    std::uint32_t sources = 1;
    std::uint32_t file = 0;  // by which rows that are alike are counted
    std::string_view id;     // the row's own; "" none
    std::string_view place;
    std::string_view url;
    std::string_view text;
};

struct ImportSummary {
    std::uint64_t rows = 0;
    std::uint64_t events = 0;   // new, with a type
    std::uint64_t untyped = 0;  // new, without
    std::uint64_t known = 0;    // that were there before, or twice
    std::uint64_t actors = 0;   // new vertices
};

class Import {
 public:
    Import(const std::filesystem::path& folder, ImportOptions options);
    ~Import();
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;

    // The actor that was registered for these bytes (a name, or a name with what distinguishes it); no_actor
    // when there is none yet.
    [[nodiscard]] ImportActorHandle actor(std::string_view written) const;
    // Registers them. `shown` is the name within the bytes. no_actor for a name without letters and digits.
    ImportActorHandle add_actor(std::string_view written, std::string_view shown, ImportActor actor);

    // Another name of the actor, folded.
    void add_alias(ImportActorHandle actor, std::string_view folded);

    // The same kind again gives the same handle. At most 65,535 kinds in a store.
    ImportKindHandle kind(const ImportEventKind& kind);

    void add(const ImportEvent& event);
    // The event as another store had it: its id stays.
    void add_as_it_was(const ImportEvent& event, graph::EventId id);

    // `progress` is told the part done, 0 to 1, now and then.
    ImportSummary finish(const std::function<void(double)>& progress = {});

    [[nodiscard]] graph::Counts counts_before() const;
    [[nodiscard]] graph::Counts counts_now() const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace entente::store
