// Whom collectives and nouns stand for: "Syrian rebels", "the army", "copper miners".
#pragma once

#include "extract/actors/cast_draft.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

class CollectiveJoiner {
 public:
    explicit CollectiveJoiner(CastDraft& draft) : draft_(draft) {}

    void join_collectives();
    void join_nouns();

 private:
    std::uint32_t collective(const Sighting& sighting);
    // Arms of a state and sides of its politics: in an article about a country they are that country's.
    [[nodiscard]] static bool is_institution(const Collective& noun);
    // "A group of soldiers", "boats of migrants": the soldiers, the migrants.
    [[nodiscard]] static bool holds_people(std::string_view noun);
    // "Leaders of Africa": a part of the world that is no country's.
    [[nodiscard]] bool is_region(std::uint32_t body) const;
    // "In Addis Ababa, police …": the country of the place that the sentence told last before it; "" for
    // none.
    [[nodiscard]] std::string country_of_scene(const Sighting& sighting) const;
    [[nodiscard]] static bool fights(const Collective& noun);
    // "Kurdish forces", "European leaders": named as the text names them.
    std::uint32_t ethnic_actor(const Collective& noun, const Sighting& sighting);
    // Where one armed group alone is named again and again, "the rebels" are its men.
    void find_sole_armed_group();
    [[nodiscard]] static bool acts_for_organization(const Collective& noun);
    std::uint32_t collective_actor(const Sighting& sighting, const std::string& country,
                                   const std::string& owner);
    std::uint32_t noun(const Sighting& sighting);
    // "Police officers" are police, whatever officers are.
    [[nodiscard]] std::vector<std::string> sectors_of_noun(const Sighting& sighting) const;

    CastDraft& draft_;
    std::uint32_t sole_armed_group_ = Sighting::none;
    std::map<std::string, std::uint32_t> noun_by_head_;
    std::map<std::string, std::uint32_t>
        last_of_kind_;  // by noun, country and owner, of those called by noun
};

}  // namespace entente::extract
