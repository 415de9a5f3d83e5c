// What somebody asks for, promises, refuses or threatens: the act inside the complement of such a predicate.
//
// Pure functions of PLOVER types and modes; total. Threads: safe.
#pragma once

#include "extract/records.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace entente::extract {

struct Act {
    EventType type = EventType::consult;
    std::string mode;
    std::int32_t predicate = -1;  // the one that tells it; -1: a noun or a hint
    std::uint32_t token = 0;
    bool negated = false;
};

// Cooperation in words, and what is agreed in words.
bool is_verbal_cooperation(EventType type);
bool is_yielding(EventType type);
bool is_hostile(EventType type);

// The modes that REQUEST and REJECT share, by what is asked for or refused.
std::string asked_mode(const std::optional<Act>& act);
std::string threatened_mode(const Act& act);

}  // namespace entente::extract
