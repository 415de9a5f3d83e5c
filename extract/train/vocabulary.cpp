#include "extract/train/vocabulary.hpp"

#include "extract/reading/edit_script.hpp"
#include "extract/reading/features.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace entente::extract::train {

namespace {

using Counts = std::unordered_map<std::uint64_t, std::uint32_t>;

// A listed name counts as often as that: it will be met in the place of others.
constexpr std::size_t listed_weight = 2;

std::vector<std::uint64_t> frequent(const Counts& counts, std::size_t least) {
    std::vector<std::uint64_t> keys;
    for (const auto& [key, count] : counts)
        if (count >= least) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

void count_features(const std::vector<AnnotatedSentence>& sentences, Counts& words, Counts& parts) {
    for (const AnnotatedSentence& s : sentences) {
        for (const Token& token : s.sentence.tokens) {
            const TokenFeatures features = token_features(token.form, false);
            ++words[features.word];
            for (std::size_t i = 0; i < features.parts; ++i) ++parts[features.part[i]];
        }
    }
}

std::vector<std::string> list(const std::set<std::string>& set) {
    return {set.begin(), set.end()};
}

void collect_labels(const Corpora& corpora, const VocabularyOptions& options, ReadingModel& model) {
    std::set<std::string> upos;
    std::set<std::string> xpos;
    std::set<std::string> feats;
    std::set<std::string> deprels;
    std::map<std::string, std::size_t> scripts;
    for (const AnnotatedSentence& s : corpora.trees) {
        for (const Token& t : s.sentence.tokens) {
            upos.insert(t.upos);
            xpos.insert(t.xpos);
            feats.insert(t.feats);
            deprels.insert(t.deprel);
            ++scripts[edit_script(t.form, t.lemma)];
        }
    }
    model.upos = list(upos);
    model.xpos = list(xpos);
    model.feats = list(feats);
    model.deprels = list(deprels);
    for (const auto& [script, count] : scripts)
        if (count >= options.least_script_count) model.scripts.push_back(script);
}

void collect_pairs(const Corpora& corpora, ReadingModel& model) {
    model.tag_pairs.assign(model.xpos.size() * model.upos.size(), 0);
    model.feat_pairs.assign(model.feats.size() * model.upos.size(), 0);
    for (const AnnotatedSentence& s : corpora.trees) {
        for (const Token& t : s.sentence.tokens) {
            const auto u = static_cast<std::size_t>(index_of(model.upos, t.upos));
            const auto x = static_cast<std::size_t>(index_of(model.xpos, t.xpos));
            const auto f = static_cast<std::size_t>(index_of(model.feats, t.feats));
            model.tag_pairs[x * model.upos.size() + u] = 1;
            model.feat_pairs[f * model.upos.size() + u] = 1;
        }
    }
}

void collect_lemmas(const Corpora& corpora, ReadingModel& model) {
    std::set<std::pair<std::uint64_t, std::uint16_t>> seen;
    for (const AnnotatedSentence& s : corpora.trees) {
        for (const Token& t : s.sentence.tokens) {
            const int script = index_of(model.scripts, edit_script(t.form, t.lemma));
            if (script < 0) continue;
            const std::uint64_t word = token_features(t.form, false).word;
            seen.emplace(tagged_word_key(word, t.xpos), static_cast<std::uint16_t>(script));
        }
    }
    for (const auto& [key, script] : seen) {
        model.lemma_keys.push_back(key);
        model.lemma_scripts.push_back(script);
    }
}

}  // namespace

int index_of(const std::vector<std::string>& sorted, const std::string& value) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
    return at != sorted.end() && *at == value ? static_cast<int>(at - sorted.begin()) : -1;
}

namespace {

Counts count_all(const Corpora& corpora, Counts& parts) {
    Counts words;
    for (const auto* each : {&corpora.trees, &corpora.names, &corpora.tagged})
        count_features(*each, words, parts);
    for (std::size_t i = 0; i < listed_weight; ++i) count_features(corpora.listed, words, parts);
    return words;
}

void finish(const Corpora& corpora, Counts& words, Vocabulary& out) {
    out.word_count.push_back(0);
    for (const std::uint64_t key : out.model.word_keys) out.word_count.push_back(words[key]);
    std::set<std::string> penn;
    for (const AnnotatedSentence& s : corpora.tagged) penn.insert(s.penn_tags.begin(), s.penn_tags.end());
    out.penn_tags = list(penn);
}

}  // namespace

Vocabulary build_vocabulary(const Corpora& corpora, const VocabularyOptions& options) {
    Vocabulary out;
    collect_labels(corpora, options, out.model);
    collect_pairs(corpora, out.model);
    collect_lemmas(corpora, out.model);
    Counts parts;
    Counts words = count_all(corpora, parts);
    const TokenFeatures shouted = token_features("AB", true);
    parts[shouted.part[shouted.parts - 1]] += 1000;  // met only through augmentation, see batches.cpp
    out.model.word_keys = frequent(words, options.least_word_count);
    out.model.part_keys = frequent(parts, options.least_part_count);
    finish(corpora, words, out);
    return out;
}

Vocabulary adopt_vocabulary(const Corpora& corpora, const ReadingModel& model) {
    Vocabulary out;
    out.model = model;
    Counts parts;
    Counts words = count_all(corpora, parts);
    finish(corpora, words, out);
    return out;
}

}  // namespace entente::extract::train
