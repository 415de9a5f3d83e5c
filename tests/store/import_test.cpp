// What is imported answers as the same edges in plain containers do.
#include "store/import.hpp"

#include "graph/resolve.hpp"
#include "store/check.hpp"
#include "store/removal.hpp"
#include "store/store.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/store/described.hpp"
#include "tests/store/imported_lines.hpp"
#include "tests/store/test_folder.hpp"

#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::store {
namespace {

// The same view without the store's own short cuts: everything from edges and events, as View has it.
std::vector<std::string> facts(const graph::View& view) {
    std::vector<std::string> lines;
    describe_actors(view, lines);
    view.events([&](const graph::Event& event) {
        lines.push_back(fmt::format("event {} {} {} told {} of {}", event.id, printed(event),
                                    extract::to_string(event.date), event.told, event.dataset));
        return true;
    });
    return lines;
}

TEST(Import, keeps_every_row_as_an_edge_or_as_an_event_of_one_party) {
    const TestFolder folder;
    const std::vector<Line> lines = random_lines(1, 5000);
    const ImportSummary summary = take(folder.store(), lines);
    std::multiset<std::string> wanted;
    std::size_t untyped = 0;
    for (const Line& line : lines) {
        if (!line.type) {
            ++untyped;
            continue;
        }
        const bool pair = !line.source.empty() && !line.target.empty() && line.source != line.target;
        if (!pair) continue;
        wanted.insert(fmt::format("{}>{} {} {} {}", line.source, line.target, extract::to_string(line.date),
                                  extract::name(*line.type), line.reports));
    }
    const Reader reader(folder.store());
    std::multiset<std::string> out;
    std::multiset<std::string> in;
    reader.actors([&](graph::ActorNumber vertex, const graph::ActorId&) {
        const auto told = [&](const graph::Edge& edge) {
            return fmt::format("{}>{} {} {} {}", reader.actor(edge.source).name,
                               reader.actor(edge.target).name, extract::to_string(edge.date),
                               extract::name(static_cast<graph::EventType>(edge.type)), edge.reports);
        };
        const graph::EdgeBlock outgoing = reader.out_edges(vertex);
        for (const graph::Edge& edge : *outgoing) out.insert(told(edge));
        const graph::EdgeBlock incoming = reader.in_edges(vertex);
        for (const graph::Edge& edge : *incoming) in.insert(told(edge));
        return true;
    });
    EXPECT_EQ(out, wanted);
    EXPECT_EQ(in, wanted);
    EXPECT_EQ(summary.untyped, untyped);
    EXPECT_EQ(summary.events, lines.size() - untyped);
    EXPECT_EQ(reader.counts().edges, wanted.size());
    EXPECT_EQ(reader.counts().events, summary.events);
}

TEST(Import, sums_strands_and_degrees_as_the_edges_have_them) {
    const TestFolder folder;
    take(folder.store(), random_lines(2, 3000));
    take(folder.store(), random_lines(3, 500), "other");
    const Reader reader(folder.store());
    reader.actors([&](graph::ActorNumber vertex, const graph::ActorId& id) {
        const graph::StrandBlock kept = reader.strands(vertex);
        const graph::StrandBlock summed = reader.graph::View::strands(vertex);
        EXPECT_EQ(*kept.strands, *summed.strands) << id;
        EXPECT_EQ(kept.outgoing, summed.outgoing) << id;
        std::set<graph::ActorNumber> others;
        for (const graph::Strand& strand : *kept.strands) {
            others.insert(strand.source == vertex ? strand.target : strand.source);
        }
        EXPECT_EQ(reader.degree(vertex), others.size()) << id;
        for (const graph::ActorNumber other : others) {
            EXPECT_EQ(reader.between(vertex, other), reader.graph::View::between(vertex, other));
        }
        return true;
    });
}

TEST(Import, does_not_depend_on_order_portions_or_runs) {
    const std::vector<Line> lines = random_lines(4, 2000);
    const TestFolder once;
    take(once.store(), lines);
    const std::vector<std::string> wanted = facts(Reader(once.store()));

    std::vector<Line> shuffled = lines;
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937_64(5));
    const TestFolder small;
    take(small.store(), shuffled, "wire", 1);  // the smallest portions: many temporary files
    EXPECT_EQ(facts(Reader(small.store())), wanted);

