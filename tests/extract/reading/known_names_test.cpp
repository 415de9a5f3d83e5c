#include "extract/reading/known_names.hpp"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

// Names are given as "Hanoi/3", by number of NameType; a name of several words goes on with "Red/2 Cross/+".
Sentence sentence(const std::string& text) {
    Sentence out;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        Token token;
        const std::size_t slash = word.find('/');
        token.form = word.substr(0, slash);
        if (slash != std::string::npos) {
            token.begins = word[slash + 1] != '+';
            token.name = token.begins ? static_cast<NameType>(word[slash + 1] - '0') : out.tokens.back().name;
        }
        out.tokens.push_back(token);
    }
    return out;
}

Sentence settled(const std::string& text) {
    static const Lexicons lexicons;
    std::vector<Sentence> sentences = {sentence(text)};
    settle_known_names(sentences, lexicons);
    return sentences[0];
}

TEST(KnownNames, AreFoundWhereTheyWereMissed) {
    EXPECT_EQ(settled("talks in Iran failed"), sentence("talks in Iran/3 failed"));
    EXPECT_EQ(settled("the United Nations said"), sentence("the United/2 Nations/+ said"));
}

TEST(KnownNames, TakeTheirOwnType) {
    EXPECT_EQ(settled("talks in Iran/2 failed"), sentence("talks in Iran/3 failed"));
}

TEST(KnownNames, LeaveAPersonOfOneWord) {
    EXPECT_EQ(settled("Jordan/1 scored"), sentence("Jordan/1 scored"));
}

TEST(KnownNames, AreNoPersonWhereTheDocumentKnowsThePlace) {
    const std::string place = "talks in Washington/3 failed ; Washington/1 said";
    EXPECT_EQ(settled(place), sentence("talks in Washington/3 failed ; Washington/3 said"));
    const std::string actor = "Denzel/1 Washington/+ is in Washington/3 ; Washington/1 said";
    EXPECT_EQ(settled(actor), sentence(actor));
}

TEST(KnownNames, ArePartedFromOffices) {
    EXPECT_EQ(settled("the US/2 Secretary/+ of/+ State/+ John/1 Kerry/+"),
              sentence("the US/3 Secretary of State John/1 Kerry/+"));
    EXPECT_EQ(settled("a Russian/2 Foreign/+ Minister/+ said"),
              sentence("a Russian/4 Foreign Minister said"));
    EXPECT_EQ(settled("the US/2 State/+ Department/+ said"), sentence("the US/2 State/+ Department/+ said"));
}

TEST(KnownNames, AreNotLettersInBrackets) {
    EXPECT_EQ(settled("Kerry/1 ( C/2 ) waits"), sentence("Kerry/1 ( C ) waits"));
}

TEST(KnownNames, LeaveLongerNamesWhole) {
    EXPECT_EQ(settled("the Bank/2 of/+ Iran/+ said"), sentence("the Bank/2 of/+ Iran/+ said"));
}

TEST(KnownNames, AreNotDemonyms) {
    EXPECT_EQ(settled("Iranian troops"), sentence("Iranian troops"));
}

}  // namespace
}  // namespace entente::extract
