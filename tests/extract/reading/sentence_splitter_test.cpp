#include "extract/reading/sentence_splitter.hpp"

#include "extract/reading/tokenizer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;

std::vector<std::string> split(std::string_view text) {
    std::vector<Sentence> sentences;
    split_sentences(tokenize(text), 0, sentences);
    std::vector<std::string> out;
    for (const Sentence& sentence : sentences) out.emplace_back(slice(text, sentence.span));
    return out;
}

TEST(SentenceSplitter, EndsASentenceAtAStop) {
    EXPECT_THAT(split("Oil rose. Gold fell! Why? Nobody knew."),
                ElementsAre("Oil rose.", "Gold fell!", "Why?", "Nobody knew."));
}

TEST(SentenceSplitter, GoesOnAfterAnAbbreviation) {
    EXPECT_THAT(split("Mr. Kerry met Gen. Dvornikov in the U.S. Senate."),
                ElementsAre("Mr. Kerry met Gen. Dvornikov in the U.S. Senate."));
    EXPECT_THAT(split("They met at 5 p.m. Monday. All left."),
                ElementsAre("They met at 5 p.m. Monday.", "All left."));
}

TEST(SentenceSplitter, EndsAfterAnAbbreviationWhereASentenceOpens) {
    EXPECT_THAT(split("He flew to the U.S. The talks failed."),
                ElementsAre("He flew to the U.S.", "The talks failed."));
    EXPECT_THAT(split("It left at 5 p.m. Nobody saw it."),
                ElementsAre("It left at 5 p.m.", "Nobody saw it."));
}

TEST(SentenceSplitter, TakesClosingQuotesAlong) {
    EXPECT_THAT(split("\"We agreed.\" He left."), ElementsAre("\"We agreed.\"", "He left."));
    EXPECT_THAT(split("“We agreed.” “We did not.”"), ElementsAre("“We agreed.”", "“We did not.”"));
    EXPECT_THAT(split("``Moi must go.'' They sang."), ElementsAre("``Moi must go.''", "They sang."));
}

TEST(SentenceSplitter, KeepsAQuestionAndItsSpeakerTogether) {
    EXPECT_THAT(split("“Why now?” Lavrov asked on Monday. Nobody spoke."),
                ElementsAre("“Why now?” Lavrov asked on Monday.", "Nobody spoke."));
    EXPECT_THAT(split("\"Never!\" shouted the crowd."), ElementsAre("\"Never!\" shouted the crowd."));
}

TEST(SentenceSplitter, PartsGluedSentences) {
    EXPECT_THAT(split("They broke the truce.The army left."),
                ElementsAre("They broke the truce.", "The army left."));
}

TEST(SentenceSplitter, EndsWithTheParagraphEvenWithoutAStop) {
    EXPECT_THAT(split("Kerry: US, Russia agree"), ElementsAre("Kerry: US, Russia agree"));
    EXPECT_TRUE(split("").empty());
}

TEST(SentenceSplitter, CutsATextWithoutStops) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += i % 7 == 0 ? "word, " : "word ";
    std::vector<Sentence> sentences;
    split_sentences(tokenize(text), 3, sentences);
    std::size_t tokens = 0;
    for (const Sentence& sentence : sentences) {
        EXPECT_LE(sentence.tokens.size(), max_sentence_tokens);
        EXPECT_EQ(sentence.paragraph, 3U);
        tokens += sentence.tokens.size();
    }
    EXPECT_EQ(tokens, tokenize(text).size());
    EXPECT_EQ(sentences.front().tokens.back().form, ",");
}

}  // namespace
}  // namespace entente::extract
