#include "graph/boost_graph.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/boost_graph_checks.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/graph/wrapped_view.hpp"

#include <boost/graph/graph_concepts.hpp>

namespace entente::tests {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<ViewGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<ViewGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<ViewGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<ViewGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<ViewGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<ViewGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<ViewGraph, ActorNumber, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<ViewGraph, ActorNumber, boost::vertex_name_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<ViewGraph, Edge, boost::edge_weight_t>));
BOOST_CONCEPT_ASSERT((boost::ReadWritePropertyMapConcept<SparseMap<int>, ActorNumber>));

MemoryGraph build(const std::vector<Said>& stories) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph);
    return graph;
}

TEST(BoostGraph, GivesTheAnswersOfAnAdjacencyList) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) expect_boost_graph_agrees(build(random_stories(seed, 25)));
}

TEST(BoostGraph, NumbersVerticesDenselyWhenSomeAreGone) {
    const std::vector<Said> stories = random_stories(4, 25);
    MemoryGraph graph = build(stories);
    for (std::size_t i = 0; i < 12; ++i) graph.remove(stories[i].article.key);
    resolve(graph);
    expect_boost_graph_agrees(graph);
}

TEST(BoostGraph, WalksAnEmptyGraph) {
    const MemoryGraph graph;
    const ViewGraph empty(graph);
    EXPECT_EQ(num_vertices(empty), 0U);
    EXPECT_EQ(edges(empty).first, edges(empty).second);
}

// Counts how often the adjacency is read.
class Watched final : public WrappedView {
 public:
    using WrappedView::WrappedView;
    mutable int blocks = 0;
    mutable int walks = 0;

    void actors(const std::function<bool(ActorNumber, const ActorId&)>& visit) const override {
        ++walks;
        WrappedView::actors(visit);
    }
    [[nodiscard]] EdgeBlock out_edges(ActorNumber vertex) const override {
        ++blocks;
        return WrappedView::out_edges(vertex);
    }
    [[nodiscard]] EdgeBlock in_edges(ActorNumber vertex) const override {
        ++blocks;
        return WrappedView::in_edges(vertex);
    }
};

TEST(BoostGraph, ReadsOnlyWhatASparseVisitReaches) {
    // a -> b -> c, and a hundred others apart.
    Story story("a", "2016-07-15");
    story.country("a").country("b").country("c");
    story.event(EventType::consult, {"a"}, {"b"}, "2016-07-14");
    story.event(EventType::consult, {"b"}, {"c"}, "2016-07-14");
    for (int i = 0; i < 100; ++i) story.country("other-" + std::to_string(i));
    const MemoryGraph graph = build({story.said()});
    const Watched watched(graph);
    const ViewGraph view(watched);
    SparseMap<boost::default_color_type> colour(boost::white_color);
    boost::queue<ActorNumber> queue;
    boost::breadth_first_visit(view, *graph.number("a"), queue, boost::bfs_visitor<>{}, colour);
    EXPECT_EQ(watched.blocks, 3);
    EXPECT_EQ(watched.walks, 0);
    EXPECT_EQ(colour.touched(), 3U);
}

}  // namespace
}  // namespace entente::tests
