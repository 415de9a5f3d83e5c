#include "extract/lexicons/lexicons.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

class LexiconsTest : public testing::Test {
 protected:
    // The country codes and names that phrases of these tokens stand for at the first token.
    [[nodiscard]] std::vector<std::string> names(const std::vector<std::string>& forms) const {
        std::vector<Token> tokens;
        for (const auto& form : forms) {
            Token token;
            token.form = form;
            tokens.push_back(token);
        }
        std::vector<std::string> found;
        for (const NameMatch& match : lexicons_.names_at(tokens, token_keys(tokens), 0)) {
            found.push_back(lexicons_.actor(match.actor).name);
        }
        return found;
    }

    const Lexicons lexicons_;
};

TEST_F(LexiconsTest, know_every_country_by_its_code) {
    for (const char* code : {"AFG", "CIV", "COD", "KOR", "PRK", "PSE", "TWN", "XKX", "ZWE", "SUN"}) {
        ASSERT_NE(lexicons_.country(code), nullptr) << code;
        EXPECT_EQ(lexicons_.country(code)->type, ActorType::country);
    }
    EXPECT_EQ(lexicons_.country("XXX"), nullptr);
}

TEST_F(LexiconsTest, tell_a_country_from_a_word_by_its_capital) {
    EXPECT_THAT(names({"Turkey"}), testing::ElementsAre("Turkey"));
    EXPECT_THAT(names({"turkey"}), testing::IsEmpty());
    EXPECT_THAT(names({"US"}), testing::ElementsAre("United States"));
    EXPECT_THAT(names({"us"}), testing::IsEmpty());
}

TEST_F(LexiconsTest, know_a_capital_as_seat_and_as_place) {
    EXPECT_THAT(names({"Moscow"}), testing::UnorderedElementsAre("Russia", "Moscow"));
}

TEST_F(LexiconsTest, know_armed_groups_by_their_aliases) {
    EXPECT_THAT(names({"Daesh"}), testing::ElementsAre("Islamic State"));
    EXPECT_THAT(names({"Jabhat", "Fath", "al", "Sham"}), testing::ElementsAre("al-Nusra Front"));
}

TEST_F(LexiconsTest, know_famous_people_by_full_name_and_by_a_surname_that_is_theirs_alone) {
    ASSERT_NE(lexicons_.person("Vladimir Putin", ""), nullptr);
    ASSERT_NE(lexicons_.person("Putin", ""), nullptr);
    EXPECT_EQ(lexicons_.person("Putin", "")->country, "RUS");
    EXPECT_EQ(lexicons_.person("Clinton", ""), nullptr);  // two of them
    EXPECT_EQ(lexicons_.person("Putin", "FRA"), nullptr);
}

TEST_F(LexiconsTest, give_every_part_of_a_known_whole) {
    for (std::uint32_t i = 0; lexicons_.country_index("USA") != Lexicons::none && i < lexicons_.size(); ++i) {
        const KnownActor& actor = lexicons_.actor(i);
        EXPECT_FALSE(actor.name.empty());
        if (!actor.part_of.empty()) {
            EXPECT_NE(lexicons_.actor_named(actor.part_of), nullptr)
                << actor.name << " is part of " << actor.part_of;
        }
    }
}

TEST_F(LexiconsTest, give_only_countries_and_sectors_that_exist) {
    const std::vector<std::string> beyond = {"", "IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"};
    const std::vector<std::string> sectors = {"GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY",
                                              "PRM", "UAF", "JRN", "BUS", "CVL", "REF", "REL", "EDU", "MED",
                                              "SOC", "LAB", "AGR", "CRM", "ELI", "PRE", "UNK"};
    for (std::uint32_t i = 0; i < lexicons_.size(); ++i) {
        const KnownActor& actor = lexicons_.actor(i);
        EXPECT_TRUE(lexicons_.country(actor.country) != nullptr ||
                    std::find(beyond.begin(), beyond.end(), actor.country) != beyond.end())
            << actor.name << ": " << actor.country;
        for (const auto& sector : actor.sectors) {
            EXPECT_THAT(sectors, testing::Contains(sector)) << actor.name;
        }
    }
}

TEST(LexiconsFromAFolder, replace_single_files_and_name_the_line_of_a_fault) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "entente-lexicons";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "countries.json") << "[\n{\"name\": \"Ruritania\", \"code\": \"RUR\"}\n]\n";
    EXPECT_NE(Lexicons(folder).country("RUR"), nullptr);
    std::ofstream(folder / "countries.json") << "[\n{\"name\": \"Ruritania\", \"code\": \"ruritanian\"}\n]\n";
    try {
        Lexicons{folder};
        FAIL() << "a code of ten letters was taken";
    } catch (const LexiconError& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("countries.json:2: "));
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace entente::extract
