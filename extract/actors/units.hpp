// The smallest pieces that tell of actors: names, demonyms, titles, collective nouns, and capitalised words
// that are names of something unknown. They do not overlap and stand in order of the text.
//
// Found by the longest phrase of the lexicons at each place, then by runs of capitals, typed by what stands
// around them. Linear in the tokens.
#pragma once

#include "extract/actors/sentence_view.hpp"
#include "extract/lexicons/lexicons.hpp"

#include <cstdint>
#include <vector>

namespace entente::extract {

enum class UnitKind : std::uint8_t {
    country,       // by name
    people,        // "the Russians"
    adjective,     // "Russian"
    seat,          // a capital: the country or the place, as the context says
    organization,  // known
    place,         // known
    person,        // unknown names from here on
    unknown_organization,
    unknown_place,
    unknown,
    title,
    collective,
    noun  // of people or bodies that nothing names
};

struct Unit {
    std::uint32_t first = 0;  // tokens [first, last)
    std::uint32_t last = 0;
    UnitKind kind = UnitKind::unknown;
    std::uint32_t known = Lexicons::none;  // the known actor; of a seat its country
    std::uint32_t place = Lexicons::none;  // of a seat, the city
    const Title* title = nullptr;
    const Collective* collective = nullptr;
    const ActorNoun* noun = nullptr;
    bool weak = false;  // a title or collective only the tree speaks for: an actor if it acts
    UnitKind learned = UnitKind::unknown;  // what the reader takes an unknown name for
    bool certain = true;  // false: a capital at the start of a sentence or in a headline, perhaps no name
};

std::vector<Unit> find_units(const SentenceView& view, const Lexicons& lexicons);

}  // namespace entente::extract
