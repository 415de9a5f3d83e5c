#include "extract/reading/offset_map.hpp"

#include <algorithm>

namespace entente::extract {

void OffsetMap::add_run(std::uint32_t clean, std::uint32_t given, std::uint32_t ended) {
    if (!runs_.empty() && runs_.back().clean == clean) {
        ended = runs_.back().ended;
        runs_.pop_back();
    }
    const bool goes_on = !runs_.empty() && runs_.back().given - runs_.back().clean == given - clean;
    if (!goes_on || ended != given) runs_.push_back({clean, given, ended});
}

std::vector<OffsetMap::Run>::const_iterator OffsetMap::run_at(std::uint32_t clean) const {
    const auto after = std::ranges::upper_bound(runs_, clean, {}, &Run::clean);
    return after == runs_.begin() ? runs_.end() : std::prev(after);
}

std::uint32_t OffsetMap::given_at(std::uint32_t clean) const {
    const auto run = run_at(clean);
    return run == runs_.end() ? clean : clean - run->clean + run->given;
}

ByteSpan OffsetMap::given(ByteSpan clean) const {
    const std::uint32_t begin = given_at(clean.begin);
    if (clean.empty()) return {begin, begin};
    const auto run = run_at(clean.end);
    const bool starts_there = run != runs_.end() && run->clean == clean.end;
    const std::uint32_t end = starts_there ? run->ended : given_at(clean.end - 1) + 1;
    return {begin, std::max(begin, end)};
}

}  // namespace entente::extract
