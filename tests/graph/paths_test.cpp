#include "graph/paths.hpp"

#include "graph/bidirectional_search.hpp"
#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/graph/wrapped_view.hpp"

#include <boost/graph/adjacency_list.hpp>
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

// A graph of consultations, each of its own day: {"a b", "b c"}.
MemoryGraph consultations(const std::vector<std::string>& pairs) {
    Story story("a", "2016-01-01");
    std::set<std::string> cast;
    for (const std::string& pair : pairs) {
        for (const std::string& id : {pair.substr(0, pair.find(' ')), pair.substr(pair.find(' ') + 1)}) {
            if (cast.insert(id).second) story.country(id);
        }
    }
    for (const std::string& pair : pairs) {
        story.event(EventType::consult, {pair.substr(0, pair.find(' '))}, {pair.substr(pair.find(' ') + 1)},
                    "2016-01-02");
    }
    return build({story.said()});
}

std::string text(const View& view, const Path& path) {
    std::vector<ActorId> ids;
    for (const ActorNumber actor : path.actors) ids.push_back(view.id(actor));
    return fmt::format("{}", fmt::join(ids, " "));
}

std::vector<std::string> found(const View& view, const ActorId& from, const ActorId& to,
                               const PathsQuery& query = {}) {
    std::vector<std::string> rows;
    for (const Path& path : paths(view, *view.number(from), *view.number(to), query).paths) {
        rows.push_back(text(view, path));
    }
    return rows;
}

PathsQuery best(std::size_t k, std::uint32_t max_hops = 6) {
    PathsQuery query;
    query.k = k;
    query.max_hops = max_hops;
    return query;
}

// Two ways of three hops from a to e, by b and by c to d; and one of four, by x, y, z.
const MemoryGraph& diamond() {
    static const MemoryGraph graph =
        consultations({"a b", "b d", "c a", "d c", "d e", "a x", "x y", "y z", "z e"});
    return graph;
}

TEST(Paths, GoThroughTheFirstOfEqualsInOrderOfId) {
    EXPECT_THAT(found(diamond(), "a", "e"), ElementsAre("a b d e"));
    EXPECT_THAT(found(diamond(), "e", "a"), ElementsAre("e d b a"));
}

TEST(Paths, ComeInOrderOfHopsThenIds) {
    EXPECT_THAT(found(diamond(), "a", "e", best(10)), ElementsAre("a b d e", "a c d e", "a x y z e"));
    EXPECT_THAT(found(diamond(), "a", "e", best(2)), ElementsAre("a b d e", "a c d e"));
}

TEST(Paths, AreNoLongerThanAsked) {
    EXPECT_THAT(found(diamond(), "a", "e", best(10, 3)), ElementsAre("a b d e", "a c d e"));
    EXPECT_TRUE(found(diamond(), "a", "e", best(10, 2)).empty());
    EXPECT_TRUE(found(diamond(), "a", "e", best(0)).empty());
}

TEST(Paths, FollowDirectionsWhenAsked) {
    PathsQuery query = best(10);
    query.directed = true;
    EXPECT_THAT(found(diamond(), "a", "e", query), ElementsAre("a b d e", "a x y z e"));
    EXPECT_TRUE(found(diamond(), "e", "a", query).empty());
}

TEST(Paths, OfAnActorToItselfHaveNoSteps) {
    EXPECT_THAT(found(diamond(), "a", "a", best(3)), ElementsAre("a"));
}

TEST(Paths, TellEverythingThatTiesTheTwoAtEachStep) {
    const MemoryGraph graph =
        build({Story("a", "2016-07-15")
                   .country("russia")
                   .country("turkey")
                   .event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-14")
                   .event(EventType::accuse, {"turkey"}, {"russia"}, "2016-07-15")
                   .event(EventType::assault, {"turkey"}, {"russia"}, "2016-07-15", Status::hypothetical)
                   .relation(RelationType::affiliated_with, "russia", "turkey")
                   .said()});
    const Paths answer = paths(graph, *graph.number("turkey"), *graph.number("russia"));
    ASSERT_EQ(answer.paths.size(), 1U);
    ASSERT_EQ(answer.paths[0].steps.size(), 1U);
    EXPECT_EQ(answer.paths[0].steps[0].edges.size(), 3U);
    PathsQuery directed;
    directed.directed = true;
    EXPECT_EQ(paths(graph, *graph.number("turkey"), *graph.number("russia"), directed)
                  .paths[0]
                  .steps[0]
                  .edges.size(),
              1U);
}

TEST(Paths, DoNotWalkDerivedRelationsNorWhatDidNotHappen) {
    const MemoryGraph graph =
        build({Story("a", "2016-07-15")
                   .country("russia")
                   .country("turkey")
                   .country("iran")
                   .event(EventType::consult, {"russia"}, {"turkey"}, "", Status::negation)
                   .relation(RelationType::part_of, "turkey", "iran", "", true)
                   .said()});
    EXPECT_TRUE(found(graph, "russia", "turkey").empty());
    EXPECT_TRUE(found(graph, "turkey", "iran").empty());
    PathsQuery everything;
    everything.filter.unreal = true;
    everything.filter.derived = true;
    EXPECT_THAT(found(graph, "russia", "iran", everything), ElementsAre("russia turkey iran"));
}

// hub -- a, b, c, d;  a -- x -- y -- b
MemoryGraph star_and_ring() {
    return consultations({"hub a", "hub b", "hub c", "hub d", "a x", "x y", "y b"});
}

