#include "store/strand_sums.hpp"

#include <algorithm>
#include <tuple>

namespace entente::store {

std::vector<PackedStrand> summed(std::vector<Single>& singles) {
    std::ranges::sort(singles, [](const Single& a, const Single& b) {
        return std::tuple(a.other, a.type, a.status, a.date) < std::tuple(b.other, b.type, b.status, b.date);
    });
    std::vector<PackedStrand> strands;
    for (const Single& single : singles) {
        if (strands.empty() || strands.back().other != single.other || strands.back().type != single.type ||
            strands.back().status != single.status) {
            PackedStrand& begun = strands.emplace_back();
            begun.other = single.other;
            begun.type = single.type;
            begun.status = single.status;
        }
        PackedStrand& strand = strands.back();
        ++strand.edges;
        strand.reports += single.reports;
        strand.sources += single.sources;
        if (single.date == 0) {
            ++strand.undated;
        } else {
            if (strand.first == 0) strand.first = single.date;
            strand.last = single.date;
        }
    }
    return strands;
}

std::uint32_t distinct_others(const PackedStrands& strands) {
    std::uint32_t degree = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < strands.out.size() || j < strands.in.size()) {
        std::uint32_t next = no_other;
        if (i < strands.out.size()) next = strands.out[i].other;
        if (j < strands.in.size()) next = std::min(next, strands.in[j].other);
        while (i < strands.out.size() && strands.out[i].other == next) ++i;
        while (j < strands.in.size() && strands.in[j].other == next) ++j;
        ++degree;
    }
    return degree;
}

}  // namespace entente::store
