#include "extract/events/verb_groups.hpp"

#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

Modality modality_of(std::string_view modal) {
    if (modal == "will" || modal == "'ll" || modal == "’ll" || modal == "wo" || modal == "shall")
        return Modality::will;
    if (modal == "would" || modal == "'d" || modal == "’d") return Modality::would;
    if (modal == "must" || modal == "should" || modal == "ought") return Modality::must;
    return Modality::may;
}

}  // namespace

void VerbGroups::read() {
    for (std::uint32_t at = 0; at < words_.size(); ++at) add_predicate(at);
}

void VerbGroups::add_predicate(std::uint32_t at) {
    const auto& word = words_[at];
    if (word.mention >= 0 || word.time || is_attribute(at)) return;
    if (is_adjective_here(at)) {
        push(at, PredicateKind::adjective, word.lower);
    } else if (word.is_verb && !clause_.is_shell(at)) {
        push(at, PredicateKind::verb, word.verb);
    } else if (tree_.is(at, "cop") && !is_adjective_here(tree_.head(at))) {
        push(at, PredicateKind::verb, "be");
    }
}

bool VerbGroups::is_attribute(std::uint32_t at) const {
    return tree_.is(at, "amod") && !clause_.is_verb_before_noun(at) && !clause_.is_verb_behind_noun(at);
}

void VerbGroups::push(std::uint32_t at, PredicateKind kind, const std::string& lemma) {
    Predicate out;
    out.kind = kind;
    out.lemma = lemma;
    out.first = out.head = out.end = at;
    const bool copula = tree_.is(at, "cop");
    read_group(out, copula ? tree_.head(at) : at);
    const auto shell = clause_.shell_of(at);
    if (shell != none) {
        read_group(out, shell);
        if (words_[shell].verb == "be" || words_[shell].verb == "go") out.modality = Modality::will;
        if (words_[shell].verb == "have") out.modality = Modality::must;
        out.finite = true;
        out.first = std::min(out.first, shell);
    }
    if (clause_.is_verb_before_noun(at)) read_group(out, tree_.head(at));
    if (copula) out.finite = clause_.xpos(at) != "VB" || out.modality != Modality::none;
    const bool mistaken = clause_.is_verb_before_noun(at) || clause_.is_verb_behind_noun(at);
    if (kind == PredicateKind::adjective || mistaken) out.finite = true;
    if (mistaken) out.passive = false;
    out.clause_begin = out.first;
    clause_.stands_for(at, static_cast<std::int32_t>(clauses_.predicates.size()));
    if (copula && clause_.predicate_of(tree_.head(at)) < 0)
        clause_.stands_for(tree_.head(at), clause_.predicate_of(at));
    if (shell != none) clause_.stands_for(shell, clause_.predicate_of(at));
    if (clause_.is_verb_before_noun(at) && clause_.predicate_of(tree_.head(at)) < 0)
        clause_.stands_for(tree_.head(at), clause_.predicate_of(at));
    clauses_.predicates.push_back(std::move(out));
}

bool VerbGroups::is_adjective_here(std::uint32_t at) const {
    if (words_[at].mention >= 0 || !lexicon_.is_adjective(words_[at].lower)) return false;
    const auto be = tree_.child(at, "cop") != none ? tree_.child(at, "cop") : tree_.child(at, "aux:pass");
    if (be != none && be < at && is_form_of_be(words_[be].lower)) {
        const bool both = lexicon_.is_verb(words_[at].verb);
        return !both || has_complement(at);
    }
    return tree_.token(at).upos == "ADJ" && tree_.is(at, "xcomp");
}

bool VerbGroups::has_complement(std::uint32_t at) const {
    return std::any_of(tree_.children(at).begin(), tree_.children(at).end(), [&](std::uint32_t c) {
        return c > at && ((tree_.is(c, "obl") && preposition_of(clauses_, c) != "by") ||
                          tree_.is(c, "xcomp") || tree_.is(c, "ccomp") || tree_.is(c, "advcl"));
    });
}

