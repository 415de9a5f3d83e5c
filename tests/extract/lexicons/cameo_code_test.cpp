#include "extract/lexicons/cameo_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CameoReading read(std::string_view code) {
    return read_cameo_code(code, [](std::string_view c) { return c == "KEN" || c == "ROU" || c == "FRA"; });
}

TEST(CameoCode, is_a_country_and_roles) {
    EXPECT_EQ(read("KENGOVMIL").country, "KEN");
    EXPECT_THAT(read("KENGOVMIL").sectors, ElementsAre("GOV", "MIL"));
    EXPECT_EQ(read("ROMGOV").country, "ROU");
}

TEST(CameoCode, tells_plovers_words_for_roles_it_calls_otherwise) {
    EXPECT_THAT(read("KENMED").sectors, ElementsAre("JRN"));
    EXPECT_THAT(read("KENHLH").sectors, ElementsAre("MED"));
    EXPECT_THAT(read("~INS").sectors, ElementsAre("REB"));
}

TEST(CameoCode, knows_who_belongs_to_no_country) {
    EXPECT_EQ(read("IGOUNO").country, "UNO");
    EXPECT_EQ(read("IGOEUREEC").country, "EUR");
    EXPECT_EQ(read("NGOFRAHRI").country, "NGO");
    EXPECT_THAT(read("IMGMUSALQ").sectors, ElementsAre("UAF"));
    EXPECT_THAT(read("KENMUS").sectors, ElementsAre("REL"));
}

TEST(CameoCode, says_what_it_does_not_understand) {
    EXPECT_EQ(read("KENGVO").not_understood, "GVO");
    EXPECT_EQ(read("XXXGOV").not_understood, "XXX");
    EXPECT_EQ(read("KENGO").not_understood, "GO");
    EXPECT_THAT(read("NGOFRAHRI").not_understood, IsEmpty());
}

}  // namespace
}  // namespace entente::extract
