#include "extract/reading/model.hpp"

#include <cstdint>
#include <string_view>

// A model file of any bytes is read or refused with a line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        entente::extract::read_model({reinterpret_cast<const char*>(data), size}, "fuzzed");
    } catch (const entente::extract::ModelError&) {
        return 0;
    }
    return 0;
}