void VerbGroups::read_group(Predicate& out, std::uint32_t at) {
    bool helped = false;
    bool will_have = false;
    for (const auto child : tree_.children(at)) {
        const auto& word = words_[child];
        const auto relation = tree_.main_relation(child);
        if (child > at && relation != "advmod" && relation != "nsubj") continue;
        if (relation == "aux" && word.lower != "to") {
            helped = true;
            const bool modal = clause_.xpos(child) == "MD";
            if (modal) {
                out.modality = modality_of(word.lower);
                out.cannot = word.lower == "can" || word.lower == "ca";
            }
            will_have = will_have || is_form_of_have(word.lower);
            out.passive = out.passive || tree_.is(child, "aux:pass");
            out.past = out.past || word.lower == "was" || word.lower == "were" || word.lower == "had" ||
                       word.lower == "did";
            out.finite = out.finite ||
                         (word.lower != "be" && word.lower != "been" && word.lower != "being" &&
                          word.lower != "having") ||
                         modal;
            out.first = std::min(out.first, child);
        } else if (relation == "cop") {
            helped = true;
            out.past = out.past || word.lower == "was" || word.lower == "were";
            out.first = std::min(out.first, child);
        } else if (relation == "advmod" && is_negator(child)) {
            out.negated = true;
            if (child < at) out.first = std::min(out.first, child);
        } else if (word.lower == "to" && relation == "mark") {
            helped = true;
            out.first = std::min(out.first, child);
        } else if (tree_.is(child, "nsubj:pass") || tree_.is(child, "csubj:pass")) {
            out.passive = out.passive || words_[at].form == VerbForm::participle;
        }
    }
    out.cannot = out.cannot && out.negated;
    out.perfect = out.perfect || will_have;
    if (out.kind != PredicateKind::verb || !words_[at].is_verb) return;
    auto& form = words_[at].form;
    if (!helped && form == VerbForm::participle && at > 0 && is_form_of_have(words_[at - 1].lower)) {
        helped = out.finite = out.perfect = true;  // "have", which the tree hangs elsewhere
        out.passive = false;
        out.first = at - 1;
    }
    if (!helped && form == VerbForm::participle && is_past_after_all(at)) {
        form = VerbForm::past;
        out.passive = false;
    }
    out.past = out.past || form == VerbForm::past;
    if (helped) return;
    out.finite = out.finite || form == VerbForm::past || form == VerbForm::third ||
                 (form == VerbForm::base && !tree_.is(at, "xcomp"));
    if (form == VerbForm::participle && !out.passive) {
        out.passive = tree_.child(at, "obj") == none || tree_.is(at, "acl");
        out.finite = tree_.head(at) == none;  // a headline's "Troops killed in attack"
    }
}

bool VerbGroups::is_past_after_all(std::uint32_t at) const {
    const auto readings = verb_readings(words_[at].lower);
    const bool may_be_past = std::any_of(readings.begin(), readings.end(), [](const VerbReading& r) {
        return r.form == VerbForm::ed || r.form == VerbForm::past;
    });
    if (!may_be_past) return false;
    if (readings.front().form == VerbForm::past && !tree_.is(at, "amod")) return true;
    if (tree_.is(at, "amod")) return clause_.is_verb_behind_noun(at);
    if (tree_.is(at, "acl") && !tree_.is(at, "acl:relcl")) return is_clause_of_its_noun(at);
    const auto subject = tree_.child(at, "nsubj");
    if (subject != none && subject < at)
        return !tree_.is(subject, "nsubj:pass") || clause_.has_object(at) || !clause_.is_headline();
    const auto head = tree_.head(at);
    return tree_.is(at, "conj") && head < at && words_[head].form == VerbForm::past;
}

bool VerbGroups::is_clause_of_its_noun(std::uint32_t at) const {
    if (tree_.head(at) > at || words_[at].lower == "called" || tree_.child(at, "obl:agent") != none)
        return false;
    const auto inner = tree_.child(at, "xcomp");
    const bool governs = tree_.child(at, "ccomp") != none || (inner != none && words_[inner].is_verb);
    const bool last = at + 1 >= words_.size() || words_[at + 1].lower == ".";
    return clause_.has_object(at) || ((governs || last) && clause_.takes_clause(words_[at].verb));
}

bool VerbGroups::is_negator(std::uint32_t at) const {
    const auto& lower = words_[at].lower;
    if (words_[at].word_class == WordClass::negator || lower == "never" || lower == "hardly") return true;
    const auto inner = tree_.child(at, "advmod");
    return lower == "longer" && inner != none && words_[inner].lower == "no";
}

}  // namespace entente::extract
