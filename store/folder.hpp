// The folder of a store: whether it is one, of which version, and how a new one begins.
//
// A store is a folder with a file ENTENTE, which a person can read and which tells the version, and a folder
// `rows` for RocksDB. The mark is written first and read first: what has none is not ours and is never
// touched; what has another version is told so before any of its bytes are read.
#pragma once

#include <filesystem>

namespace entente::store {

// Throws StoreError (missing, foreign, older_version, newer_version, denied) unless `folder` is a store that
// this program reads.
void require_store(const std::filesystem::path& folder);

// Makes an empty store where there is nothing or an empty folder; leaves a store as it is; throws as
// require_store does for everything else.
void prepare_store(const std::filesystem::path& folder);

// Where RocksDB keeps its files.
std::filesystem::path rows_folder(const std::filesystem::path& folder);

}  // namespace entente::store
