// Text for people: colour where it helps, columns that fit, and nothing a terminal would obey.
//
// Answers go to standard output, everything else to standard error. Colour is used on a terminal only, and
// not when NO_COLOR is set or TERM is "dumb". All functions are total.
#pragma once

#include "extract/records.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace entente::cli {

// Words in colour, or as they are.
class Paint {
 public:
    // Looks at the stream and the environment.
    explicit Paint(std::FILE* stream);

    [[nodiscard]] std::string bold(std::string_view text) const;
    [[nodiscard]] std::string dim(std::string_view text) const;
    // An event type in the colour of its quad class: green when it is cooperative, red when it is not.
    [[nodiscard]] std::string type(extract::EventType type) const;

 private:
    [[nodiscard]] std::string wrap(std::string_view code, std::string_view text) const;

    bool on_ = false;
};

// Columns of the terminal behind the stream; without end when it is none, so that pipes get whole sentences.
std::size_t columns(std::FILE* stream);

// One line that a terminal only shows: control characters and line breaks become blanks, blanks are joined,
// broken UTF-8 becomes U+FFFD.
std::string one_line(std::string_view text);

// Columns that the text takes on a terminal (wide letters take two, combining ones none).
std::size_t display_width(std::string_view text);

// Cut to `width` columns, with "…" at the end when something was cut.
std::string cut(std::string_view text, std::size_t width);

// Filled with blanks on the right up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

// "1 event", "12 events", "1,204 reports".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);
// "event" -> "events".
std::string counted(std::uint64_t number, std::string_view one);
// "1,204,000".
std::string grouped(std::uint64_t number);

// One JSON value on a line of standard output. Broken UTF-8 is replaced, never refused.
void print_json(const nlohmann::ordered_json& value);

// A line of standard error, behind all that was answered before it.
void note(std::string_view line);

// The same, beginning with "entente: ".
void complain(std::string_view line);

// Hands everything printed to the system; throws a Refusal when it could not be written (a full disk).
void finish_output();

}  // namespace entente::cli
