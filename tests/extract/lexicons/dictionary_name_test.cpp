#include "extract/lexicons/dictionary_name.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DictionaryName, is_written_as_newspapers_write) {
    EXPECT_THAT(dictionary_names("BANK_OF_MOROVIA_"), ElementsAre("Bank of Morovia"));
    EXPECT_THAT(dictionary_names("AL-HADI O'NEIL_"), ElementsAre("Al-Hadi O'Neil"));
    EXPECT_THAT(dictionary_names("PEOPLE'S_LTD_"), ElementsAre("People's LTD"));
    EXPECT_THAT(dictionary_names("U.N._"), ElementsAre("U.N."));
    EXPECT_THAT(dictionary_names("Lumia_Front"), ElementsAre("Lumia Front"));
}

TEST(DictionaryName, gives_the_acronym_in_brackets_as_a_name_too) {
    EXPECT_THAT(dictionary_names("ARMY_OF_LUMIA_(AOL)_"), ElementsAre("Army of Lumia", "AOL"));
}

TEST(DictionaryName, is_none_where_there_is_no_letter) {
    EXPECT_THAT(dictionary_names("_-_ ()"), IsEmpty());
    EXPECT_THAT(dictionary_nouns("{}"), IsEmpty());
}

}  // namespace
}  // namespace entente::extract
