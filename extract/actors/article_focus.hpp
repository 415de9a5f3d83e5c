// Which country an article is about, for those whose country it does not tell ("the army").
//
// The country named most; the first sentences count more, a scene more than an actor. The United States speak
// in everybody's news, so they count half. Linear in the sightings.
#pragma once

#include "extract/actors/sighting.hpp"

#include <set>
#include <string>
#include <vector>

namespace entente::extract {

struct ArticleFocus {
    std::string country;    // its code, "" for none
    bool is_plain = false;  // it outweighs all other countries together
    bool speaks_of_usa = false;
    std::set<std::string> countries;  // codes of all that the article speaks of

    // The country where it is plain, else "".
    [[nodiscard]] std::string plain_country() const { return is_plain ? country : std::string{}; }
};

ArticleFocus find_focus(const std::vector<Sighting>& sightings);

}  // namespace entente::extract
