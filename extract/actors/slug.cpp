#include "extract/actors/slug.hpp"

#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace entente::extract {

namespace {

// A transliterator is costly to make and must not be shared between threads.
const icu::Transliterator* to_ascii() {
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return transliterator.get();
}

std::string ascii(std::string_view name) {
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    if (const auto* transliterator = to_ascii()) {
        transliterator->transliterate(text);
    }
    std::string result;
    text.toLower().toUTF8String(result);
    return result;
}

}  // namespace

std::string slug(std::string_view name) {
    std::string result;
    for (const char c : ascii(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            result += c;
        } else if (c != '\'' && c != '.' && !result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (!result.empty() && result.back() == '-') {
        result.pop_back();
    }
    return result;
}

}  // namespace entente::extract
