// How a shallow reader finds predicates and their arguments.
//
// 1. Words: closed class, spelling and lexicon give each word its readings; neighbours decide whether a word
// that
//    may be noun or verb is a verb here ("the attack", "to attack", "rebels attack the").
// 2. Verb groups: auxiliaries to the left of a main verb tell voice, modality, negation and finiteness.
// 3. To the right of a verb its object and obliques are read until the clause ends.
// 4. To the left its subject is sought: past a comma lies an apposition, past "who" the antecedent, past
// "and" the
//    subject of the verb before; else it is the first noun phrase of the stretch that no preposition governs.
// 5. Infinitives, gerunds and clauses after verbs of saying get the predicate that governs them.
#include "extract/events/clauses.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace entente::extract {

namespace {

std::string lower_case(const std::string& form) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(form);
    text.toLower(icu::Locale::getRoot());
    std::string out;
    text.toUTF8String(out);
    return out;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 46> partitives{
    "group",      "number", "dozen",     "hundred", "thousand", "ten",       "score",     "majority",
    "member",     "leader", "supporter", "some",    "all",      "most",      "many",      "several",
    "one",        "two",    "three",     "part",    "rest",     "half",      "percent",   "million",
    "handful",    "crowd",  "few",       "both",    "each",     "series",    "official",  "representative",
    "delegation", "team",   "unit",      "wing",    "couple",   "pair",      "coalition", "family",
    "relative",   "body",   "city",      "town",    "people",   "government"};

constexpr std::array<std::string_view, 8> subject_pronouns{"he", "she", "they", "we",
                                                           "i",  "you", "it",   "who"};

bool plural_looking(const std::string& lower) {
    return (lower.size() > 2 && lower.back() == 's' && !lower.ends_with("ss")) || lower == "people" ||
           lower == "police" || lower == "men" || lower == "women" || lower == "gunmen" ||
           lower == "policemen" || lower == "authorities" || lower == "children" || lower == "fishermen";
}

bool adjective_looking(std::string_view lower) {
    static constexpr std::array<std::string_view, 14> adjective_ends{
        "ic", "al", "ive", "ous", "ary", "ful", "ian", "ese", "ish", "able", "ible", "less", "ent", "ern"};
    return std::any_of(adjective_ends.begin(), adjective_ends.end(),
                       [&](std::string_view end) { return lower.ends_with(end); });
}

bool opens_noun_phrase(const Word& word) {
    return word.mention >= 0 || word.word_class == WordClass::determiner ||
           word.word_class == WordClass::possessive || word.word_class == WordClass::number ||
           word.word_class == WordClass::pronoun;
}

class ClauseReader {
 public:
    ClauseReader(Clauses& clauses, const PredicateLexicon& lexicon)
        : clauses_(clauses), words_(clauses.words), lexicon_(lexicon) {}

    void read() {
        for (std::uint32_t at = 0; at < words_.size(); ++at) decide_verb(at);
        for (std::uint32_t at = 0; at < words_.size(); ++at) add_predicate(at);
        for (auto& predicate : clauses_.predicates) read_right(predicate);
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) attach(p);
        attribute();
        for (auto& predicate : clauses_.predicates) resolve_pronoun(predicate);
    }

 private:
    [[nodiscard]] const Word* before(std::uint32_t at) const { return at == 0 ? nullptr : &words_[at - 1]; }
    [[nodiscard]] const Word* after(std::uint32_t at) const {
        return at + 1 < words_.size() ? &words_[at + 1] : nullptr;
    }

    // --- words -------------------------------------------------------------------------------------------

    void decide_verb(std::uint32_t at) {
        auto& word = words_[at];
        if (word.mention >= 0 || word.time || word.word_class != WordClass::open) return;
        if ((after(at) && after(at)->word_class == WordClass::hyphen) ||
            (before(at) && before(at)->word_class == WordClass::hyphen)) {
            return;
        }
        if (is_adjective_here(at)) return;
        for (const auto& reading : verb_readings(word.lower)) {
            const bool known = lexicon_.is_verb(reading.lemma);
            if (!known) continue;
            if (is_verb_here(at, reading.form, reading.lemma)) set_verb(word, reading);
            return;
        }
        const auto readings = verb_readings(word.lower);
        if (readings.empty() ||
            (readings[0].form != VerbForm::ed && readings[0].form != VerbForm::ing &&
             readings[0].form != VerbForm::past && readings[0].form != VerbForm::participle)) {
            return;
        }
        if (is_verb_here(at, readings[0].form, readings[0].lemma)) set_verb(word, readings[0]);
    }

    // "is opposed to", "are outraged at".
    [[nodiscard]] bool is_adjective_here(std::uint32_t at) const {
        if (!lexicon_.is_adjective(words_[at].lower)) return false;
        std::uint32_t left = at;
        while (left > 0 && (words_[left - 1].word_class == WordClass::adverb ||
                            words_[left - 1].word_class == WordClass::negator || floats(words_[left - 1])))
            --left;
        if (left == 0 || !is_form_of_be(words_[left - 1].lower)) return false;
        const Word* right = after(at);
        return right &&
               (right->word_class == WordClass::preposition || right->word_class == WordClass::infinitive_to);
    }

    static void set_verb(Word& word, const VerbReading& reading) {
        word.is_verb = true;
        word.verb = reading.lemma;
        word.form = reading.form;
    }

    [[nodiscard]] bool is_verb_here(std::uint32_t at, VerbForm form, const std::string& lemma) const {
        switch (form) {
            case VerbForm::past:
                return true;
            case VerbForm::participle:
            case VerbForm::ed:
                return !is_adjectival(at);
            case VerbForm::ing:
                return is_verbal_ing(at);
            default:
                return is_verbal_base(at, form, lemma);
        }
    }

    // "the accused man", "newly elected leaders".
    [[nodiscard]] bool is_adjectival(std::uint32_t at) const {
        const Word* left = before(at);
        if (!left) return false;
        if (left->word_class == WordClass::adverb && at >= 2 && left->lower.ends_with("ly"))
            left = &words_[at - 2];
        const bool noun_follows =
            after(at) && (after(at)->word_class == WordClass::open || after(at)->mention >= 0 ||
                          after(at)->word_class == WordClass::hyphen);
        if (left->mention >= 0) {
            return clauses_.mentions[static_cast<std::size_t>(left->mention)].modifies && noun_follows &&
                   after(at)->mention < 0;
        }
        if (left->word_class == WordClass::determiner || left->word_class == WordClass::possessive ||
            left->word_class == WordClass::number) {
            return noun_follows || !after(at);
        }
        return left->word_class == WordClass::preposition && noun_follows;
    }

    [[nodiscard]] bool is_verbal_ing(std::uint32_t at) const {
        const Word* left = before(at);
        if (!left || left->word_class == WordClass::comma || left->word_class == WordClass::coordinator) {
            // "Fighting between", "shelling of": a noun.
            const Word* right = after(at);
            const bool noun_like =
                right && lexicon_.is_noun(words_[at].lower) &&
                (right->lower == "between" || right->lower == "of" || right->lower == "by" ||
                 (!left && right->word_class == WordClass::preposition));
            return !noun_like;
        }
        if (left->word_class == WordClass::determiner || left->word_class == WordClass::possessive)
            return false;
        const bool object_follows = after(at) && opens_noun_phrase(*after(at));
        if (left->mention >= 0 && clauses_.mentions[static_cast<std::size_t>(left->mention)].modifies) {
            return object_follows;
        }
        if (left->word_class == WordClass::open && left->mention < 0 && !left->is_verb) {
            // "a roadside bombing", "people fleeing the": an adjective or a noun before it.
            return plural_looking(left->lower) || object_follows ||
                   (!lexicon_.is_noun(words_[at].lower) && !adjective_looking(left->lower));
        }
        return true;
    }

