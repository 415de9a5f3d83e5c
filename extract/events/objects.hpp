// Objects and obliques of a predicate: what stands behind it in its own clause, and what hangs on that.
//
// Total; linear in what the clause holds.
#pragma once

#include "extract/events/clause_tree.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/predicate_lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

class Objects {
 public:
    Objects(Clauses& clauses, ClauseTree& clause, const PredicateLexicon& lexicon)
        : clauses_(clauses), words_(clauses.words), tree_(clauses.tree), lexicon_(lexicon), clause_(clause) {}

    // Of all predicates.
    void read();

 private:
    void read_arguments(Predicate& pred);
    [[nodiscard]] static bool names_nobody(const Argument& argument);
    // "gave Israel weapons": of two objects the first receives.
    void take_object(Predicate& pred, std::uint32_t noun);
    // What hangs on the verb's nouns may be meant of the verb: "imposed sanctions on Iran".
    void take_modifiers(Predicate& pred, std::vector<std::uint32_t>& nouns, std::uint32_t noun) const;
    // Where the tree leaves an active verb without any argument: the phrase right behind it.
    [[nodiscard]] std::uint32_t noun_behind(const Predicate& pred) const;
    [[nodiscard]] bool has_clause(std::uint32_t at) const;
    [[nodiscard]] bool in_verb_group(std::uint32_t at) const;
    // "the government, which they accused": what the relative clause hangs on is its object.
    void take_antecedent(Predicate& pred);
    // One past the last of the verb's own words: nothing behind a clause that hangs on it.
    [[nodiscard]] std::uint32_t own_end(std::uint32_t at) const;

    Clauses& clauses_;
    std::vector<Word>& words_;
    const SentenceTree& tree_;
    const PredicateLexicon& lexicon_;
    ClauseTree& clause_;
};

}  // namespace entente::extract
