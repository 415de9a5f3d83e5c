// Which imported events a selection wants: lists are read packed, and records made of those that are
// returned.
//
// Of a vertex the lists whose dates may do. Of everybody the lists of the days by the index of days, when
// there are few of them; else all lists in the order they lie in, which for half a million actors is faster
// than looking up each.
#include "store/imports.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace entente::store {

using import_keys::ListKey;
using import_keys::Side;

namespace {

// A look-up of one day's events costs as much as reading so many days in a row.
constexpr std::uint64_t days_read_for_one_looked_up = 300;

std::uint32_t day_of_code(std::uint32_t code) {
    return day_of_id(import_event_id(code, 0, 0));
}

}  // namespace

// The latest so many of the events it is offered; of 0 all.
class Imports::Latest {
 public:
    struct Found {
        ListKey key;
        PackedEvent event;
    };

    explicit Latest(std::size_t most) : most_(most) {}

    [[nodiscard]] std::uint64_t total() const { return total_; }
    // True when an event of this date is too early to be kept; it counts all the same.
    bool counts_only(std::uint32_t date) {
        ++total_;
        return full() && date < found_.front().event.date;
    }
    void keep(const ListKey& key, const PackedEvent& event) {
        if (most_ == 0) {
            found_.push_back({key, event});
            return;
        }
        if (full()) {
            if (!later({key, event}, found_.front())) return;
            std::ranges::pop_heap(found_, later);
            found_.back() = {key, event};
        } else {
            found_.push_back({key, event});
        }
        std::ranges::push_heap(found_, later);
    }
    // By date, then id.
    std::vector<Found> in_order() {
        std::ranges::sort(found_, [](const Found& a, const Found& b) { return later(b, a); });
        return std::move(found_);
    }

 private:
    static bool later(const Found& a, const Found& b) {
        return std::pair{a.event.date, a.event.id} > std::pair{b.event.date, b.event.id};
    }
    [[nodiscard]] bool full() const { return most_ != 0 && found_.size() == most_; }

    std::size_t most_;
    std::vector<Found> found_;  // a heap, the earliest on top
    std::uint64_t total_ = 0;
};

Imports::Search Imports::search_for(const graph::EventSelection& selection) const {
    Search search;
    search.dates = date_codes(selection.from, selection.to);
    search.kinds.reserve(kinds_.size());
    for (const ImportKind& kind : kinds_) {
        const bool of_type = kind.type == untyped_kind
                                 ? selection.untyped
                                 : !selection.untyped && (selection.types >> kind.type & 1U) != 0;
        search.kinds.push_back(of_type &&
                               (selection.statuses >> static_cast<unsigned>(kind.status) & 1U) != 0);
    }
    if (selection.untyped) {
        search.lists = {ListKind::untyped};
    } else if (selection.alone) {
        search.lists = {ListKind::alone, ListKind::alone_receiving};
    } else {
        search.lists = {ListKind::out, ListKind::alone, ListKind::alone_receiving};
    }
    for (const auto& party : {selection.actor, selection.with}) {
        if (party) search.parties.push_back(*party);
    }
    search.min_reports = selection.min_reports;
    search.min_sources = selection.min_sources;
    return search;
}

void Imports::offer(const Search& search, const ListKey& list, std::string_view key,
                    std::span<PackedEvent> events, Latest& latest) const {
    for (PackedEvent& event : events) {
        if (event.kind >= search.kinds.size()) damaged(rows_, key);
        if (!search.kinds[event.kind] || event.reports < search.min_reports ||
            event.sources < search.min_sources) {
            continue;
        }
        const auto takes_part = [&](graph::ActorNumber party) {
            return list.vertex == party || event.other == party;
        };
        if (!std::ranges::all_of(search.parties, takes_part) || latest.counts_only(event.date)) continue;
        complete(event, key);
        latest.keep(list, event);
    }
}

void Imports::search_vertex(graph::ActorNumber vertex, const Search& search, Latest& latest) const {
    const auto take = [&](const ListKey& list, std::string_view key, std::span<PackedEvent> events) {
        offer(search, list, key, events, latest);
    };
    for (const ListKind list : search.lists) {
        lists_dated(Side::primary, vertex, list, search.dates, take);
        if (list == ListKind::out) lists_dated(Side::in, vertex, list, search.dates, take);
    }
}

