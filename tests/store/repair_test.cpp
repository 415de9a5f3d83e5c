// Stores damaged on purpose, and what is saved of them.
#include "store/repair.hpp"

#include "graph/graphml.hpp"
#include "graph/resolve.hpp"
#include "store/check.hpp"
#include "store/import_keys.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/store/described.hpp"
#include "tests/store/imported_lines.hpp"
#include "tests/store/test_folder.hpp"

#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::store {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* decided = R"({"distinct":["iran","irak"],"id":"d:00000001"})"
                                "\n";

void fill(const fs::path& store, std::size_t lines = 400) {
    {
        Writer writer(store);
        for (const auto& story : tests::random_stories(3, 12)) writer.put(story);
        graph::ResolveOptions options;
        options.decisions = decided;
        graph::resolve(writer, options);
    }
    take(store, random_lines(1, lines, 12), "wire");
    auto other = random_lines(2, lines / 4, 12);
    for (Line& line : other) line.id.clear();
    take(store, other, "other");
}

struct Mended {
    std::vector<std::string> lost;
    std::vector<std::string> notes;
    std::uint64_t articles = 0;
    std::uint64_t events = 0;
};

Mended mend(const fs::path& damaged, const fs::path& target) {
    Repair repair(damaged, target.string() + ".scratch");
    Mended mended;
    {
        Writer writer(target);
        mended.articles = repair.put_articles(writer);
        graph::ResolveOptions options;
        options.decisions = repair.decisions();
        graph::resolve(writer, options);
    }
    mended.events = repair.import_events(target);
    mended.lost = repair.lost();
    mended.notes = repair.notes();
    return mended;
}

std::string exported(const fs::path& store) {
    const Reader reader(store);
    std::ostringstream out;
    graph::write_graphml(reader, out);
    return out.str() + described_view(reader);
}

// The first row with that beginning goes, or its value is rubbish.
void harm(const fs::path& store, Family family, const std::string& prefix, bool rubbish) {
    const auto rows = Rows::open_to_write(store);
    Batch batch;
    rows->scan(family, prefix, [&](std::string_view key, std::string_view) {
        if (rubbish) {
            batch.put(family, std::string(key), "rubbish");
        } else {
            batch.erase(family, std::string(key));
        }
        return false;
    });
    ASSERT_EQ(batch.changes().size(), 1U) << prefix;
    rows->write(batch, Durability::process);
}

TEST(Repair, of_a_store_that_is_whole_is_a_copy_of_it) {
    const TestFolder folder;
    fill(folder.store());
    const fs::path target = folder.path() / "mended";
    const Mended mended = mend(folder.store(), target);
    EXPECT_THAT(mended.lost, IsEmpty());
    EXPECT_THAT(mended.notes, IsEmpty());
    EXPECT_EQ(exported(target), exported(folder.store()));
    EXPECT_THAT(check(target).first_faults, IsEmpty());
    EXPECT_EQ(Writer(target).decisions(), decided);
}

TEST(Repair, builds_anew_whatever_follows_from_what_is_there) {
    const TestFolder folder;
    fill(folder.store());
    const std::string right = exported(folder.store());
    struct Harm {
        Family family;
        std::string prefix;
    };
    std::vector<Harm> harms;
    for (const char* prefix : {"c", "i", "n", "v", "f", "o", "b", "p", "d", "e", "q", "t", "l", "a"})
        harms.push_back({Family::graph, prefix});
    for (const char* prefix : {"f", "u", "w", "r", "e"}) harms.push_back({Family::books, prefix});
    // Lists of events lie there twice, and so do names; the names of data sets are told by imports too.
    for (const char* prefix : {"F", "S", "b", "s", "t"}) harms.push_back({Family::imports, prefix});
    int number = 0;
    for (const Harm& harmed : harms) {
        const bool rubbish = ++number % 2 == 0 && harmed.prefix != "F";
        const fs::path broken = folder.path() / fmt::format("broken {}", number);
        const fs::path target = folder.path() / fmt::format("mended {}", number);
        fs::copy(folder.store(), broken, fs::copy_options::recursive);
        harm(broken, harmed.family, harmed.prefix, rubbish);
        const Mended mended = mend(broken, target);
        EXPECT_THAT(mended.lost, IsEmpty()) << harmed.prefix;
        EXPECT_EQ(exported(target), right) << harmed.prefix;
        EXPECT_THAT(check(target).first_faults, IsEmpty()) << harmed.prefix;
    }
}

