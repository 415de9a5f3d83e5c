#include "extract/lexicons/actor_list_petrarch.hpp"

#include "extract/lexicons/cameo_code.hpp"
#include "extract/lexicons/dictionary_name.hpp"
#include "extract/reading/clean_text.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

constexpr std::string_view blanks = " \t\r\v\f";
constexpr std::size_t max_nouns_of_a_line = 64;

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

// "930627" or "19930627" as days since 1970. A day that its month does not have is the month's last one:
// these files abound in the 31st of June.
std::optional<std::int32_t> day_told(std::string_view digits) {
    if (!all_digits(digits) || (digits.size() != 6 && digits.size() != 8)) {
        return std::nullopt;
    }
    const std::size_t year_digits = digits.size() - 4;
    int year = number(digits.substr(0, year_digits));
    if (year_digits == 2) {
        year += year <= 30 ? 2000 : 1900;
    }
    const int month = number(digits.substr(year_digits, 2));
    const int day = number(digits.substr(year_digits + 2, 2));
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const Date in_month{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), 0};
    return std::min(first_day(in_month) + day - 1, last_day(in_month));
}

// Sets the days of a limit: "<930627", ">930627", "930627-941006". False when it is none.
bool limit(std::string_view told, DatedCoding& coding) {
    const auto dash = told.find('-');
    if (told.front() == '<' || told.front() == '>') {
        const auto day = day_told(told.substr(1));
        if (day && told.front() == '<') {
            coding.last_day = *day - 1;
        } else if (day) {
            coding.first_day = *day;
        }
        return day.has_value();
    }
    if (dash == std::string_view::npos) {
        return false;
    }
    const auto first = day_told(told.substr(0, dash));
    const auto last = day_told(told.substr(dash + 1));
    if (first && last) {
        coding.first_day = *first;
        coding.last_day = *last;
    }
    return first && last && *first <= *last;
}

