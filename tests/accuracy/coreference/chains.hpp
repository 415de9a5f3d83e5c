// How well chains of mentions agree with gold chains: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin
// 1998) and CEAF-e (Luo 2005), and the mean of their F1, the CoNLL score (Pradhan et al. 2012).
//
// A mention is a number, the same for the same mention in gold and system; it stands in one chain of each
// side at most. Tallies of documents add up. Cost: linear but for CEAF-e, cubic in the chains of a document.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

namespace entente::tests {

using Chain = std::set<std::size_t>;

struct Agreement {
    double found = 0;  // what of the system is right, and out of what
    double told = 0;
    double kept = 0;  // what of the gold is met, and out of what
    double wanted = 0;

    void add(const Agreement& other);
    [[nodiscard]] double precision() const { return told == 0 ? 0 : found / told; }
    [[nodiscard]] double recall() const { return wanted == 0 ? 0 : kept / wanted; }
    [[nodiscard]] double f1() const;
};

Agreement muc(const std::vector<Chain>& gold, const std::vector<Chain>& system);
Agreement b_cubed(const std::vector<Chain>& gold, const std::vector<Chain>& system);
Agreement ceaf_e(const std::vector<Chain>& gold, const std::vector<Chain>& system);

struct ConllScore {
    Agreement muc;
    Agreement b_cubed;
    Agreement ceaf_e;

    void add(const std::vector<Chain>& gold, const std::vector<Chain>& system);
    [[nodiscard]] double mean() const { return (muc.f1() + b_cubed.f1() + ceaf_e.f1()) / 3; }
};

}  // namespace entente::tests
