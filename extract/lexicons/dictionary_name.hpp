// Names of dictionaries that are written in capitals and underscores, as a newspaper writes them:
// "BANK_OF_MOROVIA_" is "Bank of Morovia".
//
// What the capitals hide cannot be known; words that are acronyms as far as one can see (no vowel, dots, two
// letters at most) stay in capitals, small words within a name become small.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// The name, and where an acronym stands in brackets behind it ("ARMY_OF_X_(AOX)_") that too. A name that has
// small letters keeps its letters. Empty for what holds no letter. Valid UTF-8 in and out.
std::vector<std::string> dictionary_names(std::string_view written);

// The same for a noun, in small letters; one or none.
std::vector<std::string> dictionary_nouns(std::string_view written);

}  // namespace entente::extract
