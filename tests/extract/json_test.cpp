#include "extract/json.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

Extraction sample() {
    Extraction e;
    e.id = "a";
    e.doc = "news/a.txt";
    e.title = "Truce";
    e.date = {2016, 7, 15};
    e.source = "Wire";
    e.url = "https://m.example/1";
    e.language = "en";
    e.text = "Kerry met Lavrov.";
    Actor kerry;
    kerry.id = "john-kerry";
    kerry.name = "John Kerry";
    kerry.country = "USA";
    kerry.sectors = {"GOV"};
    kerry.mentions = {"Kerry"};
    kerry.spans = {{0, 5}};
    kerry.resolved = "surname";
    Actor lavrov = kerry;
    lavrov.id = "sergei-lavrov";
    lavrov.name = "Sergei Lavrov";
    lavrov.country = "";
    lavrov.spans = {{10, 16}};
    e.actors = {kerry, lavrov};
    Relation relation;
    relation.type = RelationType::affiliated_with;
    relation.from = "john-kerry";
    relation.to = "sergei-lavrov";
    relation.label = "ally";
    relation.evidence = "Kerry met Lavrov.";
    relation.evidence_span = {0, 17};
    relation.derived = true;
    e.relations = {relation};
    Event event;
    event.type = EventType::consult;
    event.mode = "visit";
    event.actors = {"john-kerry", "sergei-lavrov"};
    event.status = Status::future;
    event.date = {2016, 7, 0};
    event.evidence = "Kerry met Lavrov.";
    event.evidence_span = {0, 17};
    event.trigger = "met";
    event.trigger_span = {6, 9};
    event.score_tenths = 15;
    event.cameo = "040";
    event.contexts = {"military"};
    event.fired = "meet";
    event.confidence_percent = 85;
    e.events = {event};
    return e;
}

TEST(Json, PrintsTheFieldsInTheOrderOfTheSchema) {
    EXPECT_EQ(
        to_json(sample()),
        R"({"id":"a","doc":"news/a.txt","title":"Truce","date":"2016-07-15","source":"Wire","url":"https://m.example/1","language":"en",)"
        R"("actors":[{"id":"john-kerry","name":"John Kerry","type":"person","country":"USA","sectors":["GOV"],"mentions":["Kerry"],"spans":[[0,5]],"resolved":"surname"},)"
        R"({"id":"sergei-lavrov","name":"Sergei Lavrov","type":"person","country":null,"sectors":["GOV"],"mentions":["Kerry"],"spans":[[10,16]],"resolved":"surname"}],)"
        R"("relations":[{"type":"affiliated_with","from":"john-kerry","to":"sergei-lavrov","label":"ally","evidence":"Kerry met Lavrov.","evidence_span":[0,17],"derived":true}],)"
        R"("events":[{"type":"CONSULT","mode":"visit","actors":["john-kerry","sergei-lavrov"],"recipients":[],"status":"future","date":"2016-07","place":null,)"
        R"("evidence":"Kerry met Lavrov.","evidence_span":[0,17],"trigger":"met","trigger_span":[6,9],"quad":1,"score":1.5,"cameo":"040","contexts":["military"],"fired":"meet","confidence":0.85}]})");
}

TEST(Json, PrintsTheTextOnlyWhenAsked) {
    EXPECT_EQ(to_json(sample()).find("\"text\""), std::string::npos);
    EXPECT_TRUE(to_json(sample(), TextField::print).ends_with(R"(,"text":"Kerry met Lavrov."})"));
}

TEST(Json, WritesNullForWhatIsUnknown) {
    Extraction e;
    e.id = "a";
    e.doc = "-";
    EXPECT_EQ(
        to_json(e),
        R"({"id":"a","doc":"-","title":null,"date":null,"source":null,"url":null,"language":null,"actors":[],"relations":[],"events":[]})");
}

TEST(Json, ReadsBackWhatItPrints) {
    EXPECT_EQ(from_json(to_json(sample(), TextField::print)), sample());
}

TEST(Json, IsValidUtf8WhateverTheBytes) {
    Extraction e = sample();
    e.title = "It\x92s\xE2\x80";
    const std::string line = to_json(e);
    EXPECT_NE(line.find("It\xEF\xBF\xBDs\xEF\xBF\xBD"), std::string::npos);
    EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(Json, TellsWhyThereIsNoArticle) {
    EXPECT_EQ(to_json(InputError{"a.jsonl", 3, "broken JSON", "a:3"}),
              R"({"id":"a:3","doc":"a.jsonl","error":"line 3: broken JSON"})");
}

TEST(Json, ReadsWhatOthersWrite) {
    const Extraction e = from_json(R"({"url": "u", "date": "July 15, 2016", "extra": {"x": 1},
        "actors": [{"name": "John Kerry", "type": "Person"}],
        "events": [{"type": "consult", "actors": ["john-kerry"], "recipients": "moscow", "place": "geneva", "status": "reported", "confidence": 1}]})");
    EXPECT_EQ(e.id, "u");
    EXPECT_EQ(e.date, (Date{2016, 7, 15}));
    ASSERT_EQ(e.actors.size(), 3U);
    EXPECT_EQ(e.actors[0].id, "john-kerry");
    EXPECT_EQ(e.actors[1].id, "moscow");
    EXPECT_EQ(e.actors[2].type, ActorType::place);
    EXPECT_EQ(e.events[0].confidence_percent, 100);
}

std::string refusal(std::string_view line) {
    try {
        from_json(line);
    } catch (const JsonError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Json, NamesTheFieldItRefuses) {
    EXPECT_EQ(refusal("{\"id\": "), "broken JSON at its byte 8");
    EXPECT_EQ(refusal("[]"), "an object is wanted here, not a list");
    EXPECT_EQ(refusal("{}"), "id: an article needs an id, a doc or a url to be known by");
    EXPECT_EQ(refusal(R"({"id": "a", "date": "someday"})"),
              "date: cannot read the date \"someday\"; write it as 2016-07-15");
    EXPECT_EQ(refusal(R"({"id": "a", "actors": [{"id": "x"}, {"id": "x"}]})"),
              "actors: the id \"x\" stands twice");
    EXPECT_EQ(refusal(R"({"id": "a", "actors": [{"id": "x", "type": "planet"}]})"),
              "actors[0].type: \"planet\" is none of person country organization group place");
    EXPECT_TRUE(refusal(R"({"id": "a", "events": [{"type": "MARRY"}]})")
                    .starts_with("events[0].type: \"MARRY\" is none of AGREE CONSULT"));
    EXPECT_EQ(refusal(R"({"id": "a", "events": [{"type": "AGREE", "evidence_span": [5, 2]}]})"),
              "events[0].evidence_span: [5, 2] is no span");
    EXPECT_EQ(refusal(R"({"id": "a", "events": [{"type": "AGREE", "confidence": 85}]})"),
              "events[0].confidence: must lie between 0 and 1");
    EXPECT_EQ(refusal(R"({"id": "a", "relations": [{"type": "member_of", "from": "x"}]})"),
              "relations[0].to: a relation needs the id of an actor at either end");
    EXPECT_EQ(refusal(R"({"id": "a", "doc": "a.txt", "error": "is empty"})"),
              "this article could not be read: is empty");
}

}  // namespace
}  // namespace entente::extract
