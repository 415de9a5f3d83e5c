#include "graph/attestation.hpp"

#include <algorithm>
#include <bit>

namespace entente::graph {

namespace {

constexpr std::int32_t half_life_days = 1826;  // five years
constexpr std::int32_t most_halvings = 20;

// log2 in thousandths, straight lines between the powers of two; x > 0.
std::uint64_t log2_thousandths(std::uint64_t x) {
    const auto whole = static_cast<std::uint64_t>(std::bit_width(x) - 1);
    const std::uint64_t power = std::uint64_t{1} << whole;
    return whole * 1000 + (x - power) * 1000 / power;
}

std::int32_t halvings(const Date& last, const Date& latest) {
    if (!last.known() || !latest.known()) return 1;
    const std::int32_t age = extract::first_day(latest) - extract::first_day(last);
    return std::clamp(age / half_life_days, 0, most_halvings);
}

}  // namespace

Attestation attestation(std::uint64_t reports, std::uint64_t sources, const Date& last, const Date& latest) {
    return {((reports + sources) * 1000) >> halvings(last, latest)};
}

std::uint64_t step_cost(const Attestation& attested) {
    const std::uint64_t doublings = log2_thousandths(1000 + attested.thousandths) - log2_thousandths(1000);
    return std::max<std::uint64_t>(unattested_cost * 1000 / (1000 + doublings), 1);
}

}  // namespace entente::graph
