#include "extract/actors/actor_finder.hpp"

#include "extract/actors/bystanders.hpp"
#include "tests/extract/actors/cast_of.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Actors, are_people_with_their_titles_and_without) {
    const Actor lavrov = actor_named(
        cast_of("Russian Foreign Minister Sergei Lavrov arrived. Lavrov smiled."), "Sergei Lavrov");
    EXPECT_EQ(lavrov.type, ActorType::person);
    EXPECT_EQ(lavrov.id, "sergei-lavrov");
    EXPECT_EQ(lavrov.country, "RUS");
    EXPECT_THAT(lavrov.sectors, ElementsAre("GOV"));
    EXPECT_THAT(lavrov.mentions,
                UnorderedElementsAre("Russian Foreign Minister Sergei Lavrov", "Sergei Lavrov", "Lavrov"));
}

TEST(Actors, take_country_and_sector_of_a_stranger_from_his_title) {
    const Actor minister =
        actor_named(cast_of("Kenyan Finance Minister Oduya Wekesa delayed the tax."), "Oduya Wekesa");
    EXPECT_EQ(minister.country, "KEN");
    EXPECT_THAT(minister.sectors, ElementsAre("GOV"));
}

TEST(Actors, are_one_country_by_name_abbreviation_and_seat) {
    const Actor usa =
        actor_named(cast_of("The United States protested. The US is angry, and Washington vowed action."),
                    "United States");
    EXPECT_THAT(usa.mentions, UnorderedElementsAre("United States", "US", "Washington"));
}

TEST(Actors, tell_a_capital_that_acts_from_the_city) {
    const Cast cast = cast_of("Moscow vowed to respond. Talks were held in Moscow on Friday.");
    EXPECT_EQ(actor_named(cast, "Russia").type, ActorType::country);
    EXPECT_EQ(actor_named(cast, "Moscow").type, ActorType::place);
    EXPECT_EQ(actor_named(cast, "Moscow").country, "RUS");
}

TEST(Actors, are_armed_forces_rebels_and_governments_of_a_country) {
    const Cast cast = cast_of("Syrian rebels fought Russian forces. The Syrian government said nothing.");
    EXPECT_THAT(names_of(cast),
                testing::IsSupersetOf({"Rebels of Syria", "Armed forces of Russia", "Government of Syria"}));
    EXPECT_EQ(actor_named(cast, "Government of Syria").type, ActorType::organization);
    EXPECT_THAT(actor_named(cast, "Rebels of Syria").sectors, ElementsAre("REB"));
}

TEST(Actors, share_the_head_of_a_coordination) {
    const Cast cast = cast_of("Syrian and Russian forces attacked the town.");
    EXPECT_THAT(actor_named(cast, "Armed forces of Syria").mentions,
                ElementsAre("Syrian and Russian forces"));
    EXPECT_THAT(actor_named(cast, "Armed forces of Russia").mentions, ElementsAre("Russian forces"));
}

TEST(Actors, are_the_government_where_a_regime_is_named_after_a_person) {
    const Cast cast = cast_of("Syrian President Bashar al-Assad spoke. The Assad regime is isolated.");
    EXPECT_THAT(actor_named(cast, "Government of Syria").mentions, Contains("Assad regime"));
}

TEST(Actors, are_one_organization_by_acronym_and_alias) {
    const Cast cast =
        cast_of("The Orwell Peace Institute (OPI) met. The OPI said Daesh, or Islamic State, was beaten.");
    EXPECT_THAT(actor_named(cast, "Orwell Peace Institute").mentions, Contains("OPI"));
    EXPECT_THAT(actor_named(cast, "Islamic State").mentions, UnorderedElementsAre("Daesh", "Islamic State"));
}

TEST(Actors, are_found_by_a_description_of_the_office) {
    const Cast cast =
        cast_of("US Secretary of State John Kerry came. The secretary of state said it was late.");
    EXPECT_THAT(actor_named(cast, "John Kerry").mentions, Contains("secretary of state"));
}

TEST(Actors, are_no_weekdays_months_nor_words_that_begin_a_sentence) {
    Cast cast = cast_of("Nobody came on Friday. In February it rained. However, people stayed calm.");
    dismiss_bystanders({}, cast);
    EXPECT_THAT(names_of(cast), IsEmpty());
}

TEST(Actors, are_not_made_of_the_capitals_of_a_headline) {
    EXPECT_THAT(names_of(cast_of("Thousands Gather For Long Awaited Music Festival\n\nIt was loud.")),
                IsEmpty());
}

TEST(Actors, read_counts_with_and_without_the_number) {
    const Cast cast = cast_of("In Nairobi, some 5,000 protesters marched.");
    EXPECT_THAT(actor_named(cast, "Protesters of Kenya").mentions,
                UnorderedElementsAre("some 5,000 protesters", "protesters"));
}

TEST(Actors, take_a_surname_for_the_person_though_it_is_a_city) {
    const Cast cast = cast_of("Valeska Paris filed a suit. Paris claims that she was held.");
    EXPECT_THAT(actor_named(cast, "Valeska Paris").mentions, Contains("Paris"));
    EXPECT_THAT(names_of(cast), Not(Contains("France")));
}

TEST(Actors, have_ids_that_are_unique_in_the_article) {
    const Cast cast =
        cast_of("Washington vowed action. Talks in Washington went on. Georgia agreed in Georgia.");
    std::set<std::string> ids;
    for (const Actor& actor : cast.actors) {
        EXPECT_TRUE(ids.insert(actor.id).second) << actor.id;
    }
}

TEST(Actors, keep_spans_and_mentions_inside_the_text) {
    const Document document =
        document_of("“Broken \xff quotes,” said U.S. President Barack Obama’s envoy at the U.N. (AP)");
    const Cast cast = find_actors(document, lexicons());
    ASSERT_FALSE(cast.mentions.empty());
    for (const Mention& mention : cast.mentions) {
        EXPECT_LT(mention.actor, cast.actors.size());
        EXPECT_LE(mention.span.end, document.text.size());
        EXPECT_LT(mention.first, mention.last);
        EXPECT_GE(mention.head, mention.first);
        EXPECT_LT(mention.head, mention.last);
    }
    for (const Actor& actor : cast.actors) {
        for (const auto& form : actor.mentions) {
            EXPECT_NE(document.text.find(form), std::string::npos) << form;
        }
    }
}

TEST(Actors, are_the_same_every_time) {
    const std::string text =
        "US Secretary of State John Kerry met Sergei Lavrov in Geneva. Syrian rebels rejected it.";
    const Cast once = cast_of(text);
    const Cast again = cast_of(text);
    EXPECT_EQ(once.actors, again.actors);
    EXPECT_EQ(once.mentions, again.mentions);
    EXPECT_EQ(once.relations, again.relations);
}

TEST(Actors, survive_any_text) {
    for (const char* text :
         {"", "(", "\"", "- - -", "of of of", "The", "'s", "President", "president of", "US US US",
          "the the , , President ,", "al-", "A.B.C. (D) (E)", "Syrian and", "and forces"}) {
        EXPECT_NO_THROW(cast_of(text)) << text;
    }
}

}  // namespace
}  // namespace entente::extract
