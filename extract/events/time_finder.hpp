// Expressions of time in a sentence, resolved against the day of publication.
//
// "on Friday", "yesterday", "last month", "in late February", "26 August 2015", "five years ago". What is not
// told stays unknown: without a publication date "Friday" has none, "in July" with one has the last July
// before it and no day, "last week" has none. Total; linear in the tokens.
#pragma once

#include "extract/date.hpp"
#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <vector>

namespace entente::extract {

enum class TimeSense : std::uint8_t { plain, future, long_ago };

struct TimeExpression {
    std::uint32_t first = 0;  // tokens [first, last)
    std::uint32_t last = 0;
    Date date;                           // unknown when it cannot be resolved
    TimeSense sense = TimeSense::plain;  // "next week"; "decades ago"
};

// In order of the sentence, without overlap.
std::vector<TimeExpression> find_times(const Sentence& sentence, const Date& published);

// Is the date so long before publication (three months) that it is background? False where either is unknown.
bool is_long_before(const Date& date, const Date& published);

}  // namespace entente::extract
