// Who of an argument may act, and what the cast knows of those who fill a role.
//
// Borrows clauses and cast. Indices are those of Clauses::mentions, which may grow in between. Total.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/events/candidate.hpp"
#include "extract/events/clauses.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::extract {

// The first phrase behind the preposition that names anybody; nullptr for none.
const Argument* oblique(const std::vector<std::pair<std::string, Argument>>& obliques,
                        std::string_view preposition);

// Do states bear arms?
enum class Countries : std::uint8_t { count, do_not };

class Sides {
 public:
    Sides(const Clauses& clauses, const Cast& cast) : clauses_(clauses), cast_(cast) {}

    // Those who stand in the argument, else the one that hangs on it next, else a country named as a place.
    [[nodiscard]] Side whole(const Argument& argument) const;
    void keep_acting(Side& out) const;
    void remove(Side& from, const Side& what) const;
    [[nodiscard]] std::size_t distinct(const Side& side) const;
    [[nodiscard]] std::vector<std::string> ids(const Side& side) const;
    [[nodiscard]] bool bears_arms(const Side& side, Countries countries) const;
    // Unarmed by its sectors; of one without any, a deed that is done to nobody.
    [[nodiscard]] bool is_civil(const Candidate& c) const;

 private:
    const Clauses& clauses_;
    const Cast& cast_;
};

}  // namespace entente::extract
