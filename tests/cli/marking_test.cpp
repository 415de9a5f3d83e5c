#include "cli/marking.hpp"

#include <string>

#include <gtest/gtest.h>

namespace entente::cli {
namespace {

const std::string text = "Yesterday Kerry met\nLavrov in Geneva.";

extract::ByteSpan span_of(const std::string& word) {
    const auto at = static_cast<std::uint32_t>(text.find(word));
    return {at, at + static_cast<std::uint32_t>(word.size())};
}

const extract::ByteSpan whole{0, static_cast<std::uint32_t>(text.size())};

TEST(Marked, ShowsWhoDidWhatToWhom) {
    EXPECT_EQ(marked(text, whole, {{span_of("met"), "T"}, {span_of("Kerry"), "A"}, {span_of("Lavrov"), "R"}}),
              "Yesterday [Kerry]A [met]T [Lavrov]R in Geneva.");
}

TEST(Marked, OfOverlappingMarksTheFirstStays) {
    EXPECT_EQ(marked(text, whole, {{span_of("Kerry"), "A"}, {span_of("Kerry met"), "T"}}),
              "Yesterday [Kerry]A met Lavrov in Geneva.");
}

TEST(Marked, MarksOutsideTheSentenceAreLeftOut) {
    const auto sentence = span_of("Lavrov in Geneva.");
    EXPECT_EQ(marked(text, sentence, {{span_of("Kerry"), "A"}, {span_of("Geneva"), "P"}, {{900, 950}, "R"}}),
              "Lavrov in [Geneva]P.");
    EXPECT_EQ(marked(text, {500, 600}, {{span_of("Kerry"), "A"}}), "");
}

TEST(MarksOf, TakesEveryMentionOfEveryParty) {
    extract::Extraction extraction;
    extract::Actor kerry;
    kerry.id = "john-kerry";
    kerry.spans = {span_of("Kerry")};
    extract::Actor lavrov;
    lavrov.id = "sergei-lavrov";
    lavrov.spans = {span_of("Lavrov")};
    extraction.actors = {kerry, lavrov};
    extract::Event event;
    event.actors = {"john-kerry"};
    event.recipients = {"sergei-lavrov"};
    event.trigger_span = span_of("met");
    EXPECT_EQ(marked(text, whole, marks_of(extraction, event)),
              "Yesterday [Kerry]A [met]T [Lavrov]R in Geneva.");
}

}  // namespace
}  // namespace entente::cli
