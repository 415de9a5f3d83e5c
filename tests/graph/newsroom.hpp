// Articles made by hand in a few words, and articles made at random, for tests of graph and store.
//
//     Story("a1", "2016-07-15").from("Reuters").person("sergei-lavrov", "RUS").country("turkey", "TUR")
//         .event(EventType::consult, {"sergei-lavrov"}, {"turkey"}, "2016-07-14").said()
#pragma once

#include "graph/article_key.hpp"
#include "graph/ledger.hpp"
#include "graph/records.hpp"
#include "graph/view.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace entente::tests {

using namespace entente::graph;  // NOLINT: test code

class Story {
 public:
    explicit Story(const std::string& id, const std::string& date = "") {
        told_.id = id;
        told_.doc = "-";
        told_.title = "Story " + id;
        told_.date = extract::parse_iso_date(date).value_or(Date{});
        told_.language = "en";
    }

    Story& from(const std::string& source) {
        told_.source = source;
        return *this;
    }

    // `local_id` is the slug of the name.
    Story& actor(ActorType type, const std::string& local_id, const std::string& country = "",
                 std::vector<std::string> sectors = {}) {
        extract::Actor actor;
        actor.id = local_id;
        actor.name = name_of(local_id);
        actor.type = type;
        actor.country = country;
        actor.sectors = std::move(sectors);
        actor.mentions = {actor.name};
        actor.spans = {sentence(actor.name)};
        actor.resolved = "name";
        told_.actors.push_back(std::move(actor));
        return *this;
    }
    Story& person(const std::string& local_id, const std::string& country = "") {
        return actor(ActorType::person, local_id, country);
    }
    Story& country(const std::string& local_id, const std::string& code = "") {
        return actor(ActorType::country, local_id, code);
    }
    Story& place(const std::string& local_id, const std::string& code = "") {
        return actor(ActorType::place, local_id, code);
    }
    // Another name that the text uses for the actor named last.
    Story& alias(const std::string& name) {
        told_.actors.back().mentions.push_back(name);
        return *this;
    }

    Story& event(EventType type, std::vector<std::string> actors, std::vector<std::string> recipients,
                 const std::string& date = "", Status status = Status::reported) {
        extract::Event event;
        event.type = type;
        event.actors = std::move(actors);
        event.recipients = std::move(recipients);
        event.date = extract::parse_iso_date(date).value_or(Date{});
        event.status = status;
        event.evidence = "Sentence " + std::to_string(told_.events.size()) + " of story " + told_.id + ".";
        event.evidence_span = sentence(event.evidence);
        event.trigger = "Sentence";
        event.trigger_span = {event.evidence_span.begin, event.evidence_span.begin + 8};
        event.fired = "test";
        event.confidence_percent = 80;
        event.score_tenths = 10;
        told_.events.push_back(std::move(event));
        return *this;
    }
    Story& mode(const std::string& mode) {
        told_.events.back().mode = mode;
        return *this;
    }
    Story& at(const std::string& place) {
        told_.events.back().place = place;
        return *this;
    }
    Story& sure(std::uint8_t percent) {
        told_.events.back().confidence_percent = percent;
        return *this;
    }

    Story& relation(RelationType type, const std::string& from, const std::string& to,
                    const std::string& label = "", bool derived = false) {
        extract::Relation relation;
        relation.type = type;
        relation.from = from;
        relation.to = to;
        relation.label = label;
        relation.evidence = "Relation " + std::to_string(told_.relations.size()) + " of " + told_.id + ".";
        relation.evidence_span = sentence(relation.evidence);
        relation.derived = derived;
        told_.relations.push_back(std::move(relation));
        return *this;
    }

    [[nodiscard]] Said said() const { return graph::said(told_); }

    // "sergei-lavrov" → "Sergei Lavrov".
    static std::string name_of(const std::string& local_id) {
        std::string name;
        bool at_start = true;
        for (const char c : local_id) {
            name += c == '-' ? ' ' : at_start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            at_start = c == '-';
        }
        return name;
    }

 private:
    ByteSpan sentence(const std::string& words) {
        const auto begin = static_cast<std::uint32_t>(told_.text.size());
        told_.text += words + "\n";
        return {begin, begin + static_cast<std::uint32_t>(words.size())};
    }

