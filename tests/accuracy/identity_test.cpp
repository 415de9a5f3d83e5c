// Who is who across articles: the short articles of identity/articles.jsonl, each mention with the one in the
// world whom it means ("who": words -> cluster), read by the extractor and joined by the graph.
//
// Scored as B-cubed over mentions (Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998). A
// mention that was read as no actor is a cluster of its own.
#include "graph/identity.hpp"

#include "extract/extractor.hpp"
#include "graph/article_key.hpp"
#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/dump.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <optional>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace entente::tests {
namespace {

struct Gold {
    std::string article;
    std::string words;
    std::string cluster;
    std::optional<graph::FormKey> form;  // of the actor that was read there
};

struct Sample {
    std::vector<graph::Said> articles;
    std::vector<Gold> mentions;
};

// Where the words stand by themselves, not as a part of longer ones that mean somebody.
std::optional<extract::ByteSpan> place(const std::string& text, const std::string& words,
                                       const nlohmann::json& who) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const bool is_part = std::ranges::any_of(who.items(), [&](const auto& row) {
            const std::string& longer = row.key();
            const std::size_t inside = longer.find(words);
            return longer.size() > words.size() && inside != std::string::npos && inside <= at &&
                   text.compare(at - inside, longer.size(), longer) == 0;
        });
        if (!is_part) {
            return extract::ByteSpan{static_cast<std::uint32_t>(at),
                                     static_cast<std::uint32_t>(at + words.size())};
        }
    }
    return std::nullopt;
}

// The actor whose mention covers the last of the words most closely.
const extract::Actor* actor_at(const extract::Extraction& said, extract::ByteSpan place) {
    const extract::Actor* best = nullptr;
    std::uint32_t least = 0;
    for (const extract::Actor& actor : said.actors) {
        for (const extract::ByteSpan& span : actor.spans) {
            if (span.begin >= place.end || span.end < place.end) continue;
            if (best == nullptr || span.size() < least) {
                best = &actor;
                least = span.size();
            }
        }
    }
    return best;
}

const Sample& sample() {
    static const Sample read = [] {
        const extract::Extractor extractor;
        Sample made;
        std::ifstream in(std::string(ENTENTE_TESTS_FOLDER) + "/accuracy/identity/articles.jsonl");
        for (std::string line; std::getline(in, line);) {
            const auto row = nlohmann::json::parse(line);
            extract::Article article;
            article.id = row.at("id");
            article.doc = "-";
            article.text = row.at("text");
            article.date = extract::parse_iso_date(row.at("date").get<std::string>()).value();
            const auto said = extractor.extract(article);
            for (const auto& [words, cluster] : row.at("who").items()) {
                Gold gold{article.id, words, cluster, std::nullopt};
                if (const auto span = place(article.text, words, row.at("who"))) {
                    if (const auto* actor = actor_at(said, *span)) gold.form = graph::form_key(*actor);
                }
                made.mentions.push_back(std::move(gold));
            }
            made.articles.push_back(graph::said(said));
        }
        return made;
    }();
    return read;
}

graph::MemoryGraph build(const std::vector<graph::Said>& articles) {
    graph::MemoryGraph made;
    for (const auto& said : articles) made.put(said);
    graph::resolve(made);
    return made;
}

// The vertex of each mention; one of its own where none was read.
std::vector<std::string> vertices(const graph::MemoryGraph& graph, const std::vector<Gold>& mentions) {
    std::vector<std::string> made;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const auto& form = mentions[i].form;
        made.push_back(form ? graph.all_forms().at(*form).actor : fmt::format("(unread {})", i));
    }
    return made;
}

struct BCubed {
    double precision = 0;
    double recall = 0;
    [[nodiscard]] double f1() const { return 2 * precision * recall / (precision + recall); }
};

BCubed b_cubed(const std::vector<std::string>& system, const std::vector<Gold>& gold) {
    BCubed sum;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        double of_system = 0;
        double of_gold = 0;
        double of_both = 0;
        for (std::size_t j = 0; j < gold.size(); ++j) {
            const bool same_system = system[i] == system[j];
            const bool same_gold = gold[i].cluster == gold[j].cluster;
            of_system += same_system ? 1 : 0;
            of_gold += same_gold ? 1 : 0;
            of_both += same_system && same_gold ? 1 : 0;
        }
        sum.precision += of_both / of_system;
        sum.recall += of_both / of_gold;
    }
    const auto count = static_cast<double>(gold.size());
    return {sum.precision / count, sum.recall / count};
}

void print_faults(const std::vector<std::string>& system, const std::vector<Gold>& gold) {
    std::map<std::string, std::map<std::string, std::vector<std::string>>> by_cluster;
    std::map<std::string, std::set<std::string>> by_vertex;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        by_cluster[gold[i].cluster][system[i]].push_back(gold[i].article + " " + gold[i].words);
        by_vertex[system[i]].insert(gold[i].cluster);
    }
    for (const auto& [cluster, vertices] : by_cluster) {
        const bool is_mixed = std::ranges::any_of(
            vertices, [&](const auto& row) { return by_vertex.at(row.first).size() > 1; });
        if (vertices.size() == 1 && !is_mixed) continue;
        std::cout << cluster << ":\n";
        for (const auto& [vertex, words] : vertices) {
            std::cout << fmt::format("    {}: {}\n", vertex, fmt::join(words, ", "));
        }
    }
}

TEST(Identity, IsRightAcrossArticles) {
    ASSERT_GE(sample().articles.size(), 60U);
    const auto system = vertices(build(sample().articles), sample().mentions);
    const BCubed score = b_cubed(system, sample().mentions);
    std::cout << fmt::format("{} articles, {} mentions: B-cubed precision {:.3f}, recall {:.3f}, F1 {:.3f}\n",
                             sample().articles.size(), sample().mentions.size(), score.precision,
                             score.recall, score.f1());
    print_faults(system, sample().mentions);
    EXPECT_GE(score.f1(), 0.95);
}

TEST(Identity, IsTheSameInTwentyRandomOrders) {
    std::vector<graph::Said> articles = sample().articles;
    const std::string expected = dump(build(articles));
    std::mt19937_64 random(20);
    for (int order = 0; order < 20; ++order) {
        for (std::size_t i = articles.size(); i > 1; --i) std::swap(articles[i - 1], articles[random() % i]);
        graph::MemoryGraph made;
        // In portions of a few, as they come.
        for (std::size_t i = 0; i < articles.size(); ++i) {
            made.put(articles[i]);
            if (random() % 10 == 0) graph::resolve(made);
        }
        graph::resolve(made);
        EXPECT_EQ(dump(made), expected) << "order " << order;
    }
}

}  // namespace
}  // namespace entente::tests
