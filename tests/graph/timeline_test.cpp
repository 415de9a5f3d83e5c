#include "graph/timeline.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

using testing::ElementsAre;

const MemoryGraph& sample() {
    static const MemoryGraph graph = [] {
        MemoryGraph made;
        made.put(Story("a", "2016-07-15")
                     .country("russia")
                     .country("turkey")
                     .country("iran")
                     .event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-14")
                     .event(EventType::accuse, {"iran"}, {"turkey"}, "2016-07-01")
                     .event(EventType::protest, {"iran"}, {}, "2016-07-03")
                     .event(EventType::assault, {"iran"}, {"russia"}, "2016-07-04", Status::hypothetical)
                     .event(EventType::consult, {"russia", "iran"}, {}, "")
                     .said());
        resolve(made);
        return made;
    }();
    return graph;
}

std::vector<std::string> told(const TimelineQuery& query) {
    std::vector<std::string> rows;
    for (const Event& event : timeline(sample(), query).events) {
        rows.push_back(extract::to_string(event.date) + " " + std::string{extract::name(event.type)});
    }
    return rows;
}

TEST(Timeline, TellsWhatHappenedInOrderOfTimeUndatedFirst) {
    EXPECT_THAT(told({}),
                ElementsAre(" CONSULT", "2016-07-01 ACCUSE", "2016-07-03 PROTEST", "2016-07-14 CONSULT"));
}

TEST(Timeline, KeepsToAnActorOnAnySide) {
    TimelineQuery query;
    query.actor = sample().number("turkey");
    EXPECT_THAT(told(query), ElementsAre("2016-07-01 ACCUSE", "2016-07-14 CONSULT"));
    query.with = sample().number("iran");
    EXPECT_THAT(told(query), ElementsAre("2016-07-01 ACCUSE"));
    std::swap(query.actor, query.with);
    EXPECT_THAT(told(query), ElementsAre("2016-07-01 ACCUSE"));
}

TEST(Timeline, KeepsToTimesAndTypes) {
    TimelineQuery query;
    query.filter.since = {2016, 7, 2};
    query.filter.until = {2016, 7, 0};
    EXPECT_THAT(told(query), ElementsAre("2016-07-03 PROTEST", "2016-07-14 CONSULT"));
    query.filter.event_types = {EventType::protest};
    EXPECT_THAT(told(query), ElementsAre("2016-07-03 PROTEST"));
}

TEST(Timeline, EndsWithTheLatestWhenThereAreTooMany) {
    TimelineQuery query;
    query.limit = 2;
    EXPECT_THAT(told(query), ElementsAre("2016-07-03 PROTEST", "2016-07-14 CONSULT"));
    EXPECT_EQ(timeline(sample(), query).total, 4U);
}

TEST(Timeline, TellsWhatDidNotHappenWhenAsked) {
    TimelineQuery query;
    query.filter.unreal = true;
    EXPECT_THAT(told(query), testing::Contains("2016-07-04 ASSAULT"));
}

}  // namespace
}  // namespace entente::tests
