// Names near to one that nobody has: "Lavarov" → Lavrov.
//
// Damerau-Levenshtein distance (optimal string alignment) between folded names, at most a quarter of the
// name's length and at least one; a name of which all words stand in a longer one counts as near, too. Walks
// all names once (a second for a million): for the answer after "no such actor", not for every keystroke.
#pragma once

#include "graph/view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::graph {

struct Suggestion {
    ActorNumber number = 0;
    ActorId id;
    std::string name;            // the actor's canonical name
    std::uint32_t distance = 0;  // of the nearest of its names
    std::uint32_t articles = 0;

    bool operator==(const Suggestion&) const = default;
};

// At most `limit` actors, nearest first, then by articles falling, then id.
std::vector<Suggestion> suggest(const View& view, std::string_view name, std::size_t limit = 5);

}  // namespace entente::graph
