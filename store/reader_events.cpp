// What a Reader tells of events: those that articles tell, with the imported ones in their turn.
#include "store/imports.hpp"
#include "store/keys.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <set>

namespace entente::store {

namespace {

// So many events are fetched at a time when a list of ids is turned into events: enough to share the work of
// a look-up, little enough that a caller who stops early pays for little.
constexpr std::size_t events_at_a_time = 128;

// The first date that sorts with or behind `date` and names the same first day: 2016-07 for 2016-07-01.
graph::Date earliest_spelling(graph::Date date) {
    if (date.day == 1) date.day = 0;
    if (date.month == 1 && date.day == 0) date.month = 0;
    return date;
}

std::string lower_bound(graph::Date from, graph::Date to) {
    if (from.known()) {
        const graph::Date first = extract::date_of_day(extract::first_day(from));
        return keys::events_from(earliest_spelling(first));
    }
    // Unknown dates come first.
    return to.known() ? after(keys::events_from({})) : keys::dated_events();
}

std::string upper_bound(graph::Date to) {
    if (!to.known()) return after(keys::dated_events());
    return after(keys::events_from(extract::date_of_day(extract::last_day(to))));
}

// Turns a walk over rows that end in event ids into a walk over events.
class EventWalk {
 public:
    EventWalk(const Rows& rows, const std::function<bool(const graph::Event&)>& visit)
        : rows_(rows), visit_(visit) {}

    bool take(std::string_view row) {
        keys_.push_back(keys::event(sound(keys::id_at_end(row), rows_, row)));
        return keys_.size() < events_at_a_time || flush();
    }

    // False when the visitor has seen enough.
    bool flush() {
        const auto events = stored<graph::Event>(rows_, Family::graph, keys_);
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (!events[i]) damaged(rows_, keys_[i]);
            if (!visit_(*events[i])) {
                keys_.clear();
                return false;
            }
        }
        keys_.clear();
        return true;
    }

 private:
    const Rows& rows_;
    const std::function<bool(const graph::Event&)>& visit_;
    std::vector<std::string> keys_;
};

// False when the visitor has seen enough.
bool walk_events(const Rows& rows, std::string_view lower, std::string_view upper,
                 const std::function<bool(const graph::Event&)>& visit) {
    EventWalk walk(rows, visit);
    bool go_on = true;
    rows.scan(Family::graph, lower, upper, [&](std::string_view key, std::string_view) {
        go_on = walk.take(key);
        return go_on;
    });
    return go_on && walk.flush();
}

constexpr std::uint32_t last_day = 0xFFFFFU;

// As ids of imported events have it; dates before the year 1 count as it.
std::uint32_t day_of(std::int32_t days_since_1970) {
    const graph::Date date = extract::date_of_day(days_since_1970);
    if (date.year <= 0) return 1;
    const std::uint32_t code = date_code(date);
    return code == 0 ? last_day : day_of_id(import_event_id(code, 0, 0));
}

// Imported events that wait for their turn among those that articles tell.
class EventsInTurn {
 public:
    static bool by_id(const graph::Event& a, const graph::Event& b) { return a.id < b.id; }
    static bool by_date(const graph::Event& a, const graph::Event& b) {
        return std::pair(a.date, a.id) < std::pair(b.date, b.id);
    }
    using Order = bool (*)(const graph::Event&, const graph::Event&);
    using Visit = std::function<bool(const graph::Event&)>;

    EventsInTurn(const Imports& imports, std::uint32_t first, std::uint32_t last, Order order)
        : days_(std::in_place, imports, first, last), order_(order) {}
    EventsInTurn(std::vector<graph::Event> events, Order order) : events_(std::move(events)), order_(order) {}

    // Those that come before `event`; false when the visitor has seen enough.
    bool visit_before(const graph::Event& event, const Visit& visit) {
        while (more() && order_(events_[at_], event)) {
            if (!visit(events_[at_++])) return false;
        }
        return true;
    }
    void visit_rest(const Visit& visit) {
        while (more() && visit(events_[at_])) ++at_;
    }

 private:
    bool more() {
        while (at_ == events_.size()) {
            at_ = 0;
            if (!days_ || !days_->next(events_)) {
                events_.clear();
                return false;
            }
            std::ranges::sort(events_, order_);
        }
        return true;
    }

    std::optional<Imports::Days> days_;
    std::vector<graph::Event> events_;
    std::size_t at_ = 0;
    Order order_;
};

}  // namespace

std::optional<graph::Event> Reader::event(graph::EventId id) const {
    if (auto event = stored<graph::Event>(*rows_, Family::graph, keys::event(id))) return event;
    if (const std::optional<std::string> folded_into = rows_->get(Family::graph, keys::event_of_report(id))) {
        return stored<graph::Event>(*rows_, Family::graph, keys::events() + *folded_into);
    }
    return imports_->event(id);
}

void Reader::events(const std::function<bool(const graph::Event&)>& visit) const {
    EventsInTurn imported(*imports_, 0, last_day, &EventsInTurn::by_id);
    bool go_on = true;
    rows_->scan(Family::graph, keys::events(), [&](std::string_view key, std::string_view value) {
        const auto event = decoded<graph::Event>(*rows_, key, value);
        go_on = imported.visit_before(event, visit) && visit(event);
        return go_on;
    });
    if (go_on) imported.visit_rest(visit);
}

