// Writes random worlds to a store and tells each step on standard output once it is acknowledged, until it is
// killed: `store_killed_writer FOLDER SEED STEPS [LARGEST_FILE_BYTES]`. What it told must be there
// afterwards.
#include "store/store.hpp"
#include "tests/store/random_world.hpp"

#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

#include <sys/resource.h>

namespace entente::store {
namespace {

// A disk that is full after so many bytes, for the lack of one.
void limit_files(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{.rlim_cur = bytes, .rlim_max = bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
}

void tell(const char* what, int step) {
    std::printf("%s %d\n", what, step);
    std::fflush(stdout);
}

void write_worlds(const std::string& folder, std::uint64_t seed, int steps, bool reopen) {
    auto writer = std::make_unique<Writer>(folder);
    RandomWorlds worlds(seed);
    World before;
    for (int step = 0; step < steps; ++step) {
        graph::Said said;
        said.article.key = "article " + std::to_string(step);
        said.article.version = "v1";
        said.extraction.text.assign(2000, static_cast<char>('a' + step % 26));
        writer->put(said);
        tell("put", step);
        const World now = worlds.next();
        writer->commit(changes(before, now));
        tell("commit", step);
        before = now;
        if (!reopen) continue;
        writer.reset();
        writer = std::make_unique<Writer>(folder);
    }
}

}  // namespace
}  // namespace entente::store

int main(int count, char** arguments) {
    if (count < 4) return 2;
    const std::string mode = count > 4 ? arguments[4] : "";
    const bool reopen = mode == "reopen";
    if (!mode.empty() && !reopen) entente::store::limit_files(std::stoul(mode));
    try {
        entente::store::write_worlds(arguments[1], std::stoul(arguments[2]), std::stoi(arguments[3]), reopen);
    } catch (const entente::store::StoreError& error) {
        std::printf("error %s\n", error.what());
        return 3;
    }
    return 0;
}
