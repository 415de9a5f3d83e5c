// What the store answers from its sums and its order is what walking all edges and events gives.
#include "store/imports.hpp"

#include "graph/common.hpp"
#include "graph/filter.hpp"
#include "graph/graphml.hpp"
#include "graph/neighbours.hpp"
#include "graph/resolve.hpp"
#include "graph/stats.hpp"
#include "graph/timeline.hpp"
#include "store/import.hpp"
#include "store/store.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/graph/wrapped_view.hpp"
#include "tests/store/test_folder.hpp"

#include <random>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace entente::store {
namespace {

using tests::WrappedView;

ImportActorHandle actor(Import& import, const std::string& name) {
    const ImportActorHandle seen = import.actor(name);
    if (seen != no_actor) return seen;
    const auto type = static_cast<graph::ActorType>(name.size() % 3);
    return import.add_actor(name, name, {.name = name, .type = type, .country = {}, .sectors = {}});
}

// Events of a few actors over three years; one in ten has no PLOVER type, some have one party, some no date.
void import_events(const std::filesystem::path& folder, std::uint64_t seed, std::size_t count,
                   const std::string& dataset) {
    std::mt19937_64 random(seed);
    Import import(folder, {.dataset = dataset, .format = "tsv", .memory_bytes = 1U << 20U});
    for (std::size_t i = 0; i < count; ++i) {
        ImportEventKind kind;
        if (random() % 10 != 0) {
            kind.type = static_cast<graph::EventType>(random() % 16);
        } else {
            kind.cameo = "010";
        }
        if (random() % 8 == 0) kind.status = graph::Status::negation;
        ImportEvent event;
        const auto name = [&] { return fmt::format("Actor {}", std::min(random() % 30, random() % 30)); };
        event.source = random() % 12 == 0 ? no_actor : actor(import, name());
        event.target = random() % 12 == 0 && event.source != no_actor ? no_actor : actor(import, name());
        if (random() % 15 != 0) {
            event.date = {static_cast<std::int16_t>(2000 + random() % 3),
                          static_cast<std::uint8_t>(random() % 13), 0};
            if (event.date.month != 0) event.date.day = static_cast<std::uint8_t>(random() % 29);
        }
        event.kind = import.kind(kind);
        const std::string id = fmt::format("{}-{}", seed, i);
        event.id = id;
        event.reports = 1 + static_cast<std::uint32_t>(random() % 3);
        import.add(event);
    }
    import.finish();
}

// Two data sets and an article that tells of one of their actors.
class Imported : public testing::Test {
 protected:
    Imported() {
        import_events(folder_.store(), 1, 3000, "wire");
        import_events(folder_.store(), 2, 400, "other");
        {
            Writer writer(folder_.store());
            writer.put(tests::Story("a1", "2001-05-07")
                           .person("actor-1")
                           .person("john-kerry")
                           .person("sergei-lavrov")
                           .event(graph::EventType::consult, {"actor-1", "john-kerry"}, {"sergei-lavrov"},
                                  "2001-05-06")
                           .said());
            graph::resolve(writer, {});
        }
        reader_ = std::make_unique<Reader>(folder_.store());
        walking_ = std::make_unique<WrappedView>(*reader_);
    }

    std::vector<graph::ActorNumber> vertices() const {
        std::vector<graph::ActorNumber> numbers;
        reader_->actors([&numbers](graph::ActorNumber number, const graph::ActorId&) {
            numbers.push_back(number);
            return true;
        });
        return numbers;
    }

