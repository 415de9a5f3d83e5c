// Which reports tell one happening: the articles of folding/articles.jsonl, each report with the happening it
// tells, read by the extractor and folded by the graph.
//
// A gold report is found when the extractor reports an event of its type in its sentence, the one with its
// trigger before others. Scored by pairs: of two reports of one happening both should be in one event. Those
// that are not found are in no event, so their pairs are missed; "among those found" leaves them out.
#include "extract/extractor.hpp"
#include "graph/article_key.hpp"
#include "graph/derive.hpp"
#include "graph/fold.hpp"
#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/accuracy/scores.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace entente::tests {
namespace {

using nlohmann::json;

struct GoldReport {
    std::string happening;
    std::string words;                      // for people: article, type, trigger, and how it was read
    std::optional<graph::ReportId> report;  // the extractor's
};

struct Sample {
    std::vector<graph::Said> articles;
    std::vector<GoldReport> reports;
};

extract::ByteSpan span_of(const std::string& text, const std::string& words, extract::ByteSpan within) {
    const std::size_t at = text.find(words, within.begin);
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// "met#2" is the second "met" of the sentence.
extract::ByteSpan trigger_of(const std::string& text, const std::string& words, extract::ByteSpan sentence) {
    const std::size_t mark = words.find('#');
    const int times = mark == std::string::npos ? 1 : std::stoi(words.substr(mark + 1));
    extract::ByteSpan found = span_of(text, words.substr(0, mark), sentence);
    for (int i = 1; i < times; ++i) found = span_of(text, words.substr(0, mark), {found.end, sentence.end});
    return found;
}

bool touch(extract::ByteSpan a, extract::ByteSpan b) {
    return a.begin < b.end && b.begin < a.end;
}

// The event of the type in the sentence that no other gold report has: with this trigger, else any.
const extract::Event* event_of(const extract::Extraction& said, const json& gold,
                               std::set<const extract::Event*>& taken) {
    const auto sentence = span_of(said.text, gold.at("sentence"), {});
    const auto trigger = trigger_of(said.text, gold.at("trigger"), sentence);
    const auto find = [&](bool by_trigger) -> const extract::Event* {
        for (const extract::Event& event : said.events) {
            if (name(event.type) != gold.at("type").get<std::string>() || taken.contains(&event)) continue;
            if (touch(event.trigger_span, by_trigger ? trigger : sentence)) return &event;
        }
        return nullptr;
    };
    const extract::Event* found = find(true);
    if (found == nullptr) found = find(false);
    if (found != nullptr) taken.insert(found);
    return found;
}

void add_gold(Sample& sample, const graph::Said& said, const json& row) {
    std::set<const extract::Event*> taken;
    for (const json& gold : row.at("happenings")) {
        GoldReport report;
        report.happening = gold.at("happening");
        report.words = fmt::format("{} {} '{}'", row.at("id").get<std::string>(),
                                   gold.at("type").get<std::string>(), gold.at("trigger").get<std::string>());
        if (const auto* const event = event_of(said.extraction, gold, taken)) {
            report.report = graph::report_id(said.article.key, *event);
            report.words +=
                fmt::format(" {} {} @{} [{}] -> [{}]", extract::name(event->status), to_string(event->date),
                            event->place, fmt::join(event->actors, " "), fmt::join(event->recipients, " "));
        }
        sample.reports.push_back(std::move(report));
    }
}

const Sample& sample() {
    static const Sample read = [] {
        const extract::Extractor extractor;
        Sample made;
        std::ifstream in(std::string(ENTENTE_TESTS_FOLDER) + "/accuracy/folding/articles.jsonl");
        for (std::string line; std::getline(in, line);) {
            const auto row = json::parse(line);
            extract::Article article;
            article.id = row.at("id");
            article.title = row.at("title");
            article.source = row.at("source");
            article.text = row.at("text");
            article.date = extract::parse_iso_date(row.at("date").get<std::string>()).value();
            made.articles.push_back(graph::said(extractor.extract(article)));
            add_gold(made, made.articles.back(), row);
        }
        return made;
    }();
    return read;
}

using EventOf = std::map<graph::ReportId, graph::EventId>;

// The event of each report, of a graph that was given the articles in this order.
EventOf folded(const std::vector<graph::Said>& articles, std::size_t portion) {
    graph::MemoryGraph graph;
    graph::ResolveOptions options;
    options.portion = portion;
    for (const graph::Said& said : articles) graph.put(said);
    resolve(graph, options);
    EventOf found;
    graph.events([&](const graph::Event& event) {
        for (const graph::ReportId id : event.reports) found[id] = event.id;
        return true;
    });
    return found;
}

struct Pairs {
    int right = 0;
    int made = 0;
    int wanted = 0;
    int wanted_found = 0;  // of those, with both reports found

    [[nodiscard]] double f1(int of) const {
        return made + of == 0 ? 0 : 2.0 * right / static_cast<double>(made + of);
    }
};

Pairs compare(const std::vector<GoldReport>& reports, const EventOf& events, bool print) {
    Pairs pairs;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        for (std::size_t j = i + 1; j < reports.size(); ++j) {
            const GoldReport& a = reports[i];
            const GoldReport& b = reports[j];
            const bool found = a.report && b.report;
            const bool one_event = found && events.at(*a.report) == events.at(*b.report);
            const bool one_happening = a.happening == b.happening;
            pairs.wanted += one_happening ? 1 : 0;
            pairs.wanted_found += one_happening && found ? 1 : 0;
            pairs.made += one_event ? 1 : 0;
            pairs.right += one_event && one_happening ? 1 : 0;
            if (!print || !found || one_event == one_happening) continue;
            std::cout << fmt::format("  {} {}: {} | {} {}\n", one_event ? "joined" : "apart ", a.happening,
                                     a.words, b.happening, b.words);
        }
    }
    return pairs;
}

TEST(Folding, puts_the_reports_of_one_happening_into_one_event) {
    const EventOf events = folded(sample().articles, 1000);
    const Pairs pairs = compare(sample().reports, events, true);
    const auto found = std::ranges::count_if(
        sample().reports, [](const GoldReport& report) { return report.report.has_value(); });
    std::cout << fmt::format(
        "{} articles, {} reports of which {} found; {} pairs made, {} right, {} wanted; pairwise F1 {:.3f}, "
        "among those found {:.3f}\n",
        sample().articles.size(), sample().reports.size(), found, pairs.made, pairs.right, pairs.wanted,
        pairs.f1(pairs.wanted), pairs.f1(pairs.wanted_found));
    EXPECT_GE(sample().articles.size(), 40U);
    EXPECT_GE(pairs.f1(pairs.wanted_found), 0.33);
    EXPECT_GE(10 * pairs.right, 7 * pairs.made) << "what is joined is one happening";
}

TEST(Folding, is_the_same_in_any_order_of_articles) {
    const EventOf once = folded(sample().articles, 1000);
    std::vector<graph::Said> articles = sample().articles;
    std::mt19937_64 random(5);
    for (const std::size_t portion : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
        for (std::size_t i = articles.size(); i > 1; --i) std::swap(articles[i - 1], articles[random() % i]);
        EXPECT_EQ(folded(articles, portion), once) << "in portions of " << portion;
    }
}

TEST(Folding, is_undone_when_an_article_goes) {
    const std::vector<graph::Said>& all = sample().articles;
    const std::vector<graph::Said> fewer(all.begin() + 5, all.end());
    graph::MemoryGraph graph;
    for (const graph::Said& said : all) graph.put(said);
    resolve(graph);
    for (std::size_t i = 0; i < 5; ++i) graph.remove(all[i].article.key);
    resolve(graph);
    EventOf left;
    graph.events([&](const graph::Event& event) {
        for (const graph::ReportId id : event.reports) left[id] = event.id;
        return true;
    });
    EXPECT_EQ(left, folded(fewer, 1000));
}

}  // namespace
}  // namespace entente::tests
