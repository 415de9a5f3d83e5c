// The tenth of the labelled sentences that the event reader never saw: types, roles and status of what it
// finds, and how often it finds something where nothing is.
#include "extract/extractor.hpp"
#include "tests/accuracy/scores.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace entente::tests {
namespace {

using nlohmann::json;

struct Alarms {
    int quiet = 0;  // sentences that tell nothing
    int false_ones = 0;
};

void print(const Scores& scores) {
    std::cout << fmt::format("{:20} {:>6} {:>6} {:>6}   (system, gold)\n", "figure", "prec", "rec", "F1");
    for (const auto& [figure, tally] : scores) {
        std::cout << fmt::format("{:20} {:6.3f} {:6.3f} {:6.3f}   ({:.0f}, {:.0f})\n", figure,
                                 tally.precision(), tally.recall(), tally.f1(), tally.found, tally.wanted);
    }
}

// Calls with every labelled sentence whose id ends in 0.
template <typename Use>
int each_kept_sentence(const Use& use) {
    int count = 0;
    const auto folder = std::filesystem::path(ENTENTE_TESTS_FOLDER) / "../extract/train/events";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".jsonl") {
            continue;
        }
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            const auto sentence = json::parse(line);
            if (sentence.at("id").get<std::string>().ends_with('0')) {
                use(sentence);
                ++count;
            }
        }
    }
    return count;
}

TEST(Accuracy, does_not_fall_on_the_labelled_sentences_kept_for_scoring) {
    const extract::Extractor extractor;
    Scores scores;
    Alarms alarms;
    const int sentences = each_kept_sentence([&](const json& sentence) {
        extract::Article article;
        article.id = sentence.at("id");
        article.text = sentence.at("text");
        article.date = extract::Date{2010, 6, 15};
        const auto said = extractor.extract(article);
        score_labelled(said, sentence, scores);
        if (sentence.at("events").empty()) {
            ++alarms.quiet;
            alarms.false_ones += said.events.empty() ? 0 : 1;
        }
    });
    std::cout << fmt::format("{} sentences; {} of {} quiet ones told something\n", sentences,
                             alarms.false_ones, alarms.quiet);
    print(scores);
    EXPECT_GT(sentences, 300);
    EXPECT_LE(alarms.false_ones, alarms.quiet / 4);
    const std::map<std::string, double> floors = {
        {"events.type", 0.57}, {"events.roles", 0.32}, {"status", 0.80}};
    for (const auto& [figure, floor] : floors) {
        EXPECT_GE(scores.at(figure).f1(), floor) << figure << " fell";
    }
}

}  // namespace
}  // namespace entente::tests
