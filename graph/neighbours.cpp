#include "graph/neighbours.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <span>
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

// What ranks a neighbour; its record and its ties are put together for those that stay.
struct Row {
    ActorNumber number = 0;
    std::uint32_t events = 0;
    std::uint64_t reports = 0;
    std::uint32_t relations = 0;
    Date first;
    Date last;
};

auto strength(const Row& row) {
    return std::tuple{row.events, row.reports, row.relations};
}

// Groups edges and strands by their other end, ranks what comes out, and puts together what stays.
class Grouping {
 public:
    Grouping(const View& view, ActorNumber asked, const NeighboursQuery& query)
        : view_(view), asked_(asked), query_(query) {
        const Filter& filter = query.filter;
        // Only single edges can tell.
        if (filter.since.known() || filter.until.known() || filter.min_reports > 1 ||
            filter.min_sources > 0) {
            around_.edges = view.edges_between(asked, filter.since, filter.until);
            around_.strands = {std::make_shared<const std::vector<Strand>>(), 0};
        } else {
            around_ = view.adjacency(asked);
        }
        count_strands();
        // Reciprocal edges may lie on either side, so both are read whatever the direction.
        count_edges(*around_.edges.out);
        count_edges(*around_.edges.in);
    }

    Neighbours ranked();

 private:
    using Told = std::pair<Date, std::uint64_t>;  // an event: what blocks are ordered by

    template <class Visit>
    void each_wanted(const std::vector<Edge>& edges, const Visit& visit) const;
    template <class Visit>
    void each_wanted(const StrandBlock& block, const Visit& visit) const;
    void count_strands();
    void count_edges(const std::vector<Edge>& edges);
    Row& row_of(ActorNumber other);
    bool is_wanted(ActorNumber other);
    [[nodiscard]] std::uint32_t distinct_events() const;

    void rank();
    [[nodiscard]] bool before(const Row& a, const Row& b) const;

    [[nodiscard]] std::vector<Neighbour> put_together() const;
    void find_latest(std::vector<Neighbour>& kept) const;

    const View& view_;
    ActorNumber asked_;
    const NeighboursQuery& query_;
    Adjacency around_;
    std::vector<Row> rows_;
    std::size_t sorted_ = 0;                              // so many of the rows are in order of number
    std::unordered_map<ActorNumber, std::size_t> slots_;  // of the others; never walked
    std::unordered_map<ActorNumber, bool> wanted_;        // never walked
    std::vector<std::vector<Told>> told_;                 // by block, in order
    std::uint32_t untold_ = 0;                            // events that only strands count
    std::uint32_t relations_ = 0;
};

template <class Visit>
void Grouping::each_wanted(const std::vector<Edge>& edges, const Visit& visit) const {
    for (const Edge& edge : edges) {
        const Flow flow = flow_of(edge, asked_);
        if (!wanted(query_.direction, flow) || !passes(query_.filter, edge)) continue;
        visit(edge.source == asked_ ? edge.target : edge.source, edge, flow);
    }
}

// In order of the other end: both halves are, and are joined here.
template <class Visit>
void Grouping::each_wanted(const StrandBlock& block, const Visit& visit) const {
    const std::span<const Strand> all(*block.strands);
    std::span<const Strand> out = all.first(block.outgoing);
    std::span<const Strand> in = all.subspan(block.outgoing);
    while (!out.empty() || !in.empty()) {
        const bool is_out = in.empty() || (!out.empty() && out.front().target <= in.front().source);
        std::span<const Strand>& half = is_out ? out : in;
        const Strand& strand = half.front();
        half = half.subspan(1);
        const Flow flow = is_out ? Flow::out : Flow::in;
        if (!wanted(query_.direction, flow) || weigh(query_.filter, strand) == Verdict::none) continue;
        visit(is_out ? strand.target : strand.source, strand, flow);
    }
}

void Grouping::count_strands() {
    each_wanted(around_.strands, [this](ActorNumber other, const Strand& strand, Flow) {
        if (!is_wanted(other)) return;
        if (rows_.empty() || rows_.back().number != other) rows_.emplace_back().number = other;
        Row& row = rows_.back();
        row.events += strand.edges;
        row.reports += strand.reports;
        widen(row.first, row.last, strand.first);
        widen(row.first, row.last, strand.last);
        untold_ += strand.edges;
    });
    sorted_ = rows_.size();
}

void Grouping::count_edges(const std::vector<Edge>& edges) {
    std::vector<Told>& told = told_.emplace_back();
    each_wanted(edges, [&](ActorNumber other, const Edge& edge, Flow) {
        if (!is_wanted(other)) return;
        Row& row = row_of(other);
        if (edge.kind == EdgeKind::relation) {
            ++row.relations;
            ++relations_;
            return;
        }
        ++row.events;
        row.reports += edge.reports;
        widen(row.first, row.last, edge.date);
        const Told now{edge.date, edge.id};
        // An event with several others stands several times, one after the other.
        if (told.empty() || told.back() != now) told.push_back(now);
    });
}

Row& Grouping::row_of(ActorNumber other) {
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(sorted_);
    const auto found = std::ranges::lower_bound(rows_.begin(), end, other, {}, &Row::number);
    if (found != end && found->number == other) return *found;
    const auto [slot, is_new] = slots_.try_emplace(other, rows_.size());
    if (is_new) rows_.emplace_back().number = other;
    return rows_[slot->second];
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
    return untold_ + static_cast<std::uint32_t>(all.size());
}