    [[nodiscard]] bool is_verbal_base(std::uint32_t at, VerbForm form, const std::string& lemma) const {
        const Word* left = before(at);
        if (!left) return false;
        const auto left_class = left->word_class;
        if (form == VerbForm::base) {
            if (left_class == WordClass::infinitive_to || left_class == WordClass::modal) return true;
            if (left_class == WordClass::negator && at >= 2 &&
                (words_[at - 2].word_class == WordClass::auxiliary ||
                 words_[at - 2].word_class == WordClass::modal || words_[at - 2].lower == "to" ||
                 left->lower == "never")) {
                return true;
            }
            if (left->lower == "do" || left->lower == "does" || left->lower == "did") return true;
            if (left_class == WordClass::adverb && at >= 2 &&
                (words_[at - 2].word_class == WordClass::infinitive_to ||
                 words_[at - 2].word_class == WordClass::modal)) {
                return true;
            }
        }
        if (left_class == WordClass::determiner || left_class == WordClass::possessive ||
            left_class == WordClass::number || left_class == WordClass::preposition) {
            return false;
        }
        if (among(subject_pronouns, left->lower) && (form == VerbForm::base || left->lower != "i"))
            return true;
        if (left->lower == "that" &&
            (at < 2 || words_[at - 2].word_class == WordClass::preposition || words_[at - 2].is_verb)) {
            return false;
        }
        if (left_class == WordClass::relative) return true;
        const bool nouny = lexicon_.is_noun(words_[at].lower) || lexicon_.is_noun(words_[at].noun) ||
                           lexicon_.in_class("@nouny", lemma);
        if (left_class == WordClass::coordinator) {
            for (std::uint32_t back = at; back-- > 0 && at - back < 12;) {
                if (words_[back].is_verb) return words_[back].form == form;
            }
            return false;
        }
        const bool subject_may_end_here =
            left->mention >= 0 ? !clauses_.mentions[static_cast<std::size_t>(left->mention)].modifies
                               : (left_class == WordClass::open && !left->is_verb &&
                                  (form == VerbForm::base) == plural_looking(left->lower) &&
                                  !adjective_looking(left->lower));
        const Word* right = after(at);
        if (left_class == WordClass::adverb || left_class == WordClass::comma || left->time) {
            if (right && right->word_class == WordClass::infinitive_to && left_class == WordClass::comma)
                return true;
            return !nouny && right != nullptr;
        }
        if (!subject_may_end_here) return false;
        if (!nouny) return true;
        if (!right) return false;
        return opens_noun_phrase(*right) || right->lower == "to" || right->word_class == WordClass::quote ||
               right->word_class == WordClass::relative ||
               (right->word_class == WordClass::adverb && left->mention >= 0) ||
               (right->word_class == WordClass::open && left->mention >= 0 && at >= 1 && !right->is_verb) ||
               (right->word_class == WordClass::preposition && right->lower != "of" && left->mention >= 0 &&
                !is_owned(at - 1));
    }

    // "its U.N. partners": a possessive before the name makes it modify.
    [[nodiscard]] bool is_owned(std::uint32_t at) const {
        const auto first = clauses_.mentions[static_cast<std::size_t>(words_[at].mention)].first;
        return first > 0 && words_[first - 1].word_class == WordClass::possessive;
    }

    // --- verb groups -------------------------------------------------------------------------------------

    void add_predicate(std::uint32_t at) {
        const auto& word = words_[at];
        if (word.mention >= 0) return;
        if (word.is_verb) {
            clauses_.predicates.push_back(verb_group(at, word.verb, word.form));
            return;
        }
        if (word.word_class != WordClass::auxiliary || word.lower == "being" || word.lower == "having")
            return;
        // An auxiliary without a verb after it is a main verb: "is ready", "have talks".
        std::uint32_t next = at + 1;
        while (next < words_.size() &&
               (words_[next].word_class == WordClass::adverb ||
                words_[next].word_class == WordClass::negator || floats(words_[next]) ||
                words_[next].word_class == WordClass::auxiliary || words_[next].time)) {
            ++next;
        }
        if (next < words_.size() && words_[next].is_verb) return;
        if (at > 0 && (words_[at - 1].word_class == WordClass::auxiliary)) return;
        if (is_form_of_be(word.lower) && next < words_.size() && lexicon_.is_adjective(words_[next].lower)) {
            auto predicate = verb_group(next, words_[next].lower, VerbForm::none);
            predicate.kind = PredicateKind::adjective;
            predicate.finite = true;
            clauses_.predicates.push_back(std::move(predicate));
            return;
        }
        std::uint32_t head = at;
        while (head + 1 < next && words_[head + 1].word_class == WordClass::auxiliary) ++head;
        auto predicate = verb_group(
            head,
            is_form_of_be(words_[head].lower)     ? "be"
            : is_form_of_have(words_[head].lower) ? "have"
                                                  : "do",
            words_[head].lower == "be" || words_[head].lower == "have" || words_[head].lower == "do"
                ? VerbForm::base
                : VerbForm::past);
        predicate.finite = predicate.first == head ? words_[head].lower != "be" : predicate.finite;
        clauses_.predicates.push_back(std::move(predicate));
    }

    [[nodiscard]] Predicate verb_group(std::uint32_t head, const std::string& lemma, VerbForm form) const {
        Predicate out;
        out.lemma = lemma;
        out.head = out.first = out.end = head;
        bool be = false;
        bool have = false;
        bool to = false;
        bool had = false;
        for (std::uint32_t at = head; at-- > 0;) {
            const auto& word = words_[at];
            if (word.mention >= 0 || word.is_verb) break;
            if (word.word_class == WordClass::adverb || word.time || floats(word)) continue;
            if (word.word_class == WordClass::negator) {
                out.negated = true;
            } else if (word.word_class == WordClass::infinitive_to && !to) {
                to = true;
            } else if (word.word_class == WordClass::auxiliary && to) {
                // "is to meet", "has to go": only next to the "to".
                if (is_form_of_be(word.lower)) {
                    out.modality = Modality::will;
                } else if (is_form_of_have(word.lower)) {
                    out.modality = Modality::must;
                } else {
                    break;
                }
                out.finite = true;
            } else if (word.word_class == WordClass::auxiliary) {
                be = be || is_form_of_be(word.lower);
                have = have || is_form_of_have(word.lower);
                had = had || word.lower == "had";
                out.past = out.past || word.lower == "was" || word.lower == "were" || word.lower == "had" ||
                           word.lower == "did";
                if (word.lower != "be" && word.lower != "been" && word.lower != "being" &&
                    word.lower != "having") {
                    out.finite = true;
                }
            } else if (word.word_class == WordClass::modal) {
                out.modality = modality_of(word.lower);
                out.cannot = out.negated && (word.lower == "can" || word.lower == "ca");
                out.finite = true;
            } else {
                break;
            }
            out.first = at;
        }
        out.perfect = have;
        const bool participle = form == VerbForm::participle || form == VerbForm::ed;
        out.passive = participle && be;
        if (have && be && participle) out.passive = true;
        if (!be && !have && !to && out.modality == Modality::none) {
            out.finite = out.finite || form == VerbForm::past || form == VerbForm::third ||
                         form == VerbForm::base || form == VerbForm::ed;
            out.passive = form == VerbForm::participle;
        }
        out.past = out.past || form == VerbForm::past || form == VerbForm::ed;
        if (form == VerbForm::base && out.first == head && !to && follows_infinitive(head))
            out.finite = false;
        return out;
    }

    // "to meet and discuss", "to scrap taxes, stop harassing".
    [[nodiscard]] bool follows_infinitive(std::uint32_t head) const {
        if (head == 0 || (words_[head - 1].word_class != WordClass::coordinator &&
                          words_[head - 1].word_class != WordClass::comma &&
                          words_[head - 1].word_class != WordClass::adverb)) {
            return false;
        }
        for (auto at = clauses_.predicates.size(); at-- > 0;) {
            const auto& other = clauses_.predicates[at];
            if (words_[other.head].form == VerbForm::ing) continue;
            return !other.finite && words_[other.head].form == VerbForm::base;
        }
        return false;
    }

