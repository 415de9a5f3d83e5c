#include "extract/actors/sentence_view.hpp"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace entente::extract {

namespace {

bool begins_with_capital(std::string_view form) {
    if (form.empty() || static_cast<unsigned char>(form.front()) < 0x80) {
        return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
    }
    const auto first = icu::UnicodeString::fromUTF8(
        icu::StringPiece(form.data(), static_cast<std::int32_t>(std::min<std::size_t>(form.size(), 4))));
    return u_isupper(first.char32At(0)) != 0;
}

bool has_letter(std::string_view form) {
    return std::any_of(form.begin(), form.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool all_capitals(std::string_view form) {
    return std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool opens(std::string_view form) {
    return form == "\"" || form == "“" || form == "``" || form == "'" || form == "‘" || form == ":" ||
           form == "(" || form == "[" || form == "—" || form == "–" || form == "_" || form == "*";
}

// Two in three of the longer words capitalised: a headline. Two thirds in capitals throughout: a shouted one.
bool capitals_tell_nothing(const SentenceView& view) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    std::size_t shouted = 0;
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        const std::string& form = view.form(i);
        if (form.size() < 4 || !has_letter(form)) {
            continue;
        }
        ++words;
        capitals += view.capital[i] ? 1U : 0U;
        shouted += all_capitals(form) ? 1U : 0U;
    }
    const bool ends_like_a_sentence = view.size() > 0 && view.form(view.size() - 1) == ".";
    return words >= 4 && (shouted * 3 >= words * 2 || (capitals * 4 >= words * 3 && !ends_like_a_sentence));
}

}  // namespace

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return result;
}

bool SentenceView::joins(std::uint32_t at) const {
    return at > 0 && at + 1 < size() && (form(at) == "-" || form(at) == "–") &&
           !sentence->tokens[at - 1].space_after && !sentence->tokens[at].space_after;
}

bool SentenceView::heads_phrase(std::uint32_t at) const {
    if (at >= size()) {
        return false;
    }
    const Token& token = sentence->tokens[at];
    const bool noun = token.upos == "NOUN" || (token.upos == "PROPN" && !lower[at].empty());
    const std::string_view relation = token.deprel;
    if (!noun || relation.starts_with("compound") || relation == "amod" || relation == "flat" ||
        relation == "fixed" || relation == "nmod:desc" || joins(at + 1)) {
        return false;
    }
    return !predicate[at];
}

bool SentenceView::modifies(std::uint32_t at, std::uint32_t head) const {
    for (int steps = 0; steps < 4; ++steps) {
        const Token& token = sentence->tokens[at];
        const std::string_view relation = token.deprel;
        const bool links = relation == "amod" || relation == "nummod" || relation.starts_with("compound") ||
                           relation == "conj" || relation == "cc" ||
                           (relation == "advmod" && lower[at].ends_with("ly"));
        if (!links || token.head < 0) {
            return false;
        }
        at = static_cast<std::uint32_t>(token.head);
        if (at == head) {
            return relation != "advmod" && relation != "conj" && relation != "cc";
        }
    }
    return false;
}

SentenceView view_of(const Sentence& sentence, std::uint32_t index) {
    SentenceView view;
    view.sentence = &sentence;
    view.index = index;
    view.keys = token_keys(sentence.tokens);
    bool starts = true;
    for (const Token& token : sentence.tokens) {
        view.lower.push_back(lower_ascii(token.form));
        view.capital.push_back(begins_with_capital(token.form));
        view.initial.push_back(starts);
        starts = opens(token.form) || (starts && !has_letter(token.form));
    }
    view.predicate.resize(view.size(), false);
    for (const Token& token : sentence.tokens) {
        if (token.deprel == "cop" && token.head >= 0) {
            view.predicate[static_cast<std::size_t>(token.head)] = true;
        }
    }
    view.capitals_mean_nothing = capitals_tell_nothing(view);
    return view;
}

}  // namespace entente::extract
