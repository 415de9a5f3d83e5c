#include "extract/datasets/lines.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

namespace entente::extract {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20U;

std::uint32_t little(const unsigned char* bytes, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i > 0; --i) value = value << 8U | bytes[i - 1];
    return value;
}

}  // namespace

// The bytes on the disk, with a look ahead.
class Lines::Raw {
 public:
    explicit Raw(const std::string& path)
        : name_(path == "-" ? "standard input" : path),
          file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
        if (file_ == nullptr)
            throw LinesError(fmt::format("{}: cannot be opened: {}", name_, std::strerror(errno)));
        owned_ = path != "-";
        block_.resize(block_bytes);
    }
    ~Raw() {
        if (owned_) std::fclose(file_);
    }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;

    // At least one byte unless the input is at its end.
    std::string_view peek() {
        if (at_ == size_) {
            at_ = 0;
            size_ = std::fread(block_.data(), 1, block_.size(), file_);
            if (size_ == 0 && std::ferror(file_) != 0) {
                throw LinesError(fmt::format("{}: cannot be read: {}", name_, std::strerror(errno)));
            }
        }
        return std::string_view(block_).substr(at_, size_ - at_);
    }
    void skip(std::size_t bytes) {
        at_ += bytes;
        read_ += bytes;
    }
    // Exactly so many bytes; false when the input ends before.
    bool take(unsigned char* to, std::size_t size) {
        while (size > 0) {
            const std::string_view ahead = peek();
            if (ahead.empty()) return false;
            const std::size_t some = std::min(size, ahead.size());
            std::memcpy(to, ahead.data(), some);
            skip(some);
            to += some;
            size -= some;
        }
        return true;
    }
    [[noreturn]] void damaged(std::string_view what) const {
        throw LinesError(fmt::format("{}: the {} data are damaged or cut off", name_, what));
    }
    [[nodiscard]] std::uint64_t bytes_read() const { return read_; }

 private:
    std::string name_;
    std::FILE* file_;
    bool owned_ = false;
    std::string block_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::uint64_t read_ = 0;
};

namespace {

class Plain : public Lines::Packed {
 public:
    explicit Plain(Lines::Raw& raw) : raw_(raw) {}
    std::size_t read(char* to, std::size_t size) override {
        const std::string_view ahead = raw_.peek();
        const std::size_t some = std::min(size, ahead.size());
        std::memcpy(to, ahead.data(), some);
        raw_.skip(some);
        return some;
    }

 private:
    Lines::Raw& raw_;
};

// zlib's stream, for gzip (members one after the other) and for the files of a zip archive.
class Inflate {
 public:
    enum class Kind { gzip, bare };

    Inflate(Lines::Raw& raw, Kind kind, std::string_view what) : raw_(raw), what_(what) {
        if (inflateInit2(&stream_, kind == Kind::gzip ? 16 + MAX_WBITS : -MAX_WBITS) != Z_OK)
            throw std::bad_alloc();
    }
    ~Inflate() { inflateEnd(&stream_); }
    Inflate(const Inflate&) = delete;
    Inflate& operator=(const Inflate&) = delete;

    // 0 at the end of the stream.
    std::size_t read(char* to, std::size_t size) {
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(size);
        while (!ended_ && stream_.avail_out == size) {
            const std::string_view ahead = raw_.peek();
            if (ahead.empty()) raw_.damaged(what_);
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(ahead.data()));
            stream_.avail_in = static_cast<uInt>(ahead.size());
            const int result = inflate(&stream_, Z_NO_FLUSH);
            raw_.skip(ahead.size() - stream_.avail_in);
            if (result == Z_STREAM_END) {
                ended_ = true;
            } else if (result != Z_OK && result != Z_BUF_ERROR) {
                raw_.damaged(what_);
            }
        }
        return size - stream_.avail_out;
    }
    void again() {
        inflateReset(&stream_);
        ended_ = false;
    }

