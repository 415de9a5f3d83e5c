// Writers that die at any moment. Each is a process of its own (killed_writer.cpp).
#include "graph/memory_graph.hpp"
#include "store/store.hpp"
#include "tests/store/described.hpp"
#include "tests/store/random_world.hpp"
#include "tests/store/test_folder.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <random>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace entente::store {
namespace {

// A process whose standard output we read.
class Process {
 public:
    explicit Process(std::vector<std::string> arguments) {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        std::vector<char*> raw;
        for (std::string& argument : arguments) raw.push_back(argument.data());
        raw.push_back(nullptr);
        pid_ = fork();
        if (pid_ == 0) {
            dup2(ends[1], STDOUT_FILENO);
            execv(raw[0], raw.data());
            _exit(127);
        }
        close(ends[1]);
        output_ = fdopen(ends[0], "r");
    }
    ~Process() { finish(); }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    // "" at the end.
    std::string line() {
        std::array<char, 4096> buffer{};
        if (fgets(buffer.data(), static_cast<int>(buffer.size()), output_) == nullptr) return "";
        return buffer.data();
    }

    void kill() const { ::kill(pid_, SIGKILL); }

    // How it ended, as waitpid tells.
    int finish() {
        if (pid_ > 0) {
            fclose(output_);
            waitpid(pid_, &status_, 0);
            pid_ = 0;
        }
        return status_;
    }

 private:
    pid_t pid_ = 0;
    FILE* output_ = nullptr;
    int status_ = 0;
};

struct Told {
    int puts = 0;
    int commits = 0;
    std::string error;

    void take(const std::string& line) {
        if (line.starts_with("put")) ++puts;
        if (line.starts_with("commit")) ++commits;
        if (line.starts_with("error")) error = line;
    }
};

// The graph after so many commits of killed_writer.
std::string described_after(std::uint64_t seed, int commits) {
    RandomWorlds worlds(seed);
    graph::MemoryGraph memory;
    World before;
    for (int step = 0; step < commits; ++step) {
        const World now = worlds.next();
        memory.commit(changes(before, now));
        before = now;
    }
    return described_view(memory);
}

void expect_what_was_told(const std::filesystem::path& folder, std::uint64_t seed, const Told& told) {
    Writer writer(folder);
    EXPECT_GE(writer.pending(1000).size(), static_cast<std::size_t>(told.puts));
    for (int step = 0; step < told.puts; ++step) {
        EXPECT_TRUE(writer.latest("article " + std::to_string(step))) << step;
    }
    // The last commit may have come through although nobody was told.
    const std::string found = described_view(*writer.view());
    if (found != described_after(seed, told.commits + 1)) {
        EXPECT_EQ(found, described_after(seed, told.commits));
    }
}

TEST(Store, has_all_that_was_acknowledged_after_a_kill_at_any_moment) {
    std::mt19937_64 random(1);
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const TestFolder folder;
        Told told;
        Process process({ENTENTE_KILLED_WRITER, folder.store().string(), std::to_string(seed), "1000"});
        for (std::uint64_t lines = 1 + random() % 30; lines > 0; --lines) told.take(process.line());
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
        process.kill();
        for (std::string line = process.line(); line.ends_with('\n'); line = process.line()) told.take(line);
        EXPECT_TRUE(WIFSIGNALED(process.finish()));
        ASSERT_GT(told.puts, 0);
        expect_what_was_told(folder.store(), seed, told);
    }
}

TEST(Store, has_all_that_was_acknowledged_after_the_disk_was_full) {
    const TestFolder folder;
    Told told;
    Process process({ENTENTE_KILLED_WRITER, folder.store().string(), "5", "1000", "100000"});
    for (std::string line = process.line(); !line.empty(); line = process.line()) told.take(line);
    const int status = process.finish();
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 3);
    EXPECT_THAT(told.error, testing::HasSubstr("disk is full"));
    EXPECT_GT(told.commits, 2);
    expect_what_was_told(folder.store(), 5, told);
}

// Each writer writes the log out into files and deletes it, under the eyes of readers.
TEST(Store, shows_readers_whole_epochs_while_writers_come_and_go) {
    const TestFolder folder;
    const std::uint64_t seed = 3;
    const int steps = 25;
    std::vector<std::string> expected;
    for (int commits = 0; commits <= steps; ++commits) expected.push_back(described_after(seed, commits));
    Process process({ENTENTE_KILLED_WRITER, folder.store().string(), std::to_string(seed),
                     std::to_string(steps), "reopen"});
    process.line();
    const auto patience = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    std::uint64_t seen = 0;
    while (seen < steps) {
        ASSERT_LT(std::chrono::steady_clock::now(), patience) << "the writer is stuck or dead";
        const Reader reader(folder.store());
        const std::uint64_t epoch = reader.counts().epoch;
        ASSERT_GE(epoch, seen);
        ASSERT_EQ(described_view(reader), expected[epoch]) << "epoch " << epoch;
        seen = epoch;
    }
    while (!process.line().empty()) continue;
    EXPECT_EQ(process.finish(), 0);
}

TEST(Store, refuses_a_second_process_that_would_write) {
    const TestFolder folder;
    const Writer writer(folder.store());
    Told told;
    Process process({ENTENTE_KILLED_WRITER, folder.store().string(), "1", "1"});
    for (std::string line = process.line(); !line.empty(); line = process.line()) told.take(line);
    EXPECT_THAT(told.error, testing::HasSubstr("another process is writing"));
    EXPECT_EQ(told.puts, 0);
}

}  // namespace
}  // namespace entente::store
