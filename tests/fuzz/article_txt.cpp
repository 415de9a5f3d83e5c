#include "tests/fuzz/promises.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    entente::fuzz::check(entente::extract::read_txt(bytes, "a.txt", "a"));
    // The same bytes as a JSON field would hand them on, binary or not.
    entente::extract::Article article;
    article.text = bytes;
    entente::fuzz::check(article);
    return 0;
}
