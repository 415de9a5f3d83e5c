// What makes two articles the same article, and what makes them the same version of it.
//
// Pure functions of what the input said; any number of threads may call.
#pragma once

#include "graph/records.hpp"

#include <string>
#include <string_view>

namespace entente::graph {

// An article's identity:
// - "url:reuters.com/world/a" when it has a url: without scheme, "www.", fragment, tracking parameters and a
//   slash at the end, the host in lower case;
// - "id:Reuters/123" when it has a source and an id of its own (a file's name is none);
// - "file:news/a.txt" otherwise, the path as given without "." and ".."; a record inside the file has its id
//   behind a "#", or else the hash of its text;
// - "id:123" or "text:<hash>" when it came through standard input.
ArticleKey article_key(const extract::Extraction& extraction);

std::string normal_url(std::string_view url);
std::string normal_path(std::string_view path);

// The article as Ledger::put takes it: key, version and counts filled in. The version is a hash of everything
// in the extraction but `doc`, so that a better extractor's reading of the same text replaces the older one,
// and the same file under another path with the same url changes nothing.
Said said(extract::Extraction extraction);

}  // namespace entente::graph
