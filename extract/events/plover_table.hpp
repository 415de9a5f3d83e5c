// PLOVER's numbers: the modes of each event type, their conflict-cooperation scores and CAMEO codes, and the
// words that put a sentence into one of PLOVER's contexts.
//
// Read from `extract/lexicons/plover.json` (source of the facts: PLOVER codebook 2021/2023 and its CAMEO
// correspondence of September 2021, Open Event Data Alliance). Immutable after loading; threads may share it.
#pragma once

#include "extract/records.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::extract {

class PloverTable {
 public:
    // `file` is what complaints call the content. Throws LexiconError with file and line.
    PloverTable(const std::string& file, std::string_view content);

    [[nodiscard]] bool has_mode(EventType type, std::string_view mode) const;  // "" is a mode of every type

    // Score times ten, -100..100, and CAMEO code; of the bare type when the mode has none of its own.
    [[nodiscard]] std::int16_t score_tenths(EventType type, std::string_view mode) const;
    [[nodiscard]] std::string cameo(EventType type, std::string_view mode) const;

    // Contexts that the words (lower case, in order) of a sentence support, sorted. Cost: linear in the
    // words.
    [[nodiscard]] std::vector<std::string> contexts(const std::vector<std::string>& words) const;

 private:
    struct Row {
        std::int16_t score_tenths = 0;
        std::string cameo;
    };
    [[nodiscard]] const Row& row(EventType type, std::string_view mode) const;

    std::map<std::pair<EventType, std::string>, Row, std::less<>> rows_;
    std::map<std::string, std::vector<std::string>, std::less<>> contexts_by_phrase_;
};

}  // namespace entente::extract
