#include "graph/paths.hpp"

#include "graph/attestation.hpp"
#include "graph/bidirectional_search.hpp"
#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "graph/time_ordered_search.hpp"
#include "graph/weighted_search.hpp"
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

template <typename Search>
std::vector<Route> first_routes(Search& search, std::size_t from, std::size_t to, std::size_t k) {
    std::vector<Route> routes;
    LooplessPaths<std::size_t, Search> best(search, from, to);
    while (routes.size() < k) {
        Route route = best.next();
        if (route.empty()) break;
        routes.push_back(std::move(route));
    }
    return routes;
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
        HopSearch search(graph, rules, hops);
        EXPECT_EQ(first_routes(search, from, to, k), expected) << "round " << round;
        EXPECT_EQ(shortest_path(graph, from, to, hops, rules), expected.empty() ? Route{} : expected.front());
    }
}

// Edges that carry a number: a load for weighted search, a day for time-ordered one.
using Numbered = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                       boost::property<boost::edge_weight_t, std::uint64_t>>;
using NumberedEdge = boost::graph_traits<Numbered>::edge_descriptor;

struct Load {
    std::uint64_t sum = 0;
    Load& operator+=(const Load& other) {
        sum += other.sum;
        return *this;
    }
};

struct NumberedRules : Anything {
    const Numbered* graph = nullptr;
    [[nodiscard]] std::uint64_t number(const NumberedEdge& edge) const {
        return boost::get(boost::edge_weight, *graph, edge);
    }
    [[nodiscard]] Load load(const NumberedEdge& edge) const { return {number(edge)}; }
    [[nodiscard]] std::uint64_t cost(const Load& load) const { return 1 + 60 / (1 + load.sum); }
    [[nodiscard]] std::optional<std::int32_t> day(const NumberedEdge& edge) const {
        const auto day = static_cast<std::int32_t>(number(edge));
        return day == 0 ? std::nullopt : std::optional(day);
    }
};

struct NumberedCase {
    Numbered graph;
    NumberedRules rules;
    std::size_t from = 0;
    std::size_t to = 0;
    std::uint32_t max_hops = 0;
    std::vector<Route> all;  // loopless, by hops, then vertices
};

void make(NumberedCase& made, std::mt19937_64& random) {
    const std::size_t vertices = 4 + pick(random, 5);
    List plain(vertices);
    made.graph = Numbered(vertices);
    for (std::size_t i = pick(random, 3 * vertices); i > 0; --i) {
        const std::size_t a = pick(random, vertices);
        const std::size_t b = pick(random, vertices);
        if (a == b) continue;
        add_edge(a, b, plain);
        add_edge(a, b, std::uint64_t{pick(random, 9)}, made.graph);
    }
    made.rules.graph = &made.graph;
    made.rules.directed = pick(random, 2) == 0;
    for (std::size_t i = pick(random, 3); i > 0; --i) made.rules.closed.insert(pick(random, vertices));
    made.from = pick(random, vertices);
    made.to = pick(random, vertices);
    made.max_hops = static_cast<std::uint32_t>(1 + pick(random, vertices));
    std::set<std::pair<std::size_t, Route>> found;
    Route route{made.from};
    try_everything(plain, made.rules, made.to, made.max_hops, route, found);
    for (const auto& [size, one] : found) made.all.push_back(one);
}

TEST(WeightedSearch, FindsTheCheapestOfAllLooplessRoutesInOrder) {
    std::mt19937_64 random(12);
    for (int round = 0; round < 600; ++round) {
        NumberedCase made;
        make(made, random);
        WeightedSearch search(made.graph, made.rules, made.max_hops);
        std::vector<std::uint64_t> expected;
        for (const Route& route : made.all) expected.push_back(search.cost(route));
        std::ranges::sort(expected);
        const std::size_t k = 1 + pick(random, 12);
        if (expected.size() > k) expected.resize(k);
        std::vector<std::uint64_t> costs;
        const std::vector<Route> found = first_routes(search, made.from, made.to, k);
        for (const Route& route : found) {
            costs.push_back(search.cost(route));
            EXPECT_NE(std::ranges::find(made.all, route), made.all.end());
        }
        EXPECT_EQ(costs, expected) << "round " << round;
        EXPECT_EQ(std::set(found.begin(), found.end()).size(), found.size());
    }
}

