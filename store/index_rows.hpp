// Which rows a record lies in: its own and all those that find it again.
//
// The rows are a pure function of the record (and of the numbers of its actors, which never change). So to
// replace a record is to take away the rows of the old one and put the rows of the new one, and no index can
// drift away from what it indexes. Counts that many records share (pairs, degrees, totals) are not rows of
// any; writer.cpp keeps them.
#pragma once

#include "store/keys.hpp"

#include <functional>
#include <string>
#include <vector>

namespace entente::store {

struct Row {
    Family family = Family::graph;
    std::string key;
    std::string value;

    bool operator==(const Row&) const = default;
};

// Knows the number of every actor that the record names.
using NumberOf = std::function<graph::ActorNumber(const graph::ActorId&)>;

// The edges that an event or a relation is, by source, then target.
std::vector<graph::Edge> edges_of(const graph::Event& event, const NumberOf& number_of);
std::vector<graph::Edge> edges_of(const graph::Relation& relation, const NumberOf& number_of);

// Everyone who takes part, on any side, sorted.
std::vector<graph::ActorId> parties(const graph::Event& event);

std::vector<Row> rows_of(const graph::Actor& actor, graph::ActorNumber number);
std::vector<Row> rows_of(const graph::Event& event, const NumberOf& number_of);
std::vector<Row> rows_of(const graph::Relation& relation, const NumberOf& number_of);
std::vector<Row> rows_of(const graph::Form& form);

}  // namespace entente::store
