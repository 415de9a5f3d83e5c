#include "extract/actors/article_focus.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

// One sighting of a known actor of each country, one sentence each, after a lead of three sentences.
std::vector<Sighting> of_countries(const std::vector<std::string>& codes) {
    std::vector<Sighting> sightings;
    for (const std::string& code : codes) {
        Sighting& sighting = sightings.emplace_back();
        sighting.known = 0;
        sighting.country = code;
        sighting.mention.sentence = static_cast<std::uint32_t>(sightings.size()) + 3;
    }
    return sightings;
}

TEST(ArticleFocus, is_the_country_named_most) {
    EXPECT_EQ(find_focus(of_countries({"KEN", "ETH", "KEN"})).country, "KEN");
    EXPECT_EQ(find_focus({}).country, "");
}

TEST(ArticleFocus, counts_the_united_states_half) {
    EXPECT_EQ(find_focus(of_countries({"USA", "USA", "USA", "CHL", "CHL"})).country, "CHL");
}

TEST(ArticleFocus, is_plain_where_it_outweighs_all_others) {
    EXPECT_EQ(find_focus(of_countries({"KEN", "KEN", "ETH"})).plain_country(), "KEN");
    EXPECT_EQ(find_focus(of_countries({"KEN", "ETH", "SDN"})).plain_country(), "");
}

TEST(ArticleFocus, passes_over_those_who_belong_to_no_country) {
    const ArticleFocus focus = find_focus(of_countries({"UNO", "UNO", "CHL"}));
    EXPECT_EQ(focus.country, "CHL");
    EXPECT_THAT(focus.countries, testing::ElementsAre("CHL"));
}

}  // namespace
}  // namespace entente::extract
