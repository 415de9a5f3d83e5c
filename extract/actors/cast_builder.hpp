// Joins the sightings of an article into its actors, with names, countries, sectors and ids.
//
// Order of the passes: what the lexicons know; full names of people, then surnames; organizations with their
// acronyms; collectives by noun and country; offices by who holds them. A bare noun ("the army") belongs to
// the country the article is about.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/actors/sighting.hpp"
#include "extract/document.hpp"

#include <vector>

namespace entente::extract {

struct JoinedSightings {
    Cast cast;
    // Actor of each sighting, Sighting::none for one that turned out to be no actor.
    std::vector<std::uint32_t> actor_of;
    // Index into Lexicons of each actor, Lexicons::none for unknown ones.
    std::vector<std::uint32_t> known_of;
};

// Makes actors and mentions; relations are found elsewhere. `views` are those of the document's sentences.
JoinedSightings build_cast(const Document& document, const std::vector<SentenceView>& views,
                           const std::vector<Sighting>& sightings, const Lexicons& lexicons);

}  // namespace entente::extract
