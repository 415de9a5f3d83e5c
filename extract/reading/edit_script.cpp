#include "extract/reading/edit_script.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace entente::extract {

namespace {

icu::UnicodeString decode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string encode(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString in_case(std::string_view form, char mode) {
    icu::UnicodeString text = decode(form);
    if (mode == 's') return text;
    text.toLower(icu::Locale::getRoot());
    if (mode == 't' && !text.isEmpty()) {
        const std::int32_t first = text.moveIndex32(0, 1);
        icu::UnicodeString head(text, 0, first);
        head.toUpper(icu::Locale::getRoot());
        text.replace(0, first, head);
    }
    return text;
}

struct Candidate {
    std::int32_t common = -1;  // code units the two share at the start
    std::string script;
};

Candidate candidate(std::string_view form, const icu::UnicodeString& lemma, char mode) {
    const icu::UnicodeString base = in_case(form, mode);
    std::int32_t common = 0;
    while (common < base.length() && common < lemma.length() && base[common] == lemma[common]) ++common;
    if (common < base.length()) common = base.getChar32Start(common);  // at the end it would say 0
    std::string script(1, mode);
    if (common == 0) {
        script += '*';
    } else {
        script += std::to_string(base.countChar32(common, base.length() - common));
    }
    script += '+';
    script += encode(icu::UnicodeString(lemma, common));
    return {common, script};
}

}  // namespace

std::string edit_script(std::string_view form, std::string_view lemma) {
    const icu::UnicodeString target = decode(lemma);
    Candidate best;
    for (const char mode : {'l', 's', 't'}) {
        Candidate next = candidate(form, target, mode);
        if (next.common > best.common) best = std::move(next);
    }
    return best.script;
}

std::optional<std::string> apply_edit_script(std::string_view form, std::string_view script) {
    const std::size_t plus = script.find('+');
    if (plus == std::string_view::npos || plus < 2) return std::nullopt;
    const std::string append(script.substr(plus + 1));
    if (script[1] == '*') return append;
    std::int32_t cut = 0;
    const auto [end, error] = std::from_chars(script.data() + 1, script.data() + plus, cut);
    if (error != std::errc{} || end != script.data() + plus || cut < 0) return std::nullopt;
    if (cut == 0 && script[0] == 's') return std::string(form) + append;
    icu::UnicodeString base = in_case(form, script[0]);
    if (base.countChar32() <= cut) return std::nullopt;
    base.truncate(base.moveIndex32(base.length(), -cut));
    return encode(base) + append;
}

}  // namespace entente::extract
