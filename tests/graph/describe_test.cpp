#include "graph/describe.hpp"

namespace entente::graph {
namespace {

using testing::ElementsAre;

Form form(const std::string& local_id, std::uint32_t articles, std::map<std::string, std::uint32_t> names) {
    Form made;
    made.key = {"lavrov", ActorType::person, local_id, "RUS"};
    made.articles = articles;
    made.mentions = names;
    made.names = std::move(names);
    return made;
}

TEST(Describe, TakesTheFullestNameThatMostUse) {
    const Actor actor = describe("sergei-lavrov",
                                 {form("lavrov", 9, {{"Lavrov", 9}}),
                                  form("sergei-lavrov", 3, {{"Sergei Lavrov", 2}, {"Sergej Lavrov", 1}})},
                                 10);
    EXPECT_EQ(actor.name, "Sergei Lavrov");
    EXPECT_EQ(actor.articles, 10U);
    EXPECT_EQ(actor.aliases, (std::map<std::string, std::uint32_t>{
                                 {"Lavrov", 9}, {"Sergei Lavrov", 2}, {"Sergej Lavrov", 1}}));
}

TEST(Describe, TakesTheIdForWantOfAName) {
    EXPECT_EQ(describe("lavrov", {form("lavrov", 1, {})}, 1).name, "lavrov");
}

TEST(Describe, BelievesMostArticlesAboutTheCountry) {
    Form unknown = form("lavrov", 9, {});
    unknown.key.country.clear();
    Form wrong = form("lavrov", 2, {});
    wrong.key.country = "UKR";
    EXPECT_EQ(describe("lavrov", {unknown, form("lavrov", 3, {}), wrong}, 9).country, "RUS");
}

TEST(Describe, PutsTheMostTellingSectorFirstAndLeavesMisreadingsOut) {
    Form told = form("lavrov", 100, {});
    told.sectors = {{"GOV", 60}, {"MIL", 90}, {"MED", 2}, {"ELI", 30}};
    told.first_sectors = {{"GOV", 60}, {"MIL", 20}};
    EXPECT_THAT(describe("lavrov", {told}, 100).sectors, ElementsAre("GOV", "MIL", "ELI"));
}

}  // namespace
}  // namespace entente::graph
