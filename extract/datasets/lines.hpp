// The lines of a file, whatever it is packed in: plain, gzip, zstd, or a zip archive (its files one after the
// other). What it is told by its first bytes, not by its name; a byte order mark is left out.
//
// Constant memory: a block of a mebibyte and the longest line. A line ends with \n or \r\n. Throws LinesError
// when the file cannot be opened or read, or what packs it is damaged. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente::extract {

class LinesError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

class Lines {
 public:
    static constexpr std::size_t longest_line_bytes = std::size_t{16} << 20U;

    // "-" is standard input.
    explicit Lines(const std::string& path);
    ~Lines();
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    // The next line without its end; false at the end of the input. The view holds until the next call. Of a
    // line that is too long the beginning is given, and `cut` is true.
    bool next(std::string_view& line);
    [[nodiscard]] bool cut() const { return cut_; }

    // Of the line last given, from 1, through all files of an archive.
    [[nodiscard]] std::uint64_t number() const { return number_; }
    // Of the file as it lies on the disk, for progress.
    [[nodiscard]] std::uint64_t bytes_read() const;

    // Where bytes come from; lines.cpp has one for each packing.
    class Packed {
     public:
        virtual ~Packed() = default;
        // Up to `size` bytes; 0 at the end.
        virtual std::size_t read(char* to, std::size_t size) = 0;
    };
    class Raw;

 private:
    bool fill();

    std::unique_ptr<Raw> raw_;
    std::unique_ptr<Packed> packed_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t number_ = 0;
    bool over_ = false;
    bool cut_ = false;
    bool skipping_ = false;  // the rest of a line that was cut
};

}  // namespace entente::extract
