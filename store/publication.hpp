// One commit of the resolve pass, worked out into one batch of rows.
//
// Takes graph::Changes and what the store holds now, and gives the rows to write: those of the records, their
// indexes, and the counts that many records share, which are changed by what goes and what comes and never
// counted again: edges for each pair of actors, distinct neighbours (degree) of each vertex, vertices for
// each high degree, totals. Nothing is written here. Cost: the records changed and the rows they have.
#pragma once

#include "graph/ledger.hpp"
#include "store/rows.hpp"

namespace entente::store {

Batch publication(const Rows& rows, const graph::Changes& changes);

}  // namespace entente::store
