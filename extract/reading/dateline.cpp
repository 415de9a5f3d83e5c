#include "extract/reading/dateline.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::extract {

namespace {

constexpr auto months = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
constexpr auto long_months =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                     "september", "october", "november", "december"});

// Where agencies have their bureaus: of these a name in capitals opens a story even without a dash.
constexpr auto bureaus = std::to_array<std::string_view>(
    {"ABUJA",        "ABU DHABI",    "ADDIS ABABA",    "ADEN",        "ALEPPO",       "ALGIERS",
     "AMMAN",        "AMSTERDAM",    "ANKARA",         "ATHENS",      "BAGHDAD",      "BAMAKO",
     "BANGKOK",      "BANGUI",       "BARCELONA",      "BEIJING",     "BEIRUT",       "BELGRADE",
     "BERLIN",       "BOGOTA",       "BRASILIA",       "BRUSSELS",    "BUCHAREST",    "BUDAPEST",
     "BUENOS AIRES", "CAIRO",        "CARACAS",        "COLOMBO",     "COPENHAGEN",   "DAMASCUS",
     "DHAKA",        "DOHA",         "DUBAI",          "DUBLIN",      "FRANKFURT",    "GAZA",
     "GENEVA",       "HANOI",        "HARARE",         "HAVANA",      "HELSINKI",     "HONG KONG",
     "ISLAMABAD",    "ISTANBUL",     "JAKARTA",        "JERUSALEM",   "JOHANNESBURG", "JUBA",
     "KABUL",        "KAMPALA",      "KARACHI",        "KATHMANDU",   "KHARTOUM",     "KIEV",
     "KINSHASA",     "KUALA LUMPUR", "KYIV",           "LAGOS",       "LIMA",         "LISBON",
     "LONDON",       "MADRID",       "MANILA",         "MEXICO CITY", "MINSK",        "MOGADISHU",
     "MOSCOW",       "MOSUL",        "MUMBAI",         "MUNICH",      "NAIROBI",      "NEW DELHI",
     "NEW YORK",     "OSLO",         "OTTAWA",         "PARIS",       "PRAGUE",       "PRETORIA",
     "PYONGYANG",    "RAMALLAH",     "RIYADH",         "ROME",        "SANAA",        "SANTIAGO",
     "SARAJEVO",     "SEOUL",        "SHANGHAI",       "SINGAPORE",   "SOFIA",        "STOCKHOLM",
     "SYDNEY",       "TAIPEI",       "TBILISI",        "TEHRAN",      "TEL AVIV",     "TOKYO",
     "TRIPOLI",      "TUNIS",        "UNITED NATIONS", "VIENNA",      "WARSAW",       "WASHINGTON",
     "YANGON",       "YEREVAN",      "ZAGREB",         "ZURICH"});

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_alpha(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view word) {
    std::string out(word);
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}

template <typename List>
bool contains(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

// 1..12 for "April", "Apr", "Sept."; 0 for anything else.
std::uint8_t month_number(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const std::string name = lower(word);
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (name == long_months.at(i) || name == months.at(i)) return static_cast<std::uint8_t>(i + 1);
    }
    return name == "sept" ? 9 : 0;
}

bool weekday(std::string_view word) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
         "wed", "thu", "thur", "thurs", "fri", "sat", "sun"});
    if (word.ends_with('.')) word.remove_suffix(1);
    return contains(names, lower(word));
}

