// The story of a web page, without the page around it.
#pragma once

#include <string>
#include <string_view>

// libxml2's xmlNode, so that whoever opens this header need not know that library.
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier): the library's own name

namespace entente::extract {

using HtmlNode = ::_xmlNode;

// Paragraphs parted by blank lines, in the order of the page. Left out are scripts, navigation, forms, asides
// and whatever calls itself by such a name; a caption is a line of its own that starts with "Photo: ", so
// that it is known for one. The story is looked for in what is marked as an article's body, then in
// <article>, then in the element whose paragraphs weigh most, after Readability (Arc90, 2009): long
// paragraphs with few links. A heading that repeats `title` is left out. Linear in the size of the tree and
// in no way recursive: pages nest as deep as they like.
std::string story_of(const HtmlNode* root, std::string_view title);

// The text of an element with its blanks made one and trimmed.
std::string words_of(const HtmlNode* element);

// Lower-case name of an element, "" for other nodes.
std::string_view name_of(const HtmlNode* node);

// An attribute's value, "" without one.
std::string attribute(const HtmlNode* element, const char* name);

// The node that follows in document order below `root`, into the children only if `enter`; null at the end.
const HtmlNode* following(const HtmlNode* node, const HtmlNode* root, bool enter);

}  // namespace entente::extract
