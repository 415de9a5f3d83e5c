// Text as it was meant: clean UTF-8 out of the bytes that reached us.
//
// What is mended (each mended or dropped place counts as one repair):
//   - bytes that are no UTF-8 are read as Windows-1252; a cut-off UTF-8 sequence becomes U+FFFD;
//   - C1 control codes (U+0080..U+009F) are Windows-1252 punctuation that somebody took for Latin-1;
//   - UTF-8 that was read as Windows-1252 and encoded again ("â€™") is decoded;
//   - character references that somebody forgot to decode ("&amp;", "&#8217;") are decoded;
//   - control characters, soft hyphens, zero-width and direction marks and byte order marks are dropped;
//   - line ends become '\n', every other blank a plain ' ' (these are not counted as repairs).
// No normal form is enforced. Method: the heuristics of ftfy (Speer 2019, doi 10.5281/zenodo.2591652), cut
// down to what cannot hurt well-formed text.
#pragma once

#include "extract/reading/offset_map.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::extract {

struct CleanText {
    std::string text;
    OffsetMap offsets;  // from `text` to the given bytes
    std::uint32_t repairs = 0;
};

// Cleans `given` from byte `begin` on. Total; linear in time; `given` is shorter than 4 GB.
CleanText clean(std::string_view given, std::size_t begin = 0);

// The same for a short string of which nobody needs the offsets: a title, a source. Blanks are trimmed and
// runs of them, line ends too, become one.
std::string clean_line(std::string_view given);

// Only bytes that are no UTF-8 are replaced, by what clean would make of them; all else stays as it is.
std::string valid_utf8(std::string_view given);

}  // namespace entente::extract
