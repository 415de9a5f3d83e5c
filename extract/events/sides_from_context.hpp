// Who an event is done towards where its own clause does not say it, or names somebody who is no party to it.
//
// "criticised the move" is towards whoever made it, "accused it" towards whom the words before named; a
// medium that was told something and the forces that somebody sends receive nothing. Works on what frames and
// reader left, borrows what it is given, may add mentions to the clauses. Total; linear in the sentence.
#pragma once

#include "extract/events/candidate.hpp"
#include "extract/events/sentence_frames.hpp"
#include "extract/events/told_before.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::extract {

class SidesFromContext {
 public:
    SidesFromContext(Clauses& clauses, const Cast& cast, const PredicateLexicon& lexicon, const Sides& sides,
                     const ToldBefore& told)
        : clauses_(clauses), cast_(cast), lexicon_(lexicon), sides_(sides), told_(told) {}

    // `all`: the sentence's events, `event` among them. False: it is none, as when only a medium is met.
    [[nodiscard]] bool complete(Candidate& event, const std::vector<Candidate>& all);

 private:
    [[nodiscard]] const Actor& actor_of(std::uint32_t mention) const {
        return cast_.actors[clauses_.mentions[mention].actor];
    }
    [[nodiscard]] const Predicate* predicate_of(const Candidate& event) const;
    [[nodiscard]] bool is_medium_told(std::uint32_t mention) const;
    // Its own soldiers, whom a state sends or takes back.
    [[nodiscard]] bool is_own_force(std::uint32_t mention, const Candidate& event) const;
    // "bishops condemned the bombing": those who judge a deed did not do it.
    void drop_judges(Candidate& event, const std::vector<Candidate>& all) const;
    // The subject of a clause of its own that neither tells nor is told by the event.
    [[nodiscard]] bool acts_apart(std::uint32_t mention, const Candidate& event) const;
    [[nodiscard]] bool is_above(const Predicate& upper, const Predicate& lower) const;
    // Where a word is said, not towards whom.
    [[nodiscard]] bool is_where_said(std::uint32_t mention, const Candidate& event) const;
    // "accused it": the nearest before that it can mean.
    void take_pronoun(Candidate& event) const;
    // "criticised the decision": whoever took it, in this sentence or before.
    void take_doer(Candidate& event, const std::vector<Candidate>& all);
    void take_government(Candidate& event);
    // "Paris also claims": whoever it accused before.
    void take_accused_before(Candidate& event);
    // "strengthened its forces in Lebanon".
    void take_country_of_posture(Candidate& event) const;
    std::uint32_t mention_of(std::uint32_t actor, std::uint32_t token);

    Clauses& clauses_;
    const Cast& cast_;
    const PredicateLexicon& lexicon_;
    const Sides& sides_;
    const ToldBefore& told_;
};

}  // namespace entente::extract
