#include "extract/train/name_swap.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace entente::extract::train {
namespace {

class NameSwapTest : public testing::Test {
 protected:
    ~NameSwapTest() override { std::filesystem::remove(file_); }

    NameSwap list(const std::string& text) {
        std::ofstream(file_) << text;
        return NameSwap(file_);
    }

    // "Anna Berg left Oslo" with its names.
    static AnnotatedSentence sentence() {
        AnnotatedSentence out;
        out.names = universal;
        const auto add = [&out](const char* form, NameType type, bool begins) {
            Token token;
            token.form = form;
            token.name = type;
            token.begins = begins;
            out.sentence.tokens.push_back(token);
        };
        add("Anna", NameType::person, true);
        add("Berg", NameType::person, false);
        add("left", NameType::none, false);
        add("Oslo", NameType::location, true);
        return out;
    }

    std::filesystem::path file_ = std::filesystem::path(testing::TempDir()) / "names_of_the_swap_test.txt";
    std::mt19937_64 random_{7};
};

constexpr const char* small_list = "# names\nORG\tRed Cross\nLOC\tNew York; Rome\nGIVEN\tIda\nFAMILY\tFalk\n";

TEST_F(NameSwapTest, NamesTakeThePlaceOfNamesOfTheirTypeAndOtherWordsStay) {
    const NameSwap swap = list(small_list);
    bool longer = false;
    bool person = false;
    for (int i = 0; i < 50; ++i) {
        const AnnotatedSentence out = swap.swapped(sentence(), random_);
        const auto& tokens = out.sentence.tokens;
        ASSERT_GE(tokens.size(), 4U);
        EXPECT_EQ(out.names, sentence().names);
        EXPECT_TRUE(tokens[0].form == "Anna" || tokens[0].form == "Ida");
        EXPECT_EQ(tokens[1].form, tokens[0].form == "Ida" ? "Falk" : "Berg");
        EXPECT_EQ(tokens[1].name, NameType::person);
        EXPECT_FALSE(tokens[1].begins);
        EXPECT_EQ(tokens[2].form, "left");
        EXPECT_EQ(tokens[2].name, NameType::none);
        EXPECT_EQ(tokens[3].name, NameType::location);
        EXPECT_TRUE(tokens[3].begins);
        person = person || tokens[0].form == "Ida";
        if (tokens.size() == 5) {
            longer = true;
            EXPECT_EQ(tokens[3].form, "New");
            EXPECT_FALSE(tokens[4].begins);
        }
    }
    EXPECT_TRUE(longer);
    EXPECT_TRUE(person);
}

TEST_F(NameSwapTest, TheSameNumbersGiveTheSameSentence) {
    const NameSwap swap = list(small_list);
    std::mt19937_64 again = random_;
    const auto first = swap.swapped(sentence(), random_).sentence.tokens;
    const auto second = swap.swapped(sentence(), again).sentence.tokens;
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].form, second[i].form);
}

TEST_F(NameSwapTest, AllNamesCanBeCounted) {
    EXPECT_EQ(list(small_list).all().size(), 5U);
}

TEST_F(NameSwapTest, ALineWithoutATypeIsNamed) {
    try {
        list("ORG\tRed Cross\nOslo\n");
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find(":2:"), std::string::npos) << error.what();
    }
}

}  // namespace
}  // namespace entente::extract::train
