#include "extract/lexicons/lexicons.hpp"

#include "extract/lexicons/embedded.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

// "US", "U.N.", "ISIS", "P5+1": a form in which case is all there is.
bool is_acronym(std::string_view written) {
    const auto letters =
        std::count_if(written.begin(), written.end(), [](char c) { return is_upper(c) || is_lower(c); });
    return letters > 0 && letters <= 6 && std::none_of(written.begin(), written.end(), is_lower) &&
           written.find(' ') == std::string_view::npos;
}

bool begins_lower(std::string_view written) {
    return !written.empty() && is_lower(written.front());
}

// Does the text's case allow it to be this form? Capital against small decides between "Turkey" and "turkey",
// "US" and "us"; particles ("al-Qaeda") may have either.
bool case_allows(std::string_view written, const std::vector<Token>& tokens, std::size_t at,
                 std::uint32_t count) {
    const std::string& first = tokens[at].form;
    if (is_acronym(written)) {
        return count > 1 || (!first.empty() && std::none_of(first.begin(), first.end(), is_lower));
    }
    if (begins_lower(written)) {
        return true;
    }
    return !begins_lower(first);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return result;
}

// "Aleppo = Halab": the first is canonical, the others are spellings.
std::vector<std::string> spellings(const std::string& written) {
    std::vector<std::string> forms;
    std::size_t begin = 0;
    while (begin <= written.size()) {
        const auto end = std::min(written.find(" = ", begin), written.size());
        forms.push_back(written.substr(begin, end - begin));
        begin = end + 3;
    }
    return forms;
}

ActorType type_told(const LexiconEntry& entry, ActorType usual) {
    const std::string type = entry.optional_text("type");
    if (type.empty()) {
        return usual;
    }
    const auto parsed = actor_type(type);
    if (!parsed) {
        entry.refuse(fmt::format("\"{}\" is no type of actor", type));
    }
    return *parsed;
}

OfficeBody office_body(const LexiconEntry& entry) {
    const std::string body = entry.optional_text("body");
    if (body == "country") {
        return OfficeBody::country;
    }
    if (body == "organization") {
        return OfficeBody::organization;
    }
    if (!body.empty()) {
        entry.refuse(
            fmt::format("\"body\" is \"{}\"; it may be \"country\" or \"organization\", or missing", body));
    }
    return OfficeBody::none;
}

}  // namespace

Lexicons::Lexicons(const std::filesystem::path& folder) {
    using Take = void (Lexicons::*)(const LexiconEntry&);
    const std::pair<const char*, Take> files[] = {
        {"countries.json", &Lexicons::take_country}, {"organizations.json", &Lexicons::take_organization},
        {"places.json", &Lexicons::take_place},      {"people.json", &Lexicons::take_people},
        {"titles.json", &Lexicons::take_title},      {"collectives.json", &Lexicons::take_collective},
        {"nouns.json", &Lexicons::take_noun},        {"given_names.json", &Lexicons::take_given_names},
        {"words.json", &Lexicons::take_words}};
    for (const auto& [file, take] : files) {
        const bool own = !folder.empty() && std::filesystem::exists(folder / file);
        const auto take_entry = [this, take = take](const LexiconEntry& entry) { (this->*take)(entry); };
        if (own) {
            read_lexicon((folder / file).string(), read_lexicon_file(folder / file), take_entry);
        } else {
            read_lexicon(file, embedded_lexicon(file), take_entry);
        }
    }
}

const KnownActor* Lexicons::actor_named(std::string_view name) const {
    const auto found = actor_by_name_.find(std::string(name));
    return found == actor_by_name_.end() ? nullptr : &actors_[found->second];
}

std::uint32_t Lexicons::country_index(std::string_view code) const {
    const auto found = country_by_code_.find(std::string(code));
    return found == country_by_code_.end() ? none : found->second;
}

const KnownActor* Lexicons::country(std::string_view code) const {
    const std::uint32_t index = country_index(code);
    return index == none ? nullptr : &actors_[index];
}

const std::uint32_t* Lexicons::known_as(std::string_view name) const {
    const auto* found = name_table_.find(name);
    return found == nullptr ? nullptr : &forms_[found->front()].actor;
}

