// Articles out of JSON records, whatever way the file strings them together.
#pragma once

#include "extract/input/article_source.hpp"
#include "extract/input/byte_stream.hpp"

#include <deque>
#include <optional>
#include <string>

namespace entente::extract {

// Reads records one after the other: one a line, spread over lines, one behind the other or as elements of an
// array; {"articles": […]} (or docs, items, results) is read as its elements. A record that is broken costs
// its own lines only: where records stand one a line, the next line starts afresh. Within a record bytes that
// are no UTF-8, raw control characters, lone surrogates and NaN are mended before it is given up.
class JsonRecords {
 public:
    // `doc` names the file in errors; records without an id get `id` with their line's number.
    JsonRecords(ByteStream& bytes, std::string doc, std::string id);

    std::optional<Input> next();

 private:
    struct Record {
        std::string bytes;
        std::size_t line = 0;
        std::string broken;  // why it is none, "" when it closed
    };

    [[nodiscard]] std::string record_id(std::size_t line) const;
    bool to_record();
    Record take_record();
    bool breaks_off(char last_mark, bool in_string);
    void skip_line();
    void take(const Record& record);

    ByteStream& bytes_;
    std::string doc_;
    std::string id_;
    std::size_t line_ = 1;
    bool one_a_line_ = false;
    std::deque<Input> ready_;
};

}  // namespace entente::extract
