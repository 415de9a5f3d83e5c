#include "store/coding.hpp"

#include <limits>

namespace entente::store {

namespace {

constexpr std::uint32_t sign_bit_of_year = 0x8000U;

template <class Number>
void append_big(std::string& out, Number value) {
    for (int shift = std::numeric_limits<Number>::digits - 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU));
    }
}

template <class Number>
Number big(std::string_view bytes) {
    Number value = 0;
    for (const char c : bytes) value = static_cast<Number>((value << 8U) | static_cast<std::uint8_t>(c));
    return value;
}

}  // namespace

void append_byte(std::string& out, std::uint8_t value) {
    out.push_back(static_cast<char>(value));
}

void append_big32(std::string& out, std::uint32_t value) {
    append_big(out, value);
}

void append_big64(std::string& out, std::uint64_t value) {
    append_big(out, value);
}

void append_varint(std::string& out, std::uint32_t value) {
    while (value >= 0x80U) {
        out.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

void append_signed(std::string& out, std::int16_t value) {
    const std::int32_t wide = value;
    const std::uint32_t folded =
        wide < 0 ? static_cast<std::uint32_t>(-(wide + 1)) * 2U + 1U : static_cast<std::uint32_t>(wide) * 2U;
    append_varint(out, folded);
}

void append_string(std::string& out, std::string_view value) {
    append_varint(out, static_cast<std::uint32_t>(value.size()));
    out.append(value);
}

void append_date(std::string& out, const extract::Date& date) {
    const auto year = static_cast<std::uint16_t>(date.year) ^ sign_bit_of_year;
    append_byte(out, static_cast<std::uint8_t>(year >> 8U));
    append_byte(out, static_cast<std::uint8_t>(year & 0xFFU));
    append_byte(out, date.month);
    append_byte(out, date.day);
}

void append_ordered_prefix(std::string& out, std::string_view value) {
    for (const char c : value) {
        out.push_back(c);
        if (c == '\0') out.push_back('\xFF');
    }
}

void append_ordered(std::string& out, std::string_view value) {
    append_ordered_prefix(out, value);
    out.push_back('\0');
    out.push_back('\x01');
}

std::string_view Cursor::take(std::size_t size) {
    if (size > rest_.size()) {
        fail();
        return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
}

std::uint8_t Cursor::byte() {
    return big<std::uint8_t>(take(1));
}

std::uint32_t Cursor::big32() {
    return big<std::uint32_t>(take(4));
}

std::uint64_t Cursor::big64() {
    return big<std::uint64_t>(take(8));
}

std::uint32_t Cursor::varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
        const std::uint8_t next = byte();
        value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
        if ((next & 0x80U) != 0) continue;
        // One number, one code: what is too large or longer than needed is not ours.
        const bool padded = shift > 0 && next == 0;
        if (value > std::numeric_limits<std::uint32_t>::max() || padded) break;
        return static_cast<std::uint32_t>(value);
    }
    fail();
    return 0;
}

std::int16_t Cursor::signed_varint() {
    const std::uint32_t folded = varint();
    if (folded > std::numeric_limits<std::uint16_t>::max()) fail();
    if (failed_) return 0;
    const auto half = static_cast<std::int32_t>(folded / 2);
    return static_cast<std::int16_t>(folded % 2 == 1 ? -half - 1 : half);
}

std::string_view Cursor::string() {
    return take(varint());
}

extract::Date Cursor::date() {
    const std::string_view bytes = take(4);
    if (failed_) return {};
    const std::uint32_t year = big<std::uint16_t>(bytes.substr(0, 2)) ^ sign_bit_of_year;
    return {.year = static_cast<std::int16_t>(static_cast<std::uint16_t>(year)),
            .month = static_cast<std::uint8_t>(bytes[2]),
            .day = static_cast<std::uint8_t>(bytes[3])};
}

std::string Cursor::ordered() {
    std::string value;
    while (!failed_) {
        const std::size_t plain = rest_.find('\0');
        if (plain == std::string_view::npos || plain + 1 >= rest_.size()) break;
        value.append(take(plain));
        const std::string_view mark = take(2);
        if (mark[1] == '\x01') return value;
        if (mark[1] != '\xFF') break;
        value.push_back('\0');
    }
    fail();
    return {};
}

std::string_view Cursor::rest() {
    return take(rest_.size());
}

}  // namespace entente::store
