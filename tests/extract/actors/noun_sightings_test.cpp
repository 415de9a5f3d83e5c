#include "extract/actors/noun_sightings.hpp"

#include "tests/extract/actors/parsed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

// Copper miners blocked a road in Chile.
Document copper_miners() {
    return parsed("Copper miners blocked a road in Chile.",
                  {"NN copper 2 compound", "NNS miner 3 nsubj", "VBD block 0 root", "DT a 5 det",
                   "NN road 3 obj", "IN in 7 case", "NNP Chile 5 nmod B-LOC", ". . 3 punct"});
}

TEST(Nouns, that_nothing_names_are_bystanders) {
    const Cast cast = cast_of(copper_miners());
    ASSERT_THAT(names_of(cast), Contains("Copper miners of Chile"));
    ASSERT_EQ(cast.bystanders.size(), 1U);
    EXPECT_EQ(cast.actors[cast.bystanders.front()].name, "Copper miners of Chile");
    EXPECT_THAT(actor_named(cast, "Copper miners of Chile").mentions, ElementsAre("Copper miners"));
}

TEST(Nouns, are_called_as_the_text_calls_them) {
    // Two | shepherds | accused | the | provincial | governor
    const Cast cast =
        cast_of(parsed("Two shepherds accused the provincial governor.",
                       {"CD two 2 nummod", "NNS shepherd 3 nsubj", "VBD accuse 0 root", "DT the 6 det",
                        "JJ provincial 6 amod", "NN governor 3 obj", ". . 3 punct"}));
    EXPECT_EQ(actor_named(cast, "Shepherds").type, ActorType::group);
    EXPECT_THAT(actor_named(cast, "Shepherds").sectors, ElementsAre("LAB"));
    EXPECT_EQ(actor_named(cast, "Provincial governor").type, ActorType::person);
    EXPECT_EQ(actor_named(cast, "Provincial governor").country, "") << "no country is told";
}

TEST(Nouns, are_one_actor_when_spoken_of_again) {
    const Cast cast =
        cast_of(parsed("A newspaper closed. The newspaper protested.",
                       {"DT a 2 det", "NN newspaper 3 nsubj", "VBD close 0 root", ". . 3 punct",
                        "DT the 2 det", "NN newspaper 3 nsubj", "VBD protest 0 root", ". . 3 punct"}));
    EXPECT_EQ(actor_named(cast, "Newspaper").spans.size(), 2U);
}

TEST(Nouns, that_only_modify_are_nobody) {
    // Newspaper | sales | fell
    EXPECT_THAT(names_of(cast_of(parsed("Slow newspaper sales fell.",
                                        {"JJ slow 3 amod", "NN newspaper 3 compound", "NNS sale 4 nsubj",
                                         "VBD fall 0 root", ". . 4 punct"}))),
                IsEmpty());
}

TEST(Nouns, beside_a_name_belong_to_it) {
    // The | oil | giant | Petronas | refused
    const Cast cast = cast_of(parsed(
        "The union Cosatu refused.",
        {"DT the 2 det", "NN union 4 nsubj", "NNP Cosatu 2 flat B-ORG", "VBD refuse 0 root", ". . 4 punct"}));
    EXPECT_THAT(names_of(cast), Not(Contains("Union")));
}

TEST(Names, are_learned_where_capitals_do_not_tell) {
    // Odinga | and | Ruto | spoke
    const Cast cast = cast_of(
        parsed("Wekesa and Ruto spoke.", {"NNP Wekesa 4 nsubj B-PER", "CC and 3 cc", "NNP Ruto 1 conj B-PER",
                                          "VBD speak 0 root", ". . 4 punct"}));
    EXPECT_EQ(actor_named(cast, "Wekesa").type, ActorType::person);
    EXPECT_EQ(actor_named(cast, "Ruto").type, ActorType::person);
}

TEST(Names, of_people_may_begin_like_countries) {
    const Cast cast = cast_of(parsed("A letter came from Israel Feldman.",
                                     {"DT a 2 det", "NN letter 3 nsubj", "VBD come 0 root", "IN from 5 case",
                                      "NNP Israel 3 obl B-PER", "NNP Feldman 5 flat I-PER", ". . 3 punct"}));
    EXPECT_THAT(names_of(cast), Contains("Israel Feldman"));
    EXPECT_THAT(names_of(cast), Not(Contains("Israel")));
}

}  // namespace
}  // namespace entente::extract
