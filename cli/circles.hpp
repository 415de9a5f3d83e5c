// Sets of actors as JSON and for people: shared by communities and components.
#pragma once

#include "cli/answers.hpp"
#include "graph/communities.hpp"

#include <cstddef>
#include <vector>

namespace entente::cli {

struct CirclesShown {
    std::size_t limit = 20;    // circles; 0 all
    std::size_t members = 10;  // of each; 0 all
    std::size_t least = 2;     // actors in a circle that is shown
};

// "circle" and "circles" are named as the command names them: "community", "communities".
struct CircleName {
    std::string_view one;
    std::string_view many;
};

// A circle's best connected members first, then by id. One JSON object a circle, a line or more a circle
// else. False when there is none to show.
bool print_circles(const graph::View& view, const std::vector<graph::Circle>& circles,
                   const CirclesShown& shown, const CircleName& name, bool as_json);

}  // namespace entente::cli
