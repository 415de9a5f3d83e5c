// Which names of people are one person: full names first, then surnames by whom they were last said of.
//
// After join() and before recognise_people(), the other joiners ask it for those whom a word may name.
#pragma once

#include "extract/actors/cast_draft.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente::extract {

class PeopleJoiner {
 public:
    explicit PeopleJoiner(CastDraft& draft) : draft_(draft) {}

    void join_people();
    // "Paris" after "Valeska Paris".
    std::uint32_t person_named_like(std::uint32_t s);
    // Whom a capitalised word names: a person of the article, else somebody whom everybody knows.
    std::uint32_t person_of_word(std::uint32_t s);
    // A person of whom the article has but this one word.
    std::uint32_t add_person(std::uint32_t s);
    // Those whom everybody knows get their full name, country and sector; two names of one of them become
    // one.
    void recognise_people();

 private:
    void join_person(std::uint32_t s, bool full);
    // The person last named before sighting `s` whose name agrees; else the first one after it.
    std::uint32_t agreeing_person(const std::vector<std::string>& words, std::uint32_t s);
    // Makes a person's mention and the words of the name findable.
    void remember_person(std::uint32_t actor, std::uint32_t s, const std::vector<std::string>& words);
    // A surname alone is not enough where the article never speaks of the country.
    [[nodiscard]] const KnownActor* well_known(const std::string& name, const std::string& country) const;
    // By actor, the country that a title before the name tells: "Russian President Putin".
    [[nodiscard]] std::vector<std::string> countries_told() const;
    // Those called by an office that one holds at a time: "President Bush" is known by that, since
    // everybody's news speaks of the president of the United States without saying whose he is.
    void find_titled();

    CastDraft& draft_;
    std::map<std::uint32_t, std::vector<std::string>> words_;  // of people's names, by actor
    std::map<std::string, std::vector<std::uint32_t>> people_by_word_;
    std::map<std::uint32_t, std::set<std::uint32_t>> seen_at_;  // sightings of people, by actor
    std::vector<bool> titled_;                                  // by actor
};

}  // namespace entente::extract
