// Shards joined are what one build makes.
#include "store/merge.hpp"

#include "graph/graphml.hpp"
#include "graph/joined_decisions.hpp"
#include "graph/resolve.hpp"
#include "store/check.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/newsroom.hpp"
#include "tests/store/described.hpp"
#include "tests/store/imported_lines.hpp"
#include "tests/store/test_folder.hpp"

#include <fstream>
#include <random>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

// What one machine takes in: articles, and events of two data sets.
struct Material {
    std::vector<graph::Said> articles;
    std::vector<Line> wire;
    std::vector<Line> other;
};

Material random_material(std::uint64_t seed) {
    Material material;
    material.articles = tests::random_stories(seed, 14);
    material.wire = random_lines(seed, 300, 12);
    material.other = random_lines(seed + 100, 80, 15);
    for (std::size_t i = 0; i < material.other.size(); i += 3) material.other[i].id.clear();
    // Words that are told of some rows and not of others, of names written in several ways.
    for (std::size_t i = 0; i < material.wire.size(); i += 7) material.wire[i].source = "ACTOR 3";
    return material;
}

void build(const fs::path& store, const Material& material) {
    {
        Writer writer(store);
        for (const graph::Said& said : material.articles) writer.put(said);
        graph::resolve(writer, {});
    }
    if (!material.wire.empty()) take(store, material.wire, "wire");
    if (!material.other.empty()) take(store, material.other, "other");
}

void merge_into(const fs::path& target, const std::vector<fs::path>& shards) {
    Merge merge(shards, target);
    {
        Writer writer(target);
        std::vector<std::string> logs = merge.decisions();
        logs.push_back(writer.decisions());
        merge.put_articles(writer);
        graph::ResolveOptions options;
        options.decisions = graph::joined_decisions(logs).text;
        graph::resolve(writer, options);
    }
    merge.import_events();
}

// Every export there is goes through the view; GraphML has it all in stable order.
std::string exported(const fs::path& store) {
    const Reader reader(store);
    std::ostringstream out;
    graph::write_graphml(reader, out);
    std::string text = out.str();
    reader.events([&](const graph::Event& event) {
        text += tests::dump(event);
        if (const auto row = reader.imported(event))
            text += fmt::format("{}|{}|{}|{}|{}\n", row->id, row->place, row->url, row->text, row->label);
        return true;
    });
    reader.names("", [&](std::string_view folded, graph::ActorNumber actor) {
        text += fmt::format("{} {}\n", folded, reader.id(actor));
        return true;
    });
    return text;
}

std::vector<Material> split(const Material& whole, std::size_t parts, std::mt19937_64& random) {
    std::vector<Material> shards(parts);
    for (const auto& said : whole.articles) shards[random() % parts].articles.push_back(said);
    for (const auto& line : whole.wire) shards[random() % parts].wire.push_back(line);
    // Some rows lie in two shards; rows without an id are one file, and so stay together.
    for (const auto& line : whole.wire) {
        if (random() % 9 == 0) shards[random() % parts].wire.push_back(line);
    }
    shards[random() % parts].other = whole.other;
    return shards;
}

TEST(Merge, of_any_shards_in_any_order_is_what_one_build_makes) {
    std::mt19937_64 random(5);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Material whole = random_material(seed);
        const TestFolder folder;
        build(folder.path() / "whole", whole);
        const std::size_t parts = 2 + random() % 3;
        std::vector<fs::path> shards;
        for (const Material& part : split(whole, parts, random)) {
            shards.push_back(folder.path() / fmt::format("shard {}", shards.size()));
            build(shards.back(), part);
        }
        std::ranges::shuffle(shards, random);
        merge_into(folder.path() / "merged", shards);
        EXPECT_EQ(exported(folder.path() / "merged"), exported(folder.path() / "whole")) << seed;
        EXPECT_THAT(check(folder.path() / "merged").first_faults, IsEmpty()) << seed;
    }
}

TEST(Merge, again_or_one_by_one_changes_nothing_more) {
    const TestFolder folder;
    std::mt19937_64 random(2);
    const Material whole = random_material(9);
    build(folder.path() / "whole", whole);
    const auto parts = split(whole, 3, random);
    std::vector<fs::path> shards;
    for (const Material& part : parts) {
        shards.push_back(folder.path() / fmt::format("shard {}", shards.size()));
        build(shards.back(), part);
    }
    const fs::path target = folder.path() / "merged";
    merge_into(target, {shards[2]});
    merge_into(target, {shards[1], target});
    merge_into(target, shards);
    const auto counts = Reader(target).counts();
    Merge again(shards, target);
    {
        Writer writer(target);
        again.put_articles(writer);
    }
    again.import_events();
    EXPECT_EQ(again.summary().added + again.summary().replaced + again.summary().events, 0U);
    EXPECT_EQ(Reader(target).counts(), counts);
    EXPECT_EQ(exported(target), exported(folder.path() / "whole"));
}

