// `generate_store FOLDER EVENTS [SEED]`: a store of generated news, and how long it took, as lines
// "what value unit".
#include "graph/article_key.hpp"
#include "graph/resolve.hpp"
#include "store/store.hpp"
#include "tests/bench/generated_news.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>

#include <fmt/format.h>

namespace entente::bench {
namespace {

class Watch {
 public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

 private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void tell(const char* what, double value, const char* unit) {
    std::cout << fmt::format("{} {:.1f} {}\n", what, value, unit);
}

// Actors to ask about: the one with most neighbours, and two of the middle.
void name_some_actors(const graph::View& view) {
    std::vector<std::pair<std::uint32_t, graph::ActorId>> by_degree;
    view.actors([&](graph::ActorNumber number, const graph::ActorId& id) {
        if (view.degree(number) > 0) by_degree.emplace_back(view.degree(number), id);
        return true;
    });
    std::ranges::sort(by_degree);
    if (by_degree.size() < 3) return;
    const std::size_t middle = by_degree.size() / 2;
    std::cout << "busiest " << by_degree.back().second << '\n'
              << "typical " << by_degree[middle].second << '\n'
              << "another " << by_degree[middle + 1].second << '\n';
}

void generate(const std::string& folder, std::uint64_t events, std::uint64_t seed) {
    graph::Counts counts;
    std::uint64_t articles = 0;
    {
        store::Writer writer(folder);
        GeneratedNews news(events, seed);
        const Watch putting;
        for (; !news.done(); ++articles) writer.put(graph::said(news.next()));
        tell("put", static_cast<double>(articles) / putting.seconds(), "articles/s");
        const Watch resolving;
        graph::resolve(writer);
        tell("resolve", static_cast<double>(articles) / resolving.seconds(), "articles/s");
        counts = writer.view()->counts();
        name_some_actors(*writer.view());
        tell("resolve", static_cast<double>(counts.reports) / resolving.seconds(), "reports/s");
    }
    tell("articles", static_cast<double>(counts.articles), "");
    tell("events", static_cast<double>(counts.events), "");
    tell("reports", static_cast<double>(counts.reports), "");
    tell("actors", static_cast<double>(counts.actors), "");
    tell("edges", static_cast<double>(counts.edges), "");
    const auto bytes = static_cast<double>(store::disk_bytes(folder));
    tell("disk", bytes / static_cast<double>(counts.events), "bytes/event");
}

}  // namespace
}  // namespace entente::bench

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "generate_store FOLDER EVENTS [SEED]\n";
        return 2;
    }
    try {
        entente::bench::generate(arguments[1], std::stoull(arguments[2]),
                                 count > 3 ? std::stoull(arguments[3]) : 20260101);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
    return 0;
}
