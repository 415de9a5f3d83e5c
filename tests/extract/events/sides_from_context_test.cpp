#include "extract/events/sides_from_context.hpp"

#include "tests/extract/events/story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::Contains;

std::vector<std::string> code(std::string text, std::vector<std::string> actors) {
    return lines_of({std::move(text), std::move(actors)});
}

TEST(SidesFromContext, takes_who_did_it_for_whom_a_judgement_of_the_deed_is_towards) {
    EXPECT_THAT(code("Turkey bombed Syria. Germany criticised the move.", {"Turkey", "Syria", "Germany"}),
                Contains("ACCUSE/disapprove Germany > Turkey"));
}

TEST(SidesFromContext, leaves_a_judgement_of_what_nobody_did_open) {
    EXPECT_THAT(code("Germany criticised the move.", {"Germany"}), Contains("ACCUSE/disapprove Germany >"));
}

TEST(SidesFromContext, takes_an_object_pronoun_for_whom_the_words_before_named) {
    EXPECT_THAT(code("Egypt severed diplomatic relations with Qatar and accused it of supporting terrorism.",
                     {"Egypt=EGY", "Qatar=QAT"}),
                Contains("ACCUSE/allege Egypt > Qatar"));
}

TEST(SidesFromContext, asks_who_stands_behind_that_however_the_tree_has_it) {
    EXPECT_THAT(code("China on Tuesday demanded that the US cancel plans to sell weapons to Taiwan.",
                     {"China=CHN", "US=USA", "Taiwan=TWN"}),
                Contains(testing::ContainsRegex("REQUEST.* China > US")));
}

TEST(SidesFromContext, leaves_out_the_subject_of_a_clause_apart) {
    EXPECT_THAT(
        code("The parliament rejected the bill, so the army will not march.", {"parliament", "mil:army"}),
        Contains("REJECT parliament >"));
}

}  // namespace
}  // namespace entente::extract
