#include "extract/events/article_setting.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

Event attack(Date date) {
    Event event;
    event.type = EventType::assault;
    event.actors = {"iran"};
    event.recipients = {"iraq"};
    event.date = date;
    return event;
}

TEST(ArticleSetting, dates_what_is_told_again) {
    std::vector<Event> events = {attack({}), attack({2016, 7, 13}), attack({})};
    set_from_article(events, {}, {});
    EXPECT_EQ(to_string(events[0].date), "2016-07-13");
    EXPECT_EQ(to_string(events[2].date), "2016-07-13");
}

TEST(ArticleSetting, takes_no_date_of_two) {
    std::vector<Event> events = {attack({2016, 7, 12}), attack({2016, 7, 13}), attack({})};
    set_from_article(events, {}, {});
    EXPECT_FALSE(events[2].date.known());
}

TEST(ArticleSetting, takes_no_date_of_other_parties_nor_of_a_threat) {
    Event other = attack({});
    other.recipients = {"jordan"};
    Event feared = attack({});
    feared.status = Status::hypothetical;
    std::vector<Event> events = {attack({2016, 7, 13}), other, feared};
    set_from_article(events, {}, {});
    EXPECT_FALSE(events[1].date.known());
    EXPECT_FALSE(events[2].date.known());
}

TEST(ArticleSetting, does_not_date_what_people_say_again_and_again) {
    std::vector<Event> events = {attack({2016, 7, 13}), attack({})};
    for (Event& event : events) event.type = EventType::accuse;
    set_from_article(events, {}, {});
    EXPECT_FALSE(events[1].date.known());
}

TEST(ArticleSetting, finds_the_place_of_a_meeting_in_the_dateline) {
    Document document;
    document.text = "GENEVA (AP) - They met.";
    document.dateline = "GENEVA";
    document.sentences.resize(2);
    document.sentences[0].span = {0, 13};
    document.sentences[0].boilerplate = true;
    document.sentences[1].span = {14, 23};
    Cast cast;
    cast.actors.push_back({"geneva", "Geneva", ActorType::place, "CHE", {}, {"GENEVA"}, {}, ""});
    cast.mentions.emplace_back();
    Event meeting;
    meeting.evidence_span = {14, 23};
    Event later = meeting;
    later.evidence_span = {30, 40};
    std::vector<Event> events = {meeting, later};
    set_from_article(events, document, cast);
    EXPECT_EQ(events[0].place, "geneva");
    EXPECT_EQ(events[1].place, "");
}

}  // namespace
}  // namespace entente::extract
