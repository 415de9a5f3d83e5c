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

bool wants_event(const Filter& filter, EventType type, Status status, const Date& date) {
    return filter.events && (filter.unreal || !unreal(status)) && wants(filter, filter.event_types, type) &&
           in_time(filter, date);
}

bool wants_relation(const Filter& filter, RelationType type, bool derived, const Date& last_seen) {
    return filter.relations && (filter.derived || !derived) && wants(filter, filter.relation_types, type) &&
           in_time(filter, last_seen);
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

bool passes(const Filter& filter, const Edge& edge) {
    return edge.kind == EdgeKind::event
               ? wants_event(filter, static_cast<EventType>(edge.type), edge.status, edge.date)
               : wants_relation(filter, static_cast<RelationType>(edge.type), edge.derived, edge.date);
}

bool passes(const Filter& filter, const Event& event) {
    return wants_event(filter, event.type, event.status, event.date);
}

bool passes(const Filter& filter, const Relation& relation) {
    return wants_relation(filter, relation.type, relation.derived, relation.last_seen);
}

}  // namespace entente::graph
