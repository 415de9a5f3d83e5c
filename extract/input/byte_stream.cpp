#include "extract/input/byte_stream.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

constexpr std::size_t block_bytes = std::size_t{256} << 10U;

}  // namespace

ByteStream::ByteStream(std::istream& stream) : stream_(&stream) {}

ByteStream::ByteStream(std::unique_ptr<std::istream> stream)
    : owned_(std::move(stream)), stream_(owned_.get()) {}

bool ByteStream::fill() {
    if (!stream_->good()) return false;
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + block_bytes);
    stream_->read(buffer_.data() + kept, static_cast<std::streamsize>(block_bytes));
    const auto got = static_cast<std::size_t>(std::max<std::streamsize>(stream_->gcount(), 0));
    buffer_.resize(kept + got);
    bytes_read_ += got;
    return got > 0;
}

std::string_view ByteStream::peek(std::size_t wanted) {
    while (buffer_.size() - begin_ < wanted && fill()) {
    }
    return std::string_view(buffer_).substr(begin_);
}

void ByteStream::skip(std::size_t bytes) {
    begin_ = std::min(begin_ + bytes, buffer_.size());
}

std::string ByteStream::read_all(std::size_t limit) {
    while (buffer_.size() - begin_ <= limit && fill()) {
    }
    std::string all = buffer_.substr(begin_, limit + 1);
    skip(all.size());
    return all;
}

bool ByteStream::failed() const {
    return stream_->bad();
}

}  // namespace entente::extract
