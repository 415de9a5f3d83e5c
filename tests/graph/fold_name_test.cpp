#include "graph/fold_name.hpp"

#include <random>
#include <thread>

namespace entente::graph {
namespace {

TEST(FoldName, ComparesNamesInAnyCase) {
    EXPECT_EQ(fold_name("SERGEI lavrov"), "sergei lavrov");
}

TEST(FoldName, MakesAccentsOptional) {
    EXPECT_EQ(fold_name("Recep Tayyip Erdoğan"), "recep tayyip erdogan");
    EXPECT_EQ(fold_name("Łódź"), "lodz");
    EXPECT_EQ(fold_name("São Tomé"), fold_name("Sao Tome"));
}

TEST(FoldName, ReadsOtherScriptsInLatinLetters) {
    EXPECT_EQ(fold_name("Лавров"), "lavrov");
    EXPECT_EQ(fold_name("Αθήνα"), "athena");
}

TEST(FoldName, MakesPunctuationOptional) {
    EXPECT_EQ(fold_name("al-Assad"), "al assad");
    EXPECT_EQ(fold_name("O'Brien"), "obrien");
    EXPECT_EQ(fold_name("O’Brien"), "obrien");
    EXPECT_EQ(fold_name("  Tay.\tlor,  Smith "), "tay lor smith");
}

TEST(FoldName, DropsDeterminerAndPossessive) {
    EXPECT_EQ(fold_name("the Al-Assad's"), "al assad");
    EXPECT_EQ(fold_name("The Houthis'"), "houthis");
    EXPECT_EQ(fold_name("Russia’s"), "russia");
    EXPECT_EQ(fold_name("The"), "the") << "a name that is nothing else keeps it";
}

TEST(FoldName, JoinsInitials) {
    EXPECT_EQ(fold_name("U.S."), "us");
    EXPECT_EQ(fold_name("U. S. Army"), "us army");
    EXPECT_EQ(fold_name("J.K. Rowling"), fold_name("J. K. Rowling"));
    EXPECT_EQ(fold_name("John F. Kerry"), "john f kerry");
}

TEST(FoldName, FoldsNothingToNothing) {
    EXPECT_EQ(fold_name(""), "");
    EXPECT_EQ(fold_name(" .,; "), "");
    EXPECT_EQ(fold_name("'s"), "s");
}

TEST(FoldName, IsTotalAndFoldingTwiceIsFoldingOnce) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 20000; ++i) {
        std::string name;
        for (std::size_t length = random() % 12; length > 0; --length) {
            static constexpr std::string_view common = "aAbn .'sthe-U\xC3\xA9\xE2\x80\x99";
            name +=
                random() % 8 == 0 ? static_cast<char>(random() & 0xFFU) : common[random() % common.size()];
        }
        const std::string once = fold_name(name);
        EXPECT_EQ(fold_name(once), once) << testing::PrintToString(name);
        EXPECT_EQ(once.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 "), std::string::npos) << once;
    }
}

TEST(FoldName, TakesNamesOfMegabytes) {
    EXPECT_LT(fold_name(std::string(10'000'000, 'x')).size(), 10'000U);
    std::string arabic;
    for (int i = 0; i < 1'000'000; ++i) arabic += "ع";
    EXPECT_LT(fold_name(arabic).size(), 100'000U);
}

TEST(FoldName, FoldsAlikeInEveryThread) {
    std::vector<std::thread> threads;
    std::vector<std::string> folded(4);
    for (std::string& answer : folded)
        threads.emplace_back([&answer] { answer = fold_name("Łukasz Лавров"); });
    for (std::thread& thread : threads) thread.join();
    EXPECT_THAT(folded, testing::Each("lukasz lavrov"));
}

}  // namespace
}  // namespace entente::graph
