// What a user's list says of actors, put over what the lexicons know.
//
// Where the list's name is a name of an actor we know, and nothing speaks against it (type, country), the
// list speaks of that actor: it gets the list's codes, keeps what the list does not tell, and the list's
// other names become its aliases. Otherwise it is a new actor, and the phrases it claims are no longer
// anybody else's.
#include "extract/lexicons/lexicons.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {

namespace {

// Longer phrases are looked for at every word of a text, and found nowhere.
constexpr std::size_t max_key_bytes = 120;

// What holds without dates, else what came last.
const DatedCoding& usual(const std::vector<DatedCoding>& codings) {
    const auto always =
        std::find_if(codings.begin(), codings.end(), [](const DatedCoding& c) { return c.always(); });
    return always == codings.end() ? codings.back() : *always;
}

bool is_dated(const ListedActor& listed) {
    return std::any_of(listed.codings.begin(), listed.codings.end(),
                       [](const DatedCoding& coding) { return !coding.always(); });
}

bool has_sector(const DatedCoding& coding, std::string_view sector) {
    return std::find(coding.sectors.begin(), coding.sectors.end(), sector) != coding.sectors.end();
}

// Do two countries speak of one actor? The lists are coarse about what is beyond countries.
bool may_be_one(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b || is_beyond_countries(a) || is_beyond_countries(b);
}

std::vector<std::string> names_of(const ListedActor& listed) {
    std::vector<std::string> names{listed.name};
    names.insert(names.end(), listed.aliases.begin(), listed.aliases.end());
    return names;
}

std::vector<std::string> words_of_name(std::string_view name) {
    std::vector<std::string> words;
    while (!name.empty()) {
        const auto end = std::min(name.find_first_of(" -"), name.size());
        if (end > 0) {
            words.emplace_back(name.substr(0, end));
        }
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

std::string in_small(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

}  // namespace

Coding coding_of(const KnownActor& actor, const Date& day) {
    if (actor.codings.empty()) {
        return {actor.country, actor.sectors};
    }
    if (const DatedCoding* coding = coding_on(actor.codings, day)) {
        return {coding->country, coding->sectors};
    }
    // Before, between and after what the list tells.
    const auto last =
        std::max_element(actor.codings.begin(), actor.codings.end(),
                         [](const DatedCoding& a, const DatedCoding& b) { return a.last_day < b.last_day; });
    const bool over = day.known() && first_day(day) > last->last_day;
    const bool retired = over && actor.type == ActorType::person && has_sector(*last, "GOV");
    return {actor.country, retired ? std::vector<std::string>{"ELI"} : std::vector<std::string>{}};
}

void Lexicons::take_list(const ActorList& list) {
    renamed_.clear();
    for (const ListedActor& listed : list.actors) {
        take_listed(listed);
    }
    for (const ListedNoun& listed : list.nouns) {
        take_listed_noun(listed, listed.noun);
        for (const std::string& plural : listed.plurals) {
            take_listed_noun(listed, plural);
        }
    }
    for (KnownActor& actor : actors_) {
        if (const auto renamed = renamed_.find(actor.part_of); renamed != renamed_.end()) {
            actor.part_of = renamed->second;
        }
    }
}

void Lexicons::take_listed(const ListedActor& listed) {
    if (listed.codings.empty()) {
        take_nobody(listed);
    } else if (const std::uint32_t country = plain_country(listed); country != none) {
        take_listed_country(listed, country);
    } else if (const ActorType type = listed.type.value_or(guessed_type(listed)); type == ActorType::person) {
        take_listed_person(listed);
    } else {
        take_listed_body(listed, type);
    }
}

void Lexicons::take_nobody(const ListedActor& listed) {
    for (const std::string& name : names_of(listed)) {
        if (claimed_.insert(phrase_key(name)).second) {
            name_table_.forget(name);
            people_.forget(name);
        }
    }
}

std::uint32_t Lexicons::plain_country(const ListedActor& listed) const {
    const DatedCoding& coding = usual(listed.codings);
    if (listed.type == ActorType::country) {
        return country_index(coding.country);
    }
    const bool by_code_alone =
        listed.in_capitals && std::all_of(listed.codings.begin(), listed.codings.end(),
                                          [](const DatedCoding& c) { return c.sectors.empty(); });
    return by_code_alone ? country_index(coding.country) : none;
}

void Lexicons::take_listed_country(const ListedActor& listed, std::uint32_t country) {
    for (const std::string& name : names_of(listed)) {
        // A city, a body or a people of the country that we know as such is better known to us.
        const auto* ours = name_table_.find(name);
        const bool better = ours != nullptr && std::any_of(ours->begin(), ours->end(), [&](std::uint32_t f) {
                                return actors_[forms_[f].actor].country == actors_[country].country;
                            });
        if (!better) {
            claim(name, country, Sense::name);
        }
    }
    for (const std::string& adjective : listed.adjectives) {
        claim(adjective, country, Sense::adjective);
    }
    if (!listed.in_capitals) {
        rename_listed(country, listed.name);
    }
}

// A list in capitals does not tell people from bodies. Offices that come and go are people's, and so are
// elites; a given name tells where no date does.
ActorType Lexicons::guessed_type(const ListedActor& listed) const {
    if (!listed.in_capitals) {
        return ActorType::organization;
    }
    const auto words = words_of_name(listed.name);
    const bool body = std::any_of(words.begin(), words.end(), [this](const std::string& each) {
        return word("org_head", in_small(each)) || each == "of" || each == "for";
    });
    const DatedCoding& coding = usual(listed.codings);
    const bool state = country_index(coding.country) != none && !coding.sectors.empty();
    const bool elite = std::any_of(listed.codings.begin(), listed.codings.end(),
                                   [](const DatedCoding& c) { return has_sector(c, "ELI"); });
    const bool named = words.size() >= 2 && words.size() <= 5 && given_name(words.front()).known;
    const bool person = !body && ((words.size() >= 2 && (is_dated(listed) || elite)) || (state && named));
    return person ? ActorType::person : ActorType::organization;
}

void Lexicons::take_listed_body(const ListedActor& listed, ActorType type) {
    std::uint32_t actor = body_called(listed, type);
    if (actor == none) {
        actor = add_actor({listed.name, type, {}, {}, {}});
    } else if (!listed.in_capitals) {
        rename_listed(actor, listed.name);
    }
    code_listed(actor, listed);
    for (const std::string& name : names_of(listed)) {
        claim(name, actor, Sense::name);
    }
    for (const std::string& adjective : listed.adjectives) {
        claim(adjective, actor, Sense::adjective);
    }
}

std::uint32_t Lexicons::body_called(const ListedActor& listed, ActorType type) const {
    const std::string& country = usual(listed.codings).country;
    const auto names = names_of(listed);
    // A person's list of other names is worth less than its name; of a dictionary any name will do.
    const std::size_t count = listed.in_capitals ? names.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const auto* forms = name_table_.find(names[i]);
        for (std::size_t f = 0; forms != nullptr && f < forms->size(); ++f) {
            const Form& form = forms_[(*forms)[f]];
            const KnownActor& ours = actors_[form.actor];
            const bool kind_agrees =
                listed.type ? ours.type == type
                            : ours.type == ActorType::organization || ours.type == ActorType::group;
            if (form.sense == Sense::name && kind_agrees && may_be_one(ours.country, country)) {
                return form.actor;
            }
        }
    }
    return none;
}

void Lexicons::take_listed_person(const ListedActor& listed) {
    const auto names = untitled(listed);
    if (names.empty()) {
        return;
    }
    std::uint32_t actor = person_called(names, usual(listed.codings).country);
    if (actor == none) {
        actor = add_actor({names.front(), ActorType::person, {}, {}, {}});
    } else if (!listed.in_capitals) {
        rename_listed(actor, listed.name);
    }
    code_listed(actor, listed);
    for (const std::string& name : names) {
        const std::string key = phrase_key(name);
        const bool one_word = words_of_name(name).size() == 1;
        const bool named_otherwise = one_word && listed.in_capitals && name_table_.find(name) != nullptr;
        if (key.size() > max_key_bytes || named_otherwise || claimed_.contains(key)) {
            continue;  // "CHAD_" as a short name of somebody
        }
        claim(name, actor, Sense::name);
        people_.replace(name, actor);
        if (!listed.in_capitals && !one_word) {
            surnames_.add(words_of_name(name).back(), actor);
        }
    }
}

// In a dictionary people come with their titles; in the text those are read for themselves.
std::vector<std::string> Lexicons::untitled(const ListedActor& listed) const {
    std::vector<std::string> names;
    for (const std::string& written : names_of(listed)) {
        std::string name = written;
        for (std::size_t words = 1; listed.in_capitals && words <= 4; ++words) {
            std::size_t end = 0;
            for (std::size_t i = 0; i < words && end != std::string::npos; ++i) {
                end = written.find(' ', end + 1);
            }
            if (end == std::string::npos) {
                break;
            }
            if (title_table_.find(written.substr(0, end)) != nullptr) {
                name = written.substr(end + 1);
            }
        }
        const bool rest_is_name = name.size() == written.size() || !name.starts_with("of ");
        if (rest_is_name && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::uint32_t Lexicons::person_called(const std::vector<std::string>& names,
                                      const std::string& country) const {
    for (const std::string& name : names) {
        const auto* people = words_of_name(name).size() > 1 ? people_.find(name) : nullptr;
        if (people != nullptr && may_be_one(actors_[people->front()].country, country)) {
            return people->front();
        }
    }
    return none;
}

void Lexicons::code_listed(std::uint32_t index, const ListedActor& listed) {
    KnownActor& actor = actors_[index];
    if (actor.listed) {
        return;  // by an entry that comes before this one
    }
    actor.listed = true;
    actor.codings = listed.codings;
    for (DatedCoding& coding : actor.codings) {
        coding.country = coding.country.empty() ? actor.country : coding.country;
        coding.sectors = coding.sectors.empty() ? actor.sectors : coding.sectors;
    }
    const DatedCoding& coding = usual(actor.codings);
    actor.country = coding.country;
    actor.sectors = coding.sectors;
    actor.part_of = listed.part_of.empty() ? actor.part_of : listed.part_of;
}

void Lexicons::rename_listed(std::uint32_t index, const std::string& name) {
    KnownActor& actor = actors_[index];
    if (!actor.listed && actor.name != name) {
        renamed_.emplace(actor.name, name);
        actor.name = name;
        actor_by_name_.emplace(name, index);
    }
}

void Lexicons::claim(const std::string& name, std::uint32_t actor, Sense sense) {
    const std::string key = phrase_key(name);
    if (key.empty() || key.size() > max_key_bytes || !claimed_.insert(key).second) {
        return;
    }
    const auto* ours = name_table_.find(name);
    const bool has_it = ours != nullptr && std::any_of(ours->begin(), ours->end(), [&](std::uint32_t f) {
                            return forms_[f].actor == actor;
                        });
    if (!has_it) {
        name_table_.replace(name, static_cast<std::uint32_t>(forms_.size()));
        forms_.push_back({actor, sense, name});
    }
}

}  // namespace entente::extract
