// The known word that a mistyped one was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

// Of `words` the one nearest to `word` by edit distance, "" when none is within a third of its letters. Of
// equally near ones the first.
std::string nearest(std::string_view word, const std::vector<std::string>& words);

}  // namespace entente::cli
