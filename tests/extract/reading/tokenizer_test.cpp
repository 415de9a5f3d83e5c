#include "extract/reading/tokenizer.hpp"

#include <chrono>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

// "Oil rose." -> "Oil | rose | ."
std::string cut(std::string_view text) {
    std::string line;
    for (const Token& token : tokenize(text)) {
        if (!line.empty()) line += " | ";
        line += token.form;
    }
    return line;
}

TEST(Tokenizer, PartsWordsFromMarks) {
    EXPECT_EQ(cut("Oil rose 5% on Monday."), "Oil | rose | 5 | % | on | Monday | .");
    EXPECT_EQ(cut("(\"Stop!\" he cried)"), "( | \" | Stop | ! | \" | he | cried | )");
    EXPECT_EQ(cut("“Never,” said ‘Carlos’—again"), "“ | Never | , | ” | said | ‘ | Carlos | ’ | — | again");
    EXPECT_EQ(cut("``looted assets,'' he said"), "`` | looted | assets | , | '' | he | said");
}

TEST(Tokenizer, LetsCliticsStandAlone) {
    EXPECT_EQ(cut("Syria's army doesn't"), "Syria | 's | army | does | n't");
    EXPECT_EQ(cut("We’re sure they’ll"), "We | ’re | sure | they | ’ll");
    EXPECT_EQ(cut("can't won't cannot"), "ca | n't | wo | n't | can | not");
    EXPECT_EQ(cut("wouldn't've"), "would | n't | 've");
    EXPECT_EQ(cut("the rebels' leader"), "the | rebels | ' | leader");
}

TEST(Tokenizer, KeepsApostrophesThatBelongToNames) {
    EXPECT_EQ(cut("O'Brien met Shi'ite clerics"), "O'Brien | met | Shi'ite | clerics");
    EXPECT_EQ(cut("a coup d'etat in the '90s"), "a | coup | d'etat | in | the | '90s");
}

TEST(Tokenizer, CutsAtHyphensButNotAfterBoundPrefixes) {
    EXPECT_EQ(cut("war-torn"), "war | - | torn");
    EXPECT_EQ(cut("al-Qaeda"), "al | - | Qaeda");
    EXPECT_EQ(cut("anti-government ex-minister"), "anti-government | ex-minister");
    EXPECT_EQ(cut("non-NATO-backed"), "non-NATO | - | backed");
    EXPECT_EQ(cut("5-10 years"), "5 | - | 10 | years");
}

TEST(Tokenizer, KeepsTheStopOfAnAbbreviation) {
    EXPECT_EQ(cut("Mr. Kerry of the U.S. left."), "Mr. | Kerry | of | the | U.S. | left | .");
    EXPECT_EQ(cut("John F. Kennedy"), "John | F. | Kennedy");
    EXPECT_EQ(cut("U.S.-backed at 5 p.m. on Sept. 3"), "U.S. | - | backed | at | 5 | p.m. | on | Sept. | 3");
    EXPECT_EQ(cut("Gen. Dvornikov, e.g., of Acme Inc."),
              "Gen. | Dvornikov | , | e.g. | , | of | Acme | Inc.");
}

TEST(Tokenizer, TellsAWordFromTheAbbreviationThatLooksLikeIt) {
    EXPECT_EQ(cut("He said no."), "He | said | no | .");
    EXPECT_EQ(cut("No. 5 of them"), "No. | 5 | of | them");
    EXPECT_EQ(cut("It was I."), "It | was | I | .");
}

TEST(Tokenizer, PartsSentencesGluedByBadEditing) {
    EXPECT_EQ(cut("the truce.The army"), "the | truce | . | The | army");
    EXPECT_EQ(cut("the U.S.to withdraw"), "the | U.S. | to | withdraw");
    EXPECT_EQ(cut("ceasefire.“We agreed"), "ceasefire | . | “ | We | agreed");
}

TEST(Tokenizer, KeepsNumbersAndDatesWhole) {
    EXPECT_EQ(cut("$1,000.50 at 10:30 on 9/11"), "$ | 1,000.50 | at | 10:30 | on | 9/11");
    EXPECT_EQ(cut("2016-07-15 and 713-555-1234"), "2016-07-15 | and | 713-555-1234");
    EXPECT_EQ(cut("the 5th in the 1990s"), "the | 5th | in | the | 1990s");
    EXPECT_EQ(cut("30km for $5bn"), "30 | km | for | $ | 5 | bn");
}

TEST(Tokenizer, KeepsAddressesWhole) {
    EXPECT_EQ(cut("(see https://a.example/b?c=d,e.)"), "( | see | https://a.example/b?c=d,e | . | )");
    EXPECT_EQ(cut("Mail jane.doe@example.org, ask @jane"), "Mail | jane.doe@example.org | , | ask | @jane");
    EXPECT_EQ(cut("bbc.com reported"), "bbc.com | reported");
}

TEST(Tokenizer, MakesOneTokenOfARunOfMarks) {
    EXPECT_EQ(cut("Well... what?! -- yes!!!"), "Well | ... | what | ?! | -- | yes | !!!");
}

TEST(Tokenizer, KnowsWhereEachTokenStood) {
    const std::string text = "Erdoğan  didn't.";
    const auto tokens = tokenize(text);
    ASSERT_EQ(tokens.size(), 4U);
    for (const Token& token : tokens) EXPECT_EQ(slice(text, token.span), token.form);
    EXPECT_TRUE(tokens[0].space_after);
    EXPECT_FALSE(tokens[1].space_after);
}

TEST(Tokenizer, LosesNoByteButBlanks) {
    const std::string text =
        "\xC3\x28 a.b..c-'-’s 1,,2 \xF0\x9F\x98\x80\xF0\x9F\x98\x80 U.S.S.R.'s &amp; x/y http:// @ # '' "
        "\xE2\x80";
    std::string tokens;
    for (const Token& token : tokenize(text)) tokens += token.form;
    std::string wanted;
    for (const char c : text) {
        if (c != ' ') wanted += c;
    }
    EXPECT_EQ(tokens, wanted);
}

TEST(Tokenizer, CutsWhatNeverEnds) {
    for (const Token& token : tokenize(std::string(100'000, 'a')))
        EXPECT_LE(token.form.size(), max_token_bytes);
}

TEST(Tokenizer, TakesLinearTimeWhateverTheText) {
    for (const std::string part :
         {"a", "a.", "a-", "'", "a'", "1-", "1.", "@a", "-a-", ".", "a/", "a's", "(\"", "ü"}) {
        std::string text;
        while (text.size() < 400'000) text += part;
        const auto start = std::chrono::steady_clock::now();
        EXPECT_FALSE(tokenize(text).empty());
        // Quadratic time would take minutes.
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << part;
    }
}

}  // namespace
}  // namespace entente::extract
