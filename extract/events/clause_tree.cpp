#include "extract/events/clause_tree.hpp"

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

constexpr std::array<std::string_view, 4> relative_pronouns{"who", "whom", "which", "that"};

}  // namespace

const std::string& ClauseTree::xpos(std::uint32_t at) const {
    return tree_.token(at).xpos;
}

std::uint32_t ClauseTree::mark_to(std::uint32_t at) const {
    for (const auto child : tree_.children(at)) {
        if (child < at && words_[child].lower == "to" &&
            (tree_.is(child, "mark") || tree_.is(child, "aux"))) {
            return child;
        }
    }
    return none;
}

bool ClauseTree::is_verb_before_noun(std::uint32_t at) const {
    if (at == 0 || !words_[at].is_verb || !tree_.is(at, "amod") || tree_.head(at) < at) return false;
    if (words_[at].form == VerbForm::ing || !lexicon_.is_verb(words_[at].verb)) return false;
    auto left = at - 1;
    while (left > 0 && words_[left].word_class == WordClass::adverb) --left;
    const auto& upos = tree_.token(left).upos;
    return words_[left].word_class == WordClass::coordinator || upos == "NOUN" || upos == "PROPN" ||
           upos == "PRON" || upos == "AUX";
}

bool ClauseTree::is_verb_behind_noun(std::uint32_t at) const {
    return tree_.is(at, "amod") && tree_.head(at) < at && words_[at].is_verb &&
           words_[at].form != VerbForm::ing && lexicon_.is_verb(words_[at].verb) && at + 1 < words_.size() &&
           is_nominal(at + 1);
}

bool ClauseTree::is_shell(std::uint32_t at) const {
    const auto& lemma = words_[at].verb;
    if (lemma != "be" && lemma != "have" && lemma != "go") return false;
    if (tree_.child(at, "obj") != none) return false;
    const auto inner = tree_.child(at, "xcomp");
    return inner != none && inner > at && words_[inner].is_verb && words_[inner].mention < 0 &&
           mark_to(inner) != none && inner - at < 8 && (lemma != "go" || xpos(at) == "VBG");
}

std::uint32_t ClauseTree::shell_of(std::uint32_t at) const {
    if (!tree_.is(at, "xcomp") || mark_to(at) == none) return none;
    const auto head = tree_.head(at);
    return words_[head].is_verb && words_[head].mention < 0 && is_shell(head) &&
                   tree_.child(head, "xcomp") == at
               ? head
               : none;
}

bool ClauseTree::is_headline() const {
    return !words_.empty() && words_.back().word_class != WordClass::stop && words_.back().lower != "." &&
           words_.back().word_class != WordClass::quote;
}

bool ClauseTree::has_object(std::uint32_t at) const {
    return tree_.child(at, "obj") != none;
}

std::uint32_t ClauseTree::top(const Predicate& of) const {
    if (tree_.is(of.head, "cop") || is_verb_before_noun(of.head)) return tree_.head(of.head);
    const auto shell = shell_of(of.head);
    return shell == none ? of.head : shell;
}

std::int32_t ClauseTree::predicate_above(std::uint32_t at) const {
    for (std::size_t steps = 0; at != none && steps < words_.size(); ++steps) {
        if (predicate_of_[at] >= 0) return predicate_of_[at];
        at = tree_.head(at);
    }
    return -1;
}

std::string ClauseTree::mark_of(std::uint32_t at) const {
    for (const auto child : tree_.children(at)) {
        if (child < at && (tree_.is(child, "mark") || tree_.is(child, "case")) &&
            words_[child].lower != "to") {
            return words_[child].lower;
        }
    }
    for (const auto child : tree_.children(at)) {
        if (child < at && tree_.is(child, "advmod") &&
            (words_[child].lower == "when" || words_[child].lower == "while")) {
            return words_[child].lower;
        }
    }
    return "";
}

bool ClauseTree::is_report(const Predicate& pred) const {
    const auto& frames = lexicon_.frames(PredicateKind::verb, pred.lemma);
    return std::any_of(frames.begin(), frames.end(),
                       [](const Frame* frame) { return frame->group->use == FrameUse::report; });
}

bool ClauseTree::takes_clause(const std::string& lemma) const {
    const auto& frames = lexicon_.frames(PredicateKind::verb, lemma);
    return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
        return frame->group->use == FrameUse::report || frame->group->content != Content::none;
    });
}

bool ClauseTree::is_noun(std::uint32_t at) const {
    const auto& upos = tree_.token(at).upos;
    return upos == "NOUN" || upos == "PROPN" || upos == "PRON";
}

bool ClauseTree::is_nominal(std::uint32_t at) const {
    const auto& upos = tree_.token(at).upos;
    return is_noun(at) || words_[at].mention >= 0 || upos == "DET" || upos == "ADJ" || upos == "NUM";
}

std::uint32_t ClauseTree::phrase_top(std::uint32_t at, std::uint32_t begin, std::uint32_t end) const {
    for (int steps = 0; steps < 12; ++steps) {
        const auto head = tree_.head(at);
        const auto relation = tree_.main_relation(at);
        const bool inside = relation == "nmod" || relation == "amod" || relation == "compound" ||
                            relation == "det" || relation == "nummod" || relation == "flat" ||
                            relation == "appos" || relation == "conj" || relation == "case" ||
                            relation == "fixed";
        if (head == none || head < begin || head >= end || !inside || !is_noun(head)) break;
        at = head;
    }
    return at;
}

bool ClauseTree::is_relative_pronoun(std::uint32_t at) const {
    return among(relative_pronouns, words_[at].lower) && words_[at].mention < 0 &&
           tree_.token(at).upos == "PRON" && xpos(at) != "DT";
}

}  // namespace entente::extract
