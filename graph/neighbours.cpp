#include "graph/neighbours.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente::graph {

namespace {

Flow flow_of(const Edge& edge, ActorNumber asked) {
    if (edge.reciprocal) return Flow::mutual;
    return edge.source == asked ? Flow::out : Flow::in;
}

bool wanted(Direction direction, Flow flow) {
    return direction == Direction::both || flow == Flow::mutual ||
           (direction == Direction::out) == (flow == Flow::out);
}

void widen(Date& first, Date& last, const Date& date) {
    if (!date.known()) return;
    if (!first.known() || date < first) first = date;
    last = std::max(last, date);
}

// Groups edges by their other end and ranks what comes out.
class Grouping {
 public:
    Grouping(const View& view, ActorNumber asked, const NeighboursQuery& query)
        : view_(view), asked_(asked), query_(query) {}

    void take(const EdgeBlock& block) {
        std::vector<Told>& told = told_.emplace_back();
        for (const Edge& edge : *block) {
            const Flow flow = flow_of(edge, asked_);
            if (!wanted(query_.direction, flow) || !passes(query_.filter, edge)) continue;
            const ActorNumber other = edge.source == asked_ ? edge.target : edge.source;
            if (!is_wanted(other)) continue;
            const auto [slot, is_new] = slots_.try_emplace(other, rows_.size());
            if (is_new) rows_.emplace_back().number = other;
            count(rows_[slot->second], edge, flow);
            const Told now{edge.date, edge.id};
            // An event with several others stands several times, one after the other.
            if (edge.kind == EdgeKind::event && (told.empty() || told.back() != now)) told.push_back(now);
        }
    }

    Neighbours ranked();

 private:
    using Told = std::pair<Date, std::uint64_t>;  // an event: what blocks are ordered by

    void count(Neighbour& row, const Edge& edge, Flow flow);
    bool is_wanted(ActorNumber other);
    [[nodiscard]] std::uint32_t distinct_events() const;
    void rank();
    [[nodiscard]] bool before(const Neighbour& a, const Neighbour& b) const;

    const View& view_;
    ActorNumber asked_;
    const NeighboursQuery& query_;
    std::vector<Neighbour> rows_;
    std::unordered_map<ActorNumber, std::size_t> slots_;  // never walked
    std::unordered_map<ActorNumber, bool> wanted_;        // never walked
    std::vector<std::vector<Told>> told_;                 // by block, in order
    std::uint32_t relations_ = 0;
};

Tie& tie_of(Neighbour& row, const Edge& edge, Flow flow) {
    const auto is_it = [&](const Tie& tie) {
        return tie.kind == edge.kind && tie.type == edge.type && tie.flow == flow;
    };
    const auto found = std::ranges::find_if(row.ties, is_it);
    if (found != row.ties.end()) return *found;
    Tie& made = row.ties.emplace_back();
    made.kind = edge.kind;
    made.type = edge.type;
    made.flow = flow;
    return made;
}

void Grouping::count(Neighbour& row, const Edge& edge, Flow flow) {
    Tie& tie = tie_of(row, edge, flow);
    // Edges come by date, then id, so of equally late ones the last is the one with the largest id.
    if (tie.latest == 0 || edge.date >= tie.last) tie.latest = edge.id;
    widen(tie.first, tie.last, edge.date);
    tie.reports += edge.reports;
    if (edge.kind == EdgeKind::relation) {
        ++row.relations;
        ++relations_;
        return;
    }
    ++tie.events;
    ++row.events;
    row.reports += edge.reports;
    widen(row.first, row.last, edge.date);
}

bool Grouping::is_wanted(ActorNumber other) {
    if (query_.types.empty() && query_.countries.empty()) return true;
    const auto [row, is_new] = wanted_.try_emplace(other);
    if (is_new) row->second = wants_neighbour(query_, view_.actor(other));
    return row->second;
}

std::uint32_t Grouping::distinct_events() const {
    std::vector<Told> all;
    for (const std::vector<Told>& block : told_) {
        std::vector<Told> both;
        std::ranges::set_union(all, block, std::back_inserter(both));
        all = std::move(both);
    }
    return static_cast<std::uint32_t>(all.size());
}

auto strength(const Neighbour& row) {
    return std::tuple{row.events, row.reports, row.relations};
}

// Without names and ids, which cost a look-up each.
bool Grouping::before(const Neighbour& a, const Neighbour& b) const {
    switch (query_.ranking) {
        case Ranking::reports:
            return std::tuple{a.reports, strength(a)} > std::tuple{b.reports, strength(b)};
        case Ranking::recent:
            return std::tuple{a.last, strength(a)} > std::tuple{b.last, strength(b)};
        case Ranking::name:
            return false;
        case Ranking::events:
            break;
    }
    return strength(a) > strength(b);
}

// Puts the strongest first and cuts at the limit. Ids are read only of rows that the limit may keep.
void Grouping::rank() {
    const auto by_strength = [this](const Neighbour& a, const Neighbour& b) { return before(a, b); };
    std::size_t keep = rows_.size();
    if (query_.limit != 0 && query_.limit < rows_.size()) {
        const auto last = rows_.begin() + static_cast<std::ptrdiff_t>(query_.limit) - 1;
        std::nth_element(rows_.begin(), last, rows_.end(), by_strength);
        const Neighbour least = *last;
        std::erase_if(rows_, [&](const Neighbour& row) { return before(least, row); });
        keep = query_.limit;
    }
    for (Neighbour& row : rows_) {
        if (query_.ranking == Ranking::name) row.actor = view_.actor(row.number);
        row.actor.id = view_.id(row.number);
    }
    std::ranges::sort(rows_, [&](const Neighbour& a, const Neighbour& b) {
        if (before(a, b) || before(b, a)) return before(a, b);
        return std::tie(a.actor.name, a.actor.id) < std::tie(b.actor.name, b.actor.id);
    });
    rows_.resize(keep);
}

void rank_ties(std::vector<Tie>& ties) {
    std::ranges::sort(ties, [](const Tie& a, const Tie& b) {
        return std::tuple{b.events, b.reports, a.kind, a.type, a.flow} <
               std::tuple{a.events, a.reports, b.kind, b.type, b.flow};
    });
}

Neighbours Grouping::ranked() {
    Neighbours answer;
    answer.total = static_cast<std::uint32_t>(rows_.size());
    answer.events = distinct_events();
    answer.relations = relations_;
    if (query_.records) {
        rank();
        for (Neighbour& row : rows_) row.actor = view_.actor(row.number);
    }
    for (Neighbour& row : rows_) rank_ties(row.ties);
    answer.rows = std::move(rows_);
    return answer;
}

}  // namespace

bool wants_neighbour(const NeighboursQuery& query, const Actor& actor) {
    const auto names = [](const auto& named, const auto& value) {
        return named.empty() || std::ranges::find(named, value) != named.end();
    };
    return names(query.types, actor.type) && names(query.countries, actor.country);
}

std::string_view arrow(Flow flow) {
    constexpr std::array<std::string_view, 3> arrows = {"->", "<-", "<->"};
    return arrows.at(static_cast<std::size_t>(flow));
}

Neighbours neighbours(const View& view, ActorNumber actor, const NeighboursQuery& query) {
    Grouping grouping(view, actor, query);
    const EdgeBlock out = view.out_edges(actor);
    const EdgeBlock in = view.in_edges(actor);
    // Reciprocal edges may lie on either side, so both are read whatever the direction.
    grouping.take(out);
    grouping.take(in);
    return grouping.ranked();
}

}  // namespace entente::graph
