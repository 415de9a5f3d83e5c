// Readable identifiers: "Bashar al-Assad" is `bashar-al-assad`, "Côte d'Ivoire" `cote-divoire`.
#pragma once

#include <string>
#include <string_view>

namespace entente::extract {

// Lower-case ASCII letters and digits (ICU transliteration), words joined by single hyphens. "" only for text
// without any letter or digit.
std::string slug(std::string_view name);

}  // namespace entente::extract
