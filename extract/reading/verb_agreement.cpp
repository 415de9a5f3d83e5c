#include "extract/reading/verb_agreement.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

namespace {

constexpr int longest_way = 8;  // up a chain of coordinated verbs

// The value of a feature; "" when it is not there.
std::string_view feature(std::string_view feats, std::string_view name) {
    while (!feats.empty()) {
        const std::size_t bar = std::min(feats.find('|'), feats.size());
        const std::string_view item = feats.substr(0, bar);
        if (item.starts_with(name) && item.substr(name.size()).starts_with('=')) {
            return item.substr(name.size() + 1);
        }
        feats.remove_prefix(std::min(bar + 1, feats.size()));
    }
    return {};
}

void set_feature(std::string& feats, std::string_view name, std::string_view value) {
    const std::string_view old = feature(feats, name);
    if (old.empty() || old == value) return;
    feats.replace(static_cast<std::size_t>(old.data() - feats.data()), old.size(), value);
}

class Subjects {
 public:
    explicit Subjects(std::span<const Token> tokens)
        : tokens_(tokens), subject_(tokens.size()), joined_(tokens.size(), false) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Token& token = tokens[i];
            const auto head = head_of(i);
            if (!head) continue;
            if (token.deprel == "nsubj" || token.deprel == "nsubj:pass") subject_[*head] = i;
            // "and" hangs from the later conjunct, that one from the first.
            if (token.deprel == "cc" && token.lemma == "and" && tokens[*head].deprel == "conj") {
                if (const auto first = head_of(*head)) joined_[*first] = true;
            }
        }
    }

    [[nodiscard]] std::optional<std::size_t> of_verb(std::size_t verb) const {
        std::size_t at = verb;
        for (int steps = 0; steps < longest_way; ++steps) {
            if (subject_[at]) return subject_[at];
            const std::string& deprel = tokens_[at].deprel;
            const bool goes_up = deprel == "conj" || deprel == "cop" || deprel.starts_with("aux");
            const auto head = head_of(at);
            if (!goes_up || !head) return std::nullopt;
            at = *head;
        }
        return std::nullopt;
    }

    // What a relative pronoun stands for, else the subject itself.
    [[nodiscard]] std::size_t meant(std::size_t subject) const {
        if (feature(tokens_[subject].feats, "PronType") != "Rel") return subject;
        auto at = head_of(subject);
        for (int steps = 0; at && steps < longest_way; ++steps) {
            if (tokens_[*at].deprel == "acl:relcl") return head_of(*at).value_or(subject);
            if (tokens_[*at].deprel != "conj") break;
            at = head_of(*at);
        }
        return subject;
    }

    [[nodiscard]] std::string_view number(std::size_t subject) const {
        if (joined_[subject]) return "Plur";
        if (const auto told = feature(tokens_[subject].feats, "Number"); !told.empty()) return told;
        if (tokens_[subject].upos == "NUM") return tokens_[subject].lemma == "one" ? "Sing" : "Plur";
        return {};
    }

    [[nodiscard]] std::string_view person(std::size_t subject) const {
        if (joined_[subject]) return "3";
        const auto told = feature(tokens_[subject].feats, "Person");
        return told.empty() ? std::string_view("3") : told;
    }

 private:
    [[nodiscard]] std::optional<std::size_t> head_of(std::size_t at) const {
        const std::int32_t head = tokens_[at].head;
        if (head < 0 || static_cast<std::size_t>(head) >= tokens_.size()) return std::nullopt;
        return static_cast<std::size_t>(head);
    }

    std::span<const Token> tokens_;
    std::vector<std::optional<std::size_t>> subject_;  // by verb
    std::vector<bool> joined_;                         // has a conjunct by "and"
};

}  // namespace

void agree_with_subjects(std::span<Token> tokens) {
    const Subjects subjects(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& verb = tokens[i];
        // "was" and "were" show what they are.
        if (verb.xpos != "VBD" || verb.lemma == "be" || feature(verb.feats, "VerbForm") != "Fin") continue;
        const auto subject = subjects.of_verb(i);
        if (!subject) continue;
        const std::size_t meant = subjects.meant(*subject);
        const std::string_view number = subjects.number(meant);
        if (number != "Sing" && number != "Plur") continue;
        set_feature(verb.feats, "Number", number);
        set_feature(verb.feats, "Person", subjects.person(meant));
    }
}

}  // namespace entente::extract
