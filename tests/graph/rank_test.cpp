#include "graph/rank.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

using testing::DoubleNear;

// All turn to the hub, and it to none.
MemoryGraph star() {
    Story story("a", "2016-07-15");
    story.country("hub");
    for (const char* const id : {"a", "b", "c", "d"}) {
        story.country(id).event(EventType::request, {id}, {"hub"}, "2016-07-14");
    }
    MemoryGraph graph;
    graph.put(story.said());
    resolve(graph);
    return graph;
}

std::vector<Ranked> ranked(const View& view, Centrality by, std::size_t samples = 0) {
    RankQuery query;
    query.by = by;
    query.samples = samples;
    return rank(view, query);
}

TEST(Rank, PutsTheMiddleOfAStarFirst) {
    const MemoryGraph graph = star();
    for (const Centrality by : {Centrality::degree, Centrality::pagerank, Centrality::betweenness}) {
        const std::vector<Ranked> rows = ranked(graph, by);
        ASSERT_EQ(rows.size(), 5U);
        EXPECT_EQ(rows.front().id, "hub");
        EXPECT_EQ(rows[1].id, "a") << "equals in order of id";
    }
    EXPECT_EQ(ranked(graph, Centrality::degree).front().score, 4);
    EXPECT_THAT(ranked(graph, Centrality::betweenness).front().score, DoubleNear(1, 1e-12));
    EXPECT_EQ(ranked(graph, Centrality::betweenness).back().score, 0);
}

TEST(Rank, PageRanksSumToOne) {
    MemoryGraph graph;
    for (const Said& story : random_stories(2, 30)) graph.put(story);
    resolve(graph);
    double sum = 0;
    for (const Ranked& row : ranked(graph, Centrality::pagerank)) sum += row.score;
    EXPECT_THAT(sum, DoubleNear(1, 1e-9));
}

TEST(Rank, ASampleOfAllIsExact) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        MemoryGraph graph;
        for (const Said& story : random_stories(seed, 30)) graph.put(story);
        resolve(graph);
        const std::vector<Ranked> exact = ranked(graph, Centrality::betweenness);
        const std::vector<Ranked> sampled = ranked(graph, Centrality::betweenness, 1000);
        std::map<ActorId, double> scores;
        for (const Ranked& row : sampled) scores[row.id] = row.score;
        for (const Ranked& row : exact) EXPECT_THAT(scores.at(row.id), DoubleNear(row.score, 1e-9));
        EXPECT_EQ(ranked(graph, Centrality::betweenness, 5), ranked(graph, Centrality::betweenness, 5));
    }
}

TEST(Rank, OfAnEmptyGraphIsNobody) {
    const MemoryGraph graph;
    for (const Centrality by : {Centrality::degree, Centrality::pagerank, Centrality::betweenness}) {
        EXPECT_TRUE(ranked(graph, by).empty());
    }
}

}  // namespace
}  // namespace entente::tests
