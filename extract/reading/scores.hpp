// How well sentences were read: counts against gold, and the figures made of them.
//
// Gold and system have the same sentences and tokens (`score`); UAS and LAS count every token, punctuation
// included, with whole labels, as the CoNLL 2017 and 2018 shared tasks counted words but with subtypes
// (`las_universal` compares labels up to the colon, which is what those tasks report). Names count by exact
// span and type. For raw text, `score_tokens` aligns by byte spans.
#pragma once

#include "extract/reading/sentence.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace entente::extract {

// Found, right and wanted, and what follows from them; ratios are 0 when nothing was there.
struct PrecisionRecall {
    std::size_t found = 0;
    std::size_t right = 0;
    std::size_t wanted = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
    PrecisionRecall& operator+=(const PrecisionRecall& other);
};

struct ReadingScores {
    std::size_t tokens = 0;
    std::size_t upos = 0;
    std::size_t xpos = 0;
    std::size_t feats = 0;
    std::size_t lemma = 0;
    std::size_t heads = 0;          // UAS
    std::size_t labelled = 0;       // LAS with subtypes
    std::size_t labelled_main = 0;  // LAS, labels up to the colon
    std::array<PrecisionRecall, 5>
        names{};  // by NameType; [0] is persons, organizations and locations together

    // Percent of tokens.
    [[nodiscard]] double percent(std::size_t count) const;
};

ReadingScores score(std::span<const Sentence> gold, std::span<const Sentence> system);

// Tokens, sentences and trees of raw text against gold over the same bytes.
struct RawScores {
    PrecisionRecall tokens;
    PrecisionRecall sentences;
    PrecisionRecall labelled;  // right: both ends found and the label (up to the colon) right
};
RawScores score_raw(std::span<const Sentence> gold, std::span<const Sentence> system);

// A line a person reads: "UPOS 95.81 XPOS 95.30 …".
std::string summary(const ReadingScores& scores);

}  // namespace entente::extract
