// How countries and described actors are called, and the words of a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// Is the code one of PLOVER's for those who belong to no country: IGO, UNO, EUR, NGO, IMG, MNC, ISM?
bool is_pseudo_country(std::string_view code);

// "the United States", but "Kenya": how a country reads after "of".
std::string with_article(const std::string& country);

// "copper miners" as the name of an actor: "Copper miners".
std::string capitalized(std::string text);

// Words in lower case, parted at blanks and hyphens.
std::vector<std::string> words_of(std::string_view text);

}  // namespace entente::extract