// With a lower mark for hubs, for lack of a thousand neighbours.
class LowHubs final : public WrappedView {
 public:
    using WrappedView::WrappedView;
    [[nodiscard]] std::uint32_t hub_degree() const override { return 3; }
};

TEST(Paths, DoNotPassThroughHubsAndSayWhichTheyAvoided) {
    const MemoryGraph graph = star_and_ring();
    const LowHubs view(graph);
    EXPECT_THAT(found(graph, "a", "b"), ElementsAre("a hub b")) << "a small graph has no hub";
    EXPECT_THAT(found(view, "a", "b"), ElementsAre("a x y b"));
    EXPECT_TRUE(found(view, "c", "d").empty());
    EXPECT_THAT(paths(view, *view.number("c"), *view.number("d")).avoided, ElementsAre(*view.number("hub")));
    PathsQuery query;
    query.allow_hubs = true;
    EXPECT_THAT(found(view, "c", "d", query), ElementsAre("c hub d"));
}

TEST(Paths, MayEndAtAHub) {
    const MemoryGraph graph = star_and_ring();
    const LowHubs view(graph);
    EXPECT_THAT(found(view, "hub", "c"), ElementsAre("hub c"));
    EXPECT_THAT(found(view, "x", "hub", best(3)), ElementsAre("x a hub", "x y b hub"));
}

// Laws: the answers are those of trying everything.

struct Anything {
    bool directed = false;
    std::set<std::size_t> closed;
    template <typename Edge>
    bool walks(const Edge& /*edge*/) const {
        return true;
    }
    template <typename Edge>
    bool both_ways(const Edge& /*edge*/) const {
        return !directed;
    }
    bool passes(std::size_t vertex) const { return !closed.contains(vertex); }
    bool less(std::size_t a, std::size_t b) const { return a < b; }
};

using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Route = std::vector<std::size_t>;

void try_everything(const List& graph, const Anything& rules, std::size_t to, std::size_t max_hops,
                    Route& route, std::set<std::pair<std::size_t, Route>>& found) {
    if (route.back() == to) {
        found.emplace(route.size(), route);
        return;
    }
    if (route.size() > max_hops || (route.size() > 1 && !rules.passes(route.back()))) return;
    std::set<std::size_t> next;
    for (auto [edge, end] = out_edges(route.back(), graph); edge != end; ++edge)
        next.insert(target(*edge, graph));
    if (!rules.directed) {
        for (auto [edge, end] = in_edges(route.back(), graph); edge != end; ++edge) {
            next.insert(source(*edge, graph));
        }
    }
    for (const std::size_t vertex : next) {
        if (std::ranges::find(route, vertex) != route.end()) continue;
        route.push_back(vertex);
        try_everything(graph, rules, to, max_hops, route, found);
        route.pop_back();
    }
}

TEST(ShortestPaths, AreTheFirstOfAllLooplessRoutesOfAnyRandomGraph) {
    std::mt19937_64 random(11);
    for (int round = 0; round < 400; ++round) {
        const std::size_t vertices = 4 + pick(random, 5);
        List graph(vertices);
        for (std::size_t i = pick(random, 3 * vertices); i > 0; --i) {
            add_edge(pick(random, vertices), pick(random, vertices), graph);  // loops and parallels too
        }
        Anything rules;
        rules.directed = pick(random, 2) == 0;
        for (std::size_t i = pick(random, 3); i > 0; --i) rules.closed.insert(pick(random, vertices));
        const std::size_t from = pick(random, vertices);
        const std::size_t to = pick(random, vertices);
        const std::size_t max_hops = 1 + pick(random, vertices);
        std::set<std::pair<std::size_t, Route>> all;
        Route route{from};
        try_everything(graph, rules, to, max_hops, route, all);
        std::vector<Route> expected;
        for (const auto& [size, one] : all) expected.push_back(one);
        const std::size_t k = 1 + pick(random, 12);
        if (expected.size() > k) expected.resize(k);
        const auto hops = static_cast<std::uint32_t>(max_hops);
        EXPECT_EQ(ShortestPaths(graph, rules, hops).routes(from, to, k), expected) << "round " << round;
        EXPECT_EQ(shortest_path(graph, from, to, hops, rules), expected.empty() ? Route{} : expected.front());
    }
}

TEST(Paths, AreChainsOfEdgesBetweenTheEndsAskedFor) {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
        const MemoryGraph graph = build(random_stories(seed, 20));
        std::vector<ActorNumber> actors;
        graph.actors([&](ActorNumber number, const ActorId&) {
            actors.push_back(number);
            return true;
        });
        for (const ActorNumber from : actors) {
            const ActorNumber to = actors[(from + 3) % actors.size()];
            for (const Path& path : paths(graph, from, to, best(3)).paths) {
                EXPECT_EQ(path.actors.front(), from);
                EXPECT_EQ(path.actors.back(), to);
                EXPECT_EQ(std::set(path.actors.begin(), path.actors.end()).size(), path.actors.size());
                for (const Step& step : path.steps) {
                    ASSERT_FALSE(step.edges.empty());
                    for (const Edge& edge : step.edges) {
                        EXPECT_EQ((std::set{edge.source, edge.target}), (std::set{step.from, step.to}));
                    }
                }
            }
        }
    }
}

}  // namespace
}  // namespace entente::tests
