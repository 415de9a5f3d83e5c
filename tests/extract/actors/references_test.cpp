#include "extract/actors/references.hpp"

#include "tests/extract/actors/parsed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

// The names of those for whom this pronoun or description stands, in order of the text.
std::vector<std::string> referents(const Document& document, const std::string& words) {
    const Cast cast = find_actors(document, lexicons());
    std::vector<std::string> names;
    for (const Mention& mention : cast.mentions) {
        if (mention.kind != MentionKind::name && slice(document.text, mention.span) == words) {
            names.push_back(cast.actors[mention.actor].name);
        }
    }
    return names;
}

std::vector<std::string> referents(const std::string& text, const std::string& words) {
    return referents(document_of(text), words);
}

TEST(References, find_him_and_her_by_gender) {
    const std::string text =
        "Angela Merkel met Barack Obama. He praised the talks, and she thanked the hosts.";
    EXPECT_THAT(referents(text, "He"), testing::ElementsAre("Barack Obama"));
    EXPECT_THAT(referents(text, "she"), testing::ElementsAre("Angela Merkel"));
}

TEST(References, take_it_for_a_body_that_acts_and_not_for_the_weather) {
    EXPECT_THAT(referents("Iran refused. It said the offer was late.", "It"), testing::ElementsAre("Iran"));
    EXPECT_THAT(referents("Iran refused. It is raining.", "It"), testing::IsEmpty());
}

TEST(References, find_no_one_in_the_clause_of_the_pronoun_itself) {
    // Barack Obama arrived . John Kerry met him .
    const Document document =
        parsed("Barack Obama arrived. John Kerry met him.",
               {"NNP Barack 3 nsubj B-PER", "NNP Obama 1 flat I-PER", "VBD arrive 0 root", ". . 3 punct",
                "NNP John 3 nsubj B-PER", "NNP Kerry 1 flat I-PER", "VBD meet 0 root", "PRP he 3 obj",
                ". . 3 punct"});
    EXPECT_THAT(referents(document, "him"), testing::ElementsAre("Barack Obama"));
}

TEST(References, take_them_for_many) {
    EXPECT_THAT(referents("Syrian rebels left the town. They vowed to return.", "They"),
                testing::ElementsAre("Rebels of Syria"));
}

TEST(References, take_we_in_a_ministers_mouth_for_his_country) {
    EXPECT_THAT(referents("\"We agreed to meet,\" said Russian Foreign Minister Sergei Lavrov.", "We"),
                testing::ElementsAre("Russia"));
}

TEST(References, find_the_body_a_noun_names) {
    EXPECT_THAT(
        referents("The Security Council met in the morning. Late at night the council adjourned.", "council"),
        testing::ElementsAre("United Nations Security Council"));
}

TEST(References, list_nouns_among_the_mentions_but_no_pronouns) {
    const Cast cast = cast_of("Iran refused. It said the offer was late. The country will not wait.");
    EXPECT_THAT(actor_named(cast, "Iran").mentions, testing::ElementsAre("Iran", "country"));
    EXPECT_EQ(actor_named(cast, "Iran").spans.size(), 3U);
}

}  // namespace
}  // namespace entente::extract
