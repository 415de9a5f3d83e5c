#include "store/rows.hpp"

#include "store/folder.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdarg>
#include <thread>

#include <fmt/format.h>
#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/snapshot.h>
#include <rocksdb/sst_file_reader.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/table.h>
#include <rocksdb/utilities/backup_engine.h>
#include <rocksdb/write_batch.h>

namespace entente::store {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, family_count> family_names = {"default", "books", "texts", "imports"};

// What an import writes before it is taken in; a killed one leaves it.
constexpr const char* loading_name = "loading";

constexpr std::size_t kibibyte = 1024;
constexpr std::size_t mebibyte = 1024 * kibibyte;

using Handles = std::vector<rocksdb::ColumnFamilyHandle*>;

rocksdb::Slice slice(std::string_view bytes) {
    return {bytes.data(), bytes.size()};
}

std::string_view view(const rocksdb::Slice& bytes) {
    return {bytes.data(), bytes.size()};
}

bool contains(const std::string& text, std::string_view word) {
    return text.find(word) != std::string::npos;
}

StoreError::Kind kind_of(const rocksdb::Status& status) {
    using Kind = StoreError::Kind;
    const std::string text = status.ToString();
    if (status.IsNoSpace() || contains(text, "No space left") || contains(text, "quota exceeded") ||
        contains(text, "File too large")) {
        return Kind::full;
    }
    if (status.IsIOError() && (contains(text, "lock file") || contains(text, "lock hold"))) {
        return Kind::locked;
    }
    if (contains(text, "Permission denied") || contains(text, "Read-only file system")) return Kind::denied;
    // A byte changed in the wrong place makes a format look unknown or a file or family missing.
    const bool broken = status.IsCorruption() || status.IsNotSupported() || status.IsInvalidArgument() ||
                        status.IsNotFound() || status.IsPathNotFound() ||
                        contains(text, "No such file or directory");
    return broken ? Kind::damaged : Kind::failed;
}

std::string_view advice(StoreError::Kind kind) {
    switch (kind) {
        case StoreError::Kind::full:
            return "the disk is full (or a limit on sizes is reached): free some space and run the same "
                   "again; "
                   "nothing acknowledged is lost";
        case StoreError::Kind::locked:
            return "another process is writing it: wait until that is done, or name another store with -s";
        case StoreError::Kind::denied:
            return "check the permissions of the folder, or name another store with -s";
        case StoreError::Kind::damaged:
            return "its files are damaged or were never finished: carry what can be saved into a new store "
                   "(entente repair NEW -s STORE), or bring a backup back (entente restore)";
        default:
            return "check the disk, then run the same again";
    }
}

// The one place where a status of RocksDB becomes an exception of ours.
void require(const rocksdb::Status& status, std::string_view doing, const fs::path& folder) {
    if (status.ok()) return;
    const StoreError::Kind kind = kind_of(status);
    throw StoreError(kind, fmt::format("cannot {} the store at {}: {} ({})", doing, folder.string(),
                                       advice(kind), status.ToString()));
}

// RocksDB's own log: nobody reads it, and opening a file for it costs a reader milliseconds.
class Silence : public rocksdb::Logger {
 public:
    using rocksdb::Logger::Logv;
    void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

// A reader compacts and flushes nothing: the two threads that RocksDB would start for it are left out, which
// saves a short-lived process their birth and death.
class ThreadlessEnv : public rocksdb::EnvWrapper {
 public:
    ThreadlessEnv() : rocksdb::EnvWrapper(rocksdb::Env::Default()) {}
    void IncBackgroundThreadsIfNeeded(int /*number*/, Priority /*priority*/) override {}
};

rocksdb::Env* threadless_env() {
    static ThreadlessEnv env;
    return &env;
}

// The measurements behind these choices are in FORMAT.md.
rocksdb::ColumnFamilyOptions family_options(Family family, const std::shared_ptr<rocksdb::Cache>& cache) {
    rocksdb::BlockBasedTableOptions table;
    table.block_cache = cache;
    table.format_version = 5;
    table.block_size = family == Family::texts ? 16 * kibibyte : 8 * kibibyte;
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));

