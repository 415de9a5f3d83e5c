// The graph as Boost.Graph sees it: a View adapted, not copied.
//
// ViewGraph models VertexListGraph, EdgeListGraph, IncidenceGraph, BidirectionalGraph and AdjacencyGraph, and
// is a property graph of vertex_index, vertex_name and edge_weight. Vertices are ActorNumbers; an edge's
// descriptor is the Edge itself, so what an edge tells costs no look-up. Directed, with parallel edges.
//
// Cost. out_edges, in_edges and adjacent_vertices read one block of the View; an iterator shares the block,
// so it stays good when the next one is read. vertices, edges and vertex_index walk every actor once, at the
// first call, and keep four bytes for each: for work on the whole graph. Algorithms that touch little should
// be called in their _visit or no_init form with SparseMaps, which hold only what was touched, and never ask
// for those.
//
// A ViewGraph is cheap to copy; copies share what was walked. The View must outlive it. Threads may share it.
// Templates and traits are heavy to compile: few files should open this header, and no other room.
#pragma once

#include "graph/view.hpp"

#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

namespace entente::graph {

// Walks a block of edges and keeps it alive.
class EdgeIterator
    : public boost::iterator_facade<EdgeIterator, const Edge, boost::random_access_traversal_tag, const Edge&,
                                    std::ptrdiff_t> {
 public:
    EdgeIterator() = default;
    EdgeIterator(EdgeBlock block, std::size_t at) : block_(std::move(block)), at_(at) {}

 private:
    friend class boost::iterator_core_access;

    const Edge& dereference() const { return (*block_)[at_]; }
    // Both walk the same block, or both none.
    bool equal(const EdgeIterator& other) const { return at_ == other.at_; }
    void increment() { ++at_; }
    void decrement() { --at_; }
    void advance(std::ptrdiff_t by) { at_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at_) + by); }
    std::ptrdiff_t distance_to(const EdgeIterator& other) const {
        return static_cast<std::ptrdiff_t>(other.at_) - static_cast<std::ptrdiff_t>(at_);
    }

    EdgeBlock block_;
    std::size_t at_ = 0;
};

class EveryEdgeIterator;

class ViewGraph {
 public:
    struct Traversal : boost::bidirectional_graph_tag,
                       boost::adjacency_graph_tag,
                       boost::vertex_list_graph_tag,
                       boost::edge_list_graph_tag {};

    // What boost::graph_traits looks for.
    using vertex_descriptor = ActorNumber;
    using edge_descriptor = Edge;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = Traversal;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = std::vector<ActorNumber>::const_iterator;
    using out_edge_iterator = EdgeIterator;
    using in_edge_iterator = EdgeIterator;
    using adjacency_iterator =
        boost::adjacency_iterator_generator<ViewGraph, ActorNumber, EdgeIterator>::type;
    using edge_iterator = EveryEdgeIterator;

    static vertex_descriptor null_vertex() { return std::numeric_limits<ActorNumber>::max(); }

    explicit ViewGraph(const View& view) : view_(&view) {}

    [[nodiscard]] const View& view() const { return *view_; }
    // Every vertex in order of actor id.
    [[nodiscard]] const std::vector<ActorNumber>& order() const { return walked().order; }
    // Where a vertex stands in that order: dense, and the same in every store that holds the graph.
    [[nodiscard]] std::size_t index(ActorNumber vertex) const { return walked().index.at(vertex); }

 private:
    struct Walked {
        std::once_flag once;
        std::vector<ActorNumber> order;
        std::vector<std::uint32_t> index;  // by actor number
    };
    const Walked& walked() const;

    const View* view_;
    std::shared_ptr<Walked> walked_ = std::make_shared<Walked>();
};

inline const ViewGraph::Walked& ViewGraph::walked() const {
    std::call_once(walked_->once, [this] {
        view_->actors([this](ActorNumber vertex, const ActorId&) {
            if (vertex >= walked_->index.size()) walked_->index.resize(std::size_t{vertex} + 1);
            walked_->index[vertex] = static_cast<std::uint32_t>(walked_->order.size());
            walked_->order.push_back(vertex);
            return true;
        });
    });
    return *walked_;
}

// Walks the out-edges of every vertex in turn.
class EveryEdgeIterator : public boost::iterator_facade<EveryEdgeIterator, const Edge,
                                                        boost::forward_traversal_tag, const Edge&> {
 public:
    EveryEdgeIterator() = default;
    EveryEdgeIterator(const ViewGraph& graph, std::size_t vertex)
        : view_(&graph.view()), order_(&graph.order()), vertex_(vertex) {
        find_edge();
    }

 private:
    friend class boost::iterator_core_access;

    const Edge& dereference() const { return (*block_)[at_]; }
    bool equal(const EveryEdgeIterator& other) const { return vertex_ == other.vertex_ && at_ == other.at_; }
    void increment() {
        if (++at_ < block_->size()) return;
        ++vertex_;
        find_edge();
    }
    // Goes on to the first vertex, from vertex_ on, that has an edge; or to the end.
    void find_edge() {
        at_ = 0;
        for (; vertex_ < order_->size(); ++vertex_) {
            block_ = view_->out_edges((*order_)[vertex_]);
            if (!block_->empty()) return;
        }
        block_.reset();
    }

    const View* view_ = nullptr;
    const std::vector<ActorNumber>* order_ = nullptr;
    EdgeBlock block_;
    std::size_t vertex_ = 0;
    std::size_t at_ = 0;
};

inline ActorNumber source(const Edge& edge, const ViewGraph& /*graph*/) {
    return edge.source;
}

inline ActorNumber target(const Edge& edge, const ViewGraph& /*graph*/) {
    return edge.target;
}