// "POLICEMAN" -> nothing for "{}"; without braces the regular plural.
std::string regular_plural(const std::string& noun) {
    const auto ends = [&noun](std::string_view ending) { return noun.ends_with(ending); };
    if (noun.size() > 1 && ends("y") &&
        std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos) {
        return noun.substr(0, noun.size() - 1) + "ies";
    }
    return noun + (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh") ? "es" : "s");
}

class Reading {
 public:
    Reading(const IsCountry& is_country, ListWarnings& warnings)
        : is_country_(is_country), warnings_(warnings) {}

    void take_line(std::string_view line) {
        ++line_;
        std::string without_zeros;
        if (line.find('\0') != std::string_view::npos) {
            warnings_.add(line_, "a zero byte; it is left out");
            std::copy_if(line.begin(), line.end(), std::back_inserter(without_zeros),
                         [](char c) { return c != '\0'; });
            line = without_zeros;
        }
        const std::string clean = valid_utf8(trimmed(line.substr(0, line.find_first_of("#;"))));
        if (clean.empty()) {
            return;
        }
        if (clean.front() == '!' && clean.find('=') != std::string::npos) {
            take_set(clean);
        } else if (clean.front() == '[') {
            take_codes(clean);
        } else if (clean.front() == '+') {
            take_names(clean);
        } else {
            finish_actor();
            take_head(clean);
        }
    }

    ActorList result() && {
        finish_actor();
        // Some other text may have a word in brackets; that makes no list of it.
        const bool foreign = uncoded_ > 4 * (list_.actors.size() + list_.nouns.size());
        return foreign ? ActorList{} : std::move(list_);
    }

 private:
    void take_head(std::string_view line) {
        const auto end = std::min(line.find_first_of("[{"), line.size());
        const std::string_view name = trimmed(line.substr(0, end));
        const std::string_view rest = line.substr(end);
        const bool agent = rest.find("[~") != std::string_view::npos || rest.starts_with('{');
        if (agent) {
            take_agent(name, rest);
            return;
        }
        open_ = true;
        actor_ = {};
        actor_.line = line_;
        actor_.in_capitals = true;
        coded_ = false;
        add_names(name);
        if (!rest.empty()) {
            take_codes(rest);
        }
    }

    void take_names(std::string_view line) {
        if (!open_) {
            warnings_.add(line_, "another name (+) that follows no actor; passed over");
            return;
        }
        const auto end = std::min(line.find('['), line.size());
        add_names(line.substr(0, end));
        if (end < line.size()) {
            take_codes(line.substr(end));
        }
    }

    // One name, or several where somebody forgot to break the line before a "+".
    void add_names(std::string_view written) {
        if (written.find_last_of('+') != std::string_view::npos && written.find_last_of('+') > 0) {
            warnings_.add(line_, "a + within a name; taken for the begin of another name");
        }
        if (written.find_first_of("]}") != std::string_view::npos) {
            warnings_.add(line_, "a closing bracket within a name; it is left out");
        }
        while (!written.empty()) {
            const auto end = std::min(written.find('+', written.front() == '+' ? 1 : 0), written.size());
            for (std::string& name : dictionary_names(written.substr(0, end))) {
                add_name(std::move(name));
            }
            written.remove_prefix(end);
        }
    }

    void add_name(std::string name) {
        if (actor_.name.empty()) {
            actor_.name = std::move(name);
        } else if (name != actor_.name) {
            actor_.aliases.push_back(std::move(name));
        }
    }

    void take_codes(std::string_view line) {
        if (!open_) {
            warnings_.add(line_, "a [CODE] that follows no name; passed over");
            return;
        }
        while (!line.empty()) {
            const auto begin = line.find('[');
            if (begin == std::string_view::npos) {
                break;
            }
            const auto end = std::min(line.find_first_of("]}", begin), line.size());
            if (end == line.size() || line[end] == '}') {
                warnings_.add(line_, "the code is not closed with a ]");
            }
            take_code(trimmed(line.substr(begin + 1, end - begin - 1)));
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    }

    void take_code(std::string_view told) {
        const auto end = std::min(told.find_first_of(" \t<>"), told.size());
        const std::string_view code = told.substr(0, end);
        std::string when;
        std::copy_if(told.begin() + static_cast<std::ptrdiff_t>(end), told.end(), std::back_inserter(when),
                     [](char c) { return c != ' ' && c != '\t'; });
        if (code.empty()) {
            warnings_.add(line_, "an empty code; expected letters, as in [KENGOV]");
            return;
        }
        coded_ = true;
        if (code == "---") {
            return;
        }
        DatedCoding coding = coding_of(code);
        if (!when.empty() && !limit(when, coding)) {
            warnings_.add(line_, fmt::format("\"{}\" is no time; expected <YYMMDD, >YYMMDD or YYMMDD-YYMMDD "
                                             "(or years of four digits); the code is passed over",
                                             when));
            return;
        }
        actor_.codings.push_back(std::move(coding));
    }

    DatedCoding coding_of(std::string_view code) {
        CameoReading reading = read_cameo_code(code, is_country_);
        if (!reading.not_understood.empty() && not_understood_.insert(reading.not_understood).second) {
            warnings_.add(line_, fmt::format("\"{}\" of the code {} is neither a country nor a role of "
                                             "CAMEO; it is left out here and below",
                                             reading.not_understood, code));
        }
        DatedCoding coding;
        coding.country = std::move(reading.country);
        coding.sectors = std::move(reading.sectors);
        return coding;
    }

    void finish_actor() {
        if (!open_) {
            return;
        }
        open_ = false;
        if (actor_.name.empty()) {
            warnings_.add(actor_.line, "no name before the code; passed over");
        } else if (!coded_) {
            ++uncoded_;
            warnings_.add(actor_.line,
                          fmt::format("{} has no [CODE]; passed over", actor_.name.substr(0, 60)));
        } else {
            list_.actors.push_back(std::move(actor_));
        }
    }

    // Nouns.

    void take_set(std::string_view line) {
        const auto close = line.find('!', 1);
        const auto equals = line.find('=');
        if (close == std::string_view::npos || close > equals) {
            warnings_.add(line_, "expected a set as in !PERSON! = MAN, WOMAN");
            return;
        }
        auto& words = sets_[std::string(line.substr(0, close + 1))];
        std::string_view rest = line.substr(equals + 1);
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            if (const auto word = trimmed(rest.substr(0, end)); !word.empty()) {
                words.emplace_back(word);
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void take_agent(std::string_view name, std::string_view rest) {
        const auto code_at = rest.find('[');
        if (code_at == std::string_view::npos) {
            warnings_.add(line_, fmt::format("{} has no [~CODE]; passed over", name.substr(0, 60)));
            return;
        }
        const auto end = std::min(rest.find_first_of("]}", code_at), rest.size());
        if (end == rest.size() || rest[end] == '}') {
            warnings_.add(line_, "the code is not closed with a ]");
        }
        const DatedCoding coding = coding_of(trimmed(rest.substr(code_at + 1, end - code_at - 1)));
        if (coding.sectors.empty()) {
            return;  // only what PLOVER has no sector for
        }
        std::vector<std::string> nouns{std::string(name)};
        expand_sets(nouns);
        for (const std::string& noun : nouns) {
            add_noun(noun, rest.substr(0, code_at), nouns.size() > 1, coding.sectors);
        }
    }

    void expand_sets(std::vector<std::string>& nouns) {
        for (std::size_t at = 0; at < nouns.size();) {
            const auto begin = nouns[at].find('!');
            const auto end = begin == std::string::npos ? begin : nouns[at].find('!', begin + 1);
            if (end == std::string::npos) {
                ++at;
                continue;
            }
            const std::string noun = nouns[at];
            const auto set = sets_.find(noun.substr(begin, end - begin + 1));
            nouns.erase(nouns.begin() + static_cast<std::ptrdiff_t>(at));
            if (set == sets_.end()) {
                warnings_.add(line_, fmt::format("the set {} is not told above; passed over",
                                                 noun.substr(begin, end - begin + 1)));
                continue;
            }
            for (const std::string& word : set->second) {
                // A word with a set in it would be put in for ever.
                if (nouns.size() < max_nouns_of_a_line && word.find('!') == std::string::npos) {
                    nouns.push_back(noun.substr(0, begin) + word + noun.substr(end + 1));
                }
            }
        }
    }

    void add_noun(std::string_view written, std::string_view braces, bool of_a_set,
                  const std::vector<std::string>& sectors) {
        const auto names = dictionary_nouns(written);
        if (names.empty()) {
            warnings_.add(line_, "no noun before the code; passed over");
            return;
        }
        ListedNoun noun{line_, names.front(), {}, sectors};
        const auto open = braces.find('{');
        if (open != std::string_view::npos) {
            const auto close = std::min(braces.find('}', open), braces.size());
            noun.plurals = dictionary_nouns(braces.substr(open + 1, close - open - 1));
        } else if (!of_a_set) {
            noun.plurals = {regular_plural(noun.noun)};
        }
        list_.nouns.push_back(std::move(noun));
    }

    const IsCountry& is_country_;
    ListWarnings& warnings_;
    ActorList list_;
    std::size_t line_ = 0;
    bool open_ = false;  // does actor_ hold an actor whose lines go on?
    bool coded_ = false;
    ListedActor actor_;
    std::size_t uncoded_ = 0;
    std::set<std::string> not_understood_;
    std::map<std::string, std::vector<std::string>> sets_;
};

}  // namespace

ActorList parse_petrarch_actors(std::string_view content, const IsCountry& is_country,
                                ListWarnings& warnings) {
    Reading reading(is_country, warnings);
    while (!content.empty()) {
        const auto end = std::min(content.find('\n'), content.size());
        reading.take_line(content.substr(0, end));
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    return std::move(reading).result();
}

}  // namespace entente::extract