 private:
    Lines::Raw& raw_;
    std::string_view what_;
    z_stream stream_{};
    bool ended_ = false;
};

class Gzip : public Lines::Packed {
 public:
    explicit Gzip(Lines::Raw& raw) : raw_(raw), inflate_(raw, Inflate::Kind::gzip, "gzip") {}
    std::size_t read(char* to, std::size_t size) override {
        for (;;) {
            const std::size_t got = inflate_.read(to, size);
            if (got > 0 || raw_.peek().empty()) return got;
            inflate_.again();  // the next member
        }
    }

 private:
    Lines::Raw& raw_;
    Inflate inflate_;
};

class Zstd : public Lines::Packed {
 public:
    explicit Zstd(Lines::Raw& raw) : raw_(raw), stream_(ZSTD_createDStream()) {
        if (stream_ == nullptr) throw std::bad_alloc();
    }
    ~Zstd() override { ZSTD_freeDStream(stream_); }
    Zstd(const Zstd&) = delete;
    Zstd& operator=(const Zstd&) = delete;

    std::size_t read(char* to, std::size_t size) override {
        ZSTD_outBuffer out{to, size, 0};
        while (out.pos == 0) {
            const std::string_view ahead = raw_.peek();
            if (ahead.empty()) {
                if (within_) raw_.damaged("zstd");
                return 0;
            }
            ZSTD_inBuffer in{ahead.data(), ahead.size(), 0};
            const std::size_t left = ZSTD_decompressStream(stream_, &out, &in);
            if (ZSTD_isError(left) != 0) raw_.damaged("zstd");
            raw_.skip(in.pos);
            within_ = left != 0;
        }
        return out.pos;
    }

 private:
    Lines::Raw& raw_;
    ZSTD_DStream* stream_;
    bool within_ = false;
};

// The files of an archive as they lie (APPNOTE.TXT, PKWARE): header, name, packed bytes. Read from the front,
// so that an archive may come through a pipe.
class Zip : public Lines::Packed {
 public:
    explicit Zip(Lines::Raw& raw) : raw_(raw) {}

    std::size_t read(char* to, std::size_t size) override {
        for (;;) {
            if (!within_ && !begin_file()) return 0;
            const std::size_t got = stored_ ? read_stored(to, size) : inflate_->read(to, size);
            if (got > 0) {
                last_ = to[got - 1];
                return got;
            }
            end_file();
            // The last line of a file ends with the file.
            if (last_ != '\n') {
                last_ = '\n';
                *to = '\n';
                return 1;
            }
        }
    }

 private:
    static constexpr std::uint32_t file_header = 0x04034B50;
    static constexpr std::uint32_t descriptor = 0x08074B50;

    bool begin_file() {
        std::array<unsigned char, 30> head{};
        if (raw_.peek().empty()) return false;
        if (!raw_.take(head.data(), 4)) raw_.damaged("zip");
        if (little(head.data(), 4) != file_header) return false;  // the directory: no more files
        if (!raw_.take(head.data() + 4, head.size() - 4)) raw_.damaged("zip");
        const std::uint32_t flags = little(&head[6], 2);
        const std::uint32_t method = little(&head[8], 2);
        size_follows_ = (flags & 8U) != 0;
        left_ = little(&head[18], 4);
        wide_ = left_ == 0xFFFFFFFFU;
        std::vector<unsigned char> rest(little(&head[26], 2) + little(&head[28], 2));
        if (!raw_.take(rest.data(), rest.size())) raw_.damaged("zip");
        if ((flags & 1U) != 0) throw LinesError("the zip archive is encrypted; unpack it first");
        stored_ = method == 0;
        if (!stored_ && method != 8)
            throw LinesError(
                "the zip archive is packed in a way that is not known here (not deflate); unpack it first");
        if (stored_ && (size_follows_ || wide_))
            throw LinesError("the zip archive does not tell the size of a file; unpack it first");
        inflate_ = std::make_unique<Inflate>(raw_, Inflate::Kind::bare, "zip");
        within_ = true;
        last_ = '\n';
        return true;
    }

