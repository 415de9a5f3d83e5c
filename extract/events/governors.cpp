#include "extract/events/governors.hpp"

#include <algorithm>
#include <array>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

// Marks of adjuncts: their clause tells another matter than the one it adjoins.
constexpr std::array<std::string_view, 14> adjunct_marks{"after",   "before",   "while",   "when", "by",
                                                         "without", "since",    "despite", "upon", "until",
                                                         "though",  "although", "because", "as"};

}  // namespace

void Governors::read() {
    for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) govern(p);
}

void Governors::govern(std::uint32_t index) {
    auto& pred = clauses_.predicates[index];
    govern_by_relation(pred, clause_.top(pred), 0);
    if (pred.governor < 0 && !clause_.is_report(pred)) attribute(pred, clause_.top(pred), none);
    if (pred.governor == static_cast<std::int32_t>(index)) pred.governor = -1;
}

void Governors::govern_by_relation(Predicate& pred, std::uint32_t at, int depth) {
    const auto mark = clause_.mark_of(at);
    if (mark == "if" || mark == "unless" || mark == "whether") pred.conditional = true;
    if (mark == "without") pred.negated = true;
    const auto relation = tree_.main_relation(at);
    const auto head = tree_.head(at);
    const auto above = head == none ? -1 : clause_.predicate_above(head);
    const bool infinitive = clause_.mark_to(at) != none;
    const bool gerund = words_[at].form == VerbForm::ing && !pred.finite;
    const auto take = [&](GovernedAs as) {
        pred.governor = above;
        pred.governed_as = as;
    };
    if (says_behind(at, head)) return;
    if (relation == "xcomp" || (relation == "ccomp" && infinitive)) {
        take(gerund ? GovernedAs::gerund : GovernedAs::infinitive);
    } else if (relation == "ccomp" || relation == "csubj") {
        if (relation == "ccomp") take(GovernedAs::clause);
    } else if (relation == "conj" && depth < 8) {
        like_the_first(pred, at, head, depth);
    } else if (is_told_before(pred, at, above) || is_told_behind(pred, at, above, mark)) {
        take(GovernedAs::clause);
    } else if (relation == "advcl" && infinitive) {
        take(GovernedAs::infinitive);
    } else if (relation == "advcl" && (mark == "that")) {
        take(GovernedAs::clause);
    } else if (relation == "advcl" || (relation == "acl" && !tree_.is(at, "acl:relcl"))) {
        const bool complement =
            (gerund && !mark.empty() && !among(adjunct_marks, mark)) || (relation == "acl" && infinitive);
        if (complement) {
            take(infinitive ? GovernedAs::infinitive : GovernedAs::gerund);
        } else if (relation == "acl" && pred.finite && mark == "that") {
            take(GovernedAs::clause);
        } else if (relation == "advcl" && above >= 0 && depth < 8) {
            adjoin(pred, clause_.predicate(above), depth);
        }
    } else if (relation == "parataxis" || head == none) {
        attribute(pred, at, relation == "parataxis" ? head : none);
    }
    if (pred.governor < 0 && infinitive && head == none && pred.modality == Modality::none) {
        pred.modality = Modality::will;  // a headline's "Leaders to meet"
        pred.finite = true;
    }
}

bool Governors::is_told_before(const Predicate& pred, std::uint32_t at, std::int32_t above) const {
    if (above < 0 || !tree_.is(at, "advcl") || !pred.finite || !clause_.mark_of(at).empty()) return false;
    const auto& saying = clauses_.predicates[static_cast<std::size_t>(above)];
    return saying.head > at && saying.finite && clause_.is_report(saying);
}

bool Governors::is_told_behind(const Predicate& pred, std::uint32_t at, std::int32_t above,
                               std::string_view mark) const {
    return above >= 0 && mark == "that" && pred.finite && tree_.is(at, "acl") &&
           tree_.child(at, "nsubj") != none && tree_.child(tree_.head(at), "case") != none &&
           clause_.is_report(clauses_.predicates[static_cast<std::size_t>(above)]);
}

void Governors::like_the_first(Predicate& pred, std::uint32_t at, std::uint32_t head, int depth) {
    const auto first = clause_.predicate_of(head);
    if (first < 0) return;
    const auto& other = clause_.predicate(first);
    const auto before_modality = pred.modality;
    const bool bare = words_[at].form == VerbForm::base && clause_.mark_to(at) == none &&
                      pred.modality == Modality::none && tree_.child(at, "nsubj") == none;
    if (bare || (!pred.finite && words_[at].form == words_[head].form)) {
        pred.finite = other.finite && bare;
        pred.modality = bare ? other.modality : before_modality;
        if (words_[at].form == VerbForm::participle) pred.passive = pred.passive || other.passive;
        if (!other.finite || bare) pred.negated = pred.negated || other.negated;
    }
    const bool finite = pred.finite;
    const bool conditional = pred.conditional || (other.conditional && tree_.child(at, "nsubj") == none);
    const auto modality = pred.modality;
    govern_by_relation(pred, clause_.top(other), depth + 1);
    pred.finite = finite;
    pred.modality = modality == Modality::none && !finite ? pred.modality : modality;
    pred.conditional = conditional;
}

void Governors::adjoin(Predicate& pred, const Predicate& above, int depth) {
    const auto conditional = pred.conditional;
    const auto modality = pred.modality;
    const auto finite = pred.finite;
    const auto negated = pred.negated;
    if (&above != &pred) govern_by_relation(pred, clause_.top(above), depth + 1);
    pred.conditional = conditional;
    pred.modality = modality;
    pred.finite = finite;
    pred.negated = negated;
}

void Governors::attribute(Predicate& pred, std::uint32_t at, std::uint32_t head) {
    if (head != none && clause_.is_report(pred)) return;
    for (const auto child : tree_.children(at)) {
        if (!says_behind(child, at)) continue;
        pred.governor = clause_.predicate_of(child);
        pred.governed_as = GovernedAs::clause;
        return;
    }
}

bool Governors::says_behind(std::uint32_t token, std::uint32_t at) const {
    if (at == none || token < at || clause_.predicate_of(token) < 0) return false;
    const bool complement = tree_.is(token, "ccomp");
    if (!complement && !tree_.is(token, "parataxis")) return false;
    const auto& saying = clauses_.predicates[static_cast<std::size_t>(clause_.predicate_of(token))];
    if (!saying.finite || !clause_.is_report(saying)) return false;
    if (!complement) return true;
    const auto& told = clauses_.predicates[static_cast<std::size_t>(std::max(clause_.predicate_of(at), 0))];
    if (clause_.predicate_of(at) >= 0 && clause_.is_report(told)) return false;
    if (!clause_.mark_of(token).empty() || tree_.child(token, "ccomp") != none) return false;
    return std::any_of(words_.begin() + at, words_.begin() + token,
                       [](const Word& word) { return word.word_class == WordClass::comma; });
}

}  // namespace entente::extract
