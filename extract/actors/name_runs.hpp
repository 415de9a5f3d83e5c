// Runs of capitalised words that may be a name, and the names the reader found.
#pragma once

#include "extract/actors/units.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::extract {

// Tokens [first, last); empty where there is no run.
struct NameRun {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

class NameRuns {
 public:
    NameRuns(const SentenceView& view, const Lexicons& lexicons) : view_(view), lexicons_(lexicons) {}

    [[nodiscard]] bool starts_run(std::uint32_t at) const;
    [[nodiscard]] NameRun run_from(std::uint32_t at) const;
    // "Ministry" + "of Foreign Affairs", "Committee" + "on the Judiciary".
    [[nodiscard]] NameRun with_of_part(NameRun run) const;
    // The name of a kind we have units for that begins at the token; an empty run for none.
    [[nodiscard]] NameRun learned_at(std::uint32_t at) const;
    // What the reader takes the run for, by its last word: "Karen Abrahamyan" is a person.
    [[nodiscard]] std::optional<UnitKind> learned_kind(const NameRun& run) const;
    // A capitalised word that can only belong to the name before it.
    [[nodiscard]] bool name_like(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t end_of_capitals(std::uint32_t at) const;

 private:
    // A word that begins a sentence and needs no name to explain its capital.
    [[nodiscard]] bool common_at_start(std::uint32_t at) const;
    // Where the capital after particles and hyphens stands ("Osama bin Laden", "Arap - Moi"); `at` for none.
    [[nodiscard]] std::uint32_t after_particles(std::uint32_t at) const;
    [[nodiscard]] bool continues(const NameRun& run, std::uint32_t at) const;
    // "al-Assad" in one token.
    [[nodiscard]] bool joined_particle(std::uint32_t at) const;
    // A title, or a known name that is not the surname of a person ("Valeska Paris").
    [[nodiscard]] bool breaks_off(const NameRun& run, std::uint32_t at) const;
    [[nodiscard]] bool word(std::string_view kind, std::uint32_t at) const;
    [[nodiscard]] bool capital(std::uint32_t at) const;

    const SentenceView& view_;
    const Lexicons& lexicons_;
};

}  // namespace entente::extract
