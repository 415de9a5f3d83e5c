#include "graph/paths.hpp"

#include "graph/attestation.hpp"
#include "graph/bidirectional_search.hpp"
#include "graph/boost_graph.hpp"
#include "graph/pair_graph.hpp"
#include "graph/sieve.hpp"
#include "graph/time_ordered_search.hpp"
#include "graph/weighted_search.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace entente::graph {

namespace {

using Route = std::vector<ActorNumber>;

// What a path may walk; remembers what it asked the view.
class Rules {
 public:
    Rules(const View& view, const PathsQuery& query, Date latest)
        : view_(view),
          query_(query),
          latest_(latest),
          sieve_(view, query.filter),
          hub_degree_(query.allow_hubs ? 0 : view.hub_degree()),
          avoid_(query.avoid.begin(), query.avoid.end()),
          via_(query.via.begin(), query.via.end()) {}

    [[nodiscard]] bool walks(const Edge& edge) const { return graph::passes(query_.filter, edge); }
    bool walks(const Strand& strand) { return sieve_.passes(strand); }

    template <typename Tie>
    [[nodiscard]] bool both_ways(const Tie& tie) const {
        return !query_.directed || tie.reciprocal;
    }

    Attestation load(const Strand& strand) {
        const Strand rest = sieve_.rest(strand);
        return attestation(rest.reports, rest.sources, rest.last, latest_);
    }
    [[nodiscard]] std::uint64_t cost(const Attestation& attested) const { return step_cost(attested); }

    [[nodiscard]] std::optional<std::int32_t> day(const Edge& edge) const {
        return edge.date.known() ? std::optional(extract::first_day(edge.date)) : std::nullopt;
    }

    bool passes(ActorNumber vertex) {
        if (avoid_.contains(vertex)) return false;
        if (query_.allow_hubs || via_.contains(vertex)) return true;
        const auto [row, is_new] = is_hub_.try_emplace(vertex);
        if (is_new) {
            row->second = view_.degree(vertex) > hub_degree_;
            if (row->second) hubs_.push_back(vertex);
        }
        return !row->second;
    }

    bool less(ActorNumber a, ActorNumber b) { return a != b && id(a) < id(b); }

    // Hubs that were asked about, in order of id.
    std::vector<ActorNumber> avoided() {
        std::ranges::sort(hubs_, [this](ActorNumber a, ActorNumber b) { return less(a, b); });
        return hubs_;
    }

 private:
    const ActorId& id(ActorNumber vertex) {
        const auto [row, is_new] = ids_.try_emplace(vertex);
        if (is_new) row->second = view_.id(vertex);
        return row->second;  // a map's values stay where they are
    }

    const View& view_;
    const PathsQuery& query_;
    Date latest_;
    Sieve sieve_;
    std::uint32_t hub_degree_;
    std::set<ActorNumber> avoid_;
    std::set<ActorNumber> via_;
    std::unordered_map<ActorNumber, bool> is_hub_;  // never walked, nor the next
    std::unordered_map<ActorNumber, ActorId> ids_;
    std::vector<ActorNumber> hubs_;
};

// The latest date at which either end is seen: what recency counts from.
Date latest_date(const View& view, ActorNumber from, ActorNumber to) {
    Date latest;
    for (const ActorNumber end : {from, to}) {
        const StrandBlock block = view.strands(end);
        for (const Strand& strand : *block.strands) latest = std::max(latest, strand.last);
    }
    return latest;
}

// Paths through given vertices, leg after leg: the best so many ways of the first leg, each with the best
// ways on that do not cross it.
template <typename Search>
class Legs {
 public:
    Legs(Search& search, std::size_t k) : search_(search), k_(k) {}

    std::vector<Route> routes(const Route& stops) {
        walk(stops, 0, {stops.front()});
        std::vector<Route> best;
        for (const auto& [cost, route] : found_) best.push_back(route);
        std::ranges::stable_sort(best, [this](const Route& a, const Route& b) { return before(a, b); });
        if (best.size() > k_) best.resize(k_);
        return best;
    }

 private:
    bool before(const Route& a, const Route& b) {
        const std::uint64_t cost_a = search_.cost(a);
        const std::uint64_t cost_b = search_.cost(b);
        if (cost_a != cost_b) return cost_a < cost_b;
        if (a.size() != b.size()) return a.size() < b.size();
        return std::ranges::lexicographical_compare(
            a, b, [this](ActorNumber x, ActorNumber y) { return search_.less(x, y); });
    }

