#include "graph/identity.hpp"

namespace entente::graph {
namespace {

Form form(ActorType type, const std::string& local_id, const std::string& country, std::uint32_t articles) {
    Form made;
    made.key = {form_block(local_id), type, local_id, country};
    made.articles = articles;
    return made;
}

Form person(const std::string& local_id, const std::string& country = "", std::uint32_t articles = 1) {
    return form(ActorType::person, local_id, country, articles);
}

using testing::ElementsAre;

TEST(FormBlock, IsTheLastWord) {
    EXPECT_EQ(form_block("sergei-lavrov"), "lavrov");
    EXPECT_EQ(form_block("lavrov"), "lavrov");
    EXPECT_EQ(form_block(""), "");
}

TEST(Decide, GivesASurnameToItsOnlyBearer) {
    EXPECT_THAT(decide({person("lavrov"), person("sergei-lavrov", "RUS")}),
                ElementsAre("sergei-lavrov", "sergei-lavrov"));
}

TEST(Decide, LeavesASurnameAloneThatTwoBear) {
    EXPECT_THAT(decide({person("bush"), person("george-bush", "USA"), person("jeb-bush", "USA")}),
                ElementsAre("bush", "george-bush", "jeb-bush"));
}

TEST(Decide, TellsBearersApartByCountry) {
    EXPECT_THAT(decide({person("lee", "KOR"), person("lee", "SGP"), person("ann-lee", "KOR"),
                        person("hsien-lee", "SGP")}),
                ElementsAre("ann-lee", "hsien-lee", "ann-lee", "hsien-lee"));
}

TEST(Decide, DoesNotJoinAgainstTheCountry) {
    EXPECT_THAT(decide({person("lavrov", "UKR"), person("sergei-lavrov", "RUS")}),
                ElementsAre("lavrov", "sergei-lavrov"));
}

TEST(Decide, BelievesMostArticlesAboutACountry) {
    EXPECT_THAT(decide({person("lavrov", "RUS"), person("sergei-lavrov", "RUS", 9),
                        person("sergei-lavrov", "USA", 2), person("sergei-lavrov", "", 30)}),
                ElementsAre("sergei-lavrov", "sergei-lavrov", "sergei-lavrov", "sergei-lavrov"));
}

TEST(Decide, CountsParticlesAsNoWords) {
    EXPECT_THAT(decide({person("al-assad"), person("assad"), person("bashar-al-assad", "SYR")}),
                ElementsAre("bashar-al-assad", "bashar-al-assad", "bashar-al-assad"));
}

TEST(Decide, TellsTypesOfOneNameApart) {
    EXPECT_THAT(decide({person("georgia"), form(ActorType::country, "georgia", "GEO", 1),
                        form(ActorType::place, "georgia", "USA", 50)}),
                ElementsAre("georgia-person", "georgia", "georgia-place"));
}

TEST(Decide, LeavesTheNameToAnotherTypeOnceThePersonIsKnownByMore) {
    EXPECT_THAT(
        decide({person("wagner"), person("richard-wagner"), form(ActorType::organization, "wagner", "", 1)}),
        ElementsAre("richard-wagner", "richard-wagner", "wagner"));
}

TEST(Decide, NeverJoinsWhatIsNoPerson) {
    EXPECT_THAT(decide({form(ActorType::country, "syria", "SYR", 1),
                        form(ActorType::organization, "government-of-syria", "SYR", 1)}),
                ElementsAre("syria", "government-of-syria"));
}

TEST(Majority, PrefersAnAnswerToNone) {
    EXPECT_EQ(majority({{"", 10}, {"RUS", 1}}), "RUS");
    EXPECT_EQ(majority({{"", 10}}), "");
    EXPECT_EQ(majority({{"RUS", 2}, {"GEO", 2}}), "GEO");
}

}  // namespace
}  // namespace entente::graph
