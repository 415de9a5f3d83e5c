#include "extract/actors/naming.hpp"

#include "extract/actors/sentence_view.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace entente::extract {

bool is_pseudo_country(std::string_view code) {
    static constexpr std::array<std::string_view, 7> codes = {"IGO", "UNO", "EUR", "NGO",
                                                              "IMG", "MNC", "ISM"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string with_article(const std::string& country) {
    static constexpr std::array<std::string_view, 14> with = {
        "United ",  "Netherlands", "Philippines", "Bahamas",       "Gambia",
        "Maldives", "Republic ",   "Democratic ", "Dominican ",    "Central African",
        "Comoros",  "Seychelles",  "Solomon",     "Czech Republic"};
    const bool takes =
        std::any_of(with.begin(), with.end(), [&](std::string_view w) { return country.starts_with(w); });
    return takes ? "the " + country : country;
}

std::string capitalized(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == ' ' || text[i] == '-') {
            if (i > begin) {
                words.push_back(lower_ascii(text.substr(begin, i - begin)));
            }
            begin = i + 1;
        }
    }
    return words;
}

}  // namespace entente::extract
