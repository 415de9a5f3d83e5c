// A sentence with its actors, trigger and recipients marked: "[Kerry]A [met]T [Lavrov]R in Geneva".
#pragma once

#include "extract/records.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

struct Mark {
    extract::ByteSpan span;  // in the text
    std::string_view role;   // what stands behind the closing bracket

    bool operator==(const Mark&) const = default;
};

// Of several marks that overlap the one earlier in `marks` stays; marks that do not lie in the sentence are
// left out. One line, fit for a terminal. Total.
std::string marked(std::string_view text, extract::ByteSpan sentence, const std::vector<Mark>& marks);

// The marks of an event: trigger (T), then actors (A), then recipients (R), then place (P).
std::vector<Mark> marks_of(const extract::Extraction& extraction, const extract::Event& event);

}  // namespace entente::cli
