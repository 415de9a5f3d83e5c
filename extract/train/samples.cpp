#include "extract/train/samples.hpp"

#include "extract/reading/edit_script.hpp"
#include "extract/reading/features.hpp"
#include "extract/reading/name_tags.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <unicode/unistr.h>

namespace entente::extract::train {

namespace {

enum class Case { as_written, capitals, lower, headline };

// Of a hundred sentences, this many in each unusual case.
constexpr std::size_t capitals_percent = 3;
constexpr std::size_t lower_percent = 3;
constexpr std::size_t headline_percent = 4;

Case draw_case(std::mt19937_64& random) {
    const std::size_t draw = below(random, 100);
    if (draw < capitals_percent) return Case::capitals;
    if (draw < capitals_percent + lower_percent) return Case::lower;
    if (draw < capitals_percent + lower_percent + headline_percent) return Case::headline;
    return Case::as_written;
}

std::string in_case(const std::string& form, Case how) {
    if (how == Case::as_written) return form;
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(form);
    if (how == Case::capitals) text.toUpper();
    if (how == Case::lower) text.toLower();
    if (how == Case::headline && text.length() > 3) {
        icu::UnicodeString head(text, 0, text.moveIndex32(0, 1));
        const std::int32_t length = head.length();
        head.toUpper();
        text.replace(0, length, head);
    }
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

std::size_t below(std::mt19937_64& random, std::size_t bound) {
    return static_cast<std::size_t>(random() % bound);
}

Gold make_gold(const AnnotatedSentence& from, const Vocabulary& vocabulary) {
    const ReadingModel& model = vocabulary.model;
    Gold out;
    out.sentence = &from;
    const std::vector<Token>& tokens = from.sentence.tokens;
    if (from.has_tree) {
        for (const Token& t : tokens) {
            out.head.push_back(t.head < 0 ? static_cast<int>(tokens.size()) : t.head);
            out.deprel.push_back(index_of(model.deprels, t.deprel));
            out.upos.push_back(index_of(model.upos, t.upos));
            out.xpos.push_back(index_of(model.xpos, t.xpos));
            out.feats.push_back(index_of(model.feats, t.feats));
            out.script.push_back(index_of(model.scripts, edit_script(t.form, t.lemma)));
        }
    }
    for (const std::string& tag : from.penn_tags) out.penn.push_back(index_of(vocabulary.penn_tags, tag));
    if (from.names) out.names = name_tags_of(tokens);
    return out;
}

Sample make_sample(const Gold& gold, const Vocabulary& vocabulary, std::mt19937_64& random) {
    Sample out;
    out.gold = &gold;
    const Case how = draw_case(random);
    out.other_case = how != Case::as_written;
    std::vector<std::string> forms;
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const Token& token : gold.sentence->sentence.tokens) {
        forms.push_back(in_case(token.form, how));
        const LetterCase letters = letter_case(forms.back());
        words += letters.has_letters ? 1U : 0U;
        capitals += letters.all_capitals ? 1U : 0U;
    }
    const bool shouting = is_shouting(capitals, words);
    for (const std::string& form : forms) out.rows.push_back(token_rows(vocabulary.model, form, shouting));
    return out;
}

std::vector<std::vector<const Sample*>> make_batches(const std::vector<Sample>& samples, std::size_t words,
                                                     std::mt19937_64& random) {
    std::vector<const Sample*> order;
    for (const Sample& sample : samples) order.push_back(&sample);
    shuffle(order, random);
    std::stable_sort(order.begin(), order.end(), [](const Sample* a, const Sample* b) {
        return a->size() / 4 > b->size() / 4;  // near enough, so that batches differ from epoch to epoch
    });
    std::vector<std::vector<const Sample*>> batches(1);
    std::size_t size = 0;
    for (const Sample* sample : order) {
        if (size >= words) {
            batches.emplace_back();
            size = 0;
        }
        batches.back().push_back(sample);
        size += sample->size();
    }
    for (auto& batch : batches) {
        std::stable_sort(batch.begin(), batch.end(),
                         [](const Sample* a, const Sample* b) { return a->size() > b->size(); });
    }
    shuffle(batches, random);
    return batches;
}

}  // namespace entente::extract::train