    // Words that may stand between an auxiliary and its verb: "have both said", "is ``prepared".
    static bool floats(const Word& word) {
        return word.mention < 0 && (word.word_class == WordClass::quote || word.lower == "both" ||
                                    word.lower == "all" || word.lower == "each");
    }

    static Modality modality_of(std::string_view modal) {
        if (modal == "will" || modal == "'ll" || modal == "wo" || modal == "shall") return Modality::will;
        if (modal == "would" || modal == "'d") return Modality::would;
        if (modal == "must" || modal == "should" || modal == "ought") return Modality::must;
        return Modality::may;
    }

    // --- to the right ------------------------------------------------------------------------------------

    void read_right(Predicate& predicate) {
        const auto count = static_cast<std::uint32_t>(words_.size());
        std::uint32_t at = predicate.head + 1;
        while (at < count) {
            const auto& word = words_[at];
            if (word.mention < 0) {
                if (word.time || word.word_class == WordClass::adverb ||
                    word.word_class == WordClass::quote || word.word_class == WordClass::hyphen ||
                    word.word_class == WordClass::negator) {
                    ++at;
                    continue;
                }
                if (word.is_verb) break;
                if (opens_quantity(at)) {
                    auto argument = read_noun_phrase(clauses_, at, count);
                    if (argument.end > at + 1 && predicate.object.empty() && predicate.obliques.empty()) {
                        at = std::max(argument.end, at + 1);
                        predicate.object = std::move(argument);
                        continue;
                    }
                }
                if (word.lower == "(" && closing(at) > at) {
                    at = closing(at) + 1;
                    continue;
                }
                if (ends_clause(at)) break;
                if (word.word_class == WordClass::preposition ||
                    (word.word_class == WordClass::infinitive_to && !(after(at) && words_[at + 1].is_verb)) ||
                    ((word.lower == "as" || word.lower == "after" || word.lower == "before" ||
                      word.lower == "since" || word.lower == "until") &&
                     !clause_follows(at + 1))) {
                    if (word.word_class == WordClass::infinitive_to && verb_after_adverbs(at + 1)) break;
                    auto argument = read_noun_phrase(clauses_, at + 1, count);
                    const auto next = std::max(argument.end, at + 1);
                    predicate.obliques.emplace_back(word.lower, std::move(argument));
                    at = next;
                    continue;
                }
                if (word.word_class == WordClass::infinitive_to) break;
            }
            auto argument = read_noun_phrase(clauses_, at, count);
            if (argument.empty()) break;
            const auto next = std::max(argument.end, at + 1);
            if (predicate.object.empty() && predicate.obliques.empty()) {
                predicate.object = std::move(argument);
            } else if (predicate.obliques.empty() && !predicate.object.mentions.empty()) {
                // "gave Israel weapons": the first object is who receives.
                predicate.obliques.emplace_back("to", std::move(predicate.object));
                predicate.object = std::move(argument);
            } else if (predicate.obliques.empty()) {
                break;
            }
            at = next;
        }
        predicate.end = at;
    }

    // "about 200", "over 700", "more than a dozen", "up to 50", "at least four", "as many as".
    [[nodiscard]] bool opens_quantity(std::uint32_t at) const {
        const auto& lower = words_[at].lower;
        const Word* next = after(at);
        if (!next) return false;
        if (lower == "about" || lower == "over" || lower == "around") {
            return next->word_class == WordClass::number || lexicon_.in_class("@numeral", next->lower);
        }
        if (lower == "at") return next->lower == "least" || next->lower == "most";
        if (lower == "more" || lower == "fewer" || lower == "less") return next->lower == "than";
        return (lower == "up" && next->lower == "to") || (lower == "as" && next->lower == "many");
    }

    [[nodiscard]] std::uint32_t closing(std::uint32_t open) const {
        for (std::uint32_t at = open + 1; at < words_.size() && at - open < 12; ++at) {
            if (words_[at].lower == ")") return at;
        }
        return open;
    }

    [[nodiscard]] bool verb_after_adverbs(std::uint32_t at) const {
        while (at < words_.size() && (words_[at].word_class == WordClass::adverb ||
                                      words_[at].word_class == WordClass::auxiliary)) {
            ++at;
        }
        return at < words_.size() && words_[at].is_verb;
    }

    // Is there a finite verb before the next border? Looks at most twelve words ahead.
    [[nodiscard]] bool clause_follows(std::uint32_t at) const {
        for (std::uint32_t step = 0; at < words_.size() && step < 12; ++at, ++step) {
            const auto& word = words_[at];
            if (word.mention >= 0) continue;
            if (word.word_class == WordClass::comma || word.word_class == WordClass::stop) return false;
            if (word.word_class == WordClass::auxiliary || word.word_class == WordClass::modal) return true;
            if (word.is_verb && word.form != VerbForm::ing) return true;
        }
        return false;
    }

    [[nodiscard]] bool ends_clause(std::uint32_t at) const {
        switch (words_[at].word_class) {
            case WordClass::comma:
            case WordClass::stop:
            case WordClass::coordinator:
            case WordClass::relative:
            case WordClass::auxiliary:
            case WordClass::modal:
                return true;
            case WordClass::subordinator: {
                const auto& lower = words_[at].lower;
                const bool may_be_preposition = lower == "as" || lower == "after" || lower == "before" ||
                                                lower == "since" || lower == "until";
                return !may_be_preposition || clause_follows(at + 1);
            }
            default:
                return false;
        }
    }

    // --- to the left -------------------------------------------------------------------------------------

    [[nodiscard]] bool takes_clause(const std::string& lemma) const {
        for (const auto kind : {PredicateKind::verb, PredicateKind::adjective}) {
            for (const Frame* frame : lexicon_.frames(kind, lemma)) {
                if (frame->group->use == FrameUse::report || frame->group->content != Content::none)
                    return true;
            }
        }
        return false;
    }

    void attach(std::uint32_t index) {
        auto& predicate = clauses_.predicates[index];
        predicate.clause_begin = predicate.first;
        if (predicate.finite && !predicate.passive && is_reduced(index)) {
            predicate.passive = true;
            predicate.finite = false;
        }
        if (predicate.finite) {
            find_subject(index);
        } else {
            govern(index);
        }
    }

    // Is an "-ed" form without auxiliary a participle that modifies the noun before it?
    [[nodiscard]] bool is_reduced(std::uint32_t index) const {
        const auto& predicate = clauses_.predicates[index];
        const auto& word = words_[predicate.head];
        if (predicate.first != predicate.head || word.form != VerbForm::ed) return false;
        if (!predicate.object.empty() && word.lower != "called") return false;
        std::uint32_t next = predicate.head + 1;
        while (next < words_.size() && (words_[next].word_class == WordClass::adverb || words_[next].time))
            ++next;
        if (next + 1 < words_.size() && words_[next].lower == "by" &&
            words_[next + 1].word_class != WordClass::number &&
            !lexicon_.in_class("@numeral", words_[next + 1].lower)) {
            return true;
        }
        const Word* left = before(predicate.first);
        if (!left) return !predicate.obliques.empty();
        if (left->word_class == WordClass::preposition || left->word_class == WordClass::subordinator)
            return true;
        if (takes_clause(predicate.lemma)) return false;
        // A finite verb of its own follows before any border: "the men arrested in May were freed".
        const auto end = predicate.end;
        if (end >= words_.size()) return false;
        const auto& stop = words_[end];
        if (stop.mention >= 0) return false;
        const bool finite_follows =
            stop.word_class == WordClass::modal ||
            (stop.word_class == WordClass::auxiliary && stop.lower != "being" && stop.lower != "having") ||
            (stop.is_verb &&
             (stop.form == VerbForm::past || stop.form == VerbForm::ed || stop.form == VerbForm::third));
        return finite_follows;
    }

