#include "extract/events/told_before.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

constexpr std::size_t remembered_events = 12;

}  // namespace

void ToldBefore::remember(const std::vector<Event>& events) {
    for (const auto& event : events) {
        if (event.actors.empty()) continue;
        last[event.type] = event;
        told.insert(told.begin(), event);
        if (told.size() > remembered_events) told.pop_back();
    }
}

void ToldBefore::remember_countries(const Clauses& clauses, const Cast& cast) {
    for (const auto& mention : clauses.mentions) {
        if (cast.actors[mention.actor].type != ActorType::country || mention.as_place || mention.modifies)
            continue;
        std::erase(recent, mention.actor);
        recent.insert(recent.begin(), mention.actor);
    }
}

const Event* ToldBefore::last_by(const std::vector<std::string>& own, EventType type) const {
    const auto found = std::find_if(told.begin(), told.end(), [&](const Event& event) {
        return event.type == type && !event.recipients.empty() &&
               std::any_of(event.actors.begin(), event.actors.end(), [&](const auto& id) {
                   return std::find(own.begin(), own.end(), id) != own.end();
               });
    });
    return found == told.end() ? nullptr : &*found;
}

const Event* ToldBefore::recall(EventType type, const std::vector<std::string>& own, bool reproach) const {
    const auto has_own = [&](const std::vector<std::string>& side) {
        return std::any_of(side.begin(), side.end(), [&](const auto& id) {
            return std::find(own.begin(), own.end(), id) != own.end();
        });
    };
    for (const auto& event : told) {
        if (event.type != type || has_own(event.actors)) continue;
        if (!reproach || has_own(event.recipients)) return &event;
    }
    return nullptr;
}

}  // namespace entente::extract
