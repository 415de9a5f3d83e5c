// A user's actors in JSON: an array of objects, or one object after another, on as many lines as they like.
//
//     [{"name": "Lumia Front", "type": "organization", "country": "KEN", "sectors": ["REB"],
//       "aliases": ["LF"], "dated": [{"from": "2011-07-09", "to": "2015-01-31", "sectors": ["GOV"]}]},
//      {"noun": "ranger", "plurals": ["rangers"], "sectors": ["COP"]}]
#pragma once

#include "extract/lexicons/actor_list.hpp"

#include <string_view>

namespace entente::extract {

// Total. An object that cannot be used is passed over with a warning that names the line it begins on; after
// 1,000 objects that are never closed, or broken by a line end within a string, the rest is passed over.
ActorList parse_json_actors(std::string_view content, const IsCountry& is_country, ListWarnings& warnings);

}  // namespace entente::extract
