#include "graph/timeline.hpp"

namespace entente::graph {

namespace {

EventSelection selection_for(const TimelineQuery& query) {
    EventSelection selection = selection_of(query.filter);
    selection.actor = query.actor ? query.actor : query.with;
    if (query.actor) selection.with = query.with;
    selection.untyped = query.untyped;
    selection.latest = query.limit;
    return selection;
}

}  // namespace

Timeline timeline(const View& view, const TimelineQuery& query) {
    Timeline answer;
    answer.total = view.select_events(selection_for(query), [&answer](const Event& event) {
        answer.events.push_back(event);
        return true;
    });
    return answer;
}

}  // namespace entente::graph
