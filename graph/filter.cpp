#include "graph/filter.hpp"

#include <algorithm>

namespace entente::graph {

namespace {

bool in_time(const Filter& filter, const Date& date) {
    if (!filter.since.known() && !filter.until.known()) return true;
    if (!date.known()) return false;
    const std::int32_t day = extract::first_day(date);
    return (!filter.since.known() || day >= extract::first_day(filter.since)) &&
           (!filter.until.known() || day <= extract::last_day(filter.until));
}

bool names_types(const Filter& filter) {
    return !filter.event_types.empty() || !filter.relation_types.empty();
}

template <typename Type>
bool wants(const Filter& filter, const std::vector<Type>& named, Type type) {
    return !names_types(filter) || std::ranges::find(named, type) != named.end();
}

bool wants_status(const Filter& filter, Status status) {
    if (!filter.statuses.empty()) return std::ranges::find(filter.statuses, status) != filter.statuses.end();
    return filter.unreal || !unreal(status);
}

bool wants_event(const Filter& filter, EventType type, Status status) {
    return filter.events && wants_status(filter, status) && wants(filter, filter.event_types, type);
}

bool wants_relation(const Filter& filter, RelationType type, bool derived) {
    return filter.relations && (filter.derived || !derived) && wants(filter, filter.relation_types, type);
}

template <typename Tie>
bool wants_kind(const Filter& filter, const Tie& tie) {
    return tie.kind == EdgeKind::event
               ? wants_event(filter, static_cast<EventType>(tie.type), tie.status)
               : wants_relation(filter, static_cast<RelationType>(tie.type), tie.derived);
}

bool is_told(const Filter& filter, std::uint64_t reports, std::uint64_t sources) {
    return reports >= filter.min_reports && sources >= filter.min_sources;
}

}  // namespace

Filter stated() {
    Filter filter;
    filter.derived = false;
    return filter;
}

bool unreal(Status status) {
    return status == Status::negation || status == Status::hypothetical;
}

EventSelection selection_of(const Filter& filter) {
    EventSelection selection;
    selection.from = filter.since;
    selection.to = filter.until;
    selection.min_reports = filter.min_reports;
    selection.min_sources = filter.min_sources;
    selection.types = 0;
    for (unsigned type = 0; type < 16; ++type) {
        const bool is_wanted = wants(filter, filter.event_types, static_cast<EventType>(type));
        if (filter.events && is_wanted) selection.types |= 1U << type;
    }
    selection.statuses = 0;
    for (unsigned status = 0; status <= static_cast<unsigned>(Status::negation); ++status) {
        if (wants_status(filter, static_cast<Status>(status))) selection.statuses |= 1U << status;
    }
    return selection;
}

Verdict weigh(const Filter& filter, const Strand& strand) {
    if (!wants_kind(filter, strand) || !is_told(filter, strand.reports, strand.sources)) return Verdict::none;
    const bool is_timed = filter.since.known() || filter.until.known();
    if (is_timed && strand.edges == strand.undated) return Verdict::none;
    if (strand.edges == 1) return in_time(filter, strand.first) ? Verdict::all : Verdict::none;
    const bool may_count_less = filter.min_reports > 1 || filter.min_sources > 0;
    if (!is_timed) return may_count_less ? Verdict::some : Verdict::all;
    if (filter.until.known() && extract::first_day(strand.first) > extract::last_day(filter.until)) {
        return Verdict::none;
    }
    if (filter.since.known() && extract::first_day(strand.last) < extract::first_day(filter.since)) {
        return Verdict::none;
    }
    const bool all_in_time =
        strand.undated == 0 && in_time(filter, strand.first) && in_time(filter, strand.last);
    return all_in_time && !may_count_less ? Verdict::all : Verdict::some;
}

bool passes(const Filter& filter, const Edge& edge) {
    return wants_kind(filter, edge) && in_time(filter, edge.date) &&
           is_told(filter, edge.reports, edge.sources);
}

bool passes(const Filter& filter, const Event& event) {
    return event.confidence_percent >= filter.min_confidence_percent &&
           wants_event(filter, event.type, event.status) && in_time(filter, event.date) &&
           is_told(filter, report_count(event), event.sources);
}

bool passes(const Filter& filter, const Relation& relation) {
    return passes(filter, edge_of(relation));
}

}  // namespace entente::graph
