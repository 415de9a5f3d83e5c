#include "graph/timeline.hpp"

#include <algorithm>
#include <deque>

namespace entente::graph {

namespace {

bool takes_part(const Event& event, const ActorId& actor) {
    return std::ranges::binary_search(event.actors, actor) ||
           std::ranges::binary_search(event.recipients, actor);
}

// Keeps the last `limit` of the events that pass.
class Window {
 public:
    Window(const Filter& filter, std::size_t limit) : filter_(filter), limit_(limit) {}

    bool take(const Event& event, const ActorId& with) {
        if (!passes(filter_, event) || (!with.empty() && !takes_part(event, with))) return true;
        ++total_;
        events_.push_back(event);
        if (limit_ != 0 && events_.size() > limit_) events_.pop_front();
        return true;
    }

    Timeline timeline() {
        return {{std::make_move_iterator(events_.begin()), std::make_move_iterator(events_.end())}, total_};
    }

 private:
    const Filter& filter_;
    std::size_t limit_;
    std::deque<Event> events_;
    std::uint64_t total_ = 0;
};

}  // namespace

Timeline timeline(const View& view, const TimelineQuery& query) {
    Window window(query.filter, query.limit);
    if (!query.actor && !query.with) {
        view.events_between(query.filter.since, query.filter.until,
                            [&](const Event& event) { return window.take(event, {}); });
        return window.timeline();
    }
    ActorNumber walked = query.actor ? *query.actor : *query.with;
    ActorId with;
    if (query.actor && query.with) {
        const bool with_is_narrower = view.degree(*query.with) < view.degree(*query.actor);
        walked = with_is_narrower ? *query.with : *query.actor;
        with = view.id(with_is_narrower ? *query.actor : *query.with);
    }
    view.events_of(walked, [&](const Event& event) { return window.take(event, with); });
    return window.timeline();
}

}  // namespace entente::graph
