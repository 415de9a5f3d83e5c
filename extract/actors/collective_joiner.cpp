#include "extract/actors/collective_joiner.hpp"

#include "extract/actors/naming.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

}  // namespace

void CollectiveJoiner::join_collectives() {
    find_sole_armed_group();
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].kind == SightingKind::collective) {
            draft_.joined.actor_of[s] = collective(draft_.sightings[s]);
        }
    }
}

void CollectiveJoiner::join_nouns() {
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].kind == SightingKind::noun) {
            draft_.joined.actor_of[s] = noun(draft_.sightings[s]);
        }
    }
}

Index CollectiveJoiner::collective(const Sighting& sighting) {
    const Collective& noun = *sighting.collective;
    std::string country = sighting.country.empty() ? noun.country : sighting.country;
    std::string owner;
    if (sighting.body != none) {
        const Index body = draft_.joined.actor_of[sighting.body];
        const Sighting& body_sighting = draft_.sightings[sighting.body];
        if (body != none && draft_.actors()[body].type == ActorType::organization) {
            if (acts_for_organization(noun)) {
                return body;  // "RSF fighters", "U.N. officials"
            }
            owner = draft_.actors()[body].name;
        }
        if (body != none && draft_.actors()[body].type == ActorType::person && noun.of != "Government") {
            return draft_.described(sighting, noun.sectors, noun.type, draft_.actors()[body].country);
        }
        if (body != none && draft_.actors()[body].type == ActorType::place &&
            ((!body_sighting.mention.modifies && noun.of == "People") ||
             draft_.actors()[body].country.empty())) {
            owner = draft_.actors()[body].name;
        }
        if (body != none && country.empty()) {
            country = draft_.actors()[body].country;
        }
    }
    if (country.empty() && !sighting.ethnic.empty()) {
        return ethnic_actor(noun, sighting);
    }
    if (country.empty() && owner.empty() && sighting.body == none && fights(noun) &&
        sole_armed_group_ != none) {
        return sole_armed_group_;
    }
    if (country.empty() && (noun.roams || is_region(sighting.body))) {
        return collective_actor(sighting, country, owner);
    }
    if (country.empty() && is_institution(noun) && noun.noun != "administration") {
        country = country_of_scene(sighting);
    }
    if (country.empty() && (sighting.weak || !owner.empty())) {
        country = is_institution(noun) ? draft_.focus.country : draft_.focus.plain_country();
    } else if (country.empty()) {
        // "the administration" is what Americans call their government.
        country = noun.noun == "administration" && draft_.focus.speaks_of_usa ? "USA" : draft_.focus.country;
    }
    return collective_actor(sighting, country, owner);
}

bool CollectiveJoiner::holds_people(std::string_view noun) {
    static constexpr std::array<std::string_view, 8> nouns = {"group",  "groups", "boat",   "boats",
                                                              "column", "crowd",  "crowds", "band"};
    return std::find(nouns.begin(), nouns.end(), noun) != nouns.end();
}

bool CollectiveJoiner::is_region(Index body) const {
    const Index actor = body == none ? none : draft_.joined.actor_of[body];
    return actor != none && draft_.actors()[actor].type == ActorType::place &&
           draft_.joined.known_of[actor] != Lexicons::none && draft_.actors()[actor].country.empty();
}

bool CollectiveJoiner::is_institution(const Collective& noun) {
    static constexpr std::array<std::string_view, 7> sectors = {"GOV", "MIL", "COP", "JUD",
                                                                "LEG", "OPP", "SPY"};
    return noun.of == "Protesters" ||
           (!noun.sectors.empty() &&
            std::find(sectors.begin(), sectors.end(), noun.sectors.front()) != sectors.end());
}

std::string CollectiveJoiner::country_of_scene(const Sighting& sighting) const {
    std::string country;
    const Index sentence = sighting.mention.sentence;
    for (Index s = draft_.first_of_sentence(sentence); s < draft_.first_of_sentence(sentence + 1); ++s) {
        const Sighting& other = draft_.sightings[s];
        if (other.mention.as_place && other.mention.last <= sighting.mention.first &&
            other.kind == SightingKind::known && !other.country.empty()) {
            country = other.country;
        }
    }
    return country;
}

bool CollectiveJoiner::fights(const Collective& noun) {
    return noun.of == "Rebels" || noun.of == "Militants";
}

Index CollectiveJoiner::ethnic_actor(const Collective& noun, const Sighting& sighting) {
    const std::string home = draft_.lexicons.homeland(sighting.ethnic);
    const std::string name = sighting.ethnic == "African" ? noun.of + " of Africa"
                             : sighting.ethnic == "Asian" ? noun.of + " of Asia"
                                                          : sighting.ethnic + " " + noun.noun;
    const auto [found, is_new] = draft_.by_key.try_emplace("of:" + name, none);
    if (is_new) {
        found->second = draft_.add_actor(name, ActorType::group, sighting.ethnic == "European" ? "EUR" : home,
                                         noun.sectors, "collective");
    }
    return found->second;
}

