#include "graph/filter.hpp"

#include <algorithm>
#include <random>

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

TEST(Filter, KeepsToWhatIsToldOftenEnough) {
    Event told = event(EventType::aid, "2016");
    told.reports = {1, 2, 3};
    told.sources = 2;
    Filter filter;
    filter.min_reports = 3;
    filter.min_sources = 2;
    EXPECT_TRUE(passes(filter, told));
    EXPECT_TRUE(passes(filter, edge_of(told)));
    filter.min_sources = 3;
    EXPECT_FALSE(passes(filter, told));
    EXPECT_FALSE(passes(filter, edge_of(told)));
}

TEST(Filter, KeepsToWhatTheExtractorWasSureOf) {
    Event told = event(EventType::aid, "2016");
    told.confidence_percent = 80;
    Filter filter;
    filter.min_confidence_percent = 80;
    EXPECT_TRUE(passes(filter, told));
    told.confidence_percent = 79;
    EXPECT_FALSE(passes(filter, told));
}

TEST(Filter, AsksForAStatusByName) {
    Filter filter;
    filter.statuses = {Status::negation};
    EXPECT_TRUE(passes(filter, event(EventType::aid, "", Status::negation)));
    EXPECT_FALSE(passes(filter, event(EventType::aid, "")));
    EXPECT_TRUE(passes(filter, Relation{})) << "relations have none";
}

// A strand's verdict is what its edges say.
TEST(Weigh, AgreesWithTheEdgesOfAnyStrand) {
    std::mt19937_64 random(5);
    const auto pick = [&random](std::uint64_t below) { return random() % below; };
    const std::vector<Date> dates = {{}, {2016, 0, 0}, {2016, 7, 0}, {2016, 7, 14}, {2017, 1, 1}};
    int seen[3] = {0, 0, 0};
    for (int round = 0; round < 5000; ++round) {
        Filter filter;
        if (pick(3) == 0) filter.event_types = {EventType::aid};
        if (pick(3) == 0) filter.since = dates[pick(5)];
        if (pick(3) == 0) filter.until = dates[pick(5)];
        if (pick(3) == 0) filter.min_reports = static_cast<std::uint32_t>(pick(4));
        if (pick(3) == 0) filter.min_sources = static_cast<std::uint32_t>(pick(3));
        filter.unreal = pick(2) == 0;
        Strand strand;
        strand.type = static_cast<std::uint8_t>(pick(2) == 0 ? EventType::aid : EventType::agree);
        strand.status = pick(4) == 0 ? Status::negation : Status::reported;
        std::uint32_t passing = 0;
        for (std::uint64_t edges = 1 + pick(4); edges > 0; --edges) {
            Edge edge;
            edge.type = strand.type;
            edge.status = strand.status;
            edge.date = dates[pick(5)];
            edge.reports = static_cast<std::uint32_t>(1 + pick(3));
            edge.sources = static_cast<std::uint32_t>(pick(3));
            passing += passes(filter, edge) ? 1U : 0U;
            ++strand.edges;
            strand.reports += edge.reports;
            strand.sources += edge.sources;
            strand.undated += edge.date.known() ? 0U : 1U;
            if (!edge.date.known()) continue;
            if (!strand.first.known() || edge.date < strand.first) strand.first = edge.date;
            strand.last = std::max(strand.last, edge.date);
        }
        const Verdict verdict = weigh(filter, strand);
        ++seen[static_cast<int>(verdict)];
        if (verdict == Verdict::none) {
            EXPECT_EQ(passing, 0U);
        }
        if (verdict == Verdict::all) {
            EXPECT_EQ(passing, strand.edges);
        }
    }
    for (const int count : seen) EXPECT_GT(count, 100);
}

}  // namespace
}  // namespace entente::graph
