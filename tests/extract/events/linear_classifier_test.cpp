#include "extract/events/linear_classifier.hpp"

#include "extract/events/event_model.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

LinearClassifier two_labels() {
    return {{"war", "peace"}, {-1.0F, 0.0F}, 0.5F, {7, 9, 0xFFFFFFFFFFFFFFFFU}, {4, -4, 8, 0, 0, 8}};
}

TEST(LinearClassifier, reads_the_sum_of_its_weights_as_probabilities) {
    const std::vector<std::uint64_t> features{7, 9, 8};
    const auto scores = two_labels().probabilities(features);
    ASSERT_EQ(scores.size(), 2U);
    EXPECT_NEAR(scores[0], 0.99331, 1e-4);  // -1 + 0.5 * (4 + 8)
    EXPECT_NEAR(scores[1], 0.11920, 1e-4);  // 0.5 * -4
}

TEST(LinearClassifier, finds_the_last_key_and_passes_over_unknown_ones) {
    const std::vector<std::uint64_t> features{0xFFFFFFFFFFFFFFFFU, 0, 1};
    EXPECT_NEAR(two_labels().probabilities(features)[1], 0.98201, 1e-4);
    EXPECT_NEAR(LinearClassifier({"one"}, {0.0F}, 1.0F, {}, {}).probabilities(features)[0], 0.5, 1e-6);
}

TEST(EventModel, is_read_back_as_it_was_written) {
    const EventModel model{"about", two_labels(), two_labels(), two_labels(), two_labels()};
    const auto bytes = write_event_model(model);
    EXPECT_EQ(write_event_model(read_event_model(bytes, "test")), bytes);
}

TEST(EventModel, is_refused_when_foreign_or_damaged) {
    auto bytes = write_event_model({"about", two_labels(), two_labels(), two_labels(), two_labels()});
    EXPECT_THROW(read_event_model("", "empty"), ModelError);
    EXPECT_THROW(read_event_model("PK\x03\x04 something else, long enough for a header", "zip"), ModelError);
    EXPECT_THROW(read_event_model(std::string_view(bytes).substr(0, bytes.size() - 1), "cut"), ModelError);
    bytes[bytes.size() / 2] ^= 1;
    EXPECT_THROW(read_event_model(bytes, "flipped"), ModelError);
}

TEST(EventModel, of_the_program_has_all_labels) {
    const auto model = embedded_event_model();
    EXPECT_EQ(model.triggers.labels().size(), 16U);
    EXPECT_EQ(model.roles.labels().size(), 2U);
    EXPECT_EQ(model.statuses.labels().size(), 5U);
    EXPECT_GT(model.modes.labels().size(), 40U);
}

}  // namespace
}  // namespace entente::extract
