// The line that opens agency copy: "KHARTOUM, Sudan, April 16, 2023 (AP) —".
#pragma once

#include "extract/date.hpp"
#include "extract/reading/paragraphs.hpp"

#include <optional>
#include <string_view>

namespace entente::extract {

struct FoundDateline {
    Dateline dateline;
    std::size_t size = 0;   // bytes of the dateline, its dash included
    std::size_t story = 0;  // where the story starts
};

// The dateline that opens a paragraph; nullopt when none does. A place in capitals and a dash make one, so do
// a place and an agency in brackets; a capital that agencies report from needs no dash.
std::optional<FoundDateline> dateline_at(std::string_view paragraph);

// A line that holds a date and nothing else but a weekday, a time and words like "Updated"; nullopt for
// anything more. The year may be unknown.
std::optional<Date> date_line(std::string_view line);

}  // namespace entente::extract
