#include "store/values.hpp"

#include "tests/store/random_records.hpp"

#include <gtest/gtest.h>

namespace entente::store {
namespace {

template <class Record>
class Values : public testing::Test {};

using Records =
    testing::Types<Totals, Numbered, Pending, Bearer, EdgeFacts, graph::Actor, graph::Event, graph::Report,
                   graph::Relation, graph::ArticleRecord, graph::Form, extract::Extraction>;
TYPED_TEST_SUITE(Values, Records);

template <class Record>
Record random_record(RandomRecords& random) {
    Record record;
    random.fill(record);
    return record;
}

TYPED_TEST(Values, come_back_as_they_were) {
    RandomRecords random(1);
    for (int round = 0; round < 500; ++round) {
        const auto record = random_record<TypeParam>(random);
        const std::optional<TypeParam> back = decode<TypeParam>(encode(record));
        ASSERT_TRUE(back.has_value()) << "round " << round;
        ASSERT_EQ(*back, record) << "round " << round;
    }
}

TYPED_TEST(Values, cut_short_or_lengthened_are_nothing) {
    RandomRecords random(2);
    for (int round = 0; round < 20; ++round) {
        const std::string bytes = encode(random_record<TypeParam>(random));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            ASSERT_FALSE(decode<TypeParam>(bytes.substr(0, size))) << size << " of " << bytes.size();
        }
        ASSERT_FALSE(decode<TypeParam>(bytes + '\0'));
    }
}

// One record, one code: so damage that reads as a record at all reads as exactly what stands there.
TYPED_TEST(Values, with_changed_bytes_are_nothing_or_what_stands_there) {
    RandomRecords random(3);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = encode(random_record<TypeParam>(random));
        const std::uint32_t place = random.below(static_cast<std::uint32_t>(bytes.size()));
        bytes[place] = static_cast<char>(random.below(256));
        const std::optional<TypeParam> back = decode<TypeParam>(bytes);
        if (back) {
            ASSERT_EQ(encode(*back), bytes) << "byte " << place << " in round " << round;
        }
    }
}

TYPED_TEST(Values, of_another_layout_are_nothing) {
    RandomRecords random(4);
    std::string bytes = encode(random_record<TypeParam>(random));
    ASSERT_EQ(bytes[0], 1);
    bytes[0] = 2;
    EXPECT_FALSE(decode<TypeParam>(bytes));
}

TEST(Values_, with_a_made_up_count_read_no_further_than_the_bytes) {
    // An actor whose sectors claim to be four thousand million.
    const std::string bytes = std::string("\x01\x00\x00\x00\x00", 5) + "\xFF\xFF\xFF\xFF\x0F";
    EXPECT_FALSE(decode<graph::Actor>(bytes));
}

TEST(Counts, come_back_as_they_were) {
    for (const std::uint32_t count : {0U, 1U, 127U, 128U, 300U, 0xFFFFFFFFU}) {
        EXPECT_EQ(decode_count(encode_count(count)), count);
    }
    EXPECT_FALSE(decode_count(""));
    EXPECT_FALSE(decode_count(std::string("\x80\x00", 2))) << "a longer code of 0";
}

}  // namespace
}  // namespace entente::store
