#include "graph/duplicates.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "graph/spelling_distance.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> pairs(const std::vector<Said>& stories, const std::vector<Decision>& decided = {}) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph);
    std::vector<std::string> told;
    for (const Duplicate& pair : duplicates(graph, Decisions(decided))) {
        told.push_back(pair.one.id + " = " + pair.other.id);
    }
    return told;
}

TEST(Duplicates, AreSpeltAlmostAlike) {
    EXPECT_THAT(
        pairs({Story("a").person("sergei-lavrov", "RUS").said(), Story("b").person("sergey-lavrov").said(),
               Story("c").person("ivan-lavrov", "RUS").said()}),
        ElementsAre("sergei-lavrov = sergey-lavrov"));
}

TEST(Duplicates, AreInitialsAndSharedNames) {
    EXPECT_THAT(pairs({Story("a").actor(ActorType::organization, "high-negotiations-committee").said(),
                       Story("b").actor(ActorType::organization, "hnc").said()}),
                ElementsAre("high-negotiations-committee = hnc"));
    EXPECT_THAT(pairs({Story("a").actor(ActorType::group, "islamic-state").alias("Daesh").said(),
                       Story("b").actor(ActorType::group, "da-ish").alias("Daesh").said()}),
                ElementsAre("da-ish = islamic-state"));
    EXPECT_THAT(pairs({Story("a").person("carrie-lam").alias("leader").said(),
                       Story("b").person("joshua-wong").alias("leader").said()}),
                IsEmpty())
        << "no proper name";
}

TEST(Duplicates, AreTheSurnameOfOneOfSeveral) {
    EXPECT_THAT(pairs({Story("a").person("george-bush", "USA").said(),
                       Story("b").person("jeb-bush", "USA").said(), Story("c").person("bush", "USA").said()}),
                testing::UnorderedElementsAre("bush = george-bush", "bush = jeb-bush"));
}

TEST(Duplicates, AreNotWhoContradictOrDealWithEachOther) {
    EXPECT_THAT(pairs({Story("a").person("sergei-lavrov", "RUS").said(),
                       Story("b").person("sergey-lavrov", "USA").said()}),
                IsEmpty());
    EXPECT_THAT(pairs({Story("a")
                           .person("sergei-lavrov")
                           .person("sergey-lavrov")
                           .event(EventType::consult, {"sergei-lavrov"}, {"sergey-lavrov"})
                           .said()}),
                IsEmpty());
}

TEST(Duplicates, AreNotToldOnceDecidedToBeTwo) {
    const Decision distinct{"d:1", DecisionKind::distinct, "sergey-lavrov", "sergei-lavrov", {}, ""};
    EXPECT_THAT(pairs({Story("a").person("sergei-lavrov").said(), Story("b").person("sergey-lavrov").said()},
                      {distinct}),
                IsEmpty());
}

TEST(SpellingDistance, CountsSlipsAndGivesUp) {
    EXPECT_EQ(spelling_distance("lavrov", "lavrov", 2), 0U);
    EXPECT_EQ(spelling_distance("lavrov", "larvov", 2), 1U) << "neighbours swapped";
    EXPECT_EQ(spelling_distance("lavrov", "lavarov", 2), 1U);
    EXPECT_EQ(spelling_distance("lavrov", "kerry", 2), 3U) << "more than two";
}

}  // namespace
}  // namespace entente::tests
