// Training corpora as the reading trainer sees them: sentences with whatever somebody annotated on them.
//
// Formats: CoNLL-U for trees, two-column BIO files for names (`token<TAB>tag`, empty line between sentences,
// `-DOCSTART-` lines skipped), `word_TAG` lines for tags. Name types of the corpora are mapped to PER, ORG,
// LOC and MISC, titles are cut from persons, demonyms leave the places (they are MISC), a leading article
// leaves the name. Errors are std::runtime_error with file and line.
#pragma once

#include "extract/reading/sentence.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente::extract::train {

struct AnnotatedSentence {
    Sentence sentence;
    bool has_tree = false;               // tags, lemma and tree are gold
    std::optional<std::size_t> names;    // names are gold, in the manner of this corpus
    std::vector<std::string> penn_tags;  // tags of the Penn treebank's own scheme, or empty
    bool opens_document = false;         // set for trees and tagged text
};

// The corpora that have names; the index is `AnnotatedSentence::names`.
inline constexpr std::size_t name_corpora = 8;
enum NameCorpus : std::size_t { gum_names, gmb, wikigold, crossner, redocred, twitter, emerging, universal };

struct Corpora {
    std::vector<AnnotatedSentence> trees;   // treebank sentences, GUM's with names
    std::vector<AnnotatedSentence> names;   // name corpora without trees
    std::vector<AnnotatedSentence> tagged;  // tags only
    std::vector<AnnotatedSentence> listed;  // names of a list, for the vocabulary
    std::vector<Sentence> dev_trees;        // EWT dev
    std::vector<Sentence> dev_news;         // held-out GUM documents, with names
    std::vector<Sentence> dev_names;        // every third document of UNER EWT dev; `names` has the others
};

// Reads what the folder layout of the README names, from `folder`. With `learn_all_names` the held-out third
// of UNER EWT dev teaches as well (for the last training, when everything is chosen; its score says nothing
// then).
Corpora load_corpora(const std::filesystem::path& folder, bool learn_all_names = false);

// A BIO file with tags as they are: pairs of token and tag ("B-geo"), by sentence.
struct TaggedTokens : std::vector<std::pair<std::string, std::string>> {
    bool opens_document = false;
};
std::vector<TaggedTokens> load_bio(const std::filesystem::path& file);

// The same as a sentence with our name types, otherwise as annotated.
Sentence as_annotated(const TaggedTokens& tagged);

// Our type of a corpus' type name; nullopt for what is no name to us (dates, amounts, genres).
std::optional<NameType> name_type_of(const std::string& corpus_type);

// Cuts titles and articles from names and moves demonyms to MISC, in place.
void clean_names(std::vector<Token>& tokens, const std::set<std::string>& demonyms);

}  // namespace entente::extract::train