// Without names and ids, which cost a look-up each.
bool Grouping::before(const Row& a, const Row& b) const {
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

// Leaves the rows that the limit may keep: that many, and those that stand equal with the last of them.
void Grouping::rank() {
    if (query_.limit == 0 || query_.limit >= rows_.size()) return;
    const auto by_strength = [this](const Row& a, const Row& b) { return before(a, b); };
    const auto last = rows_.begin() + static_cast<std::ptrdiff_t>(query_.limit) - 1;
    std::nth_element(rows_.begin(), last, rows_.end(), by_strength);
    const Row least = *last;
    std::erase_if(rows_, [&](const Row& row) { return before(least, row); });
}

template <class Joined>
Tie& tie_of(Neighbour& row, const Joined& joined, Flow flow) {
    const auto is_it = [&](const Tie& tie) {
        return tie.kind == joined.kind && tie.type == joined.type && tie.flow == flow;
    };
    const auto found = std::ranges::find_if(row.ties, is_it);
    if (found != row.ties.end()) return *found;
    Tie& made = row.ties.emplace_back();
    made.kind = joined.kind;
    made.type = joined.type;
    made.flow = flow;
    return made;
}

void count(Tie& tie, const Strand& strand) {
    tie.events += strand.edges;
    tie.reports += strand.reports;
    widen(tie.first, tie.last, strand.first);
    widen(tie.first, tie.last, strand.last);
}

void count(Tie& tie, const Edge& edge) {
    // Edges come by date, then id, so of equally late ones the last is the one with the largest id.
    if (edge.date >= tie.last) tie.latest = edge.id;
    widen(tie.first, tie.last, edge.date);
    tie.reports += edge.reports;
    if (edge.kind == EdgeKind::event) ++tie.events;
}

// The rows as neighbours, in order of number.
std::vector<Neighbour> Grouping::put_together() const {
    std::vector<Neighbour> kept(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        kept[i].number = row.number;
        kept[i].events = row.events;
        kept[i].reports = row.reports;
        kept[i].relations = row.relations;
        kept[i].first = row.first;
        kept[i].last = row.last;
    }
    std::ranges::sort(kept, {}, &Neighbour::number);
    std::size_t at = 0;
    each_wanted(around_.strands, [&](ActorNumber other, const Strand& strand, Flow flow) {
        while (at < kept.size() && kept[at].number < other) ++at;
        if (at < kept.size() && kept[at].number == other) count(tie_of(kept[at], strand, flow), strand);
    });
    for (const auto& edges : {around_.edges.out, around_.edges.in}) {
        each_wanted(*edges, [&](ActorNumber other, const Edge& edge, Flow flow) {
            const auto row = std::ranges::lower_bound(kept, other, {}, &Neighbour::number);
            if (row != kept.end() && row->number == other) count(tie_of(*row, edge, flow), edge);
        });
    }
    if (query_.latest && !around_.strands.strands->empty()) find_latest(kept);
    return kept;
}

// Strands do not say which event was the last. They say when it was: edges before that need not be read.
void Grouping::find_latest(std::vector<Neighbour>& kept) const {
    Date from = {9999, 12, 31};
    for (const Neighbour& row : kept) {
        for (const Tie& tie : row.ties) {
            if (tie.kind == EdgeKind::event) from = std::min(from, tie.last);
        }
    }
    const Edges edges = view_.edges_between(asked_, from, {});
    for (const auto& block : {edges.out, edges.in}) {
        each_wanted(*block, [&](ActorNumber other, const Edge& edge, Flow flow) {
            const auto row = std::ranges::lower_bound(kept, other, {}, &Neighbour::number);
            if (edge.kind != EdgeKind::event || row == kept.end() || row->number != other) return;
            Tie& tie = tie_of(*row, edge, flow);
            if (edge.date == tie.last) tie.latest = edge.id;
        });
    }
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
    if (query_.records) rank();
    answer.rows = put_together();
    for (Neighbour& row : answer.rows) rank_ties(row.ties);
    if (!query_.records) return answer;
    std::vector<ActorNumber> numbers;
    numbers.reserve(answer.rows.size());
    for (const Neighbour& row : answer.rows) numbers.push_back(row.number);
    std::vector<Actor> actors = view_.records(numbers);
    for (std::size_t i = 0; i < actors.size(); ++i) answer.rows[i].actor = std::move(actors[i]);
    const auto as_row = [](const Neighbour& one) {
        return Row{one.number, one.events, one.reports, one.relations, one.first, one.last};
    };
    std::ranges::sort(answer.rows, [&](const Neighbour& a, const Neighbour& b) {
        const Row left = as_row(a);
        const Row right = as_row(b);
        if (before(left, right) || before(right, left)) return before(left, right);
        const bool by_name = query_.ranking == Ranking::name;
        return by_name ? std::tie(a.actor.name, a.actor.id) < std::tie(b.actor.name, b.actor.id)
                       : a.actor.id < b.actor.id;
    });
    if (query_.limit != 0 && answer.rows.size() > query_.limit) answer.rows.resize(query_.limit);
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
    return Grouping(view, actor, query).ranked();
}

}  // namespace entente::graph
