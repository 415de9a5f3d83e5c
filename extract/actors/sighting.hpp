// A mention with all that it says of its actor, before it is known which mentions are one actor.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/actors/sentence_view.hpp"
#include "extract/actors/units.hpp"
#include "extract/lexicons/lexicons.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract {

enum class SightingKind : std::uint8_t {
    known,         // of the lexicons
    person,        // by name
    organization,  // unknown, by name
    place,         // unknown, by name
    unknown,       // a capitalised word of which nothing is known
    office,        // "the president", "Thailand's foreign minister", no name beside it
    collective,    // "Syrian rebels"
    noun           // "copper miners"
};

struct Sighting {
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    Mention mention;
    SightingKind kind = SightingKind::unknown;
    std::string text;                      // the name, or the description, as written
    std::uint32_t known = Lexicons::none;  // of kind known
    const Title* title = nullptr;          // of an office, or of the person named
    std::string title_text;                // as written: "Foreign Minister"
    const Collective* collective = nullptr;
    const ActorNoun* noun = nullptr;
    std::string noun_text;  // of a noun, or of a weak collective or office: the words that tell what it is
    std::string
        kind_text;        // of a collective: noun and nouns before it, "bank workers" of "angry bank workers"
    bool plural = false;  // of a noun
    bool weak = false;    // no actor unless it acts, see Unit::weak
    std::string ethnic;   // of a collective: "Kurdish" of "Kurdish forces", where no country is told
    std::string country;  // code that words beside it tell, "" when they do not
    std::uint32_t body = none;     // sighting of whom the office serves or the collective belongs to
    std::uint32_t same_as = none;  // an earlier sighting in the list that is the same actor by grammar
    bool definite = false;         // "the …", a possessor, or a capital: somebody already known
    bool former = false;           // "former", "ex-": the office has ended
    UnitKind learned = UnitKind::unknown;  // see Unit::learned
    bool certain = true;                   // see Unit::certain
    bool apposed = false;                  // stands beside a name that says who it is
};

// Sightings of one sentence appended to `sightings`; links are indices into it.
void find_sightings(const SentenceView& view, const std::vector<Unit>& units, const Lexicons& lexicons,
                    std::vector<Sighting>& sightings);

}  // namespace entente::extract
