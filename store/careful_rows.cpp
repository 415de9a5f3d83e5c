#include "store/careful_rows.hpp"

#include "store/store.hpp"

#include <algorithm>
#include <exception>

namespace entente::store {

namespace {

// Keys as numbers of so many bytes, highest first. False when the sum does not fit.
bool add_bit(std::string& number, std::size_t bit) {
    const std::size_t place = bit / 8;
    if (place >= number.size()) return false;
    unsigned carry = 1U << (bit % 8);
    for (std::size_t i = number.size() - place; carry != 0 && i > 0; --i) {
        const unsigned sum = static_cast<unsigned char>(number[i - 1]) + carry;
        number[i - 1] = static_cast<char>(sum & 0xFFU);
        carry = sum >> 8U;
    }
    return carry == 0;
}

constexpr std::size_t least_width = 24;

}  // namespace

std::optional<std::string> CarefulRows::get(Family family, std::string_view key) const {
    if (!passes_over()) return rows_->get(family, key);
    try {
        return rows_->get(family, key);
    } catch (const StoreError&) {
        return std::nullopt;
    }
}

void CarefulRows::scan(Family family, std::string_view prefix, const Rows::Visit& visit) {
    if (!passes_over()) return rows_->scan(family, prefix, visit);
    const std::string upper = after(prefix);
    std::string lower(prefix);
    std::exception_ptr thrown;
    for (;;) {
        try {
            rows_->scan(family, lower, upper, [&](std::string_view key, std::string_view value) {
                lower.assign(key);
                lower.push_back('\0');
                try {
                    return visit(key, value);
                } catch (...) {
                    thrown = std::current_exception();
                    return false;
                }
            });
            break;
        } catch (const StoreError&) {
            std::string next = behind_damage(family, lower, upper);
            gaps_.push_back({family, lower, next});
            if (next.empty() || next == upper) break;
            lower = std::move(next);
        }
    }
    if (thrown) std::rethrow_exception(thrown);
}

bool CarefulRows::readable_from(Family family, const std::string& lower, std::string_view upper) const {
    try {
        rows_->scan(family, lower, upper, [](std::string_view, std::string_view) { return false; });
        return true;
    } catch (const StoreError&) {
        return false;
    }
}

// Steps of 1, 2, 4, ... over keys taken as numbers until one can be read from, then halves back.
std::string CarefulRows::behind_damage(Family family, const std::string& lower,
                                       const std::string& upper) const {
    std::string damaged = lower;
    damaged.resize(std::max(lower.size() + 1, least_width), '\0');
    const std::string begin = damaged;
    std::size_t bit = 0;
    for (;; ++bit) {
        std::string next = begin;
        if (!add_bit(next, bit) || (!upper.empty() && next >= upper)) break;  // the end can be "read from"
        if (readable_from(family, next, upper)) break;
        damaged = std::move(next);
    }
    while (bit > 0) {
        --bit;
        std::string next = damaged;
        if (!add_bit(next, bit) || (!upper.empty() && next >= upper)) continue;
        if (!readable_from(family, next, upper)) damaged = std::move(next);
    }
    if (!add_bit(damaged, 0) || (!upper.empty() && damaged >= upper)) return upper;
    return damaged;
}

}  // namespace entente::store
