// A store copied away, and brought back.
//
// A folder of backups holds any number of states of one store; what two states share lies there once, so that
// a backup costs what changed. Every file is copied with its checksum, which is compared when it is written
// and when it is brought back. Backing up takes the store's lock. Throws StoreError.
#pragma once

#include <cstdint>
#include <filesystem>

namespace entente::store {

// Makes the folder when there is none; refuses one that holds other things. Gives the number of the backup.
std::uint32_t back_up(const std::filesystem::path& store, const std::filesystem::path& backups);

// Makes `store` from the backup of that number, 0 for the latest. Refuses when there is anything at `store`.
void restore(const std::filesystem::path& backups, std::uint32_t number, const std::filesystem::path& store);

}  // namespace entente::store