    const TestFolder parts;
    for (std::size_t i = 0; i < shuffled.size(); i += 700) {
        take(parts.store(),
             {shuffled.begin() + static_cast<std::ptrdiff_t>(i),
              shuffled.begin() + static_cast<std::ptrdiff_t>(std::min(i + 700, shuffled.size()))});
    }
    EXPECT_EQ(facts(Reader(parts.store())), wanted);
}

TEST(Import, takes_the_same_rows_once) {
    const TestFolder folder;
    std::vector<Line> lines = random_lines(6, 500);
    for (Line& line : lines) line.id.clear();
    const ImportSummary first = take(folder.store(), lines);
    const std::vector<std::string> wanted = facts(Reader(folder.store()));
    const ImportSummary again = take(folder.store(), lines);
    EXPECT_EQ(again.events + again.untyped, 0U);
    EXPECT_EQ(again.known, 500U);
    EXPECT_EQ(first.events + first.untyped, 500U);
    EXPECT_EQ(facts(Reader(folder.store())), wanted);
}

TEST(Import, counts_rows_alike_within_a_file_but_not_across_files) {
    const Line line = {"Iran", "Iraq", {2014, 5, 6}, graph::EventType::consult, "", 1};
    const TestFolder one_file;
    EXPECT_EQ(take(one_file.store(), {line, line, line}).events, 3U);
    const TestFolder two_files;
    EXPECT_EQ(take(two_files.store(), {line, line, line, line, line}, "wire", 1, 3).events, 3U);
}

TEST(Import, finds_every_event_by_its_id_and_by_its_day) {
    const TestFolder folder;
    take(folder.store(), random_lines(7, 800));
    const Reader reader(folder.store());
    std::vector<graph::EventId> ids;
    reader.events([&](const graph::Event& event) {
        ids.push_back(event.id);
        EXPECT_EQ(reader.event(event.id), event);
        EXPECT_TRUE(reader.imported(event)->id.starts_with("row "));
        std::size_t found = 0;
        reader.events_between(event.date, event.date, [&](const graph::Event& other) {
            found += other.id == event.id ? 1 : 0;
            return true;
        });
        EXPECT_EQ(found, 1U) << extract::to_string(event.date);
        return true;
    });
    EXPECT_TRUE(std::ranges::is_sorted(ids));
    EXPECT_EQ(ids.size(), reader.counts().events);
    EXPECT_EQ(reader.event(12345), std::nullopt);
}

TEST(Import, finds_actors_by_any_spelling_of_their_name) {
    const TestFolder folder;
    {
        Import import(folder.store(), {.dataset = "wire", .format = "tsv", .memory_bytes = 1U << 20U});
        const auto iran = import.add_actor("IRAN", "IRAN", {"Iran", graph::ActorType::country, "IRN", {}});
        const auto persia =
            import.add_actor("Persia", "Persia", {"Iran", graph::ActorType::country, "IRN", {}});
        EXPECT_EQ(iran, persia);
        const auto island =
            import.add_actor("Curaçao", "Curaçao", {"Curaçao", graph::ActorType::country, "", {}});
        EXPECT_EQ(import.add_actor("...", "...", {"...", {}, "", {}}), no_actor);
        ImportEvent event;
        event.source = iran;
        event.target = island;
        event.kind = import.kind(aid());
        import.add(event);
        import.finish();
    }
    const Reader reader(folder.store());
    for (const std::string name : {"iran", "Iran", "PERSIA"}) {
        ASSERT_EQ(reader.find(name).size(), 1U) << name;
        EXPECT_EQ(reader.id(reader.find(name).front().actor), "iran");
    }
    EXPECT_EQ(reader.find("iran").front().rank, 0);
    EXPECT_EQ(reader.find("IRAN").front().rank, 1);
    EXPECT_EQ(reader.find("persia").front().rank, 2);
    EXPECT_EQ(reader.actor(*reader.number("curacao")).name, "Curaçao");
    EXPECT_EQ(reader.actor(*reader.number("iran")).country, "IRN");
}

