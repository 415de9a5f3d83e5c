#include "extract/reading/edit_script.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(EditScript, SaysWhatToCutAndWhatToAppend) {
    EXPECT_EQ(edit_script("running", "run"), "l4+");
    EXPECT_EQ(edit_script("carried", "carry"), "l3+y");
    EXPECT_EQ(edit_script("The", "the"), "l0+");
    EXPECT_EQ(edit_script("Kofi", "Kofi"), "s0+");
    EXPECT_EQ(edit_script("'m", "be"), "l*+be");
}

TEST(EditScript, TurnsEachFormBackIntoItsLemma) {
    const char* pairs[][2] = {{"children", "child"}, {"went", "go"},  {"BUSH", "Bush"},
                              {"U.S.", "U.S."},      {"i", "I"},      {"Zürcher", "Zürcher"},
                              {"Élysée", "élysée"},  {"", "nothing"}, {"better", "good"},
                              {"’s", "be"},          {"42", "42"}};
    for (const auto& [form, lemma] : pairs)
        EXPECT_EQ(apply_edit_script(form, edit_script(form, lemma)), lemma) << form;
}

TEST(EditScript, OfOneWordServesAnother) {
    EXPECT_EQ(apply_edit_script("married", edit_script("carried", "carry")), "marry");
    EXPECT_EQ(apply_edit_script("Walls", edit_script("talks", "talk")), "wall");
}

TEST(EditScript, RefusesToCutMoreThanThereIs) {
    EXPECT_EQ(apply_edit_script("as", "l3+y"), std::nullopt);
}

TEST(EditScript, RefusesWhatIsNoScript) {
    for (const char* script : {"", "l", "+", "l+", "lx+", "l-1+", "l1", "l99999999999999999999+"})
        EXPECT_EQ(apply_edit_script("word", script), std::nullopt) << script;
}

TEST(EditScript, TakesBrokenBytes) {
    const std::string broken = "\xff\xc3 word";
    EXPECT_TRUE(apply_edit_script(broken, edit_script(broken, "word")).has_value());
}

}  // namespace
}  // namespace entente::extract
