// Readers beside a writer: what each sees is right for some state that was acknowledged. Under the thread
// sanitizer too.
#include "graph/memory_graph.hpp"
#include "store/import.hpp"
#include "store/store.hpp"
#include "tests/store/described.hpp"
#include "tests/store/imported_lines.hpp"
#include "tests/store/random_world.hpp"
#include "tests/store/test_folder.hpp"

#include <atomic>
#include <functional>
#include <map>
#include <thread>

#include <gtest/gtest.h>

namespace entente::store {
namespace {

constexpr int reader_count = 8;

// `write` on this thread; on eight others a new reader time and again, until one saw the last epoch. `right`
// says whether what a reader sees is what was there at its epoch.
void read_beside(const std::filesystem::path& store, std::uint64_t last_epoch,
                 const std::function<void()>& write,
                 const std::function<bool(const Reader&, std::uint64_t epoch)>& right) {
    std::atomic<int> wrong{0};
    std::atomic<int> failed{0};
    std::atomic<bool> written{false};
    std::vector<std::thread> readers;
    for (int i = 0; i < reader_count; ++i) {
        readers.emplace_back([&] {
            std::uint64_t seen = 0;
            while (seen < last_epoch) {
                const bool was_written = written;
                try {
                    const Reader reader(store);
                    const std::uint64_t epoch = reader.counts().epoch;
                    if (epoch < seen || !right(reader, epoch)) ++wrong;
                    if (was_written && epoch != last_epoch) ++wrong;
                    seen = epoch;
                } catch (const StoreError&) {
                    ++failed;
                }
                if (was_written) break;
            }
        });
    }
    write();
    written = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(failed, 0);
}

TEST(Readers, eight_at_once_see_whole_epochs_while_articles_come) {
    const TestFolder folder;
    constexpr int steps = 12;
    RandomWorlds worlds(4);
    std::vector<graph::Changes> commits;
    graph::MemoryGraph memory;
    std::vector<std::string> expected = {described_view(memory)};
    World before;
    for (int step = 0; step < steps; ++step) {
        const World now = worlds.next();
        commits.push_back(changes(before, now));
        memory.commit(commits.back());
        expected.push_back(described_view(memory));
        before = now;
    }
    Writer writer(folder.store());
    const std::uint64_t last = steps;
    read_beside(
        folder.store(), last,
        [&] {
            for (const graph::Changes& commit : commits) writer.commit(commit);
        },
        [&](const Reader& reader, std::uint64_t epoch) {
            return described_view(reader) == expected.at(epoch);
        });
}

// What a reader finds by walking all edges, to be held against what was imported.
std::uint64_t edges_walked(const Reader& reader) {
    std::uint64_t edges = 0;
    reader.actors([&](graph::ActorNumber actor, const graph::ActorId&) {
        edges += reader.out_edges(actor)->size();
        return true;
    });
    return edges;
}

TEST(Readers, eight_at_once_see_whole_imports_while_others_come) {
    const TestFolder folder;
    constexpr std::uint64_t imports = 6;
    std::vector<std::vector<Line>> files;
    for (std::uint64_t i = 0; i < imports; ++i) files.push_back(random_lines(i + 1, 300));
    // What is to be seen at each epoch, from a store that nobody reads meanwhile.
    std::vector<graph::Counts> expected(imports + 1);
    for (std::uint64_t i = 0; i < imports; ++i) {
        take(folder.path() / "quiet", files[i], fmt::format("set {}", i));
        expected[i + 1] = Reader(folder.path() / "quiet").counts();
    }
    { const Writer made(folder.store()); }
    read_beside(
        folder.store(), imports,
        [&] {
            for (std::uint64_t i = 0; i < imports; ++i)
                take(folder.store(), files[i], fmt::format("set {}", i));
        },
        [&](const Reader& reader, std::uint64_t epoch) {
            return reader.counts() == expected.at(epoch) && edges_walked(reader) == expected.at(epoch).edges;
        });
}

}  // namespace
}  // namespace entente::store
