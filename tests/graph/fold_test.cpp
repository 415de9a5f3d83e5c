#include "graph/fold.hpp"

namespace entente::graph {
namespace {

Date date(const std::string& text) {
    return extract::parse_iso_date(text).value_or(Date{});
}

// A report that Russia consulted with Turkey.
Report report(ReportId id, const std::string& told, const std::string& published = "2016-07-15") {
    Report made;
    made.id = id;
    made.article = "article " + std::to_string(id);
    made.published = date(published);
    made.date = date(told);
    made.actors = {"russia"};
    made.recipients = {"turkey"};
    return made;
}

// The reports of each event: "1 2 | 3".
std::string folded(const std::vector<Report>& reports) {
    std::string text;
    for (const Event& event : fold(reports)) {
        if (!text.empty()) text += "| ";
        for (const ReportId id : event.reports) text += std::to_string(id) + " ";
    }
    return text;
}

TEST(Fold, MakesOneEventOfCopies) {
    EXPECT_EQ(folded({report(1, "2016-07-14"), report(2, "2016-07-14"), report(3, "2016-07-14")}), "1 2 3 ");
}

TEST(Fold, AllowsForTimeZones) {
    EXPECT_EQ(folded({report(1, "2016-07-14"), report(2, "2016-07-15"), report(3, "2016-07-16")}),
              "1 2 | 3 ");
}

TEST(Fold, NeverChains) {
    // 2 lies a day from 1 and a day from 3; 3 is compared with the founder 1.
    EXPECT_EQ(folded({report(1, "2016-07-13"), report(2, "2016-07-14"), report(3, "2016-07-15"),
                      report(4, "2016-07-16")}),
              "1 2 | 3 4 ");
}

TEST(Fold, BelievesOneArticleThatTellsTwoDays) {
    Report second = report(2, "2016-07-15");
    second.article = "article 1";
    EXPECT_EQ(folded({report(1, "2016-07-14"), second}), "1 | 2 ");
}

TEST(Fold, CountsTheDaysAroundPublicationForAnUnknownDate) {
    EXPECT_EQ(folded({report(1, "2016-07-14"), report(2, "", "2016-07-16"), report(3, "", "2016-07-18")}),
              "1 2 | 3 ");
}

TEST(Fold, DoesNotLetAnUnknownDateBridgeTwoEvents) {
    EXPECT_EQ(folded({report(1, "2016-07-12"), report(2, "", "2016-07-14"), report(3, "2016-07-17")}),
              "1 2 | 3 ");
}

TEST(Fold, BelievesThePartOfADateThatIsTold) {
    EXPECT_EQ(folded({report(1, "2016-07-31"), report(2, "2016-08", "2016-08-02")}), "1 | 2 ");
    EXPECT_EQ(folded({report(1, "2016-08-01"), report(2, "2016-08", "2016-08-02")}), "1 2 ");
}

TEST(Fold, JoinsEqualPartialDatesOfThePast) {
    EXPECT_EQ(folded({report(1, "2014"), report(2, "2014", "2016-11-01"), report(3, "2013")}), "1 2 | 3 ");
}

TEST(Fold, KnowsNothingOfUndatedReportsInUndatedArticles) {
    Report same_article = report(3, "", "");
    same_article.article = "article 1";
    EXPECT_EQ(folded({report(1, "", ""), report(2, "", ""), same_article}), "1 3 | 2 ");
}

TEST(Fold, TellsModesApartAndLetsAVagueOneJoin) {
    Report visit = report(1, "2016-07-14");
    visit.mode = "visit";
    Report vague = report(2, "2016-07-14");
    Report phone = report(3, "2016-07-14");
    phone.mode = "phone";
    EXPECT_EQ(folded({visit, vague, phone}), "1 2 | 3 ");
    phone.id = 1;
    vague.id = 0;
    visit.id = 2;
    const std::vector<Event> events = fold({vague, phone, visit});
    ASSERT_EQ(events.size(), 2U) << "the founder took the phone call's mode, so the visit is another event";
    EXPECT_EQ(events[0].mode, "phone");
    EXPECT_EQ(events[1].mode, "visit");
}

TEST(Fold, TellsPlacesApart) {
    Report aleppo = report(1, "2016-07-14");
    aleppo.place = "aleppo";
    Report homs = report(2, "2016-07-14");
    homs.place = "homs";
    EXPECT_EQ(folded({aleppo, homs, report(3, "2016-07-14")}), "1 3 | 2 ");
}

TEST(Fold, TakesTheMostExactDateThatMostTell) {
    const std::vector<Event> events = fold({report(1, "2016-07", "2016-07-15"), report(2, "2016-07-15"),
                                            report(3, "2016-07-14"), report(4, "2016-07-14"), report(5, "")});
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(extract::to_string(events[0].date), "2016-07-14");
}

TEST(Fold, CountsReportsArticlesAndSources) {
    std::vector<Report> reports;
    for (ReportId id = 1; id <= 5; ++id) reports.push_back(report(id, "2016-07-14"));
    reports[1].article = reports[0].article;
    reports[0].source = reports[1].source = reports[2].source = "Reuters";
    const std::vector<Event> events = fold(reports);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].reports.size(), 5U);
    EXPECT_EQ(events[0].articles, 4U);
    EXPECT_EQ(events[0].sources, 3U) << "Reuters and two articles without a publisher";
}

