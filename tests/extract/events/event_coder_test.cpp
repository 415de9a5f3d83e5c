#include "extract/events/event_coder.hpp"

#include "tests/extract/events/story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> code(std::string text, std::vector<std::string> actors) {
    return lines_of({std::move(text), std::move(actors)});
}

TEST(EventCoder, codes_the_subject_as_actor_and_the_object_as_recipient) {
    EXPECT_THAT(code("Turkey condemned Israel.", {"Turkey", "Israel"}),
                ElementsAre("ACCUSE/disapprove Turkey > Israel"));
}

TEST(EventCoder, codes_the_by_phrase_of_a_passive_as_actor) {
    EXPECT_THAT(code("The activists were arrested by the police.", {"activists", "police"}),
                ElementsAre("COERCE/arrest police > activists"));
}

TEST(EventCoder, leaves_the_actor_of_a_passive_open_where_nobody_is_named) {
    EXPECT_THAT(code("Two soldiers were killed.", {"soldiers"}), ElementsAre("ASSAULT  > soldiers"));
}

TEST(EventCoder, does_not_take_the_by_of_an_event_noun_for_an_agent) {
    EXPECT_THAT(code("The rebels were evacuated after a siege by the army.", {"reb:rebels", "mil:army"}),
                Contains("RETREAT/withdraw rebels >"));
}

TEST(EventCoder, codes_a_plain_statement_as_no_event) {
    EXPECT_THAT(code("Kerry said the weather in Syria was good.", {"Kerry", "Syria"}), IsEmpty());
}

TEST(EventCoder, keeps_the_speaker_apart_from_what_is_said) {
    EXPECT_THAT(code("Kerry said Russia bombed the rebels.", {"Kerry", "Russia", "rebels"}),
                ElementsAre("ASSAULT/explosives Russia > rebels"));
    EXPECT_THAT(code("Russia bombed the rebels, Kerry said.", {"Kerry", "Russia", "rebels"}),
                ElementsAre("ASSAULT/explosives Russia > rebels"));
}

TEST(EventCoder, reads_what_a_speaker_says_somebody_must_do_as_a_request) {
    EXPECT_THAT(code("Russia said on Tuesday that Sudan must return a helicopter.", {"Russia", "Sudan"}),
                Contains(testing::StartsWith("REQUEST/yield Russia > Sudan")));
}

TEST(EventCoder, reads_a_promise_to_cooperate_and_a_planned_meeting_as_agree) {
    EXPECT_THAT(code("Britain promised to send food to Mozambique.", {"Britain", "Mozambique"}),
                ElementsAre("AGREE Britain > Mozambique"));
    EXPECT_THAT(code("Iran said it would meet Iraq.", {"Iran", "Iraq"}), ElementsAre("AGREE Iran, Iraq >"));
}

TEST(EventCoder, reads_an_announced_retreat_as_concede_and_a_done_one_as_retreat) {
    EXPECT_THAT(code("Syria said it would withdraw its troops from Lebanon.", {"Syria", "Lebanon"}),
                ElementsAre("CONCEDE Syria > Lebanon"));
    EXPECT_THAT(code("Syria withdrew its troops from Lebanon.", {"Syria", "Lebanon"}),
                ElementsAre("RETREAT/withdraw Syria > Lebanon"));
}

TEST(EventCoder, reads_ones_own_hostile_plans_as_threats) {
    EXPECT_THAT(code("Hamas said it would attack Israel.", {"reb:Hamas", "Israel"}),
                ElementsAre("THREATEN/violence Hamas > Israel"));
    EXPECT_THAT(code("Russia vowed to arrest the activists.", {"Russia", "activists"}),
                ElementsAre("THREATEN/arrest Russia > activists"));
}

TEST(EventCoder, tells_the_mode_of_a_request_from_what_is_asked) {
    EXPECT_THAT(code("Annan urged Iraq to release the prisoners.", {"Annan", "Iraq", "prisoners"}),
                ElementsAre("REQUEST/yield Annan > Iraq"));
    EXPECT_THAT(code("Annan urged Iraq to resume talks.", {"Annan", "Iraq"}),
                ElementsAre("REQUEST/meet Annan > Iraq"));
    EXPECT_THAT(code("Annan urged Iraq to help Iran.", {"Annan", "Iraq", "Iran"}),
                ElementsAre("REQUEST/assist Annan > Iraq"));
}

TEST(EventCoder, reads_a_refusal_as_reject_and_not_as_the_act) {
    EXPECT_THAT(code("Israel refused to release the prisoners.", {"Israel", "prisoners"}),
                ElementsAre("REJECT/yield Israel > prisoners"));
}

TEST(EventCoder, lists_all_sides_of_a_reciprocal_event_as_actors) {
    EXPECT_THAT(code("Kerry met with Lavrov in Geneva.", {"Kerry", "Lavrov", "in:Geneva"}),
                ElementsAre("CONSULT Kerry, Lavrov > @Geneva"));
    EXPECT_THAT(code("Talks between Iran and Iraq began on Monday.", {"Iran", "Iraq"}),
                ElementsAre("CONSULT Iran, Iraq > 2016-07-11"));
}

TEST(EventCoder, makes_the_visitor_actor_and_the_host_recipient) {
    EXPECT_THAT(code("Merkel visited China.", {"Merkel", "China"}),
                ElementsAre("CONSULT/visit Merkel > China"));
    EXPECT_THAT(code("Mubarak received Arafat.", {"Mubarak", "Arafat"}),
                ElementsAre("CONSULT/visit Arafat > Mubarak"));
}

