#include "extract/reading/clean_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente::extract {

namespace {

constexpr UChar32 replacement = 0xFFFD;

// Windows-1252, 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

UChar32 from_windows_1252(std::uint8_t byte) {
    if (byte < 0x80 || byte > 0x9F) return byte;
    const char16_t letter = windows_1252.at(byte - 0x80U);
    return letter == 0 ? replacement : letter;
}

// The byte that Windows-1252 (with Latin-1's C1 codes in its gaps) writes for a letter.
std::optional<std::uint8_t> to_windows_1252(UChar32 letter) {
    if (letter >= 0 && letter <= 0xFF) return static_cast<std::uint8_t>(letter);
    if (letter > 0xFFFF) return std::nullopt;
    for (std::size_t i = 0; i < windows_1252.size(); ++i) {
        if (windows_1252.at(i) == static_cast<char16_t>(letter)) return static_cast<std::uint8_t>(0x80U + i);
    }
    return std::nullopt;
}

struct Letter {
    UChar32 code = replacement;
    std::size_t bytes = 1;  // taken from the input, at least 1
    bool well_formed = true;
};

Letter letter_at(std::string_view text, std::size_t at) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t next = at;
    UChar32 code = 0;
    U8_NEXT(bytes, next, text.size(), code);
    if (code >= 0) return {code, next - at, true};
    if (next - at > 1) return {replacement, next - at, false};
    return {from_windows_1252(bytes[at]), 1, false};
}

std::size_t sequence_length(std::uint8_t lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

// Two letters that could as well be meant are left alone: "É»" may end a quotation, "Ã©" is never English.
bool plausible_pair(std::uint8_t lead, std::uint8_t second) {
    if (lead == 0xC3) return true;
    if (lead == 0xC2) return second != 0xBB && second != 0xAB;
    return false;
}

// UTF-8 that was read as Windows-1252 and encoded again, from `at` on; nullopt when nothing there is.
std::optional<Letter> mojibake_at(std::string_view text, std::size_t at) {
    std::array<char, 4> bytes{};
    std::size_t length = 0;
    std::size_t next = at;
    for (std::size_t i = 0; i == 0 || i < length; ++i) {
        if (next >= text.size()) return std::nullopt;
        const Letter letter = letter_at(text, next);
        const auto byte = letter.well_formed ? to_windows_1252(letter.code) : std::nullopt;
        if (!byte) return std::nullopt;
        if (i == 0) length = sequence_length(*byte);
        if (length == 0 || (i > 0 && (*byte & 0xC0U) != 0x80U)) return std::nullopt;
        if (length == 2 && i == 1 && !plausible_pair(static_cast<std::uint8_t>(bytes[0]), *byte)) {
            return std::nullopt;
        }
        bytes.at(i) = static_cast<char>(*byte);
        next += letter.bytes;
    }
    const Letter meant = letter_at({bytes.data(), length}, 0);
    if (!meant.well_formed) return std::nullopt;
    return Letter{meant.code, next - at, false};
}

struct Entity {
    std::string_view name;
    UChar32 code;
};

constexpr auto entities = std::to_array<Entity>({{"amp;", '&'},
                                                 {"quot;", '"'},
                                                 {"apos;", '\''},
                                                 {"lt;", '<'},
                                                 {"gt;", '>'},
                                                 {"nbsp;", ' '},
                                                 {"lsquo;", 0x2018},
                                                 {"rsquo;", 0x2019},
                                                 {"ldquo;", 0x201C},
                                                 {"rdquo;", 0x201D},
                                                 {"ndash;", 0x2013},
                                                 {"mdash;", 0x2014},
                                                 {"hellip;", 0x2026},
                                                 {"eacute;", 0xE9},
                                                 {"bull;", 0x2022},
                                                 {"pound;", 0xA3},
                                                 {"euro;", 0x20AC}});

// "#8217;", "#x2019;"; a letter of one byte when no number of a letter stands there.
Letter numbered(std::string_view text) {
    const bool hex = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
    const std::size_t begin = hex ? 2 : 1;
    std::size_t at = begin;
    UChar32 code = 0;
    for (; at < text.size() && at - begin < 7; ++at) {
        const char c = text[at];
        const char low = static_cast<char>(c | 0x20);
        const bool letter = hex && low >= 'a' && low <= 'f';
        if (!letter && (c < '0' || c > '9')) break;
        code = code * (hex ? 16 : 10) + (letter ? low - 'a' + 10 : c - '0');
    }
    const bool ends = at > begin && at < text.size() && text[at] == ';';
    if (!ends || code < 0x20 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) || code == 0x7F)
        return {};
    return {code <= 0x9F ? from_windows_1252(static_cast<std::uint8_t>(code)) : code, at + 1, true};
}