TEST(Repair, names_an_article_whose_text_is_lost_and_keeps_the_others) {
    const TestFolder folder;
    fill(folder.store());
    graph::ArticleRecord first;
    Reader(folder.store()).articles([&](const graph::ArticleRecord& article) {
        first = article;
        return false;
    });
    harm(folder.store(), Family::texts, keys::text(first.key, first.version), true);
    const fs::path target = folder.path() / "mended";
    const Mended mended = mend(folder.store(), target);
    EXPECT_THAT(mended.lost, testing::ElementsAre(HasSubstr(keys::printable(first.key))));
    EXPECT_EQ(mended.articles, 11U);
    EXPECT_THAT(check(target).first_faults, IsEmpty());
}

TEST(Repair, takes_events_of_a_lost_list_from_their_other_end) {
    const TestFolder folder;
    std::vector<Line> lines = random_lines(1, 300, 8);
    std::erase_if(lines, [](const Line& line) {
        return !line.type || line.source.empty() || line.target.empty() || line.source == line.target;
    });
    for (Line& line : lines) line.id.clear();
    take(folder.store(), lines);
    const std::string right = exported(folder.store());
    harm(folder.store(), Family::imports, import_keys::all_lists(import_keys::Side::primary), true);
    const fs::path target = folder.path() / "mended";
    const Mended mended = mend(folder.store(), target);
    EXPECT_THAT(mended.lost, IsEmpty());
    EXPECT_EQ(exported(target), right);
}

TEST(Repair, counts_the_events_that_no_other_row_tells) {
    const TestFolder folder;
    std::vector<Line> lines = random_lines(1, 200, 8);
    for (Line& line : lines) line.target.clear();
    std::erase_if(lines, [](const Line& line) { return line.source.empty(); });
    take(folder.store(), lines);
    harm(folder.store(), Family::imports, import_keys::all_lists(import_keys::Side::primary), false);
    const Mended mended = mend(folder.store(), folder.path() / "mended");
    EXPECT_THAT(mended.lost, Contains(HasSubstr(fmt::format("of the {} events of wire", lines.size()))));
    EXPECT_LT(mended.events, lines.size());
    EXPECT_GT(mended.events, 0U);
    EXPECT_THAT(check(folder.path() / "mended").first_faults, IsEmpty());
}

TEST(Repair, keeps_actors_whose_names_are_half_lost) {
    const TestFolder folder;
    fill(folder.store());
    harm(folder.store(), Family::imports, import_keys::chunks(), true);
    const fs::path target = folder.path() / "mended";
    const Mended mended = mend(folder.store(), target);
    EXPECT_THAT(mended.lost, Contains(HasSubstr("writes the names of")));
    EXPECT_EQ(Reader(target).counts(), [&] {
        graph::Counts counts = Reader(folder.store()).counts();
        counts.epoch = Reader(target).counts().epoch;
        return counts;
    }());
    EXPECT_THAT(check(target).first_faults, IsEmpty());
}

TEST(Repair, names_every_import_when_the_table_of_kinds_is_lost) {
    const TestFolder folder;
    fill(folder.store());
    harm(folder.store(), Family::imports, import_keys::kinds(), true);
    const Mended mended = mend(folder.store(), folder.path() / "mended");
    EXPECT_THAT(mended.lost,
                testing::ElementsAre(HasSubstr("table"), HasSubstr("100 of the 100 events of other"),
                                     HasSubstr("400 of the 400 events of wire")));
    EXPECT_EQ(mended.articles, 12U);
    EXPECT_THAT(check(folder.path() / "mended").first_faults, IsEmpty());
}

