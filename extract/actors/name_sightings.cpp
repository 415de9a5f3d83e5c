#include "extract/actors/name_sightings.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using Index = std::uint32_t;

}  // namespace

void NameSightings::add_name(Index u) {
    const Unit& unit = at_.units[u];
    at_.sighting_of[u] = static_cast<Index>(at_.sightings.size());
    switch (unit.kind) {
        case UnitKind::person:
            add_person(unit);
            break;
        case UnitKind::unknown_organization:
            add_organization(unit);
            break;
        case UnitKind::unknown_place:
            at_.add(unit.first, unit.last, SightingKind::place).mention.as_place = true;
            break;
        case UnitKind::unknown:
            add_unknown(u);
            break;
        default:
            add_known(u);
            break;
    }
}

void NameSightings::add_person(const Unit& unit) {
    Sighting& sighting = at_.add(unit.first, unit.last, SightingKind::person);
    const bool owned = unit.first > 1 && at_.view.possessive(unit.first - 1);
    const Index before = at_.unit_ending_at(owned ? unit.first - 1 : unit.first);
    if (before != Sighting::none && (owned ? at_.units[before].kind == UnitKind::country
                                           : at_.units[before].kind == UnitKind::adjective)) {
        sighting.country = at_.lexicons.actor(at_.units[before].known).country;
    }
    Index at = unit.last + (at_.view.is(unit.last, ",") ? 1U : 0U);
    if (!at_.view.is(at, "of") && !at_.view.is(at, "from")) {
        return;
    }
    at += at_.view.is(at + 1, "the") ? 2U : 1U;
    const Index body = at_.unit_starting_at(at);
    if (body != Sighting::none && (at_.units[body].kind == UnitKind::organization ||
                                   at_.units[body].kind == UnitKind::unknown_organization)) {
        comes_from_.emplace_back(at_.sighting_of.at(at_.unit_at[unit.first]), body);
    }
}

void NameSightings::link_bodies() {
    for (const auto& [person, body] : comes_from_) {
        if (at_.sightings[person].body == Sighting::none && at_.sighting_of[body] != Sighting::none) {
            at_.sightings[person].body = at_.sighting_of[body];
        }
    }
}

void NameSightings::add_place_description(Index u) {
    Index noun = at_.units[u].first;
    noun -= noun > 1 && at_.view.is(noun - 1, "of") ? 1U : 0U;
    if (noun == 0 || !at_.word("place_noun", noun - 1) ||
        (at_.unit_at[noun - 1] != Sighting::none &&
         at_.units[at_.unit_at[noun - 1]].kind != UnitKind::noun)) {
        return;
    }
    const PhraseReader::Lead lead = at_.lead_of(noun - 1);
    const Index name = at_.sighting_of[u];
    const Index whole = lead.of != Sighting::none ? lead.of : lead.possessor;
    if (whole != Sighting::none) {
        at_.sightings[name].body = at_.sighting_of[whole];
        at_.sightings[name].title_text = at_.text_of(lead.first, noun);
    }
    const Sighting copy = at_.sightings[name];
    Sighting& described = at_.add(lead.first, at_.units[u].last, copy.kind);
    const Mention mention = described.mention;
    described = copy;
    described.mention = mention;
    described.mention.as_place = true;
    described.same_as = name;
    if (described.kind == SightingKind::known) {
        described.same_as = Sighting::none;
    }
}

void NameSightings::add_unknown(Index u) {
    const Unit& unit = at_.units[u];
    Sighting& sighting = at_.add(unit.first, unit.last, SightingKind::unknown);
    sighting.certain = unit.certain;
    const Index next = at_.unit_starting_at(unit.last);
    const bool leads = next != Sighting::none && !is_name(at_.units[next].kind);
    sighting.learned = leads ? UnitKind::unknown : unit.learned;  // "the Clinton administration"
}

