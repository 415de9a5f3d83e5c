// What can be saved of a damaged store, carried into a new one; the damaged one is never written.
//
//     store::Repair repair("news.db", "new.db.salvage");
//     { store::Writer writer("new.db"); repair.put_articles(writer); graph::resolve(writer, {...}); }
//     repair.import_events("new.db");
//
// Articles and imported events are read past what is damaged, and everything that follows from them (names,
// adjacency, sums, counts, indexes) is built anew, as `add` and `import` build it; so damage to those costs
// nothing. lost() names the rest. Where RocksDB's files do not open, its own repair works on a copy. Takes
// the time of building the store again without reading a single article. Throws StoreError when nothing can
// be opened, or the new store cannot be written. One thread at a time.
#pragma once

#include "store/holdings.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace entente::store {

class Repair {
 public:
    // `scratch` is a folder that may be made for a copy, on the disk of the new store; it is taken away with
    // the object.
    Repair(const std::filesystem::path& damaged, std::filesystem::path scratch);
    ~Repair();
    Repair(const Repair&) = delete;
    Repair& operator=(const Repair&) = delete;

    // The decisions that the store followed.
    [[nodiscard]] std::string decisions();
    // Gives how many articles.
    std::uint64_t put_articles(Writer& writer, const std::function<void(std::uint64_t)>& progress = {});
    // Into a store that holds no imports yet, and that no writer has open. Gives how many events.
    std::uint64_t import_events(
        const std::filesystem::path& target,
        const std::function<void(const std::string& dataset, double part)>& progress = {});

    // What was found damaged when the store was opened, for people.
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
    // What is not in the new store, a line each; whole when the calls above are done.
    [[nodiscard]] std::vector<std::string> lost() const;

 private:
    std::filesystem::path scratch_;
    std::vector<std::string> notes_;
    std::unique_ptr<Holdings> holdings_;
    std::vector<std::string> lost_events_;
};

}  // namespace entente::store
