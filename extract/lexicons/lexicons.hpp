// What the language and the world know before any article is read: countries with their peoples and seats of
// government, organizations, places, titles and offices, collective nouns, given names, plain words.
//
// Loaded once from the compiled-in files or from a folder of the same files, immutable from then on, shared
// by any number of threads. A folder may hold some of the files only; the others are the compiled-in ones.
// What a user's own lists of actors say comes last and outweighs all of it (actor_list.hpp, ACTORS.md).
//
// Files (one entry a line, see lexicon_file.hpp):
//   countries.json      name, code, aliases, adjectives, people, seats
//   organizations.json  name, type, country, sectors, aliases, adjectives, part_of, seats
//   places.json         country, names, adjectives
//   people.json         country, sectors, names
//   titles.json         titles, sectors, body, honorific, unique
//   collectives.json    nouns, of, sectors, type, bare, country, by_noun, roams
//   nouns.json          nouns, sectors, type
//   given_names.json    gender, names
//   words.json          kind, words, country (of a people without a state of its own)
#pragma once

#include "extract/lexicons/actor_list.hpp"
#include "extract/lexicons/lexicon_file.hpp"
#include "extract/lexicons/phrase_table.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente::extract {

// An actor the lexicons know.
struct KnownActor {
    std::string name;  // canonical
    ActorType type = ActorType::organization;
    std::string country;
    std::vector<std::string> sectors;
    std::string part_of;  // canonical name of what it belongs to, "" for none
    // Of a user's list: what holds at which time. Country and sectors are then what holds at most times.
    std::vector<DatedCoding> codings = {};
    bool listed = false;  // by a user
};

struct Coding {
    std::string country;
    std::vector<std::string> sectors;
};

// What the actor is on a day, which may be unknown. A person whose last office of a list is over is ELI.
Coding coding_of(const KnownActor& actor, const Date& day);

// How a phrase stands for a known actor: by its name ("Russia"), as an adjective ("Russian"), by its people
// ("the Russians"), by its seat of government ("Moscow").
enum class Sense : std::uint8_t { name, adjective, people, seat };

struct NameMatch {
    std::uint32_t actor = 0;  // for Lexicons::actor
    Sense sense = Sense::name;
    std::uint32_t tokens = 0;

    bool operator==(const NameMatch&) const = default;
};

// Whom an office serves when no name says so: the country ("president"), a body named beside it ("chairman"),
// nobody (an honorific: "Mr.", "Gen.", or a trade: "lawyer").
enum class OfficeBody : std::uint8_t { country, organization, none };

struct Title {
    std::string title;  // "foreign minister"
    std::vector<std::string> sectors;
    OfficeBody body = OfficeBody::none;
    bool honorific = false;  // only before a name, never a description
    bool unique = false;     // one holder at a time: "the president" is the president spoken of
};

// A noun for many who act as one: "troops" are Armed forces of the country named beside them.
struct Collective {
    std::string noun;
    std::string of;  // "Armed forces": the node is "Armed forces of X"
    std::vector<std::string> sectors;
    ActorType type = ActorType::group;
    bool bare = false;         // stands for the country's own even where no country is named ("the army")
    std::string country = {};  // code that the noun itself tells ("Republican lawmakers"), "" for most
    bool by_noun = false;      // the node is called as the text calls it: "Fishermen of X"
    bool roams = false;        // of no country unless one is told: "terrorists", "smugglers"
};

// A noun, in its dictionary form, for people or bodies that may act though nothing names them: "shepherd",
// "newspaper". One shepherd is a person, one newspaper an organization, one crew a group; several are a
// group.
struct ActorNoun {
    std::vector<std::string> sectors;
    ActorType type = ActorType::person;
};

enum class Gender : std::uint8_t { unknown, female, male };

class Lexicons {
 public:
    // Throws LexiconError. `folder` empty: the compiled-in files alone.
    explicit Lexicons(const std::filesystem::path& folder = {});

    // Adds a user's list. Its names and codes outweigh those of the files; of two lists, and of two entries
    // of one list, the one that comes first does. Before the lexicons are shared only. Costs a few
    // microseconds a name.
    void take_list(const ActorList& list);

