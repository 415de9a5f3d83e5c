#include "extract/actors/actor_finder.hpp"

#include "extract/actors/cast_builder.hpp"
#include "extract/actors/references.hpp"
#include "extract/actors/relation_finder.hpp"
#include "extract/actors/sentence_view.hpp"
#include "extract/actors/sighting.hpp"
#include "extract/actors/units.hpp"

#include <utility>

namespace entente::extract {

Cast find_actors(const Document& document, const Lexicons& lexicons) {
    std::vector<SentenceView> views;
    views.reserve(document.sentences.size());
    std::vector<Sighting> sightings;
    for (const Sentence& sentence : document.sentences) {
        views.push_back(view_of(sentence, static_cast<std::uint32_t>(views.size())));
        find_sightings(views.back(), find_units(views.back(), lexicons), lexicons, sightings);
    }
    JoinedSightings joined = build_cast(document, views, sightings, lexicons);
    find_relations(document, views, sightings, lexicons, joined);
    resolve_references(document, views, lexicons, joined);
    return std::move(joined.cast);
}

}  // namespace entente::extract
