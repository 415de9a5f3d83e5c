#include "extract/actors/name_joiner.hpp"

#include "extract/actors/naming.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

}  // namespace

void NameJoiner::join_known() {
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].kind == SightingKind::known) {
            const Index person = people_.person_named_like(s);
            draft_.joined.actor_of[s] =
                person == none ? draft_.known_actor(draft_.sightings[s].known) : person;
        }
    }
}

void NameJoiner::join_organizations() {
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].kind == SightingKind::organization) {
            draft_.joined.actor_of[s] = organization(s);
        }
    }
}

void NameJoiner::join_places() {
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].kind == SightingKind::place) {
            draft_.joined.actor_of[s] = place(draft_.sightings[s].text);
        }
    }
}

void NameJoiner::join_unknown() {
    std::map<std::string, int> count;
    for (const Sighting& sighting : draft_.sightings) {
        count[phrase_key(sighting.text)] +=
            sighting.kind == SightingKind::unknown && sighting.certain ? 1 : 0;
    }
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].kind != SightingKind::unknown) {
            continue;
        }
        const std::string key = phrase_key(draft_.sightings[s].text);
        draft_.joined.actor_of[s] = named_elsewhere(s, key);
        if (draft_.joined.actor_of[s] == none) {
            draft_.joined.actor_of[s] = learned_actor(s, key);
        }
        if (draft_.joined.actor_of[s] == none && count[key] >= 2) {
            const Index actor =
                draft_.add_actor(draft_.sightings[s].text, ActorType::organization, "", {}, "name");
            draft_.by_key.emplace(key, actor);
            draft_.joined.actor_of[s] = actor;
        }
    }
}

void NameJoiner::join_linked() {
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].same_as != none) {
            draft_.joined.actor_of[s] = draft_.joined.actor_of[draft_.sightings[s].same_as];
        }
    }
}

void NameJoiner::join_other_names() {
    std::vector<Index> same(draft_.actors().size());
    std::iota(same.begin(), same.end(), Index{0});
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        const Mention& mention = draft_.sightings[s].mention;
        if (mention.kind != MentionKind::name || mention.first < 2 || mention.modifies ||
            is_known(draft_.joined.actor_of[s])) {
            continue;
        }
        const Index named = other_name_of(s);
        if (named != none && draft_.joined.actor_of[s] != none) {
            same[draft_.joined.actor_of[s]] = same[named];
        } else if (named != none) {
            draft_.joined.actor_of[s] = named;
        }
    }
    for (Index& actor : draft_.joined.actor_of) {
        actor = actor == none ? none : same[actor];
    }
}

Index NameJoiner::organization(Index s) {
    const Sighting& sighting = draft_.sightings[s];
    const std::string key = phrase_key(sighting.text);
    const auto found = draft_.by_key.find(key);
    if (found != draft_.by_key.end()) {
        return found->second;
    }
    Index actor = acronym_of(s);
    if (actor == none) {
        actor = shortened_form(key);
    }
    if (actor == none) {
        actor = draft_.add_actor(sighting.text, ActorType::organization, sighting.country,
                                 sectors_of_name(sighting.text), "name");
    }
    draft_.by_key.emplace(key, actor);
    return actor;
}

Index NameJoiner::acronym_of(Index s) {
    const Mention& mention = draft_.sightings[s].mention;
    const SentenceView& view = draft_.views[mention.sentence];
    if (mention.first < 2 || view.form(mention.first - 1) != "(" || !view.is(mention.last, ")") ||
        mention.last - mention.first > 1) {
        return none;
    }
    for (Index other = draft_.first_of_sentence(mention.sentence);
         other < draft_.first_of_sentence(mention.sentence + 1); ++other) {
        const Mention& before = draft_.sightings[other].mention;
        if (before.last == mention.first - 1 && draft_.joined.actor_of[other] != none) {
            return draft_.joined.actor_of[other];
        }
    }
    return none;
}

Index NameJoiner::shortened_form(const std::string& key) {
    if (key.size() < 6 || draft_.by_key.size() > 5000) {
        return none;  // no article names so many; a book must not cost its square
    }
    for (const auto& [longer, actor] : draft_.by_key) {
        if (longer.size() > key.size() && longer.ends_with(key)) {
            return actor;
        }
    }
    return none;
}

