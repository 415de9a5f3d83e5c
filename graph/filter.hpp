// Which events and relations a question is about. Shared by neighbours, paths, timelines and exports.
#pragma once

#include "graph/records.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <vector>

namespace entente::graph {

struct Filter {
    // Nothing named in either: everything. Something named: only that.
    std::vector<EventType> event_types;
    std::vector<RelationType> relation_types;
    // Bounds on the date, inclusive; unknown (Date{}) for none. A partial date counts as its first day, so
    // does a partial `since`; a partial `until` reaches to its last day. With a bound, undated things fall
    // out; a relation counts by the date it was last seen.
    Date since;
    Date until;
    // Negated and hypothetical events are told, yet did not happen: left out unless asked for.
    bool unreal = false;
    // Only events told with one of these; none named: as `unreal` says. Naming one that did not happen asks
    // for it. Relations have no status and pass.
    std::vector<Status> statuses;
    // At least so many reports (of a relation: sentences that state it), and so many distinct publishers.
    std::uint32_t min_reports = 0;
    std::uint32_t min_sources = 0;
    // At least so sure an extractor was of the event (its surest report). Asks of events alone: edges and
    // strands do not know, so only what lists events may set it. Imported events have none and fall out.
    std::uint8_t min_confidence_percent = 0;
    bool events = true;
    bool relations = true;
    bool derived = true;  // relations that no sentence states
};

// Everything but derived relations: what paths walk.
Filter stated();

// True for a status that says that the thing did not happen: negation, hypothetical.
bool unreal(Status status);

// The events that pass, everybody's.
EventSelection selection_of(const Filter& filter);

// What a filter says of a strand without reading its edges.
enum class Verdict : std::uint8_t { none, some, all };

// `some`: a part of them may pass, or none; only the edges can tell.
Verdict weigh(const Filter& filter, const Strand& strand);

bool passes(const Filter& filter, const Edge& edge);
bool passes(const Filter& filter, const Event& event);
bool passes(const Filter& filter, const Relation& relation);

}  // namespace entente::graph
