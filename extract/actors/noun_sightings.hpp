// Sightings of collectives and nouns with their modifiers and possessors: "Syrian rebels", "two copper
// miners".
#pragma once

#include "extract/actors/phrase_reader.hpp"

#include <cstdint>
#include <string>

namespace entente::extract {

class NounSightings {
 public:
    explicit NounSightings(PhraseReader& at) : at_(at) {}

    void add_collective(std::uint32_t u);
    void add_noun(std::uint32_t u);

 private:
    // Marks the sightings from `begin` on as actors only if they act.
    void weaken(std::size_t begin, bool weak, const PhraseReader::Lead& lead, const Unit& unit) const;
    // "Hamas, an Islamist movement": the name that the noun describes, by the tree.
    [[nodiscard]] std::uint32_t apposed_to(const Unit& unit) const;
    // "parties", "workers", "officials" of nobody are no actor; "Kenyan workers", "the UN officials" are.
    [[nodiscard]] static bool noun_needs_owner(const Unit& unit, const PhraseReader::Lead& lead,
                                               std::uint32_t body);
    void push_collective(std::uint32_t first, const Unit& unit, const PhraseReader::Lead& lead,
                         std::uint32_t body, std::uint32_t last);

    PhraseReader& at_;
};

}  // namespace entente::extract