int small_number(std::string_view word) {
    if (word.empty() || word.size() > 4) return -1;
    int value = 0;
    for (const char c : word) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Reads a paragraph's opening part by part; every part either matches and moves on or leaves all as it was.
class Opening {
 public:
    explicit Opening(std::string_view text) : text_(text.substr(0, 160)) {}

    std::optional<FoundDateline> read() {
        const bool named = place();
        while (named && (date() || region())) {
        }
        const bool agency = agency_in_brackets();
        const bool dated = dateline_.month != 0;
        if (named && !agency) {
            while (date()) {
            }
        }
        const std::size_t size = at_;
        if (dash()) {
            const bool capitals = named && in_capitals(dateline_.place);
            if (!(capitals || (named && (agency || dated)) || (!named && agency))) return std::nullopt;
            return FoundDateline{dateline_, at_, skip_blanks(at_)};
        }
        if (named && (agency || contains(bureaus, dateline_.place)) && story_follows(size)) {
            return FoundDateline{dateline_, size, skip_blanks(size)};
        }
        return std::nullopt;
    }

    // The date parts of a line, whatever separates them; false when anything else stands there.
    bool only_date() {
        while (at_ < text_.size()) {
            if (date() || time_or_label()) continue;
            if (is_alpha(text_[at_]) || is_digit(text_[at_])) return false;
            ++at_;
        }
        return dateline_.month != 0 && dateline_.day != 0;
    }

    [[nodiscard]] const Dateline& dateline() const { return dateline_; }

 private:
    [[nodiscard]] std::size_t skip_blanks(std::size_t at) const {
        while (at < text_.size() && text_[at] == ' ') ++at;
        return at;
    }

    [[nodiscard]] std::string_view word_at(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() &&
               (is_alpha(text_[end]) || text_[end] == '.' || text_[end] == '\'' ||
                (text_[end] == '-' && end + 1 < text_.size() && is_alpha(text_[end + 1])) ||
                text_[end] == '/')) {
            if (dash_size(end) > 0) break;
            ++end;
        }
        return text_.substr(at, end - at);
    }

    [[nodiscard]] std::string_view digits_at(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        return text_.substr(at, end - at);
    }

    static bool in_capitals(std::string_view name) {
        std::size_t letters = 0;
        for (const char c : name) {
            if (c >= 'a' && c <= 'z') return false;
            if (is_upper(c)) ++letters;
        }
        return letters >= 3;
    }

    // "GENEVA", "MEXICO CITY", "Rio de Janeiro": words in capitals, or else opened by one.
    bool place() {
        std::size_t at = 0;
        std::size_t end = 0;
        bool capitals = true;
        for (int words = 0; words < 4; ++words) {
            const std::string_view word = word_at(at);
            if (word.empty() || !(is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0x80)) break;
            const bool shouted =
                in_capitals(word) || (words > 0 && capitals && word.size() <= 3 && is_upper(word.back()));
            if (words == 0) capitals = shouted;
            if (capitals && !shouted) break;
            if (month_number(word) != 0 || weekday(word)) break;
            end = at + word.size();
            at = skip_blanks(end);
            if (end < text_.size() && text_[end] != ' ') break;
        }
        if (end == 0) return false;
        if (capitals && end < text_.size() && bureau_prefix(end) > 0) end = bureau_prefix(end);
        dateline_.place = text_.substr(0, end);
        at_ = end;
        return true;
    }

    // "GENEVA U.S. envoys": the bureau is only the first word of the capitals.
    [[nodiscard]] std::size_t bureau_prefix(std::size_t end) const {
        if (contains(bureaus, text_.substr(0, end))) return end;
        for (std::size_t at = 0; at < end; ++at) {
            if (text_[at] == ' ' && contains(bureaus, text_.substr(0, at)) && text_.find("U.", at) == at + 1)
                return at;
        }
        return 0;
    }

    // ", Kenya" ", N.Y."
    bool region() {
        if (at_ >= text_.size() || text_[at_] != ',') return false;
        std::size_t at = skip_blanks(at_ + 1);
        std::size_t end = at;
        for (int words = 0; words < 4; ++words) {
            const std::string_view word = word_at(at);
            if (word.empty() || !is_upper(word[0]) || month_number(word) != 0) break;
            end = at + word.size();
            at = skip_blanks(end);
        }
        if (end <= at_ + 2) return false;
        at_ = end;
        return true;
    }

    // "Aug 26", "26 August 2016", "Friday", each with a comma before it.
    bool date() {
        std::size_t at = skip_blanks(at_);
        if (at < text_.size() && text_[at] == ',') at = skip_blanks(at + 1);
        const std::string_view word = word_at(at);
        if (weekday(word)) {
            at_ = at + word.size();
            return true;
        }
        if (dateline_.month != 0) return year(at);
        if (const std::uint8_t month = month_number(word); month != 0) {
            return day_and_month(month, digits_at(skip_blanks(at + word.size())), std::string_view{});
        }
        const std::string_view digits = digits_at(at);
        if (digits.empty() || digits.size() > 2) return false;
        std::size_t after = at + digits.size();
        if (text_.substr(after, 2) == "st" || text_.substr(after, 2) == "nd" ||
            text_.substr(after, 2) == "rd" || text_.substr(after, 2) == "th") {
            after += 2;
        }
        const std::string_view name = word_at(skip_blanks(after));
        const std::uint8_t month = month_number(name);
        return month != 0 && day_and_month(month, digits, name);
    }

    bool day_and_month(std::uint8_t month, std::string_view digits, std::string_view name) {
        const int day = small_number(digits);
        if (day < 1 || day > 31) return false;
        dateline_.month = month;
        dateline_.day = static_cast<std::uint8_t>(day);
        const std::string_view last = name.empty() ? digits : name;
        at_ = static_cast<std::size_t>(last.data() - text_.data()) + last.size();
        return true;
    }

    bool year(std::size_t at) {
        const std::string_view digits = digits_at(at);
        const int value = small_number(digits);
        if (digits.size() != 4 || value < 1800 || value > 2200 || dateline_.year != 0) return false;
        dateline_.year = static_cast<std::int16_t>(value);
        at_ = at + 4;
        return true;
    }

    // "(Reuters)", "[AP]"
    bool agency_in_brackets() {
        const std::size_t open = skip_blanks(at_);
        if (open >= text_.size() || (text_[open] != '(' && text_[open] != '[')) return false;
        const std::size_t close = text_.find(text_[open] == '(' ? ')' : ']', open);
        if (close == std::string_view::npos || close - open > 42) return false;
        const std::string_view name = text_.substr(open + 1, close - open - 1);
        if (name.size() < 2 || !is_upper(name[0]) || std::ranges::count(name, ' ') > 4) return false;
        at_ = close + 1;
        return true;
    }

    [[nodiscard]] std::size_t dash_size(std::size_t at) const {
        const std::string_view rest = text_.substr(at);
        if (rest.starts_with("\xE2\x80\x94") || rest.starts_with("\xE2\x80\x93") ||
            rest.starts_with("\xE2\x80\x95"))
            return 3;
        if (rest.starts_with("--")) return 2;
        return 0;
    }

    bool dash() {
        const std::size_t at = skip_blanks(at_);
        std::size_t size = dash_size(at);
        const bool plain = at < text_.size() && (text_[at] == '-' || text_[at] == '_');
        if (size == 0 && plain && at + 1 < text_.size() && text_[at + 1] == ' ') size = 1;
        if (size == 0) return false;
        at_ = at + size;
        return true;
    }

    [[nodiscard]] bool story_follows(std::size_t at) const {
        const std::size_t next = skip_blanks(at);
        return next > at && next + 1 < text_.size() && (is_upper(text_[next]) || is_digit(text_[next]));
    }

    bool time_or_label() {
        static constexpr auto labels = std::to_array<std::string_view>(
            {"published", "updated", "last", "posted", "on",      "at",   "modified", "date",
             "am",        "pm",      "a.m.", "p.m.",   "gmt",     "est",  "edt",      "utc",
             "et",        "bst",     "cet",  "first",  "created", "time", "ist"});
        const std::string_view word = word_at(at_);
        if (!word.empty()) {
            if (!contains(labels, lower(word))) return false;
            at_ += word.size();
            return true;
        }
        const std::string_view digits = digits_at(at_);
        if (digits.empty() || digits.size() > 2 || dateline_.month == 0) {
            // "10:30" before the date
            if (digits.empty() || digits.size() > 2 || text_.substr(at_ + digits.size(), 1) != ":")
                return false;
        }
        at_ += digits.size();
        if (text_.substr(at_, 1) == ":") at_ += 1 + digits_at(at_ + 1).size();
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Dateline dateline_;
};

}  // namespace

std::optional<FoundDateline> dateline_at(std::string_view paragraph) {
    return Opening(paragraph).read();
}

std::optional<Date> date_line(std::string_view line) {
    if (line.size() > 80) return std::nullopt;
    Opening opening(line);
    if (!opening.only_date()) return std::nullopt;
    return Date{opening.dateline().year, opening.dateline().month, opening.dateline().day};
}

}  // namespace entente::extract
