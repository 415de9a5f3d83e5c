#include "graph/fold_name.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace entente::graph {

namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_kept(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

// Made once a thread: it takes milliseconds, and ICU's objects are not for two threads at once.
const icu::Transliterator* to_ascii_rules() {
    thread_local const std::unique_ptr<icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    }();
    return rules.get();
}

std::string to_ascii(std::string_view text) {
    if (is_ascii(text)) return std::string{text};
    icu::UnicodeString unicode =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    if (const auto* const rules = to_ascii_rules()) rules->transliterate(unicode);
    std::string ascii;
    return unicode.toUTF8String(ascii);
}

// Lower case words of letters and digits; apostrophes vanish, everything else parts words.
std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found(1);
    for (const char given : text) {
        const char c = given >= 'A' && given <= 'Z' ? static_cast<char>(given - 'A' + 'a') : given;
        if (is_kept(c)) {
            found.back() += c;
        } else if (c != '\'' && c != '`' && !found.back().empty()) {
            found.emplace_back();
        }
    }
    if (found.back().empty()) found.pop_back();
    return found;
}

bool is_initial(const std::string& word) {
    return word.size() == 1 && is_letter(word.front());
}

// "u", "s", "army" → "us", "army".
std::vector<std::string> join_initials(const std::vector<std::string>& words) {
    std::vector<std::string> joined;
    bool in_run = false;
    for (const std::string& word : words) {
        if (in_run && is_initial(word)) {
            joined.back() += word;
        } else {
            joined.push_back(word);
            in_run = is_initial(word);
        }
    }
    return joined;
}

bool is_determiner(const std::string& word) {
    return word == "the" || word == "a" || word == "an";
}

// Without blanks and punctuation at the end, then without "'s" or "'".
std::string_view without_possessive(std::string_view ascii) {
    while (!ascii.empty() && ascii.back() == ' ') ascii.remove_suffix(1);
    if (ascii.size() > 2 && (ascii.ends_with("'s") || ascii.ends_with("'S"))) ascii.remove_suffix(2);
    return ascii;
}

}  // namespace

std::string fold_name(std::string_view name) {
    constexpr std::size_t longest_name_bytes = 4096;  // ICU's rules are not linear on garbage of megabytes
    const std::string ascii = to_ascii(name.substr(0, longest_name_bytes));
    const std::vector<std::string> kept = join_initials(words(without_possessive(ascii)));
    std::size_t first = 0;
    while (first + 1 < kept.size() && is_determiner(kept[first])) ++first;
    std::string folded;
    for (std::size_t i = first; i < kept.size(); ++i) {
        if (i > first) folded += ' ';
        folded += kept[i];
    }
    return folded;
}

}  // namespace entente::graph
