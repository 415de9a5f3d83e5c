// What happened, in order of time.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace entente::graph {

struct TimelineQuery {
    std::optional<ActorNumber> actor;  // takes part on any side; none: everybody's events
    std::optional<ActorNumber> with;   // takes part too
    Filter filter;                     // `relations` and `derived` mean nothing here
    bool untyped =
        false;  // instead, imported events without a PLOVER type; the filter's types mean nothing then
    // The latest so many events; 0 all. Whatever the limit, they come oldest first, undated ones before all.
    std::size_t limit = 0;
};

struct Timeline {
    std::vector<Event> events;  // by date, then id
    std::uint64_t total = 0;    // before the limit
};

// Reads the events of the actor when one is named (of the one with fewer neighbours when two are), else
// those between the dates (View::select_events). Two threads may ask at once.
Timeline timeline(const View& view, const TimelineQuery& query = {});

}  // namespace entente::graph
