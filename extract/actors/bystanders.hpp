// Those whom the text never names and who do nothing: not worth a node.
//
// "Two shepherds", "the court", "a provincial governor" are actors where they act or are acted upon, and only
// then (a group, says our schema, is a collective that acts). Whether they do is known once events are coded.
#pragma once

#include "extract/actors/cast.hpp"

#include <vector>

namespace entente::extract {

// Takes out of the cast the bystanders (see Cast) whom no event names, with their mentions and relations.
void dismiss_bystanders(const std::vector<Event>& events, Cast& cast);

}  // namespace entente::extract
