// Comparing names of people: "Bashar al-Assad", "al-Assad", "Assad" and "B. Assad" may be one person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// The words of a name as keys (see phrase_key), particles and joined articles left out:
// "Bashar al-Assad" gives {"bashar", "assad"}, "Osama bin Laden" {"osama", "laden"}. Of the spellings of a
// long name one is given for all: "Qaddafi" and "Gadhafi" are one word.
std::vector<std::string> name_words(std::string_view name);

// May the shorter name be a form of the longer one? Last words must agree (or the only word be the first name
// of a ruler: "Salman"), and the words before them must not contradict each other.
bool names_agree(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace entente::extract
