// Stores joined into one: what shards hold, as if it had been built at once.
//
//     store::Merge merge({"march.db", "april.db"}, "spring.db");
//     { store::Writer writer("spring.db"); merge.put_articles(writer); graph::resolve(writer, {...}); }
//     merge.import_events();
//
// The result does not depend on the order of the shards, nor on what of it the target held before: an article
// is the same by its key, an event by its id. Of two versions of one article the one with the later date
// stays, of equal dates the one whose version (a hash) is greater; conflicts() names them. Events of equal id
// are one (of one that says different things in two shards, the words of the smaller bytes; in a target that
// has it already, those stay).
//
// Each article is one atomic batch and each data set one atomic import, so a merge that was killed has done
// some of it; the same merge again does the rest. Shards are opened when the object is made, read-only, and
// read as they were then. Throws StoreError. One thread at a time.
#pragma once

#include "store/holdings.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace entente::store {

struct MergeSummary {
    std::uint64_t articles = 0;  // of the shards
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t rows = 0;    // imported events of the shards
    std::uint64_t events = 0;  // new ones, with those that have no type
};

class Merge {
 public:
    // A shard that is the target itself is passed over. Refuses shards that are no stores before the target
    // is touched.
    Merge(const std::vector<std::filesystem::path>& shards, std::filesystem::path target);

    // The decisions that each shard follows, in the order of the shards.
    [[nodiscard]] std::vector<std::string> decisions();

    // `progress` is told how many articles were looked at; it may stop the merge by saying false.
    void put_articles(Writer& writer, const std::function<bool(std::uint64_t)>& progress = {});
    // No other writer of the target may be open.
    void import_events(const std::function<void(const std::string& dataset, double part)>& progress = {});

    [[nodiscard]] const MergeSummary& summary() const { return summary_; }
    // Articles of which two versions met, by key, in order.
    [[nodiscard]] const std::set<graph::ArticleKey>& conflicts() const { return conflicts_; }

 private:
    void put(Writer& writer, const graph::Said& said);

    std::filesystem::path target_;
    std::vector<Holdings> shards_;
    MergeSummary summary_;
    std::set<graph::ArticleKey> conflicts_;
};

}  // namespace entente::store
