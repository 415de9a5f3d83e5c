// The words of rows (their own ids, places, urls, texts) while an import sorts their numbers: put down as the
// rows come, read back when their place is known.
//
// Two temporary files in a folder, none while no row has words. Throws StoreError when the disk fails. One
// thread at a time.
#pragma once

#include "graph/view.hpp"
#include "store/spool.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace entente::store {

class KeptRows {
 public:
    explicit KeptRows(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // The row's number, from 1.
    std::uint32_t keep(std::string_view id, std::string_view place, std::string_view url,
                       std::string_view text);
    // That of 0 has no words.
    graph::ImportedRow row(std::uint32_t number);
    [[nodiscard]] bool none() const { return count_ == 0; }

 private:
    std::filesystem::path folder_;
    std::unique_ptr<Spool> bytes_;
    std::unique_ptr<Spool> ends_;  // of each row in `bytes_`
    std::uint64_t size_ = 0;
    std::uint32_t count_ = 0;
};

}  // namespace entente::store