    TestFolder folder_;
    std::unique_ptr<Reader> reader_;
    std::unique_ptr<WrappedView> walking_;
};

std::vector<graph::Filter> filters() {
    std::vector<graph::Filter> filters(6);
    filters[1].event_types = {graph::EventType::aid, graph::EventType::assault};
    filters[2].since = {2001, 0, 0};
    filters[2].until = {2001, 2, 3};
    filters[3].min_reports = 2;
    filters[4].unreal = true;
    filters[5].until = {2000, 7, 0};
    filters[5].statuses = {graph::Status::negation};
    return filters;
}

TEST_F(Imported, neighbours_are_ranked_by_sums_as_by_edges) {
    for (const graph::Filter& filter : filters()) {
        graph::NeighboursQuery query;
        query.filter = filter;
        for (const auto ranking : {graph::Ranking::events, graph::Ranking::recent, graph::Ranking::name}) {
            query.ranking = ranking;
            query.limit = ranking == graph::Ranking::events ? 7 : 0;
            query.direction = static_cast<graph::Direction>(vertices().size() % 3);
            for (const graph::ActorNumber vertex : vertices()) {
                const graph::Neighbours kept = graph::neighbours(*reader_, vertex, query);
                const graph::Neighbours walked = graph::neighbours(*walking_, vertex, query);
                EXPECT_EQ(kept.total, walked.total) << vertex;
                EXPECT_EQ(kept.events, walked.events) << vertex;
                EXPECT_EQ(kept.relations, walked.relations) << vertex;
                EXPECT_EQ(kept.rows, walked.rows) << vertex;
            }
        }
    }
}

TEST_F(Imported, timelines_hold_what_all_events_hold) {
    const std::vector<graph::ActorNumber> all = vertices();
    for (const graph::Filter& filter : filters()) {
        graph::TimelineQuery query;
        query.filter = filter;
        for (const std::size_t limit : {0U, 1U, 9U}) {
            query.limit = limit;
            query.with.reset();
            query.actor.reset();
            const auto compare = [&](const std::string& what) {
                const graph::Timeline kept = graph::timeline(*reader_, query);
                const graph::Timeline walked = graph::timeline(*walking_, query);
                EXPECT_EQ(kept.total, walked.total) << what;
                EXPECT_EQ(kept.events, walked.events) << what;
            };
            compare("everybody");
            for (std::size_t i = 0; i < all.size(); i += 3) {
                query.actor = all[i];
                query.with.reset();
                compare(fmt::format("actor {}", all[i]));
                query.with = all[(i + 5) % all.size()];
                compare(fmt::format("actor {} with {}", all[i], *query.with));
            }
        }
    }
}

TEST_F(Imported, a_day_is_found_by_the_index_of_days) {
    graph::TimelineQuery query;
    query.filter.since = {2001, 5, 6};
    query.filter.until = {2001, 5, 6};
    const graph::Timeline kept = graph::timeline(*reader_, query);
    EXPECT_EQ(kept.events, graph::timeline(*walking_, query).events);
    EXPECT_GT(kept.total, 1U);
}

TEST_F(Imported, events_without_a_type_show_when_asked_for_and_only_then) {
    graph::TimelineQuery query;
    query.filter.unreal = true;
    const auto typed = graph::timeline(*reader_, query).events;
    EXPECT_TRUE(std::ranges::all_of(typed, &graph::Event::typed));
    query.untyped = true;
    const graph::Timeline untyped = graph::timeline(*reader_, query);
    EXPECT_EQ(untyped.total, reader_->event_tally().untyped);
    EXPECT_GT(untyped.total, 200U);
    for (const graph::Event& event : untyped.events) {
        EXPECT_FALSE(event.typed);
        EXPECT_EQ(event.cameo, "010");
    }
    const graph::Event& one = untyped.events.at(untyped.events.size() / 2);
    EXPECT_EQ(reader_->event(one.id), one);
    query.actor = reader_->number("actor-1");
    const graph::Timeline of_one = graph::timeline(*reader_, query);
    EXPECT_GT(of_one.total, 0U);
    EXPECT_LT(of_one.total, untyped.total);
}

TEST_F(Imported, counts_are_those_of_a_walk) {
    graph::Stats kept = graph::stats(*reader_, 5);
    const graph::Stats walked = graph::stats(*walking_, 5);
    EXPECT_GT(kept.events.untyped, 0U);
    kept.events.untyped = 0;  // a walk does not see them
    EXPECT_EQ(kept.events, walked.events);
    EXPECT_EQ(kept.actors_by_type, walked.actors_by_type);
    EXPECT_EQ(kept.busiest, walked.busiest);
}

TEST_F(Imported, records_come_in_the_order_asked_for) {
    std::vector<graph::ActorNumber> numbers = vertices();
    std::ranges::reverse(numbers);
    EXPECT_EQ(reader_->records(numbers), walking_->records(numbers));
}

TEST_F(Imported, exports_are_those_of_a_walk) {
    for (const graph::Filter& filter : filters()) {
        for (const bool aggregate : {false, true}) {
            std::ostringstream kept;
            std::ostringstream walked;
            const graph::GraphmlOptions options = {.aggregate = aggregate, .filter = filter};
            const graph::GraphmlSummary summary = graph::write_graphml(*reader_, kept, options);
            EXPECT_EQ(summary, graph::write_graphml(*walking_, walked, options));
            EXPECT_EQ(kept.str(), walked.str());
        }
    }
}

}  // namespace
}  // namespace entente::store