    // The predicate whose words come last before token `at`; -1 for none.
    [[nodiscard]] std::int32_t predicate_before(std::uint32_t at) const {
        std::int32_t out = -1;
        for (std::uint32_t p = 0; p < clauses_.predicates.size() && clauses_.predicates[p].head < at; ++p) {
            out = static_cast<std::int32_t>(p);
        }
        return out;
    }

    [[nodiscard]] std::int32_t finite_before(std::uint32_t at) const {
        for (std::int32_t p = predicate_before(at); p >= 0; --p) {
            if (clauses_.predicates[static_cast<std::size_t>(p)].finite) return p;
        }
        return -1;
    }

    [[nodiscard]] Predicate& at(std::int32_t index) {
        return clauses_.predicates[static_cast<std::size_t>(index)];
    }

    // Infinitives, gerunds and reduced participles.
    void govern(std::uint32_t index) {
        auto& predicate = clauses_.predicates[index];
        const Word* left = before(predicate.first);
        const bool infinitive =
            words_[predicate.first].lower == "to" ||
            (words_[predicate.first].word_class == WordClass::negator &&
             predicate.first + 1 < words_.size() && words_[predicate.first + 1].lower == "to");
        if (predicate.passive && !infinitive && words_[predicate.head].form != VerbForm::ing) {
            reduced_subject(predicate);
            return;
        }
        const auto governor = predicate_before(predicate.first);
        std::uint32_t skip = predicate.first;
        while (skip > 0 && (words_[skip - 1].word_class == WordClass::adverb || words_[skip - 1].time))
            --skip;
        left = before(skip);
        const bool bare = words_[predicate.head].form == VerbForm::base && !infinitive;
        const bool after_comma = left && left->word_class == WordClass::comma && !bare;
        const bool after_preposition = left && (left->word_class == WordClass::preposition ||
                                                left->word_class == WordClass::subordinator);
        const bool after_coordinator = left && (left->word_class == WordClass::coordinator || bare);
        if (!left && governor < 0) return;  // the subject is found in the main clause below
        if (governor < 0) return;
        if (after_comma && !infinitive) {
            const auto main = finite_before(predicate.first);
            if (main >= 0) copy_subject(predicate, at(main));
            if (main >= 0)
                predicate.governor = at(main).governor, predicate.governed_as = at(main).governed_as;
            return;
        }
        auto& above = at(governor);
        if (after_coordinator) {
            // "to meet and discuss", "accused of lying and stealing": as the one before.
            predicate.subject = above.subject;
            predicate.governor = above.governor;
            predicate.governed_as = above.governed_as;
            predicate.clause_begin = above.clause_begin;
            predicate.negated = predicate.negated || (above.negated && !above.finite);
            return;
        }
        if (!infinitive && !after_preposition && left && left->mention >= 0 && !above.object.empty() &&
            left->mention == words_[skip - 1].mention) {
            // "rebels seeking to ...": the noun before it acts.
            const auto& mention = clauses_.mentions[static_cast<std::size_t>(left->mention)];
            predicate.subject.mentions = {static_cast<std::uint32_t>(left->mention)};
            predicate.subject.begin = mention.first;
            predicate.subject.end = mention.last;
            return;
        }
        predicate.governor = governor;
        predicate.governed_as = infinitive ? GovernedAs::infinitive : GovernedAs::gerund;
        if (left && left->lower == "without") predicate.negated = true;
        if (left && (left->lower == "after" || left->lower == "before" || left->lower == "while" ||
                     left->lower == "when" || left->lower == "by" || left->lower == "without")) {
            predicate.governor = above.governor;  // an adjunct, no complement
            predicate.governed_as = above.governed_as;
            copy_subject(predicate, above);
            return;
        }
        const bool object_acts = controls_object(above) || (!infinitive && after_preposition);
        if (object_acts && !above.passive &&
            (!above.object.mentions.empty() || !above.object.related.empty())) {
            predicate.subject = above.object;
        } else if (object_acts && !above.passive && !above.obliques.empty()) {
            predicate.subject = above.obliques.front().second;
        } else {
            predicate.subject = above.subject;
        }
    }

    [[nodiscard]] bool controls_object(const Predicate& predicate) const {
        for (const Frame* frame : lexicon_.frames(PredicateKind::verb, predicate.lemma)) {
            if (frame->group->object_controls) return true;
        }
        return false;
    }

    static void copy_subject(Predicate& to, const Predicate& from) { to.subject = from.subject; }

    // "the curfew imposed by": what stands before it.
    void reduced_subject(Predicate& predicate) {
        std::uint32_t end = predicate.first;
        while (end > 0 && (words_[end - 1].word_class == WordClass::comma ||
                           words_[end - 1].word_class == WordClass::adverb || words_[end - 1].time)) {
            --end;
        }
        predicate.subject = phrase_that_ends(end);
        predicate.clause_begin = predicate.subject.begin;
    }

    // The noun phrase that ends before token `end`, from the last border on.
    [[nodiscard]] Argument phrase_that_ends(std::uint32_t end) const {
        std::uint32_t begin = end;
        while (begin > 0) {
            const auto& word = words_[begin - 1];
            if (word.mention < 0 &&
                (word.is_verb || word.word_class == WordClass::preposition ||
                 word.word_class == WordClass::comma || word.word_class == WordClass::stop ||
                 word.word_class == WordClass::auxiliary || word.word_class == WordClass::modal ||
                 word.word_class == WordClass::coordinator || word.word_class == WordClass::subordinator ||
                 word.word_class == WordClass::relative || word.word_class == WordClass::infinitive_to)) {
                break;
            }
            --begin;
        }
        return begin == end ? Argument{{}, {}, {}, end, end} : read_noun_phrase(clauses_, begin, end);
    }

    void find_subject(std::uint32_t index) {
        auto& predicate = clauses_.predicates[index];
        std::uint32_t end = predicate.first;
        while (end > 0 && words_[end - 1].mention < 0 &&
               (words_[end - 1].word_class == WordClass::adverb || words_[end - 1].time ||
                words_[end - 1].word_class == WordClass::quote ||
                ((words_[end - 1].lower == "on" || words_[end - 1].lower == "in") && end < words_.size() &&
                 words_[end].time))) {
            --end;
        }
        if (end == 0) {
            invert(predicate);
            return;
        }
        const auto& left = words_[end - 1];
        if (left.mention < 0 && left.word_class == WordClass::relative) {
            relative_subject(index, end - 1);
            return;
        }
        if (left.mention < 0 && left.word_class == WordClass::coordinator) {
            share_subject(index, end);
            return;
        }
        if (left.mention < 0 && left.word_class == WordClass::comma) {
            const bool quoted = end >= 2 && words_[end - 2].word_class == WordClass::quote;
            if (quoted && invert(predicate)) return;
            if (past_parenthesis(index, end - 1)) return;
            if (invert(predicate)) return;
            share_subject(index, end);
            return;
        }
        if (left.mention < 0 && left.word_class == WordClass::stop) {
            if (!invert(predicate) && left.lower != ":" && left.lower != ";")
                past_parenthesis(index, end - 1);
            return;
        }
        stretch_subject(index, end);
    }

    // "..., said the minister": the subject follows.
    bool invert(Predicate& predicate) {
        if (predicate.first != predicate.head || predicate.object.mentions.empty() ||
            !takes_clause(predicate.lemma) || predicate.lemma == "tell") {
            return false;
        }
        if (predicate.object.begin != predicate.head + 1) return false;
        predicate.subject = std::exchange(predicate.object, Argument{});
        predicate.inverted = true;
        return true;
    }

