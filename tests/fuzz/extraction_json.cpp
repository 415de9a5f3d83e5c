#include "extract/json.hpp"
#include "tests/fuzz/promises.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    extract::Extraction extraction;
    try {
        extraction = extract::from_json(std::string(reinterpret_cast<const char*>(data), size));
    } catch (const extract::JsonError&) {
        return 0;
    }
    const std::string line = extract::to_json(extraction, extract::TextField::print);
    fuzz::promise(extract::from_json(line) == extraction, "what was read is read back the same");
    return 0;
}
