#include "graph/decisions.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/newsroom.hpp"

#include <algorithm>

namespace entente::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Decision decision(DecisionKind kind, const ActorId& actor, const ActorId& other,
                  std::vector<std::string> names = {}) {
    return {"", kind, actor, other, std::move(names), ""};
}

// A file of these decisions.
std::string file(const std::vector<Decision>& decisions) {
    std::string text;
    std::vector<Decision> log;
    for (Decision one : decisions) {
        one.id = next_id(log, one);
        text += line_of(one) + "\n";
        log.push_back(std::move(one));
    }
    return text;
}

ResolveOptions following(const std::string& decisions) {
    ResolveOptions options;
    options.decisions = decisions;
    return options;
}

MemoryGraph build(const std::vector<Said>& stories, const std::string& decisions = "") {
    MemoryGraph graph;
    for (const Said& story : stories) graph.put(story);
    resolve(graph, following(decisions));
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

const std::vector<Said>& stories() {
    static const std::vector<Said> told = {Story("a", "2016-07-15")
                                               .actor(ActorType::group, "islamic-state")
                                               .country("iraq", "IRQ")
                                               .event(EventType::assault, {"islamic-state"}, {"iraq"})
                                               .said(),
                                           Story("b", "2016-07-16")
                                               .actor(ActorType::group, "daesh")
                                               .country("iraq", "IRQ")
                                               .event(EventType::assault, {"daesh"}, {"iraq"})
                                               .said()};
    return told;
}

TEST(DecisionsFile, ReadsWhatItWrites) {
    const std::string text = file(
        {decision(DecisionKind::merge, "a", "b"), decision(DecisionKind::split, "a", "", {"A B (GBR)"}),
         decision(DecisionKind::add_alias, "a", "", {"x", "\"y\""}),
         decision(DecisionKind::remove_alias, "a", "", {"z"}), decision(DecisionKind::distinct, "a", "b"),
         decision(DecisionKind::rename, "a", "", {"Ä"}), decision(DecisionKind::merge, "a", "b")});
    const std::vector<Decision> log = read_decisions(text, "file");
    std::string again;
    for (const Decision& one : log) again += line_of(one) + "\n";
    EXPECT_EQ(again, text);
    EXPECT_NE(log.front().id, log.back().id) << "said twice, two ids";
    EXPECT_EQ(read_decisions("# who is who\n\n" + text, "file"), log);
}

std::string refusal(const std::string& text) {
    try {
        read_decisions(text, "who.jsonl");
    } catch (const std::runtime_error& wrong) {
        return wrong.what();
    }
    return "nothing was refused";
}

TEST(DecisionsFile, IsRefusedWithFileAndLine) {
    EXPECT_THAT(refusal("\n{"), HasSubstr("who.jsonl:2: no decision: it is no JSON"));
    EXPECT_THAT(refusal("[]"), HasSubstr("no JSON object"));
    EXPECT_THAT(refusal(R"({"id":"d:1"})"), HasSubstr("none of merge"));
    EXPECT_THAT(refusal(R"({"merge":["a","b"]})"), HasSubstr("\"id\" wants a text"));
    EXPECT_THAT(refusal(R"({"id":"d:1","merge":["a"]})"), HasSubstr("two actors"));
    EXPECT_THAT(refusal(R"({"id":"d:1","merge":["a",3]})"), HasSubstr("list of texts"));
    EXPECT_THAT(refusal(R"({"id":"d:1","undo":"d:2"})"), HasSubstr("no earlier line has the id d:2"));
    EXPECT_THAT(refusal("{\"id\":\"d:1\",\"merge\":[\"a\",\"b\"]}\n{\"id\":\"d:1\",\"merge\":[\"a\",\"c\"]}"),
                HasSubstr("who.jsonl:2"));
}

TEST(Decisions, MergeTwoActorsAndTheirEvents) {
    const MemoryGraph graph =
        build(stories(), file({decision(DecisionKind::merge, "islamic-state", "daesh")}));
    EXPECT_THAT(ids(graph), ElementsAre("iraq", "islamic-state"));
    EXPECT_EQ(graph.actor(*graph.number("islamic-state")).articles, 2U);
    EXPECT_EQ(graph.out_edges(*graph.number("islamic-state"))->size(), graph.counts().edges);
    ASSERT_EQ(graph.find("Daesh").size(), 1U);
}

TEST(Decisions, MergeInChainsAndNeverInRings) {
    const Decisions all(
        read_decisions(file({decision(DecisionKind::merge, "a", "b"), decision(DecisionKind::merge, "c", "a"),
                             decision(DecisionKind::merge, "b", "c")}),
                       ""));
    EXPECT_EQ(all.merged("a"), "c");
    EXPECT_EQ(all.merged("b"), "c");
    EXPECT_EQ(all.merged("c"), "c");
}

TEST(Decisions, AliasesBearOnArticlesToCome) {
    MemoryGraph graph = build(
        {stories()[0]}, file({decision(DecisionKind::add_alias, "islamic-state", "", {"Daesh", "Da'ish"})}));
    EXPECT_EQ(graph.find("daish").size(), 1U) << "known by it before any article says so";
    graph.put(stories()[1]);
    resolve(graph);
    EXPECT_THAT(ids(graph), ElementsAre("iraq", "islamic-state"));
}

TEST(Decisions, TakeAnAliasAway) {
    Story story("a");
    story.person("john-kerry", "USA").alias("The Secretary");
    const std::string rm =
        file({decision(DecisionKind::remove_alias, "john-kerry", "", {"the secretary", "Kerry"})});
    MemoryGraph graph = build({story.said()}, rm);
    EXPECT_TRUE(graph.find("The Secretary").empty());
    graph.put(Story("b").person("kerry").said());
    resolve(graph);
    EXPECT_THAT(ids(graph), ElementsAre("john-kerry", "kerry")) << "nor does the surname join him";
}

TEST(Decisions, SplitAPersonByNameAndByCountry) {
    const std::vector<Said> told = {Story("a").person("john-smith", "GBR").said(),
                                    Story("b").person("john-smith", "USA").said(),
                                    Story("c").person("smith").said()};
    EXPECT_THAT(ids(build(told)), ElementsAre("john-smith"));
    EXPECT_THAT(
        ids(build(told, file({decision(DecisionKind::split, "john-smith", "", {"John Smith (GBR)"})}))),
        ElementsAre("john-smith", "john-smith-gbr"));
    EXPECT_THAT(ids(build(told, file({decision(DecisionKind::split, "john-smith", "", {"Smith"})}))),
                ElementsAre("john-smith", "smith"));
    EXPECT_THAT(ids(build(told, file({decision(DecisionKind::distinct, "john-smith", "smith")}))),
                ElementsAre("john-smith", "smith"));
}

TEST(Decisions, RenameAnActorThatKeepsItsId) {
    const MemoryGraph graph = build(stories(), file({decision(DecisionKind::rename, "daesh", "", {"ISIL"})}));
    EXPECT_EQ(graph.actor(*graph.number("daesh")).name, "ISIL");
    EXPECT_EQ(graph.find("isil").size(), 1U);
}

TEST(Decisions, UndoneLeaveNoTrace) {
    MemoryGraph graph = build(stories());
    const std::string before = dump(graph);
    std::vector<Decision> log = {decision(DecisionKind::merge, "islamic-state", "daesh")};
    resolve(graph, following(file(log)));
    EXPECT_NE(dump(graph), before);
    log.push_back(decision(DecisionKind::undo, "", read_decisions(file(log), "").front().id));
    resolve(graph, following(file(log)));
    EXPECT_EQ(dump(graph), before);
}

TEST(Redecide, CommitsNothing) {
    const MemoryGraph graph = build(stories());
    ResolveSummary summary;
    const Changes changes =
        redecide(graph, file({decision(DecisionKind::merge, "islamic-state", "daesh")}), summary);
    EXPECT_THAT(changes.drop_actors, ElementsAre("daesh"));
    EXPECT_EQ(summary.rederived, 1U);
    EXPECT_TRUE(graph.number("daesh"));
}

// A random log over the names of random_story.
std::vector<Decision> random_log(std::mt19937_64& random) {
    static const std::vector<ActorId> actors = {
        "sergei-lavrov", "lavrov",  "ivan-lavrov",   "bashar-al-assad", "assad",
        "al-assad",      "georgia", "georgia-place", "john-kerry",      "kerry",
        "al-qaeda",      "syria",   "aleppo",        "ivan-lavrov-rus"};
    static const std::vector<std::string> names = {
        "Lavrov", "Assad", "Kerry (USA)", "Sergei Lavrov (RUS)", "Georgia", "rebels of Syria"};
    std::vector<Decision> log;
    for (std::size_t i = pick(random, 6); i > 0; --i) {
        const ActorId& one = actors[pick(random, actors.size())];
        const ActorId& other = actors[pick(random, actors.size())];
        const std::string& name = names[pick(random, names.size())];
        const auto kind = static_cast<DecisionKind>(pick(random, 7));
        if (kind == DecisionKind::undo) {
            if (log.empty()) continue;
            const std::vector<Decision> so_far = read_decisions(file(log), "");
            log.push_back(decision(kind, "", so_far[pick(random, so_far.size())].id));
        } else if (kind == DecisionKind::merge || kind == DecisionKind::distinct) {
            if (one != other) log.push_back(decision(kind, one, other));
        } else {
            log.push_back(decision(kind, one, "", {name}));
        }
    }
    return log;
}

// The law: the graph is a function of the set of articles and the decisions, however one came to them.
TEST(Decisions, GiveTheSameGraphInAnyOrderOfArticlesAndDecisions) {
    std::mt19937_64 random(17);
    for (int round = 0; round < 40; ++round) {
        std::vector<Said> told = random_stories(static_cast<std::uint64_t>(round) + 100, 24);
        const std::string wanted = file(random_log(random));
        const std::string expected = dump(build(told, wanted));
        for (int order = 0; order < 3; ++order) {
            for (std::size_t i = told.size(); i > 1; --i) std::swap(told[i - 1], told[pick(random, i)]);
            MemoryGraph graph;
            // Some other decisions first, some articles later.
            for (std::size_t i = 0; i < told.size() / 2; ++i) graph.put(told[i]);
            resolve(graph, following(file(random_log(random))));
            resolve(graph, following(wanted));
            for (std::size_t i = told.size() / 2; i < told.size(); ++i) graph.put(told[i]);
            resolve(graph);
            EXPECT_EQ(dump(graph), expected) << "round " << round << "\n" << wanted;
        }
    }
}

}  // namespace
}  // namespace entente::tests
