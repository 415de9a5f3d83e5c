#include "extract/date.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(Date, PrintsNoMoreThanIsKnown) {
    EXPECT_EQ(to_string(Date{2016, 7, 15}), "2016-07-15");
    EXPECT_EQ(to_string(Date{2016, 7, 0}), "2016-07");
    EXPECT_EQ(to_string(Date{2016, 0, 0}), "2016");
    EXPECT_EQ(to_string(Date{}), "");
}

TEST(Date, ReadsBackWhatItPrints) {
    for (const char* text : {"2016-07-15", "2016-07", "2016", "0476-09-04"}) {
        const auto date = parse_iso_date(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(to_string(*date), text);
    }
}

TEST(Date, RefusesWhatIsNoDate) {
    for (const char* text :
         {"", "2016-", "2016-13", "2016-02-30", "15/07/2016", "2016-7-15", "2016-07-15T10:00"}) {
        EXPECT_FALSE(parse_iso_date(text)) << text;
    }
}

TEST(Date, CoversTheDaysItMayBe) {
    const Date february{2016, 2, 0};
    EXPECT_EQ(date_of_day(first_day(february)), (Date{2016, 2, 1}));
    EXPECT_EQ(date_of_day(last_day(february)), (Date{2016, 2, 29}));
    const Date year{2015, 0, 0};
    EXPECT_EQ(last_day(year) - first_day(year), 364);
}

TEST(Date, OrdersTheUnknownBeforeTheKnown) {
    EXPECT_LT(Date{}, (Date{2016, 0, 0}));
    EXPECT_LT((Date{2016, 0, 0}), (Date{2016, 7, 0}));
    EXPECT_LT((Date{2016, 7, 0}), (Date{2016, 7, 1}));
}

}  // namespace
}  // namespace entente::extract
