// When and where, as an article tells it once for several of its sentences.
//
// The headline and a later sentence take up what the lead has dated; the dateline says where the lead's
// meeting was. Nothing is guessed: a date is taken over from events of one type and the same parties only,
// and only if they tell one date. Linear in the sentences, quadratic in the events of one type. Total.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/document.hpp"
#include "extract/records.hpp"

#include <vector>

namespace entente::extract {

// Fills in dates and places of events, which are in the order of the text.
void set_from_article(std::vector<Event>& events, const Document& document, const Cast& cast);

}  // namespace entente::extract
