// How predicates are read off a tree.
//
// Every verb that is no auxiliary is a predicate, and so are a copula and an adjective of the lexicon behind
// one. Voice, modality, negation and finiteness come from the verb's own children; "is to meet" and "has to
// go" are one predicate. What a clause leaves out is sought where its relation to the rest says it stands:
// the subject of an infinitive with what controls it, of a coordinated verb with the verb before, of a
// relative clause with its antecedent, of an adjunct with the clause it adjoins.
#include "extract/events/clauses.hpp"

#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

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

constexpr std::array<std::string_view, 4> relative_pronouns{"who", "whom", "which", "that"};

// Marks of adjuncts: their clause tells another matter than the one it adjoins.
constexpr std::array<std::string_view, 14> adjunct_marks{"after",   "before",   "while",   "when", "by",
                                                         "without", "since",    "despite", "upon", "until",
                                                         "though",  "although", "because", "as"};

VerbForm form_of(const std::string& xpos) {
    if (xpos == "VBD") return VerbForm::past;
    if (xpos == "VBZ") return VerbForm::third;
    if (xpos == "VBN") return VerbForm::participle;
    if (xpos == "VBG") return VerbForm::ing;
    return VerbForm::base;
}

Modality modality_of(std::string_view modal) {
    if (modal == "will" || modal == "'ll" || modal == "’ll" || modal == "wo" || modal == "shall")
        return Modality::will;
    if (modal == "would" || modal == "'d" || modal == "’d") return Modality::would;
    if (modal == "must" || modal == "should" || modal == "ought") return Modality::must;
    return Modality::may;
}

class ClauseReader {
 public:
    ClauseReader(Clauses& clauses, const PredicateLexicon& lexicon)
        : clauses_(clauses), words_(clauses.words), tree_(clauses.tree), lexicon_(lexicon) {}

