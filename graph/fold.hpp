// Which reports tell the same happening.
//
// Forty copies of an agency story are one event with forty reports. Reports that may tell the same event lie
// in one block: same type, same status, same actors, same recipients. The mode is no part of the block: one
// article writes "attacked" and the next "bombed from the air", and that is one attack.
//
// Within the block the reports come in order of id. Each joins the first event whose founding report it
// agrees with, or founds one. It is compared with the founder only, so events never grow by chains of
// neighbours, and an event's id, the smallest of its reports', is the founder's. Two reports agree when
// - both dates are exact and at most a day apart (the world has time zones); of one article, the same;
// - a date that is partial or unknown counts as the three days around publication, provided that the parts
//   that are told allow it; two equal partial dates outside of that (both "2014", published in 2016) agree;
// and when the event has no other mode and no other place than the report.
// A report without any party agrees with none: there is nothing to know it by.
//
// Pure functions; any number of threads may call.
#pragma once

#include "graph/records.hpp"

#include <vector>

namespace entente::graph {

FoldBlock fold_block(const Report& report);

// The events of one block, in order of id. `reports` are all of the block's, in order of id. Of order
// n log n plus, for reports that lie within a week of each other, the number of events among them.
std::vector<Event> fold(const std::vector<Report>& reports);

}  // namespace entente::graph
