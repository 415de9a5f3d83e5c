#include "graph/joined_decisions.hpp"

#include "graph/decisions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* merged = R"({"id":"d:00000003","merge":["sergei-lavrov","lavrov-2"]})"
                               "\n";
constexpr const char* undone = R"({"id":"d:00000001","undo":"d:00000003"})"
                               "\n";
constexpr const char* apart = R"({"id":"d:00000002","distinct":["lavrov-2","sergei-lavrov"]})"
                              "\n";
constexpr const char* alias = R"({"id":"d:00000004","alias":"islamic-state","add":["Daesh"]})"
                              "\n";
constexpr const char* other_alias = R"({"id":"d:00000005","alias":"daesh-town","add":["daesh"]})"
                                    "\n";

std::vector<std::string> ids(const std::string& text) {
    std::vector<std::string> ids;
    for (const Decision& decision : read_decisions(text, "joined")) ids.push_back(decision.id);
    return ids;
}

TEST(JoinedDecisions, hold_every_line_once_in_an_order_of_their_own) {
    const std::string one = merged + std::string(alias);
    const std::string other = alias + std::string(apart);
    const JoinedDecisions joined = joined_decisions({one, other});
    EXPECT_THAT(ids(joined.text), ElementsAre("d:00000003", "d:00000004", "d:00000002"));
    EXPECT_EQ(joined_decisions({other, one}).text, joined.text);
    EXPECT_EQ(joined_decisions({joined.text, other, one, ""}).text, joined.text);
}

TEST(JoinedDecisions, keep_an_undo_behind_what_it_undoes) {
    const JoinedDecisions joined = joined_decisions({merged + std::string(undone), merged});
    EXPECT_THAT(ids(joined.text), ElementsAre("d:00000003", "d:00000001"));
    EXPECT_THAT(joined.conflicts, IsEmpty());
}

TEST(JoinedDecisions, tell_which_lines_cannot_both_hold) {
    EXPECT_THAT(joined_decisions({merged, apart}).conflicts, ElementsAre(HasSubstr("d:00000003")));
    EXPECT_THAT(joined_decisions({alias, other_alias}).conflicts, SizeIs(1));
    EXPECT_THAT(joined_decisions({alias, merged}).conflicts, IsEmpty());
    // Who wrote both lines knew.
    EXPECT_THAT(joined_decisions({merged + std::string(apart), apart}).conflicts, IsEmpty());
}

TEST(JoinedDecisions, of_logs_that_contradict_each_other_in_order_are_the_same_either_way) {
    const std::string one = merged + std::string(alias);
    const std::string other = alias + std::string(merged);
    EXPECT_EQ(joined_decisions({one, other}).text, joined_decisions({other, one}).text);
    EXPECT_THAT(ids(joined_decisions({one, other}).text), SizeIs(2));
}

TEST(JoinedDecisions, refuse_what_is_no_log) {
    EXPECT_THROW(joined_decisions({"rubbish\n"}), std::runtime_error);
    EXPECT_EQ(joined_decisions({"", ""}).text, "");
}

}  // namespace
}  // namespace entente::graph
