#include "extract/reading/verb_agreement.hpp"

#include <initializer_list>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

constexpr const char* said = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin";

Token token(const char* form, const char* xpos, const char* feats, std::int32_t head, const char* deprel) {
    Token out;
    out.form = out.lemma = form;
    out.xpos = xpos;
    out.feats = feats;
    out.head = head;
    out.deprel = deprel;
    return out;
}

std::string feats_of(std::vector<Token> tokens, std::size_t at) {
    agree_with_subjects(tokens);
    return tokens[at].feats;
}

TEST(VerbAgreement, APastVerbHasTheNumberOfItsSubject) {
    EXPECT_EQ(
        feats_of(
            {token("ministers", "NNS", "Number=Plur", 1, "nsubj"), token("met", "VBD", said, -1, "root")}, 1),
        "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
}

TEST(VerbAgreement, APronounGivesItsPerson) {
    EXPECT_EQ(feats_of({token("we", "PRP", "Case=Nom|Number=Plur|Person=1|PronType=Prs", 1, "nsubj"),
                        token("met", "VBD", said, -1, "root")},
                       1),
              "Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin");
}

TEST(VerbAgreement, SubjectsJoinedByAndArePlural) {
    EXPECT_EQ(
        feats_of({token("Iran", "NNP", "Number=Sing", 3, "nsubj"), token("and", "CC", "", 2, "cc"),
                  token("Iraq", "NNP", "Number=Sing", 0, "conj"), token("met", "VBD", said, -1, "root")},
                 3),
        "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
}

TEST(VerbAgreement, ACoordinatedVerbSharesTheSubject) {
    EXPECT_EQ(feats_of({token("rebels", "NNS", "Number=Plur", 1, "nsubj"),
                        token("fled", "VBD", said, -1, "root"), token("returned", "VBD", said, 1, "conj")},
                       2),
              "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
}

TEST(VerbAgreement, ARelativePronounStandsForWhatItFollows) {
    EXPECT_EQ(
        feats_of({token("rebels", "NNS", "Number=Plur", -1, "root"),
                  token("who", "WP", "PronType=Rel", 2, "nsubj"), token("fled", "VBD", said, 0, "acl:relcl")},
                 2),
        "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
}

TEST(VerbAgreement, WithoutASubjectNothingChanges) {
    EXPECT_EQ(feats_of({token("fled", "VBD", said, -1, "root")}, 0), said);
    EXPECT_EQ(feats_of({token("to", "TO", "", 7, "nsubj"), token("fled", "VBD", said, -9, "root")}, 1), said);
}

}  // namespace
}  // namespace entente::extract
