#include "extract/reading/features.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

std::set<std::uint64_t> parts(const std::string& form, bool shouting = false) {
    const TokenFeatures features = token_features(form, shouting);
    return {features.part.begin(), features.part.begin() + static_cast<std::ptrdiff_t>(features.parts)};
}

TEST(Features, WordsDifferNotByCaseDigitsOrQuotes) {
    EXPECT_EQ(token_features("Peace", false).word, token_features("PEACE", false).word);
    EXPECT_EQ(token_features("1998", false).word, token_features("2023", false).word);
    EXPECT_EQ(token_features("’s", false).word, token_features("'s", false).word);
    EXPECT_NE(token_features("peace", false).word, token_features("piece", false).word);
}

TEST(Features, CapitalsShowInTheParts) {
    EXPECT_NE(parts("May"), parts("may"));
}

TEST(Features, WordsOfOneEndingShareParts) {
    const auto one = parts("negotiation");
    const auto other = parts("condemnation");
    std::set<std::uint64_t> shared;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                          std::inserter(shared, shared.end()));
    EXPECT_GE(shared.size(), 6U);  // -n -on -ion -tion -ation and the shape
}

TEST(Features, AShoutedWordIsMarkedAndItsCaseForgotten) {
    EXPECT_NE(parts("PEACE", true), parts("PEACE", false));
    EXPECT_EQ(parts("PEACE", true).size(), parts("PEACE", false).size());
}

TEST(Features, NeverOverflowTheirRoom) {
    const std::string long_word(100000, 'X');
    EXPECT_LE(token_features(long_word, true).parts, TokenFeatures::max_parts);
    EXPECT_LE(token_features("\xff\xfe\x80", false).parts, TokenFeatures::max_parts);
    EXPECT_EQ(token_features("", false).parts, 1U);  // an empty shape
}

TEST(Features, LettersTellWhetherASentenceShouts) {
    EXPECT_TRUE(letter_case("TROOPS").all_capitals);
    EXPECT_FALSE(letter_case("Troops").all_capitals);
    EXPECT_FALSE(letter_case("A").all_capitals);
    EXPECT_FALSE(letter_case("42").has_letters);
    EXPECT_TRUE(is_shouting(4, 5));
    EXPECT_FALSE(is_shouting(2, 2));
    EXPECT_FALSE(is_shouting(4, 6));
}

}  // namespace
}  // namespace entente::extract
