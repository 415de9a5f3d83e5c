#include "store/store.hpp"

#include "graph/memory_graph.hpp"
#include "store/keys.hpp"
#include "store/rows.hpp"
#include "tests/store/described.hpp"
#include "tests/store/random_world.hpp"
#include "tests/store/test_folder.hpp"

#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::store {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;

graph::Said article(const std::string& key) {
    graph::Said said;
    said.article.key = key;
    said.article.version = "v1";
    said.extraction.text = "Iran and France agreed.";
    return said;
}

World world(std::uint64_t seed) {
    return RandomWorlds(seed).next();
}

void write_file(const fs::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

// The kind and the message of the StoreError that `act` throws.
template <class Act>
std::pair<StoreError::Kind, std::string> refusal(Act act) {
    try {
        act();
    } catch (const StoreError& error) {
        return {error.kind(), error.what()};
    }
    ADD_FAILURE() << "was not refused";
    return {};
}

// --- What is written is there.

TEST(Store, shows_a_reader_what_was_committed_when_it_opened) {
    const TestFolder folder;
    const World one = world(1);
    const World two = world(2);
    std::string of_one;
    std::string of_two;
    {
        Writer writer(folder.store());
        writer.commit(changes({}, one));
        of_one = described_view(*writer.view());
        const Reader early(folder.store());
        writer.commit(changes(one, two));
        of_two = described_view(*writer.view());
        EXPECT_EQ(described_view(early), of_one) << "opened before the second commit";
        EXPECT_EQ(described_view(Reader(folder.store())), of_two) << "opened beside the writer";
    }
    EXPECT_EQ(described_view(Reader(folder.store())), of_two) << "opened after the writer had gone";
    EXPECT_NE(of_one, of_two);
}

TEST(Store, keeps_a_view_of_the_writer_as_it_was) {
    const TestFolder folder;
    Writer writer(folder.store());
    writer.commit(changes({}, world(1)));
    const auto view = writer.view();
    const std::string before = described_view(*view);
    writer.commit(changes(world(1), world(2)));
    EXPECT_EQ(described_view(*view), before);
}

TEST(Store, keeps_a_reader_whole_while_writers_come_and_go) {
    const TestFolder folder;
    { Writer(folder.store()).commit(changes({}, world(1))); }
    const Reader reader(folder.store());
    const std::string before = described_view(reader);
    // Every writer leaves new files, and soon some are joined and the old ones deleted.
    for (std::uint64_t seed = 1; seed < 12; ++seed) {
        Writer(folder.store()).commit(changes(world(seed), world(seed + 1)));
    }
    EXPECT_EQ(described_view(reader), before);
}

TEST(Store, has_nothing_in_it_when_it_is_new) {
    const TestFolder folder;
    { Writer writer(folder.store()); }
    EXPECT_EQ(described_view(Reader(folder.store())), described_view(graph::MemoryGraph()));
}

TEST(Store, shows_articles_only_when_they_are_settled) {
    const TestFolder folder;
    {
        Writer writer(folder.store());
        EXPECT_EQ(writer.put(article("a")), graph::PutOutcome::added);
        EXPECT_EQ(writer.put(article("a")), graph::PutOutcome::unchanged);
    }
    EXPECT_EQ(Reader(folder.store()).said("a"), std::nullopt);
    {
        Writer writer(folder.store());
        graph::Changes changes;
        changes.settled = writer.pending(10);
        EXPECT_EQ(changes.settled, std::vector<std::string>{"a"});
        writer.commit(changes);
        EXPECT_EQ(writer.put(article("a")), graph::PutOutcome::unchanged);
    }
    EXPECT_EQ(Reader(folder.store()).said("a"), article("a"));
}

TEST(Store, answers_many_threads_at_once) {
    const TestFolder folder;
    { Writer(folder.store()).commit(changes({}, world(4))); }
    const Reader reader(folder.store());
    const std::string expected = described_view(reader);
    std::vector<std::string> answers(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& answer : answers) {
            threads.emplace_back([&] { answer = described_view(reader); });
        }
    }
    for (const std::string& answer : answers) EXPECT_EQ(answer, expected);
}

TEST(Store, tells_how_much_it_occupies) {
    const TestFolder folder;
    { Writer(folder.store()).commit(changes({}, world(4))); }
    EXPECT_GT(disk_bytes(folder.store()), 1000U);
    EXPECT_EQ(disk_bytes(folder.path() / "nothing"), 0U);
}

// --- What is refused, and how.

TEST(Store, that_is_not_there_names_the_command_that_builds_one) {
    const TestFolder folder;
    const auto [kind, message] = refusal([&] { Reader reader(folder.store()); });
    EXPECT_EQ(kind, StoreError::Kind::missing);
    EXPECT_THAT(message, HasSubstr("no store at " + folder.store().string()));
    EXPECT_THAT(message, HasSubstr("entente add"));
    EXPECT_FALSE(fs::exists(folder.store())) << "asking makes no folder";
}

TEST(Store, that_was_never_begun_is_missing_too) {
    const TestFolder folder;
    fs::create_directory(folder.store());
    EXPECT_EQ(refusal([&] { Reader reader(folder.store()); }).first, StoreError::Kind::missing);
    Writer writer(folder.store());
    EXPECT_EQ(Reader(folder.store()).counts(), graph::Counts{});
}

