#include "cli/options.hpp"

#include "cli/command.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string refusal(const EventOptions& options) {
    try {
        static_cast<void>(options.filter());
    } catch (const Refusal& refused) {
        EXPECT_EQ(refused.status(), Exit::could_not_try);
        return refused.what();
    }
    return "nothing was refused";
}

TEST(EventOptions, TypesMayBeWrittenInAnyCase) {
    EventOptions options;
    options.types = {"consult", "ASSAULT", "Consult"};
    EXPECT_THAT(options.filter().event_types,
                ElementsAre(extract::EventType::consult, extract::EventType::assault));
}

TEST(EventOptions, AnUnknownTypeIsRefusedWithTheKnownOnes) {
    EventOptions options;
    options.types = {"KISS"};
    EXPECT_THAT(refusal(options), HasSubstr("\"KISS\""));
    EXPECT_THAT(refusal(options), HasSubstr("AGREE CONSULT SUPPORT"));
}

TEST(EventOptions, RelationsAreTypesOnlyWhereTheyCanBeAsked) {
    EventOptions options;
    options.types = {"holds_office"};
    EXPECT_THAT(refusal(options), HasSubstr("holds_office"));
    options.kinds = EventOptions::Kinds::events_and_relations;
    EXPECT_THAT(options.filter().relation_types, ElementsAre(extract::RelationType::holds_office));
}

TEST(EventOptions, ABadDateIsRefusedByTheNameOfItsOption) {
    EventOptions options;
    options.until = "2015-13-01";
    EXPECT_THAT(refusal(options), HasSubstr("--until: \"2015-13-01\""));
    options.until = "";
    options.since = "yesterday";
    EXPECT_THAT(refusal(options), HasSubstr("--since"));
}

TEST(EventOptions, WhatDidNotHappenIsLeftOutUnlessAskedFor) {
    EventOptions options;
    EXPECT_FALSE(options.filter().unreal);
    options.all_statuses = true;
    EXPECT_TRUE(options.filter().unreal);
}

TEST(ThreadCount, IsNeverZero) {
    EXPECT_GE(thread_count(0), 1U);
    EXPECT_EQ(thread_count(3), 3U);
}

}  // namespace
}  // namespace entente::cli
