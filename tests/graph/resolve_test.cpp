#include "graph/resolve.hpp"

#include "graph/memory_graph.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/newsroom.hpp"

#include <algorithm>

namespace entente::tests {
namespace {

// Everything that the graph holds, forms too.
std::string everything(const MemoryGraph& graph) {
    std::string text = dump(graph);
    for (const auto& [key, form] : graph.all_forms()) {
        text += fmt::format("form {} {} {} {} is {} articles {} names {} mentions {}\n", key.block,
                            extract::name(key.type), key.local_id, key.country, form.actor, form.articles,
                            form.names, form.mentions);
    }
    for (const auto& [key, article] : graph.all_uses()) {
        text +=
            fmt::format("use {} {} {} by {}\n", extract::name(key.type), key.local_id, key.country, article);
    }
    return text;
}

MemoryGraph build(const std::vector<Said>& stories, std::size_t portion = 1000) {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph, {.portion = portion, .progress = {}, .decisions = {}, .cancel = nullptr});
    return graph;
}

Actor actor(const MemoryGraph& graph, const ActorId& id) {
    const auto number = graph.number(id);
    return number ? graph.actor(*number) : Actor{};
}

TEST(Resolve, MakesVerticesEventsAndRelations) {
    const MemoryGraph graph =
        build({Story("a", "2016-07-15")
                   .from("Reuters")
                   .person("sergei-lavrov", "RUS")
                   .country("turkey", "TUR")
                   .event(EventType::consult, {"sergei-lavrov"}, {"turkey"}, "2016-07-14")
                   .relation(RelationType::holds_office, "sergei-lavrov", "turkey", "envoy")
                   .said()});
    const Counts counts = graph.counts();
    EXPECT_EQ(counts.actors, 2U);
    EXPECT_EQ(counts.events, 1U);
    EXPECT_EQ(counts.reports, 1U);
    EXPECT_EQ(counts.relations, 1U);
    EXPECT_EQ(counts.edges, 2U);
    EXPECT_EQ(actor(graph, "sergei-lavrov").name, "Sergei Lavrov");
    EXPECT_TRUE(graph.pending(10).empty());
}

TEST(Resolve, FoldsReportsOfManyArticlesIntoOneEvent) {
    std::vector<Said> copies;
    for (const char* const id : {"a", "b", "c"}) {
        copies.push_back(Story(id, "2016-07-15")
                             .from("Reuters")
                             .country("russia", "RUS")
                             .country("turkey", "TUR")
                             .event(EventType::consult, {"russia"}, {"turkey"}, "2016-07-14")
                             .said());
    }
    const MemoryGraph graph = build(copies);
    EXPECT_EQ(graph.counts().events, 1U);
    EXPECT_EQ(graph.counts().reports, 3U);
    graph.events([&](const Event& event) {
        EXPECT_EQ(event.sources, 1U);
        for (const ReportId report : event.reports) EXPECT_EQ(graph.event(report)->id, event.id);
        return true;
    });
}

TEST(Resolve, DecidesABareSurnameAgainWhenASecondBearerComes) {
    MemoryGraph graph = build({Story("a", "2016-07-15")
                                   .person("bush")
                                   .country("iraq", "IRQ")
                                   .event(EventType::threaten, {"bush"}, {"iraq"}, "2016-07-14")
                                   .said(),
                               Story("b").person("george-bush", "USA").said()});
    EXPECT_FALSE(graph.number("bush")) << "one bearer: the surname is his";
    EXPECT_EQ(graph.out_edges(*graph.number("george-bush"))->size(), 1U);
    EXPECT_EQ(actor(graph, "george-bush").articles, 2U);

    graph.put(Story("c").person("jeb-bush", "USA").said());
    const ResolveSummary summary = resolve(graph);
    EXPECT_EQ(summary.applied, 1U);
    EXPECT_EQ(summary.rederived, 1U);
    ASSERT_TRUE(graph.number("bush")) << "two bearers: nobody knows";
    EXPECT_EQ(graph.out_edges(*graph.number("bush"))->size(), 1U);
    EXPECT_TRUE(graph.out_edges(*graph.number("george-bush"))->empty());
}

TEST(Resolve, KeepsReportIdsWhenAnActorTurnsOutToBeAnother) {
    MemoryGraph graph = build({Story("a", "2016-07-15")
                                   .person("bush")
                                   .country("iraq", "IRQ")
                                   .event(EventType::threaten, {"bush"}, {"iraq"}, "2016-07-14")
                                   .said()});
    EventId printed = 0;
    graph.events([&](const Event& event) {
        printed = event.id;
        return true;
    });
    graph.put(Story("b").person("george-bush", "USA").said());
    resolve(graph);
    const auto event = graph.event(printed);
    ASSERT_TRUE(event);
    EXPECT_THAT(event->actors, testing::ElementsAre("george-bush"));
}

TEST(Resolve, LeavesARelationDerivedUntilSomethingStatesIt) {
    const auto story = [](const std::string& id, bool derived) {
        return Story(id, id == "a" ? "2016-07-15" : "2015-01-02")
            .country("syria", "SYR")
            .place("aleppo", "SYR")
            .relation(RelationType::part_of, "aleppo", "syria", "", derived)
            .said();
    };
    MemoryGraph graph = build({story("a", true)});
    const std::uint64_t id = relation_id(RelationType::part_of, "aleppo", "syria");
    EXPECT_TRUE(graph.relation(id)->derived);
    graph.put(story("b", false));
    resolve(graph);
    EXPECT_FALSE(graph.relation(id)->derived);
    EXPECT_EQ(extract::to_string(graph.relation(id)->first_seen), "2015-01-02");
    EXPECT_EQ(extract::to_string(graph.relation(id)->last_seen), "2016-07-15");
    graph.remove("id:b");
    resolve(graph);
    EXPECT_TRUE(graph.relation(id)->derived);
    graph.remove("id:a");
    resolve(graph);
    EXPECT_FALSE(graph.relation(id));
    EXPECT_EQ(graph.counts().actors, 0U);
}

TEST(Resolve, CommitsWholePortionsUntilItIsCancelled) {
    MemoryGraph graph;
    for (const Said& story : random_stories(1, 10)) graph.put(story);
    std::atomic<bool> cancel = false;
    ResolveOptions options;
    options.portion = 3;
    options.cancel = &cancel;
    options.progress = [&](const ResolveSummary& done) { cancel = done.applied >= 6; };
    const ResolveSummary summary = resolve(graph, options);
    EXPECT_TRUE(summary.cancelled);
    EXPECT_EQ(summary.applied, 6U);
    EXPECT_EQ(graph.counts().articles, 6U);
    EXPECT_EQ(graph.pending(100).size(), 4U);
    resolve(graph);
    EXPECT_EQ(everything(graph), everything(build(random_stories(1, 10))));
}

TEST(Resolve, LeavesOutWhatAStrangersExtractorGotWrong) {
    auto broken = Story("a", "2016-07-15")
                      .person("", "RUS")
                      .country("turkey", "TUR")
                      .country("turkey", "TUR")
                      .event(EventType::consult, {"nobody"}, {"turkey"}, "2016-07-14")
                      .relation(RelationType::part_of, "nobody", "turkey")
                      .said();
    MemoryGraph graph = build({broken});
    EXPECT_EQ(graph.counts().actors, 1U);
    EXPECT_EQ(graph.counts().events, 1U);
    EXPECT_EQ(graph.counts().relations, 0U);
    graph.remove("id:a");
    resolve(graph);
    EXPECT_EQ(everything(graph), everything(MemoryGraph{}));
}

// Laws. The graph is a function of the set of articles.

class ResolveLaws : public testing::TestWithParam<std::uint64_t> {};

TEST_P(ResolveLaws, OrderAndPortionDoNotShow) {
    std::vector<Said> stories = random_stories(GetParam(), 14);
    const std::string expected = everything(build(stories));
    std::mt19937_64 random(GetParam());
    for (const std::size_t portion : {1U, 3U, 5U}) {
        std::shuffle(stories.begin(), stories.end(), random);
        EXPECT_EQ(everything(build(stories, portion)), expected);
    }
}

TEST_P(ResolveLaws, ManyAdditionsAreOneBuild) {
    const std::vector<Said> stories = random_stories(GetParam(), 12);
    MemoryGraph graph;
    for (auto story = stories.rbegin(); story != stories.rend(); ++story) {
        graph.put(*story);
        resolve(graph);
    }
    EXPECT_EQ(everything(graph), everything(build(stories)));
}

TEST_P(ResolveLaws, AddingTwiceChangesNothing) {
    const std::vector<Said> stories = random_stories(GetParam(), 8);
    MemoryGraph graph = build(stories);
    const std::uint64_t epoch = graph.counts().epoch;
    for (const Said& story : stories) EXPECT_EQ(graph.put(story), PutOutcome::unchanged);
    EXPECT_EQ(resolve(graph), ResolveSummary{});
    EXPECT_EQ(graph.counts().epoch, epoch);
}

TEST_P(ResolveLaws, RemovingLeavesNoTrace) {
    const std::vector<Said> stories = random_stories(GetParam(), 12);
    const std::vector<Said> kept(stories.begin(), stories.begin() + 7);
    MemoryGraph graph = build(stories);
    for (std::size_t i = 7; i < stories.size(); ++i) EXPECT_TRUE(graph.remove(stories[i].article.key));
    const ResolveSummary summary =
        resolve(graph, {.portion = 2, .progress = {}, .decisions = {}, .cancel = nullptr});
    EXPECT_EQ(summary.removed, 5U);
    EXPECT_EQ(everything(graph), everything(build(kept)));
}

TEST_P(ResolveLaws, ReplacingLeavesNoTraceOfTheOldVersion) {
    const std::vector<Said> old = random_stories(GetParam(), 10);
    const std::vector<Said> now = random_stories(GetParam() + 1'000'000, 10);
    MemoryGraph graph = build(old);
    std::vector<Said> expected;
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (i % 2 == 0) {
            Said replaced = now[i];
            ASSERT_EQ(graph.put({replaced.article, replaced.extraction}),
                      replaced.article.key == old[i].article.key ? PutOutcome::replaced : PutOutcome::added);
            if (replaced.article.key != old[i].article.key) graph.remove(old[i].article.key);
            expected.push_back(replaced);
        } else {
            expected.push_back(old[i]);
        }
    }
    resolve(graph, {.portion = 3, .progress = {}, .decisions = {}, .cancel = nullptr});
    EXPECT_EQ(everything(graph), everything(build(expected)));
}

TEST_P(ResolveLaws, EveryReportLiesInOneEvent) {
    const MemoryGraph graph = build(random_stories(GetParam(), 20));
    std::size_t reports = 0;
    graph.events([&](const Event& event) {
        EXPECT_EQ(event.id, event.reports.front());
        EXPECT_TRUE(std::ranges::is_sorted(event.reports));
        EXPECT_EQ(graph.reports(event).size(), event.reports.size());
        reports += event.reports.size();
        return true;
    });
    EXPECT_EQ(reports, graph.counts().reports);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ResolveLaws, testing::Range<std::uint64_t>(1, 26));

}  // namespace
}  // namespace entente::tests
