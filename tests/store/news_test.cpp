// The store under the resolve pass and under Boost.Graph: whole stories in, the same graph as in memory out.
#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "store/store.hpp"
#include "tests/graph/boost_graph_checks.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/store/test_folder.hpp"

#include <gtest/gtest.h>

namespace entente::store {
namespace {

template <class Ledger>
void add(Ledger& ledger, const std::vector<graph::Said>& stories, std::size_t portion) {
    for (const graph::Said& story : stories) ledger.put(story);
    graph::ResolveOptions options;
    options.portion = portion;
    graph::resolve(ledger, options);
}

TEST(StoredNews, IsTheSameGraphAsInMemory) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const TestFolder folder;
        const std::vector<graph::Said> stories = tests::random_stories(seed, 40);
        graph::MemoryGraph memory;
        add(memory, stories, 1000);
        {
            Writer writer(folder.store());
            add(writer, stories, 7);
        }
        EXPECT_EQ(tests::dump(Reader(folder.store())), tests::dump(memory)) << "seed " << seed;
    }
}

TEST(StoredNews, IsTheSameAddedAtOnceOrInManyRuns) {
    const TestFolder at_once;
    const TestFolder in_runs;
    const std::vector<graph::Said> stories = tests::random_stories(9, 30);
    {
        Writer writer(at_once.store());
        add(writer, stories, 1000);
    }
    for (std::size_t i = 0; i < stories.size(); i += 10) {
        Writer writer(in_runs.store());
        add(writer,
            {stories.rbegin() + static_cast<std::ptrdiff_t>(i),
             stories.rbegin() + static_cast<std::ptrdiff_t>(i + 10)},
            3);
    }
    EXPECT_EQ(tests::dump(Reader(in_runs.store())), tests::dump(Reader(at_once.store())));
}

TEST(StoredNews, LosesExactlyWhatOnlyARemovedStorySupported) {
    const TestFolder folder;
    const std::vector<graph::Said> stories = tests::random_stories(5, 30);
    const std::vector<graph::Said> kept(stories.begin(), stories.begin() + 20);
    graph::MemoryGraph memory;
    add(memory, kept, 1000);
    {
        Writer writer(folder.store());
        add(writer, stories, 1000);
        for (std::size_t i = 20; i < stories.size(); ++i) EXPECT_TRUE(writer.remove(stories[i].article.key));
        graph::resolve(writer);
    }
    EXPECT_EQ(tests::dump(Reader(folder.store())), tests::dump(memory));
}

TEST(StoredNews, CarriesBoostGraphAlgorithms) {
    const TestFolder folder;
    {
        Writer writer(folder.store());
        add(writer, tests::random_stories(3, 25), 1000);
    }
    tests::expect_boost_graph_agrees(Reader(folder.store()));
}

}  // namespace
}  // namespace entente::store
