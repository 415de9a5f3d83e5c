// CAMEO, the event codes of GDELT and ICEWS, and what PLOVER made of them.
//
// The facts are those of CAMEO (Schrodt, Conflict and Mediation Event Observations, codebook 1.1b3, 2012) and
// of PLOVER's correspondence of September 2021 (Open Event Data Alliance), the modes those of PLOVER 2021; a
// mode that PLOVER has no more is left out. Codes are strings: "036" is not 36. Any number of threads may
// ask.
#pragma once

#include "extract/records.hpp"

#include <optional>
#include <string_view>

namespace entente::extract {

struct CameoCode {
    std::string_view code;
    // None for CAMEO's statements and appeals (01, 02), which PLOVER dropped.
    std::optional<EventType> type;
    std::string_view mode;
    std::string_view contexts;  // with blanks between, sorted
    std::string_view label;     // lower case
};

// Of a code of two to four digits; one that CAMEO does not have counts as the longest part of it that it has,
// a root as its first code. Null for what is none.
const CameoCode* cameo_code(std::string_view code);

// Of an event named in words, any case: "Express intent to meet or negotiate". Null for words that are none.
const CameoCode* cameo_labelled(std::string_view label);

}  // namespace entente::extract
