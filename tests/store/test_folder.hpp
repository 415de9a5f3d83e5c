// A folder of its own for each test, gone when the test is.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace entente::store {

class TestFolder {
 public:
    TestFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "entente-store-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
        path_ = pattern;
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // Where a store may be made.
    [[nodiscard]] std::filesystem::path store() const { return path_ / "news.db"; }

 private:
    std::filesystem::path path_;
};

}  // namespace entente::store
