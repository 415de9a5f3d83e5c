#include "extract/actors/phrase_reader.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using Index = std::uint32_t;

bool is_number(std::string_view form) {
    return !form.empty() && form.front() >= '0' && form.front() <= '9' &&
           std::all_of(form.begin(), form.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
}

}  // namespace

bool is_name(UnitKind kind) {
    return kind != UnitKind::title && kind != UnitKind::collective && kind != UnitKind::noun;
}

PhraseReader::PhraseReader(const SentenceView& view_read, const std::vector<Unit>& units_found,
                           const Lexicons& lexicons_known, std::vector<Sighting>& sightings_so_far)
    : view(view_read), units(units_found), lexicons(lexicons_known), sightings(sightings_so_far) {
    sighting_of.assign(units.size(), Sighting::none);
    unit_at.assign(view.size(), Sighting::none);
    for (Index u = 0; u < units.size(); ++u) {
        for (Index t = units[u].first; t < units[u].last; ++t) {
            unit_at[t] = u;
        }
    }
}

bool PhraseReader::word(std::string_view kind, Index at) const {
    return at < view.size() && lexicons.word(kind, view.lower[at]);
}

Index PhraseReader::unit_ending_at(Index last) const {
    return last > 0 && unit_at[last - 1] != Sighting::none && units[unit_at[last - 1]].last == last
               ? unit_at[last - 1]
               : Sighting::none;
}

Index PhraseReader::unit_starting_at(Index first) const {
    return first < view.size() && unit_at[first] != Sighting::none && units[unit_at[first]].first == first
               ? unit_at[first]
               : Sighting::none;
}

std::string PhraseReader::text_of(Index first, Index last) const {
    std::string text;
    for (Index t = first; t < last; ++t) {
        text += view.form(t);
        if (t + 1 < last && view.sentence->tokens[t].space_after) {
            text += ' ';
        }
    }
    return text;
}

bool PhraseReader::counts(Index at) const {
    return is_number(view.form(at)) || word("count", at);
}

std::string PhraseReader::country_of(Index u) const {
    return u == Sighting::none || sighting_of[u] == Sighting::none ? std::string{}
                                                                   : sightings[sighting_of[u]].country;
}

std::string PhraseReader::country_around(Index last) const {
    if (!(view.is(last, "in") || view.is(last, "near"))) {
        return {};
    }
    Index at = last + 1;
    while (at < view.size() && at - last < 5 && unit_at[at] == Sighting::none &&
           (view.is(at, "the") || word("direction", at) || word("place_noun", at) || view.is(at, "of"))) {
        ++at;
    }
    return country_of(unit_starting_at(at));
}

Sighting& PhraseReader::add(Index first, Index last, SightingKind kind) {
    Sighting sighting;
    sighting.mention = {view.index, first, last, last - 1, MentionKind::name, 0, view.span(first, last),
                        false,      false};
    sighting.kind = kind;
    sighting.text = text_of(first, last);
    sightings.push_back(std::move(sighting));
    return sightings.back();
}

PhraseReader::Lead PhraseReader::lead_of_unit(const Unit& unit) {
    head_ = unit.last - 1;
    const Lead lead = lead_of(unit.first);
    head_ = Sighting::none;
    return lead;
}

std::string PhraseReader::noun_text(const Lead& lead, const Unit& unit) const {
    Index first = unit.first;
    while (first > lead.first &&
           (unit_at[first - 1] == Sighting::none || !is_name(units[unit_at[first - 1]].kind)) &&
           !view.possessive(first - 1) && !counts(first - 1) && !view.is(first - 1, "and")) {
        --first;
    }
    while (first < unit.first && view.joins(first)) {
        ++first;
    }
    return text_of(first, unit.last);
}

Index PhraseReader::of_part(Index at, Index& last) const {
    if (!(view.is(at, "of") || view.is(at, "for") || view.is(at, "to") || view.is(at, "at"))) {
        return Sighting::none;
    }
    Index i = at + 1;
    while (i < view.size() && i - at < 8 && unit_starting_at(i) == Sighting::none &&
           (word("leading_determiner", i) || is_modifier_word(i) || view.joins(i) || view.joins(i + 1) ||
            (i > 0 && view.joins(i - 1)))) {
        ++i;
    }
    Index u = unit_starting_at(i);
    if (u == Sighting::none) {
        return Sighting::none;
    }
    // "of the Indonesian military": the collective says it, the adjective before it only helps.
    while (units[u].kind != UnitKind::title && unit_starting_at(units[u].last) != Sighting::none &&
           (units[u].kind == UnitKind::adjective || units[u].kind == UnitKind::country) &&
           units[unit_starting_at(units[u].last)].kind == UnitKind::collective) {
        u = unit_starting_at(units[u].last);
    }
    if (view.possessive(units[u].last)) {
        u = possessed(u);
    }
    if (u == Sighting::none || units[u].kind == UnitKind::title || units[u].kind == UnitKind::adjective) {
        return Sighting::none;
    }
    last = units[u].last;
    return u;
}

Index PhraseReader::its_owner(const Lead& lead) const {
    const bool owned = lead.first > 0 && (view.is(lead.first - 1, "its") || view.is(lead.first - 1, "their"));
    if (!owned) {
        return Sighting::none;
    }
    for (Index u = 0; u < units.size() && units[u].last < lead.first; ++u) {
        const UnitKind kind = units[u].kind;
        const bool fits = kind == UnitKind::organization || kind == UnitKind::unknown_organization ||
                          kind == UnitKind::country;
        if (fits && sighting_of[u] != Sighting::none) {
            return u;
        }
    }
    return Sighting::none;
}

