#include "extract/events/clause_words.hpp"

#include <algorithm>
#include <string>
#include <utility>

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

VerbForm form_of(const std::string& xpos) {
    if (xpos == "VBD") return VerbForm::past;
    if (xpos == "VBZ") return VerbForm::third;
    if (xpos == "VBN") return VerbForm::participle;
    if (xpos == "VBG") return VerbForm::ing;
    return VerbForm::base;
}

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

}  // namespace

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

}  // namespace entente::extract
