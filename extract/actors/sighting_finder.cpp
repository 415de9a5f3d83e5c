// Units become sightings in three steps: names stand for themselves; a title is read with the modifiers
// before it, the "of" after it and the name beside it; a collective noun with its modifiers and possessor.
#include "extract/actors/sighting.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using Index = std::uint32_t;

bool is_name(UnitKind kind) {
    return kind != UnitKind::title && kind != UnitKind::collective && kind != UnitKind::noun;
}

bool is_number(std::string_view form) {
    return !form.empty() && form.front() >= '0' && form.front() <= '9' &&
           std::all_of(form.begin(), form.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
}

class SightingFinder {
 public:
    SightingFinder(const SentenceView& view, const std::vector<Unit>& units, const Lexicons& lexicons,
                   std::vector<Sighting>& sightings)
        : view_(view), units_(units), lexicons_(lexicons), sightings_(sightings) {
        sighting_of_.assign(units.size(), Sighting::none);
        unit_at_.assign(view.size(), Sighting::none);
        for (Index u = 0; u < units.size(); ++u) {
            for (Index t = units[u].first; t < units[u].last; ++t) {
                unit_at_[t] = u;
            }
        }
    }

    void find() {
        for (Index u = 0; u < units_.size(); ++u) {
            if (is_name(units_[u].kind)) {
                add_name(u);
            }
        }
        for (Index u = 0; u < units_.size(); ++u) {
            if (sighting_of_[u] != Sighting::none && sightings_[sighting_of_[u]].mention.as_place) {
                add_place_description(u);
            }
        }
        for (Index u = 0; u < units_.size(); ++u) {
            if (units_[u].kind == UnitKind::collective) {
                add_collective(u);
            }
        }
        for (Index u = 0; u < units_.size(); ++u) {
            if (units_[u].kind == UnitKind::title) {
                add_title(u);
            }
        }
        for (Index u = 0; u < units_.size(); ++u) {
            if (units_[u].kind == UnitKind::noun) {
                add_noun(u);
            }
        }
    }

 private:
    // The words that lead up to a head noun: what they name and where they begin.
    struct Lead {
        Index first = 0;                   // first token, determiners left out
        Index counted = 0;                 // first token of the count before it ("nearly 6,000", "dozens of")
        Index of = Sighting::none;         // unit of the nearest name among the modifiers
        Index ethnic = Sighting::none;     // token of "Kurdish", "European"
        Index possessor = Sighting::none;  // unit of the possessor
        Index coordinated = Sighting::none;  // unit of "Syrian" in "Syrian and Russian forces"
        bool definite = false;
        bool former = false;
        bool another = false;  // "an", "another", a number: somebody not yet spoken of
    };

    [[nodiscard]] bool word(std::string_view kind, Index at) const {
        return at < view_.size() && lexicons_.word(kind, view_.lower[at]);
    }
    [[nodiscard]] Index unit_ending_at(Index last) const {
        return last > 0 && unit_at_[last - 1] != Sighting::none && units_[unit_at_[last - 1]].last == last
                   ? unit_at_[last - 1]
                   : Sighting::none;
    }
    [[nodiscard]] Index unit_starting_at(Index first) const {
        return first < view_.size() && unit_at_[first] != Sighting::none &&
                       units_[unit_at_[first]].first == first
                   ? unit_at_[first]
                   : Sighting::none;
    }

    // Names.

    Sighting& add(Index first, Index last, SightingKind kind) {
        Sighting sighting;
        sighting.mention = {view_.index, first, last, last - 1, MentionKind::name, 0, view_.span(first, last),
                            false,       false};
        sighting.kind = kind;
        sighting.text = text_of(first, last);
        sightings_.push_back(std::move(sighting));
        return sightings_.back();
    }

    [[nodiscard]] std::string text_of(Index first, Index last) const {
        std::string text;
        for (Index t = first; t < last; ++t) {
            text += view_.form(t);
            if (t + 1 < last && view_.sentence->tokens[t].space_after) {
                text += ' ';
            }
        }
        return text;
    }

    void add_name(Index u) {
        const Unit& unit = units_[u];
        sighting_of_[u] = static_cast<Index>(sightings_.size());
        switch (unit.kind) {
            case UnitKind::person:
                add(unit.first, unit.last, SightingKind::person);
                break;
            case UnitKind::unknown_organization:
                add_organization(unit);
                break;
            case UnitKind::unknown_place:
                add(unit.first, unit.last, SightingKind::place).mention.as_place = true;
                break;
            case UnitKind::unknown:
                add_unknown(u);
                break;
            default:
                add_known(u);
                break;
        }
    }

    void add_unknown(Index u) {
        const Unit& unit = units_[u];
        Sighting& sighting = add(unit.first, unit.last, SightingKind::unknown);
        sighting.certain = unit.certain;
        const Index next = unit_starting_at(unit.last);
        const bool leads = next != Sighting::none && !is_name(units_[next].kind);
        sighting.learned = leads ? UnitKind::unknown : unit.learned;  // "the Clinton administration"
    }

    void add_organization(const Unit& unit) {
        Sighting& sighting = add(unit.first, unit.last, SightingKind::organization);
        if (unit.known != Lexicons::none) {
            sighting.country = lexicons_.actor(unit.known).country;
        }
    }

    void add_known(Index u) {
        const Unit& unit = units_[u];
        Sighting& sighting = add(unit.first, unit.last, SightingKind::known);
        sighting.known = unit.known;
        const ActorType type = lexicons_.actor(unit.known).type;
        sighting.mention.modifies = unit.kind == UnitKind::adjective || modifies(u);
        if (unit.kind == UnitKind::seat) {
            sighting.mention.as_place = stands_as_place(unit);
            if (sighting.mention.as_place && unit.place != Lexicons::none) {
                sighting.known = unit.place;
            }
        } else {
            sighting.mention.as_place =
                type == ActorType::place || (type == ActorType::country && after_locative(unit.first));
        }
        sighting.country = lexicons_.actor(sighting.known).country;
    }

    // "US forces", "Syria truce": a name right before another noun.
    [[nodiscard]] bool modifies(Index u) const {
        const Unit& unit = units_[u];
        const Index next = unit_starting_at(unit.last);
        if (next != Sighting::none) {
            return units_[next].kind == UnitKind::title || units_[next].kind == UnitKind::collective;
        }
        return word("modified_noun", unit.last);
    }

    [[nodiscard]] bool after_locative(Index first) const {
        Index before = first;
        while (before > 0 && first - before < 3 &&
               (view_.is(before - 1, "the") || word("direction", before - 1))) {
            --before;
        }
        return before > 0 && (word("locative", before - 1) ||
                              (view_.is(before - 1, "of") && before > 1 && word("place_noun", before - 2)));
    }

    // Is a capital's name the city here, not the government that sits in it?
    [[nodiscard]] bool stands_as_place(const Unit& unit) const {
        if (after_locative(unit.first)) {
            return true;
        }
        if (unit.first == 0 && view_.is(unit.last, ",")) {
            return true;
        }
        const Index before = unit.first;
        if (before > 0 && (view_.is(before - 1, "to") || view_.is(before - 1, "from"))) {
            return before < 2 || !word("country_source", before - 2);
        }
        if (before > 1 && view_.is(before - 1, "for") && word("leaves", before - 2)) {
            return true;
        }
        if (word("place_after", unit.last) ||
            (before > 0 && view_.is(before - 1, ",") && before > 1 &&
             unit_at_[before - 2] != Sighting::none &&
             units_[unit_at_[before - 2]].kind == UnitKind::unknown_place)) {
            return true;
        }
        const Index next = unit_starting_at(unit.last);
        return next != Sighting::none && units_[next].kind == UnitKind::title &&
               !units_[next].title->honorific && units_[next].title->body != OfficeBody::country;
    }

    // "the French city of Nice", "the commercial capital Lagos": the description with the name is one more
    // way to speak of the place, and its modifier tells what the place belongs to.
    void add_place_description(Index u) {
        Index noun = units_[u].first;
        noun -= noun > 1 && view_.is(noun - 1, "of") ? 1U : 0U;
        if (noun == 0 || !word("place_noun", noun - 1) ||
            (unit_at_[noun - 1] != Sighting::none && units_[unit_at_[noun - 1]].kind != UnitKind::noun)) {
            return;
        }
        const Lead lead = lead_of(noun - 1);
        const Index name = sighting_of_[u];
        const Index whole = lead.of != Sighting::none ? lead.of : lead.possessor;
        if (whole != Sighting::none) {
            sightings_[name].body = sighting_of_[whole];
            sightings_[name].title_text = text_of(lead.first, noun);
        }
        const Sighting copy = sightings_[name];
        Sighting& described = add(lead.first, units_[u].last, copy.kind);
        const Mention mention = described.mention;
        described = copy;
        described.mention = mention;
        described.mention.as_place = true;
        described.same_as = name;
        if (described.kind == SightingKind::known) {
            described.same_as = Sighting::none;
        }
    }

    // Modifiers.

    Lead lead_of(Index head) const {
        Lead lead;
        Index at = head;
        while (at > 0) {
            const Index before = unit_ending_at(at);
            if (before != Sighting::none && is_modifier_unit(before)) {
                // "U.N. Syria envoy" serves the U.N.
                const bool outer_body = units_[before].kind == UnitKind::organization &&
                                        lead.of != Sighting::none &&
                                        units_[lead.of].kind != UnitKind::organization;
                lead.of = lead.of == Sighting::none || outer_body ? before : lead.of;
                at = units_[before].first;
                at = over_coordination(at, lead);
            } else if (at >= 2 && view_.possessive(at - 1) && unit_ending_at(at - 1) != Sighting::none &&
                       is_name(units_[unit_ending_at(at - 1)].kind)) {
                lead.possessor = unit_ending_at(at - 1);
                at = start_of_possessor(lead.possessor);
                lead.definite = true;
                break;
            } else if (is_modifier_word(at - 1) || tree_modifier(at - 1, head)) {
                lead.former = lead.former || word("former", at - 1);
                lead.ethnic = word("ethnic", at - 1) && view_.capital[at - 1] ? at - 1 : lead.ethnic;
                lead.another = lead.another || is_number(view_.form(at - 1)) || word("count", at - 1);
                --at;
            } else if (at >= 2 && view_.joins(at - 1)) {
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

    // Parts the count from the rest: "some 10,000 | American troops", "dozens of | civilians".
    void set_count(Lead& lead, Index head) const {
        Index end = lead.first;
        while (end < head && unit_at_[end] == Sighting::none && counts(end)) {
            ++end;
        }
        Index begin = lead.first;
        if (end == lead.first && begin >= 2 && view_.is(begin - 1, "of") && counts(begin - 2)) {
            begin -= 2;
        }
        while (begin > 0 && unit_at_[begin - 1] == Sighting::none && (begin < end || begin < lead.first) &&
               (counts(begin - 1) || word("approximately", begin - 1))) {
            --begin;
        }
        lead.counted = begin;
        lead.first = end;
    }

    [[nodiscard]] bool counts(Index at) const { return is_number(view_.form(at)) || word("count", at); }

    [[nodiscard]] bool is_modifier_unit(Index u) const {
        const UnitKind kind = units_[u].kind;
        return kind == UnitKind::adjective || kind == UnitKind::country || kind == UnitKind::organization ||
               kind == UnitKind::unknown_organization || kind == UnitKind::people || kind == UnitKind::seat ||
               kind == UnitKind::place || kind == UnitKind::person || kind == UnitKind::unknown;
    }

    [[nodiscard]] Index start_of_possessor(Index u) const {
        // "President Bashar al-Assad's government": the title is part of the possessor.
        const Index before = unit_ending_at(units_[u].first);
        if (units_[u].kind == UnitKind::person && before != Sighting::none &&
            units_[before].kind == UnitKind::title) {
            return lead_of(units_[before].first).first;
        }
        return units_[u].first;
    }

    // "Syrian and" before "Russian forces".
    [[nodiscard]] Index over_coordination(Index at, Lead& lead) const {
        if (at >= 2 && view_.is(at - 1, "and") && lead.coordinated == Sighting::none) {
            const Index other = unit_ending_at(at - 1);
            if (other != Sighting::none &&
                (units_[other].kind == UnitKind::adjective || units_[other].kind == UnitKind::country) &&
                lead.of != Sighting::none && units_[lead.of].kind != UnitKind::person) {
                lead.coordinated = other;
                return units_[other].first;
            }
        }
        return at;
    }

    [[nodiscard]] bool is_modifier_word(Index at) const {
        if (unit_at_[at] != Sighting::none && is_name(units_[unit_at_[at]].kind)) {
            return false;
        }
        return (word("modifier", at) && !word("leading_determiner", at)) || is_number(view_.form(at)) ||
               word("ethnic", at) || (view_.lower[at].size() > 7 && view_.lower[at].ends_with("-backed"));
    }

    // "coal" and "striking" of "striking coal miners".
    [[nodiscard]] bool tree_modifier(Index at, Index head) const {
        const bool name = unit_at_[at] != Sighting::none && is_name(units_[unit_at_[at]].kind);
        return !name && !word("leading_determiner", at) && head_ != Sighting::none &&
               view_.sentence->tokens[at].xpos != "VBG" && view_.modifies(at, head_) && at < head;
    }

    // Country and body that a modifier or possessor tells.
    [[nodiscard]] std::string country_of(Index u) const {
        return u == Sighting::none || sighting_of_[u] == Sighting::none ? std::string{}
                                                                        : sightings_[sighting_of_[u]].country;
    }

    // Collectives.

    void add_collective(Index u) {
        const Unit& unit = units_[u];
        const Lead lead = lead_of_unit(unit);
        Index body = lead.of != Sighting::none ? lead.of : lead.possessor;
        Index last = unit.last;
        if (body == Sighting::none) {
            body = of_part(unit.last, last);
        }
        if (body == Sighting::none) {
            body = its_owner(lead);
        }
        const bool weak = unit.weak || noun_needs_owner(unit, lead, body);
        const std::size_t before = sightings_.size();
        if (lead.coordinated != Sighting::none) {
            // "Syrian and Russian forces": the Russian ones first, then the Syrian ones under the whole
            // phrase.
            push_collective(units_[lead.of].first, unit, lead, lead.of, last);
            push_collective(lead.first, unit, lead, lead.coordinated, last);
            weaken(before, weak, lead, unit);
            return;
        }
        push_collective(lead.first, unit, lead, body, last);
        sighting_of_[u] = static_cast<Index>(sightings_.size() - 1);
        if (lead.counted < lead.first) {
            push_collective(lead.counted, unit, lead, body, last);
            sightings_.back().same_as = sighting_of_[u];
        }
        weaken(before, weak, lead, unit);
    }

    Lead lead_of_unit(const Unit& unit) {
        head_ = unit.last - 1;
        const Lead lead = lead_of(unit.first);
        head_ = Sighting::none;
        return lead;
    }

    // "police in Honiara", "a bank in Dhaka": the country of the place told right after the noun.
    [[nodiscard]] std::string country_around(Index last) const {
        if (!(view_.is(last, "in") || view_.is(last, "near"))) {
            return {};
        }
        Index at = last + 1;
        while (
            at < view_.size() && at - last < 5 && unit_at_[at] == Sighting::none &&
            (view_.is(at, "the") || word("direction", at) || word("place_noun", at) || view_.is(at, "of"))) {
            ++at;
        }
        return country_of(unit_starting_at(at));
    }

    // Marks the sightings from `begin` on as actors only if they act.
    void weaken(std::size_t begin, bool weak, const Lead& lead, const Unit& unit) const {
        for (std::size_t s = begin; weak && s < sightings_.size(); ++s) {
            sightings_[s].weak = true;
            sightings_[s].noun_text = noun_text(lead, unit);
        }
    }

    // "copper miners" of "Chile's copper miners", "10,000 copper miners".
    [[nodiscard]] std::string noun_text(const Lead& lead, const Unit& unit) const {
        Index first = unit.first;
        while (first > lead.first &&
               (unit_at_[first - 1] == Sighting::none || !is_name(units_[unit_at_[first - 1]].kind)) &&
               !view_.possessive(first - 1) && !counts(first - 1) && !view_.is(first - 1, "and")) {
            --first;
        }
        while (first < unit.first && view_.joins(first)) {
            ++first;
        }
        return text_of(first, unit.last);
    }

    // Nouns.

    void add_noun(Index u) {
        const Unit& unit = units_[u];
        if (const Index next = unit_starting_at(unit.last);
            next != Sighting::none && is_name(units_[next].kind)) {
            return;  // "oil giant Petronas": the name has it
        }
        const Lead lead = lead_of_unit(unit);
        Index body = lead.of != Sighting::none ? lead.of : lead.possessor;
        Index last = unit.last;
        if (body == Sighting::none) {
            body = of_part(unit.last, last);
        }
        if (view_.is(unit.first, "parties") && lead.first == unit.first) {
            return;  // to what, only the rest of the article tells
        }
        if (word("place_noun", unit.first) && body != Sighting::none && is_place(body)) {
            return;  // "the town of Ife"
        }
        const std::size_t before = sightings_.size();
        Sighting& sighting = add(lead.first, std::max(last, unit.last), SightingKind::noun);
        sighting.mention.kind = MentionKind::description;
        sighting.mention.head = unit.last - 1;
        sighting.noun = unit.noun;
        sighting.plural = view_.sentence->tokens[unit.first].xpos.ends_with("S");
        sighting.country = body == Sighting::none ? country_around(unit.last) : country_of(body);
        sighting.body = body == Sighting::none ? Sighting::none : sighting_of_[body];
        sighting.definite = lead.definite && !lead.another;
        sighting.former = lead.former;
        sighting.same_as = apposed_to(unit);
        sighting_of_[u] = static_cast<Index>(before);
        weaken(before, true, lead, unit);
    }

    [[nodiscard]] bool is_place(Index u) const {
        const UnitKind kind = units_[u].kind;
        return kind == UnitKind::place || kind == UnitKind::seat || kind == UnitKind::unknown_place ||
               (sighting_of_[u] != Sighting::none && sightings_[sighting_of_[u]].mention.as_place);
    }

    // "Hamas, an Islamist movement": the name that the noun describes, by the tree.
    [[nodiscard]] Index apposed_to(const Unit& unit) const {
        const Token& token = view_.sentence->tokens[unit.last - 1];
        if (token.deprel != "appos" || token.head < 0) {
            return Sighting::none;
        }
        const Index other = unit_at_[static_cast<std::size_t>(token.head)];
        return other == Sighting::none || units_[other].last > unit.first ? Sighting::none
                                                                          : sighting_of_[other];
    }

    // "parties", "workers", "officials" of nobody are no actor; "Kenyan workers", "the UN officials" are.
    [[nodiscard]] static bool noun_needs_owner(const Unit& unit, const Lead& lead, Index body) {
        return !unit.collective->bare && body == Sighting::none && lead.of == Sighting::none &&
               lead.possessor == Sighting::none && lead.ethnic == Sighting::none;
    }

    void push_collective(Index first, const Unit& unit, const Lead& lead, Index body, Index last) {
        const std::string country = body == Sighting::none ? country_around(last) : country_of(body);
        const Index body_sighting = body == Sighting::none ? Sighting::none : sighting_of_[body];
        Sighting& sighting = add(first, std::max(last, unit.last), SightingKind::collective);
        sighting.mention.kind = MentionKind::description;
        sighting.mention.head = unit.last - 1;
        sighting.collective = unit.collective;
        sighting.country = country;
        sighting.body = body_sighting;
        sighting.definite = lead.definite;
        if (country.empty() && body == Sighting::none && lead.ethnic != Sighting::none) {
            sighting.ethnic = view_.form(lead.ethnic);
        }
    }

    // "government of Syria", "people of Daraya", "spokesman for the Indonesian military": the unit after the
    // preposition; `last` moves behind it.
    Index of_part(Index at, Index& last) const {
        if (!(view_.is(at, "of") || view_.is(at, "for") || view_.is(at, "to") || view_.is(at, "at"))) {
            return Sighting::none;
        }
        Index i = at + 1;
        while (i < view_.size() && i - at < 8 && unit_starting_at(i) == Sighting::none &&
               (word("leading_determiner", i) || is_modifier_word(i) || view_.joins(i) ||
                view_.joins(i + 1) || (i > 0 && view_.joins(i - 1)))) {
            ++i;
        }
        Index u = unit_starting_at(i);
        if (u == Sighting::none) {
            return Sighting::none;
        }
        // "of the Indonesian military": the collective says it, the adjective before it only helps.
        while (units_[u].kind != UnitKind::title && unit_starting_at(units_[u].last) != Sighting::none &&
               (units_[u].kind == UnitKind::adjective || units_[u].kind == UnitKind::country) &&
               units_[unit_starting_at(units_[u].last)].kind == UnitKind::collective) {
            u = unit_starting_at(units_[u].last);
        }
        if (view_.possessive(units_[u].last)) {
            u = possessed(u);
        }
        if (u == Sighting::none || units_[u].kind == UnitKind::title ||
            units_[u].kind == UnitKind::adjective) {
            return Sighting::none;
        }
        last = units_[u].last;
        return u;
    }

    // "of Nigeria's ruling military junta": the junta, if it is one we know.
    [[nodiscard]] Index possessed(Index u) const {
        Index at = units_[u].last + 1;
        while (at < view_.size() && at - units_[u].last < 5 && unit_starting_at(at) == Sighting::none &&
               is_modifier_word(at)) {
            ++at;
        }
        const Index owned = unit_starting_at(at);
        return owned != Sighting::none && units_[owned].kind == UnitKind::collective ? owned : Sighting::none;
    }

    // Titles.

    void add_title(Index u) {
        const Unit& unit = units_[u];
        const Lead lead = lead_of_unit(unit);
        Index last = unit.last;
        Index body = of_part(unit.last, last);
        const bool of = view_.is(unit.last, "of");
        const Index after_title = unit_starting_at(last);
        if (body != Sighting::none && units_[body].kind == UnitKind::person) {
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

    // "the IAEA … its director general": the organization named last before "its".
    [[nodiscard]] Index owner_by_pronoun(const Unit& unit, const Lead& lead) const {
        return unit.title->body == OfficeBody::none ? Sighting::none : its_owner(lead);
    }

    // Whom "its" before a phrase stands for: the organization, else the country, named first in the sentence.
    [[nodiscard]] Index its_owner(const Lead& lead) const {
        const bool owned =
            lead.first > 0 && (view_.is(lead.first - 1, "its") || view_.is(lead.first - 1, "their"));
        if (!owned) {
            return Sighting::none;
        }
        Index owner = Sighting::none;
        for (Index u = 0; u < units_.size() && units_[u].last < lead.first; ++u) {
            const UnitKind kind = units_[u].kind;
            const bool fits = kind == UnitKind::organization || kind == UnitKind::unknown_organization ||
                              kind == UnitKind::country;
            if (fits && sighting_of_[u] != Sighting::none) {
                owner = owner == Sighting::none ? u : owner;
            }
        }
        return owner;
    }

    // The person's name right after a title: "President Assad", "envoy for Syria Staffan de Mistura".
    [[nodiscard]] Index person_beside(Index u, Index last) const {
        if (u == Sighting::none || units_[u].first != last) {
            return Sighting::none;
        }
        const UnitKind kind = units_[u].kind;
        if (kind == UnitKind::person || kind == UnitKind::unknown) {
            return u;
        }
        if (kind == UnitKind::title && view_.capital[units_[u].first]) {
            return person_beside(unit_starting_at(units_[u].last),
                                 units_[u].last);  // "military ruler Gen. Abacha"
        }
        return Sighting::none;
    }

    // "Chief of staff" + "General" + name: the last title was read with the name already.
    [[nodiscard]] bool is_part_of_other_title(Index u) const {
        const Index before = unit_ending_at(units_[u].first);
        return before != Sighting::none && units_[before].kind == UnitKind::title;
    }

    void add_titled_name(const Unit& unit, const Lead& lead, Index body, Index, Index named) {
        const Index name = sighting_of_[named];
        Sighting& person = sightings_[name];
        person.kind = SightingKind::person;
        describe(person, unit, lead, body);
        if (lead.first < units_[named].first) {
            const Sighting copy = person;
            Sighting& whole = add(lead.first, units_[named].last, SightingKind::person);
            const Mention mention = whole.mention;
            whole = copy;
            whole.mention = mention;
            whole.same_as = name;
        }
    }

    void describe(Sighting& person, const Unit& unit, const Lead& lead, Index body) const {
        const bool outranked = person.title != nullptr &&
                               (unit.title->honorific || !person.title->honorific) &&
                               person.title->body != OfficeBody::none;
        if (outranked) {
            return;
        }
        person.title = unit.title;
        person.title_text = text_of(unit.first, unit.last);
        person.former =
            lead.former || view_.lower[unit.first].starts_with("ex-") || view_.lower[unit.first] == "former";
        const Index of = body != Sighting::none ? body : lead.of != Sighting::none ? lead.of : lead.possessor;
        person.body = of == Sighting::none ? person.body : sighting_of_[of];
        for (const Index u : {lead.of, lead.possessor, body}) {
            if (const std::string country = country_of(u); !country.empty() && person.country.empty()) {
                person.country = country;
            }
        }
    }

    void add_office(const Unit& unit, const Lead& lead, Index body, Index last) {
        Sighting office;
        describe(office, unit, lead, body);
        Index apposed = apposition(lead, last);
        if (apposed == Sighting::none) {
            apposed = apposed_by_tree(unit);
        }
        Sighting& sighting = add(lead.first, last, SightingKind::office);
        const Mention mention = sighting.mention;
        const std::string text = sighting.text;
        sighting = office;
        sighting.mention = mention;
        sighting.text = text;
        sighting.kind = SightingKind::office;
        sighting.mention.kind = MentionKind::description;
        sighting.mention.head = unit.last - 1;
        sighting.definite = (lead.definite || view_.capital[unit.first]) && !lead.another;
        sighting.weak = unit.weak;
        sighting.noun_text = noun_text(lead, unit);
        if (apposed != Sighting::none) {
            sighting.same_as = sighting_of_[apposed];
            sighting.apposed = true;
            Sighting& person = sightings_[sighting_of_[apposed]];
            person.kind = SightingKind::person;
            describe(person, unit, lead, body);
        }
    }

    // "Najib Razak, Malaysia's prime minister," and "Malaysia's prime minister, Najib Razak,".
    [[nodiscard]] Index apposition(const Lead& lead, Index last) const {
        Index before = lead.first;
        while (before > 0 && (word("leading_determiner", before - 1) || word("apposition", before - 1))) {
            --before;
        }
        if (before > 1 && view_.is(before - 1, ",")) {
            const Index u = unit_ending_at(before - 1);
            if (u != Sighting::none && is_person(u)) {
                return u;
            }
        }
        if (view_.is(last, ",") && !follows_list(last)) {
            Index u = unit_starting_at(last + 1);
            while (u != Sighting::none && units_[u].kind == UnitKind::title &&
                   view_.capital[units_[u].first]) {
                u = unit_starting_at(units_[u].last);
            }
            if (u != Sighting::none && is_person(u) && (view_.is(units_[u].last, ",") || !lead.another)) {
                return u;
            }
        }
        return Sighting::none;
    }

    // "Elan Steinberg, its executive director," and the other way round, as far as the tree sees it.
    [[nodiscard]] Index apposed_by_tree(const Unit& unit) const {
        const auto& tokens = view_.sentence->tokens;
        const Index head = unit.last - 1;
        if (tokens[head].deprel == "appos" && tokens[head].head >= 0) {
            const Index u = unit_at_[static_cast<std::size_t>(tokens[head].head)];
            return u != Sighting::none && is_person(u) ? u : Sighting::none;
        }
        for (Index at = unit.last; at < view_.size() && at - head < 20; ++at) {
            const Index u = unit_at_[at];
            if (tokens[at].deprel == "appos" && tokens[at].head == static_cast<std::int32_t>(head) &&
                u != Sighting::none && is_person(u)) {
                return u;
            }
        }
        return Sighting::none;
    }

    [[nodiscard]] bool is_person(Index u) const {
        return units_[u].kind == UnitKind::person ||
               (units_[u].kind == UnitKind::unknown && units_[u].certain);
    }

    [[nodiscard]] bool follows_list(Index comma) const {
        const Index u = unit_starting_at(comma + 1);
        return u != Sighting::none && (view_.is(units_[u].last, "and") || view_.is(units_[u].last, "or"));
    }

    const SentenceView& view_;
    const std::vector<Unit>& units_;
    const Lexicons& lexicons_;
    std::vector<Sighting>& sightings_;
    Index head_ = Sighting::none;     // whose lead is being read
    std::vector<Index> sighting_of_;  // by unit
    std::vector<Index> unit_at_;      // by token
};

}  // namespace

void find_sightings(const SentenceView& view, const std::vector<Unit>& units, const Lexicons& lexicons,
                    std::vector<Sighting>& sightings) {
    SightingFinder(view, units, lexicons, sightings).find();
}

}  // namespace entente::extract
