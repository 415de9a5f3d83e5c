#include "extract/reading/features.hpp"

#include <algorithm>
#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente::extract {

namespace {

constexpr std::size_t max_code_points = 64;

// Code points of a form, as written and in the normal form. Long forms keep their two ends.
struct CodePoints {
    std::array<UChar32, max_code_points> written;
    std::array<UChar32, max_code_points> normal;
    std::size_t size = 0;
};

UChar32 plain(UChar32 c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x02BC:
        case '`':
            return '\'';
        case 0x201C:
        case 0x201D:
            return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
            return '-';
        case 0x2014:
        case 0x2015:
            return 0x2014;
        default:
            return u_isdigit(c) ? '0' : u_tolower(c);
    }
}

CodePoints decode(std::string_view form) {
    constexpr std::size_t kept_bytes = max_code_points / 2;
    std::string ends;
    if (form.size() > max_code_points) {  // bytes, so never more code points than fit
        ends = std::string(form.substr(0, kept_bytes)) + std::string(form.substr(form.size() - kept_bytes));
        form = ends;
    }
    CodePoints out;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(form.data());
    const auto length = static_cast<std::int32_t>(form.size());
    for (std::int32_t i = 0; i < length && out.size < max_code_points;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, length, c);
        out.written[out.size] = c;
        out.normal[out.size] = plain(c);
        ++out.size;
    }
    return out;
}

// Incremental hash over code points; each part starts from its own seed.
class Key {
 public:
    explicit Key(std::uint64_t kind) : state_(0xcbf29ce484222325ULL ^ (kind * 0x9e3779b97f4a7c15ULL)) {}
    void add(UChar32 c) { state_ = (state_ ^ static_cast<std::uint64_t>(c)) * std::uint64_t{0x100000001b3U}; }
    [[nodiscard]] std::uint64_t value() const {
        std::uint64_t x = state_;
        x ^= x >> 33U;
        x *= 0xff51afd7ed558ccdULL;
        x ^= x >> 33U;
        return x;
    }

 private:
    std::uint64_t state_;
};

enum Kind : std::uint64_t { whole = 1, prefix = 2, suffix = 10, shape_kind = 20, cased = 21, shout = 22 };

UChar32 shape_of(UChar32 c) {
    if (u_isupper(c)) return 'X';
    if (u_isdigit(c)) return '0';
    if (u_isalpha(c)) return 'x';
    return plain(c);
}

// Runs of one shape are shortened to two, the whole to twelve: `Washington-based` is `Xxx-xx`.
std::uint64_t shape_key(const CodePoints& points) {
    Key key(shape_kind);
    UChar32 before = 0;
    UChar32 before_that = 0;
    std::size_t length = 0;
    for (std::size_t i = 0; i < points.size && length < 12; ++i) {
        const UChar32 c = shape_of(points.written[i]);
        if (c == before && c == before_that) continue;
        key.add(c);
        ++length;
        before_that = before;
        before = c;
    }
    return key.value();
}

std::uint64_t range_key(std::uint64_t kind, const std::array<UChar32, max_code_points>& points,
                        std::size_t from, std::size_t to) {
    Key key(kind);
    for (std::size_t i = from; i < to; ++i) key.add(points[i]);
    return key.value();
}

}  // namespace

TokenFeatures token_features(std::string_view form, bool shouting) {
    const CodePoints points = decode(form);
    TokenFeatures out;
    out.word = range_key(whole, points.normal, 0, points.size);
    const auto add = [&out](std::uint64_t key) { out.part[out.parts++] = key; };
    for (std::size_t n = 1; n <= std::min<std::size_t>(4, points.size); ++n)
        add(range_key(prefix + n, points.normal, 0, n));
    for (std::size_t n = 1; n <= std::min<std::size_t>(5, points.size); ++n)
        add(range_key(suffix + n, points.normal, points.size - n, points.size));
    add(shape_key(points));
    const bool has_upper = std::any_of(points.written.begin(), points.written.begin() + points.size,
                                       [](UChar32 c) { return u_isupper(c) != 0; });
    if (has_upper && !shouting) add(range_key(cased, points.written, 0, points.size));
    if (shouting) add(Key(shout).value());
    return out;
}

std::uint64_t tagged_word_key(std::uint64_t word, std::string_view xpos) {
    return stable_hash(xpos, word);
}

LetterCase letter_case(std::string_view form) {
    const CodePoints points = decode(form);
    LetterCase out;
    std::size_t letters = 0;
    out.all_capitals = true;
    for (std::size_t i = 0; i < points.size; ++i) {
        if (u_isalpha(points.written[i]) == 0) continue;
        ++letters;
        if (u_isupper(points.written[i]) == 0) out.all_capitals = false;
    }
    out.has_letters = letters > 0;
    out.all_capitals = out.all_capitals && letters >= 2;
    return out;
}

bool is_shouting(std::size_t capital_words, std::size_t words_with_letters) {
    return capital_words >= 3 && capital_words * 3 > words_with_letters * 2;
}

std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed) {
    std::uint64_t state = 0xcbf29ce484222325ULL ^ seed;
    for (const char c : bytes) state = (state ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
    return state;
}

}  // namespace entente::extract