std::vector<NameMatch> Lexicons::names_at(const std::vector<Token>& tokens,
                                          const std::vector<std::string>& keys, std::size_t at) const {
    std::vector<NameMatch> matches;
    for (const auto& found : name_table_.all_at(keys, at)) {
        for (const std::uint32_t value : *found.values) {
            const Form& form = forms_[value];
            const NameMatch match{form.actor, form.sense, found.tokens};
            if (case_allows(form.written, tokens, at, found.tokens) &&
                std::find(matches.begin(), matches.end(), match) == matches.end()) {
                matches.push_back(match);
            }
        }
        if (!matches.empty()) {
            break;
        }
    }
    return matches;
}

const KnownActor* Lexicons::person(std::string_view name, std::string_view country) const {
    if (const auto* full = people_.find(name)) {
        return &actors_[full->front()];
    }
    const auto* same_surname = name.find(' ') == std::string_view::npos ? surnames_.find(name) : nullptr;
    const KnownActor* only = nullptr;
    for (std::size_t i = 0; same_surname != nullptr && i < same_surname->size(); ++i) {
        const KnownActor& actor = actors_[(*same_surname)[i]];
        if (!country.empty() && actor.country != country) {
            continue;
        }
        if (only != nullptr) {
            return nullptr;
        }
        only = &actor;
    }
    return only;
}

Lexicons::TitleMatch Lexicons::title_at(const std::vector<std::string>& keys, std::size_t at) const {
    const auto found = title_table_.longest_at(keys, at);
    return found.tokens == 0 ? TitleMatch{} : TitleMatch{&titles_[found.values->front()], found.tokens};
}

Lexicons::CollectiveMatch Lexicons::collective_at(const std::vector<std::string>& keys,
                                                  std::size_t at) const {
    const auto found = collective_table_.longest_at(keys, at);
    return found.tokens == 0 ? CollectiveMatch{}
                             : CollectiveMatch{&collectives_[found.values->front()], found.tokens};
}

const ActorNoun* Lexicons::noun(std::string_view lemma) const {
    const auto found = nouns_.find(std::string(lemma));
    return found == nouns_.end() ? nullptr : &found->second;
}

Lexicons::GivenName Lexicons::given_name(std::string_view form) const {
    const auto found = given_names_.find(phrase_key(form));
    return found == given_names_.end() ? GivenName{} : GivenName{true, found->second};
}

std::string Lexicons::homeland(std::string_view people) const {
    const auto found = homelands_.find(lower(people));
    return found == homelands_.end() ? std::string{} : found->second;
}

bool Lexicons::word(std::string_view kind, std::string_view lower_form) const {
    const auto list = words_.find(std::string(kind));
    return list != words_.end() && list->second.contains(std::string(lower_form));
}

void Lexicons::add_form(std::string_view written, std::uint32_t actor, Sense sense) {
    name_table_.add(written, static_cast<std::uint32_t>(forms_.size()));
    forms_.push_back({actor, sense, std::string(written)});
}

std::uint32_t Lexicons::add_actor(KnownActor actor) {
    const auto index = static_cast<std::uint32_t>(actors_.size());
    actor_by_name_.emplace(actor.name, index);
    actors_.push_back(std::move(actor));
    return index;
}

void Lexicons::take_country(const LexiconEntry& entry) {
    entry.allow_only({"name", "code", "aliases", "adjectives", "people", "seats", "former"});
    const std::string name = entry.text("name");
    const std::string code = entry.text("code");
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), is_upper)) {
        entry.refuse(fmt::format("\"{}\" is no country code of three capital letters", code));
    }
    const std::uint32_t index = add_actor({name, ActorType::country, code, {}, {}});
    if (!entry.flag("former")) {
        country_by_code_.emplace(code, index);
    }
    add_form(name, index, Sense::name);
    for (const auto& alias : entry.texts("aliases")) {
        add_form(alias, index, Sense::name);
    }
    for (const auto& adjective : entry.texts("adjectives")) {
        add_form(adjective, index, Sense::adjective);
    }
    for (const auto& people : entry.texts("people")) {
        add_form(people, index, Sense::people);
    }
    for (const auto& seat : entry.texts("seats")) {
        add_form(seat, index, Sense::seat);
        const std::uint32_t city = add_actor({seat, ActorType::place, code, {}, {}});
        add_form(seat, city, Sense::name);
        seats_.insert(city);
    }
}

