// Sorted rows of bytes on disk: what the store needs of RocksDB, and nothing else of it.
//
// Rows lie in families (keys.hpp), each sorted by key, byte by byte. A Batch is written whole or not at all,
// across families. This is the only room of RocksDB: swap rows.cpp and the store stands on something else.
// Every function throws StoreError. Reading is safe from any number of threads; writing from one at a time.
#pragma once

#include "store/keys.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

// Changes to be written together, applied in the order given: of two to one key the later wins.
class Batch {
 public:
    struct Change {
        Family family = Family::graph;
        std::string key;
        std::optional<std::string> value;  // nullopt: the row goes
    };

    void add(Change change) { changes_.push_back(std::move(change)); }
    void put(Family family, std::string key, std::string value) {
        changes_.push_back({family, std::move(key), std::move(value)});
    }
    void erase(Family family, std::string key) { changes_.push_back({family, std::move(key), std::nullopt}); }

    [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }

 private:
    std::vector<Change> changes_;
};

// What a written batch outlives: the process (it is in the log, which the system will write), or the machine
// as well (the log is synced, which costs milliseconds).
enum class Durability { process, machine };

class Rows {
 public:
    using Visit = std::function<bool(std::string_view key, std::string_view value)>;

    // As they are now, seen without the lock; nothing is written, not even a log.
    static std::unique_ptr<Rows> open_to_read(const std::filesystem::path& folder);
    // Makes what is missing, takes the lock, and recovers what a killed process left in the log.
    static std::unique_ptr<Rows> open_to_write(const std::filesystem::path& folder);

    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    // The rows as they are now, whatever is written later. It must not outlive this object.
    [[nodiscard]] std::unique_ptr<Rows> snapshot() const;

    [[nodiscard]] std::optional<std::string> get(Family family, std::string_view key) const;
    // One value for each key, in the order of the keys; cheaper than asking one by one.
    [[nodiscard]] std::vector<std::optional<std::string>> get(Family family,
                                                              const std::vector<std::string>& keys) const;

    // Rows with keys in [lower, upper) in order of key until `visit` says false; "" as upper: to the end. The
    // views last for the call.
    void scan(Family family, std::string_view lower, std::string_view upper, const Visit& visit) const;
    // All rows that begin with the prefix.
    void scan(Family family, std::string_view prefix, const Visit& visit) const;

    void write(const Batch& batch, Durability durability);

    // For messages about what was read: the store's folder, as the user named it.
    [[nodiscard]] const std::filesystem::path& folder() const;

 private:
    struct Impl;
    explicit Rows(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

}  // namespace entente::store
