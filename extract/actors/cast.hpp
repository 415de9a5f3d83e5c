// The cast of an article: who is mentioned where, and which mentions are one actor.
//
// Made by find_actors from a read document; the event coder and the relation finder look actors up in it by
// token.
#pragma once

#include "extract/document.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract {

enum class MentionKind : std::uint8_t { name, description, pronoun };

// One place where the text speaks of an actor. Tokens [first, last) of one sentence; `head` names the token
// that carries it ("Kerry" of "US Secretary of State John Kerry").
struct Mention {
    std::uint32_t sentence = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t head = 0;
    MentionKind kind = MentionKind::name;
    std::uint32_t actor = 0;  // index into Cast::actors
    ByteSpan span;            // in the clean text
    bool as_place = false;    // stands for a location ("talks in Moscow"), never acts
    bool modifies = false;  // a demonym or name that only modifies another noun ("Syrian" in "Syrian crisis")

    bool operator==(const Mention&) const = default;
};

struct Cast {
    // Spans and mentions filled in, in the clean text's offsets; in order of first mention.
    std::vector<Actor> actors;
    // In order of the text; of nested ones the longer first.
    std::vector<Mention> mentions;
    // Actors that only a noun speaks of ("two shepherds", "the court"), as indices in rising order: they are
    // worth a node if an event names them, see bystanders.hpp.
    std::vector<std::uint32_t> bystanders;
    // Evidence spans in the clean text's offsets.
    std::vector<Relation> relations;
};

}  // namespace entente::extract
