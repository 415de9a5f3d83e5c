// What a graph holds, counted. Walks every actor and every event once: seconds for millions.
#pragma once

#include "graph/view.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace entente::graph {

struct Stats {
    Counts counts;
    std::map<ActorType, std::uint64_t> actors_by_type;
    std::map<EventType, std::uint64_t> events_by_type;
    std::map<Status, std::uint64_t> events_by_status;
    std::uint64_t events_without_second_party = 0;  // no edges
    std::uint64_t undated_events = 0;
    Date first;  // of the events, the known ones
    Date last;
    std::map<std::string, std::uint64_t> articles_by_source;
    std::vector<std::pair<ActorNumber, std::uint32_t>> busiest;  // actor, distinct neighbours; falling, id
};

// `busiest` holds at most so many actors.
Stats stats(const View& view, std::size_t busiest = 10);

}  // namespace entente::graph
