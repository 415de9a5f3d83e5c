#include "extract/events/time_finder.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace entente::extract {

namespace {

constexpr std::array<std::string_view, 7> weekday_names{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 12> short_month_names{"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 13> number_words{"zero", "one",    "two",   "three", "four",
                                                        "five", "six",    "seven", "eight", "nine",
                                                        "ten",  "eleven", "twelve"};

std::string lower_ascii(const std::string& form) {
    std::string out = form;
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool capital(const std::string& form) {
    return !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
}

std::optional<int> small_number(std::string_view word) {
    if (word == "a" || word == "an") return 1;
    const auto* found = std::find(number_words.begin(), number_words.end(), word);
    if (found != number_words.end()) return static_cast<int>(found - number_words.begin());
    if (word.empty() || word.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : word) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

Date partial(int year, int month = 0, int day = 0) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
            static_cast<std::uint8_t>(day)};
}

// Monday is 0. 1970-01-01 was a Thursday.
int weekday_of(std::int32_t day) {
    return static_cast<int>(((day % 7) + 10) % 7);
}

class TimeReader {
 public:
    TimeReader(const Sentence& sentence, const Date& published) : published_(published) {
        for (const auto& token : sentence.tokens) {
            forms_.push_back(&token.form);
            words_.push_back(lower_ascii(token.form));
        }
    }

    std::vector<TimeExpression> read() {
        for (at_ = 0; at_ < words_.size();) {
            auto found = expression();
            if (!found || found->last <= at_) {
                ++at_;
                continue;
            }
            at_ = found->last;
            out_.push_back(*found);
        }
        return out_;
    }

 private:
    [[nodiscard]] std::string_view word(std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at]) : std::string_view();
    }

