// News made up by the thousand, in the shape of GDELT: few actors in most of the news and many in little,
// some pairs that meet every week and most that meet once, sixteen types tilted by the mood of the pair,
// twenty years of dates, events told again by other publishers.
//
// The shape (ICEWS and GDELT measured): popularity of actors falls as rank^-0.9; a fifth as many pairs as
// events, with weights of a Pareto law (0.95), so that a fifth of the pairs has some four fifths of the
// events; one actor for twenty events. The same seed gives the same news on every machine: the random numbers
// are those of std::mt19937_64, which the standard fixes, and no std distribution (which it does not).
#pragma once

#include "extract/records.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace entente::bench {

class GeneratedNews {
 public:
    // News of about so many distinct events.
    GeneratedNews(std::uint64_t events, std::uint64_t seed) : events_(events), random_(seed) {
        const std::uint64_t actors = std::max<std::uint64_t>(events / 20, 10);
        for (std::uint64_t rank = 0; rank < actors; ++rank) cast_.push_back(actor(rank));
        const std::vector<double> popularity = falling(actors, 0.9);
        const std::uint64_t pairs = std::max<std::uint64_t>(events / 5, 10);
        const double heaviest = static_cast<double>(pairs) / 20.0;
        double weight = 0;
        for (std::uint64_t i = 0; i < pairs; ++i) {
            pairs_.push_back({chosen(popularity), chosen(popularity), below(events_.types)});
            weight += std::min(std::pow(1.0 - unit(), -1.0 / 0.95), heaviest);
            weights_.push_back(weight);
        }
    }

    [[nodiscard]] bool done() const { return told_ >= events_.count; }

    // The next article: three new events and one that was in the news before.
    extract::Extraction next() {
        Draft draft;
        draft.article.id = std::to_string(articles_++);
        draft.article.doc = "generated";
        draft.article.language = "en";
        draft.article.source = "Agency " + std::to_string(below(50));
        draft.article.title = "News number " + draft.article.id;
        draft.article.date = date();
        for (int i = 0; i < 3 && !done(); ++i) tell(draft, happening());
        if (!recent_.empty()) tell(draft, recent_[below(recent_.size())]);
        return std::move(draft.article);
    }

 private:
    struct Shape {
        explicit Shape(std::uint64_t events) : count(events) {}
        std::uint64_t count;
        std::uint64_t types = 16;
    };
    struct Pair {
        std::size_t actor = 0;
        std::size_t recipient = 0;
        std::uint64_t mood = 0;
    };
    struct Happening {
        std::size_t actor = 0;
        std::size_t recipient = 0;
        extract::EventType type = extract::EventType::consult;
        extract::Date date;
    };
    struct Draft {
        extract::Extraction article;
        std::vector<std::size_t> cast;
    };

    std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
    double unit() { return static_cast<double>(random_() >> 11U) * 0x1.0p-53; }

    // Sums of rank^-exponent, to choose from by bisection.
    static std::vector<double> falling(std::uint64_t count, double exponent) {
        std::vector<double> sums;
        double sum = 0;
        for (std::uint64_t rank = 1; rank <= count; ++rank) {
            sum += std::pow(static_cast<double>(rank), -exponent);
            sums.push_back(sum);
        }
        return sums;
    }

    std::size_t chosen(const std::vector<double>& sums) {
        const auto place = std::ranges::upper_bound(sums, unit() * sums.back());
        return std::min(static_cast<std::size_t>(place - sums.begin()), sums.size() - 1);
    }

    static std::string word(std::uint64_t number) {
        static const std::vector<std::string> syllables = {"ba", "de", "fi", "go", "ka", "le", "mi",  "no",
                                                           "pa", "re", "si", "to", "va", "ze", "sha", "dri"};
        std::string text;
        do {
            text += syllables[number % syllables.size()];
            number /= syllables.size();
        } while (number > 0);
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    // The first are countries, then bodies and persons in turn.
    static extract::Actor actor(std::uint64_t rank) {
        extract::Actor actor;
        if (rank < 60) {
            actor.type = extract::ActorType::country;
            actor.name = "Republic " + word(rank);
        } else if (rank % 3 == 0) {
            actor.type = extract::ActorType::organization;
            actor.name = word(rank) + " Union";
            actor.sectors = {"REB"};
        } else {
            actor.name = word(rank % 199) + " " + word(rank + 1000);
            actor.sectors = {"GOV"};
        }
        for (const char c : actor.name) {
            actor.id += c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        actor.mentions = {actor.name};
        actor.resolved = "name";
        return actor;
    }

    // The news goes on from 2005 to 2024.
    extract::Date date() {
        const std::uint64_t days = std::uint64_t{20} * 365;
        return extract::date_of_day(12784 + static_cast<std::int32_t>(told_ * days / events_.count));
    }

    Happening happening() {
        ++told_;
        const Pair& pair = pairs_[chosen(weights_)];
        Happening event;
        event.actor = pair.actor;
        event.recipient = pair.recipient;
        const std::uint64_t mood = below(3) == 0 ? below(events_.types) : pair.mood;
        event.type = static_cast<extract::EventType>(mood);
        event.date = date();
        recent_.push_back(event);
        if (recent_.size() > 30) recent_.erase(recent_.begin());
        return event;
    }

    const std::string& name_in(Draft& draft, std::size_t actor) {
        if (std::ranges::find(draft.cast, actor) == draft.cast.end()) {
            draft.cast.push_back(actor);
            draft.article.actors.push_back(cast_[actor]);
        }
        return cast_[actor].id;
    }

    void tell(Draft& draft, const Happening& happening) {
        extract::Event event;
        event.type = happening.type;
        event.date = happening.date;
        event.actors = {name_in(draft, happening.actor)};
        if (happening.recipient != happening.actor) {
            event.recipients = {name_in(draft, happening.recipient)};
        }
        event.trigger = "met";
        event.evidence = cast_[happening.actor].name + " met " + cast_[happening.recipient].name +
                         " on the " + std::to_string(happening.date.day) + "th, officials said.";
        const auto begin = static_cast<std::uint32_t>(draft.article.text.size());
        const auto size = static_cast<std::uint32_t>(event.evidence.size());
        const auto trigger = begin + static_cast<std::uint32_t>(cast_[happening.actor].name.size()) + 1;
        event.evidence_span = {begin, begin + size};
        event.trigger_span = {trigger, trigger + 3};
        event.fired = "generated";
        event.confidence_percent = 80;
        draft.article.text += event.evidence;
        draft.article.text += '\n';
        draft.article.events.push_back(std::move(event));
    }

    Shape events_;
    std::mt19937_64 random_;
    std::vector<extract::Actor> cast_;
    std::vector<Pair> pairs_;
    std::vector<double> weights_;
    std::vector<Happening> recent_;
    std::uint64_t told_ = 0;
    std::uint64_t articles_ = 0;
};

}  // namespace entente::bench
