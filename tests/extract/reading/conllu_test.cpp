#include "extract/reading/conllu.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::HasSubstr;

std::vector<ConlluSentence> read(const std::string& text) {
    std::istringstream in(text);
    return read_conllu(in, "a.conllu");
}

std::string error(const std::string& text) {
    try {
        read(text);
    } catch (const ConlluError& e) {
        return e.what();
    }
    return "no error";
}

constexpr const char* dont_go =
    "# text = Don't go.\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\tdo\tAUX\tVB\tMood=Imp|VerbForm=Fin\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_\n"
    "3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "3.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";

TEST(Conllu, ReadsWordsAndStepsOverRangesAndEmptyNodes) {
    const auto sentences = read(dont_go);
    ASSERT_EQ(sentences.size(), 1U);
    const auto& tokens = sentences[0].sentence.tokens;
    ASSERT_EQ(tokens.size(), 4U);
    EXPECT_EQ(tokens[1].lemma, "not");
    EXPECT_EQ(tokens[0].head, 2);
    EXPECT_EQ(tokens[2].head, -1);
    EXPECT_EQ(tokens[3].feats, "");
    EXPECT_EQ(sentences[0].comments, std::vector<std::string>{"text = Don't go."});
}

TEST(Conllu, CountsSpansThroughSpacesAndRanges) {
    const auto tokens = read(dont_go)[0].sentence.tokens;
    EXPECT_EQ(tokens[0].span, (ByteSpan{0, 2}));
    EXPECT_FALSE(tokens[0].space_after);
    EXPECT_EQ(tokens[1].span, (ByteSpan{2, 5}));
    EXPECT_EQ(tokens[2].span, (ByteSpan{6, 8}));
    EXPECT_EQ(tokens[3].span, (ByteSpan{8, 9}));
}

TEST(Conllu, ReadsBackWhatItWrote) {
    auto sentences = read(dont_go);
    sentences[0].sentence.tokens[0].name = NameType::organization;
    sentences[0].sentence.tokens[0].begins = true;
    sentences[0].sentence.tokens[1].name = NameType::organization;
    sentences[0].sentence.tokens[2].span = {70, 72};
    std::ostringstream out;
    write_conllu(out, sentences[0]);
    const auto again = read(out.str());
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].sentence.tokens, sentences[0].sentence.tokens) << out.str();
    EXPECT_EQ(again[0].comments, sentences[0].comments);
}

TEST(Conllu, KeepsAnUnderscoreThatIsAWord) {
    const auto tokens = read("1\t_\t_\tSYM\tNFP\t_\t0\troot\t_\t_\n\n")[0].sentence.tokens;
    EXPECT_EQ(tokens[0].form, "_");
    EXPECT_EQ(tokens[0].lemma, "_");
}

TEST(Conllu, ReadsTokensThatNobodyParsed) {
    const auto tokens =
        read("1\tOil\t_\t_\t_\t_\t_\t_\t_\t_\n2\trose\t_\t_\t_\t_\t_\t_\t_\t_\n\n")[0].sentence.tokens;
    EXPECT_EQ(tokens[1].head, -1);
    EXPECT_EQ(tokens[1].deprel, "");
}

TEST(Conllu, SaysFileLineAndWhatIsWrong) {
    EXPECT_THAT(error("1\tOil\n"), HasSubstr("a.conllu:1: a CoNLL-U line has ten columns"));
    EXPECT_THAT(error("\n2\tOil\t_\t_\t_\t_\t0\troot\t_\t_\n"),
                HasSubstr("a.conllu:2: word number 2 where 1"));
    EXPECT_THAT(error("1\tOil\t_\t_\t_\t_\tx\troot\t_\t_\n"), HasSubstr("head x is no number"));
    EXPECT_THAT(error("1\tOil\t_\t_\t_\t_\t5\tobj\t_\t_\n\n"), HasSubstr("has head 5"));
    EXPECT_THAT(error("1\tOil\t_\t_\t_\t_\t1\tobj\t_\t_\n\n"), HasSubstr("has head 1"));
    EXPECT_THAT(error("1\tOil\t_\t_\t_\t_\t2\tdep\t_\t_\n2\trose\t_\t_\t_\t_\t1\tdep\t_\t_\n\n"),
                HasSubstr("a.conllu:3: the heads of the sentence before this line go in a circle"));
    EXPECT_THAT(error("1\tOil\t_\t_\t_\t_\t0\troot\t_\tNER=B-DATE\n"), HasSubstr("NER=B-DATE is none of"));
    EXPECT_THAT(error("1\tOil\t_\t_\t_\t_\t0\troot\t_\tTokenRange=9:3\n"), HasSubstr("TokenRange=9:3"));
    EXPECT_THAT(error("2-x\tOil\t_\t_\t_\t_\t0\troot\t_\t_\n"), HasSubstr("2-x is no range"));
    EXPECT_THAT(error("1\t\t_\t_\t_\t_\t0\troot\t_\t_\n"), HasSubstr("column 2 is empty"));
}

TEST(Conllu, NeverWritesWhatWouldBreakALine) {
    ConlluSentence sentence;
    sentence.sentence.tokens.resize(1);
    sentence.sentence.tokens[0].form = "a\tb\nc";
    std::ostringstream out;
    write_conllu(out, sentence);
    EXPECT_EQ(read(out.str())[0].sentence.tokens[0].form, "a b c");
}

}  // namespace
}  // namespace entente::extract
