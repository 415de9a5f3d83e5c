#include "extract/actors/slug.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(Slugs, are_ascii_words_joined_by_hyphens) {
    EXPECT_EQ(slug("Bashar al-Assad"), "bashar-al-assad");
    EXPECT_EQ(slug("Côte d'Ivoire"), "cote-divoire");
    EXPECT_EQ(slug("U.N. Security Council"), "un-security-council");
    EXPECT_EQ(slug("P5+1"), "p5-1");
    EXPECT_EQ(slug("Владимир Путин"), "vladimir-putin");
}

TEST(Slugs, are_empty_only_without_letters) {
    EXPECT_EQ(slug("—!?"), "");
    EXPECT_EQ(slug(""), "");
}

}  // namespace
}  // namespace entente::extract