// The letter that the character reference at `at` stands for; a letter of one byte when none is there.
Letter entity_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at + 1, 12);
    if (rest.starts_with('#')) {
        const Letter letter = numbered(rest);
        return {letter.code, letter.bytes == 1 ? 1 : letter.bytes + 1, true};
    }
    for (const Entity& entity : entities) {
        if (rest.starts_with(entity.name)) return {entity.code, entity.name.size() + 1, true};
    }
    return {};
}

bool dropped(UChar32 code) {
    if (code < 0x20) return code != '\n' && code != '\t';
    return code == 0x7F || code == 0xAD || code == 0x61C || code == 0x180E ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
           (static_cast<std::uint32_t>(code) & 0xFFFEU) == 0xFFFEU || (code >= 0xFDD0 && code <= 0xFDEF);
}

bool line_end(UChar32 code) {
    return code == '\n' || code == '\v' || code == '\f' || code == '\r' || code == 0x2028 || code == 0x2029;
}

bool other_blank(UChar32 code) {
    return code == '\t' || (code > 0x7F && u_isUWhiteSpace(code) != 0);
}

// Appends a letter, returns how many bytes it took.
std::size_t append(std::string& text, UChar32 code) {
    std::array<std::uint8_t, 4> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, static_cast<std::uint32_t>(code));
    text.append(reinterpret_cast<const char*>(bytes.data()), length);
    return length;
}

class Cleaner {
 public:
    Cleaner(std::string_view given, std::size_t begin) : given_(given), at_(begin) {
        clean_.text.reserve(given.size() - begin);
    }

    CleanText run() {
        mark(at_);
        while (at_ < given_.size()) {
            const auto byte = static_cast<std::uint8_t>(given_[at_]);
            if (byte == '&' && take_entity()) continue;
            if ((byte >= 0x20 && byte < 0x7F) || byte == '\n') {
                clean_.text.push_back(given_[at_++]);
            } else {
                take_special();
            }
        }
        return std::move(clean_);
    }

 private:
    void take_special() {
        Letter letter = letter_at(given_, at_);
        if (line_end(letter.code)) {
            const bool windows = given_.substr(at_, 2) == "\r\n";
            put('\n', windows ? 2 : letter.bytes);
            return;
        }
        if (letter.well_formed && letter.code >= 0xC2 && letter.code <= 0xF4) {
            letter = mojibake_at(given_, at_).value_or(letter);
        }
        if (letter.code >= 0x80 && letter.code <= 0x9F) {
            letter = {from_windows_1252(static_cast<std::uint8_t>(letter.code)), letter.bytes, false};
        }
        if (dropped(letter.code)) {
            ++clean_.repairs;
            drop(letter.bytes);
            return;
        }
        if (!letter.well_formed) ++clean_.repairs;
        put(other_blank(letter.code) ? ' ' : letter.code, letter.bytes);
    }

    // "&amp;", "&#8217;": text that was taken out of a web page and not decoded.
    bool take_entity() {
        const Letter letter = entity_at(given_, at_);
        if (letter.bytes == 1) return false;
        ++clean_.repairs;
        if (dropped(letter.code)) {
            drop(letter.bytes);
            return true;
        }
        put(line_end(letter.code) || other_blank(letter.code) ? ' ' : letter.code, letter.bytes);
        return true;
    }

    void put(UChar32 code, std::size_t taken) {
        const std::size_t length = append(clean_.text, code);
        at_ += taken;
        if (length != taken) mark(at_);
    }

    void drop(std::size_t taken) {
        const std::size_t ended = at_;
        at_ += taken;
        mark(ended);
    }

    void mark(std::size_t ended) {
        clean_.offsets.add_run(static_cast<std::uint32_t>(clean_.text.size()),
                               static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(ended));
    }

    std::string_view given_;
    std::size_t at_;
    CleanText clean_;
};

}  // namespace

CleanText clean(std::string_view given, std::size_t begin) {
    return Cleaner(given, std::min(begin, given.size())).run();
}

std::string valid_utf8(std::string_view given) {
    std::string out;
    out.reserve(given.size());
    std::size_t from = 0;
    for (std::size_t at = 0; at < given.size();) {
        const Letter letter = letter_at(given, at);
        if (!letter.well_formed) {
            out.append(given.substr(from, at - from));
            append(out, letter.code);
            from = at + letter.bytes;
        }
        at += letter.bytes;
    }
    out.append(given.substr(from));
    return out;
}

std::string clean_line(std::string_view given) {
    std::string line;
    for (const char c : clean(given).text) {
        if (c != ' ' && c != '\n') {
            line.push_back(c);
        } else if (!line.empty() && line.back() != ' ') {
            line.push_back(' ');
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace entente::extract
