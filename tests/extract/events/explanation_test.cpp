#include "extract/events/explanation.hpp"

#include "tests/extract/events/story.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

std::vector<SentenceExplanation> explained(const std::string& text, const std::vector<std::string>& actors) {
    Article article;
    article.text = text;
    Document document = read(article);
    sentence_reader().read(document.sentences);
    std::vector<SentenceExplanation> out;
    code_events(document, cast_of(document, actors), predicates(), nullptr, &out);
    return out;
}

TEST(Explanation, tells_which_frame_coded_a_sentence) {
    const auto all = explained("Turkey condemned Israel.", {"Turkey", "Israel"});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].stopped, Stopped::coded);
    ASSERT_EQ(all[0].events.size(), 1U);
    EXPECT_EQ(all[0].events[0].fired, "condemn/condemn");
    EXPECT_EQ(all[0].events[0].trigger, "condemned");
}

TEST(Explanation, tells_what_stopped_a_sentence_that_codes_nothing) {
    const auto all = explained(
        "Kerry said the weather was good. The house is blue and old. Somebody condemned the book at length.",
        {"Kerry"});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(name(all[0].stopped), "statement");
    EXPECT_EQ(name(all[1].stopped), "no predicate");
    EXPECT_EQ(name(all[2].stopped), "no party");
    EXPECT_EQ(all[2].sentence, "Somebody condemned the book at length.");
}

}  // namespace
}  // namespace entente::extract
