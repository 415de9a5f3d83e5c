// Who holds the offices that are spoken of without a name, and what titles tell of people.
#pragma once

#include "extract/actors/cast_draft.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract {

class OfficeJoiner {
 public:
    explicit OfficeJoiner(CastDraft& draft) : draft_(draft) {}

    void join_offices();
    void code_people();

 private:
    struct HeldTitle {
        std::uint32_t sighting = 0;
        std::uint32_t actor = 0;
    };
    void remember_titles();
    std::uint32_t holder(std::uint32_t s);
    // "A provincial governor", "the union's lawyer": nobody we could name, but perhaps one who acts.
    std::uint32_t described_holder(const Sighting& office, std::string country);
    // The one last called by this title, before the sighting if there is one.
    std::uint32_t known_holder(std::uint32_t s, const std::string& country);
    std::uint32_t unnamed_holder(const Sighting& office, const std::string& country);
    void code_person(Actor& person, const Sighting& sighting);
    // "Ukraine's Oleksandr Kubrakov", "Kivutha Kibwana, of the National Convention Assembly".
    void code_untitled(Actor& person, const Sighting& sighting) const;
    // Soldiers, judges and politicians are of the country that the article speaks of, if it tells no other.
    static bool serves_at_home(const Title& title);
    // The country a title means that names none: "In Tehran, President …"; "his Russian counterpart and
    // Foreign Minister …"; the one the sentence before speaks of; the one the article is about.
    std::string country_around(const Sighting& sighting);

    CastDraft& draft_;
    std::vector<HeldTitle> held_;
};

}  // namespace entente::extract
