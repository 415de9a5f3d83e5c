// The paragraphs of an article: wrapped lines joined, the dateline recognised, what is not story marked.
#pragma once

#include "extract/date.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// One paragraph, or one line of what is not story. Pieces come in order and never overlap; blanks around
// them belong to none.
struct Piece {
    ByteSpan span;
    std::uint32_t paragraph = 0;  // counts from 0; a dateline and the text after it share one
    bool boilerplate = false;

    bool operator==(const Piece&) const = default;
};

// "GENEVA, Aug 26 (Reuters) -". Day and month as far as told; the year is usually not.
struct Dateline {
    std::string place;  // "GENEVA", as written; "" without a dateline
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    std::int16_t year = 0;

    bool operator==(const Dateline&) const = default;
};

struct Layout {
    std::vector<Piece> pieces;
    Dateline dateline;
};

// Lays out clean text. A dateline becomes a boilerplate piece of its own, so that its place and agency are
// never read as part of the first sentence. Total; linear in time.
Layout lay_out(std::string_view text);

}  // namespace entente::extract
