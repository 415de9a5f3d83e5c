// Bytes of a file or of standard input, a block at a time.
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace entente::extract {

// Reads forward only. Not for two threads at once.
class ByteStream {
 public:
    // Borrows `stream`, which outlives this.
    explicit ByteStream(std::istream& stream);
    // Owns it.
    explicit ByteStream(std::unique_ptr<std::istream> stream);

    // The bytes that come next, as many as are at hand but at least `wanted` unless the end is nearer. The
    // view holds until the next call.
    std::string_view peek(std::size_t wanted = 1);

    // Moves past so many of the bytes that peek showed.
    void skip(std::size_t bytes);

    // Everything that is left, but no more than `limit` bytes and one: a longer result tells that the limit
    // was passed.
    std::string read_all(std::size_t limit);

    // Whether the device failed (not: ended).
    [[nodiscard]] bool failed() const;

    [[nodiscard]] std::size_t bytes_read() const { return bytes_read_; }

 private:
    bool fill();

    std::unique_ptr<std::istream> owned_;
    std::istream* stream_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::size_t bytes_read_ = 0;
};

}  // namespace entente::extract
