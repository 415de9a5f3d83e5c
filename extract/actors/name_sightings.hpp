// Sightings of names: what a unit names, and whether it stands for an actor or for a place.
#pragma once

#include "extract/actors/phrase_reader.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

class NameSightings {
 public:
    explicit NameSightings(PhraseReader& at) : at_(at) {}

    void add_name(std::uint32_t u);
    // "the French city of Nice", "the commercial capital Lagos": the description with the name is one more
    // way to speak of the place, and its modifier tells what the place belongs to.
    void add_place_description(std::uint32_t u);
    // Once all names are sightings: "Kivutha Kibwana, of the National Convention Assembly".
    void link_bodies();

 private:
    void add_unknown(std::uint32_t u);
    void add_person(const Unit& unit);
    void add_organization(const Unit& unit);
    // Code of the country or place that the name speaks of at the token: "Radio Lagos", "Honduran Congress".
    [[nodiscard]] std::string country_within(std::uint32_t at, std::uint32_t last) const;
    void add_known(std::uint32_t u);
    // "US forces", "Syria truce": a name right before another noun.
    [[nodiscard]] bool modifies(std::uint32_t u) const;
    [[nodiscard]] bool after_locative(std::uint32_t first) const;
    // "an angry retort from Paris", but "a flight from Paris".
    [[nodiscard]] bool told_to_country(const Unit& unit) const;
    // Is a capital's name the city here, not the government that sits in it?
    [[nodiscard]] bool stands_as_place(const Unit& unit) const;

    PhraseReader& at_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> comes_from_;  // sighting of a person, unit of a body
};

}  // namespace entente::extract
