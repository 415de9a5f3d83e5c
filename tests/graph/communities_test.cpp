#include "graph/communities.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::tests {
namespace {

using testing::ElementsAre;

MemoryGraph build(const std::vector<Said>& stories) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph);
    return graph;
}

// Two triangles joined by one event, and one actor apart.
MemoryGraph triangles() {
    Story story("a", "2016-07-15");
    for (const char* const id : {"a", "b", "c", "x", "y", "z", "alone"}) story.country(id);
    const auto meet = [&story](const char* one, const char* other) {
        story.event(EventType::consult, {one, other}, {}, "2016-07-14");
    };
    meet("a", "b");
    meet("b", "c");
    meet("c", "a");
    meet("x", "y");
    meet("y", "z");
    meet("z", "x");
    story.event(EventType::accuse, {"a"}, {"x"}, "2016-07-14");
    return build({story.said()});
}

std::vector<std::string> text(const View& view, const std::vector<Circle>& circles) {
    std::vector<std::string> rows;
    for (const Circle& circle : circles) {
        std::vector<ActorId> ids;
        for (const ActorNumber number : circle) ids.push_back(view.id(number));
        rows.push_back(fmt::format("{}", fmt::join(ids, " ")));
    }
    return rows;
}

TEST(Communities, AreWhatHangsTogetherMoreThanWithTheRest) {
    const MemoryGraph graph = triangles();
    const Communities answer = communities(graph);
    EXPECT_THAT(text(graph, answer.circles), ElementsAre("a b c", "x y z", "alone"));
    EXPECT_NEAR(answer.modularity, 2 * (6.0 / 14 - 0.25), 1e-12);
}

TEST(Communities, OfTheSameSeedAreTheSameInAnyOrderOfArticles) {
    std::vector<Said> stories = random_stories(6, 40);
    const MemoryGraph graph = build(stories);
    const auto first = text(graph, communities(graph).circles);
    std::ranges::reverse(stories);
    const MemoryGraph reversed = build(stories);
    EXPECT_EQ(text(reversed, communities(reversed).circles), first);
}

TEST(Components, AreJoinedByEdgesOfAnyDirection) {
    const MemoryGraph graph = triangles();
    EXPECT_THAT(text(graph, components(graph)), ElementsAre("a b c x y z", "alone"));
}

TEST(Components, StrongOnesReachEachOtherAlongTheDirection) {
    const MemoryGraph graph = triangles();
    EXPECT_THAT(text(graph, components(graph, {}, Connection::strong)),
                ElementsAre("a b c", "x y z", "alone"));
}

TEST(Components, KeepToTheFilter) {
    const MemoryGraph graph = triangles();
    Filter filter;
    filter.event_types = {EventType::accuse};
    EXPECT_THAT(text(graph, components(graph, filter)), ElementsAre("a x", "alone", "b", "c", "y", "z"));
}

}  // namespace
}  // namespace entente::tests
