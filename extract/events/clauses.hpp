// The predicates of a sentence and their arguments: who stands as subject, object, after which preposition.
//
// This is the one door between grammar and coding. What stands behind it now is a shallow reading without
// tags or trees: closed classes, spelling, the lexicon's lemmas and the cast's mentions decide which words
// are verbs, and arguments are sought between the borders of a clause. A reader of dependency trees can fill
// the same records.
//
// Total; time is linear in the tokens but for short look-aheads (quadratic at worst in a sentence, whose
// length the splitter caps). Indices of tokens are within the sentence, those of mentions within
// `Clauses::mentions`.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/events/english.hpp"
#include "extract/events/predicate_lexicon.hpp"
#include "extract/reading/sentence.hpp"

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
    std::vector<Word> words;
    std::vector<Mention> mentions;          // of this sentence, in the cast's order
    std::vector<std::uint32_t> cast_index;  // where each stands in Cast::mentions
    std::vector<Predicate> predicates;      // in order of their heads
};

// Mentions of the sentence with this number, words and predicates. `time` marks tokens of expressions of
// time.
Clauses read_clauses(const Sentence& sentence, std::uint32_t sentence_number, const Cast& cast,
                     const std::vector<bool>& time, const PredicateLexicon& lexicon);

// The noun phrase that starts at token `begin`, at most to `limit`.
Argument read_noun_phrase(const Clauses& clauses, std::uint32_t begin, std::uint32_t limit);

// What stands around an event noun at token `head`, whose own words start at `first`: possessive, modifier
// and obliques by preposition.
struct NounArguments {
    Argument possessive;
    Argument modifier;
    std::vector<std::pair<std::string, Argument>> obliques;
    std::uint32_t begin = 0;  // of the whole phrase
    std::uint32_t end = 0;
    bool definite = false;  // "the", "this", "their"
    bool negated = false;   // "no"
};
NounArguments read_noun_arguments(const Clauses& clauses, std::uint32_t first, std::uint32_t head);

}  // namespace entente::extract
