#include "extract/lexicons/phrase_table.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

std::vector<std::string> keys_of(const std::vector<std::string>& forms) {
    std::vector<Token> tokens;
    for (const auto& form : forms) {
        Token token;
        token.form = form;
        tokens.push_back(token);
    }
    return token_keys(tokens);
}

TEST(PhraseKey, forgets_case_accents_dots_and_hyphens) {
    EXPECT_EQ(phrase_key("al-Qa'eda"), phrase_key("Al Qaeda"));
    EXPECT_EQ(phrase_key("U.N."), phrase_key("UN"));
    EXPECT_EQ(phrase_key("Bogotá"), phrase_key("bogota"));
}

TEST(PhraseTable, finds_the_longest_phrase_however_it_is_tokenized) {
    PhraseTable table;
    table.add("Qaeda", 1);
    table.add("al-Qaeda", 2);
    EXPECT_EQ(table.longest_at(keys_of({"al", "-", "Qaeda", "fighters"}), 0).tokens, 3U);
    EXPECT_EQ(table.longest_at(keys_of({"al-Qaeda"}), 0).tokens, 1U);
    EXPECT_EQ(table.longest_at(keys_of({"the", "Taliban"}), 0).tokens, 0U);
}

TEST(PhraseTable, does_not_run_across_a_comma_nor_end_with_a_possessive) {
    PhraseTable table;
    table.add("New York", 1);
    table.add("governments", 2);
    EXPECT_EQ(table.longest_at(keys_of({"New", ",", "York"}), 0).tokens, 0U);
    EXPECT_EQ(table.longest_at(keys_of({"government", "'s"}), 0).tokens, 0U);
}

}  // namespace
}  // namespace entente::extract
