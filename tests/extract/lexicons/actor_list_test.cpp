#include "extract/lexicons/actor_list.hpp"

#include "extract/lexicons/lexicon_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ActorListTest : public testing::Test {
 protected:
    ActorList read(std::string_view text) {
        return parse_actor_list(
            "mine", text, [](std::string_view code) { return code == "KEN" || code == "UGA"; },
            [this](const std::string& warning) { warnings_.push_back(warning); });
    }

    std::vector<std::string> warnings_;
};

Date day(std::string_view text) {
    return parse_iso_date(text).value();
}

TEST_F(ActorListTest, reads_a_name_its_synonyms_and_the_code_on_the_same_line_or_below) {
    for (const char* text : {"# mine\nLUMIA_FRONT_ [KENREB] ; a group\n+FRONT_OF_LUMIA_\n",
                             "LUMIA_FRONT_\n+FRONT_OF_LUMIA_\n\t[KENREB]\n"}) {
        const auto list = read(text);
        ASSERT_EQ(list.actors.size(), 1U) << text;
        EXPECT_EQ(list.actors[0].name, "Lumia Front");
        EXPECT_THAT(list.actors[0].aliases, ElementsAre("Front of Lumia"));
        ASSERT_EQ(list.actors[0].codings.size(), 1U);
        EXPECT_EQ(list.actors[0].codings[0].country, "KEN");
        EXPECT_THAT(list.actors[0].codings[0].sectors, ElementsAre("REB"));
        EXPECT_THAT(warnings_, IsEmpty());
    }
}

TEST_F(ActorListTest, reads_codes_that_hold_for_a_time) {
    const auto list = read("ANA_LUMI_ [KENELI]\n\t[KENOPP <990101]\n\t[KENGOV 990101-20030630]\n");
    ASSERT_EQ(list.actors.size(), 1U);
    const auto& codings = list.actors[0].codings;
    EXPECT_THAT(coding_on(codings, day("1998-12-31"))->sectors, ElementsAre("OPP"));
    EXPECT_THAT(coding_on(codings, day("1999-01-01"))->sectors, ElementsAre("GOV"));
    EXPECT_THAT(coding_on(codings, day("2003-06-30"))->sectors, ElementsAre("GOV"));
    EXPECT_THAT(coding_on(codings, day("2003-07-01"))->sectors, ElementsAre("ELI"));
    EXPECT_THAT(coding_on(codings, Date{})->sectors, ElementsAre("ELI"));
}

TEST_F(ActorListTest, has_no_coding_for_a_day_that_no_limits_hold) {
    const auto list = read("ANA_LUMI_ [KENGOV >20030101]\n");
    EXPECT_EQ(coding_on(list.actors.at(0).codings, day("2002-12-31")), nullptr);
    EXPECT_EQ(coding_on(list.actors.at(0).codings, Date{}), nullptr);
    EXPECT_NE(coding_on(list.actors.at(0).codings, day("2024-01-01")), nullptr);
}

TEST_F(ActorListTest, reads_two_digit_years_as_the_format_has_them) {
    const auto list = read("ANA_LUMI_ [KENGOV 310101-300101]\n");
    ASSERT_EQ(list.actors.at(0).codings.size(), 1U);
    EXPECT_EQ(list.actors[0].codings[0].first_day, first_day(day("1931-01-01")));
    EXPECT_EQ(list.actors[0].codings[0].last_day, first_day(day("2030-01-01")));
}

TEST_F(ActorListTest, reads_agents_with_their_plurals_and_sets) {
    const auto list = read(
        "!PERSON! = MAN, WOMAN\nRANGER [~COP]\nPOLICE {} [~COP]\nTHIEF {THIEVES} [~CRM]\n"
        "DEPUTY [~LEG]\nSALES!PERSON! [~BUS]\n");
    std::vector<std::pair<std::string, std::vector<std::string>>> nouns;
    for (const ListedNoun& noun : list.nouns) nouns.emplace_back(noun.noun, noun.plurals);
    using Noun = std::pair<std::string, std::vector<std::string>>;
    EXPECT_THAT(nouns,
                ElementsAre(Noun{"ranger", {"rangers"}}, Noun{"police", {}}, Noun{"thief", {"thieves"}},
                            Noun{"deputy", {"deputies"}}, Noun{"salesman", {}}, Noun{"saleswoman", {}}));
    EXPECT_THAT(list.nouns.at(3).sectors, ElementsAre("LEG"));
}

