// Who deals with whom, the whole graph in compressed sparse rows: for ranking and communities.
//
// One edge per pair and direction with what lies on it; made in one walk over the strands of every vertex.
// Vertices are numbered in order of actor id, a vertex's edges in order of the other end, so results do not
// depend on the store. Immutable; any number of threads may read. Heavy to compile: few files should open it.
#pragma once

#include "graph/boost_graph.hpp"
#include "graph/filter.hpp"
#include "graph/sieve.hpp"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace entente::graph {

// How a strand becomes edges.
enum class PairEdges : std::uint8_t {
    as_told,    // from who acts to whom it is done; mutual ones and relations both ways
    both_ways,  // every edge both ways: an undirected graph
    once,       // one edge a pair, from the smaller vertex to the larger
};

struct PairWeight {
    std::uint64_t weight = 0;  // events and relations
};

struct PairSnapshot {
    using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, PairWeight>;

    Rows graph;
    std::vector<ActorNumber> actors;  // by vertex
};

// Every vertex, and what passes of its strands.
inline PairSnapshot pair_snapshot(const View& view, const Filter& filter, PairEdges edges) {
    const ViewGraph all(view);
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<PairWeight> weights;
    Sieve sieve(view, filter);
    for (std::size_t vertex = 0; vertex < all.order().size(); ++vertex) {
        const ActorNumber number = all.order()[vertex];
        const StrandBlock block = view.strands(number);
        std::map<std::size_t, std::uint64_t> row;  // by the other vertex
        for (const Strand& strand : *block.strands) {
            const bool is_out = strand.source == number;
            const bool runs_so = is_out || edges != PairEdges::as_told || strand.reciprocal ||
                                 strand.kind == EdgeKind::relation;
            const std::size_t other = all.index(is_out ? strand.target : strand.source);
            if (!runs_so || (edges == PairEdges::once && other < vertex)) continue;
            const std::uint32_t passing = sieve.rest(strand).edges;
            if (passing > 0) row[other] += passing;
        }
        for (const auto& [other, weight] : row) {
            ends.emplace_back(vertex, other);
            weights.push_back({weight});
        }
    }
    return {PairSnapshot::Rows(boost::edges_are_sorted, ends.begin(), ends.end(), weights.begin(),
                               all.order().size()),
            all.order()};
}

}  // namespace entente::graph
