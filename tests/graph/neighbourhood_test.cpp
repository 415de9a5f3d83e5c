#include "graph/neighbourhood.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/graph/wrapped_view.hpp"

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

//   a -> b -> d -> e
//   a -> c -> d
MemoryGraph diamond() {
    Story story("a", "2016-02-01");
    for (const char* const id : {"a", "b", "c", "d", "e"}) story.country(id);
    return build({story.event(EventType::consult, {"a"}, {"b"}, "2016-01-01")
                      .event(EventType::consult, {"a"}, {"c"}, "2016-01-02")
                      .event(EventType::consult, {"b"}, {"d"}, "2016-01-03")
                      .event(EventType::accuse, {"c"}, {"d"}, "2016-01-04")
                      .event(EventType::accuse, {"c"}, {"d"}, "2016-01-20")
                      .event(EventType::consult, {"d"}, {"e"}, "2016-01-05")
                      .said()});
}

std::vector<std::string> rows(const View& view, const NeighbourhoodQuery& query, const ActorId& from = "a") {
    std::vector<std::string> told;
    for (const FarNeighbour& row : neighbourhood(view, *view.number(from), query).rows) {
        std::vector<ActorId> by;
        for (const ActorNumber bridge : row.bridges) by.push_back(view.id(bridge));
        told.push_back(fmt::format("{} at {} by {} of {}: {}e", row.actor.id, row.distance, by, row.through,
                                   row.events));
    }
    return told;
}

TEST(Neighbourhood, TellsDistanceAndTheStrongestBridges) {
    EXPECT_THAT(rows(diamond(), {}), ElementsAre(R"(b at 1 by ["a"] of 1: 1e)", R"(c at 1 by ["a"] of 1: 1e)",
                                                 R"(d at 2 by ["c", "b"] of 2: 3e)"));
    NeighbourhoodQuery query;
    query.depth = 3;
    EXPECT_THAT(rows(diamond(), query), testing::Contains(R"(e at 3 by ["d"] of 1: 1e)"));
}

TEST(Neighbourhood, KeepsToTheFilterOnTheWay) {
    NeighbourhoodQuery query;
    query.of.filter.event_types = {EventType::consult};
    EXPECT_THAT(rows(diamond(), query), testing::Contains(R"(d at 2 by ["b"] of 1: 1e)"));
    query.of.filter.event_types.clear();
    query.of.filter.until = {2016, 1, 10};
    EXPECT_THAT(rows(diamond(), query), testing::Contains(R"(d at 2 by ["b", "c"] of 2: 2e)"));
    query.of.direction = Direction::in;
    EXPECT_THAT(rows(diamond(), query, "d"), testing::Contains(R"(a at 2 by ["b", "c"] of 2: 2e)"));
    EXPECT_THAT(rows(diamond(), query, "a"), testing::IsEmpty());
}

class LowHubs : public WrappedView {
 public:
    using WrappedView::WrappedView;
    [[nodiscard]] std::uint32_t hub_degree() const override { return 2; }
};

TEST(Neighbourhood, DoesNotGoOnFromHubsUnlessAsked) {
    const MemoryGraph graph = diamond();
    const LowHubs view(graph);
    NeighbourhoodQuery query;
    query.depth = 3;
    EXPECT_THAT(rows(view, query), testing::Not(testing::Contains(testing::StartsWith("e "))));
    EXPECT_THAT(neighbourhood(view, *view.number("a"), query).hubs, ElementsAre(*view.number("d")));
    query.allow_hubs = true;
    EXPECT_THAT(rows(view, query), testing::Contains(testing::StartsWith("e at 3")));
}

TEST(Neighbourhood, OfOneHopIsTheNeighbours) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const MemoryGraph graph = build(random_stories(seed, 25));
        graph.actors([&](ActorNumber number, const ActorId&) {
            NeighbourhoodQuery query;
            query.depth = 1;
            std::set<ActorId> far;
            std::set<ActorId> near;
            for (const FarNeighbour& row : neighbourhood(graph, number, query).rows) far.insert(row.actor.id);
            for (const Neighbour& row : neighbours(graph, number).rows) near.insert(row.actor.id);
            EXPECT_EQ(far, near);
            return true;
        });
    }
}

TEST(Neighbourhood, TellsOnlyTheNeighboursAskedFor) {
    NeighbourhoodQuery query;
    query.of.types = {ActorType::person};
    EXPECT_THAT(rows(diamond(), query), testing::IsEmpty());
    query.of.types = {ActorType::country};
    query.of.limit = 1;
    EXPECT_THAT(rows(diamond(), query),
                ElementsAre(testing::StartsWith("b at 1"), testing::StartsWith("d at 2")));
}

}  // namespace
}  // namespace entente::tests
