#include "extract/reading/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

// How it works: blanks cut the text into chunks. A chunk that is an address (URL, e-mail, @name) is one token
// with the marks around it peeled off. Any other chunk is read from left to right: numbers, words, marks. A
// word is first taken as far as letters, digits, inner apostrophes, hyphens and stops carry it, and then cut
// at its hyphens and before its clitics. Nothing looks back further than one token, so time is linear.

namespace entente::extract {

namespace {

using Words = std::span<const std::string_view>;

// Sorted, for binary search.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"Adj",   "Adm",  "Ala",    "Apr",  "Ariz",  "Ark",  "Assn", "Asst",   "Atty", "Attn", "Aug",  "Ave",
     "Bhd",   "Blvd", "Brig",   "Bros", "Calif", "Capt", "Cie",  "Cmdr",   "Co",   "Col",  "Colo", "Comdr",
     "Conn",  "Corp", "Cos",    "Cpl",  "DC",    "Dec",  "Del",  "Dept",   "Det",  "Dist", "Dr",   "Drs",
     "Esq",   "Feb",  "Fig",    "Fla",  "Fr",    "Fri",  "Ft",   "Ga",     "Gen",  "Gens", "Gov",  "Govs",
     "Hon",   "Ill",  "Inc",    "Ind",  "Insp",  "Jan",  "Jr",   "Jul",    "Jun",  "Kan",  "Ky",   "La",
     "Lieut", "Lt",   "Ltd",    "Maj",  "Mar",   "Mass", "Md",   "Messrs", "Mfg",  "Mgr",  "Mich", "Minn",
     "Miss",  "Mlle", "Mme",    "Mo",   "Mon",   "Mont", "Mr",   "Mrs",    "Ms",   "Msgr", "Mt",   "Neb",
     "Nev",   "No",   "Nos",    "Nov",  "Oct",   "Okla", "Ont",  "Ore",    "Pa",   "Penn", "Pfc",  "Ph",
     "Pres",  "Prof", "Profs",  "Pte",  "Pty",   "Pvt",  "Que",  "Rep",    "Reps", "Rev",  "Revs", "Sat",
     "Sen",   "Sens", "Sep",    "Sept", "Sgt",   "Sr",   "St",   "Ste",    "Sun",  "Supt", "Tenn", "Tex",
     "Thu",   "Thur", "Thurs",  "Tue",  "Tues",  "Univ", "Va",   "Vol",    "Vt",   "Wash", "Wed",  "Wis",
     "Wyo",   "al",   "approx", "bldg", "ca",    "cf",   "co",   "dept",   "ed",   "eg",   "esp",  "est",
     "et",    "etc",  "ext",    "fl",   "ft",    "ie",   "inc",  "jr",     "lb",   "lbs",  "ltd",  "mr",
     "mrs",   "ms",   "no",     "nos",  "oz",    "pg",   "pp",   "prof",   "repr", "sq",   "st",   "tel",
     "viz",   "vol",  "vols",   "vs"});

// Of these the plain word is as common: only a number after it makes them abbreviations.
constexpr auto before_numbers =
    std::to_array<std::string_view>({"Ill", "Ind", "Jun", "Mar",  "Mass", "Miss", "Mo", "Mon", "No",  "Nos",
                                     "Pa",  "Sat", "Sun", "Wash", "Wed",  "ed",   "fl", "no",  "nos", "pg"});

// Bound prefixes, lower case: the hyphen after them does not cut.
constexpr auto prefixes = std::to_array<std::string_view>(
    {"a",     "agro",  "ante", "anti", "arch",   "be",    "bi",    "bio",   "co",    "counter",
     "cross", "cyber", "de",   "e",    "eco",    "ex",    "extra", "inter", "intra", "macro",
     "mega",  "micro", "mid",  "mini", "multi",  "neo",   "non",   "over",  "pan",   "para",
     "peri",  "post",  "pre",  "pro",  "pseudo", "quasi", "re",    "semi",  "socio", "sub",
     "super", "trans", "tri",  "u",    "ultra",  "un",    "uni",   "vice"});

