#include "graph/rank.hpp"

#include "graph/pair_snapshot.hpp"
#include "graph/shuffle.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>

namespace entente::graph {

namespace {

using Rows = PairSnapshot::Rows;
using Vertex = boost::graph_traits<Rows>::vertex_descriptor;

std::vector<double> degrees(const Rows& rows) {
    std::vector<double> scores(num_vertices(rows));
    for (Vertex vertex = 0; vertex < scores.size(); ++vertex) {
        scores[vertex] = static_cast<double>(out_degree(vertex, rows));
    }
    return scores;
}

// Boost leaves out what vertices without out-edges would pass on. Spread evenly it only scales all scores, so
// scores that are made to sum to one are the same.
std::vector<double> page_ranks(const Rows& rows) {
    std::vector<double> scores(num_vertices(rows));
    if (scores.empty()) return scores;
    constexpr std::size_t rounds = 100;
    constexpr double damping = 0.85;
    // Boost's push form for graphs without in-edges.
    boost::graph::page_rank(rows,
                            boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, rows)),
                            boost::graph::n_iterations(rounds), damping);
    const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
    for (double& score : scores) score /= sum;
    return scores;
}

// The pairs that a vertex lies between at most, counted both ways as the sums below are.
double all_pairs(std::size_t vertices) {
    const auto count = static_cast<double>(vertices);
    return vertices > 2 ? (count - 1) * (count - 2) : 1;
}

std::vector<double> exact_betweenness(const Rows& rows) {
    std::vector<double> scores(num_vertices(rows));
    boost::brandes_betweenness_centrality(
        rows, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, rows)));
    for (double& score : scores) score /= all_pairs(scores.size());
    return scores;
}

// Brandes' two passes from one vertex after the other; arrays are made once.
class Brandes {
 public:
    explicit Brandes(const Rows& rows)
        : rows_(rows),
          depth_(num_vertices(rows), unseen),
          ways_(num_vertices(rows)),
          share_(num_vertices(rows)) {}

    void add(Vertex from, std::vector<double>& scores) {
        order_.assign(1, from);
        depth_[from] = 0;
        ways_[from] = 1;
        for (std::size_t at = 0; at < order_.size(); ++at) spread(order_[at]);
        for (auto vertex = order_.rbegin(); vertex != order_.rend(); ++vertex) gather(*vertex);
        for (const Vertex vertex : order_) {
            if (vertex != from) scores[vertex] += share_[vertex];
            depth_[vertex] = unseen;
            ways_[vertex] = 0;
            share_[vertex] = 0;
        }
    }

 private:
    static constexpr std::uint32_t unseen = ~0U;

    void spread(Vertex vertex) {
        for (auto [next, end] = adjacent_vertices(vertex, rows_); next != end; ++next) {
            if (depth_[*next] == unseen) {
                depth_[*next] = depth_[vertex] + 1;
                order_.push_back(*next);
            }
            if (depth_[*next] == depth_[vertex] + 1) ways_[*next] += ways_[vertex];
        }
    }

    void gather(Vertex vertex) {
        for (auto [next, end] = adjacent_vertices(vertex, rows_); next != end; ++next) {
            if (depth_[*next] != depth_[vertex] + 1) continue;
            share_[vertex] += ways_[vertex] / ways_[*next] * (1 + share_[*next]);
        }
    }

    const Rows& rows_;
    std::vector<std::uint32_t> depth_;
    std::vector<double> ways_;
    std::vector<double> share_;
    std::vector<Vertex> order_;
};

std::vector<double> sampled_betweenness(const Rows& rows, std::size_t samples, std::uint64_t seed) {
    std::vector<Vertex> pivots(num_vertices(rows));
    std::iota(pivots.begin(), pivots.end(), Vertex{0});
    std::mt19937_64 random(seed);
    shuffle(pivots, random);
    pivots.resize(std::min(samples, pivots.size()));
    std::vector<double> scores(num_vertices(rows));
    Brandes brandes(rows);
    for (const Vertex pivot : pivots) brandes.add(pivot, scores);
    const double scale =
        static_cast<double>(scores.size()) /
        (static_cast<double>(std::max<std::size_t>(pivots.size(), 1)) * all_pairs(scores.size()));
    for (double& score : scores) score *= scale;
    return scores;
}

std::vector<double> scores(const Rows& rows, const RankQuery& query) {
    switch (query.by) {
        case Centrality::degree:
            return degrees(rows);
        case Centrality::pagerank:
            return page_ranks(rows);
        case Centrality::betweenness:
            break;
    }
    return query.samples == 0 ? exact_betweenness(rows)
                              : sampled_betweenness(rows, query.samples, query.seed);
}

}  // namespace

std::vector<Ranked> rank(const View& view, const RankQuery& query) {
    const auto edges = query.by == Centrality::pagerank ? PairEdges::as_told : PairEdges::both_ways;
    const PairSnapshot all = pair_snapshot(view, query.filter, edges);
    const std::vector<double> score = scores(all.graph, query);
    std::vector<std::size_t> order(score.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Vertices are in order of id.
    const auto before = [&score](std::size_t a, std::size_t b) {
        return std::tuple{score[b], a} < std::tuple{score[a], b};
    };
    const std::size_t keep = query.limit == 0 ? order.size() : std::min(query.limit, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(keep), before);
    std::vector<Ranked> rows;
    for (std::size_t i = 0; i < keep; ++i) {
        const ActorNumber number = all.actors[order[i]];
        rows.push_back({number, view.id(number), score[order[i]]});
    }
    return rows;
}

}  // namespace entente::graph
