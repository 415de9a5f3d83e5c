// Logs of people's decisions (graph/decisions.hpp) from several stores, joined into one.
//
// Every line of every log is in it once. Lines of one log keep their order; where two logs leave the order
// open, the smaller id comes first; where they contradict each other, the smallest id of what is left. So the
// result does not depend on the order of the logs. Lines that cannot both hold are told; of them the later
// one counts, as within one log, and a person may undo either. Pure.
#pragma once

#include <string>
#include <vector>

namespace entente::graph {

struct JoinedDecisions {
    std::string text;                    // lines; "" for none
    std::vector<std::string> conflicts;  // for people: two lines in force that no single log holds both of
};

// Throws std::runtime_error, as read_decisions does, for a log that is none.
JoinedDecisions joined_decisions(const std::vector<std::string>& logs);

}  // namespace entente::graph
