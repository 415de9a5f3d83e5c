// An event of a sentence before it is a record: its trigger and who fills its roles, by mention.
#pragma once

#include "extract/events/predicate_lexicon.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract {

// Who fills a role, and how well.
struct Side {
    std::vector<std::uint32_t> mentions;  // of Clauses::mentions
    bool related = false;                 // only hangs on the phrase that fills the slot
};

struct Candidate {
    const Frame* frame = nullptr;  // that fired; nullptr: the reader alone found it
    EventType type = EventType::consult;
    std::string mode;
    Side actor;
    Side recipient;
    bool reciprocal = false;
    Status status = Status::reported;
    std::uint32_t trigger_first = 0;  // tokens
    std::uint32_t trigger_last = 0;
    std::uint32_t head = 0;
    std::uint32_t begin = 0;  // the clause
    std::uint32_t end = 0;
    bool noun = false;
    bool speaker_asks = false;  // "X said Y must": a request that no single word tells
    int read_percent = -1;      // the reader's probability; -1: not read
};

}  // namespace entente::extract