void Reader::events_of(graph::ActorNumber actor,
                       const std::function<bool(const graph::Event&)>& visit) const {
    const std::string prefix = keys::events_of_actor(actor);
    EventsInTurn imported(imports_->events_of(actor), &EventsInTurn::by_date);
    const bool go_on = walk_events(*rows_, prefix, after(prefix), [&](const graph::Event& event) {
        return imported.visit_before(event, visit) && visit(event);
    });
    if (go_on) imported.visit_rest(visit);
}

void Reader::events_between(graph::Date from, graph::Date to,
                            const std::function<bool(const graph::Event&)>& visit) const {
    const std::string lower = lower_bound(from, to);
    const std::string upper = upper_bound(to);
    if (lower >= upper) return;
    const bool undated = !from.known() && !to.known();
    const std::uint32_t first = undated ? 0 : from.known() ? day_of(extract::first_day(from)) : 1;
    const std::uint32_t last = to.known() ? day_of(extract::last_day(to)) : last_day;
    EventsInTurn imported(*imports_, first, last, &EventsInTurn::by_date);
    const bool go_on = walk_events(*rows_, lower, upper, [&](const graph::Event& event) {
        return imported.visit_before(event, visit) && visit(event);
    });
    if (go_on) imported.visit_rest(visit);
}

std::uint64_t Reader::select_events(const graph::EventSelection& selection,
                                    const std::function<bool(const graph::Event&)>& visit) const {
    std::uint64_t total = 0;
    std::deque<graph::Event> told;
    const auto take = [&](const graph::Event& event) {
        ++total;
        told.push_back(event);
        if (selection.latest != 0 && told.size() > selection.latest) told.pop_front();
    };
    walk_told(selection, take);
    std::vector<graph::Event> events = imports_->selected(selection, total);
    const auto middle = static_cast<std::ptrdiff_t>(events.size());
    std::ranges::move(told, std::back_inserter(events));
    std::ranges::inplace_merge(events, events.begin() + middle, [](const auto& a, const auto& b) {
        return std::pair(a.date, a.id) < std::pair(b.date, b.id);
    });
    const std::size_t most = selection.latest == 0 ? events.size() : selection.latest;
    for (std::size_t i = events.size() - std::min(most, events.size()); i < events.size(); ++i) {
        if (!visit(events[i])) break;
    }
    return total;
}

// Those that articles tell.
void Reader::walk_told(const graph::EventSelection& selection,
                       const std::function<void(const graph::Event&)>& take) const {
    std::string lower = lower_bound(selection.from, selection.to);
    std::string upper = upper_bound(selection.to);
    std::vector<graph::ActorId> parties;
    if (selection.actor) {
        std::vector<graph::ActorNumber> numbers = {*selection.actor};
        if (selection.with) numbers.push_back(*selection.with);
        std::ranges::stable_sort(numbers, {}, [this](graph::ActorNumber party) { return degree(party); });
        for (const graph::ActorNumber party : numbers) parties.push_back(id(party));
        // Both kinds of rows go on with the date.
        lower = keys::events_of_actor(numbers.front()) + lower.substr(1);
        upper = upper.size() > 1 ? keys::events_of_actor(numbers.front()) + upper.substr(1)
                                 : after(keys::events_of_actor(numbers.front()));
    }
    if (lower >= upper) return;
    walk_events(*rows_, lower, upper, [&](const graph::Event& event) {
        const auto takes_part = [&event](const graph::ActorId& party) {
            return std::ranges::binary_search(event.actors, party) ||
                   std::ranges::binary_search(event.recipients, party);
        };
        if (selects(selection, event) && std::ranges::all_of(parties, takes_part)) take(event);
        return true;
    });
}

void Reader::events_on(const std::vector<graph::Edge>& edges,
                       const std::function<void(const graph::Edge&, const graph::Event&)>& visit) const {
    if (edges.empty()) return;
    std::set<std::uint64_t> told;
    const std::string prefix = keys::edges(keys::Side::out, edges.front().source);
    rows_->scan(Family::graph, prefix, [&](std::string_view key, std::string_view) {
        told.insert(sound(keys::read_edge(keys::Side::out, key), *rows_, key).id);
        return true;
    });
    std::vector<graph::Edge> imported;
    for (const graph::Edge& edge : edges) {
        if (edge.kind != graph::EdgeKind::event) continue;
        if (!told.contains(edge.id)) {
            imported.push_back(edge);
            continue;
        }
        imports_->events_on(imported, visit);
        imported.clear();
        if (const auto event = stored<graph::Event>(*rows_, Family::graph, keys::event(edge.id))) {
            visit(edge, *event);
        }
    }
    imports_->events_on(imported, visit);
}

graph::EventTally Reader::event_tally() const {
    graph::EventTally tally;
    rows_->scan(Family::graph, keys::events(), [&](std::string_view key, std::string_view value) {
        tally.count(decoded<graph::Event>(*rows_, key, value));
        return true;
    });
    imports_->count(tally);
    return tally;
}

std::optional<graph::ImportedRow> Reader::imported(const graph::Event& event) const {
    return event.dataset.empty() ? std::nullopt : imports_->row(event.id);
}

}  // namespace entente::store
