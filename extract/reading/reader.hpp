// Reads English sentences: tags, lemmas, features, a dependency tree and names for tokens already found.
//
//     const SentenceReader reader(load_model(file));  // throws ModelError
//     reader.read(sentences);                         // fills the tokens in place
//
// Total: any forms, any number of tokens. Every token gets a head (-1 for exactly one per sentence) and a
// label; values are those of Universal Dependencies English (EWT, GUM). A sentence of more than
// `max_piece_tokens` is read in pieces whose roots are tied to the first one's as `parataxis`, so time stays
// linear. Immutable after construction and shared by any number of threads; the result for a sentence depends
// on that sentence and the model alone, bit for bit, on every machine.
//
// The network is a recurrent encoder shared by all tasks (encoder.hpp), with a biaffine scorer for arcs
// (Dozat and Manning 2017) decoded as a spanning tree (spanning_tree.hpp), a label scorer over both ends of
// an arc (Kiperwasser and Goldberg 2016), linear scorers for tags and lemma scripts, and a linear chain over
// name tags (name_tags.hpp).
#pragma once

#include "extract/reading/model.hpp"
#include "extract/reading/sentence.hpp"

#include <memory>
#include <span>

namespace entente::extract {

inline constexpr std::size_t max_piece_tokens = 160;

// What to fill; what is not asked for stays as it was given.
struct ReadingParts {
    bool tags = true;  // upos, xpos, feats, lemma
    bool trees = true;
    bool names = true;
};

class SentenceReader {
 public:
    explicit SentenceReader(ReadingModel model);
    ~SentenceReader();
    SentenceReader(SentenceReader&&) noexcept;
    SentenceReader& operator=(SentenceReader&&) noexcept;

    void read(std::span<Sentence> sentences, const ReadingParts& parts = {}) const;

    // The line of the model that says what it is.
    [[nodiscard]] const std::string& about() const;

 private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

}  // namespace entente::extract
