#include "extract/actors/bystanders.hpp"

#include "tests/extract/actors/cast_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Kenya, two shepherds and a court; the shepherds are mentioned before the court.
Cast with_bystanders() {
    Cast cast;
    cast.actors.resize(3);
    cast.actors[0].id = cast.actors[0].name = "kenya";
    cast.actors[1].id = cast.actors[1].name = "shepherds";
    cast.actors[2].id = cast.actors[2].name = "court";
    cast.bystanders = {1, 2};
    cast.mentions.resize(3);
    cast.mentions[1].actor = 1;
    cast.mentions[2].actor = 2;
    return cast;
}

Event of(const std::string& actor, const std::string& recipient) {
    Event event;
    event.actors = {actor};
    event.recipients = {recipient};
    return event;
}

TEST(Bystanders, leave_where_no_event_names_them) {
    Cast cast = with_bystanders();
    dismiss_bystanders({}, cast);
    EXPECT_THAT(names_of(cast), ElementsAre("kenya"));
    EXPECT_EQ(cast.mentions.size(), 1U);
}

TEST(Bystanders, stay_where_an_event_names_them) {
    Cast cast = with_bystanders();
    dismiss_bystanders({of("court", "kenya")}, cast);
    EXPECT_THAT(names_of(cast), ElementsAre("kenya", "court"));
    EXPECT_EQ(cast.actors[cast.mentions[1].actor].name, "court");
}

TEST(Bystanders, take_their_relations_along) {
    Cast cast = with_bystanders();
    cast.relations.resize(1);
    cast.relations[0].from = "court";
    cast.relations[0].to = "kenya";
    dismiss_bystanders({of("shepherds", "kenya")}, cast);
    EXPECT_THAT(cast.relations, IsEmpty());
}

TEST(Bystanders, who_are_named_by_the_text_are_none) {
    Cast cast = cast_of("Kenya refused. The United Nations waited.");
    dismiss_bystanders({}, cast);
    EXPECT_THAT(names_of(cast), ElementsAre("Kenya", "United Nations"));
}

}  // namespace
}  // namespace entente::extract