void Lexicons::take_organization(const LexiconEntry& entry) {
    entry.allow_only({"name", "type", "country", "sectors", "aliases", "adjectives", "part_of", "seats"});
    KnownActor known{entry.text("name"), ActorType::organization, entry.optional_text("country"),
                     entry.texts("sectors"), entry.optional_text("part_of")};
    known.type = type_told(entry, known.type);
    const std::string name = known.name;
    const std::uint32_t index = add_actor(std::move(known));
    add_form(name, index, Sense::name);
    for (const auto& alias : entry.texts("aliases")) {
        add_form(alias, index, Sense::name);
    }
    for (const auto& adjective : entry.texts("adjectives")) {
        add_form(adjective, index, Sense::adjective);
    }
    for (const auto& seat : entry.texts("seats")) {
        add_form(seat, index, Sense::seat);
    }
}

void Lexicons::take_place(const LexiconEntry& entry) {
    entry.allow_only({"country", "names", "adjectives"});
    const std::string country = entry.optional_text("country");
    const auto adjectives = entry.texts("adjectives");
    const auto names = entry.texts("names");
    if (!adjectives.empty() && names.size() != 1) {
        entry.refuse("\"adjectives\" can belong to one name only");
    }
    for (const auto& written : names) {
        const auto forms = spellings(written);
        const std::uint32_t index = add_actor({forms.front(), ActorType::place, country, {}, {}});
        for (const auto& form : forms) {
            add_form(form, index, Sense::name);
        }
        for (const auto& adjective : adjectives) {
            add_form(adjective, index, Sense::adjective);
        }
    }
}

void Lexicons::take_people(const LexiconEntry& entry) {
    entry.allow_only({"country", "sectors", "names"});
    for (const auto& written : entry.texts("names")) {
        const auto forms = spellings(written);
        const std::uint32_t index = add_actor(
            {forms.front(), ActorType::person, entry.optional_text("country"), entry.texts("sectors"), {}});
        for (const auto& form : forms) {
            people_.add(form, index);
            const std::size_t word = form.find_last_of(" -");
            surnames_.add(word == std::string::npos ? form : form.substr(word + 1), index);
        }
    }
}

void Lexicons::take_title(const LexiconEntry& entry) {
    entry.allow_only({"titles", "sectors", "body", "honorific", "unique"});
    for (const auto& written : entry.texts("titles")) {
        title_table_.add(written, static_cast<std::uint32_t>(titles_.size()));
        titles_.push_back({written, entry.texts("sectors"), office_body(entry), entry.flag("honorific"),
                           entry.flag("unique")});
    }
}

void Lexicons::take_collective(const LexiconEntry& entry) {
    entry.allow_only({"nouns", "of", "sectors", "type", "bare", "country", "by_noun", "roams"});
    Collective collective{{}, entry.text("of"), entry.texts("sectors"), ActorType::group, entry.flag("bare")};
    collective.country = entry.optional_text("country");
    collective.by_noun = entry.flag("by_noun");
    collective.roams = entry.flag("roams");
    collective.type = type_told(entry, collective.type);
    for (const auto& noun : entry.texts("nouns")) {
        collective.noun = noun;
        collective_table_.add(noun, static_cast<std::uint32_t>(collectives_.size()));
        collectives_.push_back(collective);
    }
}

void Lexicons::take_noun(const LexiconEntry& entry) {
    entry.allow_only({"nouns", "sectors", "type"});
    const ActorNoun noun{entry.texts("sectors"), type_told(entry, ActorType::person)};
    for (const auto& written : entry.texts("nouns")) {
        nouns_.emplace(written, noun);
    }
}

void Lexicons::take_given_names(const LexiconEntry& entry) {
    entry.allow_only({"gender", "names"});
    const std::string gender = entry.optional_text("gender");
    const Gender value = gender == "female" ? Gender::female
                         : gender == "male" ? Gender::male
                                            : Gender::unknown;
    for (const auto& name : entry.texts("names")) {
        given_names_.emplace(phrase_key(name), value);
    }
}

void Lexicons::take_words(const LexiconEntry& entry) {
    entry.allow_only({"kind", "words", "country"});
    auto& list = words_[entry.text("kind")];
    const std::string country = entry.optional_text("country");
    for (const auto& word : entry.texts("words")) {
        list.insert(lower(word));
        if (!country.empty()) {
            homelands_.emplace(lower(word), country);
        }
    }
}

}  // namespace entente::extract
