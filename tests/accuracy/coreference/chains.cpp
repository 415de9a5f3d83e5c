#include "tests/accuracy/coreference/chains.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace entente::tests {

namespace {

std::map<std::size_t, std::size_t> chain_of_mention(const std::vector<Chain>& chains) {
    std::map<std::size_t, std::size_t> chain_of;
    for (std::size_t c = 0; c < chains.size(); ++c) {
        for (const std::size_t mention : chains[c]) {
            chain_of[mention] = c;
        }
    }
    return chain_of;
}

std::size_t common(const Chain& a, const Chain& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&b](std::size_t mention) { return b.contains(mention); }));
}

// Links of `keys` that `others` keep, and all of them.
std::pair<double, double> links_kept(const std::vector<Chain>& keys, const std::vector<Chain>& others) {
    const auto chain_of = chain_of_mention(others);
    double kept = 0;
    double all = 0;
    for (const Chain& key : keys) {
        std::set<std::size_t> parts;
        std::size_t alone = 0;
        for (const std::size_t mention : key) {
            const auto found = chain_of.find(mention);
            if (found == chain_of.end()) {
                ++alone;
            } else {
                parts.insert(found->second);
            }
        }
        kept += static_cast<double>(key.size()) - static_cast<double>(parts.size() + alone);
        all += static_cast<double>(key.size()) - 1;
    }
    return {kept, all};
}

std::pair<double, double> shares_kept(const std::vector<Chain>& keys, const std::vector<Chain>& others) {
    const auto chain_of = chain_of_mention(others);
    double kept = 0;
    double all = 0;
    for (const Chain& key : keys) {
        for (const std::size_t mention : key) {
            const auto found = chain_of.find(mention);
            all += 1;
            kept += found == chain_of.end() ? 0
                                            : static_cast<double>(common(key, others[found->second])) /
                                                  static_cast<double>(key.size());
        }
    }
    return {kept, all};
}

// The greatest sum of one value a row, each column once; rows <= columns (Kuhn's Hungarian method).
double best_sum(const std::vector<std::vector<double>>& value) {
    const std::size_t rows = value.size();
    const std::size_t columns = rows == 0 ? 0 : value.front().size();
    std::vector<double> u(rows + 1, 0);
    std::vector<double> v(columns + 1, 0);
    std::vector<std::size_t> row_of(columns + 1, 0);
    std::vector<std::size_t> before(columns + 1, 0);
    for (std::size_t row = 1; row <= rows; ++row) {
        row_of[0] = row;
        std::size_t at = 0;
        std::vector<double> least(columns + 1, std::numeric_limits<double>::infinity());
        std::vector<bool> used(columns + 1, false);
        do {
            used[at] = true;
            double step = std::numeric_limits<double>::infinity();
            std::size_t next = 0;
            for (std::size_t column = 1; column <= columns; ++column) {
                if (used[column]) {
                    continue;
                }
                const double cost = -value[row_of[at] - 1][column - 1] - u[row_of[at]] - v[column];
                if (cost < least[column]) {
                    least[column] = cost;
                    before[column] = at;
                }
                if (least[column] < step) {
                    step = least[column];
                    next = column;
                }
            }
            for (std::size_t column = 0; column <= columns; ++column) {
                if (used[column]) {
                    u[row_of[column]] += step;
                    v[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        } while (row_of[at] != 0);
        for (; at != 0; at = before[at]) {
            row_of[at] = row_of[before[at]];
        }
    }
    double sum = 0;
    for (std::size_t column = 1; column <= columns; ++column) {
        sum += row_of[column] == 0 ? 0 : value[row_of[column] - 1][column - 1];
    }
    return sum;
}

}  // namespace

void Agreement::add(const Agreement& other) {
    found += other.found;
    told += other.told;
    kept += other.kept;
    wanted += other.wanted;
}

double Agreement::f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

Agreement muc(const std::vector<Chain>& gold, const std::vector<Chain>& system) {
    const auto [kept, wanted] = links_kept(gold, system);
    const auto [found, told] = links_kept(system, gold);
    return {found, told, kept, wanted};
}

Agreement b_cubed(const std::vector<Chain>& gold, const std::vector<Chain>& system) {
    const auto [kept, wanted] = shares_kept(gold, system);
    const auto [found, told] = shares_kept(system, gold);
    return {found, told, kept, wanted};
}

Agreement ceaf_e(const std::vector<Chain>& gold, const std::vector<Chain>& system) {
    const auto& rows = gold.size() <= system.size() ? gold : system;
    const auto& columns = gold.size() <= system.size() ? system : gold;
    std::vector<std::vector<double>> value(rows.size(), std::vector<double>(columns.size(), 0));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < columns.size(); ++column) {
            value[row][column] = 2 * static_cast<double>(common(rows[row], columns[column])) /
                                 static_cast<double>(rows[row].size() + columns[column].size());
        }
    }
    const double sum = best_sum(value);
    return {sum, static_cast<double>(system.size()), sum, static_cast<double>(gold.size())};
}

void ConllScore::add(const std::vector<Chain>& gold, const std::vector<Chain>& system) {
    muc.add(tests::muc(gold, system));
    b_cubed.add(tests::b_cubed(gold, system));
    ceaf_e.add(tests::ceaf_e(gold, system));
}

}  // namespace entente::tests