    void walk(const Route& stops, std::size_t leg, const Route& so_far) {
        if (leg + 1 == stops.size()) {
            found_.emplace(search_.cost(so_far), so_far);
            return;
        }
        std::set<ActorNumber> closed(so_far.begin(), so_far.end() - 1);
        closed.insert(stops.begin() + static_cast<std::ptrdiff_t>(leg) + 2, stops.end());
        LooplessPaths<ActorNumber, Search> ways(search_, stops[leg], stops[leg + 1], closed);
        const bool is_last = leg + 2 == stops.size();
        for (std::size_t tried = 0; tried < (is_last ? k_ : most_legs_tried); ++tried) {
            const Route way = ways.next();
            if (way.empty()) return;
            Route on = so_far;
            on.insert(on.end(), way.begin() + 1, way.end());
            // Whatever follows makes it dearer still.
            if (found_.size() >= k_ && search_.cost(on) > nth_cost()) return;
            walk(stops, leg + 1, on);
        }
    }

    [[nodiscard]] std::uint64_t nth_cost() const {
        auto row = found_.begin();
        std::advance(row, static_cast<std::ptrdiff_t>(k_) - 1);
        return row->first;
    }

    Search& search_;
    std::size_t k_;
    std::multimap<std::uint64_t, Route> found_;
};

template <typename Search>
std::vector<Route> routes(Search& search, ActorNumber from, ActorNumber to, const PathsQuery& query) {
    if (!query.via.empty()) {
        Route stops{from};
        stops.insert(stops.end(), query.via.begin(), query.via.end());
        stops.push_back(to);
        std::vector<Route> found = Legs(search, query.k).routes(stops);
        std::erase_if(found, [&query](const Route& route) { return route.size() > query.max_hops + 1; });
        return found;
    }
    std::vector<Route> found;
    LooplessPaths<ActorNumber, Search> best(search, from, to);
    while (found.size() < query.k) {
        Route route = best.next();
        if (route.empty()) break;
        found.push_back(std::move(route));
    }
    return found;
}

std::vector<Route> routes(const View& view, ActorNumber from, ActorNumber to, const PathsQuery& query,
                          Rules& rules) {
    if (query.order == PathOrder::time_ordered) {
        const ViewGraph graph(view);
        TimeOrderedSearch search(graph, rules, query.max_hops);
        return routes(search, from, to, query);
    }
    const PairGraph graph(view);
    if (query.order == PathOrder::attested) {
        WeightedSearch search(graph, rules, query.max_hops);
        return routes(search, from, to, query);
    }
    HopSearch search(graph, rules, query.max_hops);
    return routes(search, from, to, query);
}

// The edges by which the query may go from one to the other.
Step step(const View& view, ActorNumber from, ActorNumber to, const Rules& rules) {
    Step step{from, to, view.between(from, to)};
    std::erase_if(step.edges, [&](const Edge& edge) {
        return !(edge.source == from || rules.both_ways(edge)) || !rules.walks(edge);
    });
    std::ranges::sort(step.edges, [from](const Edge& a, const Edge& b) {
        return std::tuple{b.reports, b.date, a.kind, a.id, a.source != from} <
               std::tuple{a.reports, a.date, b.kind, b.id, b.source != from};
    });
    return step;
}

// Leaves each step the edges that are no earlier than the step before, earliest first.
void keep_time(std::vector<Step>& steps) {
    std::optional<std::int32_t> since;
    for (Step& step : steps) {
        std::erase_if(step.edges, [since](const Edge& edge) {
            return !edge.date.known() || (since && extract::first_day(edge.date) < *since);
        });
        std::ranges::stable_sort(step.edges, {},
                                 [](const Edge& edge) { return extract::first_day(edge.date); });
        if (!step.edges.empty()) since = extract::first_day(step.edges.front().date);
    }
}

std::uint64_t cost_of(const Step& step, Rules& rules, const Date& latest) {
    Attestation attested;
    std::map<std::tuple<EdgeKind, std::uint8_t, Status, bool, bool, ActorNumber>, Strand> strands;
    for (const Edge& edge : step.edges) {
        Strand& strand =
            strands[{edge.kind, edge.type, edge.status, edge.reciprocal, edge.derived, edge.source}];
        strand.reports += edge.reports;
        strand.sources += edge.sources;
        strand.last = std::max(strand.last, edge.date);
    }
    for (const auto& [key, strand] : strands) {
        attested += attestation(strand.reports, strand.sources, strand.last, latest);
    }
    return rules.cost(attested);
}

}  // namespace

Paths paths(const View& view, ActorNumber from, ActorNumber to, const PathsQuery& query) {
    const Date latest = query.order == PathOrder::attested ? latest_date(view, from, to) : Date{};
    Rules rules(view, query, latest);
    Paths answer;
    for (Route& route : routes(view, from, to, query, rules)) {
        Path& path = answer.paths.emplace_back();
        for (std::size_t i = 1; i < route.size(); ++i) {
            path.steps.push_back(step(view, route[i - 1], route[i], rules));
            if (query.order == PathOrder::attested) path.cost += cost_of(path.steps.back(), rules, latest);
        }
        if (query.order == PathOrder::time_ordered) keep_time(path.steps);
        path.actors = std::move(route);
    }
    answer.avoided = rules.avoided();
    return answer;
}

}  // namespace entente::graph
