// What a question costs once a store is open, and what opening costs. The store is generated beforehand:
// ENTENTE_BENCH_STORE=FOLDER store_bench (see run.sh).
#include "graph/paths.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <benchmark/benchmark.h>

namespace entente::store {
namespace {

std::string folder() {
    const char* const named = std::getenv("ENTENTE_BENCH_STORE");
    if (named == nullptr) throw std::runtime_error("set ENTENTE_BENCH_STORE to a store (generate_store)");
    return named;
}

const Reader& reader() {
    static const Reader opened(folder());
    return opened;
}

const std::vector<graph::ActorNumber>& vertices() {
    static const std::vector<graph::ActorNumber> all = [] {
        std::vector<graph::ActorNumber> numbers;
        reader().actors([&](graph::ActorNumber number, const graph::ActorId&) {
            numbers.push_back(number);
            return true;
        });
        return numbers;
    }();
    return all;
}

graph::ActorNumber busiest() {
    return *std::ranges::max_element(vertices(), {}, [](auto vertex) { return reader().degree(vertex); });
}

// A stride that visits the vertices in no order.
graph::ActorNumber some_vertex(std::size_t turn) {
    return vertices()[turn * 7919 % vertices().size()];
}

void open_a_store(benchmark::State& state) {
    for (auto step : state) {
        const Reader opened(folder());
        benchmark::DoNotOptimize(opened.counts());
    }
}
BENCHMARK(open_a_store)->Unit(benchmark::kMillisecond);

void edges_of_some_actor(benchmark::State& state) {
    std::size_t turn = 0;
    std::size_t edges = 0;
    for (auto step : state) {
        const graph::ActorNumber vertex = some_vertex(turn++);
        edges += reader().out_edges(vertex)->size() + reader().in_edges(vertex)->size();
    }
    state.counters["edges"] = static_cast<double>(edges) / static_cast<double>(turn);
}
BENCHMARK(edges_of_some_actor)->Unit(benchmark::kMicrosecond);

void edges_of_the_busiest_actor(benchmark::State& state) {
    const graph::ActorNumber hub = busiest();
    std::size_t edges = 0;
    for (auto step : state) edges = reader().out_edges(hub)->size() + reader().in_edges(hub)->size();
    state.counters["edges"] = static_cast<double>(edges);
}
BENCHMARK(edges_of_the_busiest_actor)->Unit(benchmark::kMicrosecond);

void find_by_name(benchmark::State& state) {
    std::size_t turn = 0;
    for (auto step : state) {
        state.PauseTiming();
        const std::string name = reader().actor(some_vertex(turn++)).name;
        state.ResumeTiming();
        benchmark::DoNotOptimize(reader().find(name));
    }
}
BENCHMARK(find_by_name)->Unit(benchmark::kMicrosecond);

void degree_of_some_actor(benchmark::State& state) {
    std::size_t turn = 0;
    for (auto step : state) benchmark::DoNotOptimize(reader().degree(some_vertex(turn++)));
}
BENCHMARK(degree_of_some_actor)->Unit(benchmark::kMicrosecond);

void events_of_some_actor(benchmark::State& state) {
    std::size_t turn = 0;
    for (auto step : state) {
        reader().events_of(some_vertex(turn++), [](const graph::Event& event) {
            benchmark::DoNotOptimize(&event);
            return true;
        });
    }
}
BENCHMARK(events_of_some_actor)->Unit(benchmark::kMicrosecond);

void shortest_path(benchmark::State& state) {
    std::size_t turn = 0;
    for (auto step : state) {
        benchmark::DoNotOptimize(graph::paths(reader(), some_vertex(turn), some_vertex(turn + 1)));
        ++turn;
    }
}
BENCHMARK(shortest_path)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente::store

BENCHMARK_MAIN();
