#include "extract/actors/title_sightings.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using Index = std::uint32_t;

}  // namespace

void TitleSightings::add_title(Index u) {
    const Unit& unit = at_.units[u];
    const PhraseReader::Lead lead = at_.lead_of_unit(unit);
    Index last = unit.last;
    Index body = at_.of_part(unit.last, last);
    const bool of = at_.view.is(unit.last, "of");
    const Index after_title = at_.unit_starting_at(last);
    if (body != Sighting::none && at_.units[body].kind == UnitKind::person) {
        body = Sighting::none;
        last = unit.last;
    }
    const Index named = person_beside(after_title, last);
    if (!of && (lead.of != Sighting::none || lead.possessor != Sighting::none)) {
        body = Sighting::none;  // "US ambassador to Germany" serves the US
    }
    if (body == Sighting::none) {
        body = owner_by_pronoun(unit, lead);
    }
    if (named != Sighting::none) {
        add_titled_name(unit, lead, body, last, named);
        return;
    }
    if (unit.title->honorific || is_part_of_other_title(u)) {
        return;
    }
    add_office(unit, lead, body, last);
}

Index TitleSightings::owner_by_pronoun(const Unit& unit, const PhraseReader::Lead& lead) const {
    return unit.title->body == OfficeBody::none ? Sighting::none : at_.its_owner(lead);
}

Index TitleSightings::person_beside(Index u, Index last) const {
    if (u == Sighting::none || at_.units[u].first != last) {
        return Sighting::none;
    }
    const UnitKind kind = at_.units[u].kind;
    if (kind == UnitKind::person || kind == UnitKind::unknown) {
        return u;
    }
    if (kind == UnitKind::title && at_.view.capital[at_.units[u].first]) {
        return person_beside(at_.unit_starting_at(at_.units[u].last),
                             at_.units[u].last);  // "military ruler Gen. Abacha"
    }
    return Sighting::none;
}

bool TitleSightings::is_part_of_other_title(Index u) const {
    const Index before = at_.unit_ending_at(at_.units[u].first);
    return before != Sighting::none && at_.units[before].kind == UnitKind::title;
}

void TitleSightings::add_titled_name(const Unit& unit, const PhraseReader::Lead& lead, Index body, Index,
                                     Index named) {
    const Index name = at_.sighting_of[named];
    Sighting& person = at_.sightings[name];
    person.kind = SightingKind::person;
    describe(person, unit, lead, body);
    if (lead.first < at_.units[named].first) {
        const Sighting copy = person;
        Sighting& whole = at_.add(lead.first, at_.units[named].last, SightingKind::person);
        const Mention mention = whole.mention;
        whole = copy;
        whole.mention = mention;
        whole.same_as = name;
    }
}

void TitleSightings::describe(Sighting& person, const Unit& unit, const PhraseReader::Lead& lead,
                              Index body) const {
    const bool outranked = person.title != nullptr && (unit.title->honorific || !person.title->honorific) &&
                           person.title->body != OfficeBody::none;
    if (outranked) {
        return;
    }
    person.title = unit.title;
    person.title_text = at_.text_of(unit.first, unit.last);
    person.former = lead.former || at_.view.lower[unit.first].starts_with("ex-") ||
                    at_.view.lower[unit.first] == "former";
    const Index of = body != Sighting::none ? body : lead.of != Sighting::none ? lead.of : lead.possessor;
    person.body = of == Sighting::none ? person.body : at_.sighting_of[of];
    for (const Index u : {lead.of, lead.possessor, body}) {
        if (const std::string country = at_.country_of(u); !country.empty() && person.country.empty()) {
            person.country = country;
        }
    }
}

void TitleSightings::add_office(const Unit& unit, const PhraseReader::Lead& lead, Index body, Index last) {
    Sighting office;
    describe(office, unit, lead, body);
    Index apposed = apposition(lead, last);
    if (apposed == Sighting::none) {
        apposed = apposed_by_tree(unit);
    }
    Sighting& sighting = at_.add(lead.first, last, SightingKind::office);
    const Mention mention = sighting.mention;
    const std::string text = sighting.text;
    sighting = office;
    sighting.mention = mention;
    sighting.text = text;
    sighting.kind = SightingKind::office;
    sighting.mention.kind = MentionKind::description;
    sighting.mention.head = unit.last - 1;
    sighting.definite = (lead.definite || at_.view.capital[unit.first]) && !lead.another;
    sighting.weak = unit.weak;
    sighting.noun_text = at_.noun_text(lead, unit);
    if (apposed != Sighting::none) {
        sighting.same_as = at_.sighting_of[apposed];
        sighting.apposed = true;
        Sighting& person = at_.sightings[at_.sighting_of[apposed]];
        person.kind = SightingKind::person;
        describe(person, unit, lead, body);
    }
}

Index TitleSightings::apposition(const PhraseReader::Lead& lead, Index last) const {
    Index before = lead.first;
    while (before > 0 && (at_.word("leading_determiner", before - 1) || at_.word("apposition", before - 1))) {
        --before;
    }
    if (before > 1 && at_.view.is(before - 1, ",")) {
        const Index u = at_.unit_ending_at(before - 1);
        if (u != Sighting::none && at_.is_person(u)) {
            return u;
        }
    }
    if (at_.view.is(last, ",") && !follows_list(last)) {
        Index u = at_.unit_starting_at(last + 1);
        while (u != Sighting::none && at_.units[u].kind == UnitKind::title &&
               at_.view.capital[at_.units[u].first]) {
            u = at_.unit_starting_at(at_.units[u].last);
        }
        if (u != Sighting::none && at_.is_person(u) &&
            (at_.view.is(at_.units[u].last, ",") || !lead.another)) {
            return u;
        }
    }
    return Sighting::none;
}

Index TitleSightings::apposed_by_tree(const Unit& unit) const {
    const auto& tokens = at_.view.sentence->tokens;
    const Index head = unit.last - 1;
    if (tokens[head].deprel == "appos" && tokens[head].head >= 0) {
        const Index u = at_.unit_at[static_cast<std::size_t>(tokens[head].head)];
        return u != Sighting::none && at_.is_person(u) ? u : Sighting::none;
    }
    for (Index at = unit.last; at < at_.view.size() && at - head < 20; ++at) {
        const Index u = at_.unit_at[at];
        if (tokens[at].deprel == "appos" && tokens[at].head == static_cast<std::int32_t>(head) &&
            u != Sighting::none && at_.is_person(u)) {
            return u;
        }
    }
    return Sighting::none;
}

bool TitleSightings::follows_list(Index comma) const {
    const Index u = at_.unit_starting_at(comma + 1);
    return u != Sighting::none &&
           (at_.view.is(at_.units[u].last, "and") || at_.view.is(at_.units[u].last, "or"));
}

}  // namespace entente::extract