    // ", the son of X, said" and "- X - said": what stands before the apposition.
    bool past_parenthesis(std::uint32_t index, std::uint32_t close) {
        auto& predicate = clauses_.predicates[index];
        const auto mark = words_[close].word_class;
        for (std::uint32_t open = close; open-- > 0;) {
            const auto& word = words_[open];
            if (word.mention >= 0) continue;
            const bool is_mark =
                word.word_class == mark || (mark == WordClass::stop && word.word_class == WordClass::stop);
            if (!is_mark) continue;
            if (open == 0) return false;
            const auto& inside = words_[open + 1];
            const bool relative =
                inside.mention < 0 &&
                (inside.word_class == WordClass::relative || inside.word_class == WordClass::preposition ||
                 inside.is_verb || inside.word_class == WordClass::subordinator || opens_relative(open + 1));
            if (!relative && has_finite(open + 1, close)) return false;
            const auto kept = predicate;
            stretch_subject(index, open);
            if (!predicate.subject.mentions.empty() || !predicate.subject.related.empty()) return true;
            const bool was_clause = predicate.subject.empty();
            predicate = kept;
            if (was_clause && !relative) return false;
            if (relative) continue;
            predicate.subject = read_noun_phrase(clauses_, open + 1, close);
            predicate.clause_begin = open + 1;
            return !predicate.subject.empty();
        }
        return false;
    }

    // ", many of whose members ...".
    [[nodiscard]] bool opens_relative(std::uint32_t at) const {
        for (std::uint32_t step = 0; step < 4 && at + step < words_.size(); ++step) {
            const auto& word = words_[at + step];
            if (word.mention >= 0 || word.is_verb || word.word_class == WordClass::comma) return false;
            if (word.word_class == WordClass::relative && word.lower != "that") return true;
        }
        return false;
    }

    [[nodiscard]] bool has_finite(std::uint32_t begin, std::uint32_t end) const {
        return std::any_of(clauses_.predicates.begin(), clauses_.predicates.end(),
                           [&](const Predicate& p) { return p.finite && p.head >= begin && p.head < end; });
    }

    void relative_subject(std::uint32_t index, std::uint32_t pronoun) {
        auto& predicate = clauses_.predicates[index];
        std::uint32_t end = pronoun;
        if (end > 0 && words_[end - 1].word_class == WordClass::comma && words_[end - 1].mention < 0) --end;
        // "said that attacked" does not occur; "the group that attacked" does.
        predicate.relative = true;
        predicate.clause_begin = pronoun;
        if (end > 0) predicate.subject = antecedent(end);
    }

    // The last mention that ends before token `end`, with those coordinated to it.
    [[nodiscard]] Argument antecedent(std::uint32_t end) const {
        auto phrase = phrase_that_ends(end);
        // "Britain, France and Germany, which": the whole list.
        auto begin = phrase.begin;
        while (begin >= 2 && words_[begin - 1].mention < 0 && ends_name(begin - 2) &&
               !phrase.mentions.empty() &&
               (words_[begin - 1].lower == "and" ||
                (words_[begin - 1].word_class == WordClass::comma && begin < phrase.begin))) {
            begin = phrase_that_ends(begin - 1).begin;
        }
        if (begin < phrase.begin) return read_noun_phrase(clauses_, begin, end);
        if (!phrase.mentions.empty()) return phrase;
        // "leaders of the group who": one phrase further left.
        if (phrase.begin > 0 && words_[phrase.begin - 1].word_class == WordClass::preposition) {
            auto further = phrase_that_ends(phrase.begin - 1);
            if (!further.mentions.empty()) return further;
        }
        return phrase;
    }

    void share_subject(std::uint32_t index, std::uint32_t end) {
        auto& predicate = clauses_.predicates[index];
        const auto other = finite_before(end);
        if (other < 0) return;
        const auto& above = at(other);
        predicate.subject = above.subject;
        predicate.governor = above.governor;
        predicate.governed_as = above.governed_as;
        predicate.clause_begin = predicate.first;
        predicate.conditional = above.conditional;
        if (predicate.first == predicate.head && predicate.modality == Modality::none &&
            words_[predicate.head].form == VerbForm::base) {
            predicate.modality = above.modality;
        }
    }

    // From the last border to token `end`: the first noun phrase without a preposition.
    void stretch_subject(std::uint32_t index, std::uint32_t end) {
        auto& predicate = clauses_.predicates[index];
        const auto begin = stretch_begin(end);
        predicate.clause_begin = begin;
        if (begin > 0) note_border(index, begin - 1);
        std::uint32_t at = begin;
        while (at < end) {
            const auto& word = words_[at];
            if (word.mention < 0) {
                if (word.lower == "(" && closing(at) > at) {
                    at = closing(at) + 1;
                    continue;
                }
                if (opens_quantity(at)) {
                    predicate.subject = read_noun_phrase(clauses_, at, end);
                    return;
                }
                if (word.word_class == WordClass::preposition ||
                    (word.word_class == WordClass::infinitive_to && at + 1 < end)) {
                    const auto phrase = read_noun_phrase(clauses_, at + 1, end);
                    at = std::max(phrase.end, at + 1);
                    continue;
                }
                if (word.time || word.word_class == WordClass::adverb ||
                    word.word_class == WordClass::coordinator || word.word_class == WordClass::subordinator ||
                    word.word_class == WordClass::quote || word.word_class == WordClass::relative ||
                    word.word_class == WordClass::stop || word.word_class == WordClass::comma ||
                    word.is_verb) {
                    ++at;
                    continue;
                }
            }
            auto phrase = read_noun_phrase(clauses_, at, end);
            if (phrase.empty()) {
                ++at;
                continue;
            }
            predicate.subject = std::move(phrase);
            return;
        }
    }

    // Where the stretch that holds the subject begins: after the last border to the left of `end`.
    [[nodiscard]] std::uint32_t stretch_begin(std::uint32_t end) const {
        std::uint32_t at = end;
        bool coordinated = false;
        while (at > 0) {
            const auto& word = words_[at - 1];
            if (word.mention >= 0) {
                --at;
                continue;
            }
            if (word.word_class == WordClass::coordinator) {
                if (word.lower == "but" || joins_clauses(at - 1)) return at;
                coordinated = true;
            } else if (word.word_class == WordClass::comma) {
                // "Syria, Iran and Iraq attacked": a list goes on.
                const bool list =
                    at >= 2 && ends_name(at - 2) && begins_name(at) && (coordinated || headline());
                if (!list) return at;
            } else if (word.lower == ")" && opening(at - 1) < at - 1) {
                at = opening(at - 1);
                continue;
            } else if (word.word_class == WordClass::stop || word.word_class == WordClass::subordinator) {
                return at;
            } else if (word.word_class == WordClass::relative) {
                if (word.lower == "that" || !skip_relative(at - 1)) return at;
            } else if (word.is_verb || word.word_class == WordClass::auxiliary ||
                       word.word_class == WordClass::modal) {
                const auto jump = past_modifier(at - 1);
                if (jump == at - 1 || jump >= at) return at;
                at = jump;
                continue;
            }
            --at;
        }
        return 0;
    }

    [[nodiscard]] bool ends_name(std::uint32_t at) const {
        if (words_[at].lower != ")") return words_[at].mention >= 0;
        const auto open = opening(at);
        return open > 0 && open < at && words_[open - 1].mention >= 0;
    }

    [[nodiscard]] bool begins_name(std::uint32_t at) const {
        if (at < words_.size() && words_[at].mention < 0 && words_[at].word_class == WordClass::determiner)
            ++at;
        return at < words_.size() && words_[at].mention >= 0;
    }

    // Of a closing bracket the token that opens it, at most ten words before; the bracket itself when there
    // is none.
    [[nodiscard]] std::uint32_t opening(std::uint32_t close) const {
        for (std::uint32_t at = close; at-- > 0 && close - at < 12;) {
            if (words_[at].lower == "(") return at;
        }
        return close;
    }

    // A headline has no full stop; its commas join.
    [[nodiscard]] bool headline() const {
        return !words_.empty() && words_.size() < 20 && words_.back().word_class != WordClass::stop &&
               words_.back().word_class != WordClass::quote;
    }

