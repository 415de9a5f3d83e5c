#include "graph/communities.hpp"

#include "graph/pair_snapshot.hpp"
#include "graph/shuffle.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include <boost/graph/incremental_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>

namespace entente::graph {

namespace {

// A weighted undirected graph: every edge in both rows, loops apart. Folded anew from level to level.
struct Level {
    struct To {
        std::uint32_t vertex = 0;
        std::uint64_t weight = 0;
    };
    std::vector<std::vector<To>> rows;
    std::vector<std::uint64_t> loops;   // twice the weight inside
    std::vector<std::uint64_t> degree;  // loops too
    std::uint64_t total = 0;            // the sum of degrees
};

Level first_level(const PairSnapshot& all) {
    Level level;
    const std::size_t vertices = num_vertices(all.graph);
    level.rows.resize(vertices);
    level.loops.resize(vertices);
    level.degree.resize(vertices);
    for (std::size_t vertex = 0; vertex < vertices; ++vertex) {
        for (auto [edge, end] = out_edges(vertex, all.graph); edge != end; ++edge) {
            const auto other = static_cast<std::uint32_t>(target(*edge, all.graph));
            const std::uint64_t weight = all.graph[*edge].weight;
            level.rows[vertex].push_back({other, weight});
            level.degree[vertex] += weight;
        }
        level.total += level.degree[vertex];
    }
    return level;
}

// Moves vertices between the communities of their neighbours while the modularity grows.
class Mover {
 public:
    Mover(const Level& level, std::mt19937_64& random)
        : level_(level), community_(level.rows.size()), degree_(level.degree), tie_(level.rows.size()) {
        std::iota(community_.begin(), community_.end(), 0U);
        order_ = community_;
        shuffle(order_, random);
    }

    // The community of each vertex; false when none moved.
    bool move() {
        bool has_moved = false;
        for (bool again = true; again;) {
            again = false;
            for (const std::uint32_t vertex : order_) again = move(vertex) || again;
            has_moved = has_moved || again;
        }
        return has_moved;
    }

    [[nodiscard]] const std::vector<std::uint32_t>& community() const { return community_; }

 private:
    // tie * total - degree * degree: what joining adds to the modularity, times total squared / 2. Fits up to
    // a thousand million events.
    [[nodiscard]] std::int64_t gain(std::uint32_t vertex, std::uint32_t community) const {
        return static_cast<std::int64_t>(tie_[community] * level_.total) -
               static_cast<std::int64_t>(level_.degree[vertex] * degree_[community]);
    }

    bool move(std::uint32_t vertex) {
        const std::uint32_t old = community_[vertex];
        std::vector<std::uint32_t> near{old};
        for (const Level::To& to : level_.rows[vertex]) {
            const std::uint32_t community = community_[to.vertex];
            if (tie_[community] == 0 && community != old) near.push_back(community);
            tie_[community] += to.weight;
        }
        degree_[old] -= level_.degree[vertex];
        std::uint32_t best = old;
        for (const std::uint32_t community : near) {
            const std::int64_t more = gain(vertex, community) - gain(vertex, best);
            if (more > 0 || (more == 0 && best != old && community < best)) best = community;
        }
        for (const std::uint32_t community : near) tie_[community] = 0;
        degree_[best] += level_.degree[vertex];
        community_[vertex] = best;
        return best != old;
    }

