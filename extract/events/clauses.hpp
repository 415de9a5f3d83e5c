// The predicates of a sentence and their arguments: who stands as subject, object, after which preposition.
//
// Read off the dependency tree (Universal Dependencies): auxiliaries and particles tell voice, modality and
// negation; subjects that a clause leaves out are found through control, coordination, relative clauses and
// adjuncts; every predicate knows the one it is a complement of, however the sentence orders them ("…, the
// ministry said").
//
// Total; linear in the tokens for sentences as they are written (depth times tokens at worst). Indices of
// tokens are within the sentence, those of mentions within `Clauses::mentions`.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/events/english.hpp"
#include "extract/events/predicate_lexicon.hpp"
#include "extract/reading/sentence.hpp"
#include "extract/reading/sentence_tree.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

struct Word {
    std::string lower;
    std::string noun;  // singular
    std::string verb;  // lemma, "" when it is no verb here
    WordClass word_class = WordClass::open;
    VerbForm form = VerbForm::none;
    bool is_verb = false;       // a main verb
    bool time = false;          // part of "last Friday", "in March"
    std::int32_t mention = -1;  // the outermost mention that covers the word
};

// A noun phrase that fills a slot. `mentions` carry it; `related` only modify it or hang on it ("Israel" of
// "Israel's offer"), `places` stand for locations.
struct Argument {
    std::vector<std::uint32_t> mentions;
    std::vector<std::uint32_t> related;
    std::vector<std::uint32_t> places;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return begin == end; }
};

enum class Modality : std::uint8_t { none, will, would, may, must };
enum class GovernedAs : std::uint8_t { none, infinitive, gerund, clause };

struct Predicate {
    PredicateKind kind = PredicateKind::verb;
    std::string lemma;
    std::uint32_t first = 0;  // with its auxiliaries
    std::uint32_t head = 0;
    bool passive = false;
    bool finite = false;
    bool negated = false;
    bool perfect = false;      // have + participle
    bool past = false;         // a past form, or was, were, had
    bool cannot = false;       // "can not", which refuses
    bool conditional = false;  // in an if-clause
    bool inverted = false;     // "said Kerry"
    bool relative = false;     // its subject is who, which or that
    Modality modality = Modality::none;
    Argument subject;  // of the surface: of a passive what is acted on
    Argument object;
    std::vector<std::pair<std::string, Argument>> obliques;  // by preposition, in order
    std::uint32_t end = 0;                                   // its own words reach to here
    std::uint32_t clause_begin = 0;                          // first token of its subject's stretch
    std::int32_t governor = -1;                              // the predicate it is a complement of
    GovernedAs governed_as = GovernedAs::none;
};

struct Clauses {
    SentenceTree tree;
    std::vector<Word> words;
    std::vector<Mention> mentions;          // of this sentence, in the cast's order
    std::vector<std::uint32_t> cast_index;  // where each stands in Cast::mentions
    std::vector<Predicate> predicates;      // in order of their heads
};

// Words, mentions and predicates of the sentence with this number. `time` marks tokens of expressions of
// time. The sentence must outlive what is returned.
Clauses read_clauses(const Sentence& sentence, std::uint32_t sentence_number, const Cast& cast,
                     const std::vector<bool>& time, const PredicateLexicon& lexicon);

}  // namespace entente::extract
