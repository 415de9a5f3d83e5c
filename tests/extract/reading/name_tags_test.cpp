#include "extract/reading/name_tags.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

// Outside; person: begin, inside, end, single; organization begins at 5.
enum : std::uint8_t { O = 0, PB = 1, PI = 2, PE = 3, PS = 4, OB = 5, OE = 7 };

TEST(NameTags, FollowOneAnotherOnlyInGoodForm) {
    EXPECT_TRUE(may_follow(O, PB));
    EXPECT_TRUE(may_follow(PB, PE));
    EXPECT_TRUE(may_follow(PS, PB));
    EXPECT_FALSE(may_follow(O, PI));
    EXPECT_FALSE(may_follow(PB, O));
    EXPECT_FALSE(may_follow(PB, OE));
}

TEST(NameTags, BestSequenceIsWellFormedEvenAgainstTheScores) {
    std::vector<float> scores(2 * name_tag_count, 0.0F);
    scores[PB] = 5;                  // token 0 would begin
    scores[name_tag_count + O] = 1;  // token 1 would be outside: that cannot be
    scores[name_tag_count + PE] = 0.5F;
    const std::vector<float> transitions(name_tag_count * (name_tag_count + 2), 0.0F);
    EXPECT_EQ(best_name_tags(scores, 2, transitions), (std::vector<std::uint8_t>{PB, PE}));
}

TEST(NameTags, TransitionsTipTheBalance) {
    std::vector<float> scores(2 * name_tag_count, 0.0F);
    std::vector<float> transitions(name_tag_count * (name_tag_count + 2), 0.0F);
    transitions[OB * name_tag_count + OE] = 1;
    EXPECT_EQ(best_name_tags(scores, 2, transitions), (std::vector<std::uint8_t>{OB, OE}));
}

TEST(NameTags, OfNoTokensAreNone) {
    EXPECT_TRUE(best_name_tags({}, 0, {}).empty());
}

// Kofi Annan | Annan | met | Ban
TEST(NameTags, SurviveTheWayIntoTokensAndBack) {
    const std::vector<std::uint8_t> tags = {PB, PE, PS, O, OB, OE, PS};
    std::vector<Token> tokens(tags.size());
    set_names(tags, tokens);
    EXPECT_TRUE(tokens[2].begins);
    EXPECT_EQ(tokens[3].name, NameType::none);
    EXPECT_EQ(tokens[5].name, NameType::organization);
    EXPECT_EQ(name_tags_of(tokens), tags);
}

}  // namespace
}  // namespace entente::extract