    void read() {
        predicate_of_.assign(words_.size(), -1);
        for (std::uint32_t at = 0; at < words_.size(); ++at) add_predicate(at);
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) govern(p);
        for (auto& predicate : clauses_.predicates) read_arguments(predicate);
        subject_known_.assign(clauses_.predicates.size(), false);
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) find_subject(p, 0);
        for (auto& predicate : clauses_.predicates) share_object(predicate);
        for (auto& predicate : clauses_.predicates) resolve_pronoun(predicate);
    }

 private:
    [[nodiscard]] const std::string& xpos(std::uint32_t at) const { return tree_.token(at).xpos; }
    [[nodiscard]] Predicate& predicate(std::int32_t p) {
        return clauses_.predicates[static_cast<std::size_t>(p)];
    }
    [[nodiscard]] std::uint32_t mark_to(std::uint32_t at) const {
        for (const auto child : tree_.children(at)) {
            if (child < at && words_[child].lower == "to" &&
                (tree_.is(child, "mark") || tree_.is(child, "aux"))) {
                return child;
            }
        }
        return none;
    }

    // --- verb groups -------------------------------------------------------------------------------------

    void add_predicate(std::uint32_t at) {
        const auto& word = words_[at];
        if (word.mention >= 0 || word.time || is_attribute(at)) return;
        if (is_adjective_here(at)) {
            push(at, PredicateKind::adjective, word.lower);
        } else if (word.is_verb && !is_shell(at)) {
            push(at, PredicateKind::verb, word.verb);
        } else if (tree_.is(at, "cop") && !is_adjective_here(tree_.head(at))) {
            push(at, PredicateKind::verb, "be");
        }
    }

    // "the accused man": describes its noun. After "and" or a noun the parser took a verb for one:
    // "conceded the election but accused state radio".
    [[nodiscard]] bool is_attribute(std::uint32_t at) const {
        return tree_.is(at, "amod") && !is_verb_before_noun(at) && !is_verb_behind_noun(at);
    }
    [[nodiscard]] bool is_verb_before_noun(std::uint32_t at) const {
        if (at == 0 || !words_[at].is_verb || !tree_.is(at, "amod") || tree_.head(at) < at) return false;
        if (words_[at].form == VerbForm::ing || !lexicon_.is_verb(words_[at].verb)) return false;
        auto left = at - 1;
        while (left > 0 && words_[left].word_class == WordClass::adverb) --left;
        const auto& upos = tree_.token(left).upos;
        return words_[left].word_class == WordClass::coordinator || upos == "NOUN" || upos == "PROPN" ||
               upos == "PRON" || upos == "AUX";
    }
    // "supporters of the president blocked roads": hangs on its subject.
    [[nodiscard]] bool is_verb_behind_noun(std::uint32_t at) const {
        return tree_.is(at, "amod") && tree_.head(at) < at && words_[at].is_verb &&
               words_[at].form != VerbForm::ing && lexicon_.is_verb(words_[at].verb) &&
               at + 1 < words_.size() && is_nominal(at + 1);
    }

    void push(std::uint32_t at, PredicateKind kind, const std::string& lemma) {
        Predicate out;
        out.kind = kind;
        out.lemma = lemma;
        out.first = out.head = out.end = at;
        const bool copula = tree_.is(at, "cop");
        read_group(out, copula ? tree_.head(at) : at);
        const auto shell = shell_of(at);
        if (shell != none) {
            read_group(out, shell);
            if (words_[shell].verb == "be" || words_[shell].verb == "go") out.modality = Modality::will;
            if (words_[shell].verb == "have") out.modality = Modality::must;
            out.finite = true;
            out.first = std::min(out.first, shell);
        }
        if (is_verb_before_noun(at)) read_group(out, tree_.head(at));
        if (copula) out.finite = xpos(at) != "VB" || out.modality != Modality::none;
        const bool mistaken = is_verb_before_noun(at) || is_verb_behind_noun(at);
        if (kind == PredicateKind::adjective || mistaken) out.finite = true;
        if (mistaken) out.passive = false;
        out.clause_begin = out.first;
        predicate_of_[at] = static_cast<std::int32_t>(clauses_.predicates.size());
        if (copula && predicate_of_[tree_.head(at)] < 0) predicate_of_[tree_.head(at)] = predicate_of_[at];
        if (shell != none) predicate_of_[shell] = predicate_of_[at];
        if (is_verb_before_noun(at) && predicate_of_[tree_.head(at)] < 0)
            predicate_of_[tree_.head(at)] = predicate_of_[at];
        clauses_.predicates.push_back(std::move(out));
    }

    // "is opposed to", "are outraged at".
    [[nodiscard]] bool is_adjective_here(std::uint32_t at) const {
        if (words_[at].mention >= 0 || !lexicon_.is_adjective(words_[at].lower)) return false;
        const auto be = tree_.child(at, "cop") != none ? tree_.child(at, "cop") : tree_.child(at, "aux:pass");
        if (be != none && be < at && is_form_of_be(words_[be].lower)) {
            const bool both = lexicon_.is_verb(words_[at].verb);
            return !both || has_complement(at);
        }
        return tree_.token(at).upos == "ADJ" && tree_.is(at, "xcomp");
    }

    [[nodiscard]] bool has_complement(std::uint32_t at) const {
        return std::any_of(tree_.children(at).begin(), tree_.children(at).end(), [&](std::uint32_t c) {
            return c > at && ((tree_.is(c, "obl") && preposition_of(clauses_, c) != "by") ||
                              tree_.is(c, "xcomp") || tree_.is(c, "ccomp") || tree_.is(c, "advcl"));
        });
    }

    // "is (to meet)", "has (to go)", "is going (to ask)": only lends a modality.
    [[nodiscard]] bool is_shell(std::uint32_t at) const {
        const auto& lemma = words_[at].verb;
        if (lemma != "be" && lemma != "have" && lemma != "go") return false;
        if (tree_.child(at, "obj") != none) return false;
        const auto inner = tree_.child(at, "xcomp");
        return inner != none && inner > at && words_[inner].is_verb && words_[inner].mention < 0 &&
               mark_to(inner) != none && inner - at < 8 && (lemma != "go" || xpos(at) == "VBG");
    }

    [[nodiscard]] std::uint32_t shell_of(std::uint32_t at) const {
        if (!tree_.is(at, "xcomp") || mark_to(at) == none) return none;
        const auto head = tree_.head(at);
        return words_[head].is_verb && words_[head].mention < 0 && is_shell(head) &&
                       tree_.child(head, "xcomp") == at
                   ? head
                   : none;
    }

    // Voice, modality, negation from the children of `at`.
    void read_group(Predicate& out, std::uint32_t at) {
        bool helped = false;
        bool will_have = false;
        for (const auto child : tree_.children(at)) {
            const auto& word = words_[child];
            const auto relation = tree_.main_relation(child);
            if (child > at && relation != "advmod" && relation != "nsubj") continue;
            if (relation == "aux" && word.lower != "to") {
                helped = true;
                const bool modal = xpos(child) == "MD";
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

    // Tagged as a participle, yet without auxiliary it has a subject or an object of its own: "complained".
    [[nodiscard]] bool is_past_after_all(std::uint32_t at) const {
        const auto readings = verb_readings(words_[at].lower);
        const bool may_be_past = std::any_of(readings.begin(), readings.end(), [](const VerbReading& r) {
            return r.form == VerbForm::ed || r.form == VerbForm::past;
        });
        if (!may_be_past) return false;
        if (readings.front().form == VerbForm::past && !tree_.is(at, "amod")) return true;
        if (tree_.is(at, "amod")) return is_verb_behind_noun(at);
        if (tree_.is(at, "acl") && !tree_.is(at, "acl:relcl")) return is_clause_of_its_noun(at);
        const auto subject = tree_.child(at, "nsubj");
        if (subject != none && subject < at)
            return !tree_.is(subject, "nsubj:pass") || has_object(at) || !is_headline();
        const auto head = tree_.head(at);
        return tree_.is(at, "conj") && head < at && words_[head].form == VerbForm::past;
    }

    // "as the opposition threatened to storm": what a participle that modifies could not govern.
    [[nodiscard]] bool is_clause_of_its_noun(std::uint32_t at) const {
        if (tree_.head(at) > at || words_[at].lower == "called" || tree_.child(at, "obl:agent") != none)
            return false;
        const auto inner = tree_.child(at, "xcomp");
        const bool governs = tree_.child(at, "ccomp") != none || (inner != none && words_[inner].is_verb);
        const bool last = at + 1 >= words_.size() || words_[at + 1].lower == ".";
        return has_object(at) || ((governs || last) && takes_clause(words_[at].verb));
    }

    [[nodiscard]] bool takes_clause(const std::string& lemma) const {
        const auto& frames = lexicon_.frames(PredicateKind::verb, lemma);
        return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
            return frame->group->use == FrameUse::report || frame->group->content != Content::none;
        });
    }

    // A headline has no full stop.
    [[nodiscard]] bool is_headline() const {
        return !words_.empty() && words_.back().word_class != WordClass::stop && words_.back().lower != "." &&
               words_.back().word_class != WordClass::quote;
    }

    [[nodiscard]] bool has_object(std::uint32_t at) const { return tree_.child(at, "obj") != none; }

    [[nodiscard]] bool is_negator(std::uint32_t at) const {
        const auto& lower = words_[at].lower;
        if (words_[at].word_class == WordClass::negator || lower == "never" || lower == "hardly") return true;
        const auto inner = tree_.child(at, "advmod");
        return lower == "longer" && inner != none && words_[inner].lower == "no";
    }

    // --- what hangs on what ------------------------------------------------------------------------------

    // The token that stands for the predicate in the tree.
    [[nodiscard]] std::uint32_t top(const Predicate& of) const {
        if (tree_.is(of.head, "cop") || is_verb_before_noun(of.head)) return tree_.head(of.head);
        const auto shell = shell_of(of.head);
        return shell == none ? of.head : shell;
    }

    // The nearest predicate at or above the token; -1 for none.
    [[nodiscard]] std::int32_t predicate_above(std::uint32_t at) const {
        for (std::size_t steps = 0; at != none && steps < words_.size(); ++steps) {
            if (predicate_of_[at] >= 0) return predicate_of_[at];
            at = tree_.head(at);
        }
        return -1;
    }

    [[nodiscard]] std::string mark_of(std::uint32_t at) const {
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

    void govern(std::uint32_t index) {
        auto& pred = clauses_.predicates[index];
        govern_by_relation(pred, top(pred), 0);
        if (pred.governor < 0 && !is_report(pred)) attribute(pred, top(pred), none);
        if (pred.governor == static_cast<std::int32_t>(index)) pred.governor = -1;
    }

    void govern_by_relation(Predicate& pred, std::uint32_t at, int depth) {
        const auto mark = mark_of(at);
        if (mark == "if" || mark == "unless" || mark == "whether") pred.conditional = true;
        if (mark == "without") pred.negated = true;
        const auto relation = tree_.main_relation(at);
        const auto head = tree_.head(at);
        const auto above = head == none ? -1 : predicate_above(head);
        const bool infinitive = mark_to(at) != none;
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
                adjoin(pred, predicate(above), depth);
            }
        } else if (relation == "parataxis" || head == none) {
            attribute(pred, at, relation == "parataxis" ? head : none);
        }
        if (pred.governor < 0 && infinitive && head == none && pred.modality == Modality::none) {
            pred.modality = Modality::will;  // a headline's "Leaders to meet"
            pred.finite = true;
        }
    }

    // "A bomb killed one, the army said": what is told may seem to adjoin the verb of saying.
    [[nodiscard]] bool is_told_before(const Predicate& pred, std::uint32_t at, std::int32_t above) const {
        if (above < 0 || !tree_.is(at, "advcl") || !pred.finite || !mark_of(at).empty()) return false;
        const auto& saying = clauses_.predicates[static_cast<std::size_t>(above)];
        return saying.head > at && saying.finite && is_report(saying);
    }

    // "said on Tuesday that Sudan must return": what is told may seem to modify the noun before it.
    [[nodiscard]] bool is_told_behind(const Predicate& pred, std::uint32_t at, std::int32_t above,
                                      std::string_view mark) const {
        return above >= 0 && mark == "that" && pred.finite && tree_.is(at, "acl") &&
               tree_.child(at, "nsubj") != none && tree_.child(tree_.head(at), "case") != none &&
               is_report(clauses_.predicates[static_cast<std::size_t>(above)]);
    }

    // A coordinated verb stands where the first one stands.
    void like_the_first(Predicate& pred, std::uint32_t at, std::uint32_t head, int depth) {
        const auto first = predicate_of_[head];
        if (first < 0) return;
        const auto& other = predicate(first);
        const auto before_modality = pred.modality;
        const bool bare = words_[at].form == VerbForm::base && mark_to(at) == none &&
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
        govern_by_relation(pred, top(other), depth + 1);
        pred.finite = finite;
        pred.modality = modality == Modality::none && !finite ? pred.modality : modality;
        pred.conditional = conditional;
    }

    // An adjunct stands where the clause stands that it adjoins.
    void adjoin(Predicate& pred, const Predicate& above, int depth) {
        const auto conditional = pred.conditional;
        const auto modality = pred.modality;
        const auto finite = pred.finite;
        const auto negated = pred.negated;
        if (&above != &pred) govern_by_relation(pred, top(above), depth + 1);
        pred.conditional = conditional;
        pred.modality = modality;
        pred.finite = finite;
        pred.negated = negated;
    }

    // "…, the ministry said": what is told governs from behind. `head` is where a parataxis hangs.
    void attribute(Predicate& pred, std::uint32_t at, std::uint32_t head) {
        if (head != none && is_report(pred)) return;
        for (const auto child : tree_.children(at)) {
            if (!says_behind(child, at)) continue;
            pred.governor = predicate_of_[child];
            pred.governed_as = GovernedAs::clause;
            return;
        }
    }

    // Is the token a verb of saying that follows what was said, the clause of `at`?
    [[nodiscard]] bool says_behind(std::uint32_t token, std::uint32_t at) const {
        if (at == none || token < at || predicate_of_[token] < 0) return false;
        const bool complement = tree_.is(token, "ccomp");
        if (!complement && !tree_.is(token, "parataxis")) return false;
        const auto& saying = clauses_.predicates[static_cast<std::size_t>(predicate_of_[token])];
        if (!saying.finite || !is_report(saying)) return false;
        if (!complement) return true;
        const auto& told = clauses_.predicates[static_cast<std::size_t>(std::max(predicate_of_[at], 0))];
        if (predicate_of_[at] >= 0 && is_report(told)) return false;
        if (!mark_of(token).empty() || tree_.child(token, "ccomp") != none) return false;
        return std::any_of(words_.begin() + at, words_.begin() + token,
                           [](const Word& word) { return word.word_class == WordClass::comma; });
    }

    [[nodiscard]] bool is_report(const Predicate& pred) const {
        const auto& frames = lexicon_.frames(PredicateKind::verb, pred.lemma);
        return std::any_of(frames.begin(), frames.end(),
                           [](const Frame* frame) { return frame->group->use == FrameUse::report; });
    }

    // --- arguments ---------------------------------------------------------------------------------------

    void read_arguments(Predicate& pred) {
        const auto at = pred.head;
        if (tree_.is(at, "cop")) {
            pred.object = noun_phrase(clauses_, tree_.head(at));
            pred.end = std::max(pred.object.end, at + 1);
            return;
        }
        std::vector<std::uint32_t> nouns;
        for (const auto child : tree_.children(at)) {
            if (tree_.is(child, "obj")) {
                if (is_relative_pronoun(child)) continue;
                take_object(pred, child);
                nouns.push_back(child);
            } else if (tree_.is(child, "iobj")) {
                pred.obliques.emplace_back("to", noun_phrase(clauses_, child));
            } else if (tree_.is(child, "obl") || (tree_.is(child, "nmod") && child > at)) {
                const auto preposition = preposition_of(clauses_, child);
                if (is_relative_pronoun(child)) continue;
                if (!preposition.empty()) {
                    pred.obliques.emplace_back(preposition, noun_phrase(clauses_, child));
                } else if (child > at && is_noun(child) && !words_[child].time && names_nobody(pred.object)) {
                    pred.object = noun_phrase(clauses_, child);  // "killed more than a dozen demonstrators"
                } else {
                    continue;
                }
                nouns.push_back(child);
            }
        }
        if (is_verb_before_noun(at)) {
            take_object(pred, tree_.head(at));
            nouns.push_back(tree_.head(at));
        }
        if (const auto next = noun_behind(pred); next != none) {
            take_object(pred, next);
            nouns.push_back(next);
        }
        for (std::size_t n = 0; n < nouns.size() && n < 12; ++n) take_modifiers(pred, nouns, nouns[n]);
        if (pred.object.empty() && tree_.is(top(pred), "acl:relcl") && !pred.passive) take_antecedent(pred);
        pred.end = own_end(at);
    }

    [[nodiscard]] static bool names_nobody(const Argument& argument) {
        return argument.mentions.empty() && argument.related.empty() && argument.places.empty();
    }

    // "gave Israel weapons": of two objects the first receives.
    void take_object(Predicate& pred, std::uint32_t noun) {
        const auto covering = words_[noun].mention;
        if (!pred.object.empty() && covering >= 0 && words_[pred.object.end - 1].mention == covering) return;
        if (!pred.object.empty() && pred.object.end <= noun)
            pred.obliques.emplace_back("to", std::move(pred.object));
        pred.object = noun_phrase(clauses_, noun);
    }

    // What hangs on the verb's nouns may be meant of the verb: "imposed sanctions on Iran".
    void take_modifiers(Predicate& pred, std::vector<std::uint32_t>& nouns, std::uint32_t noun) const {
        for (const auto child : tree_.children(noun)) {
            if (!tree_.is(child, "nmod") || tree_.is(child, "nmod:poss") || child < noun) continue;
            const auto preposition = preposition_of(clauses_, child);
            if (preposition.empty()) continue;
            nouns.push_back(child);
            if (preposition == "by" && lexicon_.is_noun(words_[noun].noun))
                continue;  // "a siege by the army"
            if (preposition != "of") pred.obliques.emplace_back(preposition, noun_phrase(clauses_, child));
        }
    }

    // Where the tree leaves an active verb without any argument: the phrase right behind it.
    [[nodiscard]] std::uint32_t noun_behind(const Predicate& pred) const {
        if (pred.passive || pred.kind != PredicateKind::verb || !pred.object.empty() ||
            !pred.obliques.empty() || has_clause(pred.head))
            return none;
        const auto at = pred.head + 1;
        if (at >= words_.size() || words_[at].time || !is_nominal(at)) return none;
        const auto noun = phrase_top(at, pred.head + 1, static_cast<std::uint32_t>(words_.size()));
        return is_noun(noun) && !tree_.is(noun, "nsubj") && tree_.child(noun, "case") == none &&
                       !in_verb_group(noun)
                   ? noun
                   : none;
    }

    [[nodiscard]] bool has_clause(std::uint32_t at) const {
        return tree_.child(at, "ccomp") != none || tree_.child(at, "xcomp") != none;
    }
    [[nodiscard]] bool in_verb_group(std::uint32_t at) const { return words_[at].is_verb; }

    [[nodiscard]] bool is_noun(std::uint32_t at) const {
        const auto& upos = tree_.token(at).upos;
        return upos == "NOUN" || upos == "PROPN" || upos == "PRON";
    }
    [[nodiscard]] bool is_nominal(std::uint32_t at) const {
        const auto& upos = tree_.token(at).upos;
        return is_noun(at) || words_[at].mention >= 0 || upos == "DET" || upos == "ADJ" || upos == "NUM";
    }

    // The head of the phrase that the token stands in, as far as the tree keeps it within [begin, end).
    [[nodiscard]] std::uint32_t phrase_top(std::uint32_t at, std::uint32_t begin, std::uint32_t end) const {
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

    [[nodiscard]] bool is_relative_pronoun(std::uint32_t at) const {
        return among(relative_pronouns, words_[at].lower) && words_[at].mention < 0 &&
               tree_.token(at).upos == "PRON" && xpos(at) != "DT";
    }

    // "the government, which they accused": what the relative clause hangs on is its object.
    void take_antecedent(Predicate& pred) {
        const auto subject = tree_.child(top(pred), "nsubj");
        if (subject == none || is_relative_pronoun(subject)) return;
        const auto pronoun = tree_.child(pred.head, "obj");
        const bool takes_clause =
            tree_.child(pred.head, "ccomp") != none || tree_.child(pred.head, "xcomp") != none;
        if (pronoun == none && takes_clause) return;
        pred.object = noun_phrase(clauses_, tree_.head(top(pred)));
    }

    // One past the last of the verb's own words: nothing behind a clause that hangs on it.
    [[nodiscard]] std::uint32_t own_end(std::uint32_t at) const {
        const auto noun = is_verb_before_noun(at) || is_verb_behind_noun(at) ? tree_.head(at) : at;
        std::uint32_t end = at + 1;
        for (std::uint32_t next = at + 1; next < words_.size(); ++next) {
            std::uint32_t up = next;
            bool own = true;
            for (int steps = 0; up != at && up != noun && steps < 40; ++steps) {
                const auto relation = tree_.main_relation(up);
                own = relation != "ccomp" && relation != "advcl" && relation != "acl" &&
                      relation != "parataxis" && relation != "mark" && relation != "cc" &&
                      (relation != "xcomp" || !words_[up].is_verb) &&
                      (relation != "conj" || !words_[up].is_verb);
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

    // --- subjects ----------------------------------------------------------------------------------------

    [[nodiscard]] std::uint32_t subject_token(const Predicate& pred) const {
        const auto at = top(pred);
        auto found = nearest_subject(at);
        if (found == none && at != pred.head) found = tree_.child(pred.head, "nsubj");
        return found;
    }

    // Of several the last before the verb: another one's clause may hang before it.
    [[nodiscard]] std::uint32_t nearest_subject(std::uint32_t at) const {
        auto found = tree_.child(at, "nsubj");
        for (const auto child : tree_.children(at)) {
            if (child < at && tree_.is(child, "nsubj")) found = child;
        }
        if (found != none) return found;
        const auto called = tree_.child(at, "vocative");
        return called != none && called < at ? called : none;
    }

    const Argument& find_subject(std::uint32_t index, int depth) {
        auto& pred = clauses_.predicates[index];
        if (subject_known_[index]) return pred.subject;
        subject_known_[index] = true;
        const auto subject = subject_token(pred);
        if (subject == none) {
            if (pred.finite && pred.governed_as == GovernedAs::clause && tree_.is(top(pred), "advcl"))
                take_noun_before(pred);
            if (!pred.subject.empty()) return pred.subject;
            if (depth < 30) borrow_subject(index, depth);
            if (pred.subject.empty() && pred.finite && !pred.relative) take_noun_before(pred);
            return pred.subject;
        }
        if (is_relative_pronoun(subject) && has_antecedent(top(pred))) {
            pred.relative = true;
            pred.clause_begin = std::min(pred.clause_begin, subject);
            pred.subject = noun_phrase(clauses_, antecedent_of(top(pred)));
            return pred.subject;
        }
        pred.subject = noun_phrase(clauses_, subject);
        pred.inverted = subject > pred.head && is_report(pred);
        pred.clause_begin = std::min(pred.clause_begin, pred.subject.begin);
        return pred.subject;
    }

    // Where the tree leaves a finite verb without a subject: the phrase that ends right before it.
    void take_noun_before(Predicate& pred) {
        auto end = pred.first;
        while (end > 0 && (words_[end - 1].word_class == WordClass::adverb || words_[end - 1].time ||
                           (words_[end - 1].word_class == WordClass::preposition && words_[end].time)))
            --end;
        // "Gulen, a former ally of the president, denied": past the apposition.
        if (end > 1 && words_[end - 1].word_class == WordClass::comma) --end;
        if (end == 0 || !is_nominal(end - 1)) return;
        const auto noun = phrase_top(end - 1, 0, end);
        if (preposition_of(clauses_, noun).empty() && (is_noun(noun) || words_[noun].mention >= 0))
            pred.subject = noun_phrase(clauses_, noun);
        pred.clause_begin = std::min(pred.clause_begin, pred.subject.empty() ? end : pred.subject.begin);
    }

    [[nodiscard]] std::uint32_t antecedent_of(std::uint32_t at) const {
        for (int steps = 0; at != none && steps < 12; ++steps) {
            if (tree_.is(at, "acl:relcl")) return tree_.head(at);
            if (!tree_.is(at, "conj") && !tree_.is(at, "xcomp") && !tree_.is(at, "ccomp")) return none;
            at = tree_.head(at);
        }
        return none;
    }
    [[nodiscard]] bool has_antecedent(std::uint32_t at) const { return antecedent_of(at) != none; }

    void borrow_subject(std::uint32_t index, int depth) {
        auto& pred = clauses_.predicates[index];
        const auto at = top(pred);
        const auto head = tree_.head(at);
        const auto relation = tree_.main_relation(at);
        if (is_verb_behind_noun(pred.head)) {
            pred.subject = noun_phrase(clauses_, tree_.head(pred.head));
            return;
        }
        if (is_verb_before_noun(pred.head)) {
            like_the_verb_before(pred, index, depth);
            return;
        }
        if (head == none) return;
        if (relation == "acl") {
            of_noun(pred, at, head, depth);
            return;
        }
        const auto above = relation == "conj" ? predicate_of_[head] : predicate_above(head);
        if (above < 0 || above == static_cast<std::int32_t>(index)) return;
        const auto above_index = static_cast<std::uint32_t>(above);
        if (relation == "conj") {
            pred.subject = find_subject(above_index, depth + 1);
            pred.relative = pred.relative || predicate(above).relative;
            return;
        }
        if (relation == "parataxis" || relation == "ccomp" || relation == "csubj") {
            if (pred.finite) return;
        }
        const bool complement =
            relation == "xcomp" || (pred.governor == above && pred.governed_as != GovernedAs::clause);
        const auto subject = find_subject(above_index, depth + 1);  // settled before objects are looked at
        const auto& governing = predicate(above);
        const bool purpose = relation == "advcl" && mark_to(at) != none && !controls_object(governing);
        if (complement && !purpose && !governing.passive && object_acts(governing)) {
            pred.subject = !governing.object.empty() ? governing.object : governing.obliques.front().second;
            return;
        }
        pred.subject = subject;
    }

    void like_the_verb_before(Predicate& pred, std::uint32_t index, int depth) {
        if (words_[pred.head - 1].word_class != WordClass::coordinator) return;
        for (auto before = index; before-- > 0;) {
            if (!clauses_.predicates[before].finite) continue;
            pred.subject = find_subject(before, depth + 1);
            return;
        }
    }

    [[nodiscard]] bool object_acts(const Predicate& governing) const {
        if (!governing.object.mentions.empty() || !governing.object.related.empty())
            return !lexicon_.in_class("@light", governing.lemma);
        return controls_object(governing) && governing.object.empty() && !governing.obliques.empty();
    }

    [[nodiscard]] bool controls_object(const Predicate& pred) const {
        const auto& frames = lexicon_.frames(PredicateKind::verb, pred.lemma);
        return std::any_of(frames.begin(), frames.end(),
                           [](const Frame* frame) { return frame->group->object_controls; });
    }

    // Participles take the noun they modify; "a plan to attack" whoever has the plan.
    void of_noun(Predicate& pred, std::uint32_t at, std::uint32_t noun, int depth) {
        if (mark_to(at) == none) {
            pred.subject = noun_phrase(clauses_, noun);
            // "issued a declaration demanding": who issued it.
            const bool speechless = pred.subject.mentions.empty() && words_[at].form == VerbForm::ing &&
                                    tree_.is(noun, "obj") && predicate_of_[tree_.head(noun)] >= 0;
            if (!speechless) return;
            const auto doer = static_cast<std::uint32_t>(predicate_of_[tree_.head(noun)]);
            const auto subject = find_subject(doer, depth + 1);
            if (!clauses_.predicates[doer].passive && !subject.mentions.empty()) pred.subject = subject;
            return;
        }
        const auto around = noun_arguments(clauses_, noun);
        if (!around.possessive.mentions.empty()) {
            pred.subject = around.possessive;
            return;
        }
        const auto above = predicate_above(tree_.head(noun) == none ? noun : tree_.head(noun));
        if (above >= 0 && &predicate(above) != &pred && !tree_.is(noun, "nsubj")) {
            pred.subject = find_subject(static_cast<std::uint32_t>(above), depth + 1);
        } else {
            pred.subject = around.modifier;
        }
    }

    // "attacked and looted the town": the object of the last is the object of all.
    void share_object(Predicate& pred) {
        if (!pred.object.empty() || !pred.obliques.empty() || pred.passive || pred.end > pred.head + 1)
            return;
        for (const auto child : tree_.children(pred.head)) {
            if (!tree_.is(child, "conj") || predicate_of_[child] < 0 || child > pred.head + 3) continue;
            pred.object = predicate(predicate_of_[child]).object;
            return;
        }
    }

    // "said it would": a pronoun that the cast left open is who speaks, else who acted before in the
    // sentence.
    void resolve_pronoun(Predicate& pred) {
        auto& subject = pred.subject;
        if (!subject.mentions.empty() || !subject.related.empty() || subject.empty()) return;
        if (subject.end > subject.begin + 1) {
            // "said its warplanes were bombing": whose they are.
            static constexpr std::array<std::string_view, 4> owners{"its", "their", "his", "her"};
            if (!among(owners, words_[subject.begin].lower) || pred.governor < 0) return;
            subject.related = predicate(pred.governor).subject.mentions;
            return;
        }
        static constexpr std::array<std::string_view, 6> open_pronouns{"he", "she", "it", "they", "we", "i"};
        const auto& pronoun = words_[subject.begin].lower;
        if (!among(open_pronouns, pronoun)) return;
        std::int32_t above = pred.governor;
        for (int steps = 0; above >= 0 && steps < 6; ++steps) {
            const auto& speaker = predicate(above).subject;
            if (!speaker.mentions.empty() && speaker.begin != subject.begin) {
                subject.mentions = speaker.mentions;
                return;
            }
            above = predicate(above).governor;
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

    Clauses& clauses_;
    std::vector<Word>& words_;
    const SentenceTree& tree_;
    const PredicateLexicon& lexicon_;
    std::vector<std::int32_t> predicate_of_;  // by token, a shell's and a copula's noun too; -1 for none
    std::vector<bool> subject_known_;
};

// The model's lemma, unless only spelling finds one that the lexicon knows ("barricad", "barricade").
std::string lemma_of(const Token& token, const PredicateLexicon& lexicon) {
    std::string lemma = lower_case(token.lemma.empty() ? token.form : token.lemma);
    const auto readings = verb_readings(lower_case(token.form));
    const auto known = [&](const VerbReading& reading) { return lexicon.is_verb(reading.lemma); };
    const auto same = [&](const VerbReading& reading) { return reading.lemma == lemma; };
    if (!lexicon.is_verb(lemma) || std::none_of(readings.begin(), readings.end(), same)) {
        const auto found = std::find_if(readings.begin(), readings.end(), known);
        if (found != readings.end()) lemma = found->lemma;
    }
    for (const auto* prefix : {"re-", "co-"}) {
        if (lemma.size() > 5 && lemma.starts_with(prefix)) lemma.erase(2, 1);
    }
    return lemma;
}

// "Greece plans to impose": a noun to the tagger, yet it has a subject and no copula.
VerbForm form_of_mistaken(const SentenceTree& tree, std::uint32_t at, const PredicateLexicon& lexicon) {
    const auto& token = tree.token(at);
    if (token.upos != "NOUN" && token.upos != "ADJ") return VerbForm::none;
    const auto subject = tree.child(at, "nsubj");
    const bool clause = subject != SentenceTree::none && subject < at;
    if ((!clause && tree.child(at, "obj") == SentenceTree::none) ||
        tree.child(at, "cop") != SentenceTree::none || tree.child(at, "det") != SentenceTree::none ||
        tree.child(at, "case") != SentenceTree::none)
        return VerbForm::none;
    for (const auto& reading : verb_readings(lower_case(token.form))) {
        if (!lexicon.is_verb(reading.lemma)) continue;
        return reading.form == VerbForm::ed ? VerbForm::past : reading.form;
    }
    return VerbForm::none;
}

void fill_words(Clauses& clauses, const Sentence& sentence, const std::vector<bool>& time,
                const PredicateLexicon& lexicon) {
    clauses.words.reserve(sentence.tokens.size());
    for (std::size_t at = 0; at < sentence.tokens.size(); ++at) {
        const auto& token = sentence.tokens[at];
        Word word;
        word.lower = lower_case(token.form);
        for (const auto* prefix : {"re-", "co-"}) {
            if (word.lower.size() > 5 && word.lower.starts_with(prefix)) word.lower.erase(2, 1);
        }
        word.noun = singular(word.lower);
        word.word_class = word_class(word.lower);
        word.time = at < time.size() && time[at];
        const bool main_auxiliary =
            token.upos == "AUX" && !token.deprel.starts_with("aux") && token.deprel != "cop";
        if (token.upos == "VERB" || main_auxiliary) {
            word.is_verb = true;
            word.verb = lemma_of(token, lexicon);
            word.form = form_of(token.xpos);
        } else if (const auto form = form_of_mistaken(clauses.tree, static_cast<std::uint32_t>(at), lexicon);
                   form != VerbForm::none) {
            word.is_verb = true;
            word.verb = lemma_of(token, lexicon);
            word.form = form;
        }
        clauses.words.push_back(std::move(word));
    }
}

// A description that swallowed what stands before it ("police" with the comma, "rebels" with "Italy accused")
// is cut back to what can belong to its noun.
void trim(const Clauses& clauses, Mention& mention) {
    const auto& words = clauses.words;
    std::uint32_t begin = mention.first;
    for (std::uint32_t at = mention.first; at < mention.head && at < words.size(); ++at) {
        const auto word_class = words[at].word_class;
        const bool mark =
            word_class == WordClass::comma || word_class == WordClass::stop || word_class == WordClass::quote;
        const bool finite_verb = words[at].is_verb &&
                                 (words[at].form == VerbForm::past || words[at].form == VerbForm::third) &&
                                 clauses.tree.child(at, "nsubj") != SentenceTree::none;
        if (mention.kind != MentionKind::name && mark) begin = at + 1;
        if (mention.kind == MentionKind::description && finite_verb) begin = at + 1;
    }
    mention.first = std::min(begin, mention.head);
}

void fill_mentions(Clauses& clauses, std::uint32_t sentence_number, const Cast& cast) {
    const auto count = static_cast<std::uint32_t>(clauses.words.size());
    const auto begin = std::lower_bound(cast.mentions.begin(), cast.mentions.end(), sentence_number,
                                        [](const Mention& m, std::uint32_t s) { return m.sentence < s; });
    const auto end = std::upper_bound(begin, cast.mentions.end(), sentence_number,
                                      [](std::uint32_t n, const Mention& m) { return n < m.sentence; });
    for (auto at = begin; at != end; ++at) {
        if (at->first >= at->last || at->last > count || at->actor >= cast.actors.size()) continue;
        const auto index = static_cast<std::int32_t>(clauses.mentions.size());
        clauses.mentions.push_back(*at);
        trim(clauses, clauses.mentions.back());
        clauses.cast_index.push_back(static_cast<std::uint32_t>(at - cast.mentions.begin()));
        for (std::uint32_t token = clauses.mentions.back().first; token < at->last; ++token) {
            auto& covering = clauses.words[token].mention;
            if (covering < 0) covering = index;
        }
    }
}

}  // namespace

Clauses read_clauses(const Sentence& sentence, std::uint32_t sentence_number, const Cast& cast,
                     const std::vector<bool>& time, const PredicateLexicon& lexicon) {
    Clauses out;
    out.tree = SentenceTree(sentence);
    fill_words(out, sentence, time, lexicon);
    fill_mentions(out, sentence_number, cast);
    ClauseReader(out, lexicon).read();
    return out;
}

}  // namespace entente::extract
