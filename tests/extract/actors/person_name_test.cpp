#include "extract/actors/person_name.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

bool agree(const char* a, const char* b) {
    return names_agree(name_words(a), name_words(b));
}

TEST(PersonNames, leave_articles_and_particles_out) {
    EXPECT_EQ(name_words("Bashar al-Assad"), (std::vector<std::string>{"bashar", "assad"}));
    EXPECT_EQ(name_words("Osama bin Laden"), (std::vector<std::string>{"osama", "laden"}));
}

TEST(PersonNames, agree_in_surname_and_spelling) {
    EXPECT_TRUE(agree("Assad", "Bashar al-Assad"));
    EXPECT_TRUE(agree("J. Kerry", "John Kerry"));
    EXPECT_TRUE(agree("Mohamed Morsi", "Mohammed Morsi"));
    EXPECT_TRUE(agree("Recep Tayyip", "Recep Tayyip Erdogan"));
}

TEST(PersonNames, agree_in_all_the_spellings_of_a_foreign_name) {
    EXPECT_TRUE(agree("Qaddafi", "Muammar Gaddafi"));
    EXPECT_TRUE(agree("Gadhafi", "Muammar Gaddafi"));
    EXPECT_TRUE(agree("Sergey Lavrov", "Sergei Lavrov"));
    EXPECT_FALSE(agree("Khan", "Naoto Kan"));
}

TEST(PersonNames, keep_two_people_of_one_surname_apart) {
    EXPECT_FALSE(agree("Hillary Clinton", "Bill Clinton"));
    EXPECT_FALSE(agree("", "Bill Clinton"));
    EXPECT_FALSE(agree("Lavrov", "John Kerry"));
}

}  // namespace
}  // namespace entente::extract
