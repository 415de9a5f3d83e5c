#include "extract/actors/office_joiner.hpp"

#include "extract/actors/naming.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

// How many titles before and after a bare office are looked at for who holds it: more than any article has,
// and a bound for what is no article.
constexpr std::ptrdiff_t titles_looked_back = 200;

// Does "secretary" or "secretary of state" describe who is called "Secretary of State"?
bool title_describes(std::string_view description, std::string_view title) {
    const auto words = words_of(description);
    const auto of = words_of(title);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(of.begin(), of.end(), word) != of.end();
    });
}

}  // namespace

void OfficeJoiner::join_offices() {
    remember_titles();
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].kind == SightingKind::office && draft_.sightings[s].same_as == none) {
            draft_.joined.actor_of[s] = holder(s);
        }
    }
}

void OfficeJoiner::code_people() {
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        const Index actor = draft_.joined.actor_of[s];
        if (actor == none || draft_.actors()[actor].type != ActorType::person) {
            continue;
        }
        if (draft_.sightings[s].title != nullptr) {
            code_person(draft_.actors()[actor], draft_.sightings[s]);
        } else if (draft_.sightings[s].kind == SightingKind::person) {
            code_untitled(draft_.actors()[actor], draft_.sightings[s]);
        }
    }
}

void OfficeJoiner::code_untitled(Actor& person, const Sighting& sighting) const {
    if (person.country.empty()) {
        person.country = draft_.country_told(sighting);
    }
    if (sighting.body != none && draft_.joined.actor_of[sighting.body] != none && person.sectors.empty()) {
        person.sectors = draft_.actors()[draft_.joined.actor_of[sighting.body]].sectors;
    }
}

bool OfficeJoiner::serves_at_home(const Title& title) {
    static constexpr std::array<std::string_view, 6> sectors = {"MIL", "COP", "JUD", "OPP", "LEG", "REB"};
    return title.body == OfficeBody::country ||
           (!title.sectors.empty() &&
            std::find(sectors.begin(), sectors.end(), title.sectors.front()) != sectors.end());
}

void OfficeJoiner::remember_titles() {
    for (Index s = 0; s < draft_.sightings.size(); ++s) {
        if (draft_.sightings[s].title != nullptr && draft_.joined.actor_of[s] != none &&
            !draft_.sightings[s].title->honorific) {
            held_.push_back({s, draft_.joined.actor_of[s]});
        }
    }
}

Index OfficeJoiner::holder(Index s) {
    const Sighting& office = draft_.sightings[s];
    const std::string country = draft_.country_told(office);
    if (office.definite) {
        if (const Index actor = known_holder(s, country); actor != none) {
            return actor;
        }
    }
    if (country.empty() || office.title->body != OfficeBody::country || office.former) {
        return described_holder(office, country);
    }
    return unnamed_holder(office, country);
}

Index OfficeJoiner::described_holder(const Sighting& office, std::string country) {
    if (country.empty() && office.title->body == OfficeBody::country && !office.former) {
        country = draft_.focus.plain_country();
    }
    const auto sectors = office.former ? std::vector<std::string>{"ELI"} : office.title->sectors;
    return draft_.described(office, sectors, ActorType::person, country);
}

Index OfficeJoiner::known_holder(Index s, const std::string& country) {
    Index best = none;
    const auto here = std::lower_bound(held_.begin(), held_.end(), s,
                                       [](const HeldTitle& held, Index at) { return held.sighting < at; });
    const auto from = here - std::min<std::ptrdiff_t>(here - held_.begin(), titles_looked_back);
    const auto to = here + std::min<std::ptrdiff_t>(held_.end() - here, titles_looked_back);
    for (auto held = from; held != to; ++held) {
        const Sighting& other = draft_.sightings[held->sighting];
        const std::string other_country = draft_.country_told(other);
        const bool same_country = country.empty() || other_country.empty() || country == other_country;
        if (!same_country || !title_describes(draft_.sightings[s].title_text, other.title_text)) {
            continue;
        }
        if (best == none || held->sighting < s) {
            best = held->actor;
        }
    }
    return best;
}

Index OfficeJoiner::unnamed_holder(const Sighting& office, const std::string& country) {
    const KnownActor* known = draft_.lexicons.country(country);
    std::string title = lower_ascii(office.title_text);
    const std::string name = known == nullptr ? office.text : title + " of " + with_article(known->name);
    const auto [found, is_new] = draft_.by_key.try_emplace("office:" + name, none);
    if (is_new) {
        found->second =
            draft_.add_actor(capitalized(name), ActorType::person, country, office.title->sectors, "office");
    }
    return found->second;
}

void OfficeJoiner::code_person(Actor& person, const Sighting& sighting) {
    const Actor* body = nullptr;
    if (sighting.body != none && draft_.joined.actor_of[sighting.body] != none) {
        body = &draft_.actors()[draft_.joined.actor_of[sighting.body]];
    }
    if (person.country.empty()) {
        person.country = draft_.country_told(sighting);
    }
    if (person.country.empty() && serves_at_home(*sighting.title)) {
        person.country = country_around(sighting);
    }
    if (sighting.former && person.resolved == "lexicon" && !person.sectors.empty() &&
        person.sectors.front() == "GOV") {
        person.sectors = {"ELI"};
    }
    if (!person.sectors.empty()) {
        return;
    }
    if (sighting.former) {
        person.sectors = {"ELI"};
    } else if (body != nullptr && body->type != ActorType::country && body->type != ActorType::place &&
               body->type != ActorType::person) {
        person.sectors = body->sectors;
    } else if (person.country != "UNO" && person.country != "IGO") {
        person.sectors = sighting.title->sectors;
    }
}

std::string OfficeJoiner::country_around(const Sighting& sighting) {
    std::string before;
    std::string sentence_before;
    const Index sentence = sighting.mention.sentence;
    for (Index s = draft_.first_of_sentence(sentence == 0 ? 0 : sentence - 1);
         s < draft_.first_of_sentence(sentence + 1); ++s) {
        const Sighting& other = draft_.sightings[s];
        if (other.kind != SightingKind::known || other.country.empty() || is_pseudo_country(other.country)) {
            continue;
        }
        const Mention& mention = other.mention;
        if (mention.sentence == sighting.mention.sentence && mention.last <= sighting.mention.first) {
            before = other.country;
        } else if (mention.sentence + 1 == sighting.mention.sentence && sentence_before.empty() &&
                   mention.first <= 3) {
            sentence_before = other.country;
        }
    }
    if (!before.empty()) {
        return before;
    }
    return sentence_before.empty() ? draft_.focus.country : sentence_before;
}

}  // namespace entente::extract
