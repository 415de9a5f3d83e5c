// The actor and agent files of TABARI and PETRARCH.
//
//     AN_ACTOR_            [KENGOV]            # the code may stand here ...
//     +ANOTHER_NAME_OF_IT_
//         [KENELI 900101-980630]               ; ... or in lines below, with dates
//         [KENGOV >20030101]
//     POLICEMAN {POLICEMEN} [~COP]             an agent: a noun, its irregular plural ({} has none)
//     !PERSON! = MAN, WOMAN                    a set, for use in nouns: SALES!PERSON! [~BUS]
//
// Format: the manuals of TABARI 0.8 and PETRARCH 1; years 00 to 30 are those after 2000. Names are taken word
// by word: a stem without "_" at its end is taken for the word.
#pragma once

#include "extract/lexicons/actor_list.hpp"

#include <string_view>

namespace entente::extract {

// Total. A name without any code, a code that cannot be read and the like are passed over with a warning.
// Linear in the text, but for a line of many sets, which stands for 64 nouns at most.
ActorList parse_petrarch_actors(std::string_view content, const IsCountry& is_country,
                                ListWarnings& warnings);

}  // namespace entente::extract
