#include "extract/input/read_txt.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

Article article(const std::string& bytes) {
    const FileRead read = read_txt(bytes, "news/a.txt", "a");
    if (const auto* const error = std::get_if<InputError>(&read.result)) {
        ADD_FAILURE() << message(*error);
        return {};
    }
    return std::get<Article>(read.result);
}

std::string story(const Article& article) {
    return article.text.substr(article.text_begin);
}

std::string error(const std::string& bytes) {
    const FileRead read = read_txt(bytes, "news/a.txt", "a");
    const auto* const error = std::get_if<InputError>(&read.result);
    return error == nullptr ? "no error" : message(*error);
}

TEST(ReadTxt, TakesFrontMatter) {
    const Article a = article(
        "Title: Truce holds\nDate: 15 July 2016\nSource: Meridian Wire\nURL: https://m.example/1\nId: "
        "m-1\nLanguage: en\n\nThe story.");
    EXPECT_EQ(a.title, "Truce holds");
    EXPECT_EQ(a.date, (Date{2016, 7, 15}));
    EXPECT_EQ(a.source, "Meridian Wire");
    EXPECT_EQ(a.url, "https://m.example/1");
    EXPECT_EQ(a.id, "m-1");
    EXPECT_EQ(a.language, "en");
    EXPECT_EQ(a.doc, "news/a.txt");
    EXPECT_EQ(story(a), "\nThe story.");
}

TEST(ReadTxt, TakesFrontMatterBetweenFences) {
    const Article a = article("---\ntitle: \"Truce: it holds\"\ndate: 2016-07-15\n---\nThe story.");
    EXPECT_EQ(a.title, "Truce: it holds");
    EXPECT_EQ(story(a), "The story.");
}

TEST(ReadTxt, KeepsTheBytesAsTheyAre) {
    const std::string bytes = "\xEF\xBB\xBFTitle: Truce\r\n\r\nIt\x92s over.\r\n";
    const Article a = article(bytes);
    EXPECT_EQ(a.text, bytes);
    EXPECT_EQ(a.title, "Truce");
    EXPECT_EQ(story(a), "\r\nIt\x92s over.\r\n");
    EXPECT_FALSE(a.is_html);
}

TEST(ReadTxt, FindsAHeadlineThatStandsAlone) {
    EXPECT_EQ(article("Truce holds in Syria\n\nThe army left.").title, "Truce holds in Syria");
    EXPECT_EQ(article("Share\n\nTruce holds in Syria\n\nThe army left.").title, "Truce holds in Syria");
    EXPECT_EQ(story(article("Truce holds in Syria\n\nThe army left.")),
              "Truce holds in Syria\n\nThe army left.");
}

TEST(ReadTxt, MakesNoHeadlineOfASentence) {
    EXPECT_EQ(article("The army left.\n\nNobody knew why.").title, "");
    EXPECT_EQ(article("The army left\nthe town.").title, "");
}

TEST(ReadTxt, DoesNotTakeAnyColonForFrontMatter) {
    const Article a = article("Kerry: US, Russia agree\n\nThe story.");
    EXPECT_EQ(a.title, "Kerry: US, Russia agree");
    EXPECT_EQ(a.text_begin, 0U);
}

TEST(ReadTxt, WarnsOfADateItCannotRead) {
    const FileRead read = read_txt("Title: x\nDate: someday\n\nThe story.", "a.txt", "a");
    ASSERT_EQ(read.warnings.size(), 1U);
    EXPECT_EQ(
        message(read.warnings[0]),
        "a.txt:2: cannot read the date \"someday\": the article is read without one; write it as 2016-07-15");
    EXPECT_FALSE(std::get<Article>(read.result).date.known());
}

TEST(ReadTxt, RefusesWhatHoldsNoText) {
    EXPECT_EQ(error(""), "news/a.txt: is empty: nothing to read");
    EXPECT_EQ(error(" \r\n\n"), "news/a.txt: is empty: nothing to read");
    EXPECT_NE(error(std::string("PK\x03\x04\0\0\0", 7)).find("is not text"), std::string::npos);
    EXPECT_NE(error("Title: x\n\n").find("has no text after its front matter"), std::string::npos);
}

TEST(ReadTxt, ReadsUtf16WithItsMark) {
    const std::string bytes("\xFF\xFEO\0k\0", 6);
    const Article a = article(bytes);
    EXPECT_EQ(a.text, "Ok");
    EXPECT_TRUE(a.is_html) << "the offsets are not the file's any more";
}

}  // namespace
}  // namespace entente::extract
