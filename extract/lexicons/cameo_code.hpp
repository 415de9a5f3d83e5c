// CAMEO's codes of actors ("AFGGOVMIL", "IGOUNO", "~COP") in PLOVER's terms.
//
// A CAMEO code is a row of groups of three letters: first a country, or a kind of organization beyond
// countries, then roles, and groups for regions, creeds, peoples and single organizations, which PLOVER does
// not have. Codes: CAMEO manual (Gerner, Schrodt, Yilmaz, chapters 3 and 4).
#pragma once

#include "extract/lexicons/actor_list.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

struct CameoReading {
    std::string country;               // ISO 3166-1 alpha-3, or PLOVER's word for none; "" unknown
    std::vector<std::string> sectors;  // most telling first
    std::string not_understood;        // the first group that means nothing to us, "" for none
};

CameoReading read_cameo_code(std::string_view code, const IsCountry& is_country);

}  // namespace entente::extract
