#include "extract/input/read_date.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(ReadDate, ReadsTheManyWaysOfWritingADay) {
    for (const char* text : {"2016-07-15",
                             "2016/07/15",
                             "2016.7.15",
                             "20160715",
                             "2016-07-15T10:30:00Z",
                             "2016-07-15 23:59:59-04:00",
                             "20160715103000",
                             "20160715T103000Z",
                             "15 July 2016",
                             "July 15, 2016",
                             "Jul. 15th, 2016",
                             "15-Jul-2016",
                             "Friday, 15 July 2016",
                             "Fri, 15 Jul 2016 10:00:00 GMT",
                             "Fri Jul 15 10:00:00 UTC 2016",
                             "15th July 2016",
                             "the 15th of July 2016",
                             " 2016-07-15\r",
                             "15/07/2016",
                             "07/15/2016",
                             "15.07.2016",
                             "1468575000",
                             "1468575000000",
                             "July 15 2016 10:30 am EDT",
                             "Published July 15, 2016"}) {
        const auto date = read_date(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(*date, (Date{2016, 7, 15})) << text;
    }
}

TEST(ReadDate, KeepsToWhatIsTold) {
    EXPECT_EQ(read_date("2016-07"), (Date{2016, 7, 0}));
    EXPECT_EQ(read_date("July 2016"), (Date{2016, 7, 0}));
    EXPECT_EQ(read_date("2016"), (Date{2016, 0, 0}));
}

TEST(ReadDate, RefusesWhatIsNoDate) {
    for (const char* text : {"", "yesterday", "2016-02-30", "2016-13-01", "31 June 2016", "05/07/2016",
                             "15 July", "12", "July", "2016-", "20161315", "99999999", "-5", "\xFF\xFE"}) {
        EXPECT_FALSE(read_date(text)) << text;
    }
}

}  // namespace
}  // namespace entente::extract