    rocksdb::ColumnFamilyOptions options;
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    options.write_buffer_size = 32 * mebibyte;
    // A commit brings its rows in order of key: each is looked for where the last of its kind was put.
    options.memtable_insert_with_hint_prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(1));
    options.level_compaction_dynamic_level_bytes = true;
    options.compression = family == Family::texts ? rocksdb::kZSTD : rocksdb::kLZ4Compression;
    options.bottommost_compression = family == Family::graph ? rocksdb::kLZ4Compression : rocksdb::kZSTD;
    if (family == Family::imports) {
        // Loaded whole and sorted, at the bottom from the start; a question reads one place of one file.
        options.compression = rocksdb::kZSTD;
        table.filter_policy.reset();
        table.block_restart_interval = 8;
        options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    }
    return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> families(std::size_t cache_bytes) {
    const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(cache_bytes);
    std::vector<rocksdb::ColumnFamilyDescriptor> all;
    for (std::size_t i = 0; i < family_count; ++i) {
        all.emplace_back(family_names[i], family_options(static_cast<Family>(i), cache));
    }
    return all;
}

rocksdb::DBOptions common_options() {
    rocksdb::DBOptions options;
    options.info_log = std::make_shared<Silence>();
    options.stats_dump_period_sec = 0;
    options.stats_persist_period_sec = 0;
    options.skip_stats_update_on_db_open = true;
    // A torn last record is a kill in the middle of a write that nobody was told of; damage before it is
    // damage.
    options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
    return options;
}

rocksdb::DBOptions reading_options() {
    rocksdb::DBOptions options = common_options();
    options.env = threadless_env();
    options.skip_checking_sst_file_sizes_on_db_open = true;
    options.max_file_opening_threads = 1;
    // Every file is opened at once and stays open: a writer beside us may unlink it at any time.
    options.max_open_files = -1;
    return options;
}

rocksdb::DBOptions writing_options() {
    rocksdb::DBOptions options = common_options();
    options.create_if_missing = true;
    options.create_missing_column_families = true;
    options.max_background_jobs = 2;
    options.max_open_files = 512;
    // What a reader that comes meanwhile has to replay before it can answer.
    options.max_total_wal_size = 64 * mebibyte;
    options.bytes_per_sync = mebibyte;
    return options;
}

constexpr int reading_attempts = 24;

// What a writer changes when it moves rows from one file to another: the list of files and the logs. A reader
// that opened while this changed may have missed a log that was written out and deleted between two of its
// looks, and with it rows; so it looks again.
std::vector<std::string> state_of_files(const fs::path& folder) {
    std::vector<std::string> state;
    std::error_code gone;
    const fs::directory_iterator end;
    for (fs::directory_iterator entry(folder, gone); !gone && entry != end; entry.increment(gone)) {
        const std::string name = entry->path().filename().string();
        std::error_code unreadable;
        if (name.starts_with("MANIFEST")) {
            state.push_back(fmt::format("{} {}", name, entry->file_size(unreadable)));
        } else if (name.ends_with(".log")) {
            state.push_back(name);
        }
    }
    std::ranges::sort(state);
    return state;
}

}  // namespace

struct Rows::Impl {
    fs::path folder;
    std::unique_ptr<rocksdb::DB> owned;  // null in a snapshot
    rocksdb::DB* db = nullptr;
    Handles handles;
    const rocksdb::Snapshot* at = nullptr;
    bool writes = false;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { close(); }

    void take(rocksdb::DB* opened) {
        owned.reset(opened);
        db = opened;
    }

    void close() {
        if (at != nullptr) db->ReleaseSnapshot(at);
        if (!owned) return;
        // So that the next reader finds an empty log. A failure costs it time, not content.
        if (writes) db->Flush({}, handles).PermitUncheckedError();
        for (rocksdb::ColumnFamilyHandle* handle : handles) {
            db->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
        }
        handles.clear();
        owned->Close().PermitUncheckedError();
        owned.reset();
    }

