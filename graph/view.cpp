#include "graph/view.hpp"

#include <algorithm>

namespace entente::graph {

std::uint32_t hub_degree(const std::map<std::uint32_t, std::uint64_t>& vertices_by_degree,
                         std::uint64_t vertices) {
    const std::uint64_t may_lie_above = vertices / 1000;
    std::uint64_t above = 0;
    for (auto row = vertices_by_degree.rbegin(); row != vertices_by_degree.rend(); ++row) {
        above += row->second;
        if (above > may_lie_above) return std::max(row->first, least_hub_degree);
    }
    return least_hub_degree;
}

}  // namespace entente::graph
