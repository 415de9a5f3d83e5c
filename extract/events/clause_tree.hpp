// A sentence's tree as its clauses see it: which token stands for which predicate, what marks a clause, and
// where the parser's labels are set right for verbs that it took for attributes.
//
// Borrows words, tree, predicates and lexicon; the predicates' places are told as they are found. Tokens are
// within the sentence, SentenceTree::none for none. Total.
#pragma once

#include "extract/events/clauses.hpp"
#include "extract/events/predicate_lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class ClauseTree {
 public:
    ClauseTree(Clauses& clauses, const PredicateLexicon& lexicon)
        : clauses_(clauses),
          words_(clauses.words),
          tree_(clauses.tree),
          lexicon_(lexicon),
          predicate_of_(clauses.words.size(), -1) {}

    // A shell's and a copula's noun too; -1 for none.
    [[nodiscard]] std::int32_t predicate_of(std::uint32_t token) const { return predicate_of_[token]; }
    void stands_for(std::uint32_t token, std::int32_t predicate) { predicate_of_[token] = predicate; }
    [[nodiscard]] Predicate& predicate(std::int32_t p) {
        return clauses_.predicates[static_cast<std::size_t>(p)];
    }

    [[nodiscard]] const std::string& xpos(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t mark_to(std::uint32_t at) const;
    [[nodiscard]] bool is_verb_before_noun(std::uint32_t at) const;
    // "supporters of the president blocked roads": hangs on its subject.
    [[nodiscard]] bool is_verb_behind_noun(std::uint32_t at) const;
    // "is (to meet)", "has (to go)", "is going (to ask)": only lends a modality.
    [[nodiscard]] bool is_shell(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t shell_of(std::uint32_t at) const;
    // A headline has no full stop.
    [[nodiscard]] bool is_headline() const;
    [[nodiscard]] bool has_object(std::uint32_t at) const;
    // The token that stands for the predicate in the tree.
    [[nodiscard]] std::uint32_t top(const Predicate& of) const;
    // The nearest predicate at or above the token; -1 for none.
    [[nodiscard]] std::int32_t predicate_above(std::uint32_t at) const;
    [[nodiscard]] std::string mark_of(std::uint32_t at) const;
    [[nodiscard]] bool is_report(const Predicate& pred) const;
    [[nodiscard]] bool takes_clause(const std::string& lemma) const;
    [[nodiscard]] bool is_noun(std::uint32_t at) const;
    [[nodiscard]] bool is_nominal(std::uint32_t at) const;
    // The head of the phrase that the token stands in, as far as the tree keeps it within [begin, end).
    [[nodiscard]] std::uint32_t phrase_top(std::uint32_t at, std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool is_relative_pronoun(std::uint32_t at) const;

 private:
    Clauses& clauses_;
    const std::vector<Word>& words_;
    const SentenceTree& tree_;
    const PredicateLexicon& lexicon_;
    std::vector<std::int32_t> predicate_of_;  // by token
};

}  // namespace entente::extract
