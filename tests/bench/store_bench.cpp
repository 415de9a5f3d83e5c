// What a question costs once a store is open, and what opening costs. The store is generated beforehand:
// ENTENTE_BENCH_STORE=FOLDER store_bench (see run.sh).
#include "graph/boost_graph.hpp"
#include "graph/neighbours.hpp"
#include "graph/pair_graph.hpp"
#include "graph/paths.hpp"
#include "graph/suggest.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <unordered_set>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/pending/queue.hpp>

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

void three_shortest_loopless_paths(benchmark::State& state) {
    graph::PathsQuery query;
    query.k = 3;
    std::size_t turn = 0;
    for (auto step : state) {
        benchmark::DoNotOptimize(graph::paths(reader(), some_vertex(turn), some_vertex(turn + 1), query));
        ++turn;
    }
}
BENCHMARK(three_shortest_loopless_paths)->Unit(benchmark::kMicrosecond);

void neighbours_of_some_actor(benchmark::State& state) {
    std::size_t turn = 0;
    for (auto step : state) benchmark::DoNotOptimize(graph::neighbours(reader(), some_vertex(turn++)));
}
BENCHMARK(neighbours_of_some_actor)->Unit(benchmark::kMicrosecond);

// As `entente neighbors` prints it: all ranked, twenty told.
void neighbours_of_the_busiest_actor(benchmark::State& state) {
    graph::NeighboursQuery query;
    query.limit = 20;
    query.latest = false;
    const graph::ActorNumber hub = busiest();
    std::size_t total = 0;
    for (auto step : state) total = graph::neighbours(reader(), hub, query).total;
    state.counters["neighbours"] = static_cast<double>(total);
}
BENCHMARK(neighbours_of_the_busiest_actor)->Unit(benchmark::kMicrosecond);

void near_spellings(benchmark::State& state) {
    for (auto step : state) benchmark::DoNotOptimize(graph::suggest(reader(), "Nobody of this naem"));
}
BENCHMARK(near_spellings)->Unit(benchmark::kMillisecond);

// Breadth first over the pairs, up to so many vertices: what Boost.Graph costs beside a loop by hand.
constexpr std::size_t vertices_searched = 2000;

struct Enough {};

class Stop : public boost::default_bfs_visitor {
 public:
    explicit Stop(std::size_t& seen) : seen_(&seen) {}
    template <class Vertex, class Graph>
    void discover_vertex(Vertex /*vertex*/, const Graph& /*graph*/) const {
        if (++*seen_ == vertices_searched) throw Enough{};
    }

 private:
    std::size_t* seen_;
};

void breadth_first_by_boost(benchmark::State& state) {
    const graph::PairGraph pairs(reader());
    std::size_t turn = 0;
    for (auto step : state) {
        std::size_t seen = 0;
        boost::queue<graph::ActorNumber> waiting;
        const graph::SparseMap<boost::default_color_type> colors;
        try {
            boost::breadth_first_visit(pairs, some_vertex(turn++), waiting, Stop(seen), colors);
        } catch (const Enough&) {
            benchmark::DoNotOptimize(seen);
        }
    }
}
BENCHMARK(breadth_first_by_boost)->Unit(benchmark::kMicrosecond);

void breadth_first_by_hand(benchmark::State& state) {
    std::size_t turn = 0;
    for (auto step : state) {
        std::vector<graph::ActorNumber> waiting = {some_vertex(turn++)};
        std::unordered_set<graph::ActorNumber> seen(waiting.begin(), waiting.end());
        for (std::size_t at = 0; at < waiting.size() && seen.size() < vertices_searched; ++at) {
            const graph::StrandBlock block = reader().strands(waiting[at]);
            for (std::size_t i = 0; i < block.outgoing && seen.size() < vertices_searched; ++i) {
                const graph::ActorNumber next = (*block.strands)[i].target;
                if (seen.insert(next).second) waiting.push_back(next);
            }
        }
        benchmark::DoNotOptimize(seen.size());
    }
}
BENCHMARK(breadth_first_by_hand)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente::store

BENCHMARK_MAIN();
