#include "cli/file_sink.hpp"

#include "cli/command.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

class FileSinkTest : public ::testing::Test {
 protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    static std::string content(const fs::path& file) {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    [[nodiscard]] std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
    }

    fs::path folder_ =
        fs::path(::testing::TempDir()) / (std::string("file_sink_") + std::to_string(::getpid()) + "_" +
                                          ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::path file_ = folder_ / "answer.graphml";
    std::atomic<bool> stop_ = false;
};

TEST_F(FileSinkTest, TheFileAppearsWholeWhenItIsFinished) {
    const std::string text(300000, 'x');
    FileSink sink(file_, stop_);
    sink.stream() << text;
    EXPECT_FALSE(fs::exists(file_));
    sink.finish();
    EXPECT_EQ(content(file_), text);
    EXPECT_EQ(files(), 1);
}

TEST_F(FileSinkTest, TheOldFileStaysWhenTheNewOneIsNotFinished) {
    std::ofstream(file_) << "old";
    { FileSink(file_, stop_).stream() << "new"; }
    EXPECT_EQ(content(file_), "old");
    EXPECT_EQ(files(), 1);
}

TEST_F(FileSinkTest, AStopEndsTheWritingAndLeavesNothing) {
    {
        FileSink sink(file_, stop_);
        stop_ = true;
        sink.stream() << "too late" << std::flush;
        EXPECT_FALSE(sink.stream().good());
        EXPECT_THROW(sink.refuse_if_failed(), Refusal);
    }
    EXPECT_EQ(files(), 0);
}

TEST_F(FileSinkTest, APlaceThatCannotBeWrittenIsNamed) {
    try {
        FileSink sink(folder_ / "no" / "such" / "folder.graphml", stop_);
        FAIL() << "nothing was refused";
    } catch (const Refusal& refusal) {
        EXPECT_THAT(refusal.what(), ::testing::HasSubstr("folder.graphml: No such file or directory"));
    }
}

TEST_F(FileSinkTest, AFullDiskIsNamed) {
    FileSink sink("/dev/full", stop_);
    sink.stream() << std::string(300000, 'x');
    EXPECT_FALSE(sink.stream().good());
    try {
        sink.finish();
        FAIL() << "nothing was refused";
    } catch (const Refusal& refusal) {
        EXPECT_THAT(refusal.what(), ::testing::HasSubstr("/dev/full: No space left on device"));
    }
}

}  // namespace
}  // namespace entente::cli
