#include "extract/reading/paragraphs.hpp"

#include "extract/reading/boilerplate.hpp"
#include "extract/reading/dateline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;

// The story's pieces, and what is not story in angle brackets.
std::vector<std::string> pieces(std::string_view text) {
    std::vector<std::string> out;
    for (const Piece& piece : lay_out(text).pieces) {
        const std::string words(slice(text, piece.span));
        out.push_back(piece.boilerplate ? "<" + words + ">" : words);
    }
    return out;
}

TEST(Paragraphs, TakesEachLineForOneWhereLinesAreLong) {
    EXPECT_THAT(pieces("The talks failed.\nThe army left.\n\nAll is quiet."),
                ElementsAre("The talks failed.", "The army left.", "All is quiet."));
}

TEST(Paragraphs, JoinsWrappedLines) {
    const std::string text =
        "The army said on Monday that it had retaken the\n"
        "town of Palmyra from the militants after a week\n"
        "of fighting. Its spokesman gave no number of the\n"
        "dead.\n\n"
        "   The rebels denied that they had given the town\n"
        "up.";
    const Layout layout = lay_out(text);
    ASSERT_EQ(layout.pieces.size(), 2U);
    EXPECT_EQ(layout.pieces[1].paragraph, 1U);
}

TEST(Paragraphs, PutsADatelineIntoAPieceOfItsOwn) {
    EXPECT_THAT(pieces("PARIS — Oil rose."), ElementsAre("<PARIS —>", "Oil rose."));
    const Layout layout = lay_out("Truce holds\n\nKHARTOUM, Sudan, April 16, 2023 (AP) — Fighting went on.");
    EXPECT_EQ(layout.dateline, (Dateline{"KHARTOUM", 4, 16, 2023}));
    EXPECT_EQ(layout.pieces.size(), 3U);
}

TEST(Dateline, IsKnownInTheMannersOfAgencies) {
    struct Case {
        std::string text;
        Dateline wanted;
    };
    const std::vector<Case> cases = {
        {"GENEVA, Aug 26 (Reuters) - The envoy", {"GENEVA", 8, 26, 0}},
        {"NAIROBI, Kenya (AP) _ Thousands of", {"NAIROBI", 0, 0, 0}},
        {"UNITED NATIONS (AP) -- The Security", {"UNITED NATIONS", 0, 0, 0}},
        {"Geneva (AFP) – The envoy said", {"Geneva", 0, 0, 0}},
        {"MEXICO CITY, 5 May 2016 — Voters", {"MEXICO CITY", 5, 5, 2016}},
        {"BOGOTÁ - Voters said", {"BOGOTÁ", 0, 0, 0}},
        {"GENEVA U.S. Secretary of State", {"GENEVA", 0, 0, 0}},
        {"(Reuters) - The envoy said", {"", 0, 0, 0}},
    };
    for (const Case& c : cases) {
        const auto found = dateline_at(c.text);
        ASSERT_TRUE(found) << c.text;
        EXPECT_EQ(found->dateline.place, c.wanted.place) << c.text;
        EXPECT_EQ(found->dateline.month, c.wanted.month) << c.text;
        EXPECT_EQ(found->dateline.day, c.wanted.day) << c.text;
        EXPECT_EQ(found->dateline.year, c.wanted.year) << c.text;
    }
}

TEST(Dateline, IsNotSeenInPlainSentences) {
    for (const char* text :
         {"The envoy said - and he was right - that", "NATO Secretary General Jens Stoltenberg said",
          "US-Russia talks failed", "Kerry, May 9, met Lavrov", "WASHINGTON", "",
          "The RSF (Rapid Support Forces) said", "Wed. Sept. 20 - We leave", "John Kerry — who left"}) {
        EXPECT_FALSE(dateline_at(text)) << text;
    }
}

TEST(Dateline, ReadsLinesThatAreDates) {
    EXPECT_EQ(date_line("Monday, May 18, 2015"), (Date{2015, 5, 18}));
    EXPECT_EQ(date_line("Updated: 18 May 2015, 10:30 GMT"), (Date{2015, 5, 18}));
    EXPECT_FALSE(date_line("On May 18, 2015 the truce ended"));
    EXPECT_FALSE(date_line("2015"));
}

TEST(Boilerplate, KnowsWhatPagesSayOfThemselves) {
    for (const char* line :
         {"Share",
          "Advertisement",
          "Related news:",
          "Read more: Oil rises again",
          "By Jane Doe",
          "By JANE DOE and JOHN ROE, Associated Press",
          "12 Shares",
          "1,204 comments",
          "Sign up for our newsletter",
          "Follow us on Twitter",
          "AFP contributed to this report.",
          "Kerry talks to the press in Paris on May 9, 2016. (AFP)",
          "5 min read",
          "© 2016 Meridian Wire",
          "(Reporting by Jane Doe; Editing by John Roe)",
          "Reporting by Jane Doe; Editing by John Roe",
          "John Kerry (L) talks to Sergei Lavrov in Geneva. (AFP photo)",
          "Smoke rises over Aleppo, May 5, 2016. REUTERS/Jane Doe",
          "FILE PHOTO: The envoy arrives in Geneva",
          "A roadblock in Naypyitaw on Monday. Photo: Meridian Wire",
          "https://a.example/b",
          "We use cookies to improve your experience. By clicking you accept our privacy policy.",
          "Share on Facebook",
          "Tweet this",
          "Monday, May 18, 2015",
          "Click here to subscribe to our newsletter"}) {
        BoilerplateJudge judge;
        EXPECT_TRUE(judge.boilerplate(line)) << line;
    }
}

TEST(Boilerplate, LeavesTheStoryAlone) {
    for (const char* line :
         {"Kerry: US, Russia agree 'concrete steps' to save Syria truce",
          "Oil prices rise as OPEC talks fail", "The army said it had retaken the town.",
          "\"We agreed,\" he said.", "By Monday evening the troops had left the city.",
          "The video shows soldiers beating protesters, activists said on Twitter.",
          "Facebook said on Monday it had removed the accounts.", "He shared the photo with police.",
          "More than 70 people were injured.", "Sanctions on Iran",
          "The ministry said on Monday that it would hand the three men over to the court as soon as their "
          "papers were in order. (AFP)",
          "Sponsored by Iran, the group attacked the base on Monday with rockets and two drones.",
          "The Associated Press reported the arrests first.",
          "Three men were detained, the ministry said."}) {
        BoilerplateJudge judge;
        EXPECT_FALSE(judge.boilerplate(line)) << line;
    }
}

TEST(Boilerplate, TakesTheLinesAfterAnAnnouncementForOtherStories) {
    BoilerplateJudge judge;
    EXPECT_FALSE(judge.boilerplate(
        "The talks failed, and both delegations left the lakeside hotel without a word to the press."));
    EXPECT_TRUE(judge.boilerplate("Related news:"));
    EXPECT_TRUE(judge.boilerplate("Typhoon season opens early in Guangdong"));
    EXPECT_TRUE(judge.boilerplate("Ten walks for a hot weekend"));
    EXPECT_FALSE(judge.boilerplate(
        "The envoy, who had hoped for a longer truce in the north, said that he would return in May."));
    EXPECT_FALSE(judge.boilerplate("Lavrov said no"));
}

}  // namespace
}  // namespace entente::extract
