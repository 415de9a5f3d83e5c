#include "extract/actors/cast_builder.hpp"

#include "extract/actors/person_name.hpp"
#include "extract/actors/slug.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

// How many titles before and after a bare office are looked at for who holds it: more than any article has,
// and a bound for what is no article.
constexpr std::ptrdiff_t titles_looked_back = 200;

bool is_pseudo_country(std::string_view code) {
    static constexpr std::array<std::string_view, 7> codes = {"IGO", "UNO", "EUR", "NGO",
                                                              "IMG", "MNC", "ISM"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// "the United States", but "Kenya": how a country reads after "of".
std::string with_article(const std::string& country) {
    static constexpr std::array<std::string_view, 14> with = {
        "United ",  "Netherlands", "Philippines", "Bahamas",       "Gambia",
        "Maldives", "Republic ",   "Democratic ", "Dominican ",    "Central African",
        "Comoros",  "Seychelles",  "Solomon",     "Czech Republic"};
    const bool takes =
        std::any_of(with.begin(), with.end(), [&](std::string_view w) { return country.starts_with(w); });
    return takes ? "the " + country : country;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == ' ' || text[i] == '-') {
            if (i > begin) {
                words.push_back(lower_ascii(text.substr(begin, i - begin)));
            }
            begin = i + 1;
        }
    }
    return words;
}

// Does "secretary" or "secretary of state" describe who is called "Secretary of State"?
bool title_describes(std::string_view description, std::string_view title) {
    const auto words = words_of(description);
    const auto of = words_of(title);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(of.begin(), of.end(), word) != of.end();
    });
}

class CastBuilder {
 public:
    CastBuilder(const Document& document, const std::vector<SentenceView>& views,
                const std::vector<Sighting>& sightings, const Lexicons& lexicons)
        : document_(document), views_(views), sightings_(sightings), lexicons_(lexicons) {
        joined_.actor_of.assign(sightings.size(), none);
    }

    JoinedSightings build() {
        find_focus();
        join_people();
        join_known();
        join_organizations();
        join_places();
        join_unknown();
        recognise_people();
        join_linked();
        join_collectives();
        join_other_names();
        join_offices();
        join_nouns();
        code_people();
        number_in_order();
        write_mentions();
        find_bystanders();
        give_ids();
        return std::move(joined_);
    }

 private:
    std::vector<Actor>& actors() { return joined_.cast.actors; }

    Index add_actor(std::string name, ActorType type, std::string country, std::vector<std::string> sectors,
                    std::string resolved, Index known = Lexicons::none) {
        Actor actor;
        actor.name = std::move(name);
        actor.type = type;
        actor.country = std::move(country);
        actor.sectors = std::move(sectors);
        actor.resolved = std::move(resolved);
        actors().push_back(std::move(actor));
        joined_.known_of.push_back(known);
        words_.emplace_back();
        return static_cast<Index>(actors().size() - 1);
    }

    // Sightings come sentence by sentence: index of the first one of a sentence.
    [[nodiscard]] Index first_of_sentence(Index sentence) const {
        const auto first =
            std::lower_bound(sightings_.begin(), sightings_.end(), sentence,
                             [](const Sighting& s, Index at) { return s.mention.sentence < at; });
        return static_cast<Index>(first - sightings_.begin());
    }

    // What the article is about: the country named most, the first sentences counting more. The United States
    // speak in everybody's news, so they count half.
    void find_focus() {
        std::map<std::string, double> weight;
        for (const Sighting& sighting : sightings_) {
            if (sighting.known == Lexicons::none || sighting.country.empty() ||
                is_pseudo_country(sighting.country)) {
                continue;
            }
            const double lead = sighting.mention.sentence < 3 ? 2.0 : 1.0;
            const bool scene = sighting.mention.as_place || sighting.mention.modifies;
            const double share = (sighting.country == "USA" ? 0.5 : 1.0) * (scene ? 2.0 : 1.0);
            weight[sighting.country] += lead * share;
        }
        for (const auto& [country, sum] : weight) {
            countries_.insert(country);
        }
        speaks_of_usa_ = weight.contains("USA");
        double best = 0;
        double all = 0;
        for (const auto& [country, sum] : weight) {
            all += sum;
            if (sum > best) {
                best = sum;
                focus_ = country;
            }
        }
        focus_is_plain_ = best * 2 > all;
    }

