// A long sorted run of imported rows, in files of a fair size, as Rows::ingest takes them.
//
// Costs a block of memory. Throws StoreError. One thread at a time.
#pragma once

#include "store/rows.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace entente::store {

class SortedRun {
 public:
    SortedRun(std::filesystem::path folder, std::string name)
        : folder_(std::move(folder)), name_(std::move(name)) {}

    void put(std::string_view key, std::string_view value) {
        if (!file_ || file_->bytes() > largest_file_bytes) {
            finish();
            files_.push_back(folder_ / fmt::format("{}-{}.sst", name_, files_.size()));
            file_ = std::make_unique<SortedFile>(Family::imports, files_.back());
        }
        file_->put(key, value);
    }

    void finish() {
        if (file_) file_->finish();
        file_.reset();
    }

    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }

 private:
    static constexpr std::uint64_t largest_file_bytes = std::uint64_t{256} << 20U;

    std::filesystem::path folder_;
    std::string name_;
    std::vector<std::filesystem::path> files_;
    std::unique_ptr<SortedFile> file_;
};

}  // namespace entente::store
