// The events that frames code in a sentence, as they are collected: each is turned into what PLOVER calls it
// for who acts, gets a recipient from nearby where its kind has one, and is left out when it names too few.
//
// Borrows what it is given. Total.
#pragma once

#include "extract/events/candidate.hpp"
#include "extract/events/sentence_frames.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace entente::extract {

class CandidateList {
 public:
    CandidateList(const Clauses& clauses, const SentenceFrames& frames, const Sides& sides)
        : clauses_(clauses), frames_(frames), sides_(sides) {}

    void add(Candidate&& out, const PredicateGroup& g);
    // As it is.
    void add_plain(Candidate&& out) { list_.push_back(std::move(out)); }
    // The noun at `head` takes up an event told before.
    void take_up(std::uint32_t head, const Event& event) { taken_up_.emplace(head, event); }

    [[nodiscard]] const std::vector<Candidate>& list() const { return list_; }
    [[nodiscard]] const std::map<std::uint32_t, Event>& taken_up() const { return taken_up_; }

 private:
    // Verbal acts and aid are done towards somebody: the next actor after the trigger, before another clause
    // begins.
    [[nodiscard]] Side somebody_after(const Candidate& c) const;
    // Is the token in the subject of a clause of its own, outside what the trigger governs?
    [[nodiscard]] bool acts_elsewhere(std::uint32_t token, std::uint32_t head) const;
    [[nodiscard]] bool relative_between(std::uint32_t begin, std::uint32_t end) const;
    // Where the clause of a candidate hangs: of a noun that is a subject its verb.
    [[nodiscard]] std::uint32_t anchor_of(const Candidate& c) const;
    // Does no other finite verb stand between the token and the trigger?
    [[nodiscard]] bool same_clause(std::uint32_t token, const Candidate& c) const;

    const Clauses& clauses_;
    const SentenceFrames& frames_;
    const Sides& sides_;
    std::vector<Candidate> list_;
    std::map<std::uint32_t, Event> taken_up_;  // by head of a noun
};

}  // namespace entente::extract