    std::size_t read_stored(char* to, std::size_t size) {
        if (left_ == 0) return 0;
        const std::string_view ahead = raw_.peek();
        if (ahead.empty()) raw_.damaged("zip");
        const std::size_t some = std::min({size, ahead.size(), static_cast<std::size_t>(left_)});
        std::memcpy(to, ahead.data(), some);
        raw_.skip(some);
        left_ -= static_cast<std::uint32_t>(some);
        return some;
    }

    void end_file() {
        within_ = false;
        if (!size_follows_) return;
        // Checksum and sizes, with a mark before them or not, the sizes of four bytes or of eight: told apart
        // by what follows.
        std::array<unsigned char, 4> word{};
        if (!raw_.take(word.data(), 4)) raw_.damaged("zip");
        const std::size_t rest = little(word.data(), 4) == descriptor ? 12 : 8;
        std::array<unsigned char, 12> more{};
        if (!raw_.take(more.data(), rest)) raw_.damaged("zip");
        const std::string_view ahead = raw_.peek();
        if (!ahead.empty() && ahead.front() != 'P') {
            if (!raw_.take(more.data(), 8)) raw_.damaged("zip");
        }
    }

    Lines::Raw& raw_;
    std::unique_ptr<Inflate> inflate_;
    bool within_ = false;
    bool stored_ = false;
    bool size_follows_ = false;
    bool wide_ = false;
    std::uint32_t left_ = 0;
    char last_ = '\n';
};

std::unique_ptr<Lines::Packed> unpacked(Lines::Raw& raw) {
    const std::string_view ahead = raw.peek();
    if (ahead.starts_with("\x1F\x8B")) return std::make_unique<Gzip>(raw);
    if (ahead.starts_with("\x28\xB5\x2F\xFD")) return std::make_unique<Zstd>(raw);
    if (ahead.starts_with("PK\x03\x04")) return std::make_unique<Zip>(raw);
    return std::make_unique<Plain>(raw);
}

}  // namespace

Lines::Lines(const std::string& path) : raw_(std::make_unique<Raw>(path)), packed_(unpacked(*raw_)) {
    buffer_.resize(block_bytes);
    fill();
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (std::string_view(buffer_).substr(0, end_).starts_with(mark)) begin_ = mark.size();
}

Lines::~Lines() = default;

std::uint64_t Lines::bytes_read() const {
    return raw_->bytes_read();
}

// Gets more bytes behind those that are still wanted.
bool Lines::fill() {
    if (over_) return false;
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
    const std::size_t got = packed_->read(buffer_.data() + end_, buffer_.size() - end_);
    over_ = got == 0;
    end_ += got;
    return !over_;
}

bool Lines::next(std::string_view& line) {
    cut_ = false;
    std::size_t searched = 0;
    for (;;) {
        const char* const from = buffer_.data() + begin_;
        const auto* const found =
            static_cast<const char*>(std::memchr(from + searched, '\n', end_ - begin_ - searched));
        if (found != nullptr) {
            line = std::string_view(from, static_cast<std::size_t>(found - from));
            begin_ += line.size() + 1;
            if (skipping_) {
                skipping_ = false;
                searched = 0;
                continue;
            }
            break;
        }
        if (end_ - begin_ > longest_line_bytes) {
            line = std::string_view(from, longest_line_bytes);
            begin_ = end_;
            if (skipping_) {
                searched = 0;
                continue;
            }
            skipping_ = true;
            cut_ = true;
            ++number_;
            return true;
        }
        searched = end_ - begin_;
        if (fill()) continue;
        if (begin_ == end_ || skipping_) return false;
        line = std::string_view(buffer_).substr(begin_, end_ - begin_);
        begin_ = end_;
        break;
    }
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number_;
    return true;
}

}  // namespace entente::extract