    [[nodiscard]] rocksdb::ColumnFamilyHandle* handle(Family family) const {
        return handles[static_cast<std::size_t>(family)];
    }

    [[nodiscard]] rocksdb::ReadOptions reading() const {
        rocksdb::ReadOptions options;
        options.snapshot = at;
        return options;
    }
};

Rows::Rows(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Rows::~Rows() = default;

const fs::path& Rows::folder() const {
    return impl_->folder;
}

std::unique_ptr<Rows> Rows::open_to_read(const fs::path& folder) {
    require_store(folder);
    auto impl = std::make_unique<Impl>();
    impl->folder = folder;
    rocksdb::Status status;
    for (int attempt = 0; attempt < reading_attempts; ++attempt) {
        // 5, 10, 20 ... 160 ms, and so on: under four seconds in all.
        if (attempt > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(5 << std::min(attempt - 1, 5)));
        const std::vector<std::string> before = state_of_files(rows_folder(folder));
        rocksdb::DB* opened = nullptr;
        status = rocksdb::DB::OpenForReadOnly(reading_options(), rows_folder(folder).string(),
                                              families(64 * mebibyte), &impl->handles, &opened);
        if (status.ok()) impl->take(opened);
        const bool undisturbed = state_of_files(rows_folder(folder)) == before;
        if (undisturbed && !contains(status.ToString(), "No such file")) break;
        impl->close();
        if (status.ok()) status = rocksdb::Status::Busy("its files change faster than they can be opened");
    }
    require(status, "open", folder);
    return std::unique_ptr<Rows>(new Rows(std::move(impl)));
}

std::unique_ptr<Rows> Rows::open_to_write(const fs::path& folder) {
    prepare_store(folder);
    auto impl = std::make_unique<Impl>();
    impl->folder = folder;
    impl->writes = true;
    rocksdb::DB* opened = nullptr;
    const rocksdb::Status status = rocksdb::DB::Open(writing_options(), rows_folder(folder).string(),
                                                     families(64 * mebibyte), &impl->handles, &opened);
    require(status, "open", folder);
    impl->take(opened);
    std::error_code left;
    fs::remove_all(folder / loading_name, left);  // of an import that was killed
    return std::unique_ptr<Rows>(new Rows(std::move(impl)));
}

namespace {

// Whether it is a store, its mark damaged or not. Of another version it is refused.
void require_salvageable(const fs::path& folder, std::vector<std::string>& notes) {
    try {
        require_store(folder);
    } catch (const StoreError& error) {
        const bool no_mark =
            error.kind() == StoreError::Kind::missing || error.kind() == StoreError::Kind::foreign;
        std::error_code none;
        if (!no_mark || !fs::is_directory(rows_folder(folder), none)) throw;
        notes.emplace_back("its mark (the file ENTENTE) cannot be read");
    }
}

void require_no_writer(const fs::path& folder) {
    rocksdb::FileLock* lock = nullptr;
    rocksdb::Env* const env = rocksdb::Env::Default();
    const rocksdb::Status status = env->LockFile((rows_folder(folder) / "LOCK").string(), &lock);
    if (status.ok()) return env->UnlockFile(lock).PermitUncheckedError();
    // On a disk that cannot be written, nobody writes.
    if (kind_of(status) == StoreError::Kind::locked) require(status, "repair", folder);
}

// Links where that is possible: sorted files never change.
void copy_rows(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_directories(to, error);
    for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
        const fs::path copy = to / entry.path().filename();
        if (!entry.is_regular_file() || copy.filename() == "LOCK") continue;
        std::error_code no_link;
        if (copy.extension() == ".sst") fs::create_hard_link(entry.path(), copy, no_link);
        if (copy.extension() != ".sst" || no_link) fs::copy_file(entry.path(), copy);
    }
}

rocksdb::DBOptions salvaging_options() {
    rocksdb::DBOptions options = reading_options();
    options.paranoid_checks = false;
    options.wal_recovery_mode = rocksdb::WALRecoveryMode::kSkipAnyCorruptedRecords;
    return options;
}

// RocksDB's repair lays aside what it cannot place: damaged files, and whole ones that were taken in over
// older rows (imports). Their rows are written again, the oldest file first.
void put_back(const fs::path& laid_aside, rocksdb::DB& db, const Handles& handles,
              std::vector<std::string>& notes) {
    std::vector<fs::path> files;
    std::error_code none;
    for (fs::directory_iterator entry(laid_aside, none); !none && entry != fs::directory_iterator();
         entry.increment(none)) {
        if (entry->path().extension() == ".sst") files.push_back(entry->path());
    }
    std::ranges::sort(files);  // their names are numbers of one length
    for (const fs::path& file : files) {
        rocksdb::Options options(rocksdb::DBOptions(), family_options(Family::imports, nullptr));
        rocksdb::SstFileReader reader(options);
        rocksdb::Status status = reader.Open(file.string());
        if (status.ok()) {
            const std::string family = reader.GetTableProperties()->column_family_name;
            const auto named = std::ranges::find(family_names, family);
            const auto place = static_cast<std::size_t>(named - family_names.begin());
            const std::unique_ptr<rocksdb::Iterator> row(reader.NewIterator({}));
            rocksdb::WriteOptions writing;
            writing.disableWAL = true;
            if (place < handles.size()) {
                for (row->SeekToFirst(); row->Valid(); row->Next()) {
                    require(db.Put(writing, handles[place], row->key(), row->value()), "repair", laid_aside);
                }
            }
            status = row->status();
        }
        if (!status.ok())
            notes.push_back(fmt::format("not all of its file {} can be read", file.filename().string()));
    }
}

}  // namespace

