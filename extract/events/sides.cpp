#include "extract/events/sides.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace entente::extract {

const Argument* oblique(const std::vector<std::pair<std::string, Argument>>& obliques,
                        std::string_view preposition) {
    const auto found = std::find_if(obliques.begin(), obliques.end(), [&](const auto& o) {
        return o.first == preposition &&
               (!o.second.mentions.empty() || !o.second.related.empty() || !o.second.places.empty());
    });
    return found == obliques.end() ? nullptr : &found->second;
}

Side Sides::whole(const Argument& argument) const {
    Side out{argument.mentions, false};
    keep_acting(out);
    if (out.mentions.empty()) {
        out.mentions = argument.related;
        out.related = true;
        keep_acting(out);
        if (out.mentions.empty()) {
            // A country named as a place stands for itself where nobody else does: "aid to Liberia".
            std::copy_if(argument.places.begin(), argument.places.end(), std::back_inserter(out.mentions),
                         [&](std::uint32_t m) {
                             return cast_.actors[clauses_.mentions[m].actor].type == ActorType::country;
                         });
            return out;
        }
        // The nearest to the head says most.
        if (out.mentions.size() > 1) out.mentions.erase(out.mentions.begin() + 1, out.mentions.end());
    }
    return out;
}

void Sides::keep_acting(Side& out) const {
    std::erase_if(out.mentions, [&](std::uint32_t m) {
        return clauses_.mentions[m].as_place ||
               cast_.actors[clauses_.mentions[m].actor].type == ActorType::place;
    });
}

void Sides::remove(Side& from, const Side& what) const {
    std::erase_if(from.mentions, [&](std::uint32_t m) {
        return std::any_of(what.mentions.begin(), what.mentions.end(), [&](std::uint32_t other) {
            return clauses_.mentions[m].actor == clauses_.mentions[other].actor;
        });
    });
}

std::size_t Sides::distinct(const Side& side) const {
    std::set<std::uint32_t> actors;
    for (const auto m : side.mentions) actors.insert(clauses_.mentions[m].actor);
    return actors.size();
}

std::vector<std::string> Sides::ids(const Side& side) const {
    std::vector<std::string> out;
    for (const auto m : side.mentions) {
        const auto& id = cast_.actors[clauses_.mentions[m].actor].id;
        if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
    return out;
}

bool Sides::bears_arms(const Side& side, Countries countries) const {
    static constexpr std::array<std::string_view, 7> armed_sectors{"MIL", "REB", "COP", "SPY",
                                                                   "PRM", "UAF", "CRM"};
    return std::any_of(side.mentions.begin(), side.mentions.end(), [&](std::uint32_t m) {
        const auto& actor = cast_.actors[clauses_.mentions[m].actor];
        const bool state =
            actor.type == ActorType::country ||
            std::find(actor.sectors.begin(), actor.sectors.end(), "GOV") != actor.sectors.end();
        return (state && countries == Countries::count) ||
               std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& sector) {
                   return std::find(armed_sectors.begin(), armed_sectors.end(), sector) !=
                          armed_sectors.end();
               });
    });
}

bool Sides::is_civil(const Candidate& c) const {
    if (bears_arms(c.actor, Countries::count)) return false;
    const bool known = std::any_of(c.actor.mentions.begin(), c.actor.mentions.end(), [&](std::uint32_t m) {
        return !cast_.actors[clauses_.mentions[m].actor].sectors.empty();
    });
    return known || c.recipient.mentions.empty();
}

}  // namespace entente::extract