    [[nodiscard]] static bool skip_relative(std::uint32_t) { return false; }

    // A verb inside the subject's own phrase: "rebels who attacked the town", "men arrested in May", "plans
    // to go". Returns the token before which the phrase goes on, or `verb` when it is a border.
    [[nodiscard]] std::uint32_t past_modifier(std::uint32_t verb) const {
        for (const auto& predicate : clauses_.predicates) {
            if (predicate.head < verb) continue;
            if (predicate.first > verb) break;
            if (predicate.relative && predicate.clause_begin > 0) return predicate.clause_begin;
            const bool inside = !predicate.finite && predicate.first > 0 &&
                                words_[predicate.first - 1].word_class != WordClass::comma;
            if (inside) return predicate.first;
        }
        return verb;
    }

    // Does "and" join two clauses? Yes when a finite verb with words of its own stands before it in its
    // stretch.
    [[nodiscard]] bool joins_clauses(std::uint32_t conjunction) const {
        for (std::uint32_t at = conjunction; at-- > 0;) {
            const auto& word = words_[at];
            if (word.mention >= 0) continue;
            if (word.word_class == WordClass::comma && at + 1 != conjunction) return false;
            if (word.word_class == WordClass::stop || word.word_class == WordClass::subordinator ||
                word.lower == "that") {
                return false;
            }
            if (word.is_verb || word.word_class == WordClass::auxiliary) {
                for (const auto& predicate : clauses_.predicates) {
                    if (predicate.head < at || predicate.first > at) continue;
                    if (predicate.relative) return false;
                    return !takes_clause(predicate.lemma) || !predicate.obliques.empty();
                }
                return true;
            }
        }
        return false;
    }

    // What the border before a clause tells: a verb of saying governs it, "if" makes it conditional.
    void note_border(std::uint32_t index, std::uint32_t border) {
        auto& predicate = clauses_.predicates[index];
        const auto& word = words_[border];
        if (word.lower == "if" || word.lower == "unless" || word.lower == "whether")
            predicate.conditional = true;
        if (word.word_class == WordClass::relative && word.lower != "that" && word.lower != "whose" &&
            predicate.object.empty() && border > 0) {
            const auto end = words_[border - 1].word_class == WordClass::comma ? border - 1 : border;
            predicate.object = antecedent(end);  // "the government, which they accused"
        }
        const auto other = predicate_before(border + 1);
        if (other < 0) return;
        const auto& above = at(other);
        const bool complementizer = word.lower == "that" || word.lower == "whether";
        const bool adjoins = complementizer || (word.is_verb && above.head == border) ||
                             (word.word_class != WordClass::coordinator && above.head < border &&
                              only_time_between(above.head + 1, border + 1));
        if (takes_clause(above.lemma) && adjoins) {
            predicate.governor = other;
            predicate.governed_as = GovernedAs::clause;
        } else if (word.word_class == WordClass::coordinator) {
            const auto finite = finite_before(border);
            if (finite < 0) return;
            predicate.governor = at(finite).governor;
            predicate.governed_as = at(finite).governed_as;
        }
    }

    [[nodiscard]] bool only_time_between(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t at = begin; at < end; ++at) {
            const auto& word = words_[at];
            if (!word.time && word.word_class != WordClass::quote && word.word_class != WordClass::comma &&
                word.lower != ":" && word.lower != "on" && word.lower != "in") {
                return false;
            }
        }
        return true;
    }

    // A verb of saying that follows what was said governs the clauses before it.
    void attribute() {
        auto& predicates = clauses_.predicates;
        for (std::uint32_t p = 0; p < predicates.size(); ++p) {
            const auto& saying = predicates[p];
            if (!saying.finite || saying.relative || !is_report(saying.lemma)) continue;
            const auto start = saying.inverted ? saying.first : saying.clause_begin;
            if (start == 0) continue;
            const auto& left = words_[start - 1];
            if (left.word_class != WordClass::comma && left.word_class != WordClass::quote) continue;
            const bool has_content =
                std::any_of(predicates.begin() + p + 1, predicates.end(),
                            [&](const Predicate& q) { return q.governor == static_cast<std::int32_t>(p); });
            if (has_content && !saying.inverted) continue;
            for (std::uint32_t q = 0; q < p; ++q) {
                if (predicates[q].governor < 0 && predicates[q].finite && !predicates[q].relative) {
                    predicates[q].governor = static_cast<std::int32_t>(p);
                    predicates[q].governed_as = GovernedAs::clause;
                }
            }
        }
    }

    // "said it would": a pronoun that the cast left open is who speaks, else who acted before in the
    // sentence.
    void resolve_pronoun(Predicate& predicate) {
        auto& subject = predicate.subject;
        if (subject.mentions.empty() && subject.related.empty() && subject.end > subject.begin + 1) {
            // "said its warplanes were bombing": whose they are.
            static constexpr std::array<std::string_view, 4> owners{"its", "their", "his", "her"};
            if (!among(owners, words_[subject.begin].lower) || predicate.governor < 0) return;
            subject.related = at(predicate.governor).subject.mentions;
            return;
        }
        if (!subject.mentions.empty() || !subject.related.empty() || subject.end != subject.begin + 1) return;
        static constexpr std::array<std::string_view, 6> open_pronouns{"he", "she", "it", "they", "we", "i"};
        const auto& pronoun = words_[subject.begin].lower;
        if (!among(open_pronouns, pronoun)) return;
        std::int32_t above = predicate.governor;
        for (int steps = 0; above >= 0 && steps < 6; ++steps) {
            if (!at(above).subject.mentions.empty() && at(above).subject.begin != subject.begin) {
                subject.mentions = at(above).subject.mentions;
                return;
            }
            above = at(above).governor;
        }
        if (pronoun == "we" || pronoun == "i") return;
        for (const auto& other : clauses_.predicates) {
            if (other.head >= predicate.first) return;
            if (other.finite && !other.subject.mentions.empty()) {
                subject.mentions = other.subject.mentions;
                return;
            }
        }
    }

    [[nodiscard]] bool is_report(const std::string& lemma) const {
        for (const Frame* frame : lexicon_.frames(PredicateKind::verb, lemma)) {
            if (frame->group->use == FrameUse::report) return true;
        }
        return false;
    }

    Clauses& clauses_;
    std::vector<Word>& words_;
    const PredicateLexicon& lexicon_;
};

// Reads one noun phrase; see read_noun_phrase.
class PhraseReader {
 public:
    PhraseReader(const Clauses& clauses, std::uint32_t begin, std::uint32_t limit)
        : clauses_(clauses),
          words_(clauses.words),
          at_(begin),
          limit_(std::min<std::uint32_t>(limit, static_cast<std::uint32_t>(clauses.words.size()))) {
        out_.begin = out_.end = begin;
    }

    Argument read() {
        while (at_ < limit_ && words_[at_].mention < 0 && words_[at_].time &&
               !(at_ + 1 < limit_ && words_[at_ + 1].word_class == WordClass::possessive)) {
            ++at_;
        }
        if (at_ > out_.begin) {
            out_.end = at_;  // "on Tuesday it ...": the time is the phrase
            return out_;
        }
        skip_quantity();
        conjunct_ = at_;
        while (at_ < limit_ && step()) {
        }
        close_conjunct(at_);
        out_.end = at_;
        if (out_.end > out_.begin) genitive();
        return out_;
    }

 private:
    // "more than", "up to", "as many as".
    void skip_quantity() {
        const auto is = [&](std::uint32_t at, std::string_view lower) {
            return at < limit_ && words_[at].mention < 0 && words_[at].lower == lower;
        };
        if ((is(at_, "more") || is(at_, "fewer") || is(at_, "less") || is(at_, "other") ||
             is(at_, "rather")) &&
            is(at_ + 1, "than"))
            at_ += 2;
        if (is(at_, "up") && is(at_ + 1, "to")) at_ += 2;
        if (is(at_, "at") && (is(at_ + 1, "least") || is(at_ + 1, "most"))) at_ += 2;
        if (is(at_, "as") && (is(at_ + 1, "many") || is(at_ + 1, "much")) && is(at_ + 2, "as")) at_ += 3;
        if (is(at_, "about") || is(at_, "over") || is(at_, "around") || is(at_, "nearly")) ++at_;
    }

