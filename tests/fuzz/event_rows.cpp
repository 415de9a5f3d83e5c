// Rows of event data sets: whatever the lines are, each is a row or a fault, and what it tells can be asked.
#include "extract/datasets/event_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente::extract;
    if (size == 0) return 0;
    std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    EventRows rows(static_cast<RowFormat>(data[0] % 5), {});
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        static_cast<void>(rows.unfinished(line));
        if (rows.read(line) == EventRows::Outcome::row) {
            if (rows.row().source.key.empty() && rows.row().target.key.empty()) std::abort();
            if (rows.row().reports == 0 || rows.row().sources == 0) std::abort();
            static_cast<void>(rows.actor(EventRows::Side::source));
            static_cast<void>(rows.actor(EventRows::Side::target));
            static_cast<void>(rows.kind());
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return 0;
}
