// Runs a fuzzed door without a fuzzer: every file of the folders named, then mutations of them that a fixed
// seed chooses, so that every build's tests knock at the door in the same way.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int mutations_per_input = 60;

void knock(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

// Cuts, doubles, swaps in or overwrites some bytes.
std::string mutated(std::string bytes, const std::vector<std::string>& inputs, std::mt19937& random) {
    const auto below = [&random](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
        const std::size_t at = below(bytes.size());
        const std::size_t size = std::min(below(40), bytes.size() - at);
        switch (below(5)) {
            case 0:
                bytes.erase(at, size);
                break;
            case 1:
                bytes.insert(at, bytes.substr(at, size));
                break;
            case 2:
                bytes.insert(at, 1, static_cast<char>(below(256)));
                break;
            case 3:
                bytes.resize(at);
                break;
            default: {
                const std::string& other = inputs[below(inputs.size())];
                const std::size_t from = below(other.size());
                bytes.insert(at, other.substr(from, below(80)));
            }
        }
    }
    return bytes;
}

}  // namespace

int main(int count, char** folders) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(folders[i]))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> inputs;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    if (inputs.empty()) {
        std::fputs("no inputs: name the folder of the door's corpus\n", stderr);
        return 1;
    }
    for (const std::string& input : inputs) knock(input);
    std::mt19937 random(20160715);
    for (const std::string& input : inputs) {
        for (int i = 0; i < mutations_per_input; ++i) knock(mutated(input, inputs, random));
    }
    std::printf("%zu inputs and %zu mutations\n", inputs.size(), inputs.size() * mutations_per_input);
    return 0;
}
