#include "cli/file_sink.hpp"

#include "cli/command.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <ostream>
#include <streambuf>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace fs = std::filesystem;

// Bytes to a file descriptor, keeping the system's reason when it takes no more (std::filebuf forgets it).
class FileSink::Buffer : public std::streambuf {
 public:
    Buffer(const fs::path& path, const std::atomic<bool>& stop)
        : file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)), stop_(stop) {
        if (file_ < 0) {
            reason_ = errno;
        }
        setp(bytes_.data(), bytes_.data() + bytes_.size());
    }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer() override {
        if (file_ >= 0) {
            ::close(file_);
        }
    }

    [[nodiscard]] int reason() const { return reason_; }
    [[nodiscard]] bool stopped() const { return stop_; }

    // Everything to the disk; false with a reason when it does not go.
    bool close() {
        bool good = flush();
        if (file_ >= 0 && ::fsync(file_) != 0 && errno != EINVAL && errno != EROFS) {
            reason_ = errno;
            good = false;
        }
        if (file_ >= 0 && ::close(file_) != 0 && good) {
            reason_ = errno;
            good = false;
        }
        file_ = -1;
        return good && reason_ == 0;
    }

 protected:
    int_type overflow(int_type letter) override {
        if (!flush()) {
            return traits_type::eof();
        }
        if (!traits_type::eq_int_type(letter, traits_type::eof())) {
            *pptr() = traits_type::to_char_type(letter);
            pbump(1);
        }
        return traits_type::not_eof(letter);
    }

    int sync() override { return flush() ? 0 : -1; }

 private:
    bool flush() {
        const char* next = pbase();
        while (next < pptr() && reason_ == 0 && !stop_) {
            const auto taken = ::write(file_, next, static_cast<std::size_t>(pptr() - next));
            if (taken < 0 && errno != EINTR) {
                reason_ = errno;
            } else if (taken > 0) {
                next += taken;
            }
        }
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        return reason_ == 0 && !stop_;
    }

    int file_;
    const std::atomic<bool>& stop_;
    int reason_ = 0;
    std::array<char, std::size_t{1} << 16U> bytes_;
};

FileSink::FileSink(const fs::path& target, const std::atomic<bool>& stop)
    : target_(target), written_(target) {
    std::error_code ignored;
    const auto status = fs::status(target, ignored);
    if (!fs::exists(status) || fs::is_regular_file(status)) {
        written_ += fmt::format(".{}.part", ::getpid());
    }
    buffer_ = std::make_unique<Buffer>(written_, stop);
    stream_ = std::make_unique<std::ostream>(buffer_.get());
    refuse_if_failed();
}

FileSink::~FileSink() {
    if (written_ != target_) {
        std::error_code ignored;
        fs::remove(written_, ignored);
    }
}

std::ostream& FileSink::stream() {
    return *stream_;
}

void FileSink::refuse_if_failed() {
    if (buffer_->reason() != 0) {
        throw Refusal(Exit::could_not_try, fmt::format("cannot write {}: {}; choose another place with -o",
                                                       target_.string(), std::strerror(buffer_->reason())));
    }
    if (buffer_->stopped()) {
        throw Refusal(Exit::interrupted, fmt::format("interrupted; {} was not written", target_.string()));
    }
}

void FileSink::finish() {
    buffer_->close();
    refuse_if_failed();
    if (written_ == target_) {
        return;
    }
    std::error_code error;
    fs::rename(written_, target_, error);
    if (error) {
        throw Refusal(Exit::could_not_try,
                      fmt::format("cannot put {} in its place: {}", target_.string(), error.message()));
    }
    written_ = target_;
}

}  // namespace entente::cli
