// The way from clean text back to the bytes as given.
#pragma once

#include "extract/records.hpp"

#include <cstdint>
#include <vector>

namespace entente::extract {

// Where each byte of the clean text stood in the bytes as given. Kept as runs of equal shift, so its size
// follows the number of repairs, not the length of the text.
class OffsetMap {
 public:
    // From `clean` on (until the next run) a clean offset c stands for the given offset c - clean + given.
    // What stands before `clean` ended at the given offset `ended`: what was dropped lies between. Runs come
    // in rising order of `clean`; one at the same place replaces the earlier one but for its `ended`.
    void add_run(std::uint32_t clean, std::uint32_t given, std::uint32_t ended);

    // The given bytes that a span of the clean text came from. Cost: logarithmic in the number of repairs.
    [[nodiscard]] ByteSpan given(ByteSpan clean) const;

    bool operator==(const OffsetMap&) const = default;

 private:
    struct Run {
        std::uint32_t clean;
        std::uint32_t given;
        std::uint32_t ended;

        bool operator==(const Run&) const = default;
    };

    // The last run that starts at `clean` or before; runs_.end() when none does.
    [[nodiscard]] std::vector<Run>::const_iterator run_at(std::uint32_t clean) const;
    [[nodiscard]] std::uint32_t given_at(std::uint32_t clean) const;

    std::vector<Run> runs_;
};

}  // namespace entente::extract