std::vector<std::string> NameJoiner::sectors_of_name(std::string_view name) {
    static const std::vector<std::pair<std::string_view, std::vector<std::string>>> cues = {
        {"ministry", {"GOV"}},   {"department", {"GOV"}},  {"police", {"COP"}},     {"party", {"PTY"}},
        {"court", {"JUD"}},      {"tribunal", {"JUD"}},    {"parliament", {"LEG"}}, {"assembly", {"LEG"}},
        {"senate", {"LEG"}},     {"army", {"MIL"}},        {"navy", {"MIL"}},       {"brigade", {"MIL"}},
        {"brigades", {"UAF"}},   {"battalion", {"MIL"}},   {"front", {"UAF"}},      {"university", {"EDU"}},
        {"college", {"EDU"}},    {"school", {"EDU"}},      {"institute", {"EDU"}},  {"bank", {"BUS"}},
        {"group", {"BUS"}},      {"inc", {"BUS"}},         {"corp", {"BUS"}},       {"company", {"BUS"}},
        {"co", {"BUS"}},         {"ltd", {"BUS"}},         {"plc", {"BUS"}},        {"airlines", {"BUS"}},
        {"news", {"JRN"}},       {"times", {"JRN"}},       {"post", {"JRN"}},       {"tv", {"JRN"}},
        {"television", {"JRN"}}, {"radio", {"JRN"}},       {"press", {"JRN"}},      {"wire", {"JRN"}},
        {"agency", {"GOV"}},     {"church", {"REL"}},      {"hospital", {"MED"}},   {"union", {"LAB"}},
        {"foundation", {"CVL"}}, {"association", {"CVL"}}, {"militia", {"UAF"}},    {"forces", {"MIL"}}};
    for (const auto& word : words_of(name)) {
        for (const auto& [cue, sectors] : cues) {
            if (word == cue) {
                return sectors;
            }
        }
    }
    return {};
}

Index NameJoiner::place(const std::string& text) {
    const auto [found, is_new] = place_by_key_.try_emplace(phrase_key(text), none);
    if (is_new) {
        found->second = draft_.add_actor(text, ActorType::place, "", {}, "name");
    }
    return found->second;
}

Index NameJoiner::learned_actor(Index s, const std::string& key) {
    const std::string& text = draft_.sightings[s].text;
    switch (draft_.sightings[s].learned) {
        case UnitKind::person:
            return people_.add_person(s);
        case UnitKind::unknown_organization: {
            const Index actor =
                draft_.add_actor(text, ActorType::organization, "", sectors_of_name(text), "name");
            draft_.by_key.emplace(key, actor);
            return actor;
        }
        case UnitKind::unknown_place:
            return place(text);
        default:
            return none;
    }
}

Index NameJoiner::named_elsewhere(Index s, const std::string& key) {
    if (const auto found = draft_.by_key.find(key); found != draft_.by_key.end()) {
        return found->second;
    }
    if (const auto found = place_by_key_.find(key); found != place_by_key_.end()) {
        return found->second;
    }
    if (const Index body = body_called(key); body != none) {
        return body;
    }
    return people_.person_of_word(s);
}

Index NameJoiner::body_called(const std::string& key) {
    if (!draft_.lexicons.word("body_noun", key)) {
        return none;
    }
    const auto [found, is_new] = body_called_.try_emplace(key, none);
    for (Index a = 0; is_new && found->second == none && a < draft_.actors().size(); ++a) {
        const auto words = words_of(draft_.actors()[a].name);
        if (draft_.actors()[a].type == ActorType::organization && words.size() > 1 &&
            std::find(words.begin(), words.end(), key) != words.end()) {
            found->second = a;
        }
    }
    return found->second;
}

bool NameJoiner::is_known(Index actor) const {
    return actor != none && draft_.joined.known_of[actor] != Lexicons::none;
}

Index NameJoiner::other_name_of(Index s) const {
    const Mention& mention = draft_.sightings[s].mention;
    const SentenceView& view = draft_.views[mention.sentence];
    const bool bracketed = view.form(mention.first - 1) == "(" && view.is(mention.last, ")") &&
                           mention.last - mention.first == 1 && view.capital[mention.first];
    const bool called = (view.is(mention.first - 1, "as") && view.is(mention.first - 2, "known")) ||
                        view.is(mention.first - 1, "alias") || view.is(mention.first - 1, "nicknamed") ||
                        view.is(mention.first - 1, "formerly");
    const Index reach = bracketed ? 1 : called ? 7 : 0;
    Index best = none;
    Index best_last = 0;
    for (Index other = draft_.first_of_sentence(mention.sentence);
         reach > 0 && other < draft_.first_of_sentence(mention.sentence + 1); ++other) {
        const Mention& before = draft_.sightings[other].mention;
        if (before.last < mention.first && before.last + reach >= mention.first && before.last >= best_last &&
            !before.modifies && !before.as_place && draft_.joined.actor_of[other] != none) {
            best = draft_.joined.actor_of[other];
            best_last = before.last;
        }
    }
    return best;
}

}  // namespace entente::extract
