#include "cli/printing.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::cli {
namespace {

TEST(OneLine, ATerminalGetsNoControlsAndNoBrokenBytes) {
    EXPECT_EQ(one_line("red \x1b[31malert\nnext\tline"), "red [31malert next line");
    EXPECT_EQ(one_line("bro\xffken"), "bro\xEF\xBF\xBDken");
    EXPECT_EQ(one_line("  leading and trailing \n"), "leading and trailing");
    EXPECT_EQ(one_line("turned \u202Ecod.exe"), "turned cod.exe");
    EXPECT_EQ(one_line(""), "");
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
    EXPECT_EQ(display_width("Kyiv"), 4U);
    EXPECT_EQ(display_width("Erdoğan"), 7U);
    EXPECT_EQ(display_width("北京"), 4U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
}

TEST(Cut, KeepsWholeLettersAndSaysThatItCut) {
    EXPECT_EQ(cut("Recep Tayyip Erdoğan", 20), "Recep Tayyip Erdoğan");
    EXPECT_EQ(cut("Recep Tayyip Erdoğan", 10), "Recep Tay…");
    EXPECT_EQ(cut("北京市", 4), "北…");
}

TEST(Padded, FillsUpToTheColumn) {
    EXPECT_EQ(padded("ğ", 3), "ğ  ");
    EXPECT_EQ(padded("long", 2), "long");
}

TEST(Counted, NamesWhatItCounts) {
    EXPECT_EQ(counted(1, "event"), "1 event");
    EXPECT_EQ(counted(0, "report"), "0 reports");
    EXPECT_EQ(counted(1204, "source"), "1,204 sources");
    EXPECT_EQ(counted(2, "country", "countries"), "2 countries");
    EXPECT_EQ(grouped(1234567), "1,234,567");
    EXPECT_EQ(grouped(100), "100");
}

}  // namespace
}  // namespace entente::cli
