#include "extract/date.hpp"

#include <chrono>

#include <fmt/format.h>

namespace entente::extract {

namespace {

std::chrono::year_month_day calendar(int year, unsigned month, unsigned day) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

std::int32_t day_number(const std::chrono::year_month_day& date) {
    return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

// The number that a run of digits writes; nullopt when anything else stands there.
std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::string to_string(const Date& date) {
    if (!date.known()) return {};
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    const auto year = number(text.substr(0, 4));
    if (!year || *year == 0) return std::nullopt;
    Date date{static_cast<std::int16_t>(*year), 0, 0};
    if (text.size() == 4) return date;
    const auto month = number(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = static_cast<std::uint8_t>(*month);
    if (text.size() == 7) return date;
    const auto day = number(text.substr(8, 2));
    if (text[7] != '-' || !day) return std::nullopt;
    if (!calendar(*year, date.month, static_cast<unsigned>(*day)).ok()) return std::nullopt;
    date.day = static_cast<std::uint8_t>(*day);
    return date;
}

std::int32_t first_day(const Date& date) {
    return day_number(calendar(date.year, date.month == 0 ? 1U : date.month, date.day == 0 ? 1U : date.day));
}

std::int32_t last_day(const Date& date) {
    if (date.exact()) return first_day(date);
    const std::chrono::month month{date.month == 0 ? 12U : date.month};
    const std::chrono::year_month_day_last last{std::chrono::year{date.year},
                                                std::chrono::month_day_last{month}};
    return day_number(std::chrono::year_month_day{last});
}

Date date_of_day(std::int32_t days_since_epoch) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days_since_epoch}}};
    return {static_cast<std::int16_t>(static_cast<int>(date.year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

}  // namespace entente::extract
