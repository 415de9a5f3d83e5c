#include "extract/events/english.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

bool reads(std::string_view form, std::string_view lemma, VerbForm as) {
    for (const auto& reading : verb_readings(form)) {
        if (reading.lemma == lemma && reading.form == as) return true;
    }
    return false;
}

TEST(English, undoes_regular_endings) {
    EXPECT_TRUE(reads("attacked", "attack", VerbForm::ed));
    EXPECT_TRUE(reads("agreed", "agree", VerbForm::ed));
    EXPECT_TRUE(reads("banned", "ban", VerbForm::ed));
    EXPECT_TRUE(reads("denies", "deny", VerbForm::third));
    EXPECT_TRUE(reads("condemning", "condemn", VerbForm::ing));
    EXPECT_TRUE(reads("releasing", "release", VerbForm::ing));
}

TEST(English, knows_irregular_verbs) {
    EXPECT_TRUE(reads("withdrew", "withdraw", VerbForm::past));
    EXPECT_TRUE(reads("withdrawn", "withdraw", VerbForm::participle));
    EXPECT_TRUE(reads("met", "meet", VerbForm::ed));
    EXPECT_TRUE(reads("hit", "hit", VerbForm::ed));
}

TEST(English, does_not_read_nouns_as_verb_forms) {
    EXPECT_TRUE(verb_readings("king").empty());
    EXPECT_TRUE(verb_readings("united").empty());
}

TEST(English, makes_nouns_singular) {
    EXPECT_EQ(singular("attacks"), "attack");
    EXPECT_EQ(singular("parties"), "party");
    EXPECT_EQ(singular("clashes"), "clash");
    EXPECT_EQ(singular("crisis"), "crisis");
    EXPECT_EQ(singular("gunmen"), "gunman");
}

TEST(English, sorts_closed_classes) {
    EXPECT_EQ(word_class("the"), WordClass::determiner);
    EXPECT_EQ(word_class("quickly"), WordClass::adverb);
    EXPECT_EQ(word_class("italy"), WordClass::open);
    EXPECT_EQ(word_class("12"), WordClass::number);
}

}  // namespace
}  // namespace entente::extract
