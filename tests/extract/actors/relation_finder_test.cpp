#include "extract/actors/relation_finder.hpp"

#include "tests/extract/actors/cast_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

// "from type to" of each stated relation.
std::vector<std::string> relations(const std::string& text) {
    std::vector<std::string> told;
    for (const Relation& relation : cast_of(text).relations) {
        if (!relation.derived) {
            told.push_back(relation.from + " " + std::string(name(relation.type)) + " " + relation.to);
        }
    }
    return told;
}

TEST(Relations, read_an_office_before_a_name) {
    EXPECT_THAT(relations("Russian Foreign Minister Sergei Lavrov left."),
                testing::ElementsAre("sergei-lavrov holds_office russia"));
}

TEST(Relations, read_an_office_beside_a_name) {
    EXPECT_THAT(relations("Najib Razak, Malaysia's prime minister, left."),
                testing::ElementsAre("najib-razak holds_office malaysia"));
    EXPECT_THAT(relations("Cliff Kupchan, chairman of the Eurasia Group, agreed."),
                testing::ElementsAre("cliff-kupchan holds_office eurasia-group"));
}

TEST(Relations, serve_whom_a_pronoun_means) {
    EXPECT_THAT(relations("The IMF gave the loan, its managing director, Jane Doe, said."),
                testing::ElementsAre("jane-doe holds_office international-monetary-fund"));
}

TEST(Relations, keep_an_ambassador_with_the_country_that_sent_him) {
    EXPECT_THAT(relations("The US ambassador to Germany, Richard Grenell, spoke."),
                testing::Contains("richard-grenell holds_office united-states"));
}

TEST(Relations, mark_an_office_that_has_ended) {
    const Cast cast = cast_of("Former French President Nicolas Sarkozy appealed.");
    ASSERT_EQ(cast.relations.size(), 1U);
    EXPECT_TRUE(cast.relations.front().ended);
}

TEST(Relations, read_what_a_place_is_part_of) {
    EXPECT_THAT(relations("A bomb went off in the French city of Nice."),
                testing::ElementsAre("nice part_of france"));
    EXPECT_THAT(relations("The march began in Kisumu, Kenya."), testing::ElementsAre("kisumu part_of kenya"));
    EXPECT_THAT(relations("They flew to Paris, Berlin and Rome."), testing::IsEmpty());
}

TEST(Relations, read_affiliates_and_members) {
    EXPECT_THAT(relations("They fought the Nusra Front, an al-Qaeda affiliate."),
                testing::ElementsAre("al-nusra-front affiliated_with al-qaeda"));
    EXPECT_THAT(relations("Al Jazeera's James Bays reported it."),
                testing::ElementsAre("james-bays member_of al-jazeera"));
}

TEST(Relations, mark_what_no_sentence_states_as_derived) {
    const Cast cast = cast_of("Kenya fell silent. The Kenyan government resigned.");
    ASSERT_EQ(cast.relations.size(), 1U);
    EXPECT_TRUE(cast.relations.front().derived);
    EXPECT_EQ(cast.relations.front().from, "government-of-kenya");
}

TEST(Relations, quote_the_sentence_that_states_them) {
    const Cast cast = cast_of("It rained. Russian Foreign Minister Sergei Lavrov left. It rained again.");
    ASSERT_EQ(cast.relations.size(), 1U);
    EXPECT_EQ(cast.relations.front().evidence, "Russian Foreign Minister Sergei Lavrov left.");
    EXPECT_EQ(cast.relations.front().label, "Foreign Minister");
}

}  // namespace
}  // namespace entente::extract
