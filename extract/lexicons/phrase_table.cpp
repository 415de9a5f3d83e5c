#include "extract/lexicons/phrase_table.hpp"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace entente::extract {

namespace {

bool plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_key(std::string_view text) {
    std::string key;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            key += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            key += c;
        }
    }
    return key;
}

}  // namespace

std::string phrase_key(std::string_view text) {
    if (plain_ascii(text)) {
        return ascii_key(text);
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString folded =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    folded.foldCase();
    if (U_SUCCESS(status)) {
        folded = decompose->normalize(folded, status);
    }
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        if (u_isalnum(c)) {
            kept.append(c);
        }
    }
    std::string key;
    kept.toUTF8String(key);
    return key;
}

std::vector<std::string> token_keys(const std::vector<Token>& tokens) {
    std::vector<std::string> keys;
    keys.reserve(tokens.size());
    for (const Token& token : tokens) {
        std::string key = phrase_key(token.form);
        if (token.form == "'s" || token.form == "’s") {
            keys.emplace_back("'s");
            continue;
        }
        const bool joins = token.form == "-" || token.form == "–" || token.form == "." || token.form == "’" ||
                           token.form == "'" || token.form == "`";
        keys.push_back(key.empty() && !joins ? "|" : std::move(key));
    }
    return keys;
}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
    const std::string key = phrase_key(phrase);
    auto& values = values_[key];
    if (std::find(values.begin(), values.end(), value) == values.end()) {
        values.push_back(value);
    }
    longest_key_ = std::max(longest_key_, key.size());
}

void PhraseTable::replace(std::string_view phrase, std::uint32_t value) {
    const std::string key = phrase_key(phrase);
    values_[key] = {value};
    longest_key_ = std::max(longest_key_, key.size());
}

void PhraseTable::forget(std::string_view phrase) {
    values_.erase(phrase_key(phrase));
}

std::vector<PhraseTable::Found> PhraseTable::all_at(const std::vector<std::string>& keys,
                                                    std::size_t at) const {
    std::vector<Found> found;
    std::string key;
    if (at >= keys.size() || keys[at].empty()) {
        return found;
    }
    for (std::size_t i = at; i < keys.size() && key.size() + keys[i].size() <= longest_key_; ++i) {
        if (keys[i].empty() && i - at > 8) {
            break;
        }
        const bool possessive = keys[i] == "'s";
        key += possessive ? "s" : keys[i];
        if (keys[i].empty() || possessive) {
            continue;  // a phrase ends with a word: "government's" is not "governments"
        }
        if (const auto hit = values_.find(key); hit != values_.end()) {
            found.push_back({&hit->second, static_cast<std::uint32_t>(i - at + 1)});
        }
    }
    std::reverse(found.begin(), found.end());
    return found;
}

PhraseTable::Found PhraseTable::longest_at(const std::vector<std::string>& keys, std::size_t at) const {
    const auto found = all_at(keys, at);
    return found.empty() ? Found{} : found.front();
}

const std::vector<std::uint32_t>* PhraseTable::find(std::string_view phrase) const {
    const auto hit = values_.find(phrase_key(phrase));
    return hit == values_.end() ? nullptr : &hit->second;
}

std::vector<std::uint32_t> PhraseTable::found(std::string_view phrase) const {
    const auto* values = find(phrase);
    return values == nullptr ? std::vector<std::uint32_t>{} : *values;
}

}  // namespace entente::extract
