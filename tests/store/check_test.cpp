// What is whole passes; what is damaged or incoherent is told; what was backed up comes back.
#include "store/check.hpp"

#include "graph/resolve.hpp"
#include "store/backup.hpp"
#include "store/import.hpp"
#include "store/import_keys.hpp"
#include "store/keys.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/store/test_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::store {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

void import_some(const std::filesystem::path& folder, const std::string& dataset, int events) {
    Import import(folder, {.dataset = dataset, .format = "tsv", .memory_bytes = 1U << 20U});
    for (int i = 0; i < events; ++i) {
        const auto actor = [&](int number) {
            const std::string name = "Actor " + std::to_string(number);
            const auto seen = import.actor(name);
            return seen != no_actor ? seen
                                    : import.add_actor(name, name, {name, graph::ActorType::person, "", {}});
        };
        ImportEventKind kind;
        if (i % 9 != 0) kind.type = static_cast<graph::EventType>(i % 16);
        ImportEvent event;
        event.source = actor(i % 7);
        if (i % 5 != 0) event.target = actor(i % 11);
        event.date = {2015, static_cast<std::uint8_t>(1 + i % 12), static_cast<std::uint8_t>(i % 28)};
        event.kind = import.kind(kind);
        import.add(event);
    }
    import.finish();
}

// A store of articles and of two imports.
void fill(const std::filesystem::path& folder) {
    {
        Writer writer(folder);
        for (const auto& story : tests::random_stories(3, 25)) writer.put(story);
        graph::resolve(writer, {});
    }
    import_some(folder, "first", 300);
    import_some(folder, "second", 200);
    import_some(folder, "first", 400);
}

TEST(Check, finds_nothing_wrong_with_a_store_that_is_whole) {
    const TestFolder folder;
    fill(folder.store());
    const CheckReport report = check(folder.store());
    EXPECT_THAT(report.first_faults, IsEmpty());
    EXPECT_GT(report.rows, 1000U);
}

TEST(Check, finds_nothing_wrong_with_an_empty_store) {
    const TestFolder folder;
    { const Writer writer(folder.store()); }
    EXPECT_THAT(check(folder.store()).first_faults, IsEmpty());
}

// Takes away the first row with that beginning.
void lose_a_row(const std::filesystem::path& folder, Family family, const std::string& prefix) {
    const auto rows = Rows::open_to_write(folder);
    Batch batch;
    rows->scan(family, prefix, [&](std::string_view key, std::string_view) {
        batch.erase(family, std::string(key));
        return false;
    });
    ASSERT_EQ(batch.changes().size(), 1U) << prefix;
    rows->write(batch, Durability::process);
}

TEST(Check, notices_every_kind_of_row_that_is_lost) {
    for (const std::string kind : {"i", "v", "f", "o", "b", "p", "d", "e", "q", "t", "l", "a"}) {
        const TestFolder folder;
        fill(folder.store());
        lose_a_row(folder.store(), Family::graph, kind);
        EXPECT_GT(check(folder.store()).faults, 0U) << "family graph, rows " << kind;
    }
    for (const std::string kind : {"F", "L", "N", "b", "o", "s", "t"}) {
        const TestFolder folder;
        fill(folder.store());
        lose_a_row(folder.store(), Family::imports, kind);
        EXPECT_GT(check(folder.store()).faults, 0U) << "family imports, rows " << kind;
    }
}

TEST(Check, notices_a_row_nobody_wrote) {
    const TestFolder folder;
    fill(folder.store());
    {
        const auto rows = Rows::open_to_write(folder.store());
        Batch batch;
        batch.put(Family::graph, keys::pair(3, 4000), "\x07");
        rows->write(batch, Durability::process);
    }
    EXPECT_THAT(check(folder.store()).first_faults, Contains(HasSubstr("pairs")));
}

TEST(Backup, brings_back_what_the_store_held_then) {
    const TestFolder folder;
    const std::filesystem::path store = folder.store();
    const std::filesystem::path copies = store.string() + "-copies";
    import_some(store, "first", 50);
    const auto events_then = Reader(store).counts();
    EXPECT_EQ(back_up(store, copies), 1U);
    import_some(store, "second", 60);
    EXPECT_EQ(back_up(store, copies), 2U);

    const std::filesystem::path first = store.string() + "-then";
    restore(copies, 1, first);
    EXPECT_EQ(Reader(first).counts(), events_then);
    EXPECT_THAT(check(first).first_faults, IsEmpty());
    const std::filesystem::path latest = store.string() + "-now";
    restore(copies, 0, latest);
    EXPECT_EQ(Reader(latest).counts(), Reader(store).counts());

    EXPECT_THROW(restore(copies, 0, latest), StoreError);  // something is there
    EXPECT_THROW(restore(copies, 7, store.string() + "-none"), StoreError);
    EXPECT_THROW(restore(store, 0, store.string() + "-none"), StoreError);
    EXPECT_THROW(back_up(store, store), StoreError);
}

}  // namespace
}  // namespace entente::store
