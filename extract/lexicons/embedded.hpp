// The lexicon files that were compiled into the program, by file name.
//
// The bytes live as long as the program; nothing is copied.
#pragma once

#include <string_view>

namespace entente::extract {

// The text of `extract/lexicons/<file_name>` ("countries.json"); "" when no such file was compiled in.
std::string_view embedded_lexicon(std::string_view file_name);

}  // namespace entente::extract