    const Level& level_;
    std::vector<std::uint32_t> community_;
    std::vector<std::uint64_t> degree_;  // by community
    std::vector<std::uint64_t> tie_;     // by community, to the vertex that is being moved; else 0
    std::vector<std::uint32_t> order_;
};

// Numbers communities anew, in order of their first vertex.
std::vector<std::uint32_t> numbered(const std::vector<std::uint32_t>& community) {
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;  // never walked
    std::vector<std::uint32_t> dense;
    dense.reserve(community.size());
    for (const std::uint32_t one : community) {
        dense.push_back(numbers.try_emplace(one, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return dense;
}

// The graph of communities.
Level folded(const Level& level, const std::vector<std::uint32_t>& community) {
    const std::size_t count = community.empty() ? 0 : *std::ranges::max_element(community) + std::size_t{1};
    std::vector<std::map<std::uint32_t, std::uint64_t>> rows(count);
    Level made;
    made.rows.resize(count);
    made.loops.resize(count);
    made.degree.resize(count);
    made.total = level.total;
    for (std::size_t vertex = 0; vertex < community.size(); ++vertex) {
        const std::uint32_t own = community[vertex];
        made.degree[own] += level.degree[vertex];
        made.loops[own] += level.loops[vertex];
        for (const Level::To& to : level.rows[vertex]) {
            const std::uint32_t other = community[to.vertex];
            if (other == own) {
                made.loops[own] += to.weight;
            } else {
                rows[own][other] += to.weight;
            }
        }
    }
    for (std::size_t one = 0; one < count; ++one) {
        for (const auto& [other, weight] : rows[one]) made.rows[one].push_back({other, weight});
    }
    return made;
}

std::vector<std::uint32_t> louvain(const Level& first, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<std::uint32_t> of_vertex(first.rows.size());
    std::iota(of_vertex.begin(), of_vertex.end(), 0U);
    Level level = first;
    while (true) {
        Mover mover(level, random);
        if (!mover.move()) return of_vertex;
        const std::vector<std::uint32_t> community = numbered(mover.community());
        for (std::uint32_t& one : of_vertex) one = community[one];
        level = folded(level, community);
    }
}

// Tells parts of a community that do not hang together apart.
std::vector<std::uint32_t> connected(const Level& level, const std::vector<std::uint32_t>& community) {
    std::vector<std::uint32_t> part(community.size(), ~0U);
    std::uint32_t parts = 0;
    for (std::uint32_t start = 0; start < community.size(); ++start) {
        if (part[start] != ~0U) continue;
        std::vector<std::uint32_t> open{start};
        part[start] = parts;
        while (!open.empty()) {
            const std::uint32_t vertex = open.back();
            open.pop_back();
            for (const Level::To& to : level.rows[vertex]) {
                if (part[to.vertex] != ~0U || community[to.vertex] != community[start]) continue;
                part[to.vertex] = parts;
                open.push_back(to.vertex);
            }
        }
        ++parts;
    }
    return part;
}

double modularity(const Level& level, const std::vector<std::uint32_t>& community) {
    if (level.total == 0) return 0;
    const Level whole = folded(level, numbered(community));
    const auto total = static_cast<double>(level.total);
    double sum = 0;
    for (std::size_t one = 0; one < whole.rows.size(); ++one) {
        const double share = static_cast<double>(whole.degree[one]) / total;
        sum += static_cast<double>(whole.loops[one]) / total - share * share;
    }
    return sum;
}

// Vertices are in order of id, so circles are, too.
std::vector<Circle> circles(const std::vector<std::uint32_t>& circle_of,
                            const std::vector<ActorNumber>& actors) {
    std::map<std::uint32_t, std::vector<std::size_t>> members;
    for (std::size_t vertex = 0; vertex < circle_of.size(); ++vertex) {
        members[circle_of[vertex]].push_back(vertex);
    }
    std::vector<std::vector<std::size_t>> in_order;
    for (auto& [circle, vertices] : members) in_order.push_back(std::move(vertices));
    std::ranges::sort(in_order, {}, [](const std::vector<std::size_t>& vertices) {
        return std::tuple{-static_cast<std::ptrdiff_t>(vertices.size()), vertices.front()};
    });
    std::vector<Circle> made;
    for (const auto& vertices : in_order) {
        Circle& circle = made.emplace_back();
        for (const std::size_t vertex : vertices) circle.push_back(actors[vertex]);
    }
    return made;
}

std::vector<std::uint32_t> weak_components(const PairSnapshot::Rows& rows) {
    const std::size_t vertices = num_vertices(rows);
    std::vector<std::size_t> rank(vertices);
    std::vector<std::size_t> parent(vertices);
    const auto by_vertex = [&rows](std::vector<std::size_t>& values) {
        return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, rows));
    };
    boost::disjoint_sets sets(by_vertex(rank), by_vertex(parent));
    boost::initialize_incremental_components(rows, sets);
    boost::incremental_components(rows, sets);
    std::vector<std::uint32_t> component;
    component.reserve(vertices);
    for (std::size_t vertex = 0; vertex < vertices; ++vertex) {
        component.push_back(static_cast<std::uint32_t>(sets.find_set(vertex)));
    }
    return component;
}

std::vector<std::uint32_t> strong_components(const PairSnapshot::Rows& rows) {
    std::vector<std::uint32_t> component(num_vertices(rows));
    boost::strong_components(
        rows, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, rows)));
    return component;
}

}  // namespace

Communities communities(const View& view, const CommunitiesQuery& query) {
    const PairSnapshot all = pair_snapshot(view, query.filter, PairEdges::both_ways);
    const Level level = first_level(all);
    const std::vector<std::uint32_t> community = connected(level, louvain(level, query.seed));
    return {circles(community, all.actors), modularity(level, community)};
}

std::vector<Circle> components(const View& view, const Filter& filter, Connection connection) {
    const bool weak = connection == Connection::weak;
    const PairSnapshot all = pair_snapshot(view, filter, weak ? PairEdges::once : PairEdges::as_told);
    return circles(weak ? weak_components(all.graph) : strong_components(all.graph), all.actors);
}

}  // namespace entente::graph