    // Known actors.

    void join_known() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].kind == SightingKind::known) {
                const Index person = person_named_like(s);
                joined_.actor_of[s] = person == none ? known_actor(sightings_[s].known) : person;
            }
        }
    }

    // "Paris" after "Valeska Paris".
    Index person_named_like(Index s) {
        const Sighting& sighting = sightings_[s];
        const ActorType type = lexicons_.actor(sighting.known).type;
        const bool one_word = sighting.mention.last - sighting.mention.first == 1;
        if (!one_word || sighting.mention.as_place ||
            (type != ActorType::country && type != ActorType::place)) {
            return none;
        }
        const std::string key = phrase_key(sighting.text);
        for (const Index actor : people_by_word_[key]) {
            if (words_[actor].size() > 1 && words_[actor].back() == key) {
                return actor;
            }
        }
        return none;
    }

    Index known_actor(Index known) {
        const auto [found, is_new] = actor_of_known_.try_emplace(known, none);
        if (is_new) {
            const KnownActor& actor = lexicons_.actor(known);
            found->second = add_actor(actor.name, actor.type, actor.country, actor.sectors, "lexicon", known);
        }
        return found->second;
    }

    Index country_actor(const std::string& code) {
        const Index known = lexicons_.country_index(code);
        return known == Lexicons::none ? none : known_actor(known);
    }

    // People.

    void join_people() {
        for (const bool full : {true, false}) {
            for (Index s = 0; s < sightings_.size(); ++s) {
                if (sightings_[s].kind == SightingKind::person && sightings_[s].same_as == none) {
                    join_person(s, full);
                }
            }
        }
    }

    void join_person(Index s, bool full) {
        const auto words = name_words(sightings_[s].text);
        if (words.empty() || (words.size() > 1) != full) {
            return;
        }
        Index actor = agreeing_person(words, s);
        if (actor == none) {
            actor = add_actor(sightings_[s].text, ActorType::person, "", {}, full ? "name" : "surname");
        } else if (words.size() > words_[actor].size()) {
            actors()[actor].name = sightings_[s].text;
        }
        remember_person(actor, s, words);
    }

    // The person last named before sighting `s` whose name agrees; else the first one after it.
    Index agreeing_person(const std::vector<std::string>& words, Index s) {
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

    // Makes a person's mention and the words of the name findable.
    void remember_person(Index actor, Index s, const std::vector<std::string>& words) {
        joined_.actor_of[s] = actor;
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

    // Organizations and places that no lexicon knows.

    void join_organizations() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].kind == SightingKind::organization) {
                joined_.actor_of[s] = organization(s);
            }
        }
    }

    Index organization(Index s) {
        const Sighting& sighting = sightings_[s];
        const std::string key = phrase_key(sighting.text);
        const auto found = by_key_.find(key);
        if (found != by_key_.end()) {
            return found->second;
        }
        Index actor = acronym_of(s);
        if (actor == none) {
            actor = shortened_form(key);
        }
        if (actor == none) {
            actor = add_actor(sighting.text, ActorType::organization, sighting.country,
                              sectors_of_name(sighting.text), "name");
        }
        by_key_.emplace(key, actor);
        return actor;
    }

    // "International Syria Support Group (ISSG)".
    Index acronym_of(Index s) {
        const Mention& mention = sightings_[s].mention;
        const SentenceView& view = views_[mention.sentence];
        if (mention.first < 2 || view.form(mention.first - 1) != "(" || !view.is(mention.last, ")") ||
            mention.last - mention.first > 1) {
            return none;
        }
        for (Index other = first_of_sentence(mention.sentence);
             other < first_of_sentence(mention.sentence + 1); ++other) {
            const Mention& before = sightings_[other].mention;
            if (before.last == mention.first - 1 && joined_.actor_of[other] != none) {
                return joined_.actor_of[other];
            }
        }
        return none;
    }

    // "National Bank" after "Swiss National Bank": the end of a longer name.
    Index shortened_form(const std::string& key) {
        if (key.size() < 6 || by_key_.size() > 5000) {
            return none;  // no article names so many; a book must not cost its square
        }
        for (const auto& [longer, actor] : by_key_) {
            if (longer.size() > key.size() && longer.ends_with(key)) {
                return actor;
            }
        }
        return none;
    }

    static std::vector<std::string> sectors_of_name(std::string_view name) {
        static const std::vector<std::pair<std::string_view, std::vector<std::string>>> cues = {
            {"ministry", {"GOV"}},   {"department", {"GOV"}}, {"police", {"COP"}},
            {"party", {"PTY"}},      {"court", {"JUD"}},      {"tribunal", {"JUD"}},
            {"parliament", {"LEG"}}, {"assembly", {"LEG"}},   {"senate", {"LEG"}},
            {"army", {"MIL"}},       {"navy", {"MIL"}},       {"brigade", {"MIL"}},
            {"brigades", {"UAF"}},   {"battalion", {"MIL"}},  {"front", {"UAF"}},
            {"university", {"EDU"}}, {"college", {"EDU"}},    {"school", {"EDU"}},
            {"institute", {"EDU"}},  {"bank", {"BUS"}},       {"group", {"BUS"}},
            {"inc", {"BUS"}},        {"corp", {"BUS"}},       {"company", {"BUS"}},
            {"co", {"BUS"}},         {"ltd", {"BUS"}},        {"plc", {"BUS"}},
            {"airlines", {"BUS"}},   {"news", {"JRN"}},       {"times", {"JRN"}},
            {"post", {"JRN"}},       {"tv", {"JRN"}},         {"television", {"JRN"}},
            {"radio", {"JRN"}},      {"press", {"JRN"}},      {"wire", {"JRN"}},
            {"agency", {"GOV"}},     {"church", {"REL"}},     {"hospital", {"MED"}},
            {"union", {"LAB"}},      {"foundation", {"CVL"}}, {"association", {"CVL"}},
            {"militia", {"UAF"}},    {"forces", {"MIL"}}};
        for (const auto& word : words_of(name)) {
            for (const auto& [cue, sectors] : cues) {
                if (word == cue) {
                    return sectors;
                }
            }
        }
        return {};
    }

    void join_places() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].kind == SightingKind::place) {
                joined_.actor_of[s] = place(sightings_[s].text);
            }
        }
    }

    Index place(const std::string& text) {
        const auto [found, is_new] = place_by_key_.try_emplace(phrase_key(text), none);
        if (is_new) {
            found->second = add_actor(text, ActorType::place, "", {}, "name");
        }
        return found->second;
    }

    // A capitalised word of which only the rest of the article knows what it is.
    void join_unknown() {
        std::map<std::string, int> count;
        for (const Sighting& sighting : sightings_) {
            count[phrase_key(sighting.text)] +=
                sighting.kind == SightingKind::unknown && sighting.certain ? 1 : 0;
        }
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].kind != SightingKind::unknown) {
                continue;
            }
            const std::string key = phrase_key(sightings_[s].text);
            joined_.actor_of[s] = named_elsewhere(s, key);
            if (joined_.actor_of[s] == none) {
                joined_.actor_of[s] = learned_actor(s, key);
            }
            if (joined_.actor_of[s] == none && count[key] >= 2) {
                const Index actor = add_actor(sightings_[s].text, ActorType::organization, "", {}, "name");
                by_key_.emplace(key, actor);
                joined_.actor_of[s] = actor;
            }
        }
    }

    // What the reader takes the word for, where the article tells nothing more of it.
    Index learned_actor(Index s, const std::string& key) {
        const std::string& text = sightings_[s].text;
        switch (sightings_[s].learned) {
            case UnitKind::person: {
                const Index actor = add_actor(text, ActorType::person, "", {}, "surname");
                remember_person(actor, s, name_words(text));
                return actor;
            }
            case UnitKind::unknown_organization: {
                const Index actor =
                    add_actor(text, ActorType::organization, "", sectors_of_name(text), "name");
                by_key_.emplace(key, actor);
                return actor;
            }
            case UnitKind::unknown_place:
                return place(text);
            default:
                return none;
        }
    }

    Index named_elsewhere(Index s, const std::string& key) {
        if (const auto found = by_key_.find(key); found != by_key_.end()) {
            return found->second;
        }
        if (const auto found = place_by_key_.find(key); found != place_by_key_.end()) {
            return found->second;
        }
        if (const Index body = body_called(key); body != none) {
            return body;
        }
        const Index person = agreeing_person(name_words(sightings_[s].text), s);
        if (person != none || well_known(sightings_[s].text, "") == nullptr) {
            return person;
        }
        const Index known = add_actor(sightings_[s].text, ActorType::person, "", {}, "surname");
        remember_person(known, s, name_words(sightings_[s].text));
        return known;
    }

    // "The Church" of an article on the Church of Scientology.
    Index body_called(const std::string& key) {
        if (!lexicons_.word("body_noun", key)) {
            return none;
        }
        for (Index a = 0; a < actors().size(); ++a) {
            const auto words = words_of(actors()[a].name);
            if (actors()[a].type == ActorType::organization && words.size() > 1 &&
                std::find(words.begin(), words.end(), key) != words.end()) {
                return a;
            }
        }
        return none;
    }

    // A surname alone is not enough where the article never speaks of the country.
    [[nodiscard]] const KnownActor* well_known(const std::string& name, const std::string& country) const {
        const KnownActor* known = lexicons_.person(name, country);
        const bool alone = name.find(' ') == std::string::npos;
        const bool fits = known != nullptr && (!alone || is_pseudo_country(known->country) ||
                                               countries_.contains(known->country));
        return fits ? known : nullptr;
    }

    // Those whom everybody knows get their full name, country and sector; two names of one of them become
    // one.
    void recognise_people() {
        std::map<const KnownActor*, Index> actor_of;
        const auto told = countries_told();
        std::vector<Index> same(actors().size());
        for (Index a = 0; a < actors().size(); ++a) {
            same[a] = a;
            if (actors()[a].type != ActorType::person) {
                continue;
            }
            const KnownActor* known = well_known(actors()[a].name, told[a]);
            if (known == nullptr) {
                continue;
            }
            same[a] = actor_of.try_emplace(known, a).first->second;
            if (words_[a].size() == 1) {
                actors()[a].name = known->name;
            }
            actors()[a].country = known->country;
            actors()[a].sectors = known->sectors;
            actors()[a].resolved = "lexicon";
        }
        for (Index& actor : joined_.actor_of) {
            actor = actor == none ? none : same[actor];
        }
    }

    // By actor, the country that a title before the name tells: "Russian President Putin".
    [[nodiscard]] std::vector<std::string> countries_told() const {
        std::vector<std::string> told(joined_.cast.actors.size());
        for (Index s = 0; s < sightings_.size(); ++s) {
            const Index actor = joined_.actor_of[s];
            if (actor != none && sightings_[s].kind == SightingKind::person && told[actor].empty()) {
                told[actor] = sightings_[s].country;
            }
        }
        return told;
    }

    // A name with its title, and an apposition, are who stands beside them.
    void join_linked() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].same_as != none) {
                joined_.actor_of[s] = joined_.actor_of[sightings_[s].same_as];
            }
        }
    }

    // Collectives.

    void join_collectives() {
        find_sole_armed_group();
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].kind == SightingKind::collective) {
                joined_.actor_of[s] = collective(sightings_[s]);
            }
        }
    }

    Index collective(const Sighting& sighting) {
        const Collective& noun = *sighting.collective;
        std::string country = sighting.country;
        std::string owner;
        if (sighting.body != none) {
            const Index body = joined_.actor_of[sighting.body];
            const Sighting& body_sighting = sightings_[sighting.body];
            if (body != none && actors()[body].type == ActorType::organization) {
                if (acts_for_organization(noun)) {
                    return body;  // "RSF fighters", "U.N. officials"
                }
                owner = actors()[body].name;
            }
            if (body != none && actors()[body].type == ActorType::person && noun.of != "Government") {
                return described(sighting, noun.sectors, noun.type, actors()[body].country);
            }
            if (body != none && actors()[body].type == ActorType::place && !body_sighting.mention.modifies &&
                noun.of == "People") {
                owner = actors()[body].name;
            }
            if (body != none && country.empty()) {
                country = actors()[body].country;
            }
        }
        if (country.empty() && !sighting.ethnic.empty()) {
            return ethnic_actor(noun, sighting);
        }
        if (country.empty() && owner.empty() && sighting.body == none && fights(noun) &&
            sole_armed_group_ != none) {
            return sole_armed_group_;
        }
        if (country.empty() && sighting.weak) {
            country = is_institution(noun) ? focus_ : plain_country();
        } else if (country.empty()) {
            // "the administration" is what Americans call their government.
            country = noun.noun == "administration" && speaks_of_usa_ ? "USA" : focus_;
        }
        return collective_actor(noun, country, owner);
    }

    // Arms of a state and sides of its politics: in an article about a country they are that country's.
    [[nodiscard]] static bool is_institution(const Collective& noun) {
        static constexpr std::array<std::string_view, 7> sectors = {"GOV", "MIL", "COP", "JUD",
                                                                    "LEG", "OPP", "SPY"};
        return noun.of == "Protesters" ||
               (!noun.sectors.empty() &&
                std::find(sectors.begin(), sectors.end(), noun.sectors.front()) != sectors.end());
    }

    [[nodiscard]] static bool fights(const Collective& noun) {
        return noun.of == "Rebels" || noun.of == "Militants";
    }

    // "Kurdish forces", "European leaders": named as the text names them.
    Index ethnic_actor(const Collective& noun, const Sighting& sighting) {
        const std::string name = sighting.ethnic + " " + noun.noun;
        const auto [found, is_new] = by_key_.try_emplace("of:" + name, none);
        if (is_new) {
            found->second = add_actor(name, ActorType::group, sighting.ethnic == "European" ? "EUR" : "",
                                      noun.sectors, "collective");
        }
        return found->second;
    }

    // Where one armed group alone is named again and again, "the rebels" are its men.
    void find_sole_armed_group() {
        std::map<Index, int> named;
        for (Index s = 0; s < sightings_.size(); ++s) {
            const Index actor = joined_.actor_of[s];
            if (sightings_[s].kind == SightingKind::known && actor != none &&
                !actors()[actor].sectors.empty() &&
                (actors()[actor].sectors.front() == "REB" || actors()[actor].sectors.front() == "UAF")) {
                ++named[actor];
            }
        }
        if (named.size() == 1 && named.begin()->second >= 3) {
            sole_armed_group_ = named.begin()->first;
        }
    }

    // "the security service (SBU)", "Rodrigo Londoño, known as Timochenko": another name for who stands
    // before it.
    void join_other_names() {
        std::vector<Index> same(actors().size());
        std::iota(same.begin(), same.end(), Index{0});
        for (Index s = 0; s < sightings_.size(); ++s) {
            const Mention& mention = sightings_[s].mention;
            if (mention.kind != MentionKind::name || mention.first < 2 || mention.modifies ||
                is_known(joined_.actor_of[s])) {
                continue;
            }
            const Index named = other_name_of(s);
            if (named != none && joined_.actor_of[s] != none) {
                same[joined_.actor_of[s]] = same[named];
            } else if (named != none) {
                joined_.actor_of[s] = named;
            }
        }
        for (Index& actor : joined_.actor_of) {
            actor = actor == none ? none : same[actor];
        }
    }

    [[nodiscard]] bool is_known(Index actor) const {
        return actor != none && joined_.known_of[actor] != Lexicons::none;
    }

    [[nodiscard]] Index other_name_of(Index s) const {
        const Mention& mention = sightings_[s].mention;
        const SentenceView& view = views_[mention.sentence];
        const bool bracketed = view.form(mention.first - 1) == "(" && view.is(mention.last, ")") &&
                               mention.last - mention.first == 1 && view.capital[mention.first];
        const bool called = (view.is(mention.first - 1, "as") && view.is(mention.first - 2, "known")) ||
                            view.is(mention.first - 1, "alias") || view.is(mention.first - 1, "nicknamed") ||
                            view.is(mention.first - 1, "formerly");
        const Index reach = bracketed ? 1 : called ? 7 : 0;
        Index best = none;
        Index best_last = 0;
        for (Index other = first_of_sentence(mention.sentence);
             reach > 0 && other < first_of_sentence(mention.sentence + 1); ++other) {
            const Mention& before = sightings_[other].mention;
            if (before.last < mention.first && before.last + reach >= mention.first &&
                before.last >= best_last && !before.modifies && !before.as_place &&
                joined_.actor_of[other] != none) {
                best = joined_.actor_of[other];
                best_last = before.last;
            }
        }
        return best;
    }

    [[nodiscard]] static bool acts_for_organization(const Collective& noun) {
        static constexpr std::array<std::string_view, 7> acting = {
            "Government", "Armed forces", "Rebels", "Militants", "Leaders", "Delegation", "Peacekeepers"};
        return std::find(acting.begin(), acting.end(), noun.of) != acting.end();
    }

    Index collective_actor(const Collective& noun, const std::string& country, const std::string& owner) {
        std::string name = noun.of;
        if (!owner.empty()) {
            name += " of " + owner;
        } else if (const KnownActor* known = lexicons_.country(country)) {
            name += " of " + with_article(known->name);
        }
        // Some institutions have a name of their own: the Central bank of Switzerland.
        if (const auto* forms = lexicons_.known_as(name); owner.empty() && forms != nullptr) {
            return known_actor(*forms);
        }
        const auto [found, is_new] = by_key_.try_emplace("of:" + name, none);
        if (is_new) {
            found->second = add_actor(name, noun.type, country, noun.sectors, "collective");
        }
        return found->second;
    }

    // Offices.

    void join_offices() {
        remember_titles();
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].kind == SightingKind::office && sightings_[s].same_as == none) {
                joined_.actor_of[s] = holder(s);
            }
        }
    }

    struct HeldTitle {
        Index sighting = 0;
        Index actor = 0;
    };

    void remember_titles() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].title != nullptr && joined_.actor_of[s] != none &&
                !sightings_[s].title->honorific) {
                held_.push_back({s, joined_.actor_of[s]});
            }
        }
    }

    Index holder(Index s) {
        const Sighting& office = sightings_[s];
        const std::string country = country_told(office);
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

    // "A provincial governor", "the union's lawyer": nobody we could name, but perhaps one who acts.
    Index described_holder(const Sighting& office, std::string country) {
        if (country.empty() && office.title->body == OfficeBody::country && !office.former) {
            country = plain_country();
        }
        const auto sectors = office.former ? std::vector<std::string>{"ELI"} : office.title->sectors;
        return described(office, sectors, ActorType::person, country);
    }

    // The country that the article speaks of more than of all others together, "" where none stands out.
    [[nodiscard]] std::string plain_country() const { return focus_is_plain_ ? focus_ : std::string{}; }

    // An actor called by its description: "Copper miners of Chile". A bystander until an event names it.
    Index described(const Sighting& sighting, const std::vector<std::string>& sectors, ActorType type,
                    const std::string& country) {
        std::string name = sighting.noun_text.empty() ? sighting.text : sighting.noun_text;
        const Index body = sighting.body == none ? none : joined_.actor_of[sighting.body];
        if (body != none && actors()[body].type != ActorType::country) {
            name += " of " + actors()[body].name;
        } else if (const KnownActor* known = lexicons_.country(country)) {
            name += " of " + with_article(known->name);
        }
        if (name.front() >= 'a' && name.front() <= 'z') {
            name.front() = static_cast<char>(name.front() - 'a' + 'A');
        }
        const auto [found, is_new] = by_key_.try_emplace("noun:" + name, none);
        if (is_new) {
            found->second = add_actor(name, type, country, sectors, "noun");
        }
        return found->second;
    }

    // Nouns that nothing names.

    void join_nouns() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (sightings_[s].kind == SightingKind::noun) {
                joined_.actor_of[s] = noun(sightings_[s]);
            }
        }
    }

    Index noun(const Sighting& sighting) {
        const ActorType type = sighting.plural ? ActorType::group : sighting.noun->type;
        if (sighting.same_as != none && joined_.actor_of[sighting.same_as] != none &&
            actors()[joined_.actor_of[sighting.same_as]].type == type) {
            return joined_.actor_of[sighting.same_as];
        }
        std::string country = country_told(sighting);
        const SentenceView& view = views_[sighting.mention.sentence];
        const std::string head = view.lower[sighting.mention.head];
        const auto earlier = noun_by_head_.find(head);
        if (sighting.definite && earlier != noun_by_head_.end() &&
            (country.empty() || actors()[earlier->second].country == country)) {
            return earlier->second;
        }
        if (country.empty()) {
            country = plain_country();
        }
        const Index actor = described(sighting, sectors_of_noun(sighting), type, country);
        noun_by_head_[head] = actor;
        return actor;
    }

    // "Police officers" are police, whatever officers are.
    [[nodiscard]] std::vector<std::string> sectors_of_noun(const Sighting& sighting) const {
        const auto words = words_of(sighting.noun_text);
        if (sighting.former && sighting.noun->type == ActorType::person) {
            return {"ELI"};
        }
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const auto collective = lexicons_.collective_at({phrase_key(words[i])}, 0);
            if (collective.tokens == 1) {
                return collective.collective->sectors;
            }
            if (const ActorNoun* noun = lexicons_.noun(words[i])) {
                return noun->sectors;
            }
        }
        return sighting.noun->sectors;
    }

    void find_bystanders() {
        std::vector<bool> acts_for_itself(actors().size(), false);
        for (Index s = 0; s < sightings_.size(); ++s) {
            const Index actor = joined_.actor_of[s];
            if (actor != none && !sightings_[s].weak && actors()[actor].resolved != "noun") {
                acts_for_itself[actor] = true;
            }
        }
        for (Index a = 0; a < actors().size(); ++a) {
            if (!acts_for_itself[a]) {
                joined_.cast.bystanders.push_back(a);
            }
        }
    }

    // The one last called by this title, before the sighting if there is one.
    Index known_holder(Index s, const std::string& country) {
        Index best = none;
        const auto here =
            std::lower_bound(held_.begin(), held_.end(), s,
                             [](const HeldTitle& held, Index at) { return held.sighting < at; });
        const auto from = here - std::min<std::ptrdiff_t>(here - held_.begin(), titles_looked_back);
        const auto to = here + std::min<std::ptrdiff_t>(held_.end() - here, titles_looked_back);
        for (auto held = from; held != to; ++held) {
            const Sighting& other = sightings_[held->sighting];
            const std::string other_country = country_told(other);
            const bool same_country = country.empty() || other_country.empty() || country == other_country;
            if (!same_country || !title_describes(sightings_[s].title_text, other.title_text)) {
                continue;
            }
            if (best == none || held->sighting < s) {
                best = held->actor;
            }
        }
        return best;
    }

    std::string country_told(const Sighting& sighting) {
        if (!sighting.country.empty() || sighting.body == none) {
            return sighting.country;
        }
        const Index body = joined_.actor_of[sighting.body];
        return body == none ? std::string{} : actors()[body].country;
    }

    Index unnamed_holder(const Sighting& office, const std::string& country) {
        const KnownActor* known = lexicons_.country(country);
        std::string title = lower_ascii(office.title_text);
        const std::string name = known == nullptr ? office.text : title + " of " + with_article(known->name);
        const auto [found, is_new] = by_key_.try_emplace("office:" + name, none);
        if (is_new) {
            std::string written = name;
            if (written.front() >= 'a' && written.front() <= 'z') {
                written.front() = static_cast<char>(written.front() - 'a' + 'A');
            }
            found->second = add_actor(written, ActorType::person, country, office.title->sectors, "office");
        }
        return found->second;
    }

    // Country and sectors of people, from the titles they are given.

    void code_people() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            const Index actor = joined_.actor_of[s];
            if (actor != none && actors()[actor].type == ActorType::person &&
                sightings_[s].title != nullptr) {
                code_person(actors()[actor], sightings_[s]);
            }
        }
    }

    void code_person(Actor& person, const Sighting& sighting) {
        const Actor* body = nullptr;
        if (sighting.body != none && joined_.actor_of[sighting.body] != none) {
            body = &actors()[joined_.actor_of[sighting.body]];
        }
        if (person.country.empty()) {
            person.country = country_told(sighting);
        }
        if (person.country.empty() && sighting.title->body == OfficeBody::country) {
            person.country = country_around(sighting);
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

    // The country a title means that names none: "In Tehran, President …"; "his Russian counterpart and
    // Foreign Minister …"; the one the sentence before speaks of; the one the article is about.
    std::string country_around(const Sighting& sighting) {
        std::string before;
        std::string sentence_before;
        const Index sentence = sighting.mention.sentence;
        for (Index s = first_of_sentence(sentence == 0 ? 0 : sentence - 1);
             s < first_of_sentence(sentence + 1); ++s) {
            const Sighting& other = sightings_[s];
            if (other.kind != SightingKind::known || other.country.empty() ||
                is_pseudo_country(other.country)) {
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
        return sentence_before.empty() ? focus_ : sentence_before;
    }

    // Output.

    void number_in_order() {
        std::vector<Index> order;
        std::vector<Index> position(actors().size(), none);
        std::vector<Index> sorted(sightings_.size());
        for (Index s = 0; s < sorted.size(); ++s) {
            sorted[s] = s;
        }
        std::stable_sort(sorted.begin(), sorted.end(), [&](Index a, Index b) {
            const Mention& ma = sightings_[a].mention;
            const Mention& mb = sightings_[b].mention;
            return std::tuple(ma.sentence, ma.first, mb.last) < std::tuple(mb.sentence, mb.first, ma.last);
        });
        for (const Index s : sorted) {
            const Index actor = joined_.actor_of[s];
            if (actor != none && position[actor] == none) {
                position[actor] = static_cast<Index>(order.size());
                order.push_back(actor);
            }
        }
        std::vector<Actor> actors_in_order;
        std::vector<Index> known_in_order;
        for (const Index actor : order) {
            actors_in_order.push_back(std::move(actors()[actor]));
            known_in_order.push_back(joined_.known_of[actor]);
        }
        actors() = std::move(actors_in_order);
        joined_.known_of = std::move(known_in_order);
        for (Index& actor : joined_.actor_of) {
            actor = actor == none ? none : position[actor];
        }
        sorted_ = std::move(sorted);
    }

    void write_mentions() {
        for (const Index s : sorted_) {
            if (joined_.actor_of[s] == none) {
                continue;
            }
            Mention mention = sightings_[s].mention;
            mention.actor = joined_.actor_of[s];
            joined_.cast.mentions.push_back(mention);
            Actor& actor = actors()[mention.actor];
            actor.spans.push_back(mention.span);
        }
        // A demonym that only modifies is no name of the country, unless the article has no other.
        std::vector<bool> has_noun(actors().size(), false);
        for (const bool modifying : {false, true}) {
            for (const Mention& mention : joined_.cast.mentions) {
                Actor& actor = actors()[mention.actor];
                if (is_adjective(mention) != modifying || (modifying && has_noun[mention.actor])) {
                    continue;
                }
                has_noun[mention.actor] = has_noun[mention.actor] || !modifying;
                const std::string form(slice(document_.text, mention.span));
                if (std::find(actor.mentions.begin(), actor.mentions.end(), form) == actor.mentions.end()) {
                    actor.mentions.push_back(form);
                }
            }
        }
    }

    [[nodiscard]] bool is_adjective(const Mention& mention) const {
        if (!mention.modifies) {
            return false;
        }
        const SentenceView& view = views_[mention.sentence];
        const auto names = lexicons_.names_at(view.sentence->tokens, view.keys, mention.first);
        return std::any_of(names.begin(), names.end(),
                           [](const NameMatch& match) { return match.sense == Sense::adjective; });
    }

    void give_ids() {
        std::map<std::string, int> used;
        for (Actor& actor : actors()) {
            actor.id = slug(actor.name);
            if (actor.id.empty()) {
                actor.id = "actor";
            }
            if (used[actor.id]++ > 0) {
                const std::string base = actor.id + "-" + std::string(name(actor.type));
                actor.id = base;
                for (int i = 2; used[actor.id]++ > 0; ++i) {
                    actor.id = base + "-" + std::to_string(i);
                }
            }
        }
    }

    const Document& document_;
    const std::vector<SentenceView>& views_;
    const std::vector<Sighting>& sightings_;
    const Lexicons& lexicons_;
    JoinedSightings joined_;
    std::string focus_;
    std::set<std::string> countries_;  // that the article speaks of
    bool focus_is_plain_ = false;
    bool speaks_of_usa_ = false;
    Index sole_armed_group_ = none;
    std::map<Index, Index> actor_of_known_;
    std::map<std::string, Index> by_key_;
    std::map<std::string, Index> place_by_key_;
    std::vector<std::vector<std::string>> words_;  // of people's names, by actor
    std::map<std::string, std::vector<Index>> people_by_word_;
    std::map<Index, std::set<Index>> seen_at_;  // sightings of people, by actor
    std::vector<HeldTitle> held_;
    std::map<std::string, Index> noun_by_head_;
    std::vector<Index> sorted_;
};

}  // namespace

JoinedSightings build_cast(const Document& document, const std::vector<SentenceView>& views,
                           const std::vector<Sighting>& sightings, const Lexicons& lexicons) {
    return CastBuilder(document, views, sightings, lexicons).build();
}

}  // namespace entente::extract
