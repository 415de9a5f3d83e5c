// How real a predicate is said to be: negated, possible, to come; and what announcing one's own deed makes of
// the event (a promise, a concession, a threat, a refusal).
//
// Borrows what it is given. Total. PLOVER's manual: future cooperation is AGREE, an announced retreat
// CONCEDE.
#pragma once

#include "extract/events/candidate.hpp"
#include "extract/events/sentence_frames.hpp"

#include <cstdint>

namespace entente::extract {

class HowReal {
 public:
    HowReal(const Clauses& clauses, const Cast& cast, const PredicateLexicon& lexicon,
            const SentenceFrames& frames)
        : clauses_(clauses), cast_(cast), lexicon_(lexicon), frames_(frames) {}

    [[nodiscard]] Status status_of(std::uint32_t p) const;
    // Of a noun without a light verb: by the predicate it is an argument of.
    [[nodiscard]] Status status_around(std::uint32_t token) const;
    // The future of a speaker's or an actor's own deeds. False: no event.
    bool apply_modality(Candidate& out, std::uint32_t p) const;

 private:
    // "said it would not withdraw" refuses.
    bool refusal_to_come(Candidate& out, std::uint32_t p) const;
    [[nodiscard]] bool speaks_for_itself(const Candidate& out, std::uint32_t p) const;
    // "no police were deployed", "held no talks", "the failure to reach".
    [[nodiscard]] bool says_no(const Predicate& pred) const;
    [[nodiscard]] bool inherits_modality(std::uint32_t p, Modality modality) const;

    const Clauses& clauses_;
    const Cast& cast_;
    const PredicateLexicon& lexicon_;
    const SentenceFrames& frames_;
};

}  // namespace entente::extract