bool PhraseReader::is_person(Index u) const {
    return units[u].kind == UnitKind::person || (units[u].kind == UnitKind::unknown && units[u].certain);
}

bool PhraseReader::is_place(Index u) const {
    const UnitKind kind = units[u].kind;
    return kind == UnitKind::place || kind == UnitKind::seat || kind == UnitKind::unknown_place ||
           (sighting_of[u] != Sighting::none && sightings[sighting_of[u]].mention.as_place);
}

PhraseReader::Lead PhraseReader::lead_of(Index head) const {
    Lead lead;
    Index at = head;
    while (at > 0) {
        const Index before = unit_ending_at(at);
        if (before != Sighting::none && is_modifier_unit(before)) {
            // "U.N. Syria envoy" serves the U.N.
            const bool outer_body = units[before].kind == UnitKind::organization &&
                                    lead.of != Sighting::none &&
                                    units[lead.of].kind != UnitKind::organization;
            lead.of = lead.of == Sighting::none || outer_body ? before : lead.of;
            at = units[before].first;
            at = over_coordination(at, lead);
        } else if (at >= 2 && view.possessive(at - 1) && unit_ending_at(at - 1) != Sighting::none &&
                   is_name(units[unit_ending_at(at - 1)].kind)) {
            lead.possessor = unit_ending_at(at - 1);
            at = start_of_possessor(lead.possessor);
            lead.definite = true;
            break;
        } else if (is_modifier_word(at - 1) || tree_modifier(at - 1, head)) {
            lead.former = lead.former || word("former", at - 1);
            lead.ethnic = word("ethnic", at - 1) && view.capital[at - 1] ? at - 1 : lead.ethnic;
            lead.another = lead.another || is_number(view.form(at - 1)) || word("count", at - 1);
            --at;
        } else if (at >= 2 && view.joins(at - 1)) {
            at -= 2;  // "U.S.-backed" in three tokens
        } else {
            break;
        }
    }
    lead.first = at;
    set_count(lead, head);
    if (at > 0) {
        lead.definite = lead.definite || word("definite", at - 1);
        lead.another = lead.another || word("indefinite", at - 1);
    }
    return lead;
}

void PhraseReader::set_count(Lead& lead, Index head) const {
    Index end = lead.first;
    while (end < head && unit_at[end] == Sighting::none && counts(end)) {
        ++end;
    }
    Index begin = lead.first;
    if (end == lead.first && begin >= 2 && view.is(begin - 1, "of") && counts(begin - 2)) {
        begin -= 2;
    }
    while (begin > 0 && unit_at[begin - 1] == Sighting::none && (begin < end || begin < lead.first) &&
           (counts(begin - 1) || word("approximately", begin - 1))) {
        --begin;
    }
    lead.counted = begin;
    lead.first = end;
}

bool PhraseReader::is_modifier_unit(Index u) const {
    const UnitKind kind = units[u].kind;
    return kind == UnitKind::adjective || kind == UnitKind::country || kind == UnitKind::organization ||
           kind == UnitKind::unknown_organization || kind == UnitKind::people || kind == UnitKind::seat ||
           kind == UnitKind::place || kind == UnitKind::person || kind == UnitKind::unknown;
}

Index PhraseReader::start_of_possessor(Index u) const {
    // "President Bashar al-Assad's government": the title is part of the possessor.
    const Index before = unit_ending_at(units[u].first);
    if (units[u].kind == UnitKind::person && before != Sighting::none &&
        units[before].kind == UnitKind::title) {
        return lead_of(units[before].first).first;
    }
    return units[u].first;
}

Index PhraseReader::over_coordination(Index at, Lead& lead) const {
    if (at >= 2 && view.is(at - 1, "and") && lead.coordinated == Sighting::none) {
        const Index other = unit_ending_at(at - 1);
        if (other != Sighting::none &&
            (units[other].kind == UnitKind::adjective || units[other].kind == UnitKind::country) &&
            lead.of != Sighting::none && units[lead.of].kind != UnitKind::person) {
            lead.coordinated = other;
            return units[other].first;
        }
    }
    return at;
}

bool PhraseReader::is_modifier_word(Index at) const {
    if (unit_at[at] != Sighting::none && is_name(units[unit_at[at]].kind)) {
        return false;
    }
    return (word("modifier", at) && !word("leading_determiner", at)) || is_number(view.form(at)) ||
           word("ethnic", at) || (view.lower[at].size() > 7 && view.lower[at].ends_with("-backed"));
}

bool PhraseReader::tree_modifier(Index at, Index head) const {
    const bool name = unit_at[at] != Sighting::none && is_name(units[unit_at[at]].kind);
    return !name && !word("leading_determiner", at) && head_ != Sighting::none &&
           view.sentence->tokens[at].xpos != "VBG" && view.modifies(at, head_) && at < head;
}

Index PhraseReader::possessed(Index u) const {
    Index at = units[u].last + 1;
    while (at < view.size() && at - units[u].last < 5 && unit_starting_at(at) == Sighting::none &&
           is_modifier_word(at)) {
        ++at;
    }
    const Index owned = unit_starting_at(at);
    return owned != Sighting::none && units[owned].kind == UnitKind::collective ? owned : Sighting::none;
}

}  // namespace entente::extract
