// What a graph holds, counted: as cheaply as the view keeps counts, else by walking every actor and event.
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
    EventTally events;
    std::map<std::string, std::uint64_t> articles_by_source;
    std::vector<std::pair<ActorNumber, std::uint32_t>> busiest;  // actor, distinct neighbours; falling, id
};

// `busiest` holds at most so many actors.
Stats stats(const View& view, std::size_t busiest = 10);

}  // namespace entente::graph
