// Which language a text is in, told by its script and by its most frequent small words.
#pragma once

#include <string>
#include <string_view>

namespace entente::extract {

// ISO 639-1 of the language that most of the text is in; "" when there is too little to tell. Reads at most
// the first 20,000 bytes. Languages of the Latin script it knows: en fr de es it pt nl sv da pl cs ro tr id
// hu fi vi sw; others by their script. English or not is meant to be right from a hundred letters on.
std::string detect_language(std::string_view text);

// The ISO 639-1 code that a declaration means ("en-US", "EN_gb", "English"); "" for none.
std::string language_code(std::string_view declared);

}  // namespace entente::extract
