#include "graph/xml_text.hpp"

#include <cstddef>
#include <cstdint>

namespace entente::graph {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::uint8_t byte(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
}

bool continues(std::uint8_t value) {
    return (value & 0xC0U) == 0x80U;
}

// Bytes of the well-formed character that starts at `at` and is more than ASCII; 0 when none does.
std::size_t character(std::string_view text, std::size_t at) {
    const std::uint8_t first = byte(text, at);
    const std::uint8_t second = byte(text, at + 1);
    if (!continues(second)) return 0;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (!continues(byte(text, at + 2))) return 0;
    if (first == 0xE0) return second >= 0xA0 ? 3 : 0;
    if (first == 0xED) return second <= 0x9F ? 3 : 0;  // beyond lie the surrogates
    if (first > 0xE0 && first <= 0xEF) return 3;
    if (!continues(byte(text, at + 3))) return 0;
    if (first == 0xF0) return second >= 0x90 ? 4 : 0;
    if (first == 0xF4) return second <= 0x8F ? 4 : 0;
    return first > 0xF0 && first < 0xF4 ? 4 : 0;
}

bool is_forbidden(std::string_view character) {
    return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

void append_ascii(std::string& out, char c) {
    switch (c) {
        case '&':
            out += "&amp;";
            return;
        case '<':
            out += "&lt;";
            return;
        case '>':
            out += "&gt;";
            return;
        case '"':
            out += "&quot;";
            return;
        case '\'':
            out += "&apos;";
            return;
        case '\r':
            out += "&#13;";
            return;
        case '\t':
        case '\n':
            out += c;
            return;
        default:
            break;
    }
    if (static_cast<std::uint8_t>(c) < 0x20) {
        out += replacement;
    } else {
        out += c;
    }
}

// What most text is made of and stands for itself: letters, digits, blanks.
bool is_plain(char c) {
    const auto value = static_cast<std::uint8_t>(c);
    return value >= 0x20 && value < 0x80 && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && is_plain(text[at])) ++at;
        out.append(text, begin, at - begin);
        if (at == text.size()) return;
        if (byte(text, at) < 0x80) {
            append_ascii(out, text[at]);
            ++at;
            continue;
        }
        const std::size_t size = character(text, at);
        const std::string_view found = text.substr(at, size);
        out += size == 0 || is_forbidden(found) ? replacement : found;
        at += size == 0 ? 1 : size;
    }
}

}  // namespace entente::graph
