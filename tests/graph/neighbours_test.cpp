#include "graph/neighbours.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

#include <fmt/format.h>

namespace entente::tests {
namespace {

using testing::ElementsAre;

MemoryGraph build(const std::vector<Said>& stories) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph);
    return graph;
}

// Russia meets Turkey twice and is accused by it; it meets Iran once, told by two articles; Syria denies.
const MemoryGraph& sample() {
    static const MemoryGraph graph =
        build({Story("a", "2016-07-15")
                   .country("russia", "RUS")
                   .country("turkey", "TUR")
                   .country("iran", "IRN")
                   .country("syria", "SYR")
                   .event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-01")
                   .event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-14")
                   .event(EventType::accuse, {"turkey"}, {"russia"}, "2016-07-10")
                   .event(EventType::consult, {"russia", "iran"}, {}, "2016-07-12")
                   .event(EventType::assault, {"syria"}, {"russia"}, "2016-07-12", Status::negation)
                   .relation(RelationType::affiliated_with, "syria", "russia", "ally")
                   .said(),
               Story("b", "2016-07-15")
                   .country("russia", "RUS")
                   .country("iran", "IRN")
                   .event(EventType::consult, {"russia", "iran"}, {}, "2016-07-12")
                   .said()});
    return graph;
}

std::vector<std::string> asked(const NeighboursQuery& query, const ActorId& id = "russia") {
    std::vector<std::string> rows;
    for (const Neighbour& row : neighbours(sample(), *sample().number(id), query).rows) {
        std::string text = fmt::format("{} {}e {}r {}", row.actor.id, row.events, row.reports, row.relations);
        for (const Tie& tie : row.ties) {
            text +=
                fmt::format(" | {} {} {}", arrow(tie.flow),
                            tie.kind == EdgeKind::event ? extract::name(static_cast<EventType>(tie.type))
                                                        : extract::name(static_cast<RelationType>(tie.type)),
                            tie.events);
        }
        rows.push_back(text);
    }
    return rows;
}

TEST(Neighbours, AreRankedByEventsThenReportsAndGroupedByTypeAndFlow) {
    EXPECT_THAT(asked({}),
                ElementsAre("turkey 3e 3r 0 | -> CONSULT 2 | <- ACCUSE 1", "iran 1e 2r 0 | <-> CONSULT 1",
                            "syria 0e 0r 1 | <- affiliated_with 0"));
}

TEST(Neighbours, LeaveOutWhatDidNotHappenUnlessAsked) {
    NeighboursQuery query;
    query.filter.unreal = true;
    EXPECT_THAT(asked(query), testing::Contains("syria 1e 1r 1 | <- ASSAULT 1 | <- affiliated_with 0"));
}

TEST(Neighbours, FollowADirectionAndCountMutualEventsForBoth) {
    NeighboursQuery query;
    query.direction = Direction::in;
    EXPECT_THAT(asked(query), ElementsAre("iran 1e 2r 0 | <-> CONSULT 1", "turkey 1e 1r 0 | <- ACCUSE 1",
                                          "syria 0e 0r 1 | <- affiliated_with 0"));
    EXPECT_THAT(asked(query, "iran"), ElementsAre("russia 1e 2r 0 | <-> CONSULT 1"));
    query.direction = Direction::out;
    EXPECT_THAT(asked(query), ElementsAre("turkey 2e 2r 0 | -> CONSULT 2", "iran 1e 2r 0 | <-> CONSULT 1"));
}

TEST(Neighbours, KeepToTypesAndTimes) {
    NeighboursQuery query;
    query.filter.event_types = {EventType::accuse};
    EXPECT_THAT(asked(query), ElementsAre("turkey 1e 1r 0 | <- ACCUSE 1"));
    query.filter.event_types.clear();
    query.filter.since = {2016, 7, 10};
    query.filter.until = {2016, 7, 12};
    EXPECT_THAT(asked(query), ElementsAre("iran 1e 2r 0 | <-> CONSULT 1", "turkey 1e 1r 0 | <- ACCUSE 1"));
}

TEST(Neighbours, TellHowManyThereAreBeforeTheLimit) {
    NeighboursQuery query;
    query.limit = 1;
    const Neighbours answer = neighbours(sample(), *sample().number("russia"), query);
    ASSERT_EQ(answer.rows.size(), 1U);
    EXPECT_EQ(answer.rows[0].actor.name, "Turkey");
    EXPECT_EQ(answer.total, 3U);
    EXPECT_EQ(answer.events, 4U);
    EXPECT_EQ(answer.relations, 1U);
}

TEST(Neighbours, NameTheLatestEventOfATie) {
    const Neighbours answer = neighbours(sample(), *sample().number("russia"));
    const Tie& meetings = answer.rows[0].ties[0];
    EXPECT_EQ(extract::to_string(meetings.first), "2016-07-01");
    EXPECT_EQ(extract::to_string(meetings.last), "2016-07-14");
    EXPECT_EQ(extract::to_string(sample().event(meetings.latest)->date), "2016-07-14");
}

TEST(Neighbours, CutsTheSameRowsThatTheWholeListBeginsWith) {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        const MemoryGraph graph = build(random_stories(seed, 30));
        graph.actors([&](ActorNumber number, const ActorId&) {
            const Neighbours whole = neighbours(graph, number);
            for (std::size_t limit = 1; limit <= whole.rows.size(); ++limit) {
                NeighboursQuery query;
                query.limit = limit;
                const Neighbours cut = neighbours(graph, number, query);
                EXPECT_TRUE(std::ranges::equal(cut.rows, std::span(whole.rows).first(limit)));
            }
            return true;
        });
    }
}

TEST(Neighbours, KeepToTheActorsAskedFor) {
    NeighboursQuery query;
    query.countries = {"IRN", "SYR"};
    EXPECT_THAT(asked(query),
                ElementsAre("iran 1e 2r 0 | <-> CONSULT 1", "syria 0e 0r 1 | <- affiliated_with 0"));
    EXPECT_EQ(neighbours(sample(), *sample().number("russia"), query).events, 1U);
    query.types = {ActorType::person};
    EXPECT_THAT(asked(query), testing::IsEmpty());
}

TEST(Neighbours, AreRankedAsAsked) {
    const auto first = [](Ranking ranking) {
        NeighboursQuery query;
        query.ranking = ranking;
        return asked(query).front();
    };
    EXPECT_THAT(first(Ranking::recent), testing::StartsWith("turkey"));
    EXPECT_THAT(first(Ranking::reports), testing::StartsWith("turkey"));
    EXPECT_THAT(first(Ranking::name), testing::StartsWith("iran"));
}

}  // namespace
}  // namespace entente::tests
