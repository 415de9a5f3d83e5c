#include "graph/stats.hpp"

namespace entente::graph {

Stats stats(const View& view, std::size_t busiest) {
    Stats stats;
    stats.counts = view.counts();
    stats.events = view.event_tally();
    stats.actors_by_type = view.actors_by_type();
    stats.busiest = view.busiest(busiest);
    view.articles([&stats](const ArticleRecord& article) {
        ++stats.articles_by_source[article.source];
        return true;
    });
    return stats;
}

}  // namespace entente::graph
