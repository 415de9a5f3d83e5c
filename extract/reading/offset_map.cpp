#include "extract/reading/offset_map.hpp"

#include <algorithm>

namespace entente::extract {

void OffsetMap::add_run(std::uint32_t clean, std::uint32_t given) {
    while (!runs_.empty() && runs_.back().clean >= clean) runs_.pop_back();
    if (!runs_.empty() && runs_.back().given - runs_.back().clean == given - clean) return;
    runs_.push_back({clean, given});
}

std::uint32_t OffsetMap::given_at(std::uint32_t clean) const {
    const auto after = std::ranges::upper_bound(runs_, clean, {}, &Run::clean);
    if (after == runs_.begin()) return clean;
    const Run& run = *std::prev(after);
    return clean - run.clean + run.given;
}

ByteSpan OffsetMap::given(ByteSpan clean) const {
    const std::uint32_t begin = given_at(clean.begin);
    if (clean.empty()) return {begin, begin};
    // The end follows the last byte inside, so that what was dropped after the span stays outside; a letter
    // that grew in the repair ends where the next one starts.
    const std::uint32_t end = std::min(given_at(clean.end - 1) + 1, given_at(clean.end));
    return {begin, std::max(begin, end)};
}

}  // namespace entente::extract
