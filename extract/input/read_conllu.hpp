// Articles out of a CoNLL-U file: what somebody else's tools have tokenized, tagged and parsed.
//
// Each `# newdoc` opens an article, its id the document's; a file without one holds one article. Comments
// before the first sentence tell of it: `# title = …`, `# date = 2015-03-14`, `# source = …`, `# url = …`,
// `# language = …`, `# dateline = GENEVA`. `# newpar` opens a paragraph, `# boilerplate` marks a sentence
// that is no part of the story.
//
// The text is made of the words. Where every word of an article has a TokenRange they stand there, blanks
// between, so that spans count in the text the tools were given; else spans count in the text that forms and
// SpaceAfter make, a blank between sentences.
#pragma once

#include "extract/input/article_source.hpp"

#include <string>
#include <vector>

namespace entente::extract {

// `bytes` is the whole file, `doc` its name as given, `id` the id of an article that has none of its own (and
// the number of a later such article is added). An error of the format is an InputError with its line, in the
// place of all articles of the file. Linear.
std::vector<Input> read_conllu_articles(const std::string& bytes, const std::string& doc,
                                        const std::string& id);

}  // namespace entente::extract
