// Bytes put down in a temporary file in order, and read back in order or here and there.
//
// The file is gone with the object, and with the process. Throws StoreError when the disk fails. One thread
// at a time.
#pragma once

#include "store/external_sort.hpp"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

namespace entente::store {

class Spool {
 public:
    explicit Spool(std::filesystem::path path)
        : path_(std::move(path)), file_(std::fopen(path_.c_str(), "wb+")) {
        if (file_ == nullptr) refuse_temporary(path_, errno);
        std::remove(path_.c_str());
    }
    ~Spool() { std::fclose(file_); }
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    std::uint64_t append(const void* bytes, std::size_t size) {
        if (size > 0 && std::fwrite(bytes, size, 1, file_) != 1) refuse_temporary(path_, errno);
        const std::uint64_t begin = size_;
        size_ += size;
        return begin;
    }
    void rewind() {
        if (std::fflush(file_) != 0) refuse_temporary(path_, errno);
        std::rewind(file_);
    }
    bool read(void* bytes, std::size_t size) {
        if (size == 0 || std::fread(bytes, size, 1, file_) == 1) return true;
        if (std::ferror(file_) != 0) refuse_temporary(path_, errno);
        return false;
    }
    void read_at(std::uint64_t at, std::string& bytes) {
        if (std::fseek(file_, static_cast<long>(at), SEEK_SET) != 0 || !read(bytes.data(), bytes.size()))
            refuse_temporary(path_, errno);
    }

 private:
    std::filesystem::path path_;
    std::FILE* file_;
    std::uint64_t size_ = 0;
};

}  // namespace entente::store
