// How well extractions agree with gold: precision, recall and F1 of actors, relations and events.
//
// Definitions (those by which entente's figures are told everywhere):
//   actors.named   CEAF-phi4 (Luo 2005) over the sets of distinct surface forms with a capital letter
//   actors.all     the same over all surface forms; its alignment says which system actor is which gold actor
//   relations      (type, from, to) in an article; derived ones do not count
//   events.type    an event of the same type in the same sentence
//   events.roles   the same, and its actors and recipients agree (Jaccard of one half at least, each)
//   edges          an article's set of (type, actor, recipient, unreal or not); reciprocal ones unordered
//   status.KIND    of events paired in events.type: those that both call negation (hypothetical, future,
//                  historical); "status" is all four kinds together
//   event.WHAT     mode, status, date, place of events paired in events.roles, where either side says
//                  something: precision, recall and F1 are all the share that says the same
// Recall counts gold events of tier 1, precision accepts tiers 1 and 2. A CONSULT, and an AGREE, COOPERATE,
// SUPPORT or ASSAULT that one side tells without a recipient, is compared by its participants. Events without
// actors count neither way.
#pragma once

#include "extract/records.hpp"

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace entente::tests {

// True positives and totals, summed over articles; precision and recall may count different positives.
struct Tally {
    double found_right = 0;
    double found = 0;
    double wanted_found = 0;
    double wanted = 0;

    void add(double right, double of_found, double got, double of_wanted);
    [[nodiscard]] double precision() const { return found == 0 ? 0 : found_right / found; }
    [[nodiscard]] double recall() const { return wanted == 0 ? 0 : wanted_found / wanted; }
    [[nodiscard]] double f1() const;
};

using Scores = std::map<std::string, Tally>;

// The most similar one-to-one pairing of two lists of sets under phi4, 2|x and y| / (|x|+|y|): its total, and
// for each of `b` the index in `a`, -1 for none. Hungarian method, cubic in the longer list.
double align(const std::vector<std::vector<std::string>>& a, const std::vector<std::vector<std::string>>& b,
             std::vector<int>& partner);

// Adds one labelled sentence of extract/train/events: its actors, told by span, are those of the system that
// cover most of the span, or nobody; what is scored of it are its events.
void score_labelled(const extract::Extraction& system, const nlohmann::json& sentence, Scores& scores);

// Adds one article. `gold` has the shape of tests/articles/gold; `text` is what both quote from.
void score(const extract::Extraction& system, const nlohmann::json& gold, const std::string& text,
           Scores& scores);

}  // namespace entente::tests
