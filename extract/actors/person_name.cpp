#include "extract/actors/person_name.hpp"

#include "extract/lexicons/phrase_table.hpp"

#include <algorithm>
#include <array>

namespace entente::extract {

namespace {

constexpr std::array<std::string_view, 31> particles = {
    "al", "el",  "bin", "ibn", "bint", "van", "von", "der", "den", "de", "da",  "di", "do", "dos", "du", "la",
    "le", "ben", "ul",  "ud",  "ad",   "as",  "ash", "an",  "ar",  "at", "the", "jr", "sr", "ter", "y"};

// One spelling for the many in which a foreign name is written: Qaddafi, Gadhafi and Gaddafi, Husseini and
// Hussaini. Short names differ by a letter too often to be touched.
std::string one_spelling(std::string key) {
    static constexpr std::array<std::array<std::string_view, 2>, 9> spellings = {{{"q", "g"},
                                                                                  {"gh", "g"},
                                                                                  {"dh", "d"},
                                                                                  {"kh", "k"},
                                                                                  {"dd", "d"},
                                                                                  {"ei", "ai"},
                                                                                  {"ou", "u"},
                                                                                  {"oo", "u"},
                                                                                  {"y", "i"}}};
    if (key.size() < 6) {
        return key;
    }
    for (const auto& [from, to] : spellings) {
        for (std::size_t at = key.find(from); at != std::string::npos; at = key.find(from, at + to.size())) {
            key.replace(at, from.size(), to);
        }
    }
    return key;
}

void add_word(std::string_view word, std::vector<std::string>& words) {
    std::string key = one_spelling(phrase_key(word));
    if (!key.empty() && std::find(particles.begin(), particles.end(), key) == particles.end()) {
        words.push_back(std::move(key));
    }
}

// "j" and "john", "mohamed" and "mohammed": the same given name, as far as spelling tells.
bool given_names_agree(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.substr(0, a.size()) == a) {
        return true;
    }
    return a.size() >= 4 && a.front() == b.front() && a.back() == b.back() &&
           a.substr(0, 2) == b.substr(0, 2);
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const bool hyphen_after_article = i < name.size() && name[i] == '-' && i - begin <= 3;
        if (i == name.size() || name[i] == ' ' || hyphen_after_article) {
            add_word(name.substr(begin, i - begin), words);
            begin = i + 1;
        }
    }
    return words;
}

bool names_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto& shorter = a.size() <= b.size() ? a : b;
    const auto& longer = a.size() <= b.size() ? b : a;
    if (shorter.empty()) {
        return false;
    }
    if (shorter.size() == 1) {
        return shorter.front() == longer.back() || shorter.front() == longer.front() ||
               (longer.size() > 2 && shorter.front() == longer[longer.size() - 2]);
    }
    if (shorter.back() == longer.back()) {
        return given_names_agree(shorter.front(), longer.front());
    }
    // A part of the name in a row: "Recep Tayyip Erdogan" and "Recep Tayyip", "Aung San" of "Aung San Suu
    // Kyi".
    return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

}  // namespace entente::extract