inline std::pair<EdgeIterator, EdgeIterator> whole(const EdgeBlock& block) {
    return {EdgeIterator{block, 0}, EdgeIterator{block, block->size()}};
}

inline std::pair<EdgeIterator, EdgeIterator> out_edges(ActorNumber vertex, const ViewGraph& graph) {
    return whole(graph.view().out_edges(vertex));
}

inline std::pair<EdgeIterator, EdgeIterator> in_edges(ActorNumber vertex, const ViewGraph& graph) {
    return whole(graph.view().in_edges(vertex));
}

inline std::size_t out_degree(ActorNumber vertex, const ViewGraph& graph) {
    return graph.view().out_edges(vertex)->size();
}

inline std::size_t in_degree(ActorNumber vertex, const ViewGraph& graph) {
    return graph.view().in_edges(vertex)->size();
}

inline std::size_t degree(ActorNumber vertex, const ViewGraph& graph) {
    return out_degree(vertex, graph) + in_degree(vertex, graph);
}

inline std::pair<ViewGraph::adjacency_iterator, ViewGraph::adjacency_iterator> adjacent_vertices(
    ActorNumber vertex, const ViewGraph& graph) {
    const auto [begin, end] = out_edges(vertex, graph);
    return {ViewGraph::adjacency_iterator{begin, &graph}, ViewGraph::adjacency_iterator{end, &graph}};
}

inline std::pair<ViewGraph::vertex_iterator, ViewGraph::vertex_iterator> vertices(const ViewGraph& graph) {
    return {graph.order().begin(), graph.order().end()};
}

inline std::size_t num_vertices(const ViewGraph& graph) {
    return graph.order().size();
}

inline std::pair<EveryEdgeIterator, EveryEdgeIterator> edges(const ViewGraph& graph) {
    return {EveryEdgeIterator{graph, 0}, EveryEdgeIterator{graph, graph.order().size()}};
}

inline std::size_t num_edges(const ViewGraph& graph) {
    return graph.view().counts().edges;
}

// Property maps.

class VertexIndexMap {
 public:
    using key_type = ActorNumber;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;

    explicit VertexIndexMap(ViewGraph graph) : graph_(std::move(graph)) {}
    friend std::size_t get(const VertexIndexMap& map, ActorNumber vertex) { return map.graph_.index(vertex); }
    std::size_t operator[](ActorNumber vertex) const { return graph_.index(vertex); }

 private:
    ViewGraph graph_;
};

// The canonical name: one look-up each.
class VertexNameMap {
 public:
    using key_type = ActorNumber;
    using value_type = std::string;
    using reference = std::string;
    using category = boost::readable_property_map_tag;

    explicit VertexNameMap(const View& view) : view_(&view) {}
    friend std::string get(const VertexNameMap& map, ActorNumber vertex) {
        return map.view_->actor(vertex).name;
    }

 private:
    const View* view_;
};

// What walking an edge costs: the more reports tell it the less. In (0, 1], so that hops count first among
// edges told once.
class EdgeWeightMap {
 public:
    using key_type = Edge;
    using value_type = double;
    using reference = double;
    using category = boost::readable_property_map_tag;

    friend double get(const EdgeWeightMap& /*map*/, const Edge& edge) {
        return 1.0 / static_cast<double>(edge.reports == 0 ? 1U : edge.reports);
    }
};

inline VertexIndexMap get(boost::vertex_index_t /*tag*/, const ViewGraph& graph) {
    return VertexIndexMap{graph};
}

inline VertexNameMap get(boost::vertex_name_t /*tag*/, const ViewGraph& graph) {
    return VertexNameMap{graph.view()};
}

inline EdgeWeightMap get(boost::edge_weight_t /*tag*/, const ViewGraph& /*graph*/) {
    return {};
}

template <typename Tag, typename Key>
auto get(Tag tag, const ViewGraph& graph, const Key& key) -> decltype(get(get(tag, graph), key)) {
    return get(get(tag, graph), key);
}

// A map of what an algorithm touched and no more; everything else has the default. Copies share one map, as
// Boost's algorithms expect. One thread at a time.
template <typename Value>
class SparseMap {
 public:
    using key_type = ActorNumber;
    using value_type = Value;
    using reference = Value&;
    using category = boost::lvalue_property_map_tag;

    explicit SparseMap(Value otherwise = {}) : rows_(std::make_shared<Rows>()), otherwise_(otherwise) {}

    Value& operator[](ActorNumber vertex) const {
        return rows_->try_emplace(vertex, otherwise_).first->second;
    }
    [[nodiscard]] std::size_t touched() const { return rows_->size(); }

    friend Value get(const SparseMap& map, ActorNumber vertex) {
        const auto row = map.rows_->find(vertex);
        return row == map.rows_->end() ? map.otherwise_ : row->second;
    }
    friend void put(const SparseMap& map, ActorNumber vertex, Value value) { map[vertex] = value; }

 private:
    using Rows = std::unordered_map<ActorNumber, Value>;  // never walked, so its order shows nowhere

    std::shared_ptr<Rows> rows_;
    Value otherwise_;
};

}  // namespace entente::graph

namespace boost {

template <>
struct property_map<entente::graph::ViewGraph, vertex_index_t> {
    using type = entente::graph::VertexIndexMap;
    using const_type = type;
};

template <>
struct property_map<entente::graph::ViewGraph, vertex_name_t> {
    using type = entente::graph::VertexNameMap;
    using const_type = type;
};

template <>
struct property_map<entente::graph::ViewGraph, edge_weight_t> {
    using type = entente::graph::EdgeWeightMap;
    using const_type = type;
};

}  // namespace boost