    [[nodiscard]] std::optional<int> month_at(std::size_t at) const {
        if (at >= words_.size() || !capital(*forms_[at])) return std::nullopt;
        std::string_view w = words_[at];
        if (w.ends_with('.')) w.remove_suffix(1);
        for (std::size_t m = 0; m < 12; ++m) {
            if (w == month_names[m] || w == short_month_names[m] || (m == 8 && w == "sept")) {
                if (w == "may" || w == "march" || w == "mar") {
                    const auto next = small_number(word(at + 1));
                    const auto left = at == 0 ? std::string_view() : word(at - 1);
                    const bool framed = left == "in" || left == "on" || left == "of" || left == "since" ||
                                        left == "last" || left == "by" || left == "until" ||
                                        left == "early" || left == "late" || left == "mid" ||
                                        left == "next" || left == "this" || left == "from" || left == "to" ||
                                        left == "during" || left == "before" || small_number(left);
                    if (!next && !framed) continue;
                }
                return static_cast<int>(m) + 1;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<int> year_at(std::size_t at) const {
        const auto w = word(at);
        if (w.size() != 4) return std::nullopt;
        const auto value = small_number(w);
        return value && *value >= 1800 && *value <= 2099 ? value : std::nullopt;
    }

    [[nodiscard]] TimeExpression make(std::size_t end, Date date, TimeSense sense = TimeSense::plain) const {
        return {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), date, sense};
    }

    std::optional<TimeExpression> expression() {
        if (auto out = day_word()) return out;
        if (auto out = weekday()) return out;
        if (auto out = calendar_date()) return out;
        if (auto out = bare_year()) return out;
        if (auto out = relative_span()) return out;
        return ago();
    }

    std::optional<TimeExpression> day_word() {
        const auto w = word(at_);
        const int shift = w == "yesterday" ? -1 : w == "tomorrow" ? 1 : 0;
        if (w != "today" && w != "tonight" && shift == 0) return std::nullopt;
        auto end = at_ + 1;
        if (is_part_of_day(end)) ++end;
        return make(end, day_from_publication(shift), shift > 0 ? TimeSense::future : TimeSense::plain);
    }

    [[nodiscard]] Date day_from_publication(int shift) const {
        if (!published_.exact()) return {};
        return date_of_day(first_day(published_) + shift);
    }

    [[nodiscard]] bool is_part_of_day(std::size_t at) const {
        const auto w = word(at);
        return w == "morning" || w == "night" || w == "afternoon" || w == "evening" || w == "noon";
    }

    std::optional<TimeExpression> weekday() {
        std::size_t at = at_;
        const auto cue = word(at);
        const bool cued = cue == "last" || cue == "next" || cue == "this" || cue == "late" ||
                          cue == "early" || cue == "coming";
        if (cued) ++at;
        if (at >= words_.size() || !capital(*forms_[at])) return std::nullopt;
        const auto* found = std::find(weekday_names.begin(), weekday_names.end(), words_[at]);
        if (found == weekday_names.end()) return std::nullopt;
        auto end = at + 1;
        if (is_part_of_day(end)) ++end;
        // "Friday, 26 August": the calendar date says more.
        const auto after = word(end) == "," ? end + 1 : end;
        if (month_at(after) || (small_number(word(after)) && month_at(after + 1))) {
            const auto keep = at_;
            at_ = after;
            auto date = calendar_date();
            at_ = keep;
            if (date) {
                date->first = static_cast<std::uint32_t>(keep);
                return date;
            }
        }
        if (!published_.exact()) return make(end, {}, cue == "next" ? TimeSense::future : TimeSense::plain);
        const auto today = first_day(published_);
        const int wanted = static_cast<int>(found - weekday_names.begin());
        int back = (weekday_of(today) - wanted + 7) % 7;
        if (cue == "next" || cue == "coming") {
            const int ahead = back == 0 ? 7 : 7 - back;
            return make(end, date_of_day(today + ahead), TimeSense::future);
        }
        if (cue == "last" && back == 0) back = 7;
        return make(end, date_of_day(today - back));
    }

    // "26 August 2015", "August 26, 2015", "late August", "July".
    std::optional<TimeExpression> calendar_date() {
        std::size_t at = at_;
        const auto cue = word(at);
        const bool next = cue == "next";
        if (cue == "last" || next || cue == "early" || cue == "late" || cue == "mid" || cue == "this") {
            ++at;
            if (cue == "mid" && word(at) == "-") ++at;
        }
        int day = 0;
        if (at == at_) {
            if (const auto number = small_number(strip_ordinal(word(at)));
                number && *number >= 1 && *number <= 31 && !word(at).empty() && word(at)[0] <= '9' &&
                month_at(at + 1)) {
                day = *number;
                ++at;
            }
        }
        const auto month = month_at(at);
        if (!month) return std::nullopt;
        ++at;
        if (day == 0 && at < words_.size()) {
            const auto number = small_number(strip_ordinal(word(at)));
            if (number && *number >= 1 && *number <= 31 && word(at)[0] >= '0' && word(at)[0] <= '9') {
                day = *number;
                ++at;
            }
        }
        std::optional<int> year = year_at(at);
        if (year) {
            ++at;
        } else if (word(at) == "," && year_at(at + 1)) {
            year = year_at(at + 1);
            at += 2;
        }
        return make(at, resolve(year, *month, day, next), next ? TimeSense::future : TimeSense::plain);
    }

    static std::string_view strip_ordinal(std::string_view w) {
        if (w.size() > 2 && w[0] >= '0' && w[0] <= '9' &&
            (w.ends_with("st") || w.ends_with("nd") || w.ends_with("rd") || w.ends_with("th"))) {
            w.remove_suffix(2);
        }
        return w;
    }

    [[nodiscard]] Date resolve(std::optional<int> year, int month, int day, bool next) const {
        if (!year) {
            if (!published_.known()) return {};
            int guess = published_.year;
            if (published_.month != 0) {
                if (next && month <= published_.month) ++guess;
                // A month far ahead is last year's; one or two ahead is a plan.
                if (!next && month > published_.month + 2) --guess;
            }
            year = guess;
        }
        const Date date = partial(*year, month, day);
        return parse_iso_date(to_string(date)) ? date : partial(*year, month);
    }

    std::optional<TimeExpression> bare_year() {
        const auto w = word(at_);
        if (w.size() == 5 && w.back() == 's' && w[0] >= '1' && w[0] <= '2' && small_number(w.substr(0, 4))) {
            return make(at_ + 1, {}, TimeSense::long_ago);
        }
        const auto year = year_at(at_);
        if (!year || at_ == 0) return std::nullopt;
        static constexpr std::array<std::string_view, 12> year_openers{
            "in", "since", "during", "by", "until", "from", "the", "early", "late", "of", "after", "before"};
        if (std::find(year_openers.begin(), year_openers.end(), word(at_ - 1)) == year_openers.end())
            return std::nullopt;
        return make(at_ + 1, partial(*year));
    }

    // "last week", "this month", "next year", "earlier this week".
    std::optional<TimeExpression> relative_span() {
        std::size_t at = at_;
        if ((word(at) == "earlier" || word(at) == "later" || word(at) == "late" || word(at) == "early") &&
            (word(at + 1) == "this" || word(at + 1) == "last" || word(at + 1) == "next")) {
            ++at;
        }
        const auto cue = word(at);
        const int step = cue == "last" || cue == "past" ? -1 : cue == "next" || cue == "coming" ? 1 : 0;
        if (step == 0 && cue != "this") return std::nullopt;
        const auto unit = word(at + 1);
        const auto sense = step > 0 ? TimeSense::future : TimeSense::plain;
        if (unit == "night" || unit == "morning" || unit == "afternoon" || unit == "evening") {
            return make(at + 2, day_from_publication(unit == "night" && step < 0 ? -1 : 0), sense);
        }
        if (unit == "week" || unit == "weekend") return make(at + 2, {}, sense);
        if (unit == "year")
            return make(at + 2, published_.known() ? partial(published_.year + step) : Date{}, sense);
        if (unit == "month") {
            if (published_.month == 0) return make(at + 2, {}, sense);
            const int months = published_.year * 12 + published_.month - 1 + step;
            return make(at + 2, partial(months / 12, months % 12 + 1), sense);
        }
        static constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};
        if (std::find(seasons.begin(), seasons.end(), unit) != seasons.end()) return make(at + 2, {}, sense);
        return std::nullopt;
    }

    // "three days ago", "a year earlier", "decades ago".
    std::optional<TimeExpression> ago() {
        std::size_t at = at_;
        auto count = small_number(word(at));
        if (count) ++at;
        const auto unit = word(at);
        const auto close = word(at + 1);
        if (close != "ago" && close != "earlier") return std::nullopt;
        if (unit == "decades" || unit == "centuries" || unit == "generations" ||
            (!count && unit == "years")) {
            return make(at + 2, {}, TimeSense::long_ago);
        }
        if (!count) {
            if (unit == "days" || unit == "weeks" || unit == "months" || unit == "hours")
                return make(at + 2, {});
            return std::nullopt;
        }
        if (close == "earlier" && !published_.known()) return make(at + 2, {});
        if (unit.starts_with("year")) {
            return make(at + 2, published_.known() ? partial(published_.year - *count) : Date{},
                        TimeSense::long_ago);
        }
        if (unit.starts_with("month")) {
            const auto sense = *count >= 3 ? TimeSense::long_ago : TimeSense::plain;
            if (published_.month == 0) return make(at + 2, {}, sense);
            const int months = published_.year * 12 + published_.month - 1 - *count;
            return months < 12 ? make(at + 2, {}, sense)
                               : make(at + 2, partial(months / 12, months % 12 + 1), sense);
        }
        // "six days earlier" than what was told before, not than the paper.
        if (close == "earlier") return make(at + 2, {});
        if (unit.starts_with("day") && *count <= 60) return make(at + 2, day_from_publication(-*count));
        if (unit.starts_with("week") || unit.starts_with("hour")) return make(at + 2, {});
        return std::nullopt;
    }

    Date published_;
    std::vector<const std::string*> forms_;
    std::vector<std::string> words_;
    std::size_t at_ = 0;
    std::vector<TimeExpression> out_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Sentence& sentence, const Date& published) {
    return TimeReader(sentence, published).read();
}

bool is_long_before(const Date& date, const Date& published) {
    constexpr std::int32_t background_days = 90;
    if (!date.known() || !published.known()) return false;
    // Of a month or a year the middle.
    return first_day(date) + (last_day(date) - first_day(date)) / 2 + background_days < first_day(published);
}

}  // namespace entente::extract