TEST(TimeOrderedSearch, FindsTheShortestOfAllRoutesThatKeepTime) {
    std::mt19937_64 random(13);
    std::size_t several = 0;
    for (int round = 0; round < 600; ++round) {
        NumberedCase made;
        make(made, random);
        TimeOrderedSearch search(made.graph, made.rules, made.max_hops);
        std::vector<Route> expected;
        for (const Route& route : made.all) {
            if (search.arrival(route)) expected.push_back(route);
        }
        const std::size_t k = 1 + pick(random, 12);
        if (expected.size() > k) expected.resize(k);
        several += expected.size() > 1 ? 1U : 0U;
        EXPECT_EQ(first_routes(search, made.from, made.to, k), expected) << "round " << round;
    }
    EXPECT_GT(several, 25U);
}

TEST(Paths, GoByWhatIsBestAttestedWhenAsked) {
    // a - b is told once; a - c - b by many.
    std::vector<Said> stories;
    for (int i = 0; i < 30; ++i) {
        Story story(std::to_string(i), "2016-01-02");
        story.from("Wire " + std::to_string(i)).country("a").country("b").country("c");
        if (i == 0) story.event(EventType::consult, {"a"}, {"b"}, "2016-01-01");
        story.event(EventType::consult, {"a"}, {"c"}, "2016-01-01");
        story.event(EventType::consult, {"c"}, {"b"}, "2016-01-01");
        stories.push_back(story.said());
    }
    const MemoryGraph graph = build(stories);
    EXPECT_THAT(found(graph, "a", "b"), ElementsAre("a b"));
    PathsQuery query = best(5);
    query.order = PathOrder::attested;
    EXPECT_THAT(found(graph, "a", "b", query), ElementsAre("a c b", "a b"));
    const Paths answer = paths(graph, *graph.number("a"), *graph.number("b"), query);
    EXPECT_EQ(answer.paths[1].cost, step_cost(attestation(1, 1, {2016, 1, 1}, {2016, 1, 1})));
    EXPECT_EQ(answer.paths[0].cost, 2 * step_cost(attestation(30, 30, {2016, 1, 1}, {2016, 1, 1})));
    query.max_hops = 1;
    EXPECT_THAT(found(graph, "a", "b", query), ElementsAre("a b"));
    query = best(5);
    query.order = PathOrder::attested;
    query.filter.min_reports = 2;
    EXPECT_THAT(found(graph, "a", "b", query), ElementsAre("a c b"));
}

TEST(Paths, PassWhereTheyAreToldToAndAvoidWhatTheyAreToldTo) {
    PathsQuery query = best(10);
    query.via = {*diamond().number("c")};
    EXPECT_THAT(found(diamond(), "a", "e", query), ElementsAre("a c d e"));
    query.via = {*diamond().number("d"), *diamond().number("c")};
    EXPECT_THAT(found(diamond(), "a", "e", query), testing::IsEmpty()) << "a b d c, and then d again";
    query.via = {};
    query.avoid = {*diamond().number("b")};
    EXPECT_THAT(found(diamond(), "a", "e", query), ElementsAre("a c d e", "a x y z e"));
}

TEST(Paths, KeepTheOrderOfTimeWhenAsked) {
    Story story("a", "2016-02-01");
    for (const char* const id : {"a", "b", "c", "d"}) story.country(id);
    story.event(EventType::consult, {"a"}, {"b"}, "2016-01-10")
        .event(EventType::consult, {"b"}, {"d"}, "2016-01-05")
        .event(EventType::consult, {"b"}, {"c"}, "2016-01-12")
        .event(EventType::consult, {"c"}, {"d"}, "2016-01")
        .event(EventType::consult, {"c"}, {"d"}, "2016-01-20");
    const MemoryGraph graph = build({story.said()});
    PathsQuery query = best(5);
    query.order = PathOrder::time_ordered;
    EXPECT_THAT(found(graph, "a", "d", query), ElementsAre("a b c d"));
    EXPECT_THAT(found(graph, "d", "a", query), ElementsAre("d b a"));
    const Paths answer = paths(graph, *graph.number("a"), *graph.number("d"), query);
    ASSERT_EQ(answer.paths.front().steps.back().edges.size(), 1U) << "what came before does not count";
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
