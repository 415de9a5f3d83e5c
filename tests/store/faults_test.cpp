// What the world does to a store with imports: bytes that change, and others who would write.
#include "store/backup.hpp"
#include "store/check.hpp"
#include "store/import.hpp"
#include "store/merge.hpp"
#include "store/removal.hpp"
#include "store/store.hpp"
#include "tests/graph/dump.hpp"
#include "tests/store/described.hpp"
#include "tests/store/imported_lines.hpp"
#include "tests/store/test_folder.hpp"

#include <fstream>
#include <functional>
#include <random>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::store {
namespace {

namespace fs = std::filesystem;

std::string read_whole(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void write_whole(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// Everything that questions can be told.
std::string everything(const fs::path& store) {
    const Reader reader(store);
    std::string text = described_view(reader);
    reader.events([&](const graph::Event& event) {
        text += tests::dump(event);
        const auto row = reader.imported(event);
        if (row)
            text += fmt::format("{}|{}|{}|{}|{}\n", row->id, row->place, row->url, row->text, row->label);
        return true;
    });
    return text;
}

TEST(ImportedStore, with_a_changed_byte_answers_right_or_says_so) {
    const TestFolder folder;
    take(folder.store(), random_lines(1, 60, 8), "wire");
    take(folder.store(), random_lines(2, 30, 8), "other");
    const std::string right = everything(folder.store());
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder.store())) {
        if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::mt19937_64 random(1);
    int refused = 0;
    for (int round = 0; round < 120; ++round) {
        const fs::path& file = files[static_cast<std::size_t>(round) % files.size()];
        const std::string whole = read_whole(file);
        std::string changed = whole;
        const std::size_t place = random() % whole.size();
        changed[place] = static_cast<char>(changed[place] ^ static_cast<char>(1U << (random() % 8)));
        write_whole(file, changed);
        try {
            EXPECT_EQ(everything(folder.store()), right) << "byte " << place << " of " << file;
        } catch (const StoreError&) {
            ++refused;
        }
        try {
            check(folder.store());
        } catch (const StoreError&) {
        }
        write_whole(file, whole);
    }
    EXPECT_GT(refused, 20);
    EXPECT_EQ(everything(folder.store()), right);
}

TEST(ImportedStore, refuses_every_second_writer) {
    const TestFolder folder;
    take(folder.store(), random_lines(1, 20), "wire");
    const auto refused = [](const std::function<void()>& action) {
        try {
            action();
        } catch (const StoreError& error) {
            return error.kind() == StoreError::Kind::locked;
        }
        return false;
    };
    const auto all_refused = [&] {
        EXPECT_TRUE(refused([&] { Writer writer(folder.store()); }));
        EXPECT_TRUE(refused([&] { take(folder.store(), random_lines(2, 20), "other"); }));
        EXPECT_TRUE(refused([&] { remove_dataset(folder.store(), "wire"); }));
        EXPECT_TRUE(refused([&] { back_up(folder.store(), folder.path() / "copies"); }));
    };
    {
        const Writer writer(folder.store());
        all_refused();
    }
    {
        Import import(folder.store(), {.dataset = "slow", .format = "tsv"});
        all_refused();
        EXPECT_EQ(Reader(folder.store()).counts().events, import.counts_now().events);
    }
    EXPECT_THAT(check(folder.store()).first_faults, testing::IsEmpty());
}

}  // namespace
}  // namespace entente::store
