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

bool by_date_and_id(const graph::Event& a, const graph::Event& b) {
    return std::pair{a.date, a.id} < std::pair{b.date, b.id};
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
    if (none()) return std::nullopt;
    const std::string key = import_keys::chunk(actor);
    const std::optional<std::string> value = rows_.get(Family::imports, key);
    if (!value) return std::nullopt;
    std::vector<NamedActor> chunk;
    require_sound(read_names(*value, chunk), rows_, key);
    const auto place = static_cast<std::uint8_t>(actor % actors_in_chunk);
    const auto found = std::ranges::find(chunk, place, &NamedActor::place);
    if (found == chunk.end()) return std::nullopt;
    return std::move(*found);
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

void Imports::append_matching(Side side, graph::ActorNumber vertex,
                              const std::optional<graph::ActorNumber>& other,
                              std::vector<graph::Edge>& edges) const {
    if (none()) return;
    std::vector<PackedEvent> list;
    std::uint32_t code = 0;
    graph::Date date;
    std::uint64_t day = 0;
    const std::string prefix = import_keys::lists(side, vertex, ListKind::out);
    rows_.scan(Family::imports, prefix, [&](std::string_view key, std::string_view value) {
        list.clear();
        require_sound(read_list(value, list), rows_, key);
        if (!other) edges.reserve(edges.size() + list.size());
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
        return true;
    });
}

void Imports::append_edges(Side side, graph::ActorNumber vertex, std::vector<graph::Edge>& edges) const {
    append_matching(side, vertex, std::nullopt, edges);
}

void Imports::append_edges(Side side, graph::ActorNumber vertex, graph::ActorNumber other,
                           std::vector<graph::Edge>& edges) const {
    append_matching(side, vertex, other, edges);
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
    const auto [last, end] = std::ranges::unique(neighbours);
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

graph::Event Imports::made(const ListKey& key, const PackedEvent& packed) const {
    const ImportKind& kind = kinds_[packed.kind];
    graph::Event event;
    event.id = packed.id;
    event.type = static_cast<graph::EventType>(kind.type);
    event.mode = kind.mode;
    event.status = kind.status;
    event.date = date_of_code(packed.date);
    if (key.side == Side::in) {
        event.actors = {id(packed.other)};
        event.recipients = {id(key.vertex)};
    } else if (key.list == ListKind::alone_receiving) {
        event.recipients = {id(key.vertex)};
    } else {
        event.actors = {id(key.vertex)};
        if (packed.other != no_other) event.recipients = {id(packed.other)};
    }
    event.score_tenths = kind.score_tenths;
    event.cameo = kind.cameo;
    event.contexts = kind.contexts;
    event.sources = packed.sources;
    event.told = packed.reports;
    event.dataset = kind.dataset;
    return event;
}

void Imports::on_date(graph::ActorNumber vertex, std::uint32_t date, const EventVisit& visit) const {
    std::vector<PackedEvent> list;
    for (const ListKind kind : {ListKind::out, ListKind::alone, ListKind::alone_receiving}) {
        const std::string upper = after(import_keys::lists(Side::primary, vertex, kind));
        const std::string lower = import_keys::lists_from(Side::primary, vertex, kind, date);
        rows_.scan(Family::imports, lower, upper, [&](std::string_view key, std::string_view value) {
            const ListKey read = sound(import_keys::read_list_key(key), rows_, key);
            if (sound(first_date_of_list(value), rows_, key) > date) {
                return records_.size() > 1;  // of one import, later lists begin later still
            }
            list.clear();
            require_sound(read_list(value, list), rows_, key);
            const auto first = std::ranges::lower_bound(list, date, {}, &PackedEvent::date);
            for (auto event = first; event != list.end() && event->date == date; ++event) {
                complete(*event, key);
                visit(read, value, static_cast<std::size_t>(event - list.begin()), *event);
            }
            return true;
        });
    }
}

void Imports::find(graph::EventId wanted, const EventVisit& visit) const {
    if (none()) return;
    bool found = false;
    for (const std::uint32_t date : date_codes_of_day(day_of_id(wanted))) {
        const std::string prefix = import_keys::days(date, type_of_id(wanted));
        rows_.scan(Family::imports, prefix, [&](std::string_view key, std::string_view value) {
            for (const graph::ActorNumber vertex : sound(read_day(value), rows_, key)) {
                on_date(vertex, date,
                        [&](const ListKey& list, std::string_view bytes, std::size_t at,
                            const PackedEvent& event) {
                            if (found || event.id != wanted) return;
                            found = true;
                            visit(list, bytes, at, event);
                        });
                if (found) break;
            }
            return !found;
        });
        if (found) return;
    }
}

std::optional<graph::Event> Imports::event(graph::EventId wanted) const {
    std::optional<graph::Event> found;
    find(wanted, [&](const ListKey& key, std::string_view, std::size_t, const PackedEvent& event) {
        found = made(key, event);
    });
    return found;
}

std::optional<graph::ImportedRow> Imports::row(graph::EventId wanted) const {
    std::optional<graph::ImportedRow> found;
    find(wanted, [&](const ListKey& list, std::string_view, std::size_t at, const PackedEvent& event) {
        found.emplace();
        const std::string key = import_keys::rows(list);
        if (const std::optional<std::string> value = rows_.get(Family::imports, key)) {
            std::vector<graph::ImportedRow> rows;
            require_sound(read_rows(*value, rows) && at < rows.size(), rows_, key);
            found = std::move(rows[at]);
        }
        found->label = kinds_[event.kind].label;
    });
    return found;
}

std::vector<graph::Event> Imports::events_of(graph::ActorNumber vertex) const {
    std::vector<graph::Event> events;
    if (none()) return events;
    std::vector<PackedEvent> list;
    for (const Side side : {Side::primary, Side::in}) {
        const std::string lower = import_keys::lists(side, vertex);
        const std::string upper = import_keys::lists(side, vertex, ListKind::untyped);
        rows_.scan(Family::imports, lower, upper, [&](std::string_view key, std::string_view value) {
            const ListKey read = sound(import_keys::read_list_key(key), rows_, key);
            list.clear();
            require_sound(read_list(value, list), rows_, key);
            for (PackedEvent& event : list) {
                complete(event, key);
                events.push_back(made(read, event));
            }
            return true;
        });
    }
    std::ranges::sort(events, by_date_and_id);
    return events;
}

void Imports::gather(std::uint32_t date, const std::vector<graph::ActorNumber>& vertices,
                     std::vector<graph::Event>& events) const {
    for (const graph::ActorNumber vertex : vertices) {
        on_date(vertex, date,
                [&](const ListKey& key, std::string_view, std::size_t, const PackedEvent& event) {
                    events.push_back(made(key, event));
                });
    }
}

Imports::Days::Days(const Imports& imports, std::uint32_t from, std::uint32_t to)
    : imports_(imports), lower_(import_keys::days_from(date_codes_of_day(from).front())), to_(to) {}

bool Imports::Days::next(std::vector<graph::Event>& events) {
    events.clear();
    if (imports_.none() || lower_.empty()) return false;
    std::optional<std::uint32_t> day;
    std::map<std::uint32_t, std::set<graph::ActorNumber>> vertices_by_date;
    const std::string upper = after(import_keys::all_days());
    std::string next;
    imports_.rows_.scan(Family::imports, lower_, upper, [&](std::string_view key, std::string_view value) {
        const auto read = sound(import_keys::read_day_key(key), imports_.rows_, key);
        const std::uint32_t here = day_of_id(import_event_id(read.date, 0, 0));
        if (!day) day = here;
        if (here != *day || here > to_) {
            next = std::string(key);
            return false;
        }
        const auto vertices = sound(read_day(value), imports_.rows_, key);
        vertices_by_date[read.date].insert(vertices.begin(), vertices.end());
        return true;
    });
    lower_ = next;
    if (!day || *day > to_) return false;
    for (const auto& [date, vertices] : vertices_by_date) {
        imports_.gather(date, {vertices.begin(), vertices.end()}, events);
    }
    std::ranges::sort(events, {}, &graph::Event::id);
    return true;
}

void Imports::walk(const std::function<bool(const Listed&)>& visit) const {
    if (none()) return;
    std::vector<PackedEvent> list;
    std::vector<graph::ImportedRow> details;
    rows_.scan(Family::imports, import_keys::all_lists(Side::primary),
               [&](std::string_view key, std::string_view value) {
                   const ListKey read = sound(import_keys::read_list_key(key), rows_, key);
                   list.clear();
                   details.clear();
                   require_sound(read_list(value, list), rows_, key);
                   const std::string detail_key = import_keys::rows(read);
                   if (const auto bytes = rows_.get(Family::imports, detail_key)) {
                       require_sound(read_rows(*bytes, details) && details.size() == list.size(), rows_,
                                     detail_key);
                   }
                   for (std::size_t i = 0; i < list.size(); ++i) {
                       complete(list[i], key);
                       if (!visit({read, &list[i], details.empty() ? nullptr : &details[i]})) return false;
                   }
                   return true;
               });
}

}  // namespace entente::store
