// A list of actors that a user brings (`--actors FILE`): in JSON, or in the actor and agent format of TABARI
// and PETRARCH. ACTORS.md tells both formats.
//
// Reading never fails over a line: what cannot be understood is told as a warning that names file and line,
// and the rest is used. Only a file that cannot be read, or that holds neither format, is refused.
#pragma once

#include "extract/date.hpp"
#include "extract/records.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// What an actor is coded with in a time. Days since 1970-01-01, both of them within.
struct DatedCoding {
    std::int32_t first_day = std::numeric_limits<std::int32_t>::min();
    std::int32_t last_day = std::numeric_limits<std::int32_t>::max();
    std::string country;
    std::vector<std::string> sectors;

    bool operator==(const DatedCoding&) const = default;

    [[nodiscard]] bool always() const { return *this == DatedCoding{.country = country, .sectors = sectors}; }
};

// The coding that holds on a day: the first one with limits that has the day in it, else the first one
// without limits; nullptr for none. An unknown day is in no limits.
const DatedCoding* coding_on(const std::vector<DatedCoding>& codings, const Date& day);

struct ListedActor {
    std::size_t line = 0;
    std::string name;
    std::vector<std::string> aliases;
    std::vector<std::string> adjectives;
    std::optional<ActorType> type;  // nullopt: the list does not tell
    std::string part_of;
    std::vector<DatedCoding> codings;  // none: these names are nobody
    bool in_capitals = false;          // names came in capitals throughout and were written small again

    bool operator==(const ListedActor&) const = default;
};

// A noun for people or bodies: "policeman", "policemen".
struct ListedNoun {
    std::size_t line = 0;
    std::string noun;                  // in small letters
    std::vector<std::string> plurals;  // of the same noun
    std::vector<std::string> sectors;

    bool operator==(const ListedNoun&) const = default;
};

struct ActorList {
    std::string file;  // what messages call it
    std::vector<ListedActor> actors;
    std::vector<ListedNoun> nouns;
};

// Takes one line of text for the user.
using Warn = std::function<void(const std::string&)>;
// Is this the code of a country?
using IsCountry = std::function<bool(std::string_view)>;

// The warnings of one file: the first ones are kept, the others are counted.
class ListWarnings {
 public:
    static constexpr std::uint64_t told_of_a_file = 5;

    explicit ListWarnings(std::string file) : file_(std::move(file)) {}

    void add(std::size_t line, std::string_view what);
    // Passes the kept ones on, and how many more there were. `warn` may be empty.
    void tell(const Warn& warn) const;
    [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
    std::string file_;
    std::vector<std::string> kept_;
    std::uint64_t count_ = 0;
};

// PLOVER's sector codes, and those it has in place of a country: IGO UNO EUR NGO IMG MNC ISM.
bool is_sector(std::string_view code);
bool is_beyond_countries(std::string_view code);

// Reads a list of either format; which one it is, the text tells. Total: any bytes in. Throws LexiconError
// when the text is in neither format. Linear in the text.
ActorList parse_actor_list(const std::string& file, std::string_view content, const IsCountry& is_country,
                           const Warn& warn);

// The same from disk. Throws LexiconError when the file cannot be read or is longer than 256 MiB.
ActorList read_actor_list(const std::filesystem::path& path, const IsCountry& is_country, const Warn& warn);

}  // namespace entente::extract
