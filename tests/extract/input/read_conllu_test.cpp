#include "extract/input/read_conllu.hpp"

#include <string>
#include <variant>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

std::string word(int id, const std::string& form, const std::string& misc = "_") {
    return std::to_string(id) + "\t" + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + "\n";
}

std::vector<Input> read(const std::string& bytes) {
    return read_conllu_articles(bytes, "a.conllu", "a");
}

TEST(ReadConllu, EachNewdocOpensAnArticle) {
    const auto inputs = read("# newdoc id = one\n# title = A title\n# date = 2015-03-14\n# source = Wire\n" +
                             word(1, "Oil") + word(2, "rose", "SpaceAfter=No") + word(3, ".") + "\n" +
                             word(1, "Then") + word(2, "fell") + "\n# newdoc\n" + word(1, "Next") + "\n");
    ASSERT_EQ(inputs.size(), 2U);
    const auto& one = std::get<Article>(inputs[0]);
    EXPECT_EQ(one.id, "one");
    EXPECT_EQ(one.doc, "a.conllu");
    EXPECT_EQ(one.title, "A title");
    EXPECT_EQ(to_string(one.date), "2015-03-14");
    EXPECT_EQ(one.source, "Wire");
    EXPECT_EQ(one.text, "Oil rose. Then fell");
    ASSERT_EQ(one.sentences.size(), 2U);
    EXPECT_EQ(one.sentences[1].span, (ByteSpan{10, 19}));
    const auto& next = std::get<Article>(inputs[1]);
    EXPECT_EQ(next.id, "a-2");
    EXPECT_EQ(next.text, "Next");
    EXPECT_EQ(next.sentences[0].tokens[0].span, (ByteSpan{0, 4}));
}

TEST(ReadConllu, TokenRangesPlaceTheWords) {
    const auto inputs = read(word(1, "Oil", "TokenRange=5:8") + word(2, "rose", "TokenRange=11:15") + "\n");
    const auto& article = std::get<Article>(inputs.at(0));
    EXPECT_EQ(article.text, "     Oil   rose");
    EXPECT_EQ(article.sentences[0].tokens[1].span, (ByteSpan{11, 15}));
}

TEST(ReadConllu, ParagraphsAndBoilerplateAreMarked) {
    const auto inputs =
        read("# newdoc\n# newpar\n" + word(1, "One") + "\n# newpar\n# boilerplate\n" + word(1, "Two") + "\n");
    const auto& sentences = std::get<Article>(inputs.at(0)).sentences;
    EXPECT_EQ(sentences[0].paragraph, 0U);
    EXPECT_FALSE(sentences[0].boilerplate);
    EXPECT_EQ(sentences[1].paragraph, 1U);
    EXPECT_TRUE(sentences[1].boilerplate);
}

TEST(ReadConllu, WhatIsNoConlluIsNamedByFileAndLine) {
    const auto inputs = read(word(1, "One") + "\nTwo\n");
    const auto& error = std::get<InputError>(inputs.at(0));
    EXPECT_EQ(message(error), "a.conllu:3: a CoNLL-U line has ten columns parted by tabs");
}

TEST(ReadConllu, RangesThatOverlapInPartOrReachTooFarAreRefused) {
    EXPECT_TRUE(std::holds_alternative<InputError>(
        read(word(1, "One", "TokenRange=0:5") + word(2, "Two", "TokenRange=3:9") + "\n").at(0)));
    EXPECT_TRUE(std::holds_alternative<InputError>(
        read(word(1, "One", "TokenRange=4000000000:4000000003") + "\n").at(0)));
}

TEST(ReadConllu, NoSentenceIsNoArticle) {
    EXPECT_TRUE(std::holds_alternative<InputError>(read("").at(0)));
    EXPECT_TRUE(std::holds_alternative<InputError>(read("# newdoc\n\n").at(0)));
}

TEST(ReadConllu, AnUnreadableDateIsAWarning) {
    const auto inputs = read("# newdoc\n# date = soon\n" + word(1, "One") + "\n");
    ASSERT_EQ(inputs.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<InputWarning>(inputs[0]));
    EXPECT_FALSE(std::get<Article>(inputs[1]).date.known());
}

}  // namespace
}  // namespace entente::extract
