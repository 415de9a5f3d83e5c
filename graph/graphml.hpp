// The graph as GraphML that networkx, igraph, Gephi and yEd read without loss.
//
// Nodes in order of actor id, then edges in order of their source's actor id, then kind, id and the target's
// actor id: the same graph gives the same bytes, whatever numbers the store gave. Every attribute is declared
// and typed; an unknown value is an absent one; what XML forbids becomes U+FFFD. Parallel events are separate
// edges. An event with one party only is no edge; the summary counts it.
//
// Streams: memory holds one number per actor, one actor's edges and what a thousand articles said. One event
// that has several parties gives an edge per pair, all with the same `event`.
#pragma once

#include "graph/filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <iosfwd>

namespace entente::graph {

struct GraphmlOptions {
    // One edge per (source, type, target), with counts, first and last date and `weight` (its events).
    bool aggregate = false;
    // Events and relations to write. Actors without an edge left are written still.
    Filter filter;
    // The best sentence and its article with each edge. Reads the articles: the slow part of an export.
    bool evidence = true;
};

struct GraphmlSummary {
    std::uint64_t nodes = 0;
    std::uint64_t edges = 0;
    std::uint64_t events = 0;  // distinct, that gave edges
    std::uint64_t relations = 0;
    std::uint64_t left_out = 0;  // events that passed the filter and have no second party

    bool operator==(const GraphmlSummary&) const = default;
};

// Throws std::runtime_error when `out` stops taking bytes (a full disk, a closed pipe).
GraphmlSummary write_graphml(const View& view, std::ostream& out, const GraphmlOptions& options = {});

}  // namespace entente::graph
