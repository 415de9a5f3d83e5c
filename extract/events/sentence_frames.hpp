// The frames that a sentence's predicates and nouns fit, and what follows from them: what belongs to the
// complement of another predicate, which act is told there, who says a clause, who fills a frame's slots.
//
// Borrows clauses, sides and lexicon. Indices `p` are of Clauses::predicates, tokens within the sentence.
// Total; linear in the tokens but for the pairs of predicates.
#pragma once

#include "extract/events/acts.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/frame_matcher.hpp"
#include "extract/events/predicate_lexicon.hpp"
#include "extract/events/sides.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente::extract {

// May who only hangs on the phrase fill the slot?
enum class PickRelated : std::uint8_t { no, yes };

class SentenceFrames {
 public:
    SentenceFrames(const Clauses& clauses, const Sides& sides, const PredicateLexicon& lexicon);

    [[nodiscard]] const Predicate& predicate(std::uint32_t p) const { return clauses_.predicates[p]; }
    [[nodiscard]] const FrameMatch& match(std::uint32_t p) const { return matches_[p]; }
    [[nodiscard]] const FrameMatch& noun(std::uint32_t token) const { return nouns_[token]; }
    // nullptr without a frame, or for -1.
    [[nodiscard]] const PredicateGroup* group(std::int32_t p) const;

    // Is the token told as part of another event?
    [[nodiscard]] bool is_swallowed(std::uint32_t token) const { return swallowed_[token]; }
    void swallow_word(std::uint32_t token) { swallowed_[token] = true; }

    // Tokens from the predicate's own words to the end of its complement.
    [[nodiscard]] std::uint32_t complement_end(std::uint32_t p) const;
    // Has it a complement?
    [[nodiscard]] bool governs(std::uint32_t p) const;
    [[nodiscard]] bool takes_complement(std::uint32_t head) const;
    // What is asked, promised, refused inside the complement.
    [[nodiscard]] std::optional<Act> act_of(std::uint32_t p) const;
    [[nodiscard]] std::optional<Act> act_at(std::uint32_t token) const;
    // The predicate of saying above, if the clause is what somebody says.
    [[nodiscard]] std::int32_t speaker_of(std::uint32_t p) const;
    // The frame's mode, else what the words around say about the means: "with machetes", "by phone".
    [[nodiscard]] std::string mode_of(const PredicateGroup& g, std::uint32_t begin, std::uint32_t end) const;
    // The first of the slots that somebody fills.
    [[nodiscard]] Side side(const std::vector<std::string>& slots, const Predicate& pred,
                            const FrameMatch& match, PickRelated pick) const;

    [[nodiscard]] const std::vector<FrameMatch>& matches() const { return matches_; }
    [[nodiscard]] const std::vector<FrameMatch>& nouns() const { return nouns_; }
    [[nodiscard]] const std::vector<bool>& swallowed() const { return swallowed_; }

 private:
    // Marks what a frame that takes an act has in its complement: it is not coded for itself.
    void swallow(std::uint32_t p);
    [[nodiscard]] bool governed_by(std::uint32_t q, std::uint32_t p) const;
    // The "by" of a passive, unless it hangs on an event noun right before it: "evacuated after a siege by
    // the army".
    [[nodiscard]] const Argument* agent_of(const Predicate& pred) const;

    const Clauses& clauses_;
    const Sides& sides_;
    const PredicateLexicon& lexicon_;
    std::vector<FrameMatch> matches_;  // by predicate
    std::vector<FrameMatch> nouns_;    // by token
    std::vector<bool> swallowed_;      // by token: told as part of another event
};

}  // namespace entente::extract
