#include "extract/events/time_finder.hpp"

#include "extract/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

// The first expression of the text as "2016-07-13", with " future" or " long ago"; "?" when it has no date,
// "" for none.
std::string time_in(const std::string& text, Date published = {2016, 7, 15}) {  // a Friday
    Article article;
    article.text = text;
    const Document document = read(article);
    if (document.sentences.empty()) return "";
    const auto found = find_times(document.sentences[0], published);
    if (found.empty()) return "";
    std::string out = found[0].date.known() ? to_string(found[0].date) : "?";
    if (found[0].sense == TimeSense::future) out += " future";
    if (found[0].sense == TimeSense::long_ago) out += " long ago";
    return out;
}

TEST(TimeFinder, takes_a_weekday_as_the_last_one_before_publication) {
    EXPECT_EQ(time_in("They met on Wednesday."), "2016-07-13");
    EXPECT_EQ(time_in("They met on Friday."), "2016-07-15");
    EXPECT_EQ(time_in("They met last Friday."), "2016-07-08");
    EXPECT_EQ(time_in("They will meet next Monday."), "2016-07-18 future");
}

TEST(TimeFinder, knows_today_and_its_neighbours) {
    EXPECT_EQ(time_in("It happened yesterday."), "2016-07-14");
    EXPECT_EQ(time_in("It happened last night."), "2016-07-14");
    EXPECT_EQ(time_in("It begins tomorrow."), "2016-07-16 future");
}

TEST(TimeFinder, keeps_partial_dates_partial) {
    EXPECT_EQ(time_in("They signed it in late February."), "2016-02");
    EXPECT_EQ(time_in("They signed it last month."), "2016-06");
    EXPECT_EQ(time_in("They signed it in December."), "2015-12");
    EXPECT_EQ(time_in("They signed it in 1993."), "1993");
    EXPECT_EQ(time_in("They signed it last week."), "?");
}

TEST(TimeFinder, reads_dates_in_either_order) {
    EXPECT_EQ(time_in("It opened on 26 August 2015."), "2015-08-26");
    EXPECT_EQ(time_in("It opened on August 26, 2015."), "2015-08-26");
    EXPECT_EQ(time_in("It opened on Friday, 3 June."), "2016-06-03");
}

TEST(TimeFinder, counts_back_what_is_said_to_be_ago) {
    EXPECT_EQ(time_in("It began two days ago."), "2016-07-13");
    EXPECT_EQ(time_in("It began five years ago."), "2011 long ago");
    EXPECT_EQ(time_in("It began decades ago."), "? long ago");
}

TEST(TimeFinder, makes_up_nothing_without_a_publication_date) {
    EXPECT_EQ(time_in("They met on Friday.", Date{}), "?");
    EXPECT_EQ(time_in("They met in July.", Date{}), "?");
}

TEST(TimeFinder, does_not_take_may_and_march_for_months) {
    EXPECT_EQ(time_in("They may march to the palace."), "");
    EXPECT_EQ(time_in("They left on 3 May."), "2016-05-03");
}

TEST(TimeFinder, calls_three_months_and_more_background) {
    EXPECT_TRUE(is_long_before({2016, 2, 0}, {2016, 7, 15}));
    EXPECT_FALSE(is_long_before({2016, 6, 0}, {2016, 7, 15}));
    EXPECT_FALSE(is_long_before({}, {2016, 7, 15}));
}

}  // namespace
}  // namespace entente::extract
