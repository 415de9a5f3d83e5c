// Which names of organizations, places and unknown things are one actor: what the lexicons know, acronyms,
// shortened forms, other names told beside the first.
#pragma once

#include "extract/actors/cast_draft.hpp"
#include "extract/actors/people_joiner.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

class NameJoiner {
 public:
    NameJoiner(CastDraft& draft, PeopleJoiner& people) : draft_(draft), people_(people) {}

    void join_known();
    void join_organizations();
    void join_places();
    // A capitalised word of which only the rest of the article knows what it is.
    void join_unknown();
    // A name with its title, and an apposition, are who stands beside them.
    void join_linked();
    // "the security service (SBU)", "Rodrigo Londoño, known as Timochenko": another name for who stands
    // before it.
    void join_other_names();

 private:
    std::uint32_t organization(std::uint32_t s);
    // "International Syria Support Group (ISSG)".
    std::uint32_t acronym_of(std::uint32_t s);
    // "National Bank" after "Swiss National Bank": the end of a longer name.
    std::uint32_t shortened_form(const std::string& key);
    static std::vector<std::string> sectors_of_name(std::string_view name);
    std::uint32_t place(const std::string& text);
    // What the reader takes the word for, where the article tells nothing more of it.
    std::uint32_t learned_actor(std::uint32_t s, const std::string& key);
    std::uint32_t named_elsewhere(std::uint32_t s, const std::string& key);
    // "The Church" of an article on the Church of Scientology.
    std::uint32_t body_called(const std::string& key);
    [[nodiscard]] bool is_known(std::uint32_t actor) const;
    [[nodiscard]] std::uint32_t other_name_of(std::uint32_t s) const;

    CastDraft& draft_;
    PeopleJoiner& people_;
    std::map<std::string, std::uint32_t> place_by_key_;
    std::map<std::string, std::uint32_t> body_called_;  // by the noun it may be called with
};

}  // namespace entente::extract
