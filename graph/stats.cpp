#include "graph/stats.hpp"

#include <algorithm>
#include <tuple>

namespace entente::graph {

namespace {

void count_events(const View& view, Stats& stats) {
    view.events([&stats](const Event& event) {
        ++stats.events_by_type[event.type];
        ++stats.events_by_status[event.status];
        if (ends(event).empty()) ++stats.events_without_second_party;
        if (!event.date.known()) {
            ++stats.undated_events;
        } else {
            if (!stats.first.known() || event.date < stats.first) stats.first = event.date;
            stats.last = std::max(stats.last, event.date);
        }
        return true;
    });
}

void count_actors(const View& view, Stats& stats, std::size_t busiest) {
    view.actors([&](ActorNumber number, const ActorId&) {
        ++stats.actors_by_type[view.actor(number).type];
        const std::uint32_t degree = view.degree(number);
        if (degree > 0) stats.busiest.emplace_back(number, degree);
        return true;
    });
    // Actors came in order of id, and a stable sort keeps that among equals.
    std::ranges::stable_sort(stats.busiest, [](const auto& a, const auto& b) { return a.second > b.second; });
    if (stats.busiest.size() > busiest) stats.busiest.resize(busiest);
}

}  // namespace

Stats stats(const View& view, std::size_t busiest) {
    Stats stats;
    stats.counts = view.counts();
    count_events(view, stats);
    count_actors(view, stats, busiest);
    view.articles([&stats](const ArticleRecord& article) {
        ++stats.articles_by_source[article.source];
        return true;
    });
    return stats;
}

}  // namespace entente::graph
