#include "graph/homonyms.hpp"

#include "graph/identity.hpp"

#include <algorithm>
#include <random>

namespace entente::graph {
namespace {

using testing::ElementsAre;

Form person(const std::string& local_id, const std::string& reading = "", std::uint32_t articles = 1) {
    Form made;
    made.key = {form_block(local_id), ActorType::person, local_id, reading};
    made.articles = articles;
    return made;
}

std::vector<ActorId> who(const std::vector<Form>& forms) {
    return decide(forms);
}

TEST(Homonyms, AreTwoWhereCountryAndRoleSayTwo) {
    EXPECT_THAT(who({person("john-smith", "GBR/LEG"), person("john-smith", "USA/BUS")}),
                ElementsAre("john-smith-gbr", "john-smith-usa"));
}

TEST(Homonyms, OfOneRoleAreTwoWhenBothAreToldOftenEnough) {
    EXPECT_THAT(who({person("john-smith", "GBR/GOV", 3), person("john-smith", "USA/GOV", 2)}),
                ElementsAre("john-smith-gbr", "john-smith-usa"));
    EXPECT_THAT(who({person("john-smith", "GBR/GOV", 9), person("john-smith", "USA/GOV", 2)}),
                ElementsAre("john-smith", "john-smith"))
        << "two of eleven are a slip";
    EXPECT_THAT(who({person("john-smith", "GBR"), person("john-smith", "USA")}),
                ElementsAre("john-smith", "john-smith"));
}

TEST(Homonyms, OfOneCountryAreTwoByTheirWalkOfLife) {
    EXPECT_THAT(who({person("john-smith", "USA/GOV", 2), person("john-smith", "USA/REL", 2)}),
                ElementsAre("john-smith-usa-gov", "john-smith-usa-rel"));
    EXPECT_THAT(who({person("john-kerry", "USA/GOV", 5), person("john-kerry", "USA/LEG", 5)}),
                ElementsAre("john-kerry", "john-kerry"))
        << "a senator becomes a secretary";
}

TEST(Homonyms, WhoIsMeantMostKeepsThePlainName) {
    EXPECT_THAT(who({person("sergei-lavrov", "", 3), person("sergei-lavrov", "KAZ/BUS"),
                     person("sergei-lavrov", "RUS/GOV", 30)}),
                ElementsAre("sergei-lavrov", "sergei-lavrov-kaz", "sergei-lavrov"));
}

TEST(Homonyms, NobodyInParticularStaysApart) {
    EXPECT_THAT(who({person("john-smith", ""), person("john-smith", "/LEG"),
                     person("john-smith", "GBR/LEG", 2), person("john-smith", "USA/BUS", 2)}),
                ElementsAre("john-smith", "john-smith-gbr", "john-smith-gbr", "john-smith-usa"));
}

TEST(Homonyms, CodesOfNoStateContradictNobody) {
    EXPECT_THAT(who({person("antonio-guterres", "PRT/GOV", 2), person("antonio-guterres", "UNO", 5)}),
                ElementsAre("antonio-guterres", "antonio-guterres"));
}

TEST(Homonyms, TakeTheSurnamesThatAgreeWithThem) {
    EXPECT_THAT(who({person("john-smith", "GBR/LEG", 2), person("john-smith", "USA/BUS", 2), person("smith"),
                     person("smith", "/BUS"), person("smith", "GBR"), person("smith", "USA/REL")}),
                ElementsAre("john-smith-gbr", "john-smith-usa", "smith", "john-smith-usa", "john-smith-gbr",
                            "smith"));
}

TEST(Homonyms, DoNotDependOnTheOrderOfForms) {
    std::mt19937_64 random(3);
    const std::vector<std::string> readings = {"",        "GBR",  "USA",     "GBR/LEG", "USA/GOV",
                                               "USA/BUS", "/GOV", "RUS/MIL", "UNO/GOV", "RUS/REL"};
    for (int round = 0; round < 300; ++round) {
        std::vector<Form> forms;
        for (const std::string& reading : readings) {
            if (random() % 2 == 0) {
                forms.push_back(person("john-smith", reading, static_cast<std::uint32_t>(1 + random() % 6)));
            }
        }
        if (forms.empty()) continue;
        std::vector<const Form*> pointers;
        for (const Form& form : forms) pointers.push_back(&form);
        const Namesakes once = namesakes(pointers);
        std::map<std::string, ActorId> wanted;
        for (std::size_t i = 0; i < forms.size(); ++i) wanted[forms[i].key.country] = once.of_form[i];
        std::ranges::reverse(pointers);
        const Namesakes again = namesakes(pointers);
        for (std::size_t i = 0; i < pointers.size(); ++i) {
            EXPECT_EQ(again.of_form[i], wanted.at(pointers[i]->key.country));
        }
    }
}

}  // namespace
}  // namespace entente::graph
