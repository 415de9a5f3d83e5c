// What must hold of any View seen through Boost.Graph: the same answers as an adjacency_list that holds the
// same edges. MemoryGraph and the store are checked alike.
#pragma once

#include "graph/boost_graph.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <gtest/gtest.h>

namespace entente::tests {

using InMemory = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                       boost::property<boost::edge_weight_t, double>>;

// The same graph with vertices numbered in order of actor id.
inline InMemory in_memory(const graph::ViewGraph& graph) {
    InMemory copy(num_vertices(graph));
    const auto [begin, end] = edges(graph);
    for (auto edge = begin; edge != end; ++edge) {
        boost::add_edge(graph.index(edge->source), graph.index(edge->target),
                        get(boost::edge_weight, graph, *edge), copy);
    }
    return copy;
}

template <typename Graph>
std::vector<int> in_memory_hops(const Graph& graph, std::size_t from) {
    std::vector<int> hops(num_vertices(graph), -1);
    hops[from] = 0;
    const auto by_index = boost::make_iterator_property_map(hops.begin(), get(boost::vertex_index, graph));
    boost::breadth_first_search(
        graph, from,
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(by_index, boost::on_tree_edge()))));
    return hops;
}

// breadth_first_search as it comes: colours for every vertex.
inline std::vector<int> hops(const graph::ViewGraph& graph, graph::ActorNumber from) {
    graph::SparseMap<int> distance(-1);
    distance[from] = 0;
    boost::breadth_first_search(
        graph, from,
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance, boost::on_tree_edge()))));
    std::vector<int> found;
    for (const graph::ActorNumber vertex : graph.order()) found.push_back(get(distance, vertex));
    return found;
}

// breadth_first_visit with sparse maps: touches what it reaches and no more.
inline std::vector<int> sparse_hops(const graph::ViewGraph& graph, graph::ActorNumber from) {
    graph::SparseMap<int> distance(-1);
    graph::SparseMap<boost::default_color_type> colour(boost::white_color);
    distance[from] = 0;
    boost::queue<graph::ActorNumber> queue;
    boost::breadth_first_visit(
        graph, from, queue, boost::make_bfs_visitor(boost::record_distances(distance, boost::on_tree_edge())),
        colour);
    std::vector<int> found;
    for (const graph::ActorNumber vertex : graph.order()) found.push_back(get(distance, vertex));
    return found;
}

inline std::vector<double> in_memory_costs(const InMemory& graph, std::size_t from) {
    std::vector<double> costs(num_vertices(graph));
    const auto by_index = boost::make_iterator_property_map(costs.begin(), get(boost::vertex_index, graph));
    boost::dijkstra_shortest_paths(graph, from, boost::distance_map(by_index));
    return costs;
}

inline std::vector<double> costs(const graph::ViewGraph& graph, graph::ActorNumber from) {
    std::vector<double> found(num_vertices(graph));
    const auto by_index = boost::make_iterator_property_map(found.begin(), get(boost::vertex_index, graph));
    boost::dijkstra_shortest_paths(graph, from, boost::distance_map(by_index));
    return found;
}

// dijkstra without initialising every vertex, over sparse maps.
inline std::vector<double> sparse_costs(const graph::ViewGraph& graph, graph::ActorNumber from) {
    graph::SparseMap<double> distance(std::numeric_limits<double>::max());
    graph::SparseMap<graph::ActorNumber> predecessor(graph::ViewGraph::null_vertex());
    graph::SparseMap<boost::default_color_type> colour(boost::white_color);
    distance[from] = 0;
    boost::dijkstra_shortest_paths_no_init(graph, from, predecessor, distance, get(boost::edge_weight, graph),
                                           get(boost::vertex_index, graph), std::less<>{},
                                           boost::closed_plus<double>{}, 0.0,
                                           boost::make_dijkstra_visitor(boost::null_visitor{}), colour);
    std::vector<double> found;
    for (const graph::ActorNumber vertex : graph.order()) found.push_back(get(distance, vertex));
    return found;
}

inline void expect_consistent_lists(const graph::ViewGraph& graph) {
    std::vector<graph::Edge> from_all;
    std::vector<graph::Edge> from_out;
    std::vector<graph::Edge> from_in;
    const auto [begin, end] = edges(graph);
    from_all.assign(begin, end);
    const auto [first, last] = vertices(graph);
    for (auto vertex = first; vertex != last; ++vertex) {
        const auto [out, out_end] = out_edges(*vertex, graph);
        EXPECT_EQ(static_cast<std::size_t>(out_end - out), out_degree(*vertex, graph));
        from_out.insert(from_out.end(), out, out_end);
        EXPECT_TRUE(std::all_of(out, out_end, [&](const auto& e) { return source(e, graph) == *vertex; }));
        const auto [in, in_end] = in_edges(*vertex, graph);
        from_in.insert(from_in.end(), in, in_end);
        EXPECT_TRUE(std::all_of(in, in_end, [&](const auto& e) { return target(e, graph) == *vertex; }));
        const auto [next, next_end] = adjacent_vertices(*vertex, graph);
        EXPECT_EQ(static_cast<std::size_t>(std::distance(next, next_end)), out_degree(*vertex, graph));
        const auto by_time = [](const graph::Edge& edge) {
            return std::tuple{edge.date, edge.id, edge.target};
        };
        EXPECT_TRUE(std::ranges::is_sorted(out, out_end, {}, by_time));
    }
    EXPECT_EQ(from_all.size(), num_edges(graph));
    EXPECT_EQ(from_all, from_out);
    std::ranges::sort(from_out);
    std::ranges::sort(from_in);
    EXPECT_EQ(from_out, from_in);
}

inline void expect_boost_graph_agrees(const graph::View& view) {
    const graph::ViewGraph graph(view);
    ASSERT_GT(num_vertices(graph), 0U);
    EXPECT_EQ(num_vertices(graph), view.counts().actors);
    expect_consistent_lists(graph);
    const InMemory copy = in_memory(graph);
    for (const graph::ActorNumber vertex : graph.order()) {
        const std::size_t index = get(boost::vertex_index, graph, vertex);
        EXPECT_EQ(get(boost::vertex_name, graph, vertex), view.actor(vertex).name);
        EXPECT_EQ(hops(graph, vertex), in_memory_hops(copy, index)) << "from " << view.id(vertex);
        EXPECT_EQ(sparse_hops(graph, vertex), in_memory_hops(copy, index)) << "from " << view.id(vertex);
        EXPECT_EQ(costs(graph, vertex), in_memory_costs(copy, index)) << "from " << view.id(vertex);
        EXPECT_EQ(sparse_costs(graph, vertex), in_memory_costs(copy, index)) << "from " << view.id(vertex);
    }
}

}  // namespace entente::tests
