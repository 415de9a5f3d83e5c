// Which reports tell the same happening.
//
// Forty copies of an agency story are one event with forty reports. Reports that may tell the same event lie
// in one block: same type, same kind of status (what happened, whether of late or long ago; what is to come;
// what might; what did not), same year, same first country among the parties. Two reports of a block may tell
// one event when
// - their parties agree (graph/parties.hpp): a country and the minister who acts for it are one party;
// - no mode that excludes the other's is told (a telephone call is no visit), and no other place;
// - their dates agree, and that in three steps, so that a vague date never joins what exact ones hold apart:
//   1. reports with an exact date found events or join those of the same day, else of a neighbouring day
//      (the world has time zones), but never another day than the one their own article tells;
//   2. each report whose date is partial joins the one event of step 1 that fits into it, or the one of them
//      at its place; each report without a date the event of that week told in its own article, else the
//      nearest within three days of its publication;
//   3. what is left founds events of its own: two vague dates agree when both articles are published within
//      three days and the parts that are told allow it, or when they are equal and partial.
//
// Within a step the reports come in order of id, and each is compared with an event's founding report only,
// so events never grow by chains of neighbours. What comes out is a function of the set of reports. A report
// without any party agrees with none: there is nothing to know it by. What happens around New Year and is
// dated on both sides of it is two events: a block would have no end otherwise.
//
// Pure functions; any number of threads may call.
#pragma once

#include "graph/records.hpp"

#include <vector>

namespace entente::graph {

FoldBlock fold_block(const Report& report);

// The events of one block, in order of id. `reports` are all of the block's, in order of id. Of order
// n log n plus, for reports that lie within a week of each other or have a partial date, the number of events
// among them.
std::vector<Event> fold(const std::vector<Report>& reports);

}  // namespace entente::graph
