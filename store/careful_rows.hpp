// Rows of a store that is only read, past what cannot be read where that is wanted.
//
// With OnDamage::refuse it reads as Rows does. With OnDamage::pass_over a block whose checksum is wrong is
// stepped over: the first key behind it that can be read is looked for by halving, some hundred reads of that
// block for each gap. What a visitor throws goes through either way. One thread at a time.
#pragma once

#include "store/rows.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

enum class OnDamage { refuse, pass_over };

// No row of the family could be read in [from, to); "" as `to`: to the end.
struct Gap {
    Family family = Family::graph;
    std::string from;
    std::string to;
};

class CarefulRows {
 public:
    CarefulRows(std::unique_ptr<Rows> rows, OnDamage on_damage)
        : rows_(std::move(rows)), on_damage_(on_damage) {}

    // nullopt also for a row that cannot be read, if that is passed over.
    [[nodiscard]] std::optional<std::string> get(Family family, std::string_view key) const;
    void scan(Family family, std::string_view prefix, const Rows::Visit& visit);

    [[nodiscard]] bool passes_over() const { return on_damage_ == OnDamage::pass_over; }
    // What scans stepped over so far.
    [[nodiscard]] const std::vector<Gap>& gaps() const { return gaps_; }
    [[nodiscard]] const Rows& rows() const { return *rows_; }

 private:
    [[nodiscard]] bool readable_from(Family family, const std::string& lower, std::string_view upper) const;
    [[nodiscard]] std::string behind_damage(Family family, const std::string& lower,
                                            const std::string& upper) const;

    std::unique_ptr<Rows> rows_;
    OnDamage on_damage_;
    std::vector<Gap> gaps_;
};

}  // namespace entente::store
