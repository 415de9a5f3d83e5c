#include "extract/actors/naming.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(Naming, gives_countries_their_article) {
    EXPECT_EQ(with_article("Philippines"), "the Philippines");
    EXPECT_EQ(with_article("Kenya"), "Kenya");
}

TEST(Naming, tells_codes_of_no_country) {
    EXPECT_TRUE(is_pseudo_country("UNO"));
    EXPECT_FALSE(is_pseudo_country("USA"));
}

TEST(Naming, begins_with_a_capital_and_leaves_other_letters_alone) {
    EXPECT_EQ(capitalized("copper miners"), "Copper miners");
    EXPECT_EQ(capitalized("élus"), "élus");
    EXPECT_EQ(capitalized(""), "");
}

TEST(Naming, parts_words_at_blanks_and_hyphens) {
    EXPECT_THAT(words_of("Vice-President of State"),
                testing::ElementsAre("vice", "president", "of", "state"));
}

}  // namespace
}  // namespace entente::extract
