// Who an actor has to do with: the other ends of its edges, grouped and ranked.
//
// Ranks by the actor's strands where the view keeps them (View::adjacency) and reads single edges only for a
// filter that needs them (dates, counts of reports), then between its dates; of the neighbours it reads the
// records of those it returns, and nothing else. Deterministic: equal ranks come in order of actor id. Two
// threads may ask at once.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::graph {

enum class Direction : std::uint8_t { out, in, both };

// How the edges of a tie run, seen from the actor asked about.
enum class Flow : std::uint8_t { out, in, mutual };

// "->", "<-", "<->".
std::string_view arrow(Flow flow);

// All edges of one type and flow between the actor and one neighbour.
struct Tie {
    EdgeKind kind = EdgeKind::event;
    std::uint8_t type = 0;  // an EventType or a RelationType, as `kind` says
    Flow flow = Flow::out;
    std::uint32_t events = 0;   // of a relation 0
    std::uint64_t reports = 0;  // of a relation: pieces of evidence
    Date first;                 // earliest and latest known date; of a relation both when it was last seen
    Date last;
    // Id of the latest event (the relation's id): what `why` or a quotation wants. 0 when not asked for.
    std::uint64_t latest = 0;

    bool operator==(const Tie&) const = default;
};

struct Neighbour {
    ActorNumber number = 0;
    Actor actor;
    std::uint32_t events = 0;
    std::uint64_t reports = 0;  // of those events
    std::uint32_t relations = 0;
    Date first;  // of the events, the known ones
    Date last;
    std::vector<Tie> ties;  // by events falling, then reports falling, then kind, type, flow

    bool operator==(const Neighbour&) const = default;
};

// What puts one neighbour before another; of equals the stronger, then the id.
enum class Ranking : std::uint8_t {
    events,   // the most of them, then reports, then relations: the strongest
    reports,  // of events
    recent,   // the latest event
    name,
};

struct NeighboursQuery {
    Direction direction = Direction::both;  // reciprocal edges count for every direction
    Filter filter;
    std::size_t limit = 0;  // neighbours; 0 all
    Ranking ranking = Ranking::events;
    // Only neighbours of one of these types, of one of these countries; none named: all. Costs reading the
    // record of every neighbour.
    std::vector<ActorType> types;
    std::vector<std::string> countries;
    // False: rows carry numbers and no actors, and come in no order: for work that needs few of many.
    bool records = true;
    // False: no Tie::latest of events that the view keeps summed, which costs reading the last of them.
    bool latest = true;
};

// True when the query is about such neighbours.
bool wants_neighbour(const NeighboursQuery& query, const Actor& actor);

struct Neighbours {
    std::vector<Neighbour> rows;  // as the ranking says
    std::uint32_t total = 0;      // neighbours before the limit
    std::uint32_t events = 0;     // distinct events among all of them
    std::uint32_t relations = 0;
};

Neighbours neighbours(const View& view, ActorNumber actor, const NeighboursQuery& query = {});

}  // namespace entente::graph