    bool step() {
        const auto& word = words_[at_];
        if (word.mention >= 0) return take_mention(static_cast<std::size_t>(word.mention));
        last_mention_end_ = 0;
        if (word.is_verb) return false;
        switch (word.word_class) {
            case WordClass::determiner:
                if (begins_another()) return false;
                ++at_;
                return true;
            case WordClass::possessive:
                if (word.lower != "'s" && word.lower != "’s" && word.lower != "'" && word.lower != "’" &&
                    begins_another())
                    return false;
                ++at_;
                return true;
            case WordClass::open:
            case WordClass::number:
            case WordClass::hyphen:
            case WordClass::quote:
            case WordClass::adverb:
                ++at_;
                return true;
            case WordClass::pronoun:
                if (at_ != conjunct_) return false;
                ++at_;
                return true;
            case WordClass::comma:
                return go_on_after_comma();
            case WordClass::coordinator:
                return go_on_after_and();
            case WordClass::stop:
                return skip_brackets();
            default:
                return false;
        }
    }

    // A determiner after a noun opens a phrase of its own: "under its terms the army".
    [[nodiscard]] bool begins_another() const {
        if (at_ == conjunct_) return false;
        const auto& left = words_[at_ - 1];
        return left.mention >= 0 || left.word_class == WordClass::open;
    }

    // "the Palestine Liberation Organization (PLO) group": a short bracket is passed over.
    bool skip_brackets() {
        if (words_[at_].lower != "(" || at_ == conjunct_) return false;
        for (std::uint32_t at = at_ + 1; at < limit_ && at - at_ < 10; ++at) {
            if (words_[at].lower != ")") continue;
            if (at + 1 >= limit_ || words_[at + 1].mention >= 0 || words_[at + 1].is_verb ||
                (words_[at + 1].word_class != WordClass::open &&
                 words_[at + 1].word_class != WordClass::comma && words_[at + 1].lower != "and")) {
                return false;
            }
            at_ = at + 1;
            return true;
        }
        return false;
    }

    bool take_mention(std::size_t index) {
        const auto& mention = clauses_.mentions[index];
        if (mention.kind == MentionKind::pronoun && begins_another()) return false;
        if (last_mention_end_ == mention.first && mention.first != 0 && at_ > conjunct_ && !last_modifies_)
            return false;
        at_ = std::min(std::max(mention.last, at_ + 1), limit_);
        last_mention_end_ = mention.last;
        last_modifies_ = mention.modifies;
        return true;
    }

    // A comma goes on only in a list: ", Iran and Iraq", ", Iran, Iraq and".
    bool go_on_after_comma() {
        auto next = at_ + 1;
        if (next >= limit_ || at_ == conjunct_) return false;
        if (words_[next].mention < 0 && words_[next].word_class == WordClass::determiner && next + 1 < limit_)
            ++next;
        if (words_[next].mention < 0 || at_ == 0 ||
            (words_[at_ - 1].mention < 0 && words_[at_ - 1].lower != ")"))
            return false;
        const auto& mention = clauses_.mentions[static_cast<std::size_t>(words_[next].mention)];
        if (mention.last == limit_ && limit_ < words_.size()) {
            close_conjunct(at_);  // the stretch of a subject was found to be a list
            conjunct_ = ++at_;
            return true;
        }
        auto behind = mention.last;
        if (behind < limit_ && words_[behind].lower == "(") {
            while (behind < limit_ && words_[behind].lower != ")") ++behind;
            ++behind;
        }
        if (behind >= limit_) return false;
        const auto& following = words_[behind];
        const bool list = following.lower == "and" || following.lower == "or" ||
                          (following.word_class == WordClass::comma && behind + 1 < limit_ &&
                           (words_[behind + 1].mention >= 0 || words_[behind + 1].lower == "and" ||
                            words_[behind + 1].word_class == WordClass::determiner) &&
                           ends_in_and(behind));
        if (!list) return false;
        close_conjunct(at_);
        conjunct_ = ++at_;
        return true;
    }

    [[nodiscard]] bool ends_in_and(std::uint32_t at) const {
        for (std::uint32_t steps = 0; at < limit_ && steps < 40; ++at, ++steps) {
            if (words_[at].mention >= 0 || words_[at].word_class == WordClass::comma ||
                words_[at].word_class == WordClass::determiner || words_[at].lower == "(" ||
                words_[at].lower == ")") {
                continue;
            }
            return words_[at].lower == "and" || words_[at].lower == "or";
        }
        return false;
    }

    bool go_on_after_and() {
        const auto next = at_ + 1;
        if (words_[at_].lower == "but" || next >= limit_ || at_ == conjunct_) return false;
        const auto& word = words_[next];
        if (word.mention < 0 &&
            (word.is_verb || word.word_class == WordClass::auxiliary || word.word_class == WordClass::modal ||
             word.word_class == WordClass::preposition || word.word_class == WordClass::relative ||
             word.word_class == WordClass::subordinator || word.word_class == WordClass::infinitive_to ||
             word.time)) {
            return false;
        }
        // "signed the deal and Iran attacked": a clause of its own.
        PhraseReader other(clauses_, next, limit_);
        other.depth_ = depth_ + 1;
        const bool pair = out_.begin > 0 && (words_[out_.begin - 1].lower == "between" ||
                                             words_[out_.begin - 1].lower == "both");
        if (depth_ < 4 && !pair) {
            const auto phrase = other.read();
            std::uint32_t end = phrase.end;
            while (end < limit_ && (words_[end].word_class == WordClass::adverb || words_[end].time)) ++end;
            if (end < limit_ && words_[end].mention < 0 &&
                (words_[end].word_class == WordClass::auxiliary ||
                 words_[end].word_class == WordClass::modal ||
                 (words_[end].is_verb && words_[end].form != VerbForm::ing &&
                  words_[end].form != VerbForm::participle))) {
                return false;
            }
        }
        close_conjunct(at_);
        conjunct_ = ++at_;
        return true;
    }

    // Sorts the mentions of one conjunct [conjunct_, end).
    void close_conjunct(std::uint32_t end) {
        std::uint32_t last = end;
        if (last > conjunct_ && words_[last - 1].lower == ")") {
            while (last > conjunct_ && words_[last - 1].lower != "(") --last;
            if (last > conjunct_) --last;
        }
        while (last > conjunct_ && (words_[last - 1].word_class == WordClass::quote ||
                                    words_[last - 1].word_class == WordClass::adverb)) {
            --last;
        }
        if (last <= conjunct_) return;
        const auto carrier = words_[last - 1].mention;
        for (std::uint32_t m = 0; m < clauses_.mentions.size(); ++m) {
            const auto& mention = clauses_.mentions[m];
            if (mention.first < conjunct_ || mention.last > end) continue;
            const auto outer = words_[mention.first].mention;
            const bool nested = outer >= 0 && static_cast<std::uint32_t>(outer) != m &&
                                clauses_.mentions[static_cast<std::size_t>(outer)].head != mention.head;
            if (nested) continue;
            const bool carries =
                carrier >= 0 && (static_cast<std::uint32_t>(carrier) == m ||
                                 clauses_.mentions[static_cast<std::size_t>(carrier)].head == mention.head);
            if (mention.as_place) {
                out_.places.push_back(m);
            } else if (carries && !mention.modifies) {
                out_.mentions.push_back(m);
            } else {
                out_.related.push_back(m);
            }
        }
    }

