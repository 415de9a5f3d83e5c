#include "graph/filter.hpp"

namespace entente::graph {
namespace {

Event event(EventType type, const std::string& date, Status status = Status::reported) {
    Event made;
    made.type = type;
    made.date = extract::parse_iso_date(date).value_or(Date{});
    made.status = status;
    return made;
}

TEST(Filter, LetsEverythingPassThatHappened) {
    const Filter filter;
    EXPECT_TRUE(passes(filter, event(EventType::aid, "")));
    EXPECT_TRUE(passes(filter, event(EventType::aid, "", Status::future)));
    EXPECT_TRUE(passes(filter, event(EventType::aid, "", Status::historical)));
    EXPECT_FALSE(passes(filter, event(EventType::aid, "", Status::negation)));
    EXPECT_FALSE(passes(filter, event(EventType::aid, "", Status::hypothetical)));
    EXPECT_TRUE(passes(filter, Relation{}));
}

TEST(Filter, CountsAPartialDateAsItsFirstDay) {
    Filter filter;
    filter.since = {2016, 7, 2};
    EXPECT_FALSE(passes(filter, event(EventType::aid, "2016-07")));
    EXPECT_TRUE(passes(filter, event(EventType::aid, "2016-08")));
    EXPECT_FALSE(passes(filter, event(EventType::aid, ""))) << "undated";
    filter.since = {2016, 7, 0};
    filter.until = {2016, 7, 0};
    EXPECT_TRUE(passes(filter, event(EventType::aid, "2016-07-01")));
    EXPECT_TRUE(passes(filter, event(EventType::aid, "2016-07-31")));
    EXPECT_FALSE(passes(filter, event(EventType::aid, "2016-08-01")));
}

TEST(Filter, KeepsToTheTypesNamed) {
    Filter filter;
    filter.event_types = {EventType::aid};
    EXPECT_TRUE(passes(filter, event(EventType::aid, "")));
    EXPECT_FALSE(passes(filter, event(EventType::assault, "")));
    EXPECT_FALSE(passes(filter, Relation{})) << "an event type is named, and this is none";
    filter.relation_types = {RelationType::holds_office};
    EXPECT_TRUE(passes(filter, Relation{}));
}

TEST(Filter, LeavesOutDerivedRelationsWhenOnlyStatedOnesAreWanted) {
    Relation derived;
    derived.derived = true;
    EXPECT_TRUE(passes(Filter{}, derived));
    EXPECT_FALSE(passes(stated(), derived));
    EXPECT_FALSE(passes(stated(), edge_of(derived)));
}

TEST(Filter, JudgesAnEdgeAsTheEventItIsOf) {
    Filter filter;
    filter.event_types = {EventType::aid};
    filter.since = {2016, 7, 2};
    for (const EventType type : {EventType::aid, EventType::assault}) {
        for (const char* const date : {"", "2016-07", "2016-07-02"}) {
            for (const Status status : {Status::reported, Status::negation}) {
                const Event told = event(type, date, status);
                EXPECT_EQ(passes(filter, edge_of(told)), passes(filter, told));
            }
        }
    }
}

}  // namespace
}  // namespace entente::graph
