// Reads everything that a store holds and tells what is wrong with it.
//
// Checksums of all blocks; every row decodes and is of a known kind; what records imply is there, nothing
// else is, and says the same: adjacency in both directions, names, dates, pairs, degrees, strands, days,
// totals. What is checked is one epoch, seen without the lock, so a writer may go on beside. Costs one
// reading of the disk, and memory for the indexes of what articles tell (some hundred bytes an event).
//
// Throws StoreError when the store cannot be read at all; what can be read and is wrong is a fault.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace entente::store {

struct CheckReport {
    std::uint64_t rows = 0;
    std::uint64_t faults = 0;
    std::vector<std::string> first_faults;  // at most 20
};

// `progress` is told now and then how many rows were read.
CheckReport check(const std::filesystem::path& folder,
                  const std::function<void(std::uint64_t)>& progress = {});

}  // namespace entente::store
