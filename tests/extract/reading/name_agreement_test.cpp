#include "extract/reading/name_agreement.hpp"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

NameType type_of(char c) {
    return c == 'P'   ? NameType::person
           : c == 'O' ? NameType::organization
           : c == 'L' ? NameType::location
                      : NameType::misc;
}

// "Sergei/P Lavrov/p said": a capital begins a name, a small letter goes on.
Sentence sentence(const std::string& text) {
    Sentence out;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        Token token;
        const std::size_t slash = word.find('/');
        token.form = word.substr(0, slash);
        if (slash != std::string::npos) {
            const char c = word[slash + 1];
            token.begins = c >= 'A' && c <= 'Z';
            token.name = type_of(token.begins ? c : static_cast<char>(c - 'a' + 'A'));
        }
        out.tokens.push_back(token);
    }
    return out;
}

std::vector<Sentence> document(const std::vector<std::string>& texts) {
    std::vector<Sentence> out;
    for (const std::string& text : texts) out.push_back(sentence(text));
    return out;
}

TEST(NameAgreement, TheMajorityTypesTheRest) {
    std::vector<Sentence> read = document({"Hewitt/O rose", "at Hewitt/O today", "in Hewitt/L now"});
    agree_on_names(read);
    EXPECT_EQ(read, document({"Hewitt/O rose", "at Hewitt/O today", "in Hewitt/O now"}));
}

TEST(NameAgreement, AFullNameVotesForTheSurname) {
    std::vector<Sentence> read =
        document({"Sergei/P Lavrov/p came", "then Sergei/P Lavrov/p left", "so Lavrov/L said"});
    agree_on_names(read);
    EXPECT_EQ(read[2], sentence("so Lavrov/P said"));
}

TEST(NameAgreement, FindsWhatWasMissed) {
    std::vector<Sentence> read = document({"the Red/O Cross/o came", "and the Red Cross left",
                                           "Hanoi/L , Hanoi/L and Hanoi/L", "near Hanoi they"});
    agree_on_names(read);
    EXPECT_EQ(read[1], sentence("and the Red/O Cross/o left"));
    EXPECT_EQ(read[3], sentence("near Hanoi/L they"));
}

TEST(NameAgreement, LeavesOrdinaryWordsAlone) {
    std::vector<Sentence> read = document({"May/P spoke", "in May it", "by May it"});
    const std::vector<Sentence> before = read;
    agree_on_names(read);
    EXPECT_EQ(read, before);
}

TEST(NameAgreement, EqualVotesChangeNothing) {
    std::vector<Sentence> read = document({"Jordan/P played", "in Jordan/L today"});
    const std::vector<Sentence> before = read;
    agree_on_names(read);
    EXPECT_EQ(read, before);
}

TEST(NameAgreement, TakesEmptySentences) {
    std::vector<Sentence> read(3);
    agree_on_names(read);
    EXPECT_EQ(read.size(), 3U);
}

}  // namespace
}  // namespace entente::extract