    extract::Extraction told_;
};

// A random number below `below`; the same everywhere for the same seed (std's distributions are not).
inline std::size_t pick(std::mt19937_64& random, std::size_t below) {
    return static_cast<std::size_t>(random() % below);
}

// A random story: names that clash and join, countries that contradict, dates that fold and do not.
inline Said random_story(std::mt19937_64& random, const std::string& id) {
    struct Name {
        ActorType type;
        const char* local_id;
    };
    static const std::vector<Name> names = {{ActorType::person, "sergei-lavrov"},
                                            {ActorType::person, "lavrov"},
                                            {ActorType::person, "ivan-lavrov"},
                                            {ActorType::person, "bashar-al-assad"},
                                            {ActorType::person, "al-assad"},
                                            {ActorType::person, "assad"},
                                            {ActorType::country, "georgia"},
                                            {ActorType::place, "georgia"},
                                            {ActorType::organization, "assad"},
                                            {ActorType::group, "rebels-of-syria"},
                                            {ActorType::country, "syria"},
                                            {ActorType::person, "john-kerry"},
                                            {ActorType::person, "kerry"},
                                            {ActorType::country, "united-states"},
                                            {ActorType::organization, "al-qaeda"},
                                            {ActorType::place, "aleppo"},
                                            {ActorType::organization, "government-of-syria"}};
    static const std::vector<std::string> countries = {"", "", "RUS", "SYR", "USA", "GEO"};
    static const std::vector<std::vector<std::string>> sectors = {{}, {"GOV"}, {"MIL"}, {"REB"}, {"CVL"}};
    static const std::vector<std::string> dates = {"",           "2016",       "2016-07",    "2014",
                                                   "2016-07-14", "2016-07-15", "2016-07-16", "2016-07-20"};
    static const std::vector<std::string> published = {"", "2016-07-15", "2016-07-16", "2016-07-18",
                                                       "2016-07-22"};
    static const std::vector<std::string> sources = {"", "Reuters", "AP"};
    static const std::vector<EventType> types = {EventType::consult, EventType::assault};
    static const std::vector<Status> statuses = {Status::reported, Status::reported, Status::negation};
    static const std::vector<std::string> modes = {"", "", "visit", "phone"};

    Story story(id, published[pick(random, published.size())]);
    story.from(sources[pick(random, sources.size())]);
    std::vector<std::string> cast;
    const std::size_t wanted = 2 + pick(random, 4);
    while (cast.size() < wanted) {
        const Name& name = names[pick(random, names.size())];
        if (std::find(cast.begin(), cast.end(), name.local_id) != cast.end()) continue;
        story.actor(name.type, name.local_id, countries[pick(random, countries.size())],
                    sectors[pick(random, sectors.size())]);
        if (pick(random, 3) == 0) story.alias("alias " + std::to_string(pick(random, 3)));
        cast.emplace_back(name.local_id);
    }
    const auto anyone = [&] { return cast[pick(random, cast.size())]; };
    for (std::size_t i = pick(random, 4); i > 0; --i) {
        std::vector<std::string> recipients;
        if (pick(random, 4) != 0) recipients.push_back(anyone());
        std::vector<std::string> actors;
        for (std::size_t j = pick(random, 3); j > 0; --j) actors.push_back(anyone());
        story.event(types[pick(random, types.size())], actors, recipients, dates[pick(random, dates.size())],
                    statuses[pick(random, statuses.size())]);
        story.mode(modes[pick(random, modes.size())]);
        if (pick(random, 3) == 0) story.at(anyone());
        story.sure(static_cast<std::uint8_t>(pick(random, 101)));
    }
    for (std::size_t i = pick(random, 3); i > 0; --i) {
        story.relation(pick(random, 2) == 0 ? RelationType::holds_office : RelationType::part_of, anyone(),
                       anyone(), "label " + std::to_string(pick(random, 2)), pick(random, 3) == 0);
    }
    return story.said();
}

inline std::vector<Said> random_stories(std::uint64_t seed, std::size_t count) {
    std::mt19937_64 random(seed);
    std::vector<Said> stories;
    for (std::size_t i = 0; i < count; ++i) stories.push_back(random_story(random, std::to_string(i)));
    return stories;
}

}  // namespace entente::tests
