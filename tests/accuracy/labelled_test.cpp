// The tenth of the labelled sentences that the event reader never saw: how often it finds the right types.
#include "extract/extractor.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace entente::tests {
namespace {

using nlohmann::json;

struct Tally {
    int right = 0;
    int told = 0;
    int wanted = 0;
    int sentences = 0;
    int quiet = 0;         // that tell nothing
    int false_alarms = 0;  // of those

    [[nodiscard]] double f1() const { return 2.0 * right / (told + wanted); }
};

std::vector<std::string> types(const extract::Extraction& said) {
    std::vector<std::string> out;
    for (const auto& event : said.events) out.emplace_back(name(event.type));
    return out;
}

void count(const json& sentence, std::vector<std::string> told, Tally& tally) {
    ++tally.sentences;
    tally.told += static_cast<int>(told.size());
    for (const auto& event : sentence.at("events")) {
        ++tally.wanted;
        const auto found = std::find(told.begin(), told.end(), event.at("type").get<std::string>());
        if (found == told.end()) continue;
        ++tally.right;
        told.erase(found);
    }
    if (!sentence.at("events").empty()) return;
    ++tally.quiet;
    tally.false_alarms += told.empty() ? 0 : 1;
}

TEST(Accuracy, does_not_fall_on_the_labelled_sentences_kept_for_scoring) {
    const extract::Extractor extractor;
    Tally tally;
    const auto folder = std::filesystem::path(ENTENTE_TESTS_FOLDER) / "../extract/train/events";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".jsonl") continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            const auto sentence = json::parse(line);
            const auto id = sentence.at("id").get<std::string>();
            if (!id.ends_with('0')) continue;
            extract::Article article;
            article.id = id;
            article.text = sentence.at("text");
            article.date = extract::Date{2010, 6, 15};
            count(sentence, types(extractor.extract(article)), tally);
        }
    }
    std::cout << fmt::format(
        "{} sentences: types {} right, {} told, {} wanted, F1 {:.3f}; {} of {} quiet ones "
        "told something\n",
        tally.sentences, tally.right, tally.told, tally.wanted, tally.f1(), tally.false_alarms, tally.quiet);
    EXPECT_GT(tally.sentences, 300);
    EXPECT_GE(tally.f1(), 0.55);
    EXPECT_LE(tally.false_alarms, tally.quiet / 4);
}

}  // namespace
}  // namespace entente::tests
