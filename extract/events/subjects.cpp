#include "extract/events/subjects.hpp"

#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <array>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

}  // namespace

void Subjects::read() {
    known_.assign(clauses_.predicates.size(), false);
    for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) find_subject(p, 0);
    for (auto& predicate : clauses_.predicates) share_object(predicate);
    for (auto& predicate : clauses_.predicates) resolve_pronoun(predicate);
}

std::uint32_t Subjects::subject_token(const Predicate& pred) const {
    const auto at = clause_.top(pred);
    auto found = nearest_subject(at);
    if (found == none && at != pred.head) found = tree_.child(pred.head, "nsubj");
    return found;
}

std::uint32_t Subjects::nearest_subject(std::uint32_t at) const {
    auto found = tree_.child(at, "nsubj");
    for (const auto child : tree_.children(at)) {
        if (child < at && tree_.is(child, "nsubj")) found = child;
    }
    if (found != none) return behind_colon(found, at);
    const auto called = tree_.child(at, "vocative");
    return called != none && called < at ? called : none;
}

std::uint32_t Subjects::behind_colon(std::uint32_t subject, std::uint32_t at) const {
    for (auto mark = subject + 1; mark + 1 < at; ++mark) {
        if (words_[mark].lower == ":" && clause_.is_nominal(mark + 1))
            return clause_.phrase_top(mark + 1, mark + 1, at);
    }
    return subject;
}

const Argument& Subjects::find_subject(std::uint32_t index, int depth) {
    auto& pred = clauses_.predicates[index];
    if (known_[index]) return pred.subject;
    known_[index] = true;
    const auto subject = subject_token(pred);
    if (subject == none) {
        if (pred.finite && pred.governed_as == GovernedAs::clause && tree_.is(clause_.top(pred), "advcl"))
            take_noun_before(pred);
        if (!pred.subject.empty()) return pred.subject;
        if (depth < 30) borrow_subject(index, depth);
        if (pred.subject.empty() && pred.finite && !pred.relative) take_noun_before(pred);
        return pred.subject;
    }
    if (clause_.is_relative_pronoun(subject) && has_antecedent(clause_.top(pred))) {
        pred.relative = true;
        pred.clause_begin = std::min(pred.clause_begin, subject);
        pred.subject = noun_phrase(clauses_, antecedent_of(clause_.top(pred)));
        return pred.subject;
    }
    pred.subject = noun_phrase(clauses_, subject);
    pred.inverted = subject > pred.head && clause_.is_report(pred);
    pred.clause_begin = std::min(pred.clause_begin, pred.subject.begin);
    return pred.subject;
}

void Subjects::take_noun_before(Predicate& pred) {
    auto end = pred.first;
    while (end > 0 && (words_[end - 1].word_class == WordClass::adverb || words_[end - 1].time ||
                       (words_[end - 1].word_class == WordClass::preposition && words_[end].time)))
        --end;
    // "Gulen, a former ally of the president, denied": past the apposition.
    if (end > 1 && words_[end - 1].word_class == WordClass::comma) --end;
    if (end == 0 || !clause_.is_nominal(end - 1)) return;
    const auto noun = clause_.phrase_top(end - 1, 0, end);
    if (preposition_of(clauses_, noun).empty() && (clause_.is_noun(noun) || words_[noun].mention >= 0))
        pred.subject = noun_phrase(clauses_, noun);
    pred.clause_begin = std::min(pred.clause_begin, pred.subject.empty() ? end : pred.subject.begin);
}

std::uint32_t Subjects::antecedent_of(std::uint32_t at) const {
    for (int steps = 0; at != none && steps < 12; ++steps) {
        if (tree_.is(at, "acl:relcl")) return tree_.head(at);
        if (!tree_.is(at, "conj") && !tree_.is(at, "xcomp") && !tree_.is(at, "ccomp")) return none;
        at = tree_.head(at);
    }
    return none;
}

bool Subjects::has_antecedent(std::uint32_t at) const {
    return antecedent_of(at) != none;
}

void Subjects::borrow_subject(std::uint32_t index, int depth) {
    auto& pred = clauses_.predicates[index];
    const auto at = clause_.top(pred);
    const auto head = tree_.head(at);
    const auto relation = tree_.main_relation(at);
    if (clause_.is_verb_behind_noun(pred.head)) {
        pred.subject = noun_phrase(clauses_, tree_.head(pred.head));
        return;
    }
    if (clause_.is_verb_before_noun(pred.head)) {
        like_the_verb_before(pred, index, depth);
        return;
    }
    if (head == none) return;
    if (relation == "acl") {
        of_noun(pred, at, head, depth);
        return;
    }
    const auto above = relation == "conj" ? clause_.predicate_of(head) : clause_.predicate_above(head);
    if (above < 0 || above == static_cast<std::int32_t>(index)) return;
    const auto above_index = static_cast<std::uint32_t>(above);
    if (relation == "conj") {
        pred.subject = find_subject(above_index, depth + 1);
        pred.relative = pred.relative || clause_.predicate(above).relative;
        return;
    }
    if (relation == "parataxis" || relation == "ccomp" || relation == "csubj") {
        if (pred.finite) return;
    }
    const bool complement =
        relation == "xcomp" || (pred.governor == above && pred.governed_as != GovernedAs::clause);
    const auto subject = find_subject(above_index, depth + 1);  // settled before objects are looked at
    const auto& governing = clause_.predicate(above);
    const bool purpose = relation == "advcl" && clause_.mark_to(at) != none && !controls_object(governing);
    if (complement && !purpose && !governing.passive && object_acts(governing)) {
        pred.subject = !governing.object.empty() ? governing.object : governing.obliques.front().second;
        return;
    }
    pred.subject = subject;
}