TEST(Merge, that_stopped_half_way_is_finished_by_the_same_merge) {
    const TestFolder folder;
    const Material one = random_material(3);
    const Material two = random_material(4);
    build(folder.path() / "one", one);
    build(folder.path() / "two", two);
    const std::vector<fs::path> shards = {folder.path() / "one", folder.path() / "two"};
    merge_into(folder.path() / "at once", shards);
    const fs::path target = folder.path() / "in two goes";
    {
        Merge merge(shards, target);
        Writer writer(target);
        merge.put_articles(writer, [](std::uint64_t articles) { return articles < 5; });
    }
    EXPECT_THAT(check(target).first_faults, IsEmpty());
    merge_into(target, shards);
    EXPECT_EQ(exported(target), exported(folder.path() / "at once"));
}

TEST(Merge, keeps_the_later_version_of_an_article_whichever_shard_has_it) {
    const TestFolder folder;
    graph::Said early = tests::random_stories(1, 1).front();
    graph::Said late = early;
    early.article.date = early.extraction.date = {2015, 1, 1};
    late.article.date = late.extraction.date = {2016, 1, 1};
    early.article.version = "z";
    late.article.version = "a";
    build(folder.path() / "early", {.articles = {early}, .wire = {}, .other = {}});
    build(folder.path() / "late", {.articles = {late}, .wire = {}, .other = {}});
    for (const auto& order : {std::vector<fs::path>{folder.path() / "early", folder.path() / "late"},
                              std::vector<fs::path>{folder.path() / "late", folder.path() / "early"}}) {
        const fs::path target = folder.path() / fmt::format("from {}", order.front().filename().string());
        Merge merge(order, target);
        Writer writer(target);
        merge.put_articles(writer);
        EXPECT_EQ(writer.latest(early.article.key)->article.version, "a");
        EXPECT_THAT(merge.conflicts(), testing::ElementsAre(early.article.key));
    }
}

TEST(Merge, carries_articles_that_were_never_joined_and_none_that_wait_to_go) {
    const TestFolder folder;
    const auto stories = tests::random_stories(6, 3);
    {
        Writer writer(folder.store());
        writer.put(stories[0]);
        writer.put(stories[1]);
        graph::resolve(writer, {});
        writer.put(stories[2]);
        writer.remove(stories[0].article.key);
    }
    const fs::path target = folder.path() / "merged";
    merge_into(target, {folder.store()});
    const Reader reader(target);
    EXPECT_FALSE(reader.article(stories[0].article.key));
    EXPECT_TRUE(reader.article(stories[1].article.key));
    EXPECT_TRUE(reader.article(stories[2].article.key));
}

StoreError::Kind refused(const std::function<void()>& action) {
    try {
        action();
    } catch (const StoreError& error) {
        return error.kind();
    }
    ADD_FAILURE() << "nothing was refused";
    return StoreError::Kind::failed;
}

TEST(Merge, refuses_what_it_cannot_join_before_it_touches_the_target) {
    const TestFolder folder;
    build(folder.path() / "good", random_material(1));
    const fs::path target = folder.path() / "target";
    const auto merge = [&](const fs::path& shard) {
        return refused([&] { Merge({folder.path() / "good", shard}, target); });
    };
    EXPECT_EQ(merge(folder.path() / "nowhere"), StoreError::Kind::missing);
    fs::copy(folder.path() / "good", folder.path() / "newer", fs::copy_options::recursive);
    std::ofstream(folder.path() / "newer" / "ENTENTE") << "entente store\nversion 9999\n";
    EXPECT_EQ(merge(folder.path() / "newer"), StoreError::Kind::newer_version);
    EXPECT_FALSE(fs::exists(target));
    const Writer other(target);
    EXPECT_EQ(refused([&] { merge_into(target, {folder.path() / "good"}); }), StoreError::Kind::locked);
    EXPECT_EQ(refused([&] { Merge({folder.path() / "good"}, target).import_events(); }),
              StoreError::Kind::locked);
}

}  // namespace
}  // namespace entente::store
