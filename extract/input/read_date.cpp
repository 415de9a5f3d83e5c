#include "extract/input/read_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace entente::extract {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

long long value_of(std::string_view digits) {
    long long value = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// The date if there is such a day (month, year).
std::optional<Date> checked(long long year, long long month, long long day) {
    if (year < 1000 || year > 2999 || month < 0 || month > 12 || day < 0 || day > 31) return std::nullopt;
    const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                    static_cast<std::uint8_t>(day)};
    return parse_iso_date(to_string(date));
}

// Runs of digits and runs of letters; what stands between them only matters as text.
std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    while (at < text.size() && parts.size() < 24) {
        const auto same = is_digit(text[at]) ? is_digit : is_letter;
        std::size_t end = at;
        while (end < text.size() && same(text[end])) ++end;
        if (end > at) parts.push_back(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
    return parts;
}

bool number(std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most && is_digit(part[0]);
}

long long month_number(std::string_view part) {
    static constexpr auto names =
        std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                         "august", "september", "october", "november", "december"});
    std::string name(part.substr(0, 10));
    std::ranges::transform(name, name.begin(), lower);
    if (name == "sept") return 9;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == names.at(i) || (name.size() == 3 && names.at(i).starts_with(name)))
            return static_cast<long long>(i) + 1;
    }
    return 0;
}

// 2016-07-15T10:00, 2016/7/15, 20160715, 20160715103000, 2016-07, 2016
std::optional<Date> year_first(std::string_view text, const std::vector<std::string_view>& parts) {
    if (!is_digit(text[0])) return std::nullopt;
    const std::string_view first = parts[0];
    if (first.size() == 8 || first.size() == 14) {
        return checked(value_of(first.substr(0, 4)), value_of(first.substr(4, 2)),
                       value_of(first.substr(6, 2)));
    }
    if (first.size() != 4) return std::nullopt;
    const long long year = value_of(first);
    if (parts.size() == 1) return text.size() == 4 ? checked(year, 0, 0) : std::nullopt;
    const char separator = text[4];
    const bool joined = separator == '-' || separator == '/' || separator == '.';
    if (!joined || !number(parts[1], 1, 2)) return std::nullopt;
    if (parts.size() == 2)
        return value_of(parts[1]) == 0 ? std::nullopt : checked(year, value_of(parts[1]), 0);
    if (!number(parts[2], 1, 2) || value_of(parts[1]) == 0 || value_of(parts[2]) == 0) return std::nullopt;
    return checked(year, value_of(parts[1]), value_of(parts[2]));
}

// "15 July 2016", "July 15, 2016", "Fri, 15 Jul 2016 …", "Fri Jul 15 10:00:00 UTC 2016", "July 2016"
std::optional<Date> month_by_name(const std::vector<std::string_view>& parts) {
    const auto named =
        std::ranges::find_if(parts, [](std::string_view part) { return month_number(part) != 0; });
    if (named == parts.end()) return std::nullopt;
    const auto month = static_cast<std::size_t>(named - parts.begin());
    const auto year = std::ranges::find_if(parts, [](std::string_view part) { return number(part, 4, 4); });
    if (year == parts.end()) return std::nullopt;
    std::size_t before = month;
    // "the 15th of July"
    for (int word = 0; word < 2 && before > 0; ++word) {
        if (is_letter(parts[before - 1][0]) && parts[before - 1].size() == 2) --before;
    }
    long long day = 0;
    if (before > 0 && number(parts[before - 1], 1, 2)) {
        day = value_of(parts[before - 1]);
    } else if (month + 1 < parts.size() && number(parts[month + 1], 1, 2)) {
        day = value_of(parts[month + 1]);
    } else if (parts.size() > 2) {
        return std::nullopt;
    }
    if (day == 0 && parts.size() > 2) return std::nullopt;
    return checked(value_of(*year), month_number(*named), day);
}

// 15/07/2016 and 07/15/2016; 05/07/2016 is two dates and none.
std::optional<Date> year_last(std::string_view text, const std::vector<std::string_view>& parts) {
    if (parts.size() < 3 || !number(parts[0], 1, 2) || !number(parts[1], 1, 2) || !number(parts[2], 4, 4))
        return std::nullopt;
    const char separator = text[parts[0].size()];
    if (separator != '/' && separator != '.' && separator != '-') return std::nullopt;
    const long long a = value_of(parts[0]);
    const long long b = value_of(parts[1]);
    const long long year = value_of(parts[2]);
    if (a == 0 || b == 0 || (a <= 12 && b <= 12 && a != b)) return std::nullopt;
    return a > 12 ? checked(year, b, a) : checked(year, a, b);
}

std::optional<Date> since_epoch(std::string_view text, const std::vector<std::string_view>& parts) {
    const bool fraction = parts.size() == 2 && text[parts[0].size()] == '.';
    if ((parts.size() != 1 && !fraction) || !is_digit(text[0]) || !is_digit(text.back())) return std::nullopt;
    const long long value = value_of(parts[0]);
    if (parts[0].size() < 9 || parts[0].size() > 13 || value < 0) return std::nullopt;
    const long long seconds = parts[0].size() >= 12 ? value / 1000 : value;
    return date_of_day(static_cast<std::int32_t>(seconds / 86'400));
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    const std::vector<std::string_view> parts = parts_of(text.substr(0, 80));
    if (parts.empty()) return std::nullopt;
    if (const auto date = year_first(text, parts)) return date;
    if (const auto date = month_by_name(parts)) return date;
    if (const auto date = year_last(text, parts)) return date;
    return since_epoch(text, parts);
}

}  // namespace entente::extract