void NameSightings::add_organization(const Unit& unit) {
    Sighting& sighting = at_.add(unit.first, unit.last, SightingKind::organization);
    if (unit.known != Lexicons::none) {
        sighting.country = at_.lexicons.actor(unit.known).country;
    }
    for (Index at = unit.first; at < unit.last && sighting.country.empty(); ++at) {
        sighting.country = country_within(at, unit.last);
    }
}

std::string NameSightings::country_within(Index at, Index last) const {
    for (const NameMatch& match : at_.lexicons.names_at(at_.view.sentence->tokens, at_.view.keys, at)) {
        const KnownActor& known = at_.lexicons.actor(match.actor);
        if (at + match.tokens <= last && match.sense != Sense::people &&
            (known.type == ActorType::country || known.type == ActorType::place)) {
            return known.country;
        }
    }
    return {};
}

void NameSightings::add_known(Index u) {
    const Unit& unit = at_.units[u];
    Sighting& sighting = at_.add(unit.first, unit.last, SightingKind::known);
    sighting.known = unit.known;
    const ActorType type = at_.lexicons.actor(unit.known).type;
    sighting.mention.modifies = unit.kind == UnitKind::adjective || modifies(u);
    sighting.weak = unit.kind == UnitKind::adjective && type == ActorType::place;  // "West African leaders"
    if (unit.kind == UnitKind::seat) {
        sighting.mention.as_place = stands_as_place(unit);
        if (sighting.mention.as_place && unit.place != Lexicons::none) {
            sighting.known = unit.place;
        }
    } else {
        sighting.mention.as_place =
            type == ActorType::place || (type == ActorType::country && after_locative(unit.first));
    }
    sighting.country = at_.lexicons.actor(sighting.known).country;
}

bool NameSightings::modifies(Index u) const {
    const Unit& unit = at_.units[u];
    const Index next = at_.unit_starting_at(unit.last);
    if (next != Sighting::none) {
        return at_.units[next].kind == UnitKind::title || at_.units[next].kind == UnitKind::collective;
    }
    return at_.word("modified_noun", unit.last);
}

bool NameSightings::after_locative(Index first) const {
    Index before = first;
    while (before > 0 && first - before < 3 &&
           (at_.view.is(before - 1, "the") || at_.word("direction", before - 1))) {
        --before;
    }
    return before > 0 && (at_.word("locative", before - 1) || (at_.view.is(before - 1, "of") && before > 1 &&
                                                               at_.word("place_noun", before - 2)));
}

bool NameSightings::told_to_country(const Unit& unit) const {
    const auto& tokens = at_.view.sentence->tokens;
    const Token& name = tokens[unit.last - 1];
    if (!name.deprel.starts_with("nmod") || name.head < 0) {
        return false;
    }
    const auto noun = static_cast<Index>(name.head);
    return at_.word("country_source", noun) && noun < unit.first;
}

bool NameSightings::stands_as_place(const Unit& unit) const {
    if (after_locative(unit.first)) {
        return true;
    }
    if (unit.first == 0 && at_.view.is(unit.last, ",")) {
        return true;
    }
    const Index before = unit.first;
    if (before > 0 && (at_.view.is(before - 1, "to") || at_.view.is(before - 1, "from"))) {
        return !told_to_country(unit) && (before < 2 || !at_.word("country_source", before - 2));
    }
    if (before > 1 && at_.view.is(before - 1, "for") && at_.word("leaves", before - 2)) {
        return true;
    }
    if (at_.word("place_after", unit.last) ||
        (before > 0 && at_.view.is(before - 1, ",") && before > 1 &&
         at_.unit_at[before - 2] != Sighting::none &&
         at_.units[at_.unit_at[before - 2]].kind == UnitKind::unknown_place)) {
        return true;
    }
    const Index next = at_.unit_starting_at(unit.last);
    return next != Sighting::none && at_.units[next].kind == UnitKind::title &&
           !at_.units[next].title->honorific && at_.units[next].title->body != OfficeBody::country;
}

}  // namespace entente::extract
