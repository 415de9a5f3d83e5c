// Events that nouns tell where somebody is said to do them: "Russia's bombing of", "talks between", or the
// subject of a light verb ("launched an attack").
//
// Borrows what it is given. Total.
#pragma once

#include "extract/events/candidate_list.hpp"
#include "extract/events/how_real.hpp"
#include "extract/events/noun_phrases.hpp"
#include "extract/events/sentence_frames.hpp"
#include "extract/events/told_before.hpp"

#include <cstdint>

namespace entente::extract {

class NounCoder {
 public:
    NounCoder(const Clauses& clauses, const Cast& cast, const PredicateLexicon& lexicon,
              const SentenceFrames& frames, const Sides& sides, const ToldBefore& told, CandidateList& list)
        : clauses_(clauses),
          lexicon_(lexicon),
          frames_(frames),
          sides_(sides),
          told_(told),
          list_(list),
          real_(clauses, cast, lexicon, frames) {}

    // Adds what the noun at the token tells, if anything.
    void code(std::uint32_t token);

 private:
    // The verb that only lends the noun its subject: "launch", "hold", "carry out"; -1 for none.
    [[nodiscard]] std::int32_t light_verb_of(std::uint32_t token) const;
    void noun_sides(Candidate& out, const PredicateGroup& g, const NounArguments& around,
                    std::int32_t light) const;
    // "fears of an attack", "the threat of sanctions": not told to happen.
    [[nodiscard]] bool is_feared(const NounArguments& around) const;
    [[nodiscard]] bool is_planned(const NounArguments& around) const;
    // "After talks in Geneva, Iran and Iraq ...": a pair that acts in the sentence also talked.
    void take_pair(Candidate& out) const;
    // Who acts in the clause that the noun hangs on.
    bool take_subject_above(Candidate& out) const;
    // "The talks ...", "the attack ...": who took part was told before.
    bool from_memory(Candidate& out, const NounArguments& around);

    const Clauses& clauses_;
    const PredicateLexicon& lexicon_;
    const SentenceFrames& frames_;
    const Sides& sides_;
    const ToldBefore& told_;
    CandidateList& list_;
    HowReal real_;
};

}  // namespace entente::extract
