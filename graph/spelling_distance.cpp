#include "graph/spelling_distance.hpp"

#include <algorithm>
#include <array>

namespace entente::graph {

namespace {

constexpr std::size_t longest_compared = 64;  // letters; longer names are compared by their beginning

}  // namespace

// Three rows, because a swap of neighbours looks two rows back.
std::uint32_t spelling_distance(std::string_view a, std::string_view b, std::uint32_t most) {
    a = a.substr(0, longest_compared);
    b = b.substr(0, longest_compared);
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
    using Row = std::array<std::uint32_t, longest_compared + 1>;
    Row before_last{};
    Row last{};
    Row row{};
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<std::uint32_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<std::uint32_t>(i);
        std::uint32_t least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::uint32_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
        before_last = last;
        last = row;
    }
    return std::min(last[b.size()], most + 1);
}

}  // namespace entente::graph
