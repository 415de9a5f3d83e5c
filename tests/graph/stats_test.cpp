#include "graph/stats.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

TEST(Stats, CountWhatTheGraphHolds) {
    MemoryGraph graph;
    graph.put(Story("a", "2016-07-15")
                  .from("Reuters")
                  .country("russia")
                  .country("turkey")
                  .country("iran")
                  .person("sergei-lavrov")
                  .event(EventType::consult, {"russia"}, {"turkey", "iran"}, "2016-07-14")
                  .event(EventType::protest, {"iran"}, {}, "")
                  .event(EventType::accuse, {"iran"}, {"russia"}, "2016-06", Status::negation)
                  .said());
    resolve(graph);
    const Stats counted = stats(graph, 2);
    EXPECT_EQ(counted.actors_by_type,
              (std::map<ActorType, std::uint64_t>{{ActorType::person, 1}, {ActorType::country, 3}}));
    EXPECT_EQ(counted.events.by_type.at(EventType::consult), 1U);
    EXPECT_EQ(counted.events.by_status.at(Status::negation), 1U);
    EXPECT_EQ(counted.events.without_second_party, 1U);
    EXPECT_EQ(counted.events.undated, 1U);
    EXPECT_EQ(extract::to_string(counted.events.first), "2016-06");
    EXPECT_EQ(extract::to_string(counted.events.last), "2016-07-14");
    EXPECT_EQ(counted.articles_by_source.at("Reuters"), 1U);
    EXPECT_THAT(counted.busiest, testing::ElementsAre(testing::Pair(*graph.number("russia"), 2U),
                                                      testing::Pair(*graph.number("iran"), 1U)));
}

TEST(Stats, OfAnEmptyGraphAreZero) {
    const Stats counted = stats(MemoryGraph{});
    EXPECT_EQ(counted.counts, Counts{});
    EXPECT_FALSE(counted.events.first.known());
}

}  // namespace
}  // namespace entente::tests
