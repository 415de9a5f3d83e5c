// A calendar date of which the month or the day may be unknown: "2016-07-15", "2016-07", "2016", or nothing.
//
// News tells dates in parts ("in late February"), and a part that is not told is not made up. A Date is a
// value of four bytes, ordered first by year, then month, then day, unknown before known. Proleptic
// Gregorian.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::extract {

struct Date {
    std::int16_t year = 0;   // 0: nothing is known
    std::uint8_t month = 0;  // 1..12, 0 unknown
    std::uint8_t day = 0;    // 1..31, 0 unknown

    auto operator<=>(const Date&) const = default;

    [[nodiscard]] bool known() const { return year != 0; }
    [[nodiscard]] bool exact() const { return day != 0; }
};

// ISO 8601, as exact as the date is: "2016-07-15", "2016-07", "2016", "" for an unknown one.
std::string to_string(const Date& date);

// Reads exactly what to_string writes, and nothing else: no blanks, no impossible day. nullopt otherwise.
std::optional<Date> parse_iso_date(std::string_view text);

// Days since 1970-01-01 of the first day the date may be: "2016-07" counts as 2016-07-01. The date is known.
std::int32_t first_day(const Date& date);

// Days since 1970-01-01 of the last day the date may be. The date is known.
std::int32_t last_day(const Date& date);

// The exact date that lies so many days after 1970-01-01.
Date date_of_day(std::int32_t days_since_epoch);

}  // namespace entente::extract
