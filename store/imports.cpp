#include "store/imports.hpp"

#include "store/coding.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace entente::store {

using import_keys::ListKey;
using import_keys::Side;

namespace {

void require_sound(bool good, const Rows& rows, std::string_view key) {
    if (!good) damaged(rows, key);
}

std::vector<std::string> read_strings(std::string_view bytes, const Rows& rows, std::string_view key) {
    Cursor cursor(bytes);
    std::vector<std::string> values;
    while (!cursor.failed() && cursor.left() > 0) values.emplace_back(cursor.string());
    require_sound(cursor.complete(), rows, key);
    return values;
}

// "police-australia" -> "police australia".
std::string folded_of(const graph::ActorId& id) {
    std::string folded = id;
    std::ranges::replace(folded, '-', ' ');
    return folded;
}

}  // namespace

std::optional<std::vector<graph::ActorNumber>> read_day(std::string_view bytes) {
    Cursor cursor(bytes);
    std::vector<graph::ActorNumber> vertices;
    graph::ActorNumber vertex = 0;
    while (!cursor.failed() && cursor.left() > 0) vertices.push_back(vertex += cursor.varint());
    if (!cursor.complete() || vertices.empty()) return std::nullopt;
    return vertices;
}

std::string packed_day(const std::vector<graph::ActorNumber>& vertices) {
    std::string out;
    graph::ActorNumber last = 0;
    for (const graph::ActorNumber vertex : vertices) {
        append_varint(out, vertex - last);
        last = vertex;
    }
    return out;
}

Imports::Imports(const Rows& rows) : rows_(rows) {
    rows.scan(Family::imports, import_keys::records(), [&](std::string_view key, std::string_view value) {
        const auto number = import_keys::import_of(key);
        require_sound(number.has_value() && read_record(value, records_[*number]), rows_, key);
        return true;
    });
    if (none()) return;
    alone_ = stored_totals(rows).counts.edges == 0;
    const std::string kinds = import_keys::kinds();
    require_sound(read_kinds(rows.get(Family::imports, kinds).value_or(""), kinds_), rows, kinds);
    const std::string datasets = import_keys::datasets();
    datasets_ = read_strings(rows.get(Family::imports, datasets).value_or(""), rows, datasets);
}

void Imports::count(graph::Counts& counts) const {
    for (const auto& [number, record] : records_) {
        counts.actors += record.new_actors;
        counts.events += record.events;
        counts.reports += record.reports;
        counts.edges += record.edges;
    }
}

bool Imports::has_actor(graph::ActorNumber actor) const {
    return !none() && named(actor).has_value();
}

std::optional<NamedActor> Imports::named(graph::ActorNumber actor) const {
    Chunk chunk;
    return named(actor, chunk);
}

std::optional<NamedActor> Imports::named(graph::ActorNumber actor, Chunk& chunk) const {
    if (none()) return std::nullopt;
    const std::string key = import_keys::chunk(actor);
    if (chunk.number != actor / actors_in_chunk) {
        chunk = {actor / actors_in_chunk, rows_.get(Family::imports, key)};
    }
    const std::optional<std::string>& value = chunk.value;
    if (!value) return std::nullopt;
    std::optional<NamedActor> named;
    require_sound(actor_in_names(*value, static_cast<std::uint8_t>(actor % actors_in_chunk), named), rows_,
                  key);
    return named;
}

graph::ActorId Imports::id(graph::ActorNumber actor) const {
    if (none()) return {};
    const std::optional<std::string> value = rows_.get(Family::imports, import_keys::chunk(actor));
    return value ? id_in_names(*value, static_cast<std::uint8_t>(actor % actors_in_chunk)) : graph::ActorId{};
}

std::optional<graph::ActorNumber> Imports::number(const graph::ActorId& id) const {
    if (none()) return std::nullopt;
    std::optional<graph::ActorNumber> number;
    const std::string prefix = import_keys::names(folded_of(id));
    names(prefix, after(prefix), [&](std::string_view, graph::ActorNumber actor, int rank) {
        // Only the name that made the id has rank 1; hyphens in place of blanks make it unique.
        if (rank == 1 && this->id(actor) == id) number = actor;
        return !number;
    });
    return number;
}

graph::Actor Imports::joined(const NamedActor& named) {
    graph::Actor actor;
    actor.id = named.id;
    std::set<std::string> sectors;
    for (const NamedBy& by : named.by) {
        // Small letters sort behind capitals and accents behind both, so of "CHINA" and "China" it is China.
        actor.name = std::max(actor.name, by.name);
        actor.type = &by == &named.by.front() ? by.type : std::min(actor.type, by.type);
        if (actor.country.empty() || (!by.country.empty() && by.country < actor.country))
            actor.country = by.country;
        sectors.insert(by.sectors.begin(), by.sectors.end());
    }
    actor.sectors.assign(sectors.begin(), sectors.end());
    return actor;
}

