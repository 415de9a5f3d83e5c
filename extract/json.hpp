// An extraction as one line of JSON, and back.
//
// The fields and their order are those of `entente extract` (README, "The JSON of an article"): id, doc,
// title, date, source, url, language, actors, relations, events, and text where it is asked for. What is
// unknown is null. The line is always valid UTF-8: broken bytes are written as U+FFFD.
#pragma once

#include "extract/input/article_source.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente::extract {

enum class TextField : std::uint8_t { leave_out, print };

// One line without its line end.
std::string to_json(const Extraction& extraction, TextField text = TextField::leave_out);

// {"id","doc","error"}: an input that gave no article.
std::string to_json(const InputError& error);

// Thrown by from_json; names the field and what was wanted there.
class JsonError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// Reads what to_json writes, and what other extractors write in its manner: fields may be missing, null or in
// any order, unknown ones are passed over, numbers may be whole or not. The type of an event or a relation,
// and the ids that its ends name, must make sense: an end that is no actor of the object is made one, of the
// id's name. Throws JsonError, for a line {"id","doc","error"} too ("could not be read: …").
Extraction from_json(std::string_view line);

}  // namespace entente::extract
