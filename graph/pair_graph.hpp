// The graph of pairs as Boost.Graph sees it: the strands of a View instead of its single edges.
//
// PairGraph models IncidenceGraph and BidirectionalGraph. Vertices are ActorNumbers; an edge's descriptor is
// the Strand itself. Two countries with a million events between them are joined by a few dozen strands, so
// searches run on this graph and read single edges only where a filter cannot decide by the sums.
//
// out_edges and in_edges read one block of the View, remembered until the next vertex is asked for; an
// iterator shares the block. Cheap to copy. The View must outlive it. One thread at a time per object.
#pragma once

#include "graph/view.hpp"

#include <cstddef>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/iterator_facade.hpp>

namespace entente::graph {

// Walks a block of strands and keeps it alive.
class StrandIterator
    : public boost::iterator_facade<StrandIterator, const Strand, boost::random_access_traversal_tag,
                                    const Strand&, std::ptrdiff_t> {
 public:
    StrandIterator() = default;
    StrandIterator(std::shared_ptr<const std::vector<Strand>> block, std::size_t at)
        : block_(std::move(block)), at_(at) {}

 private:
    friend class boost::iterator_core_access;

    const Strand& dereference() const { return (*block_)[at_]; }
    // Both walk the same block, or both none.
    bool equal(const StrandIterator& other) const { return at_ == other.at_; }
    void increment() { ++at_; }
    void decrement() { --at_; }
    void advance(std::ptrdiff_t by) { at_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at_) + by); }
    std::ptrdiff_t distance_to(const StrandIterator& other) const {
        return static_cast<std::ptrdiff_t>(other.at_) - static_cast<std::ptrdiff_t>(at_);
    }

    std::shared_ptr<const std::vector<Strand>> block_;
    std::size_t at_ = 0;
};

class PairGraph {
 public:
    // What boost::graph_traits looks for.
    using vertex_descriptor = ActorNumber;
    using edge_descriptor = Strand;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = boost::bidirectional_graph_tag;
    using degree_size_type = std::size_t;
    using out_edge_iterator = StrandIterator;
    using in_edge_iterator = StrandIterator;

    static vertex_descriptor null_vertex() { return std::numeric_limits<ActorNumber>::max(); }

    explicit PairGraph(const View& view) : view_(&view) {}

    [[nodiscard]] const StrandBlock& strands(ActorNumber vertex) const {
        if (vertex != last_ || block_.strands == nullptr) {
            block_ = view_->strands(vertex);
            last_ = vertex;
        }
        return block_;
    }

 private:
    const View* view_;
    // A search asks for the two halves of a block one after the other.
    mutable StrandBlock block_;
    mutable ActorNumber last_ = null_vertex();
};

inline ActorNumber source(const Strand& strand, const PairGraph& /*graph*/) {
    return strand.source;
}

inline ActorNumber target(const Strand& strand, const PairGraph& /*graph*/) {
    return strand.target;
}

inline std::pair<StrandIterator, StrandIterator> out_edges(ActorNumber vertex, const PairGraph& graph) {
    const StrandBlock& block = graph.strands(vertex);
    return {StrandIterator{block.strands, 0}, StrandIterator{block.strands, block.outgoing}};
}

inline std::pair<StrandIterator, StrandIterator> in_edges(ActorNumber vertex, const PairGraph& graph) {
    const StrandBlock& block = graph.strands(vertex);
    return {StrandIterator{block.strands, block.outgoing},
            StrandIterator{block.strands, block.strands->size()}};
}

inline std::size_t out_degree(ActorNumber vertex, const PairGraph& graph) {
    return graph.strands(vertex).outgoing;
}

inline std::size_t in_degree(ActorNumber vertex, const PairGraph& graph) {
    return graph.strands(vertex).strands->size() - graph.strands(vertex).outgoing;
}

inline std::size_t degree(ActorNumber vertex, const PairGraph& graph) {
    return graph.strands(vertex).strands->size();
}

}  // namespace entente::graph
