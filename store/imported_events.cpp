// Imported events one by one: found by id, by day, by vertex.
#include "store/coding.hpp"
#include "store/imports.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <set>

namespace entente::store {

using import_keys::ListKey;
using import_keys::Side;

namespace {

void require_sound(bool good, const Rows& rows, std::string_view key) {
    if (!good) damaged(rows, key);
}

bool by_date_and_id(const graph::Event& a, const graph::Event& b) {
    return std::pair{a.date, a.id} < std::pair{b.date, b.id};
}

}  // namespace

graph::Event Imports::told(const PackedEvent& packed) const {
    const ImportKind& kind = kinds_[packed.kind];
    graph::Event event;
    event.id = packed.id;
    event.typed = kind.type != untyped_kind;
    if (event.typed) event.type = static_cast<graph::EventType>(kind.type);
    event.mode = kind.mode;
    event.status = kind.status;
    event.date = date_of_code(packed.date);
    event.score_tenths = kind.score_tenths;
    event.cameo = kind.cameo;
    event.contexts = kind.contexts;
    event.sources = packed.sources;
    event.told = packed.reports;
    event.dataset = kind.dataset;
    return event;
}

graph::Event Imports::made(const ListKey& key, const PackedEvent& packed) const {
    graph::Event event = told(packed);
    if (key.side == Side::in) {
        event.actors = {id(packed.other)};
        event.recipients = {id(key.vertex)};
    } else if (key.list == ListKind::alone_receiving) {
        event.recipients = {id(key.vertex)};
    } else {
        event.actors = {id(key.vertex)};
        if (packed.other != no_other) event.recipients = {id(packed.other)};
    }
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
    find_untyped(wanted, visit);
}

// They are in no index: all lists of their kind are looked through.
void Imports::find_untyped(graph::EventId wanted, const EventVisit& visit) const {
    const auto has_some = [](const auto& row) { return row.second.untyped > 0; };
    if (type_of_id(wanted) != 0 || std::ranges::none_of(records_, has_some)) return;
    std::vector<PackedEvent> list;
    const std::string all = import_keys::all_lists(Side::primary);
    rows_.scan(Family::imports, all, [&](std::string_view key, std::string_view value) {
        const ListKey read = sound(import_keys::read_list_key(key), rows_, key);
        if (read.list != ListKind::untyped) return true;
        list.clear();
        require_sound(read_list(value, list), rows_, key);
        for (PackedEvent& event : list) {
            complete(event, key);
            if (event.id != wanted) continue;
            visit(read, value, static_cast<std::size_t>(&event - list.data()), event);
            return false;
        }
        return true;
    });
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
