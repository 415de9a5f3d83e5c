#include "extract/actors/sentence_view.hpp"

#include "tests/extract/actors/parsed.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(SentenceView, knows_the_noun_that_heads_its_phrase) {
    // Striking | coal | miners | blocked | police | stations
    const Document document =
        parsed("Striking coal miners blocked police stations.",
               {"VBG strike 3 amod", "NN coal 3 compound", "NNS miner 4 nsubj", "VBD block 0 root",
                "NN police 6 compound", "NNS station 4 obj", ". . 4 punct"});
    const SentenceView view = view_of(document.sentences.front(), 0);
    EXPECT_TRUE(view.heads_phrase(2));
    EXPECT_FALSE(view.heads_phrase(1)) << "coal is part of a longer noun";
    EXPECT_FALSE(view.heads_phrase(4)) << "police is part of a longer noun";
    EXPECT_TRUE(view.modifies(0, 2));
    EXPECT_TRUE(view.modifies(1, 2));
    EXPECT_FALSE(view.modifies(3, 2));
}

TEST(SentenceView, takes_a_predicate_for_no_phrase_that_acts) {
    // He | is | a | farmer
    const Document document = parsed("He is a farmer.", {"PRP he 4 nsubj", "VBZ be 4 cop", "DT a 4 det",
                                                         "NN farmer 0 root", ". . 4 punct"});
    EXPECT_FALSE(view_of(document.sentences.front(), 0).heads_phrase(3));
}

TEST(SentenceView, knows_no_phrases_without_a_tree) {
    const Document document = document_of("Miners blocked the road.");
    EXPECT_FALSE(view_of(document.sentences.front(), 0).heads_phrase(0));
}

TEST(SentenceView, takes_nothing_from_capitals_in_a_headline) {
    const Document document = document_of("Thousands Gather For Long Awaited Music Festival\n\nIt was loud.");
    EXPECT_TRUE(view_of(document.sentences.front(), 0).capitals_mean_nothing);
}

}  // namespace
}  // namespace entente::extract
