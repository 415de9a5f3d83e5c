// What one article says: its actors, the relations and events between them, and where it says so.
//
// This is the door of the extract room: the one header of it that `graph` may open. Everything here is a
// plain value that can be printed, compared and made by hand in a test. Ontology: PLOVER, codebook 2021/2023
// (Open Event Data Alliance).
//
// Spans count UTF-8 bytes, half open, in the article's text as it was given (`Extraction::text`).
#pragma once

#include "extract/date.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

struct ByteSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const ByteSpan&) const = default;

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
};

// The bytes of `text` that `span` covers; a span that reaches outside is cut to the text.
std::string_view slice(std::string_view text, ByteSpan span);

// What a node is. The order is part of the stored bytes: append only.
enum class ActorType : std::uint8_t { person, country, organization, group, place };

// PLOVER's sixteen event types. The order is part of the stored bytes: append only.
enum class EventType : std::uint8_t {
    agree,
    consult,
    support,
    concede,
    cooperate,
    aid,
    retreat,
    request,
    accuse,
    reject,
    threaten,
    sanction,
    protest,
    mobilize,
    coerce,
    assault
};

// PLOVER's auxiliary modes: how real the happening is said to be. `reported` is printed as null.
enum class Status : std::uint8_t { reported, historical, future, hypothetical, negation };

// Standing facts. The order is part of the stored bytes: append only.
enum class RelationType : std::uint8_t { holds_office, member_of, part_of, affiliated_with };

// Names as the output has them: "person", "AGREE", "" for Status::reported, "holds_office".
std::string_view name(ActorType type);
std::string_view name(EventType type);
std::string_view name(Status status);
std::string_view name(RelationType type);

// The way back, in any case of letters; nullopt for a name that is none.
std::optional<ActorType> actor_type(std::string_view name);
std::optional<EventType> event_type(std::string_view name);
std::optional<Status> status(std::string_view name);
std::optional<RelationType> relation_type(std::string_view name);

// All of a kind, in the order of the enumeration: for help texts and error messages.
std::span<const EventType> all_event_types();

// PLOVER's quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
// SANCTION is 4, as the codebook's section on it says (its README says 3).
int quad_class(EventType type);

// One actor of one article: a node. Ids are unique within the article.
struct Actor {
    std::string id;    // slug of the name: "sergei-lavrov"
    std::string name;  // canonical, without titles
    ActorType type = ActorType::person;
    std::string country;               // ISO 3166-1 alpha-3, or IGO UNO EUR NGO IMG MNC ISM; "" unknown
    std::vector<std::string> sectors;  // PLOVER sector codes, most telling first
    std::vector<std::string>
        mentions;                 // distinct surface forms without pronouns, in order of first appearance
    std::vector<ByteSpan> spans;  // every mention, pronouns too, in order of the text
    std::string resolved;         // how the names were resolved: "lexicon", "name", "surname", ...

    bool operator==(const Actor&) const = default;
};

// A standing fact between two actors of the article.
struct Relation {
    RelationType type = RelationType::holds_office;
    std::string from;
    std::string to;
    std::string label;       // the role in the article's words
    std::string evidence;    // the sentence
    ByteSpan evidence_span;  // where it stands
    bool derived = false;    // the coding implies it, no sentence states it
    bool ended = false;      // the text says that the tie has ended

    bool operator==(const Relation&) const = default;
};

// One place in the article that tells a happening.
struct Event {
    EventType type = EventType::consult;
    std::string mode;                     // PLOVER mode in lower case, "" for none
    std::vector<std::string> actors;      // ids; of a reciprocal event all participants
    std::vector<std::string> recipients;  // ids
    Status status = Status::reported;
    Date date;          // of the happening
    std::string place;  // id of a place or country, "" unknown
    std::string evidence;
    ByteSpan evidence_span;
    std::string trigger;
    ByteSpan trigger_span;
    std::int16_t score_tenths = 0;        // PLOVER's conflict-cooperation score times ten
    std::string cameo;                    // CAMEO code: a string, "042"; "" unknown
    std::vector<std::string> contexts;    // PLOVER contexts, sorted
    std::string fired;                    // the frame or reader that coded it
    std::uint8_t confidence_percent = 0;  // 0..100

    bool operator==(const Event&) const = default;
};

// Everything one article says, with the article's own particulars.
struct Extraction {
    std::string id;   // the input record's own id; for a file its name without folder and ending
    std::string doc;  // the file it came from, as given
    std::string title;
    Date date;  // of publication; never today for want of one
    std::string source;
    std::string url;
    std::string language;  // ISO 639-1, "" unknown
    std::string text;      // as given (HTML: the main text); what every span points into
    std::vector<Actor> actors;
    std::vector<Relation> relations;
    std::vector<Event> events;

    bool operator==(const Extraction&) const = default;
};

}  // namespace entente::extract
