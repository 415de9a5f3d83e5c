// Whom he, she, it and they stand for: the actor spoken of before that fits in gender and number and stands
// out most, by nearness, by the place in its clause and by how often it was named.
//
// After the manner of Lappin and Leass, An Algorithm for Pronominal Anaphora Resolution (1994): what stands
// in the same clause with another role is not meant, a pronoun without a referent (it rains, it is clear
// that) is left out, and where a noun that is no actor stands out more, nobody is meant. Cost: linear in the
// mentions of a few sentences for each pronoun.
#pragma once

#include "extract/actors/cast_builder.hpp"
#include "extract/actors/sighting.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::extract {

enum class PronounKind : std::uint8_t { none, he, she, they, it };

// By the lower-case form: "him" is he, "its" it.
PronounKind pronoun_kind(std::string_view lower);

class PronounResolver {
 public:
    // Borrows all; `mentions`, those of each sentence in order, may grow between calls.
    PronounResolver(const std::vector<SentenceView>& views, const Lexicons& lexicons,
                    const JoinedSightings& joined, const std::vector<std::vector<Mention>>& mentions)
        : views_(views), lexicons_(lexicons), joined_(joined), mentions_(mentions) {}

    // The actor's index, or Sighting::none; never `not_this` (who speaks of another as he).
    [[nodiscard]] std::uint32_t referent(std::uint32_t sentence, std::uint32_t at,
                                         std::uint32_t not_this) const;

 private:
    struct Pronoun {
        std::uint32_t sentence = 0;
        std::uint32_t at = 0;
        PronounKind kind = PronounKind::none;
        bool possessive = false;
        bool reflexive = false;
    };
    [[nodiscard]] const Token& token(std::uint32_t sentence, std::uint32_t at) const {
        return views_[sentence].sentence->tokens[at];
    }
    [[nodiscard]] bool is_expletive(const Pronoun& it) const;
    [[nodiscard]] bool fits(const Mention& mention, PronounKind kind) const;
    [[nodiscard]] Gender gender_of(const Actor& who) const;
    // Same clause, another role: "Obama met him".
    [[nodiscard]] bool bound(const Pronoun& pronoun, const Mention& mention) const;
    [[nodiscard]] std::uint32_t head_of(const Mention& mention) const;
    // How much a phrase stands out that this token heads.
    [[nodiscard]] int salience(const Pronoun& pronoun, std::uint32_t sentence, std::uint32_t head) const;
    // Those with a name, and named often, stand out more.
    [[nodiscard]] int standing(std::uint32_t actor) const;
    // The same as salience() of the noun that stands out most among those that name no actor; 0 for none.
    [[nodiscard]] int best_noun(const Pronoun& pronoun) const;
    [[nodiscard]] bool covered(std::uint32_t sentence, std::uint32_t at) const;

    const std::vector<SentenceView>& views_;
    const Lexicons& lexicons_;
    const JoinedSightings& joined_;
    const std::vector<std::vector<Mention>>& mentions_;
};

}  // namespace entente::extract
