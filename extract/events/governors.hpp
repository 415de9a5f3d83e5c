// Which predicate a predicate is a complement of, however the sentence orders them ("..., the ministry
// said").
//
// A coordinated verb stands where the first one stands, an adjunct where the clause stands that it adjoins.
// Total; depth times predicates.
#pragma once

#include "extract/events/clause_tree.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/predicate_lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

class Governors {
 public:
    Governors(Clauses& clauses, ClauseTree& clause)
        : clauses_(clauses), words_(clauses.words), tree_(clauses.tree), clause_(clause) {}

    // Sets `governor` and `governed_as` of all predicates, and what they inherit.
    void read();

 private:
    void govern(std::uint32_t index);
    void govern_by_relation(Predicate& pred, std::uint32_t at, int depth);
    // "A bomb killed one, the army said": what is told may seem to adjoin the verb of saying.
    [[nodiscard]] bool is_told_before(const Predicate& pred, std::uint32_t at, std::int32_t above) const;
    // "said on Tuesday that Sudan must return": what is told may seem to modify the noun before it.
    [[nodiscard]] bool is_told_behind(const Predicate& pred, std::uint32_t at, std::int32_t above,
                                      std::string_view mark) const;
    // A coordinated verb stands where the first one stands.
    void like_the_first(Predicate& pred, std::uint32_t at, std::uint32_t head, int depth);
    // An adjunct stands where the clause stands that it adjoins.
    void adjoin(Predicate& pred, const Predicate& above, int depth);
    // "…, the ministry said": what is told governs from behind. `head` is where a parataxis hangs.
    void attribute(Predicate& pred, std::uint32_t at, std::uint32_t head);
    // Is the token a verb of saying that follows what was said, the clause of `at`?
    [[nodiscard]] bool says_behind(std::uint32_t token, std::uint32_t at) const;

    Clauses& clauses_;
    std::vector<Word>& words_;
    const SentenceTree& tree_;
    ClauseTree& clause_;
};

}  // namespace entente::extract
