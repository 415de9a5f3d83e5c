// A data set taken out of a store again: its events, and the actors that only it knew.
//
// One atomic batch, synced. Reads all of what was imported once. Takes the store's lock. Throws StoreError.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace entente::store {

// How many events went; 0 when no data set has that name.
std::uint64_t remove_dataset(const std::filesystem::path& store, const std::string& dataset);

}  // namespace entente::store
