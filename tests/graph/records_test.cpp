#include "graph/records.hpp"

namespace entente::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Event event(std::vector<ActorId> actors, std::vector<ActorId> recipients) {
    Event made;
    made.actors = std::move(actors);
    made.recipients = std::move(recipients);
    return made;
}

TEST(Ends, JoinEveryActorWithEveryRecipient) {
    EXPECT_THAT(ends(event({"a", "b"}, {"c", "d"})),
                ElementsAre(Pair("a", "c"), Pair("a", "d"), Pair("b", "c"), Pair("b", "d")));
}

TEST(Ends, JoinEveryPairOfAReciprocalEventOnce) {
    EXPECT_THAT(ends(event({"a", "b", "c"}, {})),
                ElementsAre(Pair("a", "b"), Pair("a", "c"), Pair("b", "c")));
    EXPECT_TRUE(reciprocal(event({"a", "b"}, {})));
    EXPECT_FALSE(reciprocal(event({"a"}, {"b"})));
}

TEST(Ends, AreNoneWithoutASecondParty) {
    EXPECT_THAT(ends(event({"a"}, {})), IsEmpty());
    EXPECT_THAT(ends(event({}, {"a"})), IsEmpty());
    EXPECT_THAT(ends(event({"a"}, {"a"})), IsEmpty());
}

TEST(EventName, ReadsBackWhatItWrites) {
    for (const EventId id : {EventId{0}, EventId{0x91c2}, ~EventId{0}}) {
        EXPECT_EQ(parse_event_name(event_name(id)), id);
    }
    EXPECT_EQ(event_name(0x91c2), "e:00000000000091c2");
    for (const char* const wrong :
         {"", "e:", "e:91c2", "r:00000000000091c2", "e:00000000000091cX", "00000000000091c2"}) {
        EXPECT_FALSE(parse_event_name(wrong)) << wrong;
    }
}

TEST(EdgeOf, TellsWhatTheEventTells) {
    Event made = event({"a", "b"}, {});
    made.id = 7;
    made.type = EventType::assault;
    made.status = Status::negation;
    made.date = {2016, 7, 14};
    made.reports = {7, 8, 9};
    made.sources = 2;
    const Edge edge = edge_of(made);
    EXPECT_EQ(static_cast<EventType>(edge.type), EventType::assault);
    EXPECT_EQ(edge.status, Status::negation);
    EXPECT_TRUE(edge.reciprocal);
    EXPECT_EQ(edge.reports, 3U);
    EXPECT_EQ(edge.sources, 2U);
    EXPECT_EQ(edge.id, 7U);
}

TEST(EdgeOf, DatesARelationByWhenItWasLastSeen) {
    Relation relation;
    relation.from = "a";
    relation.to = "b";
    relation.last_seen = {2016, 7, 14};
    relation.evidence.resize(2);
    const Edge edge = edge_of(relation);
    EXPECT_EQ(edge.kind, EdgeKind::relation);
    EXPECT_EQ(edge.date, relation.last_seen);
    EXPECT_EQ(edge.reports, 2U);
    EXPECT_EQ(edge.id, relation_id(relation.type, "a", "b"));
    EXPECT_NE(edge.id, relation_id(relation.type, "b", "a"));
}

}  // namespace
}  // namespace entente::graph