    // "thousands of students", "the evacuation of Daraya".
    void genitive() {
        if (out_.end >= limit_ || words_[out_.end].lower != "of" || depth_ > 3) return;
        PhraseReader other(clauses_, out_.end + 1, limit_);
        other.depth_ = depth_ + 1;
        const auto inner = other.read();
        if (inner.empty()) return;
        std::uint32_t head = out_.end;
        while (head > out_.begin && words_[head - 1].word_class == WordClass::quote) --head;
        const bool partitive =
            out_.mentions.empty() && head > out_.begin && among(partitives, words_[head - 1].noun);
        auto& into = partitive ? out_.mentions : out_.related;
        if (out_.mentions.empty() || partitive) {
            into.insert(into.end(), inner.mentions.begin(), inner.mentions.end());
            out_.related.insert(out_.related.end(), inner.related.begin(), inner.related.end());
            out_.places.insert(out_.places.end(), inner.places.begin(), inner.places.end());
        }
        out_.end = inner.end;
    }

    const Clauses& clauses_;
    const std::vector<Word>& words_;
    std::uint32_t at_;
    std::uint32_t limit_;
    std::uint32_t conjunct_ = 0;
    std::uint32_t last_mention_end_ = 0;
    bool last_modifies_ = false;
    int depth_ = 0;
    Argument out_;
};

void fill_words(Clauses& clauses, const Sentence& sentence, const std::vector<bool>& time) {
    clauses.words.reserve(sentence.tokens.size());
    for (std::size_t at = 0; at < sentence.tokens.size(); ++at) {
        Word word;
        word.lower = lower_case(sentence.tokens[at].form);
        for (const auto* prefix : {"re-", "co-"}) {
            if (word.lower.size() > 5 && word.lower.starts_with(prefix)) word.lower.erase(2, 1);
        }
        word.noun = singular(word.lower);
        word.word_class = word_class(word.lower);
        word.time = at < time.size() && time[at];
        clauses.words.push_back(std::move(word));
    }
}

// A description that swallowed what stands before it ("police" with the comma, "rebels" with "Italy accused")
// is cut back to what can belong to its noun.
void trim(const Clauses& clauses, Mention& mention, std::span<const Mention> inside,
          const PredicateLexicon& lexicon) {
    const auto& words = clauses.words;
    std::uint32_t begin = mention.first;
    for (std::uint32_t at = mention.first; at < mention.head && at < words.size(); ++at) {
        const auto word_class = words[at].word_class;
        const bool mark =
            word_class == WordClass::comma || word_class == WordClass::stop || word_class == WordClass::quote;
        if (mark && mention.kind != MentionKind::name) begin = at + 1;
        if (mention.kind != MentionKind::description || at == 0) continue;
        const auto& left = words[at - 1];
        const auto readings = verb_readings(words[at].lower);
        const bool verb = !readings.empty() &&
                          (readings[0].form == VerbForm::ed || readings[0].form == VerbForm::past) &&
                          std::any_of(readings.begin(), readings.end(),
                                      [&](const auto& r) { return lexicon.is_verb(r.lemma); });
        const bool name_before = std::any_of(inside.begin(), inside.end(), [&](const Mention& m) {
            return m.last == at && m.first >= mention.first && m.kind == MentionKind::name && !m.modifies &&
                   m.head < mention.head;
        });
        if (verb && (left.mention >= 0 || name_before || plural_looking(left.lower) ||
                     left.word_class == WordClass::auxiliary || left.word_class == WordClass::pronoun)) {
            begin = at + 1;
        }
    }
    mention.first = std::min(begin, mention.head);
}

void fill_mentions(Clauses& clauses, std::uint32_t sentence_number, const Cast& cast,
                   const PredicateLexicon& lexicon) {
    const auto count = static_cast<std::uint32_t>(clauses.words.size());
    const auto begin = std::lower_bound(cast.mentions.begin(), cast.mentions.end(), sentence_number,
                                        [](const Mention& m, std::uint32_t s) { return m.sentence < s; });
    const auto end = std::upper_bound(begin, cast.mentions.end(), sentence_number,
                                      [](std::uint32_t n, const Mention& m) { return n < m.sentence; });
    for (auto at = begin; at != end; ++at) {
        if (at->first >= at->last || at->last > count || at->actor >= cast.actors.size()) continue;
        const auto index = static_cast<std::int32_t>(clauses.mentions.size());
        clauses.mentions.push_back(*at);
        trim(clauses, clauses.mentions.back(), {begin, end}, lexicon);
        clauses.cast_index.push_back(static_cast<std::uint32_t>(at - cast.mentions.begin()));
        for (std::uint32_t token = clauses.mentions.back().first; token < at->last; ++token) {
            auto& covering = clauses.words[token].mention;
            if (covering < 0) covering = index;
        }
    }
}

}  // namespace

Argument read_noun_phrase(const Clauses& clauses, std::uint32_t begin, std::uint32_t limit) {
    if (begin >= clauses.words.size() || begin >= limit) return {{}, {}, {}, begin, begin};
    return PhraseReader(clauses, begin, limit).read();
}

NounArguments read_noun_arguments(const Clauses& clauses, std::uint32_t first, std::uint32_t head) {
    const auto& words = clauses.words;
    const auto count = static_cast<std::uint32_t>(words.size());
    NounArguments out;
    std::uint32_t at = first;
    // To the left, over adjectives and modifying names, to a determiner or possessive.
    while (at > 0) {
        const auto& word = words[at - 1];
        if (word.mention >= 0) {
            const auto& mention = clauses.mentions[static_cast<std::size_t>(word.mention)];
            auto& slot = at < count && words[at].word_class == WordClass::possessive && words[at].mention < 0
                             ? out.possessive
                             : out.modifier;
            // Coordinated ones too: "US and Russian air strikes", "Kerry and Lavrov's talks".
            if (!mention.as_place)
                slot.mentions.insert(slot.mentions.begin(), static_cast<std::uint32_t>(word.mention));
            slot.begin = mention.first;
            slot.end = std::max(slot.end, mention.last);
            at = mention.first;
            const bool more =
                at >= 2 && (words[at - 1].lower == "and" || words[at - 1].word_class == WordClass::hyphen) &&
                words[at - 2].mention >= 0;
            if (!more) break;
            --at;
            continue;
        }
        if (word.word_class == WordClass::determiner) {
            out.definite = word.lower == "the" || word.lower == "these" || word.lower == "those";
            --at;
            break;
        }
        if (word.lower == "no") out.negated = true;
        if (word.word_class == WordClass::possessive || word.word_class == WordClass::open ||
            word.word_class == WordClass::number || word.word_class == WordClass::hyphen || word.time ||
            word.lower == "this" || word.lower == "no") {
            if (word.is_verb) break;
            if (word.word_class == WordClass::possessive || word.lower == "this") out.definite = true;
            --at;
            continue;
        }
        break;
    }
    out.begin = at;
    // To the right, prepositional phrases until anything else.
    at = head + 1;
    while (at < count) {
        const auto& word = words[at];
        if (word.mention < 0 && (word.time || word.word_class == WordClass::adverb)) {
            ++at;
            continue;
        }
        const bool preposition =
            word.mention < 0 &&
            (word.word_class == WordClass::preposition ||
             (word.word_class == WordClass::infinitive_to && at + 1 < count && !words[at + 1].is_verb));
        if (!preposition) break;
        auto argument = read_noun_phrase(clauses, at + 1, count);
        const auto next = std::max(argument.end, at + 1);
        out.obliques.emplace_back(word.lower, std::move(argument));
        at = next;
    }
    out.end = at;
    return out;
}

Clauses read_clauses(const Sentence& sentence, std::uint32_t sentence_number, const Cast& cast,
                     const std::vector<bool>& time, const PredicateLexicon& lexicon) {
    Clauses out;
    fill_words(out, sentence, time);
    fill_mentions(out, sentence_number, cast, lexicon);
    ClauseReader(out, lexicon).read();
    return out;
}

}  // namespace entente::extract