void Imports::names(std::string_view lower, std::string_view upper, const NameVisit& visit) const {
    if (none()) return;
    std::string last_folded;
    graph::ActorNumber last_actor = 0;
    rows_.scan(Family::imports, lower, upper, [&](std::string_view key, std::string_view value) {
        Cursor cursor(key.substr(1));
        std::string folded = cursor.ordered();
        const graph::ActorNumber actor = cursor.big32();
        cursor.byte();
        cursor.byte();
        require_sound(cursor.complete() && value.size() == 1, rows_, key);
        // Once, however many data sets have the name.
        if (folded == last_folded && actor == last_actor) return true;
        last_folded = std::move(folded);
        last_actor = actor;
        return visit(last_folded, actor, static_cast<std::uint8_t>(value.front()));
    });
}

std::uint8_t Imports::type_of(const PackedEvent& event, std::string_view key) const {
    require_sound(event.kind < kinds_.size(), rows_, key);
    return kinds_[event.kind].type;
}

void Imports::complete(PackedEvent& event, std::string_view key) const {
    event.id = import_event_id(event.date, type_of(event, key), event.id);
}

void Imports::lists_dated(Side side, graph::ActorNumber vertex, ListKind list, const DateCodes& dates,
                          const ListVisit& visit) const {
    if (none()) return;
    std::vector<PackedEvent> events;
    const std::string lower = import_keys::lists_from(side, vertex, list, dates.first);
    const std::string upper = after(import_keys::lists(side, vertex, list));
    rows_.scan(Family::imports, lower, upper, [&](std::string_view key, std::string_view value) {
        const ListKey read = sound(import_keys::read_list_key(key), rows_, key);
        if (sound(first_date_of_list(value), rows_, key) > dates.last) {
            return records_.size() > 1;  // of one import, later lists begin later still
        }
        events.clear();
        require_sound(read_list(value, events), rows_, key);
        if (dates.all()) {
            visit(read, key, events);
            return true;
        }
        const auto first = std::ranges::lower_bound(events, dates.first, {}, &PackedEvent::date);
        const auto last = std::ranges::upper_bound(events, dates.last, {}, &PackedEvent::date);
        if (first < last) visit(read, key, {first, last});
        return true;
    });
}

void Imports::append_matching(Side side, graph::ActorNumber vertex, const DateCodes& dates,
                              const std::optional<graph::ActorNumber>& other,
                              std::vector<graph::Edge>& edges) const {
    std::uint32_t code = 0;
    graph::Date date;
    std::uint64_t day = 0;
    const auto append = [&](const ListKey&, std::string_view key, std::span<PackedEvent> list) {
        for (const PackedEvent& event : list) {
            if (other && event.other != *other) continue;
            require_sound(event.kind < kinds_.size(), rows_, key);
            const ImportKind& kind = kinds_[event.kind];
            if (event.date != code) {
                code = event.date;
                date = date_of_code(code);
                day = import_event_id(code, 0, 0);
            }
            graph::Edge& edge = edges.emplace_back();
            edge.source = side == Side::primary ? vertex : event.other;
            edge.target = side == Side::primary ? event.other : vertex;
            edge.type = kind.type;
            edge.status = kind.status;
            edge.date = date;
            edge.reports = event.reports;
            edge.sources = event.sources;
            edge.id = day | static_cast<std::uint64_t>(kind.type & 0x0FU) << stored_id_bits | event.id;
        }
    };
    lists_dated(side, vertex, ListKind::out, dates, append);
}

void Imports::append_edges(Side side, graph::ActorNumber vertex, std::vector<graph::Edge>& edges) const {
    append_matching(side, vertex, {}, std::nullopt, edges);
}

void Imports::append_edges(Side side, graph::ActorNumber vertex, const DateCodes& dates,
                           std::vector<graph::Edge>& edges) const {
    append_matching(side, vertex, dates, std::nullopt, edges);
}

void Imports::append_edges(Side side, graph::ActorNumber vertex, graph::ActorNumber other,
                           std::vector<graph::Edge>& edges) const {
    append_matching(side, vertex, {}, other, edges);
}

