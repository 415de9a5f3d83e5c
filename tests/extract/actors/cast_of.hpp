// A cast from a few sentences, and a way to read it in a test.
#pragma once

#include "extract/actors/actor_finder.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace entente::extract {

inline Document document_of(const std::string& text) {
    Article article;
    article.text = text;
    return read(article);
}

inline const Lexicons& lexicons() {
    static const Lexicons loaded;
    return loaded;
}

inline Cast cast_of(const std::string& text) {
    return find_actors(document_of(text), lexicons());
}

// The actor of this name; an empty one, whose fields fail every expectation, for none.
inline Actor actor_named(const Cast& cast, const std::string& name) {
    const auto found = std::find_if(cast.actors.begin(), cast.actors.end(),
                                    [&](const Actor& actor) { return actor.name == name; });
    return found == cast.actors.end() ? Actor{} : *found;
}

inline std::vector<std::string> names_of(const Cast& cast) {
    std::vector<std::string> names;
    for (const Actor& actor : cast.actors) {
        names.push_back(actor.name);
    }
    return names;
}

}  // namespace entente::extract
