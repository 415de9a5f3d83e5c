#include "graph/common.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

// a and b both meet c (a twice) and d (each once); only a meets e; a meets b.
MemoryGraph sample() {
    Story story("a", "2016-02-01");
    for (const char* const id : {"a", "b", "c", "d", "e"}) story.country(id);
    MemoryGraph graph;
    graph.put(story.event(EventType::consult, {"a"}, {"c"}, "2016-01-01")
                  .event(EventType::consult, {"a"}, {"c"}, "2016-01-10")
                  .event(EventType::accuse, {"c"}, {"b"}, "2016-01-02")
                  .event(EventType::consult, {"a"}, {"d"}, "2016-01-03")
                  .event(EventType::consult, {"b"}, {"d"}, "2016-01-04")
                  .event(EventType::consult, {"a"}, {"e"}, "2016-01-05")
                  .event(EventType::consult, {"a"}, {"b"}, "2016-01-06")
                  .said());
    resolve(graph);
    return graph;
}

std::vector<ActorId> common(const NeighboursQuery& query = {}) {
    const MemoryGraph graph = sample();
    std::vector<ActorId> ids;
    for (const auto& row : common_neighbours(graph, *graph.number("a"), *graph.number("b"), query).rows) {
        ids.push_back(row.actor.id);
    }
    return ids;
}

TEST(CommonNeighbours, AreThoseOfBothTheStrongestFirst) {
    EXPECT_THAT(common(), testing::ElementsAre("c", "d"));
    const MemoryGraph graph = sample();
    const CommonNeighbours answer = common_neighbours(graph, *graph.number("a"), *graph.number("b"));
    EXPECT_EQ(answer.total, 2U);
    EXPECT_EQ(answer.of_one, 4U);
    EXPECT_EQ(answer.of_other, 3U);
    EXPECT_EQ(answer.rows[0].with_one.events, 2U);
    EXPECT_EQ(answer.rows[0].with_other.events, 1U);
}

TEST(CommonNeighbours, FollowTheDirectionSeenFromTheTwo) {
    NeighboursQuery query;
    query.direction = Direction::out;
    EXPECT_THAT(common(query), testing::ElementsAre("d"));
    query.limit = 1;
    query.direction = Direction::both;
    EXPECT_THAT(common(query), testing::ElementsAre("c"));
}

}  // namespace
}  // namespace entente::tests
