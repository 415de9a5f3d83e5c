#include "store/backup.hpp"

#include "store/folder.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace entente::store {

namespace fs = std::filesystem;

namespace {

constexpr const char* mark_name = "ENTENTE-BACKUPS";

void require_backups(const fs::path& backups) {
    std::error_code unknown;
    if (fs::exists(backups / mark_name, unknown)) return;
    throw StoreError(
        StoreError::Kind::missing,
        fmt::format("no backups at {0}; make one with: entente backup {0} -s STORE", backups.string()));
}

void prepare_backups(const fs::path& backups) {
    std::error_code error;
    if (fs::exists(backups / mark_name, error)) return;
    if (fs::exists(backups, error) && (!fs::is_directory(backups, error) || !fs::is_empty(backups, error))) {
        throw StoreError(
            StoreError::Kind::foreign,
            fmt::format("{} holds other things: no folder of backups, and left as it is; name an empty one",
                        backups.string()));
    }
    fs::create_directories(backups, error);
    std::ofstream(backups / mark_name) << "backups of an entente store\n";
    if (!fs::exists(backups / mark_name, error)) {
        throw StoreError(
            StoreError::Kind::denied,
            fmt::format("cannot write to {}; check its permissions and its disk", backups.string()));
    }
}

}  // namespace

std::uint32_t back_up(const fs::path& store, const fs::path& backups) {
    require_store(store);
    prepare_backups(backups);
    return Rows::open_to_write(store)->back_up(backups);
}

void restore(const fs::path& backups, std::uint32_t number, const fs::path& store) {
    require_backups(backups);
    std::error_code unknown;
    if (fs::exists(store, unknown) && !(fs::is_directory(store, unknown) && fs::is_empty(store, unknown))) {
        throw StoreError(
            StoreError::Kind::foreign,
            fmt::format(
                "there is something at {} already, and it is left as it is; name a new folder with -s",
                store.string()));
    }
    fs::create_directories(store, unknown);
    // The rows first, the mark last: what was restored by half is no store.
    Rows::restore(backups, number, store);
    const fs::path rows = rows_folder(store);
    const fs::path aside = store.string() + ".rows";
    fs::rename(rows, aside);
    prepare_store(store);
    fs::rename(aside, rows);
}

}  // namespace entente::store
