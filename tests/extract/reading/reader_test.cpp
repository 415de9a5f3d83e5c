#include "extract/reading/reader.hpp"

#include "tests/extract/reading/small_model.hpp"

#include <algorithm>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

Sentence sentence(const std::string& text) {
    Sentence out;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        out.tokens.emplace_back();
        out.tokens.back().form = word;
    }
    return out;
}

bool is_tree(const std::vector<Token>& tokens) {
    if (std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.head == -1; }) != 1)
        return false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto at = static_cast<std::int32_t>(i);
        for (std::size_t steps = 0; at >= 0; ++steps) {
            if (steps > tokens.size()) return false;
            at = tokens[static_cast<std::size_t>(at)].head;
        }
    }
    return true;
}

std::vector<Sentence> some_sentences() {
    return {sentence("Oil rose"), sentence("The minister said oil rose again on Monday ."),
            sentence("Oil"),      sentence("MINISTER SAYS OIL PRICES ROSE"),
            Sentence{},           sentence("“ No ” , \xff\xfe said 油 🙂")};
}

TEST(Reader, GivesEveryTokenTagsALemmaAndAHead) {
    const SentenceReader reader(small_model());
    std::vector<Sentence> read = some_sentences();
    reader.read(read);
    for (const Sentence& s : read) {
        if (s.tokens.empty()) continue;
        EXPECT_TRUE(is_tree(s.tokens));
        for (const Token& token : s.tokens) {
            EXPECT_FALSE(token.upos.empty() || token.xpos.empty() || token.lemma.empty()) << token.form;
            EXPECT_EQ(token.deprel == "root", token.head == -1) << token.form;
        }
    }
}

TEST(Reader, TagsGoTogetherAsInTraining) {
    const SentenceReader reader(small_model());
    std::vector<Sentence> read = some_sentences();
    reader.read(read);
    for (const Sentence& s : read)
        for (const Token& token : s.tokens)
            EXPECT_EQ(token.upos == "VERB", token.xpos == "VBD") << token.form;
}

TEST(Reader, ReadsASentenceTheSameInAnyCompany) {
    const SentenceReader reader(small_model());
    std::vector<Sentence> together = some_sentences();
    reader.read(together);
    const std::vector<Sentence> fresh = some_sentences();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        std::vector<Sentence> alone = {fresh[i]};
        reader.read(alone);
        EXPECT_EQ(alone[0], together[i]) << "sentence " << i;
    }
}

TEST(Reader, LeavesAloneWhatItIsNotAskedFor) {
    const SentenceReader reader(small_model());
    std::vector<Sentence> read = {sentence("Oil rose")};
    read[0].tokens[0].upos = "X";
    read[0].tokens[1].name = NameType::misc;
    reader.read(read, {.tags = false, .trees = true, .names = false});
    EXPECT_EQ(read[0].tokens[0].upos, "X");
    EXPECT_EQ(read[0].tokens[1].name, NameType::misc);
    EXPECT_TRUE(is_tree(read[0].tokens));
}

TEST(Reader, ReadsATextWithoutEndInPieces) {
    const SentenceReader reader(small_model());
    Sentence long_one;
    for (int i = 0; i < 20000; ++i) {
        long_one.tokens.emplace_back();
        long_one.tokens.back().form = i % 7 == 6 ? "," : "oil";
    }
    std::vector<Sentence> read = {long_one};
    reader.read(read);
    EXPECT_TRUE(is_tree(read[0].tokens));
    EXPECT_EQ(std::count_if(read[0].tokens.begin(), read[0].tokens.end(),
                            [](const Token& t) { return t.deprel == "root"; }),
              1);
}

// A change here means that a machine, a compiler or an edit changed what is read: that must never be by
// chance.
TEST(Reader, GivesTheSameBytesEverywhere) {
    const SentenceReader reader(small_model());
    std::vector<Sentence> read = some_sentences();
    reader.read(read);
    std::string all;
    for (const Sentence& s : read) {
        for (const Token& t : s.tokens) {
            all += t.lemma + '/' + t.xpos + '/' + t.feats + '/' + std::to_string(t.head) + '/' + t.deprel +
                   '/' + std::to_string(static_cast<int>(t.name)) + (t.begins ? "b " : " ");
        }
    }
    EXPECT_EQ(stable_hash(all), 7849072308580632317U) << all;
}

}  // namespace
}  // namespace entente::extract
