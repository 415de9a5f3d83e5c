#include "extract/actors/article_focus.hpp"

#include "extract/actors/naming.hpp"

#include <map>

namespace entente::extract {

ArticleFocus find_focus(const std::vector<Sighting>& sightings) {
    ArticleFocus focus;
    std::map<std::string, double> weight;
    for (const Sighting& sighting : sightings) {
        if (sighting.known == Lexicons::none || sighting.country.empty() ||
            is_pseudo_country(sighting.country)) {
            continue;
        }
        const double lead = sighting.mention.sentence < 3 ? 2.0 : 1.0;
        const bool scene = sighting.mention.as_place || sighting.mention.modifies;
        const double share = (sighting.country == "USA" ? 0.5 : 1.0) * (scene ? 2.0 : 1.0);
        weight[sighting.country] += lead * share;
    }
    for (const auto& [country, sum] : weight) {
        focus.countries.insert(country);
    }
    focus.speaks_of_usa = weight.contains("USA");
    double best = 0;
    double all = 0;
    for (const auto& [country, sum] : weight) {
        all += sum;
        if (sum > best) {
            best = sum;
            focus.country = country;
        }
    }
    focus.is_plain = best * 2 > all;
    return focus;
}

}  // namespace entente::extract