TEST_F(ActorListTest, names_file_and_line_of_what_it_cannot_use_and_uses_the_rest) {
    const auto list = read(
        "GOOD_ONE_ [KENGOV]\n"
        "UNCODED_ONE_\n"
        "BAD_DATE_ [KENGOV 20041]\n\t[KENMIL]\n"
        "UNCLOSED_ [KENREB\n"
        "TYPO_ [KENGVO]\n"
        "STRAY]_NAME_ [KENMIL]\n");
    std::vector<std::string> names;
    for (const ListedActor& actor : list.actors) names.push_back(actor.name);
    EXPECT_THAT(names, ElementsAre("Good One", "Bad Date", "Unclosed", "Typo", "Stray Name"));
    EXPECT_THAT(warnings_, ElementsAre(HasSubstr("mine:2: Uncoded One has no [CODE]"),
                                       HasSubstr("mine:3: \"20041\" is no time; expected"),
                                       HasSubstr("mine:5: the code is not closed"),
                                       HasSubstr("mine:6: \"GVO\" of the code KENGVO"),
                                       HasSubstr("mine:7: a closing bracket")));
}

TEST_F(ActorListTest, says_how_many_warnings_there_were_beyond_the_first) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "GOOD_ [KENGOV]\n[]\n";
    read(text);
    ASSERT_EQ(warnings_.size(), ListWarnings::told_of_a_file + 1);
    EXPECT_THAT(warnings_.back(), HasSubstr("mine: 35 more"));
}

TEST_F(ActorListTest, reads_json_on_as_many_lines_as_it_has) {
    const auto list = read(R"([
{"name": "Lumia Front", "type": "group", "country": "KEN", "sectors": ["REB"], "aliases": ["LF"],
 "dated": [{"from": "2011-07", "to": "2011", "sectors": ["GOV"]}]},
{"noun": "Ranger", "plurals": ["rangers"], "sectors": ["COP"]}
])");
    ASSERT_EQ(list.actors.size(), 1U);
    EXPECT_EQ(list.actors[0].type, ActorType::group);
    EXPECT_THAT(coding_on(list.actors[0].codings, day("2011-07-01"))->sectors, ElementsAre("GOV"));
    EXPECT_THAT(coding_on(list.actors[0].codings, day("2012-01-01"))->sectors, ElementsAre("REB"));
    ASSERT_EQ(list.nouns.size(), 1U);
    EXPECT_EQ(list.nouns[0].noun, "ranger");
    EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(ActorListTest, passes_over_an_object_it_cannot_use_and_says_why) {
    const auto list = read(R"([
{"name": "A", "country": "KEN"},
{"name": "B", "country": "Kenya"},
{"name": "C", "sectors": ["GVO"]},
{"name": "D", "alias": ["d"]},
{"name": "E, "country": "KEN"},
{"name": "F", "dated": [{"sectors": ["GOV"]}]},
{"name": "G"}])");
    ASSERT_EQ(list.actors.size(), 2U);
    EXPECT_EQ(list.actors[1].name, "G");
    EXPECT_THAT(warnings_, ElementsAre(HasSubstr("mine:3: \"Kenya\" is no country; expected"),
                                       HasSubstr("mine:4: \"GVO\" is no sector; expected"),
                                       HasSubstr("mine:5: unknown field \"alias\""), HasSubstr("mine:6: "),
                                       HasSubstr("mine:7: a \"dated\" coding needs")));
}

TEST_F(ActorListTest, refuses_what_is_neither_format_and_names_both) {
    for (const char* text : {"", "Dear editor,\nthe [sic] list\nis not here.\nYours,\nReader\nx\n",
                             "name,country\nAna Lumi,KEN\n", "{\"articles\": []}"}) {
        try {
            read(text);
            ADD_FAILURE() << "taken: " << text;
        } catch (const LexiconError& error) {
            EXPECT_THAT(error.what(), testing::AllOf(HasSubstr("JSON"), HasSubstr("PETRARCH")));
        }
    }
    EXPECT_NO_THROW(read("[]"));
}

TEST_F(ActorListTest, refuses_a_file_that_is_not_there) {
    EXPECT_THROW(read_actor_list("/nowhere/at/all", {}, {}), LexiconError);
}

}  // namespace
}  // namespace entente::extract
