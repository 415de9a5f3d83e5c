// How well a tie between two actors is attested, and what a step along it costs a best-attested path.
//
// A report and a publisher count one each, halved for every five years that the tie's last event is older
// than the latest date of the question; what has no date counts half. A step that nothing attests would cost
// 1,000,000; every doubling of what attests it makes it cheaper, by the formula
//     1,000,000 / (1 + log2(1 + attestation))
// so that one report costs 387,000 and a thousand of them 84,000: four well-attested steps beat one lonely
// report. All in integers, so that every machine finds the same path. Pure; any number of threads may call.
#pragma once

#include "graph/view.hpp"

#include <cstdint>

namespace entente::graph {

inline constexpr std::uint64_t unattested_cost = 1'000'000;

// Sums of parallel ties; in thousandths of a report.
struct Attestation {
    std::uint64_t thousandths = 0;

    Attestation& operator+=(const Attestation& other) {
        thousandths += other.thousandths;
        return *this;
    }
    bool operator==(const Attestation&) const = default;
};

// `last`: of the tie; `latest`: of the question. Either may be unknown.
Attestation attestation(std::uint64_t reports, std::uint64_t sources, const Date& last, const Date& latest);

// In (0, unattested_cost].
std::uint64_t step_cost(const Attestation& attested);

}  // namespace entente::graph
