// Units become sightings in three steps: names stand for themselves; a collective noun is read with its
// modifiers and possessor; a title with the modifiers before it, the "of" after it and the name beside it.
// Nouns that nothing names come last.
#include "extract/actors/name_sightings.hpp"
#include "extract/actors/noun_sightings.hpp"
#include "extract/actors/phrase_reader.hpp"
#include "extract/actors/sighting.hpp"
#include "extract/actors/title_sightings.hpp"

namespace entente::extract {

namespace {

template <typename Add>
void for_units(const std::vector<Unit>& units, UnitKind kind, Add add) {
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (units[u].kind == kind) {
            add(u);
        }
    }
}

void find_names(PhraseReader& reader) {
    NameSightings names(reader);
    for (std::uint32_t u = 0; u < reader.units.size(); ++u) {
        if (is_name(reader.units[u].kind)) {
            names.add_name(u);
        }
    }
    names.link_bodies();
    for (std::uint32_t u = 0; u < reader.units.size(); ++u) {
        const std::uint32_t sighting = reader.sighting_of[u];
        if (sighting != Sighting::none && reader.sightings[sighting].mention.as_place) {
            names.add_place_description(u);
        }
    }
}

}  // namespace

void find_sightings(const SentenceView& view, const std::vector<Unit>& units, const Lexicons& lexicons,
                    std::vector<Sighting>& sightings) {
    PhraseReader reader(view, units, lexicons, sightings);
    find_names(reader);
    NounSightings nouns(reader);
    TitleSightings titles(reader);
    for_units(units, UnitKind::collective, [&](std::uint32_t u) { nouns.add_collective(u); });
    for_units(units, UnitKind::title, [&](std::uint32_t u) { titles.add_title(u); });
    for_units(units, UnitKind::noun, [&](std::uint32_t u) { nouns.add_noun(u); });
}

}  // namespace entente::extract