constexpr auto suffixes = std::to_array<std::string_view>(
    {"esque", "ette", "fest", "fold", "gate", "itis", "less", "most", "rama", "torium", "wise"});

// After "word." these make an address of it ("bbc.com", "report.pdf") where "word.The" is two sentences.
constexpr auto name_endings = std::to_array<std::string_view>(
    {"ae", "au", "biz", "br",   "ca", "ch", "cn",   "co",  "com", "de", "doc", "edu", "eu",  "exe",
     "fm", "fr", "gov", "html", "ie", "in", "info", "int", "io",  "ir", "jp",  "mil", "net", "nl",
     "no", "nz", "org", "pdf",  "ru", "se", "tr",   "tv",  "txt", "uk", "us",  "xls"});

constexpr auto split_words = std::to_array<std::pair<std::string_view, std::size_t>>({{"arent", 3},
                                                                                      {"cannot", 3},
                                                                                      {"couldnt", 5},
                                                                                      {"didnt", 3},
                                                                                      {"doesnt", 4},
                                                                                      {"dont", 2},
                                                                                      {"gimme", 3},
                                                                                      {"gonna", 3},
                                                                                      {"gotta", 3},
                                                                                      {"hasnt", 3},
                                                                                      {"havent", 4},
                                                                                      {"isnt", 2},
                                                                                      {"lemme", 3},
                                                                                      {"shouldnt", 6},
                                                                                      {"wanna", 3},
                                                                                      {"wasnt", 3},
                                                                                      {"werent", 4},
                                                                                      {"wouldnt", 5}});

constexpr auto leading_apostrophe = std::to_array<std::string_view>(
    {"bout", "cause", "cuz", "em", "n", "round", "s", "til", "till", "tis", "twas"});

constexpr auto emoticons = std::to_array<std::string_view>(
    {":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":P", ":-P", ":/", ":-/", "<3", "=)", ":o)"});

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
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

bool is_digit(UChar32 c) {
    return u_isdigit(c) != 0;
}

// Letters, marks that belong to one, and what stands in words like a letter.
bool is_letter(UChar32 c) {
    constexpr std::uint32_t mask = U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK | U_GC_NO_MASK;
    return (U_MASK(u_charType(c)) & mask) != 0 || c == '_';
}

bool is_upper(UChar32 c) {
    return u_isupper(c) != 0 || u_istitle(c) != 0;
}

bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019;
}

