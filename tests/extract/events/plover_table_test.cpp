#include "extract/events/plover_table.hpp"

#include "extract/lexicons/embedded.hpp"
#include "extract/lexicons/lexicon_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

const PloverTable& table() {
    static const PloverTable shipped("plover.json", embedded_lexicon("plover.json"));
    return shipped;
}

TEST(PloverTable, scores_a_type_with_and_without_its_mode) {
    EXPECT_EQ(table().score_tenths(EventType::consult, ""), 25);
    EXPECT_EQ(table().score_tenths(EventType::consult, "phone"), 15);
    EXPECT_EQ(table().score_tenths(EventType::accuse, ""), -30);
    EXPECT_EQ(table().score_tenths(EventType::assault, "no such mode"), -90);
}

TEST(PloverTable, gives_the_cameo_code_as_text) {
    EXPECT_EQ(table().cameo(EventType::consult, "visit"), "042");
    EXPECT_EQ(table().cameo(EventType::agree, ""), "030");
}

TEST(PloverTable, finds_contexts_of_words_and_phrases) {
    EXPECT_THAT(table().contexts({"the", "foreign", "minister", "discussed", "refugees"}),
                testing::ElementsAre("diplomatic", "migration"));
    EXPECT_THAT(table().contexts({"nothing", "here"}), testing::IsEmpty());
}

TEST(PloverTable, names_the_line_of_a_score_that_is_none) {
    EXPECT_THROW(PloverTable("plover.json", "[\n{\"type\": \"AGREE\", \"score\": \"much\"}\n]\n"),
                 LexiconError);
}

TEST(PloverTable, refuses_a_table_that_lacks_a_type) {
    EXPECT_THROW(PloverTable("plover.json", "[\n{\"type\": \"AGREE\", \"score\": \"2.5\"}\n]\n"),
                 LexiconError);
}

}  // namespace
}  // namespace entente::extract
