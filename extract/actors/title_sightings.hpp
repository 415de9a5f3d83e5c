// Sightings of titles: of the person named beside them, or of the office alone.
#pragma once

#include "extract/actors/phrase_reader.hpp"

#include <cstdint>
#include <string>

namespace entente::extract {

class TitleSightings {
 public:
    explicit TitleSightings(PhraseReader& at) : at_(at) {}

    void add_title(std::uint32_t u);

 private:
    // "the IAEA … its director general": the organization named last before "its".
    [[nodiscard]] std::uint32_t owner_by_pronoun(const Unit& unit, const PhraseReader::Lead& lead) const;
    // The person's name right after a title: "President Assad", "envoy for Syria Staffan de Mistura".
    [[nodiscard]] std::uint32_t person_beside(std::uint32_t u, std::uint32_t last) const;
    // "Chief of staff" + "General" + name: the last title was read with the name already.
    [[nodiscard]] bool is_part_of_other_title(std::uint32_t u) const;
    void add_titled_name(const Unit& unit, const PhraseReader::Lead& lead, std::uint32_t body, std::uint32_t,
                         std::uint32_t named);
    void describe(Sighting& person, const Unit& unit, const PhraseReader::Lead& lead,
                  std::uint32_t body) const;
    void add_office(const Unit& unit, const PhraseReader::Lead& lead, std::uint32_t body, std::uint32_t last);
    // "Najib Razak, Malaysia's prime minister," and "Malaysia's prime minister, Najib Razak,".
    [[nodiscard]] std::uint32_t apposition(const PhraseReader::Lead& lead, std::uint32_t last) const;
    // "Elan Steinberg, its executive director," and the other way round, as far as the tree sees it.
    [[nodiscard]] std::uint32_t apposed_by_tree(const Unit& unit) const;
    [[nodiscard]] bool follows_list(std::uint32_t comma) const;

    PhraseReader& at_;
};

}  // namespace entente::extract
