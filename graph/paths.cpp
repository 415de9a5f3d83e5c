#include "graph/paths.hpp"

#include "graph/bidirectional_search.hpp"
#include "graph/boost_graph.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace entente::graph {

namespace {

// What a path may walk; remembers what it asked the view.
class Rules {
 public:
    Rules(const View& view, const PathsQuery& query)
        : view_(view), query_(query), hub_degree_(query.allow_hubs ? 0 : view.hub_degree()) {}

    [[nodiscard]] bool walks(const Edge& edge) const { return graph::passes(query_.filter, edge); }
    [[nodiscard]] bool both_ways(const Edge& edge) const { return !query_.directed || edge.reciprocal; }

    bool passes(ActorNumber vertex) {
        if (query_.allow_hubs) return true;
        const auto [row, is_new] = is_hub_.try_emplace(vertex);
        if (is_new) {
            row->second = view_.degree(vertex) > hub_degree_;
            if (row->second) avoided_.push_back(vertex);
        }
        return !row->second;
    }

    bool less(ActorNumber a, ActorNumber b) { return id(a) < id(b); }

    // Hubs that were asked about, in order of id.
    std::vector<ActorNumber> avoided() {
        std::ranges::sort(avoided_, [this](ActorNumber a, ActorNumber b) { return less(a, b); });
        return avoided_;
    }

 private:
    const ActorId& id(ActorNumber vertex) {
        const auto [row, is_new] = ids_.try_emplace(vertex);
        if (is_new) row->second = view_.id(vertex);
        return row->second;  // a map's values stay where they are
    }

    const View& view_;
    const PathsQuery& query_;
    std::uint32_t hub_degree_;
    std::unordered_map<ActorNumber, bool> is_hub_;  // never walked, nor the next
    std::unordered_map<ActorNumber, ActorId> ids_;
    std::vector<ActorNumber> avoided_;
};

// The edges by which the query may go from one to the other. Read where there are fewer.
Step step(const View& view, ActorNumber from, ActorNumber to, const Rules& rules) {
    const bool at_from = view.degree(from) <= view.degree(to);
    const ActorNumber here = at_from ? from : to;
    const ActorNumber there = at_from ? to : from;
    Step step{from, to, {}};
    const auto take = [&](const Edge& edge) {
        const bool is_between =
            (edge.source == here && edge.target == there) || (edge.source == there && edge.target == here);
        const bool is_along = edge.source == from || rules.both_ways(edge);
        if (is_between && is_along && rules.walks(edge)) step.edges.push_back(edge);
    };
    const EdgeBlock out = view.out_edges(here);
    const EdgeBlock in = view.in_edges(here);
    std::ranges::for_each(*out, take);
    std::ranges::for_each(*in, take);
    std::ranges::sort(step.edges, [from](const Edge& a, const Edge& b) {
        return std::tuple{b.reports, b.date, a.kind, a.id, a.source != from} <
               std::tuple{a.reports, a.date, b.kind, b.id, b.source != from};
    });
    return step;
}

Path path(const View& view, std::vector<ActorNumber> route, const Rules& rules) {
    Path made;
    made.steps.reserve(route.size());
    for (std::size_t i = 1; i < route.size(); ++i) {
        made.steps.push_back(step(view, route[i - 1], route[i], rules));
    }
    made.actors = std::move(route);
    return made;
}

}  // namespace

Paths paths(const View& view, ActorNumber from, ActorNumber to, const PathsQuery& query) {
    const ViewGraph graph(view);
    Rules rules(view, query);
    ShortestPaths search(graph, rules, query.max_hops);
    Paths answer;
    for (std::vector<ActorNumber>& route : search.routes(from, to, query.k)) {
        answer.paths.push_back(path(view, std::move(route), rules));
    }
    answer.avoided = rules.avoided();
    return answer;
}

}  // namespace entente::graph
