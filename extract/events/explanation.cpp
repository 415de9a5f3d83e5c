#include "extract/events/explanation.hpp"

#include <array>
#include <cstddef>

namespace entente::extract {

std::string_view name(Stopped stopped) {
    static constexpr std::array<std::string_view, 7> names{
        "", "language", "boilerplate", "no predicate", "statement", "doubted", "no party"};
    return names[static_cast<std::size_t>(stopped)];
}

}  // namespace entente::extract