void CollectiveJoiner::find_sole_armed_group() {
    std::map<Index, int> named;
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        const Index actor = draft_.joined.actor_of[s];
        if (draft_.sightings[s].kind == SightingKind::known && actor != none &&
            !draft_.actors()[actor].sectors.empty() &&
            (draft_.actors()[actor].sectors.front() == "REB" ||
             draft_.actors()[actor].sectors.front() == "UAF")) {
            ++named[actor];
        }
    }
    if (named.size() == 1 && named.begin()->second >= 3) {
        sole_armed_group_ = named.begin()->first;
    }
}

bool CollectiveJoiner::acts_for_organization(const Collective& noun) {
    static constexpr std::array<std::string_view, 7> acting = {
        "Government", "Armed forces", "Rebels", "Militants", "Leaders", "Delegation", "Peacekeepers"};
    return std::find(acting.begin(), acting.end(), noun.of) != acting.end();
}

Index CollectiveJoiner::collective_actor(const Sighting& sighting, const std::string& country,
                                         const std::string& owner) {
    const Collective& noun = *sighting.collective;
    const std::string kind = noun.by_noun ? lower_ascii(sighting.kind_text) : std::string{};
    std::string name = noun.by_noun ? capitalized(kind) : noun.of;
    if (!owner.empty()) {
        name += " of " + owner;
    } else if (const KnownActor* known = draft_.lexicons.country(country)) {
        name += " of " + with_article(known->name);
    }
    // Some institutions have a name of their own: the Central bank of Switzerland.
    if (const auto* forms = draft_.lexicons.known_as(name); owner.empty() && forms != nullptr) {
        return draft_.known_actor(*forms);
    }
    // "The workers" after "bank workers" are the same ones.
    if (noun.by_noun && kind == lower_ascii(noun.noun)) {
        const auto longer = last_of_kind_.find(noun.noun + "|" + country + "|" + owner);
        if (longer != last_of_kind_.end()) {
            return longer->second;
        }
    }
    const auto [found, is_new] = draft_.by_key.try_emplace("of:" + name, none);
    if (is_new) {
        found->second = draft_.add_actor(name, noun.type, country, noun.sectors, "collective");
    }
    if (noun.by_noun) {
        last_of_kind_[noun.noun + "|" + country + "|" + owner] = found->second;
    }
    return found->second;
}

Index CollectiveJoiner::noun(const Sighting& sighting) {
    const ActorType type = sighting.plural ? ActorType::group : sighting.noun->type;
    if (sighting.same_as != none && draft_.joined.actor_of[sighting.same_as] != none &&
        draft_.actors()[draft_.joined.actor_of[sighting.same_as]].type == type) {
        return draft_.joined.actor_of[sighting.same_as];
    }
    if (sighting.body != none &&
        holds_people(draft_.views[sighting.mention.sentence].lower[sighting.mention.head]) &&
        draft_.sightings[sighting.body].mention.kind == MentionKind::description &&
        draft_.joined.actor_of[sighting.body] != none) {
        return draft_.joined.actor_of[sighting.body];
    }
    std::string country = draft_.country_told(sighting);
    const SentenceView& view = draft_.views[sighting.mention.sentence];
    const std::string head = view.lower[sighting.mention.head];
    const auto earlier = noun_by_head_.find(head);
    if (sighting.definite && earlier != noun_by_head_.end() &&
        (country.empty() || draft_.actors()[earlier->second].country == country)) {
        return earlier->second;
    }
    if (country.empty()) {
        country = draft_.focus.plain_country();
    }
    const Index actor = draft_.described(sighting, sectors_of_noun(sighting), type, country);
    noun_by_head_[head] = actor;
    return actor;
}

std::vector<std::string> CollectiveJoiner::sectors_of_noun(const Sighting& sighting) const {
    const auto words = words_of(sighting.noun_text);
    if (sighting.former && sighting.noun->type == ActorType::person) {
        return {"ELI"};
    }
    if (const auto* listed = draft_.lexicons.listed_noun(sighting.noun_text)) {
        return *listed;
    }
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto collective = draft_.lexicons.collective_at({phrase_key(words[i])}, 0);
        if (collective.tokens == 1) {
            return collective.collective->sectors;
        }
        if (const ActorNoun* noun = draft_.lexicons.noun(words[i])) {
            return noun->sectors;
        }
    }
    return sighting.noun->sectors;
}

}  // namespace entente::extract