// The rows of the first round, for the second.
std::vector<Line>& remembered() {
    static std::vector<Line> lines;
    return lines;
}

TEST(Import, shares_vertices_with_articles_whichever_came_first) {
    const std::vector<Line> lines = {
        {"Ali Hassan", "Nobody Else", {2014, 5, 6}, graph::EventType::consult, "", 1}};
    std::vector<std::vector<std::string>> all;
    for (const bool articles_first : {true, false}) {
        const TestFolder folder;
        const auto add_articles = [&] {
            Writer writer(folder.store());
            for (const auto& story : tests::random_stories(11, 12)) writer.put(story);
            graph::resolve(writer, {});
        };
        if (articles_first) add_articles();
        std::vector<Line> shared = lines;
        if (articles_first) {
            // Names that articles use as well.
            const Reader reader(folder.store());
            reader.actors([&](graph::ActorNumber number, const graph::ActorId& id) {
                if (graph::fold_name(reader.actor(number).name) == graph::fold_name(id)) {
                    shared.push_back({reader.actor(number).name,
                                      "Nobody Else",
                                      {2014, 1, 1},
                                      graph::EventType::aid,
                                      "",
                                      1});
                }
                return true;
            });
            remembered() = shared;
        }
        take(folder.store(), remembered());
        if (!articles_first) add_articles();
        const Reader reader(folder.store());
        std::vector<std::string> said = facts(reader);
        said.push_back(fmt::format("{} actors", reader.counts().actors));
        std::size_t actors = 0;
        reader.actors([&](graph::ActorNumber, const graph::ActorId&) { return ++actors > 0; });
        EXPECT_EQ(actors, reader.counts().actors);
        all.push_back(std::move(said));
    }
    EXPECT_EQ(all[0], all[1]);
}

TEST(Import, taken_out_again_leaves_the_store_as_if_it_had_never_been) {
    const auto stories = tests::random_stories(12, 10);
    const auto add_articles = [&](const std::filesystem::path& store) {
        Writer writer(store);
        for (const auto& story : stories) writer.put(story);
        graph::resolve(writer, {});
    };
    const TestFolder without;
    add_articles(without.store());
    take(without.store(), random_lines(13, 300), "kept");

    const TestFolder with;
    take(with.store(), random_lines(14, 200, 60), "dropped");
    add_articles(with.store());
    take(with.store(), random_lines(13, 300), "kept");
    take(with.store(), random_lines(15, 200), "dropped");
    EXPECT_NE(facts(Reader(with.store())), facts(Reader(without.store())));
    EXPECT_EQ(remove_dataset(with.store(), "nothing"), 0U);
    EXPECT_EQ(remove_dataset(with.store(), "dropped"), 400U);
    EXPECT_EQ(facts(Reader(with.store())), facts(Reader(without.store())));
    EXPECT_EQ(Reader(with.store()).counts().actors, Reader(without.store()).counts().actors);
    EXPECT_THAT(check(with.store()).first_faults, testing::IsEmpty());
    // Its numbers are free, its name is not: it may come back.
    EXPECT_GT(take(with.store(), random_lines(14, 200, 60), "dropped").events, 0U);
    EXPECT_THAT(check(with.store()).first_faults, testing::IsEmpty());
}

TEST(Import, that_is_never_finished_leaves_nothing) {
    const TestFolder folder;
    take(folder.store(), random_lines(8, 50));
    const std::vector<std::string> before = facts(Reader(folder.store()));
    {
        Import import(folder.store(), {.dataset = "wire", .format = "tsv", .memory_bytes = 1});
        ImportEvent event;
        event.source = actor(import, "Somebody New");
        event.kind = import.kind(aid());
        for (int i = 0; i < 3000; ++i) import.add(event);
    }
    EXPECT_EQ(facts(Reader(folder.store())), before);
    EXPECT_FALSE(std::filesystem::exists(folder.store() / "loading"));
}

}  // namespace
}  // namespace entente::store
