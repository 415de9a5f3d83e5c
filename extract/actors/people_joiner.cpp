#include "extract/actors/people_joiner.hpp"

#include "extract/actors/naming.hpp"
#include "extract/actors/person_name.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

}  // namespace

void PeopleJoiner::join_people() {
    for (const bool full : {true, false}) {
        for (Index s = 0; s < draft_.sightings.size(); ++s) {
            if (draft_.sightings[s].kind == SightingKind::person && draft_.sightings[s].same_as == none) {
                join_person(s, full);
            }
        }
    }
}

Index PeopleJoiner::person_named_like(Index s) {
    const Sighting& sighting = draft_.sightings[s];
    const ActorType type = draft_.lexicons.actor(sighting.known).type;
    const bool one_word = sighting.mention.last - sighting.mention.first == 1;
    if (!one_word || sighting.mention.as_place || (type != ActorType::country && type != ActorType::place)) {
        return none;
    }
    const auto named = name_words(sighting.text);
    if (named.size() != 1) {
        return none;
    }
    const std::string& key = named.front();
    for (const Index actor : people_by_word_[key]) {
        if (words_[actor].size() > 1 && words_[actor].back() == key) {
            return actor;
        }
    }
    return none;
}

Index PeopleJoiner::person_of_word(Index s) {
    const Index person = agreeing_person(name_words(draft_.sightings[s].text), s);
    return person != none || well_known(draft_.sightings[s].text, "") == nullptr ? person : add_person(s);
}

Index PeopleJoiner::add_person(Index s) {
    const std::string& text = draft_.sightings[s].text;
    const Index actor = draft_.add_actor(text, ActorType::person, "", {}, "surname");
    remember_person(actor, s, name_words(text));
    return actor;
}

void PeopleJoiner::recognise_people() {
    std::map<const KnownActor*, Index> actor_of;
    const auto told = countries_told();
    find_titled();
    std::vector<Index> same(draft_.actors().size());
    for (Index a = 0; a < draft_.actors().size(); ++a) {
        same[a] = a;
        if (draft_.actors()[a].type != ActorType::person) {
            continue;
        }
        const KnownActor* known = well_known(draft_.actors()[a].name, told[a]);
        if (known == nullptr && titled_[a] && told[a].empty()) {
            known = draft_.lexicons.person(draft_.actors()[a].name, "USA");
        }
        if (known == nullptr) {
            continue;
        }
        same[a] = actor_of.try_emplace(known, a).first->second;
        if (words_[a].size() == 1 || known->listed) {
            draft_.actors()[a].name = known->name;
        }
        Coding coding = coding_of(*known, draft_.published);
        draft_.actors()[a].country = std::move(coding.country);
        draft_.actors()[a].sectors = std::move(coding.sectors);
        draft_.actors()[a].resolved = "lexicon";
    }
    for (Index& actor : draft_.joined.actor_of) {
        actor = actor == none ? none : same[actor];
    }
}

void PeopleJoiner::join_person(Index s, bool full) {
    const auto words = name_words(draft_.sightings[s].text);
    if (words.empty() || (words.size() > 1) != full) {
        return;
    }
    Index actor = agreeing_person(words, s);
    if (actor == none) {
        actor =
            draft_.add_actor(draft_.sightings[s].text, ActorType::person, "", {}, full ? "name" : "surname");
    } else if (words.size() > words_[actor].size()) {
        draft_.actors()[actor].name = draft_.sightings[s].text;
    }
    remember_person(actor, s, words);
}

Index PeopleJoiner::agreeing_person(const std::vector<std::string>& words, Index s) {
    Index before = none;
    Index before_at = 0;
    Index first = none;
    for (const std::string& word : words) {
        for (const Index actor : people_by_word_[word]) {
            if (!names_agree(words, words_[actor])) {
                continue;
            }
            const auto next = seen_at_[actor].lower_bound(s);
            if (next != seen_at_[actor].begin() && (before == none || *std::prev(next) > before_at)) {
                before = actor;
                before_at = *std::prev(next);
            }
            const bool earlier = first == none || *seen_at_[actor].begin() < *seen_at_[first].begin();
            first = earlier ? actor : first;
        }
    }
    return before != none ? before : first;
}

void PeopleJoiner::remember_person(Index actor, Index s, const std::vector<std::string>& words) {
    draft_.joined.actor_of[s] = actor;
    seen_at_[actor].insert(s);
    for (const std::string& word : words) {
        auto& people = people_by_word_[word];
        if (std::find(people.begin(), people.end(), actor) == people.end()) {
            people.push_back(actor);
        }
    }
    if (words.size() > words_[actor].size()) {
        words_[actor] = words;
    }
}

const KnownActor* PeopleJoiner::well_known(const std::string& name, const std::string& country) const {
    const KnownActor* known = draft_.lexicons.person(name, country);
    const bool alone = name.find(' ') == std::string::npos;
    const bool fits = known != nullptr &&
                      (!alone || (known->listed && known->country.empty()) ||
                       is_pseudo_country(known->country) || draft_.focus.countries.contains(known->country));
    return fits ? known : nullptr;
}

void PeopleJoiner::find_titled() {
    titled_.assign(draft_.actors().size(), false);
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        const Title* title = draft_.sightings[s].title;
        const Index actor = draft_.joined.actor_of[s];
        if (actor != none && title != nullptr && title->unique && title->body == OfficeBody::country) {
            titled_[actor] = true;
        }
    }
}

std::vector<std::string> PeopleJoiner::countries_told() const {
    std::vector<std::string> told(draft_.joined.cast.actors.size());
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        const Index actor = draft_.joined.actor_of[s];
        if (actor != none && draft_.sightings[s].kind == SightingKind::person && told[actor].empty()) {
            told[actor] = draft_.sightings[s].country;
        }
    }
    return told;
}

}  // namespace entente::extract
