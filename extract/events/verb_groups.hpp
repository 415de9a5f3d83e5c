// The predicates of a sentence: every verb that is no auxiliary, the copula, an adjective of the lexicon
// behind one; with voice, modality, negation and finiteness from the verb's own children.
//
// "is to meet" and "has to go" are one predicate. Total; linear in the tokens.
#pragma once

#include "extract/events/clause_tree.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/predicate_lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

class VerbGroups {
 public:
    VerbGroups(Clauses& clauses, ClauseTree& clause, const PredicateLexicon& lexicon)
        : clauses_(clauses), words_(clauses.words), tree_(clauses.tree), lexicon_(lexicon), clause_(clause) {}

    // Adds all predicates, in order of their heads.
    void read();

 private:
    void add_predicate(std::uint32_t at);
    // "the accused man": describes its noun. After "and" or a noun the parser took a verb for one:
    // "conceded the election but accused state radio".
    [[nodiscard]] bool is_attribute(std::uint32_t at) const;
    void push(std::uint32_t at, PredicateKind kind, const std::string& lemma);
    // "is opposed to", "are outraged at".
    [[nodiscard]] bool is_adjective_here(std::uint32_t at) const;
    [[nodiscard]] bool has_complement(std::uint32_t at) const;
    // Voice, modality, negation from the children of `at`.
    void read_group(Predicate& out, std::uint32_t at);
    // Tagged as a participle, yet without auxiliary it has a subject or an object of its own: "complained".
    [[nodiscard]] bool is_past_after_all(std::uint32_t at) const;
    // "as the opposition threatened to storm": what a participle that modifies could not govern.
    [[nodiscard]] bool is_clause_of_its_noun(std::uint32_t at) const;
    [[nodiscard]] bool is_negator(std::uint32_t at) const;

    Clauses& clauses_;
    std::vector<Word>& words_;
    const SentenceTree& tree_;
    const PredicateLexicon& lexicon_;
    ClauseTree& clause_;
};

}  // namespace entente::extract
