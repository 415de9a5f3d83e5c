#include "extract/input/read_html.hpp"
#include "tests/fuzz/promises.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    entente::fuzz::check(
        entente::extract::read_html(std::string(reinterpret_cast<const char*>(data), size), "a.html", "a"));
    return 0;
}
