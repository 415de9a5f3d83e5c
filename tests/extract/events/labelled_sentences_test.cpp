// The labelled sentences are data that others will use: their spans, names and counts must hold.
#include "extract/events/plover_table.hpp"
#include "extract/events/predicate_lexicon.hpp"
#include "extract/records.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace entente::extract {
namespace {

using nlohmann::json;

std::vector<json> labelled_sentences() {
    std::vector<std::filesystem::path> files;
    const auto folder = std::filesystem::path(ENTENTE_TESTS_FOLDER) / "../extract/train/events";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<json> out;
    for (const auto& file : files) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) out.push_back(json::parse(line));
    }
    return out;
}

std::string words(const json& sentence, const json& span) {
    const auto text = sentence.at("text").get<std::string>();
    const auto begin = span.at(0).get<std::size_t>();
    const auto end = span.at(1).get<std::size_t>();
    return begin < end && end <= text.size() ? text.substr(begin, end - begin) : "outside";
}

TEST(LabelledSentences, have_spans_that_say_what_they_name) {
    for (const auto& sentence : labelled_sentences()) {
        for (const auto& event : sentence.at("events")) {
            const auto where = sentence.at("id").get<std::string>();
            EXPECT_EQ(words(sentence, event.at("trigger_span")), event.at("trigger")) << where;
            for (const std::string role : {"actor", "recipient"}) {
                const auto& named = event.at(role + "s");
                const auto& spans = event.at(role + "_spans");
                ASSERT_EQ(named.size(), spans.size()) << where;
                for (std::size_t i = 0; i < named.size(); ++i)
                    EXPECT_EQ(words(sentence, spans[i]), named[i]) << where;
            }
        }
    }
}

TEST(LabelledSentences, use_the_codebook_s_types_modes_and_statuses) {
    const auto lexicon = PredicateLexicon::load("");
    for (const auto& sentence : labelled_sentences()) {
        EXPECT_NE(sentence.at("events").empty(), !sentence.contains("none")) << sentence.at("id");
        for (const auto& event : sentence.at("events")) {
            const auto type = event_type(event.at("type").get<std::string>());
            ASSERT_TRUE(type) << sentence.at("id");
            if (!event.at("mode").is_null()) {
                EXPECT_TRUE(lexicon.plover().has_mode(*type, event.at("mode").get<std::string>()))
                    << sentence.at("id");
            }
            if (!event.at("status").is_null()) {
                EXPECT_TRUE(status(event.at("status").get<std::string>())) << sentence.at("id");
            }
        }
    }
}

TEST(LabelledSentences, are_many_of_every_type_and_a_third_tells_nothing) {
    std::map<std::string, int> events;
    std::set<std::string> texts;
    std::set<std::string> ids;
    std::size_t without = 0;
    const auto sentences = labelled_sentences();
    for (const auto& sentence : sentences) {
        texts.insert(sentence.at("text"));
        ids.insert(sentence.at("id"));
        without += sentence.at("events").empty() ? 1U : 0U;
        for (const auto& event : sentence.at("events")) ++events[event.at("type")];
    }
    EXPECT_GE(sentences.size(), 3000U);
    EXPECT_EQ(texts.size(), sentences.size());
    EXPECT_EQ(ids.size(), sentences.size());
    EXPECT_GE(3 * without, sentences.size());
    for (const auto type : all_event_types()) EXPECT_GE(events[std::string(name(type))], 120) << name(type);
}

}  // namespace
}  // namespace entente::extract
