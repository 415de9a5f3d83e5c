// The keys of the family `imports`. FORMAT.md shows them byte by byte.
//
// Small rows have capital letters and lie together; the lists that a bulk load writes in long sorted runs
// have small ones.
#pragma once

#include "store/packed.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

// An import, numbered from 0 in a store: the lists of different imports lie beside each other.
using ImportNumber = std::uint16_t;

namespace import_keys {

// -> varint: distinct neighbours of a vertex, over all imports; of those with more than least_hub_degree.
std::string degree(graph::ActorNumber vertex);
std::string degrees();
// -> one byte: 1 name, 2 another name of the actor (as ranks in graph::Candidate).
std::string name(std::string_view folded, graph::ActorNumber actor, std::uint32_t source);
std::string names(std::string_view folded);              // of exactly this name
std::string names_from(std::string_view folded_prefix);  // of all names that begin so
// -> list of (degree, vertices): what hub_degree needs, in one value.
std::string hubs();
std::string kinds();                      // -> packed_kinds
std::string datasets();                   // -> list of strings: names by number
std::string record(ImportNumber import);  // -> packed_record
std::string records();
std::string chunk(graph::ActorNumber actor);  // -> packed_names of the chunk it lies in
std::string chunks();

enum class Side : std::uint8_t { in, primary };

// -> packed_list. A vertex's lists by list, then date of the last event, import and turn.
struct ListKey {
    Side side = Side::primary;
    graph::ActorNumber vertex = 0;
    ListKind list = ListKind::out;  // of side `in` always `out`
    std::uint32_t last_date = 0;
    ImportNumber import = 0;
    std::uint16_t turn = 0;  // tells lists of the same last date apart

    bool operator==(const ListKey&) const = default;
};
std::string list(const ListKey& key);
std::string lists(Side side, graph::ActorNumber vertex);                 // all
std::string lists(Side side, graph::ActorNumber vertex, ListKind list);  // one kind
std::string lists_from(Side side, graph::ActorNumber vertex, ListKind list, std::uint32_t date);
std::string all_lists(Side side);
std::optional<ListKey> read_list_key(std::string_view key);
// -> packed_rows, parallel to a primary list.
std::string rows(const ListKey& key);

// -> packed_strands.
std::string strands(graph::ActorNumber vertex, ImportNumber import);
std::string strands(graph::ActorNumber vertex);
std::string all_strands();
struct StrandsKey {
    graph::ActorNumber vertex = 0;
    ImportNumber import = 0;
};
std::optional<StrandsKey> read_strands_key(std::string_view key);

// -> list of varints, each the difference to the one before: vertices in whose primary lists there are events
// of this date and type.
std::string day(std::uint32_t date, std::uint8_t type, ImportNumber import);
std::string days(std::uint32_t date, std::uint8_t type);
std::string days_from(std::uint32_t date);
std::string all_days();
struct DayKey {
    std::uint32_t date = 0;
    std::uint8_t type = 0;
    ImportNumber import = 0;
};
std::optional<DayKey> read_day_key(std::string_view key);

// The import of any row that belongs to one; nullopt for rows of several.
std::optional<ImportNumber> import_of(std::string_view key);

}  // namespace import_keys
}  // namespace entente::store
