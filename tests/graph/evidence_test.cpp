#include "graph/evidence.hpp"

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

Said meeting(const std::string& id, std::uint8_t sure) {
    return Story(id, "2016-07-15")
        .country("russia")
        .country("turkey")
        .event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-14")
        .sure(sure)
        .relation(RelationType::affiliated_with, "turkey", "russia", "", id == "a")
        .said();
}

TEST(Evidence, QuotesTheSurestReportFirst) {
    const MemoryGraph graph = build({meeting("a", 20), meeting("b", 90), meeting("c", 50)});
    graph.events([&](const Event& event) {
        const std::vector<EventEvidence> found = evidence(graph, event);
        EXPECT_EQ(found.size(), 3U);
        EXPECT_EQ(found.at(0).event.evidence, "Sentence 0 of story b.");
        EXPECT_EQ(found.at(2).event.evidence, "Sentence 0 of story a.");
        EXPECT_EQ(extract::slice(found[0].article.extraction.text, found[0].event.evidence_span),
                  found[0].event.evidence);
        EXPECT_EQ(evidence(graph, event, 1).size(), 1U);
        return true;
    });
}

TEST(Evidence, PrefersWhatIsStatedToWhatIsDerived) {
    const MemoryGraph graph = build({meeting("a", 20), meeting("b", 90)});
    const auto relation = graph.relation(relation_id(RelationType::affiliated_with, "turkey", "russia"));
    ASSERT_TRUE(relation);
    const std::vector<RelationSentence> found = evidence(graph, *relation);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].relation.evidence, "Relation 0 of b.");
    EXPECT_TRUE(found[1].evidence.derived);
}

TEST(Quotation, IsOneLine) {
    Said story = meeting("a", 80);
    story.extraction.events[0].evidence = "First\r\n  second\tthird\n";
    const MemoryGraph graph = build({story});
    const EdgeBlock edges = graph.out_edges(*graph.number("russia"));
    EXPECT_EQ(quotation(graph, edges->front()), "First second third");
    EXPECT_EQ(quotation(graph, graph.out_edges(*graph.number("turkey"))->front()), "Relation 0 of a.");
    EXPECT_EQ(quotation(graph, Edge{}), "");
}

}  // namespace
}  // namespace entente::tests