std::unique_ptr<Rows> Rows::open_to_salvage(const fs::path& folder, const fs::path& scratch,
                                            std::vector<std::string>& notes) {
    require_salvageable(folder, notes);
    require_no_writer(folder);
    const auto opened = [&folder](const rocksdb::DBOptions& options, const fs::path& rows,
                                  rocksdb::Status& status) {
        auto impl = std::make_unique<Impl>();
        impl->folder = folder;
        rocksdb::DB* db = nullptr;
        status = rocksdb::DB::OpenForReadOnly(options, rows.string(), families(64 * mebibyte), &impl->handles,
                                              &db);
        if (status.ok()) impl->take(db);
        return impl;
    };
    rocksdb::Status status;
    auto impl = opened(reading_options(), rows_folder(folder), status);
    if (status.ok()) return std::unique_ptr<Rows>(new Rows(std::move(impl)));
    notes.push_back(fmt::format("its files do not open: {}", status.ToString()));

    impl = opened(salvaging_options(), rows_folder(folder), status);
    if (status.ok()) {
        // A young file that is damaged stands in the way of every question; then the files are sorted anew.
        const bool answers = std::ranges::all_of(impl->handles, [&](rocksdb::ColumnFamilyHandle* handle) {
            const std::unique_ptr<rocksdb::Iterator> row(impl->db->NewIterator({}, handle));
            row->Seek(rocksdb::Slice("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8));
            return row->status().ok();
        });
        if (answers) return std::unique_ptr<Rows>(new Rows(std::move(impl)));
    }
    impl.reset();

    const fs::path copy = rows_folder(scratch);
    try {
        copy_rows(rows_folder(folder), copy);
    } catch (const fs::filesystem_error& error) {
        const bool full = error.code() == std::errc::no_space_on_device;
        throw StoreError(full ? StoreError::Kind::full : StoreError::Kind::failed,
                         fmt::format("cannot copy the files of {} to {}: {}; make room there and try again",
                                     folder.string(), scratch.string(), error.code().message()));
    }
    rocksdb::DBOptions repairing = common_options();
    repairing.create_if_missing = true;
    repairing.wal_recovery_mode = rocksdb::WALRecoveryMode::kSkipAnyCorruptedRecords;
    require(rocksdb::RepairDB(copy.string(), repairing, families(64 * mebibyte)), "repair", folder);
    // To write: a family of which nothing was saved has to be made.
    repairing.create_missing_column_families = true;
    repairing.paranoid_checks = false;
    std::vector<rocksdb::ColumnFamilyDescriptor> quiet = families(64 * mebibyte);
    for (rocksdb::ColumnFamilyDescriptor& family : quiet) family.options.disable_auto_compactions = true;
    impl = std::make_unique<Impl>();
    impl->folder = folder;
    rocksdb::DB* db = nullptr;
    require(rocksdb::DB::Open(repairing, copy.string(), quiet, &impl->handles, &db), "repair", folder);
    impl->take(db);
    put_back(copy / "lost", *impl->db, impl->handles, notes);
    return std::unique_ptr<Rows>(new Rows(std::move(impl)));
}

std::unique_ptr<Rows> Rows::snapshot() const {
    auto impl = std::make_unique<Impl>();
    impl->folder = impl_->folder;
    impl->db = impl_->db;
    impl->handles = impl_->handles;
    impl->at = impl_->db->GetSnapshot();
    return std::unique_ptr<Rows>(new Rows(std::move(impl)));
}

std::optional<std::string> Rows::get(Family family, std::string_view key) const {
    std::string value;
    const rocksdb::Status status =
        impl_->db->Get(impl_->reading(), impl_->handle(family), slice(key), &value);
    if (status.IsNotFound()) return std::nullopt;
    require(status, "read", impl_->folder);
    return value;
}

std::vector<std::optional<std::string>> Rows::get(Family family, const std::vector<std::string>& keys) const {
    std::vector<rocksdb::Slice> wanted;
    wanted.reserve(keys.size());
    for (const std::string& key : keys) wanted.push_back(slice(key));
    std::vector<rocksdb::PinnableSlice> found(keys.size());
    std::vector<rocksdb::Status> statuses(keys.size());
    impl_->db->MultiGet(impl_->reading(), impl_->handle(family), keys.size(), wanted.data(), found.data(),
                        statuses.data());
    std::vector<std::optional<std::string>> values(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (statuses[i].IsNotFound()) continue;
        require(statuses[i], "read", impl_->folder);
        values[i] = found[i].ToString();
    }
    return values;
}

void Rows::scan(Family family, std::string_view lower, std::string_view upper, const Visit& visit) const {
    const rocksdb::Slice bound = slice(upper);
    rocksdb::ReadOptions options = impl_->reading();
    if (!upper.empty()) options.iterate_upper_bound = &bound;
    const std::unique_ptr<rocksdb::Iterator> row(impl_->db->NewIterator(options, impl_->handle(family)));
    for (row->Seek(slice(lower)); row->Valid(); row->Next()) {
        if (!visit(view(row->key()), view(row->value()))) return;
    }
    require(row->status(), "read", impl_->folder);
}

void Rows::scan(Family family, std::string_view prefix, const Visit& visit) const {
    scan(family, prefix, after(prefix), visit);
}

void Rows::write(const Batch& batch, Durability durability) {
    rocksdb::WriteBatch changes;
    for (const Batch::Change& change : batch.changes()) {
        rocksdb::ColumnFamilyHandle* const handle = impl_->handle(change.family);
        const rocksdb::Status status = change.value
                                           ? changes.Put(handle, slice(change.key), slice(*change.value))
                                           : changes.Delete(handle, slice(change.key));
        require(status, "write to", impl_->folder);
    }
    rocksdb::WriteOptions options;
    options.sync = durability == Durability::machine;
    require(impl_->db->Write(options, &changes), "write to", impl_->folder);
}

fs::path Rows::loading_folder() const {
    return impl_->folder / loading_name;
}

void Rows::ingest(Family family, const std::vector<fs::path>& files, const Batch& batch) {
    std::vector<std::vector<Batch::Change>> by_family(family_count);
    for (const Batch::Change& change : batch.changes()) {
        by_family[static_cast<std::size_t>(change.family)].push_back(change);
    }
    std::vector<rocksdb::IngestExternalFileArg> arguments;
    for (std::size_t i = 0; i < family_count; ++i) {
        rocksdb::IngestExternalFileArg argument;
        argument.column_family = impl_->handles[i];
        argument.options.move_files = true;
        if (static_cast<Family>(i) == family) {
            for (const fs::path& file : files) argument.external_files.push_back(file.string());
        }
        if (!by_family[i].empty()) {
            const fs::path file = loading_folder() / fmt::format("rows-{}.sst", i);
            std::ranges::sort(by_family[i], {}, &Batch::Change::key);
            SortedFile sorted(static_cast<Family>(i), file);
            for (const Batch::Change& change : by_family[i]) sorted.put(change.key, *change.value);
            sorted.finish();
            argument.external_files.push_back(file.string());
        }
        if (!argument.external_files.empty()) arguments.push_back(std::move(argument));
    }
    if (!arguments.empty()) require(impl_->db->IngestExternalFiles(arguments), "write to", impl_->folder);
    std::error_code left;
    fs::remove_all(loading_folder(), left);
}

void Rows::verify() const {
    require(impl_->db->VerifyChecksum(impl_->reading()), "read all of", impl_->folder);
}

namespace {

std::unique_ptr<rocksdb::BackupEngine> backup_engine(const fs::path& backups) {
    rocksdb::BackupEngineOptions options(backups.string());
    options.share_table_files = true;
    options.share_files_with_checksum = true;
    rocksdb::BackupEngine* opened = nullptr;
    require(rocksdb::BackupEngine::Open(rocksdb::Env::Default(), options, &opened), "use the backups of",
            backups);
    return std::unique_ptr<rocksdb::BackupEngine>(opened);
}

}  // namespace

std::uint32_t Rows::back_up(const fs::path& backups) const {
    const auto engine = backup_engine(backups);
    rocksdb::CreateBackupOptions options;
    options.flush_before_backup = true;
    rocksdb::BackupID number = 0;
    require(engine->CreateNewBackup(options, impl_->db, &number), "copy", impl_->folder);
    require(engine->VerifyBackup(number, true), "copy", impl_->folder);
    return number;
}

void Rows::restore(const fs::path& backups, std::uint32_t number, const fs::path& folder) {
    const auto engine = backup_engine(backups);
    const std::string rows = rows_folder(folder).string();
    require(number == 0 ? engine->RestoreDBFromLatestBackup(rows, rows)
                        : engine->RestoreDBFromBackup(number, rows, rows),
            "restore", folder);
}

namespace {

// Tells the writer of a sorted file which family it is for, so that the file says so: else RocksDB's repair
// would take it for one of the first family.
class NamedFamily : public rocksdb::ColumnFamilyHandle {
 public:
    explicit NamedFamily(Family family)
        : name_(family_names.at(static_cast<std::size_t>(family))), id_(static_cast<std::uint32_t>(family)) {}
    const std::string& GetName() const override { return name_; }
    std::uint32_t GetID() const override { return id_; }
    rocksdb::Status GetDescriptor(rocksdb::ColumnFamilyDescriptor* /*descriptor*/) override {
        return rocksdb::Status::NotSupported();
    }
    const rocksdb::Comparator* GetComparator() const override { return rocksdb::BytewiseComparator(); }

 private:
    std::string name_;
    std::uint32_t id_;  // families are made in their order, so the number is RocksDB's
};

}  // namespace

struct SortedFile::Impl {
    explicit Impl(Family given)
        : family(given),
          writer(rocksdb::EnvOptions(),
                 rocksdb::Options(rocksdb::DBOptions(), family_options(given, nullptr)), &family) {}

    NamedFamily family;
    rocksdb::SstFileWriter writer;
    fs::path path;
};

SortedFile::SortedFile(Family family, const fs::path& path) : impl_(std::make_unique<Impl>(family)) {
    impl_->path = path;
    require(impl_->writer.Open(path.string()), "write", path);
}

SortedFile::~SortedFile() = default;

void SortedFile::put(std::string_view key, std::string_view value) {
    require(impl_->writer.Put(slice(key), slice(value)), "write", impl_->path);
}

void SortedFile::finish() {
    require(impl_->writer.Finish(), "write", impl_->path);
}

std::uint64_t SortedFile::bytes() const {
    return impl_->writer.FileSize();
}

}  // namespace entente::store
