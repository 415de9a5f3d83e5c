#include "store/folder.hpp"

#include "store/store.hpp"

#include <cerrno>
#include <fstream>
#include <optional>
#include <string>
#include <system_error>

#include <fmt/format.h>

namespace entente::store {

namespace fs = std::filesystem;

namespace {

constexpr const char* mark_name = "ENTENTE";
constexpr const char* unfinished_mark_name = "ENTENTE.new";
constexpr const char* mark_title = "entente store";
constexpr const char* version_word = "version ";

[[noreturn]] void refuse(StoreError::Kind kind, const std::string& message) {
    throw StoreError(kind, message);
}

[[noreturn]] void refuse_missing(const fs::path& folder) {
    refuse(StoreError::Kind::missing,
           fmt::format("no store at {0}; build one with: entente add PATH... -s {0}", folder.string()));
}

[[noreturn]] void refuse_foreign(const fs::path& folder, std::string_view why) {
    refuse(StoreError::Kind::foreign,
           fmt::format("{} {}: not a store of entente, and left as it is; name another folder with -s",
                       folder.string(), why));
}

[[noreturn]] void refuse_access(const fs::path& folder, const std::error_code& error) {
    const bool full = error == std::errc::no_space_on_device;
    refuse(full ? StoreError::Kind::full : StoreError::Kind::denied,
           fmt::format("cannot use {} as a store: {}; check its permissions and its disk, or name another "
                       "folder with -s",
                       folder.string(), error.message()));
}

void refuse_other_version(const fs::path& folder, unsigned long version) {
    if (version > format_version) {
        refuse(StoreError::Kind::newer_version,
               fmt::format("the store at {} was written by a newer entente (format {}, this one reads {}); "
                           "use the newer program",
                           folder.string(), version, format_version));
    }
    refuse(StoreError::Kind::older_version,
           fmt::format("the store at {0} has the older format {1} (this entente reads {2}); rebuild it in a "
                       "new folder: entente add PATH... -s {0}.new",
                       folder.string(), version, format_version));
}

bool is_empty_but_for_leftovers(const fs::path& folder) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().filename() != unfinished_mark_name) return false;
    }
    return true;
}

// The version the mark tells; nullopt when there is no mark. What is not a mark of ours is foreign.
std::optional<unsigned long> read_mark(const fs::path& folder) {
    const fs::path mark = folder / mark_name;
    if (!fs::exists(mark)) return std::nullopt;
    std::ifstream file(mark);
    std::string title;
    std::string version;
    if (!std::getline(file, title) || !std::getline(file, version) || title != mark_title ||
        !version.starts_with(version_word)) {
        refuse_foreign(folder, fmt::format("has a file {} that is none of ours", mark_name));
    }
    const std::string digits = version.substr(std::string_view(version_word).size());
    if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != std::string::npos) {
        refuse_foreign(folder, fmt::format("has a file {} without a version", mark_name));
    }
    return std::stoul(digits);
}

// Written beside its place and moved there, so that a kill leaves a whole mark or none.
void write_mark(const fs::path& folder) {
    const fs::path unfinished = folder / unfinished_mark_name;
    errno = 0;
    {
        std::ofstream file(unfinished, std::ios::trunc);
        file << mark_title << '\n' << version_word << format_version << '\n';
        file.close();
        if (!file) {
            refuse_access(folder, std::error_code(errno != 0 ? errno : EIO, std::generic_category()));
        }
    }
    fs::rename(unfinished, folder / mark_name);
}

void check(const fs::path& folder) {
    if (!fs::exists(folder)) refuse_missing(folder);
    if (!fs::is_directory(folder)) refuse_foreign(folder, "is a file");
    const std::optional<unsigned long> version = read_mark(folder);
    if (!version) {
        if (is_empty_but_for_leftovers(folder)) refuse_missing(folder);
        refuse_foreign(folder, "holds other things");
    }
    if (*version != format_version) refuse_other_version(folder, *version);
}

void prepare(const fs::path& folder) {
    if (!fs::exists(folder)) fs::create_directories(folder);
    if (fs::is_directory(folder) && is_empty_but_for_leftovers(folder)) write_mark(folder);
    check(folder);
}

}  // namespace

void require_store(const fs::path& folder) {
    try {
        check(folder);
    } catch (const fs::filesystem_error& error) {
        refuse_access(folder, error.code());
    }
}

void prepare_store(const fs::path& folder) {
    try {
        prepare(folder);
    } catch (const fs::filesystem_error& error) {
        refuse_access(folder, error.code());
    }
}

fs::path rows_folder(const fs::path& folder) {
    return folder / "rows";
}

// A writer may take a file away while we look: what is gone counts nothing.
std::uint64_t disk_bytes(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code gone;
    const fs::recursive_directory_iterator end;
    for (fs::recursive_directory_iterator entry(folder, gone); !gone && entry != end; entry.increment(gone)) {
        std::error_code unreadable;
        const std::uintmax_t size = entry->is_regular_file(unreadable) ? entry->file_size(unreadable) : 0;
        if (!unreadable) bytes += size;
    }
    return bytes;
}

}  // namespace entente::store
