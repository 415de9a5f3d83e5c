#include "extract/actors/noun_sightings.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using Index = std::uint32_t;

}  // namespace

void NounSightings::add_collective(Index u) {
    const Unit& unit = at_.units[u];
    const PhraseReader::Lead lead = at_.lead_of_unit(unit);
    Index body = lead.of != Sighting::none ? lead.of : lead.possessor;
    Index last = unit.last;
    if (body == Sighting::none) {
        body = at_.of_part(unit.last, last);
    }
    if (body == Sighting::none) {
        body = at_.its_owner(lead);
    }
    const bool weak = unit.weak || noun_needs_owner(unit, lead, body);
    const std::size_t before = at_.sightings.size();
    if (lead.coordinated != Sighting::none) {
        // "Syrian and Russian forces": the Russian ones first, then the Syrian ones under the whole
        // phrase.
        push_collective(at_.units[lead.of].first, unit, lead, lead.of, last);
        push_collective(lead.first, unit, lead, lead.coordinated, last);
        weaken(before, weak, lead, unit);
        return;
    }
    push_collective(lead.first, unit, lead, body, last);
    at_.sighting_of[u] = static_cast<Index>(at_.sightings.size() - 1);
    if (lead.counted < lead.first) {
        push_collective(lead.counted, unit, lead, body, last);
        at_.sightings.back().same_as = at_.sighting_of[u];
    }
    weaken(before, weak, lead, unit);
}

void NounSightings::add_noun(Index u) {
    const Unit& unit = at_.units[u];
    if (const Index next = at_.unit_starting_at(unit.last);
        next != Sighting::none && is_name(at_.units[next].kind)) {
        return;  // "oil giant Petronas": the name has it
    }
    const PhraseReader::Lead lead = at_.lead_of_unit(unit);
    Index body = lead.of != Sighting::none ? lead.of : lead.possessor;
    Index last = unit.last;
    if (body == Sighting::none) {
        body = at_.of_part(unit.last, last);
    }
    if (at_.view.is(unit.first, "parties") && lead.first == unit.first) {
        return;  // to what, only the rest of the article tells
    }
    if (at_.word("place_noun", unit.first) && body != Sighting::none && at_.is_place(body)) {
        return;  // "the town of Ife"
    }
    const std::size_t before = at_.sightings.size();
    Sighting& sighting = at_.add(lead.first, std::max(last, unit.last), SightingKind::noun);
    sighting.mention.kind = MentionKind::description;
    sighting.mention.head = unit.last - 1;
    sighting.noun = unit.noun;
    sighting.plural = at_.view.sentence->tokens[unit.first].xpos.ends_with("S");
    sighting.country = body == Sighting::none ? at_.country_around(unit.last) : at_.country_of(body);
    sighting.body = body == Sighting::none ? Sighting::none : at_.sighting_of[body];
    sighting.definite = lead.definite && !lead.another;
    sighting.former = lead.former;
    sighting.same_as = apposed_to(unit);
    at_.sighting_of[u] = static_cast<Index>(before);
    weaken(before, true, lead, unit);
}

void NounSightings::weaken(std::size_t begin, bool weak, const PhraseReader::Lead& lead,
                           const Unit& unit) const {
    for (std::size_t s = begin; weak && s < at_.sightings.size(); ++s) {
        at_.sightings[s].weak = true;
        at_.sightings[s].noun_text = at_.noun_text(lead, unit);
    }
}

Index NounSightings::apposed_to(const Unit& unit) const {
    const Token& token = at_.view.sentence->tokens[unit.last - 1];
    if (token.deprel != "appos" || token.head < 0) {
        return Sighting::none;
    }
    const Index other = at_.unit_at[static_cast<std::size_t>(token.head)];
    return other == Sighting::none || at_.units[other].last > unit.first ? Sighting::none
                                                                         : at_.sighting_of[other];
}

bool NounSightings::noun_needs_owner(const Unit& unit, const PhraseReader::Lead& lead, Index body) {
    return !unit.collective->bare && body == Sighting::none && lead.of == Sighting::none &&
           lead.possessor == Sighting::none && lead.ethnic == Sighting::none;
}

void NounSightings::push_collective(Index first, const Unit& unit, const PhraseReader::Lead& lead, Index body,
                                    Index last) {
    const std::string country = body == Sighting::none ? at_.country_around(last) : at_.country_of(body);
    const Index body_sighting = body == Sighting::none ? Sighting::none : at_.sighting_of[body];
    Sighting& sighting = at_.add(first, std::max(last, unit.last), SightingKind::collective);
    sighting.mention.kind = MentionKind::description;
    sighting.mention.head = unit.last - 1;
    sighting.collective = unit.collective;
    sighting.country = country;
    sighting.body = body_sighting;
    sighting.definite = lead.definite;
    Index kind = unit.first;
    while (kind > lead.first && at_.unit_at[kind - 1] == Sighting::none &&
           at_.view.sentence->tokens[kind - 1].xpos.starts_with("NN") && !at_.view.possessive(kind - 1) &&
           !(kind > 1 && at_.view.joins(kind - 2))) {
        --kind;
    }
    sighting.kind_text = at_.text_of(kind, unit.first);
    sighting.kind_text += (kind < unit.first ? " " : "") + unit.collective->noun;
    if (country.empty() && body == Sighting::none && lead.ethnic != Sighting::none) {
        sighting.ethnic = at_.view.form(lead.ethnic);
    }
}

}  // namespace entente::extract
