// What the event coder makes of a text whose actors a test names by hand.
#pragma once

#include "extract/document.hpp"
#include "extract/events/event_coder.hpp"
#include "extract/reading/model_place.hpp"
#include "extract/reading/reader.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

// A name as it stands in the text; every place where its words stand is a mention of one actor whose id is
// the name. "in:Geneva" names a place, "reb:fighters" an actor of sector REB, "Iran=IRN" a country with its
// code.
struct Story {
    std::string text;
    std::vector<std::string> actors;
    Date published = {2016, 7, 15};
};

inline const PredicateLexicon& predicates() {
    static const PredicateLexicon lexicon = PredicateLexicon::load({});
    return lexicon;
}

inline const SentenceReader& sentence_reader() {
    static const SentenceReader reader(load_model(find_model()));
    return reader;
}

inline std::vector<std::string> words_of(const std::string& name) {
    Article article;
    article.text = name;
    std::vector<std::string> out;
    for (const auto& sentence : read(article).sentences) {
        for (const auto& token : sentence.tokens) out.push_back(token.form);
    }
    return out;
}

inline Actor actor_named(std::string name) {
    Actor out;
    out.type = ActorType::organization;
    if (name.starts_with("in:")) {
        out.type = ActorType::place;
        name.erase(0, 3);
    } else if (name.starts_with("reb:")) {
        out.sectors = {"REB"};
        name.erase(0, 4);
    } else if (name.starts_with("mil:")) {
        out.sectors = {"MIL"};
        name.erase(0, 4);
    }
    if (const auto mark = name.find('='); mark != std::string::npos) {
        out.type = out.type == ActorType::place ? ActorType::place : ActorType::country;
        out.country = name.substr(mark + 1);
        name.erase(mark);
    }
    out.id = out.name = name;
    return out;
}

inline void add_mentions(const Document& document, std::uint32_t actor, Cast& cast) {
    const auto words = words_of(cast.actors[actor].name);
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const auto& tokens = document.sentences[s].tokens;
        for (std::uint32_t at = 0; at + words.size() <= tokens.size(); ++at) {
            bool same = !words.empty();
            for (std::size_t w = 0; w < words.size() && same; ++w) same = tokens[at + w].form == words[w];
            if (!same) continue;
            Mention mention;
            mention.sentence = s;
            mention.first = at;
            mention.last = at + static_cast<std::uint32_t>(words.size());
            mention.head = mention.last - 1;
            mention.actor = actor;
            mention.span = {tokens[at].span.begin, tokens[mention.head].span.end};
            mention.as_place = cast.actors[actor].type == ActorType::place;
            cast.mentions.push_back(mention);
        }
    }
}

inline Cast cast_of(const Document& document, const std::vector<std::string>& names) {
    Cast cast;
    for (const auto& name : names) cast.actors.push_back(actor_named(name));
    for (std::uint32_t actor = 0; actor < cast.actors.size(); ++actor) add_mentions(document, actor, cast);
    std::stable_sort(cast.mentions.begin(), cast.mentions.end(), [](const Mention& a, const Mention& b) {
        return std::pair(a.sentence, a.first) < std::pair(b.sentence, b.first);
    });
    return cast;
}

inline std::vector<Event> events_of(const Story& story) {
    Article article;
    article.text = story.text;
    article.date = story.published;
    Document document = read(article);
    sentence_reader().read(document.sentences);
    return code_events(document, cast_of(document, story.actors), predicates());
}

inline std::string joined(const std::vector<std::string>& ids) {
    std::string out;
    for (const auto& id : ids) out += (out.empty() ? "" : ", ") + id;
    return out;
}

// "ACCUSE Sudan > Chad", with "/mode", " (status)", " 2016-07-15" and " @place" where there are any.
inline std::string line_of(const Event& event) {
    std::string out = std::string(name(event.type)) + (event.mode.empty() ? "" : "/" + event.mode);
    out += " " + joined(event.actors) + " > " + joined(event.recipients);
    while (out.back() == ' ') out.pop_back();
    if (event.status != Status::reported) out += " (" + std::string(name(event.status)) + ")";
    if (event.date.known()) out += " " + to_string(event.date);
    if (!event.place.empty()) out += " @" + event.place;
    return out;
}

inline std::vector<std::string> lines_of(const Story& story) {
    std::vector<std::string> out;
    for (const auto& event : events_of(story)) out.push_back(line_of(event));
    return out;
}

}  // namespace entente::extract
