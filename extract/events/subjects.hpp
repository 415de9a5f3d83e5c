// Subjects of predicates, those that a clause leaves out too: of an infinitive what controls it, of a
// coordinated verb the one of the verb before, of a relative clause its antecedent, of an adjunct the clause
// it adjoins.
//
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

class Subjects {
 public:
    Subjects(Clauses& clauses, ClauseTree& clause, const PredicateLexicon& lexicon)
        : clauses_(clauses), words_(clauses.words), tree_(clauses.tree), lexicon_(lexicon), clause_(clause) {}

    // Of all predicates, whose objects are known; shared objects and open pronouns last.
    void read();

 private:
    [[nodiscard]] std::uint32_t subject_token(const Predicate& pred) const;
    // Of several the last before the verb: another one's clause may hang before it.
    [[nodiscard]] std::uint32_t nearest_subject(std::uint32_t at) const;
    // "Kerry: US, Russia agree": what stands before the colon speaks.
    [[nodiscard]] std::uint32_t behind_colon(std::uint32_t subject, std::uint32_t at) const;
    const Argument& find_subject(std::uint32_t index, int depth);
    // Where the tree leaves a finite verb without a subject: the phrase that ends right before it.
    void take_noun_before(Predicate& pred);
    [[nodiscard]] std::uint32_t antecedent_of(std::uint32_t at) const;
    [[nodiscard]] bool has_antecedent(std::uint32_t at) const;
    void borrow_subject(std::uint32_t index, int depth);
    void like_the_verb_before(Predicate& pred, std::uint32_t index, int depth);
    [[nodiscard]] bool object_acts(const Predicate& governing) const;
    [[nodiscard]] bool controls_object(const Predicate& pred) const;
    // Participles take the noun they modify; "a plan to attack" whoever has the plan.
    void of_noun(Predicate& pred, std::uint32_t at, std::uint32_t noun, int depth);
    // "attacked and looted the town": the object of the last is the object of all.
    void share_object(Predicate& pred);
    // "said it would": a pronoun that the cast left open is who speaks, else who acted before in the
    // sentence.
    void resolve_pronoun(Predicate& pred);

    Clauses& clauses_;
    std::vector<Word>& words_;
    const SentenceTree& tree_;
    const PredicateLexicon& lexicon_;
    ClauseTree& clause_;
    std::vector<bool> known_;  // by predicate
};

}  // namespace entente::extract
