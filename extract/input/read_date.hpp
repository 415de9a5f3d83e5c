// Dates as people and programs write them.
#pragma once

#include "extract/date.hpp"

#include <optional>
#include <string_view>

namespace entente::extract {

// Reads 2016-07-15, 2016-07, 2016, 2016/07/15, 2016.07.15, 20160715, each of them also with a time after it
// (the day is taken as written, whatever the time zone), RFC 2822 ("Fri, 15 Jul 2016 10:00:00 GMT"),
// "15 July 2016", "July 15, 2016", "Jul. 15th 2016", "15-Jul-2016", 15/07/2016 where only one order makes a
// date, and seconds or milliseconds since 1970. nullopt for anything else and for days that never were.
std::optional<Date> read_date(std::string_view text);

}  // namespace entente::extract
