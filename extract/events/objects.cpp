#include "extract/events/objects.hpp"

#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

}  // namespace

void Objects::read() {
    for (auto& predicate : clauses_.predicates) read_arguments(predicate);
}

void Objects::read_arguments(Predicate& pred) {
    const auto at = pred.head;
    if (tree_.is(at, "cop")) {
        pred.object = noun_phrase(clauses_, tree_.head(at));
        pred.end = std::max(pred.object.end, at + 1);
        return;
    }
    std::vector<std::uint32_t> nouns;
    for (const auto child : tree_.children(at)) {
        if (tree_.is(child, "obj")) {
            if (clause_.is_relative_pronoun(child)) continue;
            take_object(pred, child);
            nouns.push_back(child);
        } else if (tree_.is(child, "iobj")) {
            pred.obliques.emplace_back("to", noun_phrase(clauses_, child));
        } else if (tree_.is(child, "obl") || (tree_.is(child, "nmod") && child > at)) {
            const auto preposition = preposition_of(clauses_, child);
            if (clause_.is_relative_pronoun(child)) continue;
            if (!preposition.empty()) {
                pred.obliques.emplace_back(preposition, noun_phrase(clauses_, child));
            } else if (child > at && clause_.is_noun(child) && !words_[child].time &&
                       names_nobody(pred.object)) {
                pred.object = noun_phrase(clauses_, child);  // "killed more than a dozen demonstrators"
            } else {
                continue;
            }
            nouns.push_back(child);
        }
    }
    if (clause_.is_verb_before_noun(at)) {
        take_object(pred, tree_.head(at));
        nouns.push_back(tree_.head(at));
    }
    if (const auto next = noun_behind(pred); next != none) {
        take_object(pred, next);
        nouns.push_back(next);
    }
    for (std::size_t n = 0; n < nouns.size() && n < 12; ++n) take_modifiers(pred, nouns, nouns[n]);
    if (pred.object.empty() && tree_.is(clause_.top(pred), "acl:relcl") && !pred.passive)
        take_antecedent(pred);
    pred.end = own_end(at);
}

bool Objects::names_nobody(const Argument& argument) {
    return argument.mentions.empty() && argument.related.empty() && argument.places.empty();
}

void Objects::take_object(Predicate& pred, std::uint32_t noun) {
    const auto covering = words_[noun].mention;
    if (!pred.object.empty() && covering >= 0 && words_[pred.object.end - 1].mention == covering) return;
    if (!pred.object.empty() && pred.object.end <= noun)
        pred.obliques.emplace_back("to", std::move(pred.object));
    pred.object = noun_phrase(clauses_, noun);
}

void Objects::take_modifiers(Predicate& pred, std::vector<std::uint32_t>& nouns, std::uint32_t noun) const {
    for (const auto child : tree_.children(noun)) {
        if (!tree_.is(child, "nmod") || tree_.is(child, "nmod:poss") || child < noun) continue;
        const auto preposition = preposition_of(clauses_, child);
        if (preposition.empty()) continue;
        nouns.push_back(child);
        if (preposition == "by" && lexicon_.is_noun(words_[noun].noun)) continue;  // "a siege by the army"
        if (preposition != "of") pred.obliques.emplace_back(preposition, noun_phrase(clauses_, child));
    }
}

std::uint32_t Objects::noun_behind(const Predicate& pred) const {
    if (pred.passive || pred.kind != PredicateKind::verb || !pred.object.empty() || !pred.obliques.empty() ||
        has_clause(pred.head))
        return none;
    const auto at = pred.head + 1;
    if (at >= words_.size() || words_[at].time || !clause_.is_nominal(at)) return none;
    const auto noun = clause_.phrase_top(at, pred.head + 1, static_cast<std::uint32_t>(words_.size()));
    return clause_.is_noun(noun) && !tree_.is(noun, "nsubj") && tree_.child(noun, "case") == none &&
                   !in_verb_group(noun)
               ? noun
               : none;
}

bool Objects::has_clause(std::uint32_t at) const {
    return tree_.child(at, "ccomp") != none || tree_.child(at, "xcomp") != none;
}

bool Objects::in_verb_group(std::uint32_t at) const {
    return words_[at].is_verb;
}

void Objects::take_antecedent(Predicate& pred) {
    const auto subject = tree_.child(clause_.top(pred), "nsubj");
    if (subject == none || clause_.is_relative_pronoun(subject)) return;
    const auto pronoun = tree_.child(pred.head, "obj");
    const bool takes_clause =
        tree_.child(pred.head, "ccomp") != none || tree_.child(pred.head, "xcomp") != none;
    if (pronoun == none && takes_clause) return;
    pred.object = noun_phrase(clauses_, tree_.head(clause_.top(pred)));
}

std::uint32_t Objects::own_end(std::uint32_t at) const {
    const auto noun =
        clause_.is_verb_before_noun(at) || clause_.is_verb_behind_noun(at) ? tree_.head(at) : at;
    std::uint32_t end = at + 1;
    for (std::uint32_t next = at + 1; next < words_.size(); ++next) {
        std::uint32_t up = next;
        bool own = true;
        for (int steps = 0; up != at && up != noun && steps < 40; ++steps) {
            const auto relation = tree_.main_relation(up);
            own = relation != "ccomp" && relation != "advcl" && relation != "acl" &&
                  relation != "parataxis" && relation != "mark" && relation != "cc" &&
                  (relation != "xcomp" || !words_[up].is_verb) && (relation != "conj" || !words_[up].is_verb);
            if (!own || tree_.head(up) == none) break;
            up = tree_.head(up);
        }
        if (!own || (up != at && up != noun)) {
            if (words_[next].word_class == WordClass::coordinator) continue;
            if (words_[next].word_class == WordClass::preposition && next == end) ++end;  // "of lying"
            break;
        }
        if (words_[next].word_class == WordClass::comma || words_[next].word_class == WordClass::stop)
            continue;
        end = next + 1;
    }
    return end;
}

}  // namespace entente::extract
