// Imported events as bytes: many in one value, because a vertex of an imported graph has thousands.
//
// Three kinds of value: a list of events (part of what a vertex takes part in), the strands of a vertex (the
// sums over its edges), a chunk of names (64 actors). FORMAT.md shows them byte by byte. append and read are
// inverse; reading takes any bytes, gives false for what append does not write, and never reads outside.
// Lists are columns, not rows: zstd finds more in a column, and a reader that filters by date decodes fast.
#pragma once

#include "graph/records.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::store {

// A date in 22 bits that sort as dates do; 0 unknown. Years 1 to 2800, others count as unknown.
std::uint32_t date_code(const graph::Date& date);
graph::Date date_of_code(std::uint32_t code);

// The codes of dates whose first day lies in [from, to]; both unknown: of all dates, and of none. With a
// bound, the code 0 of an unknown date falls out.
struct DateCodes {
    std::uint32_t first = 0;
    std::uint32_t last = 0xFFFFFFU;

    [[nodiscard]] bool all() const { return first == 0 && last == 0xFFFFFFU; }
};
DateCodes date_codes(const graph::Date& from, const graph::Date& to);

// Which list of its vertex an event stands in. The order is part of the stored keys.
enum class ListKind : std::uint8_t {
    out,              // the vertex acts, another receives
    alone,            // the vertex acts, nobody is told to receive
    alone_receiving,  // the vertex receives, nobody is told to act
    untyped           // of a kind that PLOVER has no type for: kept, never an edge
};
inline constexpr std::size_t list_kind_count = 4;

struct PackedEvent {
    std::uint32_t date = 0;   // date_code
    std::uint32_t kind = 0;   // a number of the table of kinds
    std::uint32_t other = 0;  // the other end; no_other where there is none
    std::uint64_t id = 0;     // read_list gives the low 40 bits; the rest follows from date and kind
    std::uint32_t reports = 1;
    std::uint32_t sources = 1;

    bool operator==(const PackedEvent&) const = default;
};
inline constexpr std::uint32_t no_other = 0xFFFFFFFFU;
inline constexpr std::uint64_t stored_id_bits = 40;
inline constexpr std::uint64_t stored_id_mask = (std::uint64_t{1} << stored_id_bits) - 1;

// Events sorted by date, at most 65,536.
std::string packed_list(const std::vector<PackedEvent>& events);
bool read_list(std::string_view bytes, std::vector<PackedEvent>& events);
// The date of the first event (that of the last stands in the key); nullopt for damage.
std::optional<std::uint32_t> first_date_of_list(std::string_view bytes);

// The sums over a vertex's edges in one import. Every strand has one end at the vertex.
struct PackedStrand {
    std::uint32_t other = 0;
    std::uint8_t type = 0;
    graph::Status status = graph::Status::reported;
    std::uint32_t edges = 0;
    std::uint32_t reports = 0;
    std::uint32_t sources = 0;
    std::uint32_t undated = 0;
    std::uint32_t first = 0;  // date codes of the dated ones, 0 none
    std::uint32_t last = 0;

    bool operator==(const PackedStrand&) const = default;
};

struct PackedStrands {
    std::uint32_t degree = 0;       // distinct others
    std::vector<PackedStrand> out;  // each sorted by other, type, status
    std::vector<PackedStrand> in;

    bool operator==(const PackedStrands&) const = default;
};

std::string packed_strands(const PackedStrands& strands);
bool read_strands(std::string_view bytes, PackedStrands& strands);
std::optional<std::uint32_t> degree_of_strands(std::string_view bytes);

// What one data set says of an actor.
struct NamedBy {
    std::uint32_t source = 0;  // number of the data set
    std::string name;
    graph::ActorType type = graph::ActorType::organization;
    std::string country;
    std::vector<std::string> sectors;

    bool operator==(const NamedBy&) const = default;
};

struct NamedActor {
    std::uint8_t place = 0;  // in the chunk: number % actors_in_chunk
    graph::ActorId id;
    std::vector<NamedBy> by;  // by source, at least one

    bool operator==(const NamedActor&) const = default;
};
inline constexpr std::uint32_t actors_in_chunk = 64;

// Actors by place, rising.
std::string packed_names(const std::vector<NamedActor>& actors);
bool read_names(std::string_view bytes, std::vector<NamedActor>& actors);
// The actor at that place, without making the others; left as it is when it is not there. False for damage.
bool actor_in_names(std::string_view bytes, std::uint8_t place, std::optional<NamedActor>& actor);
// Places and types, the lowest that a data set gives; false for damage.
bool types_in_names(std::string_view bytes, std::vector<std::pair<std::uint8_t, graph::ActorType>>& types);
// The id of the actor at that place, without reading the others'; "" when it is not there or for damage.
graph::ActorId id_in_names(std::string_view bytes, std::uint8_t place);

// What all events of one kind have in common.
struct ImportKind {
    std::uint8_t type = 0;  // an EventType, or untyped_kind
    graph::Status status = graph::Status::reported;
    std::int16_t score_tenths = 0;
    std::string mode;
    std::string cameo;
    std::string label;
    std::vector<std::string> contexts;
    std::string dataset;

    auto operator<=>(const ImportKind&) const = default;
};
inline constexpr std::uint8_t untyped_kind = 16;

std::string packed_kinds(const std::vector<ImportKind>& kinds);
bool read_kinds(std::string_view bytes, std::vector<ImportKind>& kinds);

// What one import brought, for the counts and for people.
struct ImportRecord {
    std::string dataset;
    std::string format;
    std::uint64_t events = 0;  // with a type
    std::uint64_t untyped = 0;
    std::uint64_t alone = 0;  // of `events`: with one party
    std::uint64_t edges = 0;
    std::uint64_t reports = 0;  // of `events`
    std::uint64_t undated = 0;  // of `events`
    std::uint64_t new_actors = 0;
    std::vector<std::uint64_t> by_type;    // 16
    std::vector<std::uint64_t> by_status;  // 5
    std::uint32_t first = 0;               // date codes
    std::uint32_t last = 0;

    bool operator==(const ImportRecord&) const = default;
};

std::string packed_record(const ImportRecord& record);
bool read_record(std::string_view bytes, ImportRecord& record);

// Rows of an imported list, parallel to its events.
std::string packed_rows(const std::vector<graph::ImportedRow>& rows);
bool read_rows(std::string_view bytes, std::vector<graph::ImportedRow>& rows);

// The id of an event: 20 bits of day, 4 of type, 40 of content. So ids sort by day, and what stands in a list
// need only keep the last forty bits.
std::uint64_t import_event_id(std::uint32_t date, std::uint8_t type, std::uint64_t content);
// Days since the year 1, as the id has them; 0 for an unknown date.
std::uint32_t day_of_id(graph::EventId id);
std::uint8_t type_of_id(graph::EventId id);
// The date codes that give this day: a partial date counts as its first day.
std::vector<std::uint32_t> date_codes_of_day(std::uint32_t day);

}  // namespace entente::store
