// A file that appears whole or not at all: written under another name beside its place, then renamed.
//
// The file that was there stays until the last byte of the new one is on its way to the disk. Throws a
// Refusal that names the file and the system's reason. One thread at a time.
#pragma once

#include <atomic>
#include <filesystem>
#include <iosfwd>
#include <memory>

namespace entente::cli {

class FileSink {
 public:
    // Once `stop` is set the stream takes no more bytes. A target that is there and no plain file (a pipe,
    // /dev/null) is written to directly.
    FileSink(const std::filesystem::path& target, const std::atomic<bool>& stop);
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;
    // Takes away what was not finished.
    ~FileSink();

    [[nodiscard]] std::ostream& stream();
    // Throws if bytes were lost or the work was stopped.
    void refuse_if_failed();
    // Puts the file in its place.
    void finish();

 private:
    class Buffer;

    std::filesystem::path target_;
    std::filesystem::path written_;  // where the bytes go until finish()
    std::unique_ptr<Buffer> buffer_;
    std::unique_ptr<std::ostream> stream_;
};

}  // namespace entente::cli
