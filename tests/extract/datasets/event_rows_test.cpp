#include "extract/datasets/event_rows.hpp"

#include "extract/datasets/cameo.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using Outcome = EventRows::Outcome;

TEST(Cameo, reads_codes_as_strings_and_by_their_nearest_parent) {
    EXPECT_EQ(cameo_code("036")->type, EventType::agree);
    EXPECT_EQ(cameo_code("190")->type, EventType::assault);
    EXPECT_EQ(cameo_code("04")->code, "040");
    EXPECT_EQ(cameo_code("1951")->code, "195");
    EXPECT_EQ(cameo_code("36"), nullptr);
    EXPECT_EQ(cameo_code("999"), nullptr);
    EXPECT_EQ(cameo_code("1a0"), nullptr);
}

TEST(Cameo, keeps_statements_and_appeals_without_a_type) {
    ASSERT_NE(cameo_code("010"), nullptr);
    EXPECT_EQ(cameo_code("010")->type, std::nullopt);
    EXPECT_EQ(cameo_labelled("Make statement")->code, "010");
}

TEST(Cameo, knows_events_by_their_words_in_any_case) {
    EXPECT_EQ(cameo_labelled("EXPRESS INTENT TO MEET OR NEGOTIATE")->code, "036");
    EXPECT_EQ(cameo_labelled("fight with small arms and light weapons")->code, "193");
    EXPECT_EQ(cameo_labelled("dance"), nullptr);
}

TEST(EventRows, reads_four_columns_without_a_header) {
    EventRows rows(RowFormat::tsv, {});
    ASSERT_EQ(rows.read("Iran\tConsult\tIraq\t2014-05-06"), Outcome::row);
    EXPECT_EQ(rows.row().source.name, "Iran");
    EXPECT_EQ(rows.row().target.name, "Iraq");
    EXPECT_EQ(rows.row().date, (Date{2014, 5, 6}));
    EXPECT_EQ(rows.kind().type, EventType::consult);
}

TEST(EventRows, finds_columns_by_their_header_in_any_order_and_case) {
    EventRows rows(RowFormat::csv, {});
    ASSERT_EQ(rows.read("Date,Recipient,Event Type,Actor,NumMentions"), Outcome::nothing);
    ASSERT_EQ(rows.read("2014-05,\"Doe, Jane\",ACCUSE/allege,Iran,12"), Outcome::row);
    EXPECT_EQ(rows.row().target.name, "Doe, Jane");
    EXPECT_EQ(rows.row().reports, 12U);
    EXPECT_EQ(rows.kind().mode, "allege");
}

TEST(EventRows, takes_each_file_s_header_anew) {
    EventRows rows(RowFormat::tsv, {});
    rows.read("target\tsource\ttype\tdate");
    rows.read("Iran\tIraq\tAID\t2014");
    EXPECT_EQ(rows.row().source.name, "Iraq");
    rows.begin_file();
    ASSERT_EQ(rows.read("Iran\tAID\tIraq\t2014"), Outcome::row);
    EXPECT_EQ(rows.row().source.name, "Iran");
}

TEST(EventRows, says_what_is_wrong_with_a_row) {
    EventRows rows(RowFormat::tsv, {Column::source, Column::type, Column::target, Column::date});
    EXPECT_EQ(rows.read("Iran\tAID"), Outcome::fault);
    EXPECT_EQ(rows.fault(), "2 columns, and at least 4 are wanted");
    EXPECT_EQ(rows.read("Iran\tAID\tIraq\t2014-02-31"), Outcome::fault);
    EXPECT_EQ(rows.read("\tAID\tNone\t2014"), Outcome::fault);
    EXPECT_EQ(rows.read(""), Outcome::nothing);
    EventRows gdelt(RowFormat::gdelt, {});
    EXPECT_EQ(gdelt.read("1\t2\t3"), Outcome::fault);
    EventRows icews(RowFormat::icews, {});
    EXPECT_EQ(icews.read("Iran\tAID\tIraq\t2014"), Outcome::wrong_file);
}

TEST(EventRows, tells_actors_apart_by_all_that_the_row_says_of_them) {
    EventRows rows(RowFormat::tsv, {Column::source, Column::source_country, Column::type, Column::target});
    rows.read("Police\tKEN\tAID\tIraq");
    const std::string one(rows.row().source.key);
    rows.read("Police\tSDN\tAID\tIraq");
    EXPECT_NE(rows.row().source.key, one);
    EXPECT_EQ(rows.actor(EventRows::Side::source).country, "SDN");
}

TEST(EventRows, knows_a_record_whose_quotation_is_still_open) {
    const EventRows rows(RowFormat::csv, {});
    EXPECT_TRUE(rows.unfinished("a,\"b"));
    EXPECT_FALSE(rows.unfinished("a,\"b\"\"c\""));
}

}  // namespace
}  // namespace entente::extract
