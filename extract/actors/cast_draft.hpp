// The cast of an article while its sightings are being joined: what the joiners share.
//
// Borrows document, views, sightings and lexicons. One draft a run, for one thread.
#pragma once

#include "extract/actors/article_focus.hpp"
#include "extract/actors/cast_builder.hpp"
#include "extract/actors/sighting.hpp"
#include "extract/lexicons/lexicons.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace entente::extract {

struct CastDraft {
    const std::vector<SentenceView>& views;
    const std::vector<Sighting>& sightings;
    const Lexicons& lexicons;
    const Date published;  // what a known actor is depends on the day
    ArticleFocus focus;
    JoinedSightings joined;
    std::map<std::string, std::uint32_t> by_key;  // actors by what they are looked up with

    CastDraft(const std::vector<SentenceView>& views_read, const std::vector<Sighting>& sightings_found,
              const Lexicons& lexicons_known, const Date& published_on);

    std::vector<Actor>& actors() { return joined.cast.actors; }
    [[nodiscard]] const std::vector<Actor>& actors() const { return joined.cast.actors; }

    // All return an index into actors(). `resolved` is as in Actor.
    std::uint32_t add_actor(std::string name, ActorType type, std::string country,
                            std::vector<std::string> sectors, std::string resolved,
                            std::uint32_t known = Lexicons::none);
    // The actor with this index in the lexicons, made when first asked for.
    std::uint32_t known_actor(std::uint32_t known);
    // An actor called by its description: "Copper miners of Chile". A bystander until an event names it.
    std::uint32_t described(const Sighting& sighting, const std::vector<std::string>& sectors, ActorType type,
                            const std::string& country);

    // Sightings come sentence by sentence: index of the first one of a sentence.
    [[nodiscard]] std::uint32_t first_of_sentence(std::uint32_t sentence) const;
    // Code of the country that the sighting's words, or the body it belongs to, tell; "" for none.
    [[nodiscard]] std::string country_told(const Sighting& sighting) const;

    std::map<std::uint32_t, std::uint32_t> actor_of_known;
};

}  // namespace entente::extract
