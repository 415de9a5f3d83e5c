// How predicates are read off a tree: words and mentions, then the verb groups, then which governs which,
// then objects, then subjects, which look at all of that.
#include "extract/events/clauses.hpp"

#include "extract/events/clause_tree.hpp"
#include "extract/events/clause_words.hpp"
#include "extract/events/governors.hpp"
#include "extract/events/objects.hpp"
#include "extract/events/subjects.hpp"
#include "extract/events/verb_groups.hpp"

namespace entente::extract {

Clauses read_clauses(const Sentence& sentence, std::uint32_t sentence_number, const Cast& cast,
                     const std::vector<bool>& time, const PredicateLexicon& lexicon) {
    Clauses out;
    out.tree = SentenceTree(sentence);
    fill_words(out, sentence, time, lexicon);
    fill_mentions(out, sentence_number, cast);
    ClauseTree clause(out, lexicon);
    VerbGroups(out, clause, lexicon).read();
    Governors(out, clause).read();
    Objects(out, clause, lexicon).read();
    Subjects(out, clause, lexicon).read();
    return out;
}

}  // namespace entente::extract
