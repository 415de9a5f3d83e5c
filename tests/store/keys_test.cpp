#include "store/keys.hpp"

#include <gtest/gtest.h>

namespace entente::store {
namespace {

graph::Edge edge(graph::ActorNumber source, graph::Date date, std::uint64_t id, graph::ActorNumber target) {
    return {.source = source, .target = target, .date = date, .id = id};
}

TEST(Keys, of_edges_sort_by_vertex_date_id_and_other_end) {
    const std::vector<graph::Edge> sorted = {edge(1, {}, 9, 9),
                                             edge(1, {2016, 7, 0}, 1, 2),
                                             edge(1, {2016, 7, 15}, 1, 2),
                                             edge(1, {2016, 7, 15}, 1, 3),
                                             edge(1, {2016, 7, 15}, 2, 1),
                                             edge(256, {}, 0, 0)};
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
        EXPECT_LT(keys::edge(keys::Side::out, sorted[i]), keys::edge(keys::Side::out, sorted[i + 1]));
    }
}

TEST(Keys, of_edges_give_the_edge_back_from_either_side) {
    graph::Edge relation = edge(7, {2015, 0, 0}, 0xFFFFFFFFFFFFFFFF, 300);
    relation.kind = graph::EdgeKind::relation;
    for (const keys::Side side : {keys::Side::out, keys::Side::in}) {
        EXPECT_EQ(keys::read_edge(side, keys::edge(side, relation)), relation);
    }
    EXPECT_FALSE(keys::read_edge(keys::Side::out, keys::edge(keys::Side::in, relation)));
}

TEST(Keys, of_forms_give_the_form_back) {
    const graph::FormKey form = {"assad", graph::ActorType::person, std::string("bashar\0x", 8), "SYR"};
    EXPECT_EQ(keys::form_in(keys::form(form)), form);
    EXPECT_EQ(keys::form_after(keys::form_of("bashar-al-assad", form), keys::forms_of("bashar-al-assad")),
              form);
    EXPECT_FALSE(keys::form_in("f"));
}

TEST(Keys, of_one_name_are_not_those_of_a_longer_one) {
    const std::string iran = keys::name("iran", "iran");
    EXPECT_TRUE(iran.starts_with(keys::names("iran")));
    EXPECT_FALSE(keys::name("iran air", "iran-air").starts_with(keys::names("iran")));
    EXPECT_TRUE(keys::name("iran air", "iran-air").starts_with(keys::names_from("iran")));
}

TEST(Keys, after_a_prefix_lie_behind_all_that_begin_with_it) {
    EXPECT_EQ(after("ab"), "ac");
    EXPECT_EQ(after("a\xFF\xFF"), "b");
    EXPECT_EQ(after("\xFF"), "") << "nothing lies behind";
}

TEST(Keys, can_be_read_by_a_person) {
    EXPECT_EQ(keys::printable(keys::actor(258)), "v\\x00\\x00\\x01\\x02");
}

}  // namespace
}  // namespace entente::store
