#include "graph/snapshot.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/boost_graph_checks.hpp"
#include "tests/graph/newsroom.hpp"

#include <boost/graph/page_rank.hpp>

namespace entente::tests {
namespace {

MemoryGraph build(const std::vector<Said>& stories) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph);
    return graph;
}

Filter everything() {
    Filter filter;
    filter.unreal = true;
    return filter;
}

TEST(Snapshot, HoldsEveryVertexAndEdge) {
    const MemoryGraph memory = build(random_stories(3, 25));
    const ViewGraph view(memory);
    const Snapshot all = snapshot(memory, everything());
    EXPECT_EQ(all.actors, view.order());
    EXPECT_EQ(num_edges(all.graph), num_edges(view));
    const InMemory copy = in_memory(view);
    for (std::size_t vertex = 0; vertex < all.actors.size(); ++vertex) {
        EXPECT_EQ(in_memory_hops(all.graph, vertex), in_memory_hops(copy, vertex));
    }
}

TEST(Snapshot, KeepsWhatAnEdgeIs) {
    const MemoryGraph memory = build(random_stories(4, 15));
    const Snapshot all = snapshot(memory);
    for (auto [edge, end] = edges(all.graph); edge != end; ++edge) {
        const SnapshotEdge& kept = all.graph[*edge];
        const ActorNumber from = all.actors[source(*edge, all.graph)];
        const ActorNumber to = all.actors[target(*edge, all.graph)];
        const EdgeBlock block = memory.out_edges(from);
        EXPECT_TRUE(std::ranges::any_of(*block, [&](const Edge& there) {
            return there.id == kept.id && there.target == to && there.reports == kept.reports;
        }));
    }
}

TEST(Snapshot, LeavesOutEdgesThatDoNotPass) {
    const MemoryGraph memory = build(random_stories(4, 15));
    Filter relations;
    relations.events = false;
    EXPECT_EQ(num_edges(snapshot(memory, relations).graph), memory.counts().relations);
}

TEST(Snapshot, RanksTheActorThatAllTurnToFirst) {
    Story story("a", "2016-07-15");
    story.country("hub");
    for (const char* const id : {"a", "b", "c", "d"}) {
        story.country(id).event(EventType::request, {id}, {"hub"}, "2016-07-14");
    }
    const Snapshot all = snapshot(build({story.said()}));
    std::vector<double> rank(all.actors.size());
    boost::graph::page_rank(
        all.graph, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, all.graph)));
    EXPECT_EQ(std::ranges::max_element(rank) - rank.begin(), 4) << "a b c d hub";
}

}  // namespace
}  // namespace entente::tests
