// Records as bytes and back: what lies behind the keys.
//
// encode(x) gives the bytes of any record; decode<X>(bytes) gives the record back, or nullopt when the bytes
// are not exactly what encode writes (whatever they are: no exception, no crash, no allocation larger than
// the bytes warrant). For every x, decode<X>(encode(x)) == x. Each value begins with a byte that tells its
// layout (1 so far); FORMAT.md lists the fields.
//
// The fields of a record are written once, in values.cpp, and serve both ways.
#pragma once

#include "graph/records.hpp"
#include "graph/view.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

// The numbers that the store keeps about itself.
struct Totals {
    graph::Counts counts;
    graph::ActorNumber next_number = 0;  // of the next actor seen for the first time

    bool operator==(const Totals&) const = default;
};

// An actor's number, given once and for all; `live` while the actor is a vertex.
struct Numbered {
    graph::ActorNumber number = 0;
    bool live = false;

    bool operator==(const Numbered&) const = default;
};

// An article that waits for the resolve pass: its new version, or its removal.
struct Pending {
    bool removal = false;
    graph::ArticleRecord article;  // empty when it is a removal

    bool operator==(const Pending&) const = default;
};

// Who bears a folded name: see graph::Candidate.
struct Bearer {
    std::uint8_t rank = 0;
    graph::ActorNumber number = 0;
    std::uint32_t articles = 0;

    bool operator==(const Bearer&) const = default;
};

// What an adjacency row holds behind its key, which has the ends, the date, the kind and the id.
struct EdgeFacts {
    std::uint8_t type = 0;
    graph::Status status = graph::Status::reported;
    bool reciprocal = false;
    bool derived = false;
    std::uint32_t reports = 0;
    std::uint32_t sources = 0;

    bool operator==(const EdgeFacts&) const = default;
};

// For Record any of: Totals, Numbered, Pending, Bearer, EdgeFacts, graph::Actor, graph::Event,
// graph::Report, graph::Relation, graph::ArticleRecord, graph::Form (without its key), extract::Extraction.
template <class Record>
[[nodiscard]] std::string encode(const Record& record);

template <class Record>
[[nodiscard]] std::optional<Record> decode(std::string_view bytes);

// A count alone, as a varint: pairs, degrees.
[[nodiscard]] std::string encode_count(std::uint32_t count);
[[nodiscard]] std::optional<std::uint32_t> decode_count(std::string_view bytes);

}  // namespace entente::store
