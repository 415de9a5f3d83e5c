#include "extract/lexicons/dictionary_name.hpp"

#include <algorithm>
#include <array>

namespace entente::extract {

namespace {

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
char small(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// Does the byte belong to a letter or a digit? Bytes beyond ASCII are taken for letters.
bool is_letter(char c) {
    return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> words_of_name(std::string_view written) {
    std::vector<std::string> words(1);
    for (const char c : written) {
        if (c == '_' || c == ' ' || c == '\t') {
            words.emplace_back();
        } else if (c != ']' && c != '}' && c != '[' && c != '{' && c != '+') {
            words.back() += c;
        }
    }
    std::erase_if(words,
                  [](const std::string& word) { return std::none_of(word.begin(), word.end(), is_letter); });
    return words;
}

bool stays_in_capitals(std::string_view word) {
    const auto letters = std::count_if(word.begin(), word.end(), is_upper);
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return is_upper(c) || c == '.'; });
    const bool vowel = word.find_first_of("AEIOUY") != std::string_view::npos;
    const auto dot = word.find('.');
    const bool dotted = dot != std::string_view::npos && dot + 1 < word.size();
    return letters <= 1 || (plain && (!vowel || dotted));
}

bool is_small_word(std::string_view lower) {
    static constexpr std::array<std::string_view, 24> words = {
        "of", "the", "and", "for", "in",  "on",  "at",  "to",  "de",  "du",   "des", "la",
        "da", "do",  "di",  "von", "van", "der", "den", "bin", "ibn", "bint", "del", "y"};
    return std::find(words.begin(), words.end(), lower) != words.end();
}

std::string in_small(std::string_view word) {
    std::string result(word);
    std::transform(result.begin(), result.end(), result.begin(), small);
    return result;
}

// "AL-ASSAD" -> "Al-Assad", "O'NEIL" -> "O'Neil", "PEOPLE'S" -> "People's".
std::string with_capitals(const std::string& word) {
    std::string result = in_small(word);
    bool begins = true;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const bool apostrophe = i > 0 && result[i - 1] == '\'' && i <= 2;
        if ((begins || apostrophe) && is_lower(result[i])) {
            result[i] = static_cast<char>(result[i] - 'a' + 'A');
        }
        begins = !is_letter(result[i]) && result[i] != '\'';
    }
    return result;
}

std::string name_of(const std::vector<std::string>& words) {
    const bool has_small = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return std::any_of(word.begin(), word.end(), is_lower);
    });
    std::string name;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string lower = in_small(words[i]);
        if (i > 0) {
            name += ' ';
        }
        if (has_small || (stays_in_capitals(words[i]) && !is_small_word(lower))) {
            name += words[i];
        } else {
            name += i > 0 && is_small_word(lower) ? lower : with_capitals(words[i]);
        }
    }
    return name;
}

}  // namespace

std::vector<std::string> dictionary_names(std::string_view written) {
    const auto open = written.find('(');
    const auto close = open == std::string_view::npos ? open : written.find(')', open);
    std::vector<std::string> names;
    std::string rest(written);
    if (close != std::string_view::npos) {
        rest.replace(open, close + 1 - open, 1, '_');
    }
    if (const auto words = words_of_name(rest); !words.empty()) {
        names.push_back(name_of(words));
    }
    if (close != std::string_view::npos) {
        const auto words = words_of_name(written.substr(open + 1, close - open - 1));
        if (words.size() == 1 && words.front().size() > 2 && !names.empty()) {
            names.push_back(words.front());
        }
    }
    return names;
}

std::vector<std::string> dictionary_nouns(std::string_view written) {
    std::string noun;
    for (const auto& word : words_of_name(written)) {
        if (!noun.empty()) {
            noun += ' ';
        }
        noun += in_small(word);
    }
    return noun.empty() ? std::vector<std::string>{} : std::vector<std::string>{noun};
}

}  // namespace entente::extract
