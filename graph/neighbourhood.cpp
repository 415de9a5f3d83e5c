#include "graph/neighbourhood.hpp"

#include "graph/sieve.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace entente::graph {

namespace {

// What joins a vertex with one a hop nearer.
struct Bridge {
    ActorNumber number = 0;
    std::uint64_t events = 0;
    std::uint64_t reports = 0;
    std::uint64_t relations = 0;
};

auto strength(const Bridge& bridge) {
    return std::tuple{bridge.events, bridge.reports, bridge.relations};
}

struct Reached {
    FarNeighbour row;
    std::vector<Bridge> bridges;
};

class Walk {
 public:
    Walk(const View& view, ActorNumber asked, const NeighbourhoodQuery& query)
        : view_(view), asked_(asked), query_(query), sieve_(view, query.of.filter) {}

    Neighbourhood walk() {
        distance_[asked_] = 0;
        std::vector<ActorNumber> frontier{asked_};
        for (std::uint32_t hop = 1; hop <= query_.depth && !frontier.empty(); ++hop) {
            std::vector<Reached> level = next_level(frontier, hop);
            frontier.clear();
            for (const Reached& reached : level) frontier.push_back(reached.row.number);
            tell(level);
        }
        std::ranges::sort(answer_.hubs, {}, [this](ActorNumber hub) { return view_.id(hub); });
        return std::move(answer_);
    }

 private:
    bool goes_on(ActorNumber vertex) {
        if (vertex == asked_ || query_.allow_hubs || view_.degree(vertex) <= hub_degree_) return true;
        answer_.hubs.push_back(vertex);
        return false;
    }

    [[nodiscard]] bool is_along(const Strand& strand, ActorNumber vertex) const {
        const Direction direction = query_.of.direction;
        return direction == Direction::both || strand.reciprocal ||
               (direction == Direction::out) == (strand.source == vertex);
    }

    std::vector<Reached> next_level(const std::vector<ActorNumber>& frontier, std::uint32_t hop) {
        std::vector<Reached> level;
        std::unordered_map<ActorNumber, std::size_t> slots;  // never walked
        for (const ActorNumber vertex : frontier) {
            if (!goes_on(vertex)) continue;
            const StrandBlock block = view_.strands(vertex);
            for (const Strand& strand : *block.strands) {
                const ActorNumber other = strand.source == vertex ? strand.target : strand.source;
                if (!is_along(strand, vertex) || is_nearer(other, hop)) continue;
                const Strand rest = sieve_.rest(strand);
                if (rest.edges == 0) continue;
                const auto [slot, is_new] = slots.try_emplace(other, level.size());
                if (is_new) {
                    level.emplace_back().row.number = other;
                    distance_[other] = hop;
                }
                count(level[slot->second], vertex, rest);
            }
        }
        for (Reached& reached : level) reached.row.distance = hop;
        return level;
    }

    [[nodiscard]] bool is_nearer(ActorNumber vertex, std::uint32_t hop) const {
        const auto known = distance_.find(vertex);
        return known != distance_.end() && known->second < hop;
    }

    static void count(Reached& reached, ActorNumber from, const Strand& strand) {
        // The frontier is walked one vertex after the other, so a vertex's strands come together or in two
        // runs.
        auto bridge = std::ranges::find(reached.bridges, from, &Bridge::number);
        if (bridge == reached.bridges.end()) {
            reached.bridges.push_back({from, 0, 0, 0});
            bridge = reached.bridges.end() - 1;
        }
        FarNeighbour& row = reached.row;
        if (strand.kind == EdgeKind::relation) {
            bridge->relations += strand.edges;
            row.relations += strand.edges;
            return;
        }
        bridge->events += strand.edges;
        bridge->reports += strand.reports;
        row.events += strand.edges;
        row.reports += strand.reports;
        if (!strand.first.known()) return;
        if (!row.first.known() || strand.first < row.first) row.first = strand.first;
        row.last = std::max(row.last, strand.last);
    }

    // Ranks a level and keeps what is asked for.
    void tell(std::vector<Reached>& level) {
        const NeighboursQuery& of = query_.of;
        const bool reads_all = of.ranking == Ranking::name || !of.types.empty() || !of.countries.empty();
        for (Reached& reached : level) {
            if (reads_all) reached.row.actor = view_.actor(reached.row.number);
            reached.row.actor.id = view_.id(reached.row.number);
            reached.row.through = static_cast<std::uint32_t>(reached.bridges.size());
        }
        std::vector<Reached> told = level;
        if (reads_all) {
            std::erase_if(told,
                          [&of](const Reached& reached) { return !wants_neighbour(of, reached.row.actor); });
        }
        std::ranges::sort(told, [this](const Reached& a, const Reached& b) { return before(a.row, b.row); });
        answer_.totals.push_back(static_cast<std::uint32_t>(told.size()));
        if (of.limit != 0 && told.size() > of.limit) told.resize(of.limit);
        for (Reached& reached : told) {
            if (!reads_all) reached.row.actor = view_.actor(reached.row.number);
            name_bridges(reached);
            answer_.rows.push_back(std::move(reached.row));
        }
    }

    [[nodiscard]] bool before(const FarNeighbour& a, const FarNeighbour& b) const {
        const auto strong = [](const FarNeighbour& row) {
            return std::tuple{row.through, row.events, row.reports, row.relations};
        };
        switch (query_.of.ranking) {
            case Ranking::name:
                return std::tie(a.actor.name, a.actor.id) < std::tie(b.actor.name, b.actor.id);
            case Ranking::recent:
                return std::tuple{b.last, strong(b), a.actor.id} < std::tuple{a.last, strong(a), b.actor.id};
            case Ranking::reports:
                return std::tuple{b.reports, strong(b), a.actor.id} <
                       std::tuple{a.reports, strong(a), b.actor.id};
            case Ranking::events:
                break;
        }
        return std::tuple{strong(b), a.actor.id} < std::tuple{strong(a), b.actor.id};
    }

    void name_bridges(Reached& reached) {
        std::vector<std::pair<Bridge, ActorId>> named;
        named.reserve(reached.bridges.size());
        for (const Bridge& bridge : reached.bridges) named.emplace_back(bridge, view_.id(bridge.number));
        std::ranges::sort(named, [](const auto& a, const auto& b) {
            return std::tuple{strength(b.first), a.second} < std::tuple{strength(a.first), b.second};
        });
        for (std::size_t i = 0; i < named.size() && i < most_bridges; ++i) {
            reached.row.bridges.push_back(named[i].first.number);
        }
    }

    const View& view_;
    ActorNumber asked_;
    const NeighbourhoodQuery& query_;
    Sieve sieve_;
    std::uint32_t hub_degree_ = view_.hub_degree();
    std::unordered_map<ActorNumber, std::uint32_t> distance_;  // never walked
    Neighbourhood answer_;
};

}  // namespace

Neighbourhood neighbourhood(const View& view, ActorNumber actor, const NeighbourhoodQuery& query) {
    return Walk(view, actor, query).walk();
}

}  // namespace entente::graph
