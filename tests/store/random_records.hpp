// Records of every kind with random, awkward content: for laws that hold for all records.
#pragma once

#include "graph/records.hpp"
#include "store/values.hpp"

#include <random>

namespace entente::store {

class RandomRecords {
 public:
    explicit RandomRecords(std::uint64_t seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
    bool maybe() { return below(2) == 0; }
    // Small, large and extreme numbers alike.
    std::uint32_t number() { return static_cast<std::uint32_t>(random_() >> (32U + below(32))); }
    std::uint64_t id() { return random_() >> below(64); }
    std::int16_t tenths() { return static_cast<std::int16_t>(random_()); }

    std::string text() {
        static const std::vector<std::string> odd = {
            "",         "Iran", "al-Assad", "Abdullah G\xC3\xBCl", std::string("a\0b", 3),
            "\xFF\xFE", "\x7F", "\x01"};
        std::string value = odd[below(static_cast<std::uint32_t>(odd.size()))];
        for (std::uint32_t i = below(4); i > 0; --i) value.push_back(static_cast<char>(random_()));
        return value;
    }

    graph::Date date() {
        return {.year = maybe() ? std::int16_t{0} : tenths(),
                .month = static_cast<std::uint8_t>(below(13)),
                .day = static_cast<std::uint8_t>(below(32))};
    }

    template <class Enum>
    Enum one_of(std::uint32_t count) {
        return static_cast<Enum>(below(count));
    }

    std::vector<std::string> texts() {
        std::vector<std::string> all;
        for (std::uint32_t i = below(4); i > 0; --i) all.push_back(text());
        return all;
    }
    std::map<std::string, std::uint32_t> counts() {
        std::map<std::string, std::uint32_t> all;
        for (std::uint32_t i = below(4); i > 0; --i) all[text()] = number();
        return all;
    }
    graph::ByteSpan span() { return {.begin = number(), .end = number()}; }

    void fill(Totals& totals) {
        totals = {.counts = {id(), id(), id(), id(), id(), id(), id()}, .next_number = number()};
    }
    void fill(Numbered& numbered) { numbered = {.number = number(), .live = maybe()}; }
    void fill(Bearer& use) {
        use = {.rank = static_cast<std::uint8_t>(below(4)), .number = number(), .articles = number()};
    }
    void fill(EdgeFacts& facts) {
        facts = {.type = static_cast<std::uint8_t>(below(256)),
                 .status = one_of<graph::Status>(5),
                 .reciprocal = maybe(),
                 .derived = maybe(),
                 .reports = number(),
                 .sources = number()};
    }
    void fill(graph::ArticleRecord& article) {
        article = {text(), text(), text(), text(),   date(),   text(),
                   text(), text(), text(), number(), number(), number()};
    }
    void fill(Pending& pending) {
        pending.removal = maybe();
        fill(pending.article);
    }
    void fill(graph::Form& form) {
        form.articles = number();
        form.names = counts();
        form.mentions = counts();
        form.sectors = counts();
        form.first_sectors = counts();
        form.actor = text();
        form.camp = text();
    }
    void fill(graph::Actor& actor) {
        actor = {text(), text(), one_of<graph::ActorType>(5), text(), texts(), counts(), number()};
    }
    void fill(graph::Report& report) {
        report = {.id = id(),
                  .article = text(),
                  .index = number(),
                  .source = text(),
                  .published = date(),
                  .type = one_of<graph::EventType>(16),
                  .mode = text(),
                  .status = one_of<graph::Status>(5),
                  .date = date(),
                  .place = text(),
                  .actors = texts(),
                  .recipients = texts(),
                  .actor_camps = texts(),
                  .recipient_camps = texts(),
                  .place_country = text(),
                  .anchor = text(),
                  .wording = id(),
                  .confidence_percent = static_cast<std::uint8_t>(below(256)),
                  .score_tenths = tenths(),
                  .cameo = text(),
                  .contexts = texts()};
    }
    void fill(graph::Event& event) {
        event.id = id();
        event.block = text();
        event.type = one_of<graph::EventType>(16);
        event.mode = text();
        event.status = one_of<graph::Status>(5);
        event.date = date();
        event.place = text();
        event.actors = texts();
        event.recipients = texts();
        event.actor_camps = texts();
        event.score_tenths = tenths();
        event.cameo = text();
        event.contexts = texts();
        event.confidence_percent = static_cast<std::uint8_t>(below(256));
        for (std::uint32_t i = below(4); i > 0; --i) event.reports.push_back(id());
        event.articles = number();
        event.copies = number();
        event.sources = number();
    }
    void fill(graph::Relation& relation) {
        relation.type = one_of<graph::RelationType>(4);
        relation.from = text();
        relation.to = text();
        relation.derived = maybe();
        for (std::uint32_t i = below(4); i > 0; --i) {
            relation.evidence.push_back({.article = text(),
                                         .index = number(),
                                         .published = date(),
                                         .label = text(),
                                         .derived = maybe(),
                                         .ended = maybe()});
        }
        relation.first_seen = date();
        relation.last_seen = date();
    }
    void fill(extract::Extraction& extraction) {
        extraction.id = text();
        extraction.doc = text();
        extraction.title = text();
        extraction.date = date();
        extraction.source = text();
        extraction.url = text();
        extraction.language = text();
        extraction.text = text();
        for (std::uint32_t i = below(3); i > 0; --i) {
            extraction.actors.push_back({text(),
                                         text(),
                                         one_of<graph::ActorType>(5),
                                         text(),
                                         texts(),
                                         texts(),
                                         {span(), span()},
                                         text()});
            extraction.relations.push_back(
                {one_of<graph::RelationType>(4), text(), text(), text(), text(), span(), maybe(), maybe()});
            extraction.events.push_back({.type = one_of<graph::EventType>(16),
                                         .mode = text(),
                                         .actors = texts(),
                                         .recipients = texts(),
                                         .status = one_of<graph::Status>(5),
                                         .date = date(),
                                         .place = text(),
                                         .evidence = text(),
                                         .evidence_span = span(),
                                         .trigger = text(),
                                         .trigger_span = span(),
                                         .score_tenths = tenths(),
                                         .cameo = text(),
                                         .contexts = texts(),
                                         .fired = text(),
                                         .confidence_percent = static_cast<std::uint8_t>(below(256))});
        }
    }

 private:
    std::mt19937_64 random_;
};

}  // namespace entente::store
