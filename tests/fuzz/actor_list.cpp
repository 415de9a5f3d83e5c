#include "extract/lexicons/actor_list.hpp"

#include "extract/lexicons/lexicon_file.hpp"
#include "extract/lexicons/lexicons.hpp"
#include "extract/reading/clean_text.hpp"
#include "tests/fuzz/promises.hpp"

#include <cstdint>
#include <string_view>

// A list of actors of any bytes is refused or read; what was read has names and codes that mean something,
// and the lexicons take it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    using namespace entente::extract;
    static const Lexicons known;
    const auto is_country = [](std::string_view code) { return known.country(code) != nullptr; };
    ActorList list;
    try {
        list = parse_actor_list("fuzzed", {reinterpret_cast<const char*>(data), size}, is_country, {});
    } catch (const LexiconError&) {
        return 0;
    }
    for (const ListedActor& actor : list.actors) {
        fuzz::promise(!actor.name.empty() && valid_utf8(actor.name) == actor.name, "an actor has a name");
        for (const DatedCoding& coding : actor.codings) {
            fuzz::promise(
                coding.country.empty() || is_beyond_countries(coding.country) || is_country(coding.country),
                "a code of a country is one");
            fuzz::promise(coding.first_day <= coding.last_day, "a time does not end before it begins");
        }
    }
    if (size % 8 != 0) return 0;  // copying lexicons takes a hundred times as long as reading the list
    Lexicons lexicons(known);
    lexicons.take_list(list);
    for (const ListedActor& actor : list.actors) {
        const auto* index = lexicons.known_as(actor.name);
        fuzz::promise(index == nullptr || *index < lexicons.size(), "a name means an actor");
    }
    return 0;
}
