// When and where a happening is said to have been: the expression of time and the place that belong to its
// trigger in the tree.
//
// Total; linear in the tokens times the depth of the tree.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/time_finder.hpp"

#include <cstdint>
#include <span>

namespace entente::extract {

// The expression that dates the trigger; nullptr without one. One that hangs on another finite clause, that
// only names a thing ("the 2015 agreement") or bounds a stretch ("since February") dates nothing.
const TimeExpression* time_of(const Clauses& clauses, std::span<const TimeExpression> times,
                              std::uint32_t trigger);

// Index into Clauses::mentions of the place; -1 without one: what the trigger is done to if that is a place,
// else the nearest locative in its clause.
std::int32_t place_of(const Clauses& clauses, const Cast& cast, std::uint32_t trigger);

}  // namespace entente::extract