TEST(Store, refuses_a_folder_that_holds_other_things_and_leaves_it_alone) {
    const TestFolder folder;
    write_file(folder.path() / "thesis.txt", "years of work");
    for (int i = 0; i < 2; ++i) {
        const auto [kind, message] = i == 0 ? refusal([&] { Writer writer(folder.path()); })
                                            : refusal([&] { Reader reader(folder.path()); });
        EXPECT_EQ(kind, StoreError::Kind::foreign);
        EXPECT_THAT(message, HasSubstr("not a store"));
    }
    EXPECT_EQ(read_file(folder.path() / "thesis.txt"), "years of work");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(Store, refuses_a_file_and_a_mark_that_is_not_ours) {
    const TestFolder folder;
    write_file(folder.path() / "file", "text");
    EXPECT_EQ(refusal([&] { Writer writer(folder.path() / "file"); }).first, StoreError::Kind::foreign);
    EXPECT_EQ(read_file(folder.path() / "file"), "text");
    write_file(folder.path() / "ENTENTE", "cordiale, 1904\n");
    EXPECT_EQ(refusal([&] { Writer writer(folder.path()); }).first, StoreError::Kind::foreign);
}

TEST(Store, of_another_version_is_refused_with_what_helps) {
    const TestFolder folder;
    { Writer writer(folder.store()); }
    const auto told = [&](const std::string& version) {
        write_file(folder.store() / "ENTENTE", "entente store\nversion " + version + "\n");
        const auto by_reader = refusal([&] { Reader reader(folder.store()); });
        const auto by_writer = refusal([&] { Writer writer(folder.store()); });
        EXPECT_EQ(by_reader, by_writer);
        return by_reader;
    };
    const auto older = told("0");
    EXPECT_EQ(older.first, StoreError::Kind::older_version);
    EXPECT_THAT(older.second, HasSubstr("entente add"));
    const auto newer = told(std::to_string(format_version + 1));
    EXPECT_EQ(newer.first, StoreError::Kind::newer_version);
    EXPECT_THAT(newer.second, HasSubstr("newer entente"));
}

TEST(Store, has_one_writer_at_a_time) {
    const TestFolder folder;
    Writer first(folder.store());
    const auto [kind, message] = refusal([&] { Writer second(folder.store()); });
    EXPECT_EQ(kind, StoreError::Kind::locked);
    EXPECT_THAT(message, HasSubstr("another process is writing"));
    first.commit(changes({}, world(1)));
    EXPECT_EQ(described_view(Reader(folder.store())), described_view(*first.view()));
}

TEST(Store, that_cannot_be_made_says_where_and_why) {
    const auto [kind, message] = refusal([] { Writer writer("/proc/entente/news.db"); });
    EXPECT_EQ(kind, StoreError::Kind::denied);
    EXPECT_THAT(message, HasSubstr("/proc/entente/news.db"));
}

// --- Damage.

TEST(Store, names_the_row_that_cannot_be_read) {
    const TestFolder folder;
    { Writer(folder.store()).commit(changes({}, world(4))); }
    {
        Batch batch;
        batch.put(Family::graph, keys::actor(1), "rubbish");
        Rows::open_to_write(folder.store())->write(batch, Durability::process);
    }
    const Reader reader(folder.store());
    const auto [kind, message] = refusal([&] { static_cast<void>(reader.actor(1)); });
    EXPECT_EQ(kind, StoreError::Kind::damaged);
    EXPECT_THAT(message, HasSubstr("v\\x00\\x00\\x00\\x01"));
    EXPECT_NO_THROW(static_cast<void>(reader.actor(0)));
}

TEST(Store, with_a_missing_file_is_damaged) {
    const TestFolder folder;
    { Writer(folder.store()).commit(changes({}, world(4))); }
    fs::remove(folder.store() / "rows" / "CURRENT");
    EXPECT_EQ(refusal([&] { Reader reader(folder.store()); }).first, StoreError::Kind::damaged);
}

// One byte of one file is changed: the answer is right, or a StoreError; nothing else.
TEST(Store, with_a_changed_byte_answers_right_or_says_so) {
    const TestFolder folder;
    {
        Writer writer(folder.store());
        for (const std::string key : {"a", "b", "c"}) writer.put(article(key));
        graph::Changes changed = changes({}, world(4));
        changed.settled = writer.pending(10);
        writer.commit(changed);
    }
    const std::string right = described_view(Reader(folder.store()));
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder.store())) {
        if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::mt19937_64 random(1);
    int refused = 0;
    for (int round = 0; round < 150; ++round) {
        const fs::path& file = files[static_cast<std::size_t>(round) % files.size()];
        const std::string whole = read_file(file);
        std::string changed = whole;
        const std::size_t place = random() % whole.size();
        changed[place] = static_cast<char>(changed[place] ^ static_cast<char>(1U << (random() % 8)));
        write_file(file, changed);
        try {
            const Reader reader(folder.store());
            EXPECT_EQ(described_view(reader), right) << "byte " << place << " of " << file;
        } catch (const StoreError&) {
            ++refused;
        }
        write_file(file, whole);
    }
    EXPECT_GT(refused, 20);
    EXPECT_EQ(described_view(Reader(folder.store())), right);
}

}  // namespace
}  // namespace entente::store
