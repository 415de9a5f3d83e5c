#include "graph/sieve.hpp"

#include <algorithm>

namespace entente::graph {

namespace {

bool is_of(const Edge& edge, const Strand& strand) {
    return edge.source == strand.source && edge.kind == strand.kind && edge.type == strand.type &&
           edge.status == strand.status && edge.reciprocal == strand.reciprocal &&
           edge.derived == strand.derived;
}

void add(Strand& strand, const Edge& edge) {
    ++strand.edges;
    strand.reports += edge.reports;
    strand.sources += edge.sources;
    if (!edge.date.known()) {
        ++strand.undated;
        return;
    }
    if (!strand.first.known() || edge.date < strand.first) strand.first = edge.date;
    strand.last = std::max(strand.last, edge.date);
}

}  // namespace

Strand Sieve::count(const Strand& strand) {
    const std::pair<ActorNumber, ActorNumber> pair = std::minmax(strand.source, strand.target);
    const auto [row, is_new] = passing_.try_emplace(pair);
    if (is_new) {
        row->second = view_.between(pair.first, pair.second);
        std::erase_if(row->second, [this](const Edge& edge) { return !graph::passes(filter_, edge); });
    }
    Strand rest = strand;
    rest.edges = 0;
    rest.reports = 0;
    rest.sources = 0;
    rest.undated = 0;
    rest.first = {};
    rest.last = {};
    for (const Edge& edge : row->second) {
        if (is_of(edge, strand)) add(rest, edge);
    }
    return rest;
}

bool Sieve::passes(const Strand& strand) {
    const Verdict verdict = weigh(filter_, strand);
    return verdict == Verdict::some ? count(strand).edges > 0 : verdict == Verdict::all;
}

Strand Sieve::rest(const Strand& strand) {
    const Verdict verdict = weigh(filter_, strand);
    if (verdict == Verdict::some) return count(strand);
    Strand rest = strand;
    if (verdict == Verdict::none) rest.edges = 0;
    return rest;
}

}  // namespace entente::graph
