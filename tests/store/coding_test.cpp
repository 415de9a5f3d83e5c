#include "store/coding.hpp"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

namespace entente::store {
namespace {

template <class Append, class Value>
std::string bytes_of(Append append, const Value& value) {
    std::string bytes;
    append(bytes, value);
    return bytes;
}

TEST(Coding, of_big_endian_numbers_sorts_as_the_numbers_do) {
    EXPECT_EQ(bytes_of(append_big32, 0x01020304U), "\x01\x02\x03\x04");
    EXPECT_LT(bytes_of(append_big64, 255U), bytes_of(append_big64, 256U));
    EXPECT_EQ(Cursor(bytes_of(append_big64, 0xFEDCBA9876543210U)).big64(), 0xFEDCBA9876543210U);
}

TEST(Coding, of_varints_is_short_for_small_numbers) {
    EXPECT_EQ(bytes_of(append_varint, 127U).size(), 1U);
    EXPECT_EQ(bytes_of(append_varint, 128U).size(), 2U);
    EXPECT_EQ(bytes_of(append_varint, std::numeric_limits<std::uint32_t>::max()).size(), 5U);
}

TEST(Coding, of_signed_numbers_brings_every_one_back) {
    for (int number = -32768; number <= 32767; ++number) {
        const auto value = static_cast<std::int16_t>(number);
        const std::string bytes = bytes_of(append_signed, value);
        Cursor cursor(bytes);
        ASSERT_EQ(cursor.signed_varint(), value);
        ASSERT_TRUE(cursor.complete());
    }
}

TEST(Coding, of_dates_sorts_as_dates_do) {
    std::vector<extract::Date> dates = {{},           {-44, 3, 15},  {2016, 0, 0}, {2016, 7, 0},
                                        {2016, 7, 1}, {2016, 7, 15}, {2017, 1, 1}, {32767, 12, 31}};
    std::ranges::sort(dates);
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
        EXPECT_LT(bytes_of(append_date, dates[i]), bytes_of(append_date, dates[i + 1]));
        EXPECT_EQ(Cursor(bytes_of(append_date, dates[i])).date(), dates[i]);
    }
}

TEST(Coding, of_ordered_strings_sorts_as_the_strings_do_whatever_follows) {
    const std::vector<std::string> sorted = {"",
                                             std::string(1, '\0'),
                                             std::string("\0\0", 2),
                                             std::string("\0\xFF", 2),
                                             "\x01",
                                             "a",
                                             std::string("a\0", 2),
                                             std::string("a\0b", 3),
                                             "ab",
                                             "b",
                                             "\xFF"};
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const std::string bytes = bytes_of(append_ordered, sorted[i]);
        Cursor cursor(bytes);
        EXPECT_EQ(cursor.ordered(), sorted[i]);
        EXPECT_TRUE(cursor.complete());
        if (i + 1 == sorted.size()) continue;
        const std::string next = bytes_of(append_ordered, sorted[i + 1]);
        EXPECT_LT(bytes + "\xFF", next) << "entry " << i;
        EXPECT_FALSE(next.starts_with(bytes)) << "entry " << i;
    }
}

TEST(Cursor, that_failed_once_gives_nothing_any_more) {
    Cursor cursor(
        "\x05"
        "abc");
    EXPECT_EQ(cursor.string(), "");
    EXPECT_TRUE(cursor.failed());
    EXPECT_EQ(cursor.byte(), 0);
    EXPECT_EQ(cursor.varint(), 0U);
    EXPECT_EQ(cursor.rest(), "");
    EXPECT_FALSE(cursor.complete());
}

TEST(Cursor, refuses_numbers_that_do_not_fit) {
    const std::string six_bytes = "\xFF\xFF\xFF\xFF\xFF\x01";
    Cursor too_long(six_bytes);
    too_long.varint();
    EXPECT_TRUE(too_long.failed());
    const std::string over_32_bits = "\xFF\xFF\xFF\xFF\x1F";
    Cursor too_large(over_32_bits);
    too_large.varint();
    EXPECT_TRUE(too_large.failed());
}

}  // namespace
}  // namespace entente::store
