// Who matters in the whole graph: degree, PageRank, betweenness.
//
// On a snapshot of pairs (graph/pair_snapshot.hpp): how often two deal with each other weighs in `degree`
// only. Deterministic: vertices in order of actor id, sums in a fixed order, samples by seed. Memory: some
// sixteen bytes a pair and a few numbers a vertex. Two threads may ask at once.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::graph {

enum class Centrality : std::uint8_t {
    degree,    // distinct neighbours
    pagerank,  // Page, Brin, Motwani, Winograd, 1998; Boost's page_rank with damping 0.85, 100 rounds; from
               // who acts to whom it is done, mutual edges and relations both ways; scores sum to one
    // The share of shortest paths between others that go through the vertex, undirected; Brandes, A Faster
    // Algorithm for Betweenness Centrality, 2001. Normalised as networkx does it: 1 for the middle of a star.
    betweenness,
};

struct RankQuery {
    Centrality by = Centrality::pagerank;
    Filter filter;
    // Betweenness only: from so many vertices chosen at random instead of all (Brandes and Pich, Centrality
    // Estimation in Large Networks, 2007), scaled up; 0: all, exact, in time of vertices times pairs.
    std::size_t samples = 0;
    std::uint64_t seed = 1;
    std::size_t limit = 0;  // 0 all
};

struct Ranked {
    ActorNumber number = 0;
    ActorId id;
    double score = 0;

    bool operator==(const Ranked&) const = default;
};

// By score falling, then id.
std::vector<Ranked> rank(const View& view, const RankQuery& query = {});

}  // namespace entente::graph
