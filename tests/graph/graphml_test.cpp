#include "graph/graphml.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

#include <algorithm>
#include <sstream>

namespace entente::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

MemoryGraph build(const std::vector<Said>& stories) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph);
    return graph;
}

std::string written(const View& view, const GraphmlOptions& options = {}) {
    std::ostringstream out;
    write_graphml(view, out, options);
    return out.str();
}

Story meeting() {
    Story story("a", "2016-07-15");
    story.country("russia", "RUS")
        .country("turkey", "TUR")
        .event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-14")
        .mode("visit");
    return story;
}

TEST(Graphml, WritesNodesThenEdgesWithWhatIsKnown) {
    const std::string xml = written(build({meeting().said()}));
    EXPECT_THAT(xml,
                HasSubstr("<node id=\"n0\"><data key=\"n_label\">Russia</data><data key=\"n_actor\">russia"
                          "</data><data key=\"n_type\">country</data><data key=\"n_country\">RUS</data>"
                          "<data key=\"n_aliases\">Russia</data><data key=\"n_articles\">1</data></node>\n"));
    EXPECT_THAT(
        xml, HasSubstr("<edge id=\"e0\" source=\"n0\" target=\"n1\"><data key=\"e_label\">CONSULT</data>"));
    EXPECT_THAT(xml, HasSubstr("<data key=\"e_mode\">visit</data><data key=\"e_quad\">1</data>"
                               "<data key=\"e_date\">2016-07-14</data>"));
    EXPECT_THAT(xml, HasSubstr("<data key=\"e_evidence\">Sentence 0 of story a.</data>"
                               "<data key=\"e_article\">id:a</data></edge>\n</graph>\n</graphml>\n"));
    EXPECT_THAT(xml, Not(HasSubstr("></data>"))) << "an unknown value is absent";
    EXPECT_LT(xml.find("<key"), xml.find("<graph "));
    EXPECT_LT(xml.rfind("<node"), xml.find("<edge"));
}

TEST(Graphml, CountsEventsThatAreNoEdge) {
    Story story = meeting();
    story.event(EventType::protest, {"turkey"}, {}, "2016-07-14");
    std::ostringstream out;
    EXPECT_EQ(write_graphml(build({story.said()}), out),
              (GraphmlSummary{.nodes = 2, .edges = 1, .events = 1, .relations = 0, .left_out = 1}));
}

TEST(Graphml, KeepsParallelEventsApartAndJoinsThemWhenAsked) {
    Story story = meeting();
    story.event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-01")
        .event(EventType::accuse, {"russia"}, {"turkey"}, "2016-07-01");
    const MemoryGraph graph = build({story.said()});
    std::ostringstream out;
    EXPECT_EQ(write_graphml(graph, out).edges, 3U);
    GraphmlOptions aggregate;
    aggregate.aggregate = true;
    const std::string xml = written(graph, aggregate);
    EXPECT_THAT(xml, HasSubstr("<data key=\"e_first\">2016-07-01</data><data key=\"e_last\">2016-07-14</data>"
                               "<data key=\"e_mutual\">0</data><data key=\"e_events\">2</data>"
                               "<data key=\"e_reports\">2</data><data key=\"e_weight\">2</data>"));
    EXPECT_THAT(xml, Not(HasSubstr("e2")));
}

TEST(Graphml, FiltersEdgesAndKeepsNodes) {
    GraphmlOptions options;
    options.filter.since = {2017, 1, 1};
    std::ostringstream out;
    EXPECT_EQ(write_graphml(build({meeting().said()}), out, options),
              (GraphmlSummary{.nodes = 2, .edges = 0, .events = 0, .relations = 0, .left_out = 0}));
}

TEST(Graphml, LabelsARelationWithTheRoleMostArticlesGive) {
    const auto story = [](const std::string& id, const std::string& role) {
        return Story(id, "2016-07-15")
            .person("sergei-lavrov")
            .country("russia")
            .relation(RelationType::holds_office, "sergei-lavrov", "russia", role)
            .said();
    };
    const std::string xml =
        written(build({story("a", "minister"), story("b", "foreign minister"), story("c", "minister")}));
    EXPECT_THAT(xml, HasSubstr("<data key=\"e_label\">minister</data><data key=\"e_kind\">relation</data>"));
}

TEST(Graphml, HoldsNothingThatXmlForbids) {
    Said story = meeting().said();
    story.extraction.actors[0].name = std::string("Rus\x01sia \xFF\xEF\xBF\xBE <&>", 15);
    const std::string xml = written(build({story}));
    EXPECT_TRUE(
        std::ranges::none_of(xml, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }));
    EXPECT_EQ(xml.find('\xFF'), std::string::npos);
}

TEST(Graphml, IsTheSameWhateverTheOrderOfArticles) {
    std::vector<Said> stories = random_stories(5, 25);
    const std::string expected = written(build(stories));
    std::ranges::reverse(stories);
    EXPECT_EQ(written(build(stories)), expected);
    MemoryGraph one_by_one;
    for (const Said& story : stories) {
        one_by_one.put(story);
        resolve(one_by_one);
    }
    EXPECT_EQ(written(one_by_one), expected);
}

TEST(Graphml, SaysWhenNobodyTakesItsBytes) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_THROW(write_graphml(build({meeting().said()}), out), std::runtime_error);
}

}  // namespace
}  // namespace entente::tests