TEST(Repair, opens_what_has_lost_its_list_of_files) {
    for (const std::string file : {"CURRENT", "MANIFEST", "ENTENTE"}) {
        const TestFolder folder;
        fill(folder.store());
        const std::string right = exported(folder.store());
        for (const auto& entry : fs::recursive_directory_iterator(folder.store())) {
            if (entry.path().filename().string().starts_with(file)) {
                fs::remove(entry.path());
                break;
            }
        }
        const fs::path target = folder.path() / "mended";
        const Mended mended = mend(folder.store(), target);
        EXPECT_THAT(mended.notes, testing::Not(IsEmpty())) << file;
        EXPECT_THAT(mended.lost, IsEmpty()) << file;
        EXPECT_EQ(exported(target), right) << file;
    }
}

std::string read_whole(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

// A byte here and there of the sorted files: what is there afterwards was there before, and what is not is
// told.
TEST(Repair, of_damaged_files_saves_only_what_was_there_and_tells_of_the_rest) {
    const TestFolder folder;
    fill(folder.store(), 4000);
    const graph::Counts before = Reader(folder.store()).counts();
    std::set<graph::EventId> events;
    Reader(folder.store()).events([&](const graph::Event& event) {
        events.insert(event.id);
        return true;
    });
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder.store() / "rows")) {
        if (entry.path().extension() == ".sst") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::mt19937_64 random(1);
    for (int round = 0; round < 12; ++round) {
        const fs::path broken = folder.path() / fmt::format("broken {}", round);
        fs::copy(folder.store(), broken, fs::copy_options::recursive);
        const fs::path file =
            broken / "rows" / files[static_cast<std::size_t>(round) % files.size()].filename();
        std::string bytes = read_whole(file);
        bytes[random() % bytes.size()] ^= 1;
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        const fs::path target = folder.path() / fmt::format("mended {}", round);
        const Mended mended = mend(broken, target);
        EXPECT_THAT(check(target).first_faults, IsEmpty());
        const Reader reader(target);
        reader.events([&](const graph::Event& event) {
            if (event.dataset.empty()) return true;  // events of articles are folded anew
            EXPECT_TRUE(events.contains(event.id));
            return true;
        });
        const graph::Counts after = reader.counts();
        const bool less = after.articles < before.articles || after.events < before.events;
        EXPECT_TRUE(!less || !mended.lost.empty()) << file;
        EXPECT_LE(after.articles, before.articles);
    }
}

TEST(Repair, passes_over_a_block_and_no_more) {
    const TestFolder folder;
    take(folder.store(), random_lines(5, 20000, 400));
    const std::uint64_t before = Reader(folder.store()).counts().events;
    fs::path largest;
    for (const auto& entry : fs::recursive_directory_iterator(folder.store() / "rows")) {
        const bool table = entry.path().extension() == ".sst";
        if (table && (largest.empty() || entry.file_size() > fs::file_size(largest))) largest = entry.path();
    }
    std::string bytes = read_whole(largest);
    bytes[bytes.size() / 3] ^= 1;
    std::ofstream(largest, std::ios::binary | std::ios::trunc) << bytes;
    EXPECT_GT(check(folder.store()).faults, 0U);
    const Mended mended = mend(folder.store(), folder.path() / "mended");
    EXPECT_GT(Reader(folder.path() / "mended").counts().events, before * 9 / 10);
    EXPECT_THAT(check(folder.path() / "mended").first_faults, IsEmpty());
}

TEST(Repair, refuses_a_store_that_is_being_written_and_one_of_another_version) {
    const TestFolder folder;
    fill(folder.store());
    const auto kind = [&] {
        try {
            const Repair repair(folder.store(), folder.path() / "scratch");
        } catch (const StoreError& error) {
            return error.kind();
        }
        return StoreError::Kind::failed;
    };
    {
        const Writer writer(folder.store());
        EXPECT_EQ(kind(), StoreError::Kind::locked);
    }
    std::ofstream(folder.store() / "ENTENTE") << "entente store\nversion 9999\n";
    EXPECT_EQ(kind(), StoreError::Kind::newer_version);
}

}  // namespace
}  // namespace entente::store
