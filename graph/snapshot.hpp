// The whole graph in compressed sparse rows, for work that touches all of it: ranking, communities, layout.
//
// A copy in memory (some twenty bytes an edge), made in one walk over the View. Vertices are numbered in
// order of actor id and out-edges come as the View gives them, so results do not depend on the store.
// Immutable; any number of threads may read. Heavy to compile, as boost_graph.hpp is.
#pragma once

#include "graph/boost_graph.hpp"
#include "graph/filter.hpp"

#include <cstdint>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace entente::graph {

struct SnapshotEdge {
    std::uint64_t id = 0;  // of the event or relation
    std::uint32_t reports = 0;
};

struct Snapshot {
    using Rows = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, SnapshotEdge>;

    Rows graph;
    std::vector<ActorNumber> actors;  // by vertex
};

// Every vertex, and the edges that pass: as ever without what did not happen, unless the filter asks for it.
inline Snapshot snapshot(const View& view, const Filter& filter = {}) {
    const ViewGraph all(view);
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<SnapshotEdge> edges_kept;
    for (const ActorNumber vertex : all.order()) {
        const EdgeBlock block = view.out_edges(vertex);
        for (const Edge& edge : *block) {
            if (!passes(filter, edge)) continue;
            ends.emplace_back(all.index(edge.source), all.index(edge.target));
            edges_kept.push_back({edge.id, edge.reports});
        }
    }
    return {Snapshot::Rows(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), edges_kept.begin(),
                           all.order().size()),
            all.order()};
}

}  // namespace entente::graph