TEST(Fold, StandsForAnEventWithTheSurestReading) {
    Report unsure = report(1, "2016-07-14");
    unsure.confidence_percent = 20;
    unsure.cameo = "040";
    unsure.contexts = {"military"};
    Report sure = report(2, "2016-07-14");
    sure.confidence_percent = 90;
    sure.cameo = "042";
    sure.score_tenths = 19;
    sure.contexts = {"diplomatic"};
    const std::vector<Event> events = fold({unsure, sure});
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].cameo, "042");
    EXPECT_EQ(events[0].score_tenths, 19);
    EXPECT_EQ(events[0].confidence_percent, 90);
    EXPECT_THAT(events[0].contexts, testing::ElementsAre("diplomatic", "military"));
}

TEST(Fold, LetsAnArticleTellTwoDaysWhateverIsBetween) {
    Report second = report(3, "2016-07-15");
    second.article = "article 1";
    EXPECT_EQ(folded({report(1, "2016-07-14"), report(2, "2016-07-15"), second}), "1 2 | 3 ");
}

TEST(Fold, HoldsYearsOfMeetingsApart) {
    EXPECT_EQ(folded({report(1, "2014-07-14"), report(2, "2015-07-14"), report(3, "2016-07-14")}),
              "1 | 2 | 3 ");
}

TEST(Fold, LetsAPartialDateJoinTheOneEventThatFits) {
    const Report later = report(9, "2016-07", "2016-12-01");
    EXPECT_EQ(folded({report(1, "2016-07-14"), later}), "1 9 ");
    EXPECT_EQ(folded({report(1, "2016-07-14"), report(2, "2016-07-25"), later}), "1 | 2 | 9 ")
        << "nobody knows which of the two is meant";
}

TEST(Fold, LetsThePlaceTellWhichOfTwoEventsAPartialDateMeans) {
    Report geneva = report(1, "2016-07-14");
    geneva.place = "geneva";
    Report vienna = report(2, "2016-07-25");
    vienna.place = "vienna";
    Report later = report(9, "2016-07", "2016-12-01");
    later.place = "vienna";
    EXPECT_EQ(folded({geneva, vienna, later}), "1 | 2 9 ");
}

TEST(Fold, DoesNotTakeWhatWasLongAgoForNews) {
    Report background = report(2, "", "2016-07-15");
    background.status = Status::historical;
    EXPECT_EQ(folded({report(1, "2016-07-14"), background}), "1 | 2 ");
}

// A report that Iran and Iraq, or those who act for them, signed something.
Report signing(ReportId id, const std::vector<ActorId>& who, const std::vector<std::string>& states) {
    Report made = report(id, "2016-07-14");
    made.type = EventType::support;
    made.actors = who;
    made.actor_camps = states;
    made.recipients.clear();
    return made;
}

