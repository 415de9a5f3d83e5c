#include "extract/records.hpp"

#include <algorithm>
#include <array>

namespace entente::extract {

namespace {

constexpr std::array<std::string_view, 5> actor_type_names = {"person", "country", "organization", "group",
                                                              "place"};
constexpr std::array<std::string_view, 16> event_type_names = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE",  "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "SANCTION", "PROTEST",   "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr std::array<std::string_view, 5> status_names = {"", "historical", "future", "hypothetical",
                                                          "negation"};
constexpr std::array<std::string_view, 4> relation_type_names = {"holds_office", "member_of", "part_of",
                                                                 "affiliated_with"};
constexpr std::array<int, 16> quad_classes = {1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4};

constexpr std::array<EventType, 16> event_types = {
    EventType::agree,     EventType::consult,  EventType::support,  EventType::concede,
    EventType::cooperate, EventType::aid,      EventType::retreat,  EventType::request,
    EventType::accuse,    EventType::reject,   EventType::threaten, EventType::sanction,
    EventType::protest,   EventType::mobilize, EventType::coerce,   EventType::assault};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_letters(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

template <typename Enum, std::size_t N>
std::optional<Enum> by_name(const std::array<std::string_view, N>& names, std::string_view wanted) {
    const auto* const found =
        std::ranges::find_if(names, [&](std::string_view name) { return same_letters(name, wanted); });
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

template <typename Enum, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view slice(std::string_view text, ByteSpan span) {
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
    return text.substr(begin, end - begin);
}

std::string_view name(ActorType type) {
    return name_in(actor_type_names, type);
}

std::string_view name(EventType type) {
    return name_in(event_type_names, type);
}

std::string_view name(Status status) {
    return name_in(status_names, status);
}

std::string_view name(RelationType type) {
    return name_in(relation_type_names, type);
}

std::optional<ActorType> actor_type(std::string_view name) {
    return by_name<ActorType>(actor_type_names, name);
}

std::optional<EventType> event_type(std::string_view name) {
    return by_name<EventType>(event_type_names, name);
}

std::optional<Status> status(std::string_view name) {
    return by_name<Status>(status_names, name);
}

std::optional<RelationType> relation_type(std::string_view name) {
    return by_name<RelationType>(relation_type_names, name);
}

std::span<const EventType> all_event_types() {
    return event_types;
}

int quad_class(EventType type) {
    return quad_classes.at(static_cast<std::size_t>(type));
}

}  // namespace entente::extract