bool is_hyphen(UChar32 c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

struct Letter {
    UChar32 code = 0;       // 0 past the end
    std::uint32_t end = 0;  // where the next one starts
};

class Scanner {
 public:
    Scanner(std::string_view text, ByteSpan span, std::vector<Token>& tokens)
        : text_(text.substr(0, span.end)),
          at_(std::min<std::uint32_t>(span.begin, span.end)),
          tokens_(tokens) {}

    void run() {
        while (true) {
            skip_blanks();
            if (at_ >= text_.size()) return;
            std::uint32_t end = at_;
            while (end < text_.size() && !is_blank(text_[end])) ++end;
            chunk(end);
        }
    }

 private:
    static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }

    [[nodiscard]] Letter letter(std::uint32_t at) const {
        if (at >= chunk_end_) return {0, at};
        const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        std::uint32_t next = at;
        UChar32 code = 0;
        U8_NEXT(bytes, next, chunk_end_, code);
        return {code < 0 ? 0xFFFD : code, next};
    }

    void chunk(std::uint32_t end) {
        chunk_end_ = end;
        if (address()) return;
        while (at_ < chunk_end_) piece();
        if (!tokens_.empty()) tokens_.back().space_after = true;
    }

    void emit(std::uint32_t begin, std::uint32_t end) {
        while (end - begin > max_token_bytes) {
            std::uint32_t cut = begin + max_token_bytes;
            while (cut > begin + 1 && (static_cast<std::uint8_t>(text_[cut]) & 0xC0U) == 0x80U) --cut;
            put(begin, cut);
            begin = cut;
        }
        put(begin, end);
    }

    void put(std::uint32_t begin, std::uint32_t end) {
        if (begin == end) return;
        Token token;
        token.form = text_.substr(begin, end - begin);
        token.span = {begin, end};
        token.space_after = false;
        tokens_.push_back(std::move(token));
    }

    // --- addresses

    bool address() {
        std::uint32_t begin = at_;
        std::uint32_t end = chunk_end_;
        while (begin < end && std::string_view("([{<\"'").find(text_[begin]) != std::string_view::npos)
            ++begin;
        while (end > begin &&
               std::string_view(".,;:!?)]}>\"'").find(text_[end - 1]) != std::string_view::npos) {
            --end;
        }
        if (!is_address(text_.substr(begin, end - begin))) return false;
        while (at_ < begin) mark();
        emit(begin, end);
        at_ = end;
        while (at_ < chunk_end_) piece();
        tokens_.back().space_after = true;
        return true;
    }

    static bool is_address(std::string_view word) {
        if (word.size() < 2) return false;
        if (const auto scheme = word.find("://");
            scheme != std::string_view::npos && scheme > 1 && scheme < 10) {
            return std::ranges::all_of(word.substr(0, scheme),
                                       [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; });
        }
        if (lower(word.substr(0, 4)) == "www." || word.starts_with("mailto:")) return true;
        const auto at = word.find('@');
        if (at == 0 || word[0] == '#') {
            return std::ranges::all_of(word.substr(1),
                                       [](char c) { return is_name_byte(c) && c != '.' && c != '-'; }) &&
                   !std::ranges::all_of(word.substr(1), [](char c) { return c >= '0' && c <= '9'; });
        }
        if (at == std::string_view::npos || word.find('@', at + 1) != std::string_view::npos) return false;
        return std::ranges::all_of(word, [](char c) { return is_name_byte(c) || c == '@' || c == '+'; }) &&
               word.find('.', at) != std::string_view::npos && word.find('.', at) > at + 1;
    }

    static bool is_name_byte(char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
               c == '-' || static_cast<std::uint8_t>(c) >= 0x80;
    }

    // --- one piece of a chunk

    void piece() {
        const Letter first = letter(at_);
        if (emoticon()) return;
        const bool fraction = first.code == '.' && is_digit(letter(first.end).code) && !after_letter();
        if (is_digit(first.code) || fraction) {
            number();
        } else if (is_letter(first.code)) {
            word();
        } else if (is_apostrophe(first.code) && apostrophe_opens()) {
            opened_by_apostrophe();
        } else {
            mark();
        }
    }

    [[nodiscard]] bool after_letter() const { return !tokens_.empty() && tokens_.back().span.end == at_; }

    bool emoticon() {
        const std::string_view rest = text_.substr(at_, chunk_end_ - at_);
        if (rest.size() > 3 || rest.size() < 2 || !contains(emoticons, rest)) return false;
        emit(at_, chunk_end_);
        at_ = chunk_end_;
        return true;
    }

    // 'em, 'til, '90s
    [[nodiscard]] bool apostrophe_opens() const {
        const std::uint32_t begin = letter(at_).end;
        std::uint32_t end = begin;
        bool digits = true;
        while (end < chunk_end_ && end - begin < 8) {
            const Letter next = letter(end);
            if (!is_letter(next.code) && !is_digit(next.code)) break;
            if (!is_digit(next.code) && !(next.code == 's' && end - begin == 2)) digits = false;
            end = next.end;
        }
        const std::string_view rest = text_.substr(begin, end - begin);
        if (digits) return rest.size() == 2 || rest.size() == 3;
        if (after_letter()) return lower(rest) == "s";
        return rest != "s" && contains(leading_apostrophe, lower(rest));
    }

    void opened_by_apostrophe() {
        std::uint32_t end = letter(at_).end;
        while (end < chunk_end_) {
            const Letter next = letter(end);
            if (!is_letter(next.code) && !is_digit(next.code)) break;
            end = next.end;
        }
        emit(at_, end);
        at_ = end;
    }

    // A mark, or a run of the same: "...", "--", "!!!", "``", "''". Brackets and quotation marks stand alone.
    void mark() {
        const Letter first = letter(at_);
        std::uint32_t end = first.end;
        const bool doubled = first.code == '`' || first.code == '\'';
        if (std::string_view(".-!?*=_~#+$<>").find(static_cast<char>(first.code)) != std::string_view::npos &&
            first.code < 0x80) {
            while (end < chunk_end_ && same_run(first.code, letter(end).code)) end = letter(end).end;
        } else if (doubled && letter(end).code == first.code) {
            end = letter(end).end;
        } else if (first.code == 0x2018 || first.code == 0x2019) {
            if (letter(end).code == first.code) end = letter(end).end;
        }
        emit(at_, end);
        at_ = end;
    }

    static bool same_run(UChar32 first, UChar32 next) {
        if (first == '!' || first == '?') return next == '!' || next == '?';
        return next == first;
    }

    // 1,000.50  10:30  9/11/2001  2016-07-15  5th  1990s  713-555-1234
    void number() {
        std::uint32_t end = at_;
        std::uint32_t hyphens = 0;
        std::uint32_t first_hyphen = 0;
        bool colon = false;
        while (end < chunk_end_) {
            const Letter here = letter(end);
            if (is_digit(here.code)) {
                end = here.end;
                continue;
            }
            const bool joins = here.code == ',' || here.code == '.' || here.code == ':' || here.code == '/' ||
                               here.code == '-';
            if (!joins || !is_digit(letter(here.end).code)) break;
            if (here.code == ':') colon = true;
            if (here.code == '-') {
                if (hyphens++ == 0) first_hyphen = end;
            }
            end = here.end;
        }
        // "5-10" and "5:00-8:30" are ranges, "2016-07-15" and "713-555-1234" are not.
        if (hyphens == 1 || (hyphens > 0 && colon)) end = first_hyphen;
        if (end == at_) end = letter(at_).end;  // ".5"
        const std::uint32_t digits_end = end;
        while (end < chunk_end_ && (is_letter(letter(end).code) || is_digit(letter(end).code)))
            end = letter(end).end;
        end = stop_after_number(digits_end, end);
        // "5 p.m." without its blank
        if (end > digits_end && letter(end).code == '.' && is_letter(letter(end + 1).code)) end = digits_end;
        // "1990's"
        if (is_apostrophe(letter(end).code) && end == digits_end && text_[end - 1] == '0' &&
            letter(letter(end).end).code == 's' && !is_letter(letter(letter(end).end + 1).code)) {
            end = letter(end).end + 1;
        }
        emit(at_, end);
        at_ = end;
    }

    // "30km", "$5m", "9am": the unit stands alone; "5th", "1990s", "3D" are one.
    [[nodiscard]] std::uint32_t stop_after_number(std::uint32_t digits_end, std::uint32_t end) const {
        const std::string unit = lower(text_.substr(digits_end, end - digits_end));
        static constexpr auto units = std::to_array<std::string_view>(
            {"am",   "pm", "km", "kg",  "cm", "mm", "mph", "kmh", "hrs", "min",
             "mins", "sq", "ft", "lbs", "bn", "mg", "ml",  "m",   "k",   "tn"});
        return contains(units, unit) ? digits_end : end;
    }

    // --- words

    void word() {
        const std::uint32_t begin = at_;
        std::uint32_t end = at_;
        while (end < chunk_end_) {
            const Letter here = letter(end);
            if (is_letter(here.code) || is_digit(here.code)) {
                end = here.end;
            } else if (const std::uint32_t joined = joined_to(begin, end, here); joined > end) {
                end = joined;
            } else {
                break;
            }
        }
        if (letter(end).code == '.' && keeps_stop(begin, end)) end = letter(end).end;
        cut_hyphens(begin, end);
        at_ = end;
    }

    // Past the mark `here` if it joins what stands before and after it into one word, else where it stands.
    [[nodiscard]] std::uint32_t joined_to(std::uint32_t begin, std::uint32_t end, const Letter& here) const {
        const UChar32 next = letter(here.end).code;
        const bool letters = is_letter(next) || is_digit(next);
        if (is_apostrophe(here.code) || is_hyphen(here.code)) return letters ? here.end : end;
        if (here.code == '&') return is_upper(next) && end - begin <= 2 ? here.end : end;
        if (here.code == '.') return stop_inside(begin, end, here.end) ? here.end : end;
        // "c/o", but "and/or" is two words.
        const bool one_each = end - begin == 1 && is_letter(next) && !is_letter(letter(here.end + 1).code);
        if (here.code == '/') return one_each ? here.end : end;
        return end;
    }

    // Whether the stop before `next` belongs into the word: "U.S.A", "e.g.", "bbc.com"; not "truce.The".
    [[nodiscard]] bool stop_inside(std::uint32_t begin, std::uint32_t stop, std::uint32_t next) const {
        const Letter after = letter(next);
        if (!is_letter(after.code) && !is_digit(after.code)) return false;
        const std::uint32_t part = part_begin(begin, stop);
        const bool single = letter(part).end == stop && is_letter(letter(part).code);
        if (single) {
            if (part == begin) return is_letter(after.code) && !runs_on(next);
            // "U.S.to": the acronym is over when more than one letter follows.
            return !runs_on(next);
        }
        if (is_digit(letter(part).code) || is_digit(after.code))
            return is_digit(after.code) && !is_abbreviation(text_.substr(part, stop - part));
        if (text_.substr(part, stop - part) == "Ph" && after.code == 'D') return true;
        std::uint32_t end = next;
        while (end < chunk_end_ && end - next < 12 && is_letter(letter(end).code)) end = letter(end).end;
        return contains(name_endings, lower(text_.substr(next, end - next))) && !is_upper(after.code);
    }

    // Whether more than one letter starts at `at`, none of them an acronym's.
    [[nodiscard]] bool runs_on(std::uint32_t at) const {
        const Letter first = letter(at);
        return is_letter(letter(first.end).code);
    }

    // Where the letters before `end` start that no stop or hyphen interrupts.
    [[nodiscard]] std::uint32_t part_begin(std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t part = end;
        while (part > begin && end - part < 64 && text_[part - 1] != '.' && text_[part - 1] != '-' &&
               text_[part - 1] != '/')
            --part;
        return part;
    }

    // Whether the stop at `stop`, which nothing of the word follows, is the word's own.
    [[nodiscard]] bool keeps_stop(std::uint32_t begin, std::uint32_t stop) const {
        const std::uint32_t part = part_begin(begin, stop);
        const std::string_view last = text_.substr(part, stop - part);
        if (letter(stop + 1).code == '.') return false;  // "etc..." ends in an ellipsis
        const bool dotted = part > begin && text_[part - 1] == '.';
        const bool single = last.size() == 1 || (letter(part).end == stop);
        if (dotted) return single || last == "Sc" || last == "Phil" || last == "Ed";
        if (single && is_letter(letter(part).code)) return is_upper(letter(part).code) && initial(part, stop);
        if (contains(before_numbers, last)) return number_follows(stop + 1);
        return is_abbreviation(last);
    }

    // "I." ends a sentence more often than it opens a name; a name before and after tells.
    [[nodiscard]] bool initial(std::uint32_t begin, std::uint32_t stop) const {
        if (begin > 0 && begin >= 2 && text_[begin - 1] == '-') return false;
        if (text_[begin] != 'I') return true;
        const std::uint32_t next = stop + 2;
        const bool name_after = next < text_.size() && text_[next] >= 'A' && text_[next] <= 'Z';
        const bool name_before =
            !tokens_.empty() && is_upper(static_cast<std::uint8_t>(tokens_.back().form[0]));
        return name_after && name_before;
    }

    [[nodiscard]] bool number_follows(std::uint32_t at) const {
        while (at < text_.size() && text_[at] == ' ') ++at;
        return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
    }

    // --- inside a word

    void cut_hyphens(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t from = begin;
        for (std::uint32_t at = begin; at < end; ++at) {
            const Letter here = letter(at);
            if (!is_hyphen(here.code)) continue;
            if (!bound(from, at, here.end, end)) {
                cut_clitics(from, at);
                emit(at, here.end);
                from = here.end;
            }
            at = here.end - 1;
        }
        cut_clitics(from, end);
    }

    // Whether the hyphen between text[from, at) and text[next, ...) binds.
    [[nodiscard]] bool bound(std::uint32_t from, std::uint32_t at, std::uint32_t next,
                             std::uint32_t end) const {
        if (at - from <= 8 && contains(prefixes, lower(text_.substr(from, at - from)))) {
            return text_.substr(from, at - from) != "A" && text_.substr(from, at - from) != "U";
        }
        const std::string_view rest = text_.substr(next, end - next);
        return rest.size() <= 8 && contains(suffixes, lower(rest));
    }

    void cut_clitics(std::uint32_t begin, std::uint32_t end) {
        std::array<std::uint32_t, 4> cuts{};
        std::size_t count = 0;
        while (count < cuts.size()) {
            const std::uint32_t cut = clitic(begin, count == 0 ? end : cuts.at(count - 1));
            if (cut == 0) break;
            cuts.at(count++) = cut;
        }
        std::uint32_t from = begin;
        while (count > 0) {
            emit(from, cuts.at(count - 1));
            from = cuts.at(--count);
        }
        emit(from, end);
    }

    // Where the clitic that closes text[begin, end) starts; 0 when none does.
    [[nodiscard]] std::uint32_t clitic(std::uint32_t begin, std::uint32_t end) const {
        const std::string word = lower(text_.substr(begin, std::min<std::size_t>(end - begin, 64)));
        if (word.size() == end - begin) {
            for (const auto& [whole, cut] : split_words) {
                if (word == whole) return begin + static_cast<std::uint32_t>(cut);
            }
        }
        for (const std::string_view mark : {"'", "\xE2\x80\x99"}) {
            for (const std::string_view ending : {"s", "m", "d", "ll", "ve", "re"}) {
                const std::size_t size = mark.size() + ending.size();
                if (end - begin > size && ends_in(end, mark, ending)) {
                    return before_clitic(begin, end - static_cast<std::uint32_t>(size));
                }
            }
            const std::size_t size = 2 + mark.size();
            if (end - begin > size && lower(text_[end - size]) == 'n' && ends_in(end, mark, "t")) {
                return end - static_cast<std::uint32_t>(size);
            }
        }
        return 0;
    }

    [[nodiscard]] bool ends_in(std::uint32_t end, std::string_view mark, std::string_view ending) const {
        const std::size_t size = mark.size() + ending.size();
        return text_.substr(end - size, mark.size()) == mark &&
               lower(text_.substr(end - ending.size(), ending.size())) == ending;
    }

    static std::uint32_t before_clitic(std::uint32_t begin, std::uint32_t cut) {
        return cut > begin ? cut : 0;
    }

    std::string_view text_;
    std::uint32_t at_;
    std::uint32_t chunk_end_ = 0;
    std::vector<Token>& tokens_;
};

}  // namespace

void tokenize(std::string_view text, ByteSpan span, std::vector<Token>& tokens) {
    const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), UINT32_MAX));
    Scanner(text, {std::min(span.begin, size), std::min(span.end, size)}, tokens).run();
}

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), UINT32_MAX))}, tokens);
    return tokens;
}

bool is_abbreviation(std::string_view word) {
    return std::ranges::binary_search(abbreviations, word);
}

}  // namespace entente::extract
