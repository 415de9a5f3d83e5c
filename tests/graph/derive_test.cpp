#include "graph/derive.hpp"

#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

using testing::ElementsAre;

Story meeting() {
    Story story("a", "2016-07-15");
    story.from("Reuters").person("lavrov").country("turkey").place("vienna");
    story.event(EventType::consult, {"lavrov"}, {"turkey"}, "2016-07-14").at("vienna");
    return story;
}

const Cast cast = {{"lavrov", "sergei-lavrov"}, {"turkey", "turkey"}, {"vienna", "vienna-place"}};

TEST(Derive, TellsEventsInTermsOfVertices) {
    const Derived derived = derive(meeting().said(), cast);
    ASSERT_EQ(derived.reports.size(), 1U);
    const Report& report = derived.reports.front();
    EXPECT_THAT(report.actors, ElementsAre("sergei-lavrov"));
    EXPECT_THAT(report.recipients, ElementsAre("turkey"));
    EXPECT_EQ(report.place, "vienna-place");
    EXPECT_EQ(report.source, "Reuters");
    EXPECT_EQ(extract::to_string(report.published), "2016-07-15");
}

TEST(Derive, NamesAReportWhoeverItsActorsTurnOutToBe) {
    Cast other = cast;
    other["lavrov"] = "lavrov";
    EXPECT_EQ(derive(meeting().said(), cast).reports.front().id,
              derive(meeting().said(), other).reports.front().id);
}

TEST(Derive, NamesReportsApartByPlaceInTheArticleAndByWhatTheyTell) {
    const extract::Event event = meeting().said().extraction.events.front();
    const ReportId id = report_id("a", event);
    EXPECT_NE(report_id("b", event), id);
    extract::Event other = event;
    other.evidence_span.end += 1;
    EXPECT_NE(report_id("a", other), id);
    other = event;
    other.type = EventType::accuse;
    EXPECT_NE(report_id("a", other), id);
    other = event;
    std::swap(other.actors, other.recipients);
    EXPECT_NE(report_id("a", other), id);
}

TEST(Derive, TellsAReportOnceThatAnArticleHoldsTwice) {
    Said said = meeting().said();
    said.extraction.events.push_back(said.extraction.events.front());
    EXPECT_EQ(derive(said, cast).reports.size(), 1U);
}

TEST(Derive, JoinsTwoLocalActorsThatAreOne) {
    Story story("a");
    story.person("lavrov").person("sergei-lavrov").country("russia");
    story.event(EventType::consult, {"lavrov", "sergei-lavrov"}, {"russia"});
    story.relation(RelationType::affiliated_with, "lavrov", "sergei-lavrov");
    const Derived derived =
        derive(story.said(),
               {{"lavrov", "sergei-lavrov"}, {"sergei-lavrov", "sergei-lavrov"}, {"russia", "russia"}});
    EXPECT_THAT(derived.reports.front().actors, ElementsAre("sergei-lavrov"));
    EXPECT_TRUE(derived.relations.empty()) << "nobody is tied to himself";
}

}  // namespace
}  // namespace entente::tests
