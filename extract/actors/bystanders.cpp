#include "extract/actors/bystanders.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>

namespace entente::extract {

namespace {

std::unordered_set<std::string> ids_of(const std::vector<Event>& events) {
    std::unordered_set<std::string> ids;
    for (const Event& event : events) {
        ids.insert(event.actors.begin(), event.actors.end());
        ids.insert(event.recipients.begin(), event.recipients.end());
        ids.insert(event.place);
    }
    return ids;
}

}  // namespace

void dismiss_bystanders(const std::vector<Event>& events, Cast& cast) {
    const auto acting = ids_of(events);
    std::vector<bool> stays(cast.actors.size(), true);
    std::unordered_set<std::string> dismissed;
    for (const std::uint32_t actor : cast.bystanders) {
        if (!acting.contains(cast.actors[actor].id)) {
            stays[actor] = false;
            dismissed.insert(cast.actors[actor].id);
        }
    }
    std::vector<std::uint32_t> place(cast.actors.size(), 0);
    std::vector<Actor> staying;
    for (std::size_t a = 0; a < cast.actors.size(); ++a) {
        place[a] = static_cast<std::uint32_t>(staying.size());
        if (stays[a]) {
            staying.push_back(std::move(cast.actors[a]));
        }
    }
    cast.actors = std::move(staying);
    cast.bystanders.clear();
    std::erase_if(cast.mentions, [&](const Mention& mention) { return !stays[mention.actor]; });
    for (Mention& mention : cast.mentions) {
        mention.actor = place[mention.actor];
    }
    std::erase_if(cast.relations, [&](const Relation& relation) {
        return dismissed.contains(relation.from) || dismissed.contains(relation.to);
    });
}

}  // namespace entente::extract