TEST(EventCoder, knows_a_meeting_on_foreign_ground) {
    EXPECT_THAT(code("Iran met with Iraq in Geneva.", {"Iran=IRN", "Iraq=IRQ", "in:Geneva=CHE"}),
                ElementsAre("CONSULT/third-party Iran, Iraq > @Geneva"));
}

TEST(EventCoder, codes_event_nouns_with_light_verbs_and_possessives) {
    EXPECT_THAT(code("The army launched an attack on the rebels.", {"mil:army", "reb:rebels"}),
                ElementsAre("ASSAULT army > rebels"));
    EXPECT_THAT(code("France deplored Russia's bombing of Aleppo.", {"France", "Russia", "in:Aleppo"}),
                Contains("ASSAULT/explosives Russia > @Aleppo"));
}

TEST(EventCoder, reads_a_strike_of_workers_as_protest) {
    EXPECT_THAT(code("A strike by the workers continued.", {"workers"}),
                ElementsAre("PROTEST/strike workers >"));
}

TEST(EventCoder, shares_a_subject_among_coordinated_verbs) {
    EXPECT_THAT(code("Egypt recalled its ambassador and accused Qatar of lying.", {"Egypt", "Qatar"}),
                Contains("ACCUSE/allege Egypt > Qatar"));
}

TEST(EventCoder, finds_the_subject_behind_an_apposition_and_a_relative_clause) {
    EXPECT_THAT(code("Annan, the head of a large body, condemned Iraq.", {"Annan", "Iraq"}),
                ElementsAre("ACCUSE/disapprove Annan > Iraq"));
    EXPECT_THAT(code("The rebels, who live in the hills, attacked the army.", {"rebels", "army"}),
                ElementsAre("ASSAULT rebels > army"));
}

TEST(EventCoder, lets_people_who_asked_somebody_to_act_not_act_themselves) {
    EXPECT_THAT(code("Turkey asked Russia to attack the rebels.", {"Turkey", "Russia", "rebels"}),
                ElementsAre("REQUEST/change Turkey > Russia"));
}

TEST(EventCoder, marks_what_did_not_happen) {
    EXPECT_THAT(code("Iran and Iraq failed to reach an agreement.", {"Iran", "Iraq"}),
                ElementsAre("SUPPORT Iran, Iraq > (negation)"));
    EXPECT_THAT(code("The army did not attack the rebels.", {"army", "rebels"}),
                ElementsAre("ASSAULT army > rebels (negation)"));
}

TEST(EventCoder, marks_what_only_might_happen) {
    EXPECT_THAT(code("Russia may attack Ukraine.", {"Russia", "Ukraine"}),
                ElementsAre("ASSAULT Russia > Ukraine (hypothetical)"));
}

TEST(EventCoder, marks_what_is_long_over) {
    EXPECT_THAT(code("Obama demanded the resignation of Assad five years ago.", {"Obama", "Assad"}),
                ElementsAre("REQUEST/change Obama > Assad (historical) 2011"));
}

TEST(EventCoder, dates_an_event_by_the_time_in_its_clause) {
    EXPECT_THAT(code("Turkey condemned Israel on Wednesday.", {"Turkey", "Israel"}),
                ElementsAre("ACCUSE/disapprove Turkey > Israel 2016-07-13"));
}

TEST(EventCoder, codes_a_happening_once_a_sentence) {
    EXPECT_THAT(code("Rebels attacked the army in an attack on the army.", {"Rebels", "army"}).size(), 1U);
}

TEST(EventCoder, codes_nothing_figurative) {
    EXPECT_THAT(code("France struck a balance with Germany.", {"France", "Germany"}), IsEmpty());
    EXPECT_THAT(code("The minister met the deadline.", {"minister"}), IsEmpty());
    EXPECT_THAT(code("Russia announced on March 14 that prices rose.", {"Russia"}), IsEmpty());
    EXPECT_THAT(code("Kerry wants to bolster the truce between Assad and the forces.", {"Kerry", "Assad"}),
                IsEmpty());
}

TEST(EventCoder, fills_score_quad_code_and_spans_inside_the_text) {
    const Story story{"In Vienna, Turkey condemned Israel.", {"Turkey", "Israel"}};
    const auto events = events_of(story);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].score_tenths, -20);
    EXPECT_EQ(events[0].cameo, "111");
    EXPECT_EQ(events[0].trigger, "condemned");
    EXPECT_EQ(slice(story.text, events[0].trigger_span), "condemned");
    EXPECT_EQ(slice(story.text, events[0].evidence_span), events[0].evidence);
    EXPECT_EQ(events[0].fired, "condemn/condemn");
    EXPECT_GT(events[0].confidence_percent, 50);
}

TEST(EventCoder, survives_any_order_of_words) {
    const std::string words =
        "said , and to that was by who attacked ' ) ( Iran not will of talks had \" -- up to more than";
    std::vector<std::string> tokens = words_of(words);
    std::uint32_t state = 7;
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int n = 0; n < 25; ++n) {
            state = state * 1664525U + 1013904223U;
            text += tokens[(state >> 8U) % tokens.size()] + " ";
        }
        for (const auto& event : events_of({text, {"Iran"}})) {
            EXPECT_LE(event.trigger_span.end, text.size()) << text;
        }
    }
}

}  // namespace
}  // namespace entente::extract
