// Standing facts that the text states beside a name: who holds which office, what belongs to what.
//
// Read from titles, appositions, possessors and the commas of place names; what only the coding implies
// (Government of X is part of X) is marked derived. One relation for each type and pair of ends, with the
// first sentence that states it. Linear in the sightings.
#pragma once

#include "extract/actors/cast_builder.hpp"
#include "extract/actors/sighting.hpp"
#include "extract/document.hpp"

#include <vector>

namespace entente::extract {

// Appends to `joined.cast.relations`, in order of the text.
void find_relations(const Document& document, const std::vector<SentenceView>& views,
                    const std::vector<Sighting>& sightings, const Lexicons& lexicons,
                    JoinedSightings& joined);

}  // namespace entente::extract