TEST(Fold, TakesAMinisterAndHisCountryForOneParty) {
    const Report countries = signing(1, {"iran", "iraq"}, {"IRN", "IRQ"});
    const Report ministers = signing(2, {"al-jaafari", "zarif"}, {"IRQ/named", "IRN/named"});
    const std::vector<Event> events = fold({countries, ministers});
    ASSERT_EQ(events.size(), 1U);
    EXPECT_THAT(events[0].actors, testing::ElementsAre("al-jaafari", "iran", "iraq", "zarif"));
    EXPECT_THAT(
        ends(events[0]),
        testing::ElementsAre(testing::Pair("al-jaafari", "iran"), testing::Pair("al-jaafari", "zarif"),
                             testing::Pair("iran", "iraq"), testing::Pair("iraq", "zarif")))
        << "nobody signs with his own country";
}

TEST(Fold, HoldsTwoMinistersOfOneCountryApart) {
    const Report foreign = signing(1, {"lavrov", "turkey"}, {"RUS/named", "TUR"});
    const Report defence = signing(2, {"shoigu", "turkey"}, {"RUS/named", "TUR"});
    EXPECT_EQ(folded({foreign, defence}), "1 | 2 ");
}

TEST(Fold, HoldsTwoPresidentsOfOneCountryApart) {
    Report now = signing(1, {"trump"}, {"USA/named"});
    now.type = EventType::accuse;
    now.recipients = {"iran"};
    now.recipient_camps = {"IRN"};
    Report former = now;
    former.id = 2;
    former.actors = {"obama"};
    former.actor_camps = {"USA~ELI/named"};
    EXPECT_EQ(fold_block(now), fold_block(former));
    EXPECT_EQ(folded({now, former}), "1 | 2 ");
    former.actors = {"united-states"};
    former.actor_camps = {"USA"};
    EXPECT_EQ(folded({now, former}), "1 2 ");
}

TEST(Fold, TakesThoseWhoFightWithinACountryByName) {
    Report army = report(1, "2016-07-14");
    army.type = EventType::assault;
    army.actors = {"army"};
    army.actor_camps = {"SDN"};
    army.recipients = {"rsf"};
    army.recipient_camps = {"SDN/named"};
    Report back = army;
    back.id = 2;
    std::swap(back.actors, back.recipients);
    std::swap(back.actor_camps, back.recipient_camps);
    EXPECT_EQ(fold_block(army), fold_block(back));
    EXPECT_EQ(folded({army, back}), "1 | 2 ");
}

TEST(Fold, FindsACityInItsCountry) {
    Report city = report(1, "2016-07-14");
    city.place = "lima";
    city.place_country = "PER/in";
    Report country = report(2, "2016-07-14");
    country.place = "peru";
    country.place_country = "PER";
    EXPECT_EQ(folded({city, country}), "1 2 ");
}

TEST(Fold, CountsCopies) {
    std::vector<Report> reports = {report(1, "2016-07-14"), report(2, "2016-07-14"), report(3, "2016-07-14"),
                                   report(4, "2016-07-14")};
    reports[0].wording = reports[1].wording = reports[2].wording = 7;
    reports[3].wording = 8;
    const std::vector<Event> events = fold(reports);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].articles, 4U);
    EXPECT_EQ(events[0].copies, 2U) << "the second and the third say what the first says";
}

TEST(FoldBlock, HoldsApartWhatIsNeverOneEvent) {
    const Report base = report(1, "2016-07-14");
    Report denied = base;
    denied.status = Status::negation;
    Report other_type = base;
    other_type.type = EventType::assault;
    Report other_year = base;
    other_year.date = date("2015-07-14");
    for (const Report& other : {denied, other_type, other_year}) {
        EXPECT_NE(fold_block(base), fold_block(other));
    }
    Report long_ago = base;
    long_ago.status = Status::historical;
    Report turned = base;
    std::swap(turned.actors, turned.recipients);
    Report visit = base;
    visit.mode = "visit";
    for (const Report& other : {long_ago, turned, visit}) EXPECT_EQ(fold_block(base), fold_block(other));
}

TEST(FoldBlock, LeavesAReportWithoutPartiesAlone) {
    Report first = report(1, "2016-07-14");
    first.actors.clear();
    first.recipients.clear();
    Report second = first;
    second.id = 2;
    EXPECT_NE(fold_block(first), fold_block(second));
}

}  // namespace
}  // namespace entente::graph
