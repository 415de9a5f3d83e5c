// How names compare: any case, accents and punctuation optional.
//
// ICU's transliteration to ASCII ("Any-Latin; Latin-ASCII"), lower case, apostrophes dropped, other
// punctuation to blanks, blanks joined, single letters in a row joined ("U. S." and "US" fold alike), a
// possessive ending and a leading determiner dropped: "the Al-Assad's" and "al assad" fold alike.
//
// Total: any bytes in; broken UTF-8 folds to blanks, a name without letters or digits to "". Folding twice is
// folding once. Linear in the name; ASCII costs no ICU (whose transliterator takes milliseconds to make, once
// a thread). Any number of threads may call.
#pragma once

#include <string>
#include <string_view>

namespace entente::graph {

std::string fold_name(std::string_view name);

}  // namespace entente::graph
