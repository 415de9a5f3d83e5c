// The phrase around a title or noun: which words lead up to it, whose it is, what "of" adds; and the
// sightings of the sentence found so far.
//
// Borrows all it is given; lives for one sentence.
#pragma once

#include "extract/actors/sighting.hpp"
#include "extract/actors/units.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// Is the unit a name, not a title or noun?
bool is_name(UnitKind kind);

class PhraseReader {
 public:
    // The words that lead up to a head noun: what they name and where they begin.
    struct Lead {
        std::uint32_t first = 0;    // first token, determiners left out
        std::uint32_t counted = 0;  // first token of the count before it ("nearly 6,000", "dozens of")
        std::uint32_t of = Sighting::none;           // unit of the nearest name among the modifiers
        std::uint32_t ethnic = Sighting::none;       // token of "Kurdish", "European"
        std::uint32_t possessor = Sighting::none;    // unit of the possessor
        std::uint32_t coordinated = Sighting::none;  // unit of "Syrian" in "Syrian and Russian forces"
        bool definite = false;
        bool former = false;
        bool another = false;  // "an", "another", a number: somebody not yet spoken of
    };

    const SentenceView& view;
    const std::vector<Unit>& units;
    const Lexicons& lexicons;
    std::vector<Sighting>& sightings;
    std::vector<std::uint32_t> sighting_of;  // by unit
    std::vector<std::uint32_t> unit_at;      // by token

    PhraseReader(const SentenceView& view_read, const std::vector<Unit>& units_found,
                 const Lexicons& lexicons_known, std::vector<Sighting>& sightings_so_far);

    [[nodiscard]] bool word(std::string_view kind, std::uint32_t at) const;
    [[nodiscard]] std::uint32_t unit_ending_at(std::uint32_t last) const;
    [[nodiscard]] std::uint32_t unit_starting_at(std::uint32_t first) const;
    [[nodiscard]] std::string text_of(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool counts(std::uint32_t at) const;
    // Country and body that a modifier or possessor tells.
    [[nodiscard]] std::string country_of(std::uint32_t u) const;
    // "police in Honiara", "a bank in Dhaka": the country of the place told right after the noun.
    [[nodiscard]] std::string country_around(std::uint32_t last) const;
    Sighting& add(std::uint32_t first, std::uint32_t last, SightingKind kind);
    Lead lead_of_unit(const Unit& unit);
    // "copper miners" of "Chile's copper miners", "10,000 copper miners".
    [[nodiscard]] std::string noun_text(const Lead& lead, const Unit& unit) const;
    // "government of Syria", "people of Daraya", "spokesman for the Indonesian military": the unit after the
    // preposition; `last` moves behind it.
    std::uint32_t of_part(std::uint32_t at, std::uint32_t& last) const;
    // Whom "its" before a phrase stands for: the organization, else the country, named first in the sentence.
    [[nodiscard]] std::uint32_t its_owner(const Lead& lead) const;
    [[nodiscard]] bool is_person(std::uint32_t u) const;
    [[nodiscard]] bool is_place(std::uint32_t u) const;

    Lead lead_of(std::uint32_t head) const;

 private:
    // Parts the count from the rest: "some 10,000 | American troops", "dozens of | civilians".
    void set_count(Lead& lead, std::uint32_t head) const;
    [[nodiscard]] bool is_modifier_unit(std::uint32_t u) const;
    [[nodiscard]] std::uint32_t start_of_possessor(std::uint32_t u) const;
    // "Syrian and" before "Russian forces".
    [[nodiscard]] std::uint32_t over_coordination(std::uint32_t at, Lead& lead) const;
    [[nodiscard]] bool is_modifier_word(std::uint32_t at) const;
    // "coal" and "striking" of "striking coal miners".
    [[nodiscard]] bool tree_modifier(std::uint32_t at, std::uint32_t head) const;
    // "of Nigeria's ruling military junta": the junta, if it is one we know.
    [[nodiscard]] std::uint32_t possessed(std::uint32_t u) const;

    std::uint32_t head_ = Sighting::none;  // whose lead is being read
};

}  // namespace entente::extract
