#include "extract/reading/scores.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

Token token(const char* upos, std::int32_t head, const char* deprel) {
    Token out;
    out.upos = upos;
    out.head = head;
    out.deprel = deprel;
    return out;
}

TEST(Scores, CountHeadsAndLabelsApart) {
    Sentence gold;
    gold.tokens = {token("NOUN", 1, "nsubj:pass"), token("VERB", -1, "root"), token("ADV", 1, "advmod")};
    Sentence read = gold;
    read.tokens[0].deprel = "nsubj";
    read.tokens[2].head = 0;
    read.tokens[2].upos = "ADJ";
    const ReadingScores scores = score(std::span(&gold, 1), std::span(&read, 1));
    EXPECT_EQ(scores.tokens, 3U);
    EXPECT_EQ(scores.upos, 2U);
    EXPECT_EQ(scores.heads, 2U);
    EXPECT_EQ(scores.labelled, 1U);
    EXPECT_EQ(scores.labelled_main, 2U);
}

TEST(Scores, ANameIsRightWithItsSpanAndTypeOnly) {
    Sentence gold;
    gold.tokens.resize(4);
    for (std::size_t i : {0U, 1U}) gold.tokens[i].name = NameType::person;
    gold.tokens[0].begins = true;
    gold.tokens[3].name = NameType::location;
    gold.tokens[3].begins = true;
    Sentence read = gold;
    read.tokens[1].begins = true;                  // one person became two
    read.tokens[3].name = NameType::organization;  // and the place a company
    ReadingScores scores = score(std::span(&gold, 1), std::span(&read, 1));
    EXPECT_EQ(scores.names[0].wanted, 2U);
    EXPECT_EQ(scores.names[0].found, 3U);
    EXPECT_EQ(scores.names[0].right, 0U);
    scores = score(std::span(&gold, 1), std::span(&gold, 1));
    EXPECT_EQ(scores.names[0].f1(), 1.0);
}

TEST(Scores, OfRawTextFollowTheBytes) {
    // gold  Oil | rose      read  Oilrose
    Sentence gold;
    gold.tokens = {token("NOUN", 1, "nsubj"), token("VERB", -1, "root")};
    gold.tokens[0].span = {0, 3};
    gold.tokens[1].span = {4, 8};
    EXPECT_EQ(score_raw(std::span(&gold, 1), std::span(&gold, 1)).labelled.f1(), 1.0);
    Sentence read;
    read.tokens = {token("VERB", -1, "root")};
    read.tokens[0].span = {0, 8};
    const RawScores scores = score_raw(std::span(&gold, 1), std::span(&read, 1));
    EXPECT_EQ(scores.sentences.right, 1U);
    EXPECT_EQ(scores.tokens.right, 0U);
    EXPECT_EQ(scores.labelled.right, 0U);
}

TEST(Scores, OfNothingAreZero) {
    EXPECT_EQ(PrecisionRecall{}.f1(), 0.0);
    EXPECT_EQ(ReadingScores{}.percent(0), 0.0);
}

}  // namespace
}  // namespace entente::extract
