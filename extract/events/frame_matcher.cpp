#include "extract/events/frame_matcher.hpp"

#include <algorithm>
#include <optional>

namespace entente::extract {

namespace {

bool fits(const Word& word, const std::vector<std::string>& alternatives, const PredicateLexicon& lexicon) {
    return std::any_of(alternatives.begin(), alternatives.end(), [&](const std::string& wanted) {
        if (wanted[0] == '@') {
            return lexicon.in_class(wanted, word.lower) ||
                   (!word.is_verb && lexicon.in_class(wanted, word.noun));
        }
        return word.lower == wanted || (!word.is_verb && word.noun == wanted);
    });
}

bool closes_object(const Word& word) {
    return word.mention < 0 && word.word_class == WordClass::preposition && word.lower != "of";
}

bool is_content_word(const Word& word) {
    return word.word_class == WordClass::open;
}

// Looks for the words of a pattern after its first, in order, in tokens [begin, end). Gaps are allowed.
std::optional<std::vector<std::uint32_t>> find_words(const Clauses& clauses, const Frame& frame,
                                                     std::uint32_t begin, std::uint32_t end,
                                                     const PredicateLexicon& lexicon) {
    std::vector<std::uint32_t> out;
    std::uint32_t at = begin;
    bool noun_may_follow = true;  // false behind a preposition that the pattern does not name
    for (std::size_t w = 1; w < frame.words.size(); ++w) {
        while (at < end && !fits(clauses.words[at], frame.words[w], lexicon)) {
            if (closes_object(clauses.words[at])) noun_may_follow = false;
            ++at;
        }
        if (at < end && !noun_may_follow && is_content_word(clauses.words[at])) return std::nullopt;
        if (at >= end) return std::nullopt;
        out.push_back(at++);
    }
    return out;
}

// Of a passive the object's words may stand in the subject, the others after the verb.
std::optional<std::vector<std::uint32_t>> find_words_of_passive(const Clauses& clauses, const Frame& frame,
                                                                const Predicate& predicate,
                                                                const PredicateLexicon& lexicon) {
    std::vector<std::uint32_t> out;
    std::uint32_t after = predicate.head + 1;
    for (std::size_t w = 1; w < frame.words.size(); ++w) {
        std::optional<std::uint32_t> found;
        for (std::uint32_t at = predicate.subject.begin; at < predicate.subject.end && !found; ++at) {
            if (fits(clauses.words[at], frame.words[w], lexicon)) found = at;
        }
        for (std::uint32_t at = after; at < predicate.end && !found; ++at) {
            if (fits(clauses.words[at], frame.words[w], lexicon)) {
                found = at;
                after = at + 1;
            }
        }
        if (!found) return std::nullopt;
        out.push_back(*found);
    }
    return out;
}

// The tokens that a verb's pattern may use: its clause, and the "to" or "that" of its complement.
std::uint32_t reach(const Clauses& clauses, const Predicate& predicate) {
    auto end = std::max(predicate.end, predicate.head + 1);
    const auto count = static_cast<std::uint32_t>(clauses.words.size());
    if (end < count &&
        (clauses.words[end].word_class == WordClass::infinitive_to || clauses.words[end].lower == "that" ||
         clauses.words[end].lower == "as" || clauses.words[end].lower == "if")) {
        ++end;
    }
    return end;
}

std::string particle_of(const Clauses& clauses, const std::vector<std::uint32_t>& tokens) {
    std::string out;
    for (const auto token : tokens) {
        const auto word_class = clauses.words[token].word_class;
        if (word_class == WordClass::preposition || word_class == WordClass::infinitive_to)
            out = clauses.words[token].lower;
    }
    return out;
}

}  // namespace

FrameMatch match_predicate(const Clauses& clauses, const Predicate& predicate,
                           const PredicateLexicon& lexicon) {
    FrameMatch best;
    std::size_t best_words = 0;
    for (const Frame* frame : lexicon.frames(predicate.kind, predicate.lemma)) {
        if (frame->words.size() <= best_words) continue;
        auto found = find_words(clauses, *frame, predicate.head + 1, reach(clauses, predicate), lexicon);
        if (!found && predicate.passive) found = find_words_of_passive(clauses, *frame, predicate, lexicon);
        if (!found) continue;
        best_words = frame->words.size();
        best.frame = frame;
        best.tokens = std::move(*found);
    }
    if (!best.frame) return best;
    best.particle = particle_of(clauses, best.tokens);
    best.tokens.push_back(predicate.head);
    std::sort(best.tokens.begin(), best.tokens.end());
    best.first = best.tokens.front();
    best.last = best.tokens.back() + 1;
    return best;
}

FrameMatch match_noun(const Clauses& clauses, std::uint32_t head, const PredicateLexicon& lexicon) {
    FrameMatch best;
    const auto& word = clauses.words[head];
    if (word.is_verb || word.mention >= 0 || word.time) return best;
    for (const auto& lemma : {word.lower, word.noun}) {
        for (const Frame* frame : lexicon.frames(PredicateKind::noun, lemma)) {
            if (best.frame && frame->words.size() <= best.frame->words.size()) continue;
            std::vector<std::uint32_t> tokens{head};
            std::uint32_t at = head;
            bool all = true;
            for (std::size_t w = frame->words.size() - 1; w-- > 0 && all;) {
                if (at > 0 && clauses.words[at - 1].word_class == WordClass::hyphen) --at;
                all = at > 0 && fits(clauses.words[at - 1], frame->words[w], lexicon);
                if (all) tokens.push_back(--at);
            }
            if (!all) continue;
            std::sort(tokens.begin(), tokens.end());
            best.frame = frame;
            best.first = tokens.front();
            best.last = head + 1;
            best.tokens = std::move(tokens);
        }
        if (word.lower == word.noun) break;
    }
    return best;
}

}  // namespace entente::extract
