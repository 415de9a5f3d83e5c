// What the importer sorts: an event as a few numbers, so that sorting compares numbers and nothing else.
//
// A row becomes a Primary, 32 bytes, sorted by whom it stands with; from those that stay come a Received for
// the other end and a DayEntry. They live in memory and in temporary files, never in a store.
#pragma once

#include "graph/records.hpp"
#include "store/packed.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

#include <xxhash.h>

namespace entente::store {

// place: 32 bits vertex, 2 list, 22 date, 4 type. content: 40 bits of hash, 24 of file.
struct Primary {
    std::uint64_t place = 0;
    std::uint64_t content = 0;
    std::uint32_t other = 0;
    std::uint32_t reports = 0;
    std::uint16_t kind = 0;
    std::uint16_t sources = 0;
    std::uint32_t row = 0;  // 1 more than its number among the kept rows; 0 none kept
};
inline constexpr std::uint32_t has_own_id = 1U
                                            << 23U;  // in the file bits: told apart by its id, never counted
inline constexpr std::uint32_t most_files = has_own_id - 1;

inline std::uint64_t place_of(graph::ActorNumber vertex, ListKind list, std::uint32_t date,
                              std::uint8_t type) {
    return static_cast<std::uint64_t>(vertex) << 28U | static_cast<std::uint64_t>(list) << 26U |
           static_cast<std::uint64_t>(date) << 4U | (type & 0x0FU);
}
inline graph::ActorNumber vertex_of(std::uint64_t place) {
    return static_cast<graph::ActorNumber>(place >> 28U);
}
inline ListKind list_of(std::uint64_t place) {
    return static_cast<ListKind>((place >> 26U) & 0x03U);
}
inline std::uint32_t date_of(std::uint64_t place) {
    return static_cast<std::uint32_t>((place >> 4U) & 0x3FFFFFU);
}
inline std::uint64_t content_of(const Primary& record) {
    return record.content >> 24U;
}
inline std::uint32_t file_of(const Primary& record) {
    return static_cast<std::uint32_t>(record.content & 0xFFFFFFU);
}

struct PrimaryLess {
    bool operator()(const Primary& a, const Primary& b) const {
        if (a.place != b.place) return a.place < b.place;
        if (a.content != b.content) return a.content < b.content;
        // Equal to here is the same event; which row stays must not depend on the order of rows.
        return std::tuple(a.other, a.kind, a.reports, a.sources) <
               std::tuple(b.other, b.kind, b.reports, b.sources);
    }
};

// place: 32 bits vertex, 22 date, 4 type.
struct Received {
    std::uint64_t place = 0;
    std::uint64_t content = 0;
    std::uint32_t other = 0;
    std::uint32_t reports = 0;
    std::uint16_t kind = 0;
    std::uint16_t sources = 0;
};
struct ReceivedLess {
    bool operator()(const Received& a, const Received& b) const {
        return std::tuple(a.place, a.content, a.other) < std::tuple(b.place, b.content, b.other);
    }
};

// 22 bits date, 4 type, 32 vertex.
using DayEntry = std::uint64_t;

inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) {
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) {
    const std::array<std::uint64_t, 2> both = {hash, more};
    return XXH3_64bits(both.data(), sizeof both);
}

}  // namespace entente::store
