// Actors as people write them: an id, any name or alias, any case, accents optional.
//
// An id wins over a canonical name, that over an alias, that over the name of a place. A name that several
// actors of one rank share is refused with all of them (could not try); a name nobody has is refused with
// near spellings (no answer).
#pragma once

#include "graph/view.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace entente::cli {

// --actor-type: which type of actor the names on the command line mean.
struct ActorTypeOption {
    std::string given;
    std::string option = "--actor-type";  // for messages

    void declare(CLI::App& app);
    [[nodiscard]] std::optional<graph::ActorType> type() const;
};

graph::ActorNumber actor_named(const graph::View& view, const std::string& name,
                               std::optional<graph::ActorType> type);

// "person, RUS, GOV".
std::string described(const graph::Actor& actor);

// Names of vertices, each read once.
class Names {
 public:
    // The view outlives it.
    explicit Names(const graph::View& view) : view_(view) {}

    // The canonical name, fit for one line; the id itself when the graph has no such actor.
    const std::string& of(const graph::ActorId& id);
    // "Russia, Syria", of many the first six and how many more.
    std::string list(const std::vector<graph::ActorId>& ids, std::string_view separator = ", ");

 private:
    const graph::View& view_;
    std::map<graph::ActorId, std::string> names_;
};

}  // namespace entente::cli
