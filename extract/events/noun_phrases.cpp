#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

// How deep phrases nest that are looked into: "leaders of members of parties of …".
constexpr int max_depth = 4;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Nouns that count or gather: who stands after their "of" fills the slot.
constexpr std::array<std::string_view, 46> partitives{
    "group",      "number", "dozen",     "hundred", "thousand", "ten",       "score",     "majority",
    "member",     "leader", "supporter", "some",    "all",      "most",      "many",      "several",
    "one",        "two",    "three",     "part",    "rest",     "half",      "percent",   "million",
    "handful",    "crowd",  "few",       "both",    "each",     "series",    "official",  "representative",
    "delegation", "team",   "unit",      "wing",    "couple",   "pair",      "coalition", "family",
    "relative",   "body",   "city",      "town",    "people",   "government"};

class PhraseReader {
 public:
    explicit PhraseReader(const Clauses& clauses) : clauses_(clauses), tree_(clauses.tree) {}

    [[nodiscard]] Argument read(std::uint32_t head, int depth = 0) const {
        Argument out;
        out.begin = head;
        out.end = head + 1;
        for (const auto conjunct : conjuncts(head)) {
            add(out, conjunct, depth);
            stretch(out, conjunct);
        }
        return out;
    }

    // The token and the nouns coordinated to it, in order.
    [[nodiscard]] std::vector<std::uint32_t> conjuncts(std::uint32_t head) const {
        std::vector<std::uint32_t> out{head};
        for (std::size_t at = 0; at < out.size() && out.size() < 40; ++at) {
            for (const auto child : tree_.children(out[at])) {
                if (tree_.is(child, "conj") && !is_clause(child)) out.push_back(child);
            }
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    // Puts whoever the token carries into `into`, whatever they do there.
    void take_all(std::uint32_t head, Argument& into) const {
        for (const auto token : conjuncts(head)) {
            const auto covering = clauses_.words[token].mention;
            if (covering < 0) continue;
            const auto& mention = clauses_.mentions[static_cast<std::size_t>(covering)];
            if (mention.as_place) {
                into.places.push_back(static_cast<std::uint32_t>(covering));
            } else {
                into.mentions.push_back(static_cast<std::uint32_t>(covering));
            }
            into.begin = into.empty() ? mention.first : std::min(into.begin, mention.first);
            into.end = std::max(into.end, mention.last);
        }
    }

    // A modifier and what modifies it in turn: "Turkish" of "Turkish air raids" may hang on "air".
    void take_modifier(std::uint32_t token, Argument& into, int depth) const {
        take_all(token, into);
        if (depth >= max_depth || clauses_.words[token].mention >= 0) return;
        for (const auto child : tree_.children(token)) {
            if (tree_.is(child, "amod") || tree_.is(child, "compound")) take_modifier(child, into, depth + 1);
        }
    }

    [[nodiscard]] bool is_clause(std::uint32_t token) const {
        const auto relation = tree_.main_relation(token);
        if (relation == "conj") return clauses_.words[token].is_verb || tree_.child(token, "cop") != none;
        return relation == "acl" || relation == "advcl" || relation == "ccomp" || relation == "xcomp" ||
               relation == "csubj" || relation == "parataxis";
    }

 private:
    void add(Argument& out, std::uint32_t token, int depth) const {
        const bool carried = carry(out, token);
        if (carried) share_head(out, token);
        if (carried) return;
        for (const auto child : tree_.children(token)) {
            if (tree_.is(child, "appos") && carry(out, child)) return;
        }
        if (depth >= max_depth) return;
        const bool partitive = among(partitives, clauses_.words[token].noun) ||
                               clauses_.words[token].word_class == WordClass::number;
        for (const auto child : tree_.children(token)) {
            if (!tree_.is(child, "nmod") || tree_.is(child, "nmod:poss")) continue;
            if (!partitive || preposition_of(clauses_, child) != "of") continue;
            append(out, read(child, depth + 1));
        }
        if (out.mentions.empty()) relate(out, token, depth);
    }

    // Who only modifies the noun, the nearest kind first.
    void relate(Argument& out, std::uint32_t token, int depth) const {
        for (const auto child : tree_.children(token)) {
            const auto relation = tree_.main_relation(child);
            const bool modifies = tree_.is(child, "nmod:poss") || relation == "amod" ||
                                  relation == "compound" || relation == "det" || relation == "flat";
            if (!modifies) continue;
            Argument found;
            take_modifier(child, found, 0);
            out.related.insert(out.related.end(), found.mentions.begin(), found.mentions.end());
            out.places.insert(out.places.end(), found.places.begin(), found.places.end());
            if (!found.mentions.empty() || !tree_.is(child, "nmod:poss")) continue;
            const auto inner = read(child, depth + 1);
            out.related.insert(out.related.end(), inner.mentions.begin(), inner.mentions.end());
            out.related.insert(out.related.end(), inner.related.begin(), inner.related.end());
        }
        // "the nominations of Abacha by five parties": those who did it.
        relate_nouns(out, token, depth, By::yes);
        relate_nouns(out, token, depth, By::no);
    }

    enum class By : std::uint8_t { no, yes };

    void relate_nouns(Argument& out, std::uint32_t token, int depth, By by) const {
        for (const auto child : tree_.children(token)) {
            if (!tree_.is(child, "nmod") || tree_.is(child, "nmod:poss")) continue;
            if ((preposition_of(clauses_, child) == "by") != (by == By::yes)) continue;
            const auto inner = read(child, depth + 1);
            out.related.insert(out.related.end(), inner.mentions.begin(), inner.mentions.end());
            out.related.insert(out.related.end(), inner.related.begin(), inner.related.end());
            out.places.insert(out.places.end(), inner.places.begin(), inner.places.end());
        }
    }

    // The mentions that the token is in and whose head they share. False: there is none.
    bool carry(Argument& out, std::uint32_t token) const {
        const auto covering = clauses_.words[token].mention;
        if (covering < 0) return false;
        const auto& carrier = clauses_.mentions[static_cast<std::size_t>(covering)];
        bool any = false;
        for (std::uint32_t m = 0; m < clauses_.mentions.size(); ++m) {
            const auto& mention = clauses_.mentions[m];
            if (mention.head != carrier.head) continue;
            auto& into = mention.as_place ? out.places : mention.modifies ? out.related : out.mentions;
            if (std::find(into.begin(), into.end(), m) == into.end()) into.push_back(m);
            any = any || !mention.modifies;
        }
        return any;
    }

    // "Armenian and Azerbaijani envoys": each of the coordinated modifiers names one.
    void share_head(Argument& out, std::uint32_t token) const {
        for (const auto child : tree_.children(token)) {
            if ((!tree_.is(child, "amod") && !tree_.is(child, "compound")) ||
                tree_.child(child, "conj") == none)
                continue;
            Argument found;
            take_all(child, found);
            for (const auto m : found.mentions) {
                if (clauses_.mentions[m].modifies ||
                    std::find(out.mentions.begin(), out.mentions.end(), m) != out.mentions.end())
                    continue;
                out.mentions.push_back(m);
            }
        }
        std::sort(out.mentions.begin(), out.mentions.end());
    }

    static void append(Argument& out, const Argument& inner) {
        out.mentions.insert(out.mentions.end(), inner.mentions.begin(), inner.mentions.end());
        out.related.insert(out.related.end(), inner.related.begin(), inner.related.end());
        out.places.insert(out.places.end(), inner.places.begin(), inner.places.end());
    }

    // The tokens of the phrase without its clauses and without the marks at its edges.
    void stretch(Argument& out, std::uint32_t token, int depth = 0) const {
        out.begin = std::min(out.begin, token);
        out.end = std::max(out.end, token + 1);
        if (depth > 30) return;
        for (const auto child : tree_.children(token)) {
            const auto relation = tree_.main_relation(child);
            if (relation == "punct" || relation == "case" || relation == "cc" || relation == "mark" ||
                relation == "cop" || relation == "conj" || relation == "appos" || is_clause(child) ||
                relation == "nsubj" || relation == "advmod" || relation == "aux") {
                continue;
            }
            stretch(out, child, depth + 1);
        }
    }

    const Clauses& clauses_;
    const SentenceTree& tree_;
};

bool modifies_noun(const SentenceTree& tree, std::uint32_t child) {
    return tree.is(child, "amod") || tree.is(child, "compound") ||
           (tree.is(child, "nmod") && !tree.is(child, "nmod:poss") && tree.child(child, "case") == none);
}

}  // namespace

Argument noun_phrase(const Clauses& clauses, std::uint32_t head) {
    return PhraseReader(clauses).read(head);
}

std::string preposition_of(const Clauses& clauses, std::uint32_t head) {
    for (const auto child : clauses.tree.children(head)) {
        if (!clauses.tree.is(child, "case") && !clauses.tree.is(child, "mark")) continue;
        if (clauses.words[child].word_class == WordClass::possessive) continue;
        return clauses.words[child].lower;
    }
    return "";
}

NounArguments noun_arguments(const Clauses& clauses, std::uint32_t head) {
    const PhraseReader reader(clauses);
    const auto& tree = clauses.tree;
    const auto& words = clauses.words;
    NounArguments out;
    std::vector<std::uint32_t> nouns;
    out.begin = head;
    out.end = head + 1;
    for (const auto child : tree.children(head)) {
        if (tree.is(child, "nmod:poss")) {
            out.definite = true;
            reader.take_all(child, out.possessive);
            if (out.possessive.mentions.empty()) out.possessive = reader.read(child);
            out.begin = std::min(out.begin, child);
        } else if (tree.is(child, "det")) {
            const auto& lower = words[child].lower;
            out.definite = out.definite || lower == "the" || lower == "this" || lower == "these" ||
                           lower == "those" || lower == "that";
            out.negated = out.negated || lower == "no" || lower == "neither";
            out.begin = std::min(out.begin, child);
        } else if (modifies_noun(tree, child)) {
            reader.take_modifier(child, out.modifier, 0);
            out.begin = std::min({out.begin, child, out.modifier.empty() ? child : out.modifier.begin});
        } else if (tree.is(child, "nmod") || tree.is(child, "obl")) {
            auto argument = reader.read(child);
            out.end = std::max(out.end, argument.end);
            out.obliques.emplace_back(preposition_of(clauses, child), std::move(argument));
            if (child > head) nouns.push_back(child);
        }
    }
    // "ratification of the accord by the parliament": what hangs on the modifiers may be meant of the noun.
    for (std::size_t n = 0; n < nouns.size() && n < 8; ++n) {
        for (const auto child : tree.children(nouns[n])) {
            if (!tree.is(child, "nmod") || tree.is(child, "nmod:poss") || child < nouns[n]) continue;
            const auto preposition = preposition_of(clauses, child);
            if (preposition.empty()) continue;
            nouns.push_back(child);
            if (preposition == "of") continue;
            out.obliques.emplace_back(preposition, reader.read(child));
            out.end = std::max(out.end, out.obliques.back().second.end);
        }
    }
    return out;
}

}  // namespace entente::extract
