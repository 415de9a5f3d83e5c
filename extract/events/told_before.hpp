// What the coder knows of earlier sentences: the latest events with actors, and the countries that acted.
//
// One object a document, filled sentence by sentence. Costs a dozen events.
#pragma once

#include "extract/events/clauses.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace entente::extract {

struct ToldBefore {
    std::map<EventType, Event> last;    // the latest event of a type with actors
    std::vector<Event> told;            // with actors, the latest first, at most a dozen
    std::vector<std::uint32_t> recent;  // countries that acted, the latest first

    void remember(const std::vector<Event>& events);
    void remember_countries(const Clauses& clauses, const Cast& cast);
    // The latest event of the type by one of `own` that names somebody it is towards; nullptr for none.
    [[nodiscard]] const Event* last_by(const std::vector<std::string>& own, EventType type) const;
    // The latest event of the type whose actors are others than `own`; of a reproach one that was made to
    // them. nullptr for none.
    [[nodiscard]] const Event* recall(EventType type, const std::vector<std::string>& own,
                                      bool reproach) const;
};

}  // namespace entente::extract
