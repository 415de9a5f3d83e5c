// The imported part of a check: lists against strands, days, counts, names and words.
#pragma once

#include "store/check.hpp"
#include "store/rows.hpp"
#include "store/values.hpp"

#include <cstdint>
#include <functional>

namespace entente::store {

// Adds to the report. `totals` are the store's; `told_actors` is how many vertices articles tell of.
void check_imports(const Rows& rows, const Totals& totals, std::uint64_t told_actors,
                   const std::function<void(std::uint64_t)>& progress, CheckReport& report);

}  // namespace entente::store
