#include "graph/memory_graph.hpp"

#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

MemoryGraph build(const std::vector<Said>& stories) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph);
    return graph;
}

std::vector<std::string> found(const View& view, std::string_view name) {
    std::vector<std::string> rows;
    for (const Candidate& candidate : view.find(name)) {
        rows.push_back(std::to_string(candidate.rank) + " " + view.id(candidate.actor));
    }
    return rows;
}

using testing::ElementsAre;

TEST(MemoryGraph, FindsByIdThenNameThenAliasThenPlace) {
    const MemoryGraph graph = build({Story("a")
                                         .country("russia", "RUS")
                                         .alias("Moscow")
                                         .place("moscow", "RUS")
                                         .person("sergei-lavrov", "RUS")
                                         .alias("Lavrov")
                                         .said(),
                                     Story("b").country("russia", "RUS").alias("the Kremlin").said()});
    EXPECT_THAT(found(graph, "Moscow"), ElementsAre("2 russia", "3 moscow"));
    EXPECT_THAT(found(graph, "moscow"), ElementsAre("0 moscow", "2 russia"));
    EXPECT_THAT(found(graph, "RUSSIA"), ElementsAre("1 russia"));
    EXPECT_THAT(found(graph, "lavrov"), ElementsAre("2 sergei-lavrov"));
    EXPECT_THAT(found(graph, "Kremlin"), ElementsAre("2 russia"));
    EXPECT_TRUE(found(graph, "nobody").empty());
    EXPECT_TRUE(found(graph, "").empty());
}

TEST(MemoryGraph, FindsAPersonByASurnameThatNoArticleUsesAlone) {
    const MemoryGraph graph = build({Story("a").person("emmanuel-macron", "FRA").said()});
    EXPECT_THAT(found(graph, "Macron"), ElementsAre("4 emmanuel-macron"));
    EXPECT_TRUE(found(graph, "Emmanuel").empty());
}

TEST(MemoryGraph, ListsNamesByPrefix) {
    const MemoryGraph graph = build({Story("a").person("sergei-lavrov").alias("Sergey Lavrov").said()});
    std::vector<std::string> names;
    graph.names("SERGE", [&](std::string_view folded, ActorNumber) {
        names.emplace_back(folded);
        return true;
    });
    EXPECT_THAT(names, ElementsAre("sergei lavrov", "sergey lavrov"));
}

TEST(MemoryGraph, StoresAReciprocalEventOnceForEachPair) {
    const MemoryGraph graph = build({Story("a", "2016-07-15")
                                         .country("russia")
                                         .country("iran")
                                         .country("turkey")
                                         .event(EventType::consult, {"russia", "iran", "turkey"}, {})
                                         .said()});
    EXPECT_EQ(graph.counts().edges, 3U);
    const ActorNumber iran = *graph.number("iran");
    EXPECT_EQ(graph.out_edges(iran)->size(), 2U);
    EXPECT_TRUE(graph.in_edges(iran)->empty());
    EXPECT_TRUE(graph.out_edges(iran)->front().reciprocal);
    EXPECT_EQ(graph.degree(iran), 2U);
}

TEST(MemoryGraph, ListsEventsWithoutASecondPartyAndDrawsNoEdge) {
    const MemoryGraph graph = build({Story("a", "2016-07-15")
                                         .country("kenya")
                                         .event(EventType::protest, {"kenya"}, {}, "2016-07-14")
                                         .said()});
    EXPECT_EQ(graph.counts().edges, 0U);
    std::size_t listed = 0;
    graph.events_of(*graph.number("kenya"), [&](const Event&) {
        ++listed;
        return true;
    });
    EXPECT_EQ(listed, 1U);
}

TEST(MemoryGraph, AsksForEventsByTheirFirstDay) {
    Story story("a", "2016-08-15");
    story.country("russia").country("turkey").country("iran");
    for (const char* const date : {"", "2015", "2016-07-14", "2016-08-01"}) {
        story.event(EventType::consult, {"russia"}, {"turkey"}, date);
    }
    story.event(EventType::consult, {"russia"}, {"iran"}, "2016-07");
    const MemoryGraph graph = build({story.said()});
    const auto between = [&](Date from, Date to) {
        std::string dates;
        graph.events_between(from, to, [&](const Event& event) {
            dates += extract::to_string(event.date) + " ";
            return true;
        });
        return dates;
    };
    EXPECT_EQ(between({}, {}), " 2015 2016-07 2016-07-14 2016-08-01 ");
    EXPECT_EQ(between({2016, 7, 1}, {2016, 7, 31}), "2016-07 2016-07-14 ");
    EXPECT_EQ(between({2016, 7, 2}, {}), "2016-07-14 2016-08-01 ");
    EXPECT_EQ(between({}, {2016, 7, 0}), "2015 2016-07 2016-07-14 ");
}

TEST(MemoryGraph, ShowsNothingOfAnArticleBeforeItIsResolved) {
    MemoryGraph graph;
    EXPECT_EQ(graph.put(Story("a").country("russia").said()), PutOutcome::added);
    EXPECT_EQ(graph.counts(), Counts{});
    EXPECT_FALSE(graph.said("id:a"));
    EXPECT_TRUE(graph.latest("id:a"));
    EXPECT_FALSE(graph.remove("id:b"));
}

TEST(HubDegree, LeavesOneVertexInAThousandAbove) {
    EXPECT_EQ(hub_degree({}, 0), 1000U);
    EXPECT_EQ(hub_degree({{5000, 1}}, 500), 5000U) << "one vertex of 500 is more than one in a thousand";
    EXPECT_EQ(hub_degree({{5000, 1}}, 1000), 1000U);
    EXPECT_EQ(hub_degree({{2000, 5}, {5000, 1}, {9000, 1}}, 3000), 2000U);
    EXPECT_EQ(hub_degree({{3, 900}, {900, 100}}, 1000), 1000U) << "a small graph has no hub";
}

}  // namespace
}  // namespace entente::tests