    [[nodiscard]] const KnownActor& actor(std::uint32_t index) const { return actors_[index]; }
    // Known actors have the indices below this.
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(actors_.size()); }
    // nullptr when no known actor has exactly this canonical name, or no country this code.
    [[nodiscard]] const KnownActor* actor_named(std::string_view name) const;
    [[nodiscard]] const KnownActor* country(std::string_view code) const;
    // Index of the country with this code, `none` for an unknown one.
    [[nodiscard]] std::uint32_t country_index(std::string_view code) const;
    // Index of the actor that has exactly this as a name or alias, nullptr for none.
    [[nodiscard]] const std::uint32_t* known_as(std::string_view name) const;
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    // All known actors whose phrase starts at token `at` and is the longest there; case is respected: "us" is
    // no country. A phrase may have several senses ("Moscow": seat of Russia, and a place).
    [[nodiscard]] std::vector<NameMatch> names_at(const std::vector<Token>& tokens,
                                                  const std::vector<std::string>& keys, std::size_t at) const;

    // Is this place a seat of government?
    [[nodiscard]] bool is_seat(std::uint32_t actor) const { return seats_.contains(actor); }

    // The well-known person of this full name, or the only one of this surname (of those of `country`, unless
    // that is ""); nullptr for none or several.
    [[nodiscard]] const KnownActor* person(std::string_view name, std::string_view country) const;

    struct TitleMatch {
        const Title* title = nullptr;
        std::uint32_t tokens = 0;
    };
    struct CollectiveMatch {
        const Collective* collective = nullptr;
        std::uint32_t tokens = 0;
    };
    [[nodiscard]] TitleMatch title_at(const std::vector<std::string>& keys, std::size_t at) const;
    [[nodiscard]] CollectiveMatch collective_at(const std::vector<std::string>& keys, std::size_t at) const;

    // nullptr for a lemma that is no such noun.
    [[nodiscard]] const ActorNoun* noun(std::string_view lemma) const;

    // The sectors that a user's list gives to what a noun phrase ends with: "subsistence farmers"; nullptr
    // for none.
    [[nodiscard]] const std::vector<std::string>* listed_noun(std::string_view phrase) const;

    // Gender a given name usually has; `known` tells names from other words.
    struct GivenName {
        bool known = false;
        Gender gender = Gender::unknown;
    };
    [[nodiscard]] GivenName given_name(std::string_view form) const;

    // Code of the country where a people lives that has none of its own ("Yoruba": NGA); "" for unknown ones.
    [[nodiscard]] std::string homeland(std::string_view people) const;

    // Is the word, in lower case, on the list of that kind? Kinds: see words.json.
    [[nodiscard]] bool word(std::string_view kind, std::string_view lower) const;

 private:
    struct Form {
        std::uint32_t actor;
        Sense sense;
        std::string written;
    };

    void add_form(std::string_view written, std::uint32_t actor, Sense sense);
    std::uint32_t add_actor(KnownActor actor);
    void take_country(const LexiconEntry& entry);
    void take_organization(const LexiconEntry& entry);
    void take_place(const LexiconEntry& entry);
    void take_people(const LexiconEntry& entry);
    void take_title(const LexiconEntry& entry);
    void take_collective(const LexiconEntry& entry);
    void take_noun(const LexiconEntry& entry);
    void take_given_names(const LexiconEntry& entry);
    void take_words(const LexiconEntry& entry);

    // listed_actors.cpp and listed_nouns.cpp
    void take_listed(const ListedActor& listed);
    void take_nobody(const ListedActor& listed);
    void take_listed_country(const ListedActor& listed, std::uint32_t country);
    void take_listed_body(const ListedActor& listed, ActorType type);
    void take_listed_person(const ListedActor& listed);
    void take_listed_noun(const ListedNoun& listed, const std::string& form);
    void code_listed(std::uint32_t actor, const ListedActor& listed);
    void rename_listed(std::uint32_t actor, const std::string& name);
    void claim(const std::string& name, std::uint32_t actor, Sense sense);
    // Index of the country that the list means by its code alone, none for anything else.
    [[nodiscard]] std::uint32_t plain_country(const ListedActor& listed) const;
    [[nodiscard]] ActorType guessed_type(const ListedActor& listed) const;
    [[nodiscard]] std::uint32_t body_called(const ListedActor& listed, ActorType type) const;
    [[nodiscard]] std::uint32_t person_called(const std::vector<std::string>& names,
                                              const std::string& country) const;
    [[nodiscard]] std::vector<std::string> untitled(const ListedActor& listed) const;

    std::vector<KnownActor> actors_;
    std::unordered_map<std::string, std::uint32_t> actor_by_name_;
    std::unordered_map<std::string, std::uint32_t> country_by_code_;
    std::unordered_set<std::uint32_t> seats_;
    std::vector<Form> forms_;
    PhraseTable name_table_;  // values index forms_
    PhraseTable people_;      // full names; values index actors_
    PhraseTable surnames_;    // last words of them
    std::vector<Title> titles_;
    PhraseTable title_table_;
    std::vector<Collective> collectives_;
    PhraseTable collective_table_;
    std::unordered_map<std::string, ActorNoun> nouns_;
    std::unordered_map<std::string, Gender> given_names_;
    std::unordered_map<std::string, std::unordered_set<std::string>> words_;
    // What users' lists have told of already: keys of names, and sectors of nouns by key.
    std::unordered_set<std::string> claimed_;
    std::unordered_map<std::string, std::vector<std::string>> listed_nouns_;
    std::unordered_map<std::string, std::string> renamed_;  // old name to new
    std::unordered_map<std::string, std::string> homelands_;
};

}  // namespace entente::extract
