// How numbers and strings become bytes, and the way back that no bytes can break.
//
// Two kinds of code, for two places. In keys, order matters: numbers are big-endian, so that bytes sort as
// the numbers do, and strings that something follows are escaped and ended (append_ordered). In values, size
// matters: numbers are varints (seven bits a byte, least significant first, as in leveldb's util/coding.h and
// Protocol Buffers), strings are counted.
//
// append_* write to the end of a string. A Cursor reads: it never throws and never reads outside; the first
// thing that does not fit makes it fail, and from then on it gives zeros and empty strings. Ask `complete()`
// once, at the end.
#pragma once

#include "extract/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::store {

void append_byte(std::string& out, std::uint8_t value);
void append_big32(std::string& out, std::uint32_t value);
void append_big64(std::string& out, std::uint64_t value);
void append_varint(std::string& out, std::uint32_t value);
// Small negative numbers become small too: 0 -1 1 -2 are written as 0 1 2 3.
void append_signed(std::string& out, std::int16_t value);
// Its length as a varint, then its bytes.
void append_string(std::string& out, std::string_view value);

// Four bytes that sort as dates do: year (its sign bit turned), month, day.
void append_date(std::string& out, const extract::Date& date);

// A zero byte becomes 00 FF, and 00 01 ends the string: "a" sorts before "a\0", that before "ab", and no
// string is the beginning of another.
void append_ordered(std::string& out, std::string_view value);
// The same without the end: what every longer string begins with as well.
void append_ordered_prefix(std::string& out, std::string_view value);

class Cursor {
 public:
    // Reads `bytes`, which must outlive the cursor.
    explicit Cursor(std::string_view bytes) : rest_(bytes) {}

    std::uint8_t byte();
    std::uint32_t big32();
    std::uint64_t big64();
    std::uint32_t varint();
    std::int16_t signed_varint();
    std::string_view string();
    extract::Date date();
    std::string ordered();
    // All that is left.
    std::string_view rest();

    // For what the values themselves rule out.
    void fail() { failed_ = true, rest_ = {}; }

    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] std::size_t left() const { return rest_.size(); }
    // Everything fitted and nothing is left over.
    [[nodiscard]] bool complete() const { return !failed_ && rest_.empty(); }

 private:
    std::string_view take(std::size_t size);

    std::string_view rest_;
    bool failed_ = false;
};

}  // namespace entente::store
