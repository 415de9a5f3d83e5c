#include "extract/events/event_setting.hpp"

#include "tests/extract/events/story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;

TEST(EventSetting, gives_no_event_the_time_of_another_clause) {
    EXPECT_THAT(lines_of({"Iran, which bombed Iraq on Wednesday, accused Jordan of lying.",
                          {"Iran", "Iraq", "Jordan"}}),
                Contains("ACCUSE/allege Iran > Jordan"));
    EXPECT_THAT(
        lines_of({"Iran bombed Iraq on Wednesday after Jordan condemned Iran.", {"Iran", "Iraq", "Jordan"}}),
        Contains("ACCUSE/disapprove Jordan > Iran"));
}

TEST(EventSetting, knows_where_a_journey_goes) {
    EXPECT_THAT(lines_of({"President Macron flew to Lima on Wednesday to meet Vizcarra.",
                          {"Macron", "Vizcarra", "in:Lima"}}),
                Contains(testing::HasSubstr("@Lima")));
}

TEST(EventSetting, does_not_take_where_an_ambassador_sits_for_where_he_speaks) {
    EXPECT_THAT(
        lines_of({"The ambassador in London accused Iran of lying.", {"ambassador", "in:London", "Iran"}}),
        ElementsAre("ACCUSE/allege ambassador > Iran"));
}

}  // namespace
}  // namespace entente::extract
