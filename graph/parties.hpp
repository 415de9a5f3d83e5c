// Who takes part in what a report tells, as far as folding asks: is it the same happening by its parties?
//
// One article writes "Iran and Iraq signed", another "the two foreign ministers signed". Every actor with a
// country stands for a camp in it: the state, its armed opponents, its people, another sector. Parties are
// one when they are one vertex, or when they stand for one camp and no more than one of them does so under a
// name of its own: a minister and his country are one party, two ministers are two. Where two countries deal
// with each other and one side agrees so, the country alone will do for the other, unless both name somebody
// else. Within one country only vertices and what has no name count.
//
// Pure functions; any number of threads may call.
#pragma once

#include "graph/records.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::graph {

// What Report::actor_camps says of the actor: "RUS" of the state, "RUS~people", "RUS~armed" or another
// sector; with "/named" behind it of a person or of a body with a name; "" without a country.
std::string camp_of(const extract::Actor& actor);

// The same of a person whose form this is.
std::string camp_of(const FormKey& form);

// What Report::place_country says of the place: "RUS", "RUS/in" or "".
std::string country_of_place(const extract::Actor& place);

// Of each report once, as folding compares it with many. Borrows the report.
struct Party {
    std::string_view id;
    std::string_view camp;  // "" without a country
    bool named = false;

    [[nodiscard]] std::string_view country() const { return camp.substr(0, 3); }
    // One word for a camp, and for who is in none.
    [[nodiscard]] std::string_view key() const { return camp.empty() ? id : camp; }
};

struct Parties {
    std::vector<Party> actors;
    std::vector<Party> recipients;
    std::vector<Party> all;
    std::size_t keys = 0;   // distinct ones of all
    bool equals = false;    // who stands on which side tells nothing
    bool internal = false;  // a camp deals with itself: its name does not tell the sides
};

Parties parties_of(const Report& report);

// What names a report's fold block: the first by name of the countries that act (of types whose actors are
// often left out, that take part), and where there is none of the vertices. "" without parties.
std::string anchor(const Report& report, const Parties& parties);

// May two reports of one type tell of the same parties? A side that a report leaves out agrees with any.
bool parties_agree(const Parties& a, const Parties& b);

// Does one tell only who acted and the other only to whom, in one country? In one article they may be the two
// halves of one happening.
bool are_halves(const Parties& a, const Parties& b);

// How many parties of one are parties of the other; a camp counts once.
std::size_t common_parties(const Parties& a, const Parties& b);

// Do the places agree: equal, one unknown, or one the country of the other?
bool places_agree(const Report& a, const Report& b);

}  // namespace entente::graph
