#include "graph/common.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace entente::graph {

namespace {

auto strength(const CommonNeighbour& row) {
    return std::tuple{
        std::min(row.with_one.events, row.with_other.events), row.with_one.events + row.with_other.events,
        row.with_one.reports + row.with_other.reports, row.with_one.relations + row.with_other.relations};
}

bool before(const CommonNeighbour& a, const CommonNeighbour& b, Ranking ranking) {
    const auto reports = [](const CommonNeighbour& row) {
        return row.with_one.reports + row.with_other.reports;
    };
    const auto last = [](const CommonNeighbour& row) {
        return std::max(row.with_one.last, row.with_other.last);
    };
    if (ranking == Ranking::name)
        return std::tie(a.actor.name, a.actor.id) < std::tie(b.actor.name, b.actor.id);
    if (ranking == Ranking::reports && reports(a) != reports(b)) return reports(a) > reports(b);
    if (ranking == Ranking::recent && last(a) != last(b)) return last(a) > last(b);
    return std::tuple{strength(b), a.actor.id} < std::tuple{strength(a), b.actor.id};
}

}  // namespace

CommonNeighbours common_neighbours(const View& view, ActorNumber one, ActorNumber other,
                                   const NeighboursQuery& query) {
    NeighboursQuery all = query;
    all.limit = 0;
    all.records = false;
    Neighbours of_one = neighbours(view, one, all);
    Neighbours of_other = neighbours(view, other, all);
    std::unordered_map<ActorNumber, std::size_t> at_other;  // never walked
    for (std::size_t i = 0; i < of_other.rows.size(); ++i) at_other.emplace(of_other.rows[i].number, i);
    CommonNeighbours answer;
    answer.of_one = of_one.total;
    answer.of_other = of_other.total;
    for (Neighbour& row : of_one.rows) {
        const auto found = at_other.find(row.number);
        if (found == at_other.end() || row.number == one || row.number == other) continue;
        CommonNeighbour& made = answer.rows.emplace_back();
        made.actor = view.actor(row.number);
        row.actor = made.actor;
        of_other.rows[found->second].actor = made.actor;
        made.with_one = std::move(row);
        made.with_other = std::move(of_other.rows[found->second]);
    }
    answer.total = static_cast<std::uint32_t>(answer.rows.size());
    std::ranges::sort(answer.rows, [&query](const CommonNeighbour& a, const CommonNeighbour& b) {
        return before(a, b, query.ranking);
    });
    if (query.limit != 0 && answer.rows.size() > query.limit) answer.rows.resize(query.limit);
    return answer;
}

}  // namespace entente::graph