void Imports::search_days(const Search& search, Latest& latest) const {
    std::map<std::uint32_t, std::set<graph::ActorNumber>> vertices_by_date;
    const std::string lower = import_keys::days_from(search.dates.first);
    const std::string upper = after(import_keys::all_days());
    rows_.scan(Family::imports, lower, upper, [&](std::string_view key, std::string_view value) {
        const auto read = sound(import_keys::read_day_key(key), rows_, key);
        if (read.date > search.dates.last) return false;
        const auto vertices = sound(read_day(value), rows_, key);
        vertices_by_date[read.date].insert(vertices.begin(), vertices.end());
        return true;
    });
    for (const auto& [date, vertices] : vertices_by_date) {
        for (const graph::ActorNumber vertex : vertices) {
            for (const ListKind list : search.lists) {
                lists_dated(Side::primary, vertex, list, {date, date},
                            [&](const ListKey& read, std::string_view key, std::span<PackedEvent> events) {
                                offer(search, read, key, events, latest);
                            });
            }
        }
    }
}

void Imports::search_all(const Search& search, Latest& latest) const {
    std::vector<PackedEvent> list;
    const std::string all = import_keys::all_lists(Side::primary);
    rows_.scan(Family::imports, all, [&](std::string_view key, std::string_view value) {
        const ListKey read = sound(import_keys::read_list_key(key), rows_, key);
        if (std::ranges::find(search.lists, read.list) == search.lists.end() ||
            read.last_date < search.dates.first ||
            sound(first_date_of_list(value), rows_, key) > search.dates.last) {
            return true;
        }
        list.clear();
        if (!read_list(value, list)) damaged(rows_, key);
        const auto first = std::ranges::lower_bound(list, search.dates.first, {}, &PackedEvent::date);
        const auto last = std::ranges::upper_bound(list, search.dates.last, {}, &PackedEvent::date);
        if (first < last) offer(search, read, key, {first, last}, latest);
        return true;
    });
}

bool Imports::few_days(const DateCodes& dates) const {
    std::uint32_t first = dates.last;
    std::uint32_t last = 0;
    for (const auto& [number, record] : records_) {
        if (record.first != 0) first = std::min(first, record.first);
        last = std::max(last, record.last);
    }
    if (dates.first == 0 || last == 0) return false;
    const std::uint32_t from = std::max(first, dates.first);
    const std::uint32_t to = std::min(last, dates.last);
    if (from > to) return true;
    const std::uint64_t asked = std::uint64_t{day_of_code(to)} - day_of_code(from) + 1;
    return asked * days_read_for_one_looked_up <= day_of_code(last) - day_of_code(first);
}

std::vector<graph::Event> Imports::selected(const graph::EventSelection& selection,
                                            std::uint64_t& total) const {
    std::vector<graph::Event> events;
    if (none()) return events;
    const Search search = search_for(selection);
    Latest latest(selection.latest);
    if (search.parties.empty()) {
        !selection.untyped&& few_days(search.dates) ? search_days(search, latest)
                                                    : search_all(search, latest);
    } else if (selection.untyped) {
        search_all(search, latest);  // these are listed with one of their parties only
    } else {
        const auto narrowest = std::ranges::min_element(
            search.parties, {}, [this](graph::ActorNumber party) { return degree(party); });
        search_vertex(*narrowest, search, latest);
    }
    total += latest.total();
    for (const auto& [key, event] : latest.in_order()) events.push_back(made(key, event));
    return events;
}

void Imports::events_on(const std::vector<graph::Edge>& edges,
                        const std::function<void(const graph::Edge&, const graph::Event&)>& visit) const {
    if (none() || edges.empty()) return;
    std::vector<PackedEvent> by_id;
    lists_dated(Side::primary, edges.front().source, ListKind::out, {},
                [&](const ListKey&, std::string_view key, std::span<PackedEvent> events) {
                    for (PackedEvent& event : events) complete(event, key);
                    by_id.insert(by_id.end(), events.begin(), events.end());
                });
    std::ranges::sort(by_id, {}, &PackedEvent::id);
    for (const graph::Edge& edge : edges) {
        auto event = std::ranges::lower_bound(by_id, edge.id, {}, &PackedEvent::id);
        while (event != by_id.end() && event->id == edge.id && event->other != edge.target) ++event;
        if (event != by_id.end() && event->id == edge.id) visit(edge, told(*event));
    }
}

void Imports::count(graph::EventTally& tally) const {
    for (const auto& [number, record] : records_) {
        for (std::size_t i = 0; i < record.by_type.size(); ++i) {
            if (record.by_type[i] > 0) tally.by_type[static_cast<graph::EventType>(i)] += record.by_type[i];
        }
        for (std::size_t i = 0; i < record.by_status.size(); ++i) {
            if (record.by_status[i] > 0)
                tally.by_status[static_cast<graph::Status>(i)] += record.by_status[i];
        }
        tally.without_second_party += record.alone;
        tally.undated += record.undated;
        tally.untyped += record.untyped;
        const graph::Date first = date_of_code(record.first);
        if (first.known() && (!tally.first.known() || first < tally.first)) tally.first = first;
        tally.last = std::max(tally.last, date_of_code(record.last));
    }
}

}  // namespace entente::store
