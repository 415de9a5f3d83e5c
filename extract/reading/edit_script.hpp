// From a form to its lemma by a short script: which case to start from, how much to cut, what to append.
//
//     Running -> run       l4+     lower case, cut "ning"
//     carried -> carry     l3+y
//     'm -> be             l*+be   nothing kept
//
// A script is text so that it can stand in a model file: a letter for the case (`l` lower, `s` as written,
// `t` first letter capital, the rest lower), the number of code points to cut from the end or `*` for all,
// then
// `+` and what to append. Total: a script that cannot be applied gives nullopt, any bytes are accepted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::extract {

// The script that turns `form` into `lemma`; always one that does, for valid UTF-8.
std::string edit_script(std::string_view form, std::string_view lemma);

// Applies a script; nullopt when it cuts more than there is or is no script.
std::optional<std::string> apply_edit_script(std::string_view form, std::string_view script);

}  // namespace entente::extract
