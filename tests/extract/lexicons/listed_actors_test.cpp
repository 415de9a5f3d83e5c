// Lists of a user put over the lexicons (listed_actors.cpp, listed_nouns.cpp).
#include "extract/lexicons/lexicons.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ListedActorsTest : public testing::Test {
 protected:
    void add(std::string_view text) {
        lexicons_.take_list(parse_actor_list(
            "mine", text, [this](std::string_view code) { return lexicons_.country(code) != nullptr; }, {}));
    }

    // What the name alone stands for.
    [[nodiscard]] const KnownActor& known(std::string_view name) const {
        static const KnownActor nobody;
        const auto* index = lexicons_.known_as(name);
        return index == nullptr ? nobody : lexicons_.actor(*index);
    }

    [[nodiscard]] std::vector<std::string> sectors_on(const KnownActor& actor, const char* day) const {
        return coding_of(actor, parse_iso_date(day).value_or(Date{})).sectors;
    }

    Lexicons lexicons_;
};

TEST_F(ListedActorsTest, are_new_actors_where_nobody_has_the_name) {
    add(R"([{"name": "Lumia Front", "type": "group", "country": "KEN", "sectors": ["REB"], "aliases": ["FOL"]}])");
    EXPECT_EQ(known("FOL").name, "Lumia Front");
    EXPECT_EQ(known("FOL").type, ActorType::group);
    EXPECT_EQ(known("FOL").country, "KEN");
}

TEST_F(ListedActorsTest, outweigh_what_we_know_of_the_same_actor) {
    const std::string before = known("Daesh").name;
    ASSERT_NE(before, "Daesh");
    add(R"([{"name": "Daesh", "sectors": ["OPP"]}])");
    EXPECT_EQ(known(before).name, "Daesh");
    EXPECT_EQ(known(before).country, "IMG");
    EXPECT_THAT(known(before).sectors, ElementsAre("OPP"));
}

TEST_F(ListedActorsTest, of_a_dictionary_in_capitals_take_our_spelling) {
    add("UNITED_NATIONS_ [IGOUNO]\n+THE_WORLDS_PARLIAMENT_\nKENYA_ [KEN]\n+NYAYO_NATION_\n");
    EXPECT_EQ(known("The Worlds Parliament").name, "United Nations");
    EXPECT_EQ(known("Nyayo Nation").name, "Kenya");
    EXPECT_EQ(known("Nyayo Nation").type, ActorType::country);
}

TEST_F(ListedActorsTest, leave_the_places_of_a_country_what_they_are) {
    add("KENYA_ [KEN]\n+NAIROBI_\n+KENYAN_\n");
    Token token;
    token.form = "Kenyan";
    const auto matches = lexicons_.names_at({token}, {"kenyan"}, 0);
    ASSERT_FALSE(matches.empty());
    EXPECT_EQ(matches.front().sense, Sense::adjective);
}

TEST_F(ListedActorsTest, in_the_first_list_and_the_first_entry_are_right) {
    add(R"([{"name": "Lumia Front", "country": "KEN"}, {"name": "Lumia Front", "country": "UGA"}])");
    add("LUMIA_FRONT_ [SSDREB]\n+LUMIANS_\n");
    EXPECT_EQ(known("Lumia Front").country, "KEN");
    EXPECT_EQ(known("Lumians").name, "Lumia Front");
}

TEST_F(ListedActorsTest, are_coded_by_the_day) {
    add("ANA_LUMI_\n\t[KENOPP <990101]\n\t[KENGOV 990101-030630]\n");
    const KnownActor* ana = lexicons_.person("Ana Lumi", "");
    ASSERT_NE(ana, nullptr);
    EXPECT_EQ(ana->country, "KEN");
    EXPECT_THAT(sectors_on(*ana, "1990-01-01"), ElementsAre("OPP"));
    EXPECT_THAT(sectors_on(*ana, "2000-01-01"), ElementsAre("GOV"));
    EXPECT_THAT(sectors_on(*ana, "2004-01-01"), ElementsAre("ELI"));
    EXPECT_THAT(sectors_on(*ana, ""), IsEmpty());
}

TEST_F(ListedActorsTest, are_people_without_their_titles) {
    add("PRESIDENT_ANA_LUMI_\n+ANA_LUMI_\n\t[KENGOV >990101]\n");
    ASSERT_NE(lexicons_.person("Ana Lumi", ""), nullptr);
    EXPECT_EQ(lexicons_.person("Ana Lumi", "")->name, "Ana Lumi");
}

TEST_F(ListedActorsTest, are_nobody_where_the_code_says_so) {
    EXPECT_EQ(known("Daesh").type, ActorType::organization);
    ASSERT_NE(lexicons_.known_as("Daesh"), nullptr);
    add("DAESH_ [---]\nX_Y_ [KENGOV]\n");
    EXPECT_EQ(lexicons_.known_as("Daesh"), nullptr);
}

TEST_F(ListedActorsTest, rename_what_others_are_part_of) {
    add(R"([{"name": "Brussels Union", "country": "EUR"}, {"name": "European Union", "type": "place"}])");
    EXPECT_EQ(lexicons_.actor_named("European Commission")->part_of, "European Union");
    Lexicons fresh;
    std::swap(lexicons_, fresh);
    add(R"([{"name": "EU", "country": "EUR"}])");
    EXPECT_EQ(lexicons_.actor_named("European Commission")->part_of, "EU");
}

TEST_F(ListedActorsTest, give_nouns_their_sectors) {
    add("POLICE {} [~MIL]\nFARMER [~LAB]\nSUBSISTENCE_FARMER [~AGR]\nRIVER_POLICE {} [~SPY]\nGLEANER "
        "[~AGR]\n");
    EXPECT_THAT(lexicons_.collective_at({"police"}, 0).collective->sectors, ElementsAre("MIL"));
    EXPECT_THAT(*lexicons_.listed_noun("poor subsistence farmers"), ElementsAre("AGR"));
    EXPECT_THAT(*lexicons_.listed_noun("dairy farmer"), ElementsAre("LAB"));
    EXPECT_EQ(lexicons_.collective_at({"river", "police"}, 0).tokens, 2U);
    EXPECT_THAT(lexicons_.noun("gleaner")->sectors, ElementsAre("AGR"));
    EXPECT_EQ(lexicons_.listed_noun("shepherds"), nullptr);
}

}  // namespace
}  // namespace entente::extract
