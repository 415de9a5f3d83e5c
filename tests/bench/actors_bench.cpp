// What finding the actors of an article costs beside tagging and parsing it, over tests/articles: the one
// should take no more time than the other. Usage: actors_bench [--benchmark_filter=…] from the project's
// folder.
#include "extract/actors/actor_finder.hpp"
#include "extract/input/article_source.hpp"
#include "extract/reading/known_names.hpp"
#include "extract/reading/model_place.hpp"
#include "extract/reading/reader.hpp"

#include <utility>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>

namespace {

using namespace entente::extract;

std::vector<Document> documents() {
    std::vector<Document> all;
    ArticleSource source({"tests/articles"});
    while (const auto input = source.next()) {
        if (const auto* article = std::get_if<Article>(&*input)) {
            all.push_back(read(*article));
        }
    }
    return all;
}

const SentenceReader& reader() {
    static const SentenceReader loaded(load_model(find_model()));
    return loaded;
}

const Lexicons& lexicons() {
    static const Lexicons loaded;
    return loaded;
}

void tag_and_parse(benchmark::State& state) {
    const auto given = documents();
    for (auto _ : state) {
        for (Document document : given) {
            reader().read(document.sentences);
            benchmark::DoNotOptimize(document);
        }
    }
}

void settle_names_and_find_actors(benchmark::State& state) {
    auto given = documents();
    for (Document& document : given) {
        reader().read(document.sentences);
    }
    for (auto _ : state) {
        for (Document document : given) {
            settle_names(document.sentences, lexicons());
            benchmark::DoNotOptimize(find_actors(document, lexicons()));
        }
    }
}

BENCHMARK(tag_and_parse)->Unit(benchmark::kMillisecond);
BENCHMARK(settle_names_and_find_actors)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