void Imports::append_strands(graph::ActorNumber vertex, std::vector<graph::Strand>& out,
                             std::vector<graph::Strand>& in) const {
    if (none()) return;
    rows_.scan(Family::imports, import_keys::strands(vertex),
               [&](std::string_view key, std::string_view value) {
                   PackedStrands packed;
                   require_sound(read_strands(value, packed), rows_, key);
                   const auto take = [&](const PackedStrand& one, std::vector<graph::Strand>& strands,
                                         bool outgoing) {
                       graph::Strand& strand = strands.emplace_back();
                       strand.source = outgoing ? vertex : one.other;
                       strand.target = outgoing ? one.other : vertex;
                       strand.type = one.type;
                       strand.status = one.status;
                       strand.edges = one.edges;
                       strand.reports = one.reports;
                       strand.sources = one.sources;
                       strand.undated = one.undated;
                       strand.first = date_of_code(one.first);
                       strand.last = date_of_code(one.last);
                   };
                   out.reserve(out.size() + packed.out.size());
                   in.reserve(in.size() + packed.in.size());
                   for (const PackedStrand& one : packed.out) take(one, out, true);
                   for (const PackedStrand& one : packed.in) take(one, in, false);
                   return true;
               });
}

std::uint32_t Imports::degree(graph::ActorNumber vertex) const {
    if (none()) return 0;
    std::uint32_t degree = 0;
    std::size_t rows = 0;
    rows_.scan(Family::imports, import_keys::strands(vertex),
               [&](std::string_view key, std::string_view value) {
                   degree = sound(degree_of_strands(value), rows_, key);
                   return ++rows < 2;
               });
    if (rows < 2) return degree;
    std::vector<graph::ActorNumber> neighbours;
    append_neighbours(vertex, neighbours);
    std::ranges::sort(neighbours);
    const auto last = std::unique(neighbours.begin(), neighbours.end());
    return static_cast<std::uint32_t>(last - neighbours.begin());
}

void Imports::append_neighbours(graph::ActorNumber vertex,
                                std::vector<graph::ActorNumber>& neighbours) const {
    if (none()) return;
    rows_.scan(Family::imports, import_keys::strands(vertex),
               [&](std::string_view key, std::string_view value) {
                   PackedStrands packed;
                   require_sound(read_strands(value, packed), rows_, key);
                   for (const auto* half : {&packed.out, &packed.in}) {
                       for (const PackedStrand& strand : *half) {
                           if (neighbours.empty() || neighbours.back() != strand.other)
                               neighbours.push_back(strand.other);
                       }
                   }
                   return true;
               });
}

void Imports::add_hubs(std::map<std::uint32_t, std::uint64_t>& vertices_by_degree) const {
    if (none()) return;
    const std::string key = import_keys::hubs();
    const std::optional<std::string> value = rows_.get(Family::imports, key);
    if (!value) return;
    Cursor cursor(*value);
    while (!cursor.failed() && cursor.left() > 0) {
        const std::uint32_t degree = cursor.varint();
        vertices_by_degree[degree] += cursor.varint();
    }
    require_sound(cursor.complete(), rows_, key);
}

std::vector<std::pair<graph::ActorNumber, std::uint32_t>> Imports::degrees(std::size_t enough) const {
    std::vector<std::pair<graph::ActorNumber, std::uint32_t>> degrees;
    if (none()) return degrees;
    rows_.scan(Family::imports, import_keys::degrees(), [&](std::string_view key, std::string_view value) {
        Cursor cursor(key.substr(1));
        degrees.emplace_back(cursor.big32(), sound(decode_count(value), rows_, key));
        require_sound(cursor.complete(), rows_, key);
        return true;
    });
    if (degrees.size() >= enough) return degrees;
    degrees.clear();
    std::size_t rows = 0;
    const auto count_again = [&] {
        if (rows > 1) degrees.back().second = degree(degrees.back().first);
        rows = 0;
    };
    rows_.scan(Family::imports, import_keys::all_strands(),
               [&](std::string_view key, std::string_view value) {
                   const auto read = sound(import_keys::read_strands_key(key), rows_, key);
                   if (degrees.empty() || degrees.back().first != read.vertex) {
                       count_again();
                       degrees.emplace_back(read.vertex, sound(degree_of_strands(value), rows_, key));
                   }
                   ++rows;
                   return true;
               });
    count_again();
    return degrees;
}

std::map<graph::ActorType, std::uint64_t> Imports::actors_by_type(const ActorQuestion& counted) const {
    std::map<graph::ActorType, std::uint64_t> counts;
    std::vector<std::pair<std::uint8_t, graph::ActorType>> types;
    rows_.scan(Family::imports, import_keys::chunks(), [&](std::string_view key, std::string_view value) {
        types.clear();
        Cursor cursor(key.substr(1));
        const graph::ActorNumber first = cursor.big32() * actors_in_chunk;
        require_sound(cursor.complete() && types_in_names(value, types), rows_, key);
        for (const auto& [place, type] : types) {
            if (!counted(first + place)) ++counts[type];
        }
        return true;
    });
    return counts;
}

}  // namespace entente::store