void Subjects::like_the_verb_before(Predicate& pred, std::uint32_t index, int depth) {
    if (words_[pred.head - 1].word_class != WordClass::coordinator) return;
    for (auto before = index; before-- > 0;) {
        if (!clauses_.predicates[before].finite) continue;
        pred.subject = find_subject(before, depth + 1);
        return;
    }
}

bool Subjects::object_acts(const Predicate& governing) const {
    if (!governing.object.mentions.empty() || !governing.object.related.empty())
        return !lexicon_.in_class("@light", governing.lemma);
    return controls_object(governing) && governing.object.empty() && !governing.obliques.empty();
}

bool Subjects::controls_object(const Predicate& pred) const {
    const auto& frames = lexicon_.frames(PredicateKind::verb, pred.lemma);
    return std::any_of(frames.begin(), frames.end(),
                       [](const Frame* frame) { return frame->group->object_controls; });
}

void Subjects::of_noun(Predicate& pred, std::uint32_t at, std::uint32_t noun, int depth) {
    if (clause_.mark_to(at) == none) {
        pred.subject = noun_phrase(clauses_, noun);
        // "issued a declaration demanding": who issued it.
        const bool speechless = pred.subject.mentions.empty() && words_[at].form == VerbForm::ing &&
                                tree_.is(noun, "obj") && clause_.predicate_of(tree_.head(noun)) >= 0;
        if (!speechless) return;
        const auto doer = static_cast<std::uint32_t>(clause_.predicate_of(tree_.head(noun)));
        const auto subject = find_subject(doer, depth + 1);
        if (!clauses_.predicates[doer].passive && !subject.mentions.empty()) pred.subject = subject;
        return;
    }
    const auto around = noun_arguments(clauses_, noun);
    if (!around.possessive.mentions.empty()) {
        pred.subject = around.possessive;
        return;
    }
    const auto above = clause_.predicate_above(tree_.head(noun) == none ? noun : tree_.head(noun));
    if (above >= 0 && &clause_.predicate(above) != &pred && !tree_.is(noun, "nsubj")) {
        pred.subject = find_subject(static_cast<std::uint32_t>(above), depth + 1);
    } else {
        pred.subject = around.modifier;
    }
}

void Subjects::share_object(Predicate& pred) {
    if (!pred.object.empty() || !pred.obliques.empty() || pred.passive || pred.end > pred.head + 1) return;
    for (const auto child : tree_.children(pred.head)) {
        if (!tree_.is(child, "conj") || clause_.predicate_of(child) < 0 || child > pred.head + 3) continue;
        pred.object = clause_.predicate(clause_.predicate_of(child)).object;
        return;
    }
}

void Subjects::resolve_pronoun(Predicate& pred) {
    auto& subject = pred.subject;
    if (!subject.mentions.empty() || !subject.related.empty() || subject.empty()) return;
    if (subject.end > subject.begin + 1) {
        // "said its warplanes were bombing": whose they are.
        static constexpr std::array<std::string_view, 4> owners{"its", "their", "his", "her"};
        if (!among(owners, words_[subject.begin].lower) || pred.governor < 0) return;
        subject.related = clause_.predicate(pred.governor).subject.mentions;
        return;
    }
    static constexpr std::array<std::string_view, 6> open_pronouns{"he", "she", "it", "they", "we", "i"};
    const auto& pronoun = words_[subject.begin].lower;
    if (!among(open_pronouns, pronoun)) return;
    std::int32_t above = pred.governor;
    for (int steps = 0; above >= 0 && steps < 6; ++steps) {
        const auto& speaker = clause_.predicate(above).subject;
        if (!speaker.mentions.empty() && speaker.begin != subject.begin) {
            subject.mentions = speaker.mentions;
            return;
        }
        above = clause_.predicate(above).governor;
    }
    if (pronoun == "we" || pronoun == "i") return;
    for (const auto& other : clauses_.predicates) {
        if (other.head >= pred.first) return;
        if (other.finite && !other.subject.mentions.empty()) {
            subject.mentions = other.subject.mentions;
            return;
        }
    }
}

}  // namespace entente::extract
