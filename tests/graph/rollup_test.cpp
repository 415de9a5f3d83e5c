#include "graph/rollup.hpp"

#include "graph/memory_graph.hpp"
#include "graph/neighbours.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

using testing::ElementsAre;

MemoryGraph sample() {
    MemoryGraph graph;
    graph.put(Story("a", "2016-07-15")
                  .country("russia", "RUS")
                  .actor(ActorType::person, "sergei-lavrov", "RUS", {"GOV"})
                  .actor(ActorType::person, "ivan-ivanov", "RUS", {"MIL"})
                  .actor(ActorType::person, "john-kerry", "USA", {"GOV"})
                  .person("nobody-known")
                  .event(EventType::consult, {"sergei-lavrov", "ivan-ivanov", "john-kerry"}, {}, "2016-07-01")
                  .event(EventType::accuse, {"john-kerry"}, {"sergei-lavrov", "russia"}, "2016-07-02")
                  .event(EventType::consult, {"sergei-lavrov"}, {"ivan-ivanov"}, "2016-07-03")
                  .event(EventType::threaten, {"sergei-lavrov", "john-kerry"}, {"nobody-known"}, "2016-07-04")
                  .relation(RelationType::holds_office, "sergei-lavrov", "russia", "minister")
                  .said());
    resolve(graph);
    return graph;
}

std::vector<ActorId> ids(const View& view) {
    std::vector<ActorId> ids;
    view.actors([&](ActorNumber, const ActorId& id) {
        ids.push_back(id);
        return true;
    });
    return ids;
}

TEST(RolledUp, HasAVertexForEachCountry) {
    const MemoryGraph graph = sample();
    const RolledUp countries(graph, Rollup::country);
    EXPECT_THAT(ids(countries), ElementsAre("russia", "usa"));
    EXPECT_EQ(countries.left_out(), 1U);
    EXPECT_EQ(countries.actor(*countries.number("russia")).name, "Russia");
    EXPECT_EQ(countries.actor(*countries.number("usa")).name, "USA") << "no article names the country";
    const RolledUp sectors(graph, Rollup::sector);
    EXPECT_THAT(ids(sectors), ElementsAre("rus-gov", "rus-mil", "russia", "usa-gov"));
    EXPECT_EQ(sectors.actor(*sectors.number("rus-mil")).name, "Russia MIL");
}

TEST(RolledUp, CountsAnEventOnceBetweenTwoCountries) {
    const MemoryGraph graph = sample();
    const RolledUp countries(graph, Rollup::country);
    const Neighbours answer = neighbours(countries, *countries.number("russia"));
    ASSERT_EQ(answer.rows.size(), 1U);
    EXPECT_EQ(answer.rows[0].actor.id, "usa");
    EXPECT_EQ(answer.rows[0].events, 2U) << "the meeting of three and the accusation of two";
    EXPECT_EQ(answer.rows[0].relations, 0U);
    EXPECT_EQ(countries.degree(*countries.number("usa")), 1U);
}

TEST(RolledUp, EdgesAreTheEndsOfItsEvents) {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        MemoryGraph graph;
        for (const Said& story : random_stories(seed, 30)) graph.put(story);
        resolve(graph);
        for (const Rollup by : {Rollup::country, Rollup::sector}) {
            const RolledUp view(graph, by);
            std::set<std::tuple<EventId, ActorId, ActorId>> wanted;
            view.events([&](const Event& event) {
                for (const auto& [from, to] : ends(event)) {
                    if (view.number(from) && view.number(to)) wanted.emplace(event.id, from, to);
                }
                return true;
            });
            std::set<std::tuple<EventId, ActorId, ActorId>> there;
            std::size_t edges = 0;
            view.actors([&](ActorNumber number, const ActorId&) {
                const EdgeBlock block = view.out_edges(number);
                for (const Edge& edge : *block) {
                    if (edge.kind == EdgeKind::relation) continue;
                    ++edges;
                    there.emplace(edge.id, view.id(edge.source), view.id(edge.target));
                }
                return true;
            });
            EXPECT_EQ(there, wanted);
            EXPECT_EQ(edges, there.size()) << "each once";
        }
    }
}

TEST(RolledUp, FindsTheCountryOfWhoeverIsNamed) {
    const MemoryGraph graph = sample();
    const RolledUp countries(graph, Rollup::country);
    for (const char* const name : {"Lavrov", "russia", "RUS", "rus", "Sergei Lavrov"}) {
        const auto found = countries.find(name);
        ASSERT_EQ(found.size(), 1U) << name;
        EXPECT_EQ(countries.id(found[0].actor), "russia");
    }
    EXPECT_TRUE(countries.find("Nobody Known").empty());
}

}  // namespace
}  // namespace entente::tests
