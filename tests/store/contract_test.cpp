// The store and MemoryGraph are told the same and must answer the same.
#include "graph/memory_graph.hpp"
#include "store/store.hpp"
#include "tests/store/described.hpp"
#include "tests/store/random_world.hpp"
#include "tests/store/test_folder.hpp"

#include <random>

#include <gtest/gtest.h>

namespace entente::store {
namespace {

graph::Said article(const std::string& key, const std::string& version) {
    graph::Said said;
    said.article.key = key;
    said.article.version = version;
    said.article.title = "Title of " + key;
    said.extraction.text = "Text of " + key + " in version " + version + ".";
    return said;
}

TEST(Store, answers_like_the_memory_graph_after_any_changes) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const TestFolder folder;
        Writer writer(folder.store());
        graph::MemoryGraph memory;
        RandomWorlds worlds(seed);
        World before;
        for (int step = 0; step < 8; ++step) {
            const World now = worlds.next();
            const graph::Changes changed = changes(before, now);
            memory.commit(changed);
            writer.commit(changed);
            before = now;
            ASSERT_EQ(described_view(*writer.view()), described_view(memory)) << seed << " " << step;
            ASSERT_EQ(described_books(writer), described_books(memory)) << seed << " " << step;
            ASSERT_EQ(writer.view()->counts().epoch, memory.counts().epoch);
        }
    }
}

TEST(Store, is_as_good_as_new_when_everything_has_been_taken_out) {
    const TestFolder folder;
    Writer writer(folder.store());
    const World world = RandomWorlds(7).next();
    writer.commit(changes({}, world));
    writer.commit(changes(world, {}));
    EXPECT_EQ(described_view(*writer.view()), described_view(graph::MemoryGraph()));
}

TEST(Store, gives_an_actor_that_comes_back_the_number_it_had) {
    const TestFolder folder;
    Writer writer(folder.store());
    World iran;
    iran.actors["iran"].id = "iran";
    World france;
    france.actors["france"].id = "france";
    writer.commit(changes({}, iran));
    const auto number = writer.view()->number("iran");
    writer.commit(changes(iran, france));
    EXPECT_EQ(writer.view()->number("iran"), std::nullopt);
    EXPECT_THROW(static_cast<void>(writer.view()->actor(*number)), std::logic_error);
    writer.commit(changes(france, iran));
    EXPECT_EQ(writer.view()->number("iran"), number);
    writer.commit(changes(iran, france));
    EXPECT_NE(writer.view()->number("france"), number);
}

TEST(Store, lists_edges_by_date_then_id_then_other_end) {
    const TestFolder folder;
    Writer writer(folder.store());
    writer.commit(changes({}, RandomWorlds(3).next()));
    const auto view = writer.view();
    std::size_t edges = 0;
    view->actors([&](graph::ActorNumber number, const graph::ActorId&) {
        const auto by_target = [](const graph::Edge& e) { return std::tuple(e.date, e.id, e.target); };
        const auto by_source = [](const graph::Edge& e) { return std::tuple(e.date, e.id, e.source); };
        EXPECT_TRUE(std::ranges::is_sorted(*view->out_edges(number), {}, by_target));
        EXPECT_TRUE(std::ranges::is_sorted(*view->in_edges(number), {}, by_source));
        edges += view->out_edges(number)->size();
        return true;
    });
    EXPECT_EQ(edges, view->counts().edges);
    EXPECT_GT(edges, 10U);
}

// Every way of one article through put, remove and settle, told to both.
TEST(Store, keeps_articles_like_the_memory_graph) {
    const TestFolder folder;
    Writer writer(folder.store());
    graph::MemoryGraph memory;
    std::mt19937_64 random(11);
    const auto below = [&](std::uint64_t bound) { return random() % bound; };
    for (int step = 0; step < 400; ++step) {
        const std::string key = "article " + std::to_string(below(4));
        switch (below(4)) {
            case 0:
            case 1: {
                const graph::Said said = article(key, "v" + std::to_string(below(3)));
                ASSERT_EQ(writer.put(said), memory.put(said)) << step;
                break;
            }
            case 2:
                ASSERT_EQ(writer.remove(key), memory.remove(key)) << step;
                break;
            default: {
                graph::Changes settled;
                settled.settled = memory.pending(1 + below(4));
                for (const graph::ArticleKey& each : settled.settled) {
                    if (!memory.latest(each)) settled.removed.push_back(each);
                }
                memory.commit(settled);
                writer.commit(settled);
            }
        }
        ASSERT_EQ(described_books(writer), described_books(memory)) << step;
        ASSERT_EQ(described_view(*writer.view()), described_view(memory)) << step;
    }
}

TEST(Store, stops_a_walk_when_the_visitor_has_seen_enough) {
    const TestFolder folder;
    Writer writer(folder.store());
    writer.commit(changes({}, RandomWorlds(5).next()));
    const auto view = writer.view();
    const auto count = [](const auto& walk) {
        int seen = 0;
        walk([&](const auto&...) { return ++seen < 2; });
        return seen;
    };
    EXPECT_EQ(count([&](const auto& visit) { view->actors(visit); }), 2);
    EXPECT_EQ(count([&](const auto& visit) { view->names("", visit); }), 2);
    EXPECT_EQ(count([&](const auto& visit) { view->events(visit); }), 2);
    EXPECT_EQ(count([&](const auto& visit) { view->events_between({}, {}, visit); }), 2);
}

}  // namespace
}  // namespace entente::store
