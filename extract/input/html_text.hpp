// The story of a web page, without the page around it.
#pragma once

#include <string>
#include <string_view>

#include <libxml/tree.h>

namespace entente::extract {

// Paragraphs parted by blank lines, in the order of the page. Left out are scripts, navigation, forms, asides
// and whatever calls itself by such a name; a caption is a line of its own that
// starts with "Photo: ", so that it is known for one. The story is looked for in
// <article>, then in what is marked as an article's body or main part, then in the element whose paragraphs
// weigh most, after Readability (Arc90, 2009): long paragraphs with few links. A heading that repeats `title`
// is left out. Linear in the size of the tree and in no way recursive: pages nest as deep as they like.
std::string story_of(const xmlNode* root, std::string_view title);

// The text of an element with its blanks made one and trimmed.
std::string words_of(const xmlNode* element);

// Lower-case name of an element, "" for other nodes.
std::string_view name_of(const xmlNode* node);

// An attribute's value, "" without one.
std::string attribute(const xmlNode* element, const char* name);

// The node that follows in document order below `root`, into the children only if `enter`; null at the end.
const xmlNode* following(const xmlNode* node, const xmlNode* root, bool enter);

}  // namespace entente::extract
