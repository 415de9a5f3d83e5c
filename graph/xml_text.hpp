// Text as XML may hold it.
//
// Total: any bytes in. Broken UTF-8, surrogates and the characters that XML 1.0 forbids (U+0000-08, 0B, 0C,
// 0E-1F, FFFE, FFFF) become U+FFFD, one for each byte or character; a carriage return is written &#13;, or a
// reader would make a line feed of it; & < > " ' are escaped, so that the text fits attributes too. Linear.
#pragma once

#include <string>
#include <string_view>

namespace entente::graph {

void append_xml(std::string& out, std::string_view text);

}  // namespace entente::graph
