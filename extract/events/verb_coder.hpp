// Events that verbs and adjectives tell, by their frames.
//
// A frame that takes an act ("agreed to", "urged ... to", "refused to") looks into its complement for what
// the act is and swallows it; a plain verb of saying leaves the clause it governs to be coded, but lends it a
// speaker: what the speaker says somebody must do is a request, what it says it will do is a promise, a
// concession or a threat. Borrows what it is given; may add mentions to the clauses. Total.
#pragma once

#include "extract/events/candidate_list.hpp"
#include "extract/events/how_real.hpp"
#include "extract/events/sentence_frames.hpp"
#include "extract/events/told_before.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace entente::extract {

class VerbCoder {
 public:
    VerbCoder(Clauses& clauses, const Cast& cast, const PredicateLexicon& lexicon, SentenceFrames& frames,
              const Sides& sides, const ToldBefore& told, CandidateList& list)
        : clauses_(clauses),
          cast_(cast),
          lexicon_(lexicon),
          frames_(frames),
          sides_(sides),
          told_(told),
          list_(list),
          real_(clauses, cast, lexicon, frames) {}

    // Adds what the predicate tells, if anything.
    void code(std::uint32_t p);

 private:
    // "condemned the move", "denied the charge": done towards whoever did it, as told before.
    void recall_doer(Candidate& out, const Argument& object);
    // "Paris claims that she was held": by whom it accused before.
    void recall_accused(Candidate& out, std::uint32_t p);
    // The doer of an event of the type that the sentence told before.
    bool recall_here(Candidate& out, EventType type) const;
    // A mention made up for an actor that the sentence only takes up.
    std::uint32_t mention_of(const std::string& id, std::uint32_t token);
    [[nodiscard]] Candidate start(std::uint32_t p) const;
    // What an act inside the complement makes of the event. False: no event.
    bool apply_content(Candidate& out, const PredicateGroup& g, std::uint32_t p,
                       const std::optional<Act>& act);
    // "threatened to stop talks if Iran ...": Iran is threatened.
    void take_condition(Candidate& out) const;
    // A hint far behind the verb is what the act is good for, not the act.
    [[nodiscard]] static bool is_near(const Act& act, std::uint32_t head);
    static void commit_to(Candidate& out, const PredicateGroup& g, const Act& act);
    // Whom the act is done to, where the predicate itself names nobody.
    void take_recipient(Candidate& out, const std::optional<Act>& act) const;
    [[nodiscard]] bool predicate_names_nobody(std::uint32_t p) const;
    // "demanded that the US cancel": who stands right behind "that", however the tree has it.
    [[nodiscard]] Side asked_to(const Candidate& out, std::uint32_t p, const Side& otherwise) const;
    // "demanded that Iraq allow": Iraq is asked.
    void take_governed_subject(Candidate& out, std::uint32_t p) const;
    // "X said Y must withdraw".
    bool request_by_speaker(std::uint32_t p);

    Clauses& clauses_;
    const Cast& cast_;
    const PredicateLexicon& lexicon_;
    SentenceFrames& frames_;
    const Sides& sides_;
    const ToldBefore& told_;
    CandidateList& list_;
    HowReal real_;
};

}  // namespace entente::extract
