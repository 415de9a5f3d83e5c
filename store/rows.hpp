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

// A file of sorted rows in the making, for Rows::ingest. Costs a block of memory, whatever its size.
class SortedFile {
 public:
    SortedFile(Family family, const std::filesystem::path& path);
    ~SortedFile();
    SortedFile(const SortedFile&) = delete;
    SortedFile& operator=(const SortedFile&) = delete;

    // Keys rise.
    void put(std::string_view key, std::string_view value);
    void finish();
    [[nodiscard]] std::uint64_t bytes() const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

class Rows {
 public:
    using Visit = std::function<bool(std::string_view key, std::string_view value)>;

    // As they are now, seen without the lock; nothing is written, not even a log.
    static std::unique_ptr<Rows> open_to_read(const std::filesystem::path& folder);
    // Makes what is missing, takes the lock, and recovers what a killed process left in the log.
    static std::unique_ptr<Rows> open_to_write(const std::filesystem::path& folder);

    // As far as they can be read: past damage in the log and files that are not there. Where even the list of
    // files cannot be read, from what RocksDB's own repair makes of a copy in `scratch`, a folder that is
    // made and must outlive the rows. The store itself is left as it is; nobody may be writing it. `notes` is
    // told what is damaged, a line each.
    static std::unique_ptr<Rows> open_to_salvage(const std::filesystem::path& folder,
                                                 const std::filesystem::path& scratch,
                                                 std::vector<std::string>& notes);

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

    // Where files may lie that `ingest` will take: on the same disk as the store. It is emptied by
    // open_to_write and by `ingest`.
    [[nodiscard]] std::filesystem::path loading_folder() const;
    // Takes in whole files of one family, all of them or none, and syncs them. They are moved, not copied.
    // The batch's rows, of any families, become visible in the same moment.
    void ingest(Family family, const std::vector<std::filesystem::path>& files, const Batch& batch);

    // Reads every block of every file and throws StoreError (damaged) unless all checksums are right.
    void verify() const;

    // Copies all files, with checksums, to a folder of backups, those only that it has not got; gives the
    // backup's number. The store must be open to write.
    std::uint32_t back_up(const std::filesystem::path& backups) const;
    // Puts the rows of a backup (0: the latest) into a folder where there is nothing. The files' checksums
    // are compared on the way.
    static void restore(const std::filesystem::path& backups, std::uint32_t number,
                        const std::filesystem::path& folder);

    // For messages about what was read: the store's folder, as the user named it.
    [[nodiscard]] const std::filesystem::path& folder() const;

 private:
    struct Impl;
    explicit Rows(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

}  // namespace entente::store
