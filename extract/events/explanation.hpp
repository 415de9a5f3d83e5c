// Why a sentence codes the events it codes, or none: what `entente extract --explain` prints.
//
// Plain records, made on request (code_events). Spans are those of the events beside them.
#pragma once

#include "extract/records.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// What kept a sentence from coding an event.
enum class Stopped : std::uint8_t {
    coded,         // nothing did
    language,      // the article is in another language
    boilerplate,   // a caption, byline, button or advertisement that is no full sentence
    no_predicate,  // no word that a frame or the reader knows tells an event
    statement,     // somebody only says something
    doubted,       // the frames code an event, the reader does not believe it
    no_party       // an event is told, of nobody that the cast knows
};

std::string_view name(Stopped stopped);  // "no predicate"

// An event, or the one that came nearest to being one.
struct Reading {
    EventType type = EventType::consult;
    std::string trigger;
    std::string fired;                    // frame id, "reader" where no frame fits
    std::uint8_t confidence_percent = 0;  // of one that was not coded: the reader's
};

struct SentenceExplanation {
    ByteSpan span;
    std::string sentence;
    Stopped stopped = Stopped::coded;
    std::vector<Reading> events;     // that it codes
    std::optional<Reading> nearest;  // where it codes none: what came nearest, if anything did
};

}  // namespace entente::extract
