#include "extract/reading/spanning_tree.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace entente::extract {

namespace {

using Index = std::size_t;
constexpr double impossible = -1e18;

// Vertex 0 is the root, token i is vertex i + 1; arc[d][h] as doubles so that penalties lose no precision.
struct Graph {
    Index size;
    std::vector<double> arc;

    [[nodiscard]] double at(Index dependent, Index head) const { return arc[dependent * size + head]; }
    double& at(Index dependent, Index head) { return arc[dependent * size + head]; }
};

std::vector<Index> best_heads(const Graph& graph) {
    std::vector<Index> heads(graph.size, 0);
    for (Index d = 1; d < graph.size; ++d) {
        double best = -std::numeric_limits<double>::infinity();
        for (Index h = 0; h < graph.size; ++h) {
            if (h == d || graph.at(d, h) <= best) continue;
            best = graph.at(d, h);
            heads[d] = h;
        }
    }
    return heads;
}

// The first cycle met from the lowest vertex on; empty when the heads form a tree.
std::vector<Index> find_cycle(const std::vector<Index>& heads) {
    std::vector<Index> visit(heads.size(), 0);
    for (Index start = 1; start < heads.size(); ++start) {
        Index v = start;
        while (v != 0 && visit[v] == 0) {
            visit[v] = start;
            v = heads[v];
        }
        if (v == 0 || visit[v] != start) continue;
        std::vector<Index> cycle;
        Index u = v;
        do {
            cycle.push_back(u);
            u = heads[u];
        } while (u != v);
        std::sort(cycle.begin(), cycle.end());
        return cycle;
    }
    return {};
}

// What contracting a cycle needs to be undone: which original vertices stand behind the new ones.
struct Contraction {
    Graph graph;
    std::vector<Index> original;     // of each vertex but the last
    std::vector<Index> enters_at;    // for each outside head: the cycle vertex its best arc enters
    std::vector<Index> leaves_from;  // for each outside dependent: the cycle vertex its best arc leaves
};

Contraction contract(const Graph& graph, const std::vector<Index>& heads, const std::vector<Index>& cycle) {
    Contraction out;
    std::vector<bool> inside(graph.size, false);
    for (const Index v : cycle) inside[v] = true;
    for (Index v = 0; v < graph.size; ++v)
        if (!inside[v]) out.original.push_back(v);
    const Index merged = out.original.size();
    out.graph = {merged + 1, std::vector<double>((merged + 1) * (merged + 1), impossible)};
    out.enters_at.resize(merged);
    out.leaves_from.resize(merged);
    for (Index i = 0; i < merged; ++i) {
        for (Index j = 0; j < merged; ++j) out.graph.at(i, j) = graph.at(out.original[i], out.original[j]);
        double enter = -std::numeric_limits<double>::infinity();
        double leave = enter;
        for (const Index v : cycle) {
            const double gain = graph.at(v, out.original[i]) - graph.at(v, heads[v]);
            if (gain > enter) {
                enter = gain;
                out.enters_at[i] = v;
            }
            if (graph.at(out.original[i], v) > leave) {
                leave = graph.at(out.original[i], v);
                out.leaves_from[i] = v;
            }
        }
        out.graph.at(merged, i) = enter;
        out.graph.at(i, merged) = leave;
    }
    return out;
}

// Contracts until there is no cycle, then opens the contractions from the last to the first.
std::vector<Index> arborescence(const Graph& whole) {
    std::vector<Contraction> contractions;
    std::vector<std::vector<Index>> kept_heads;
    std::vector<std::vector<Index>> cycles;
    std::vector<Index> heads = best_heads(whole);
    for (;;) {
        std::vector<Index> cycle = find_cycle(heads);
        if (cycle.empty()) break;
        const Graph& graph = contractions.empty() ? whole : contractions.back().graph;
        contractions.push_back(contract(graph, heads, cycle));
        kept_heads.push_back(std::move(heads));
        cycles.push_back(std::move(cycle));
        heads = best_heads(contractions.back().graph);
    }
    for (Index level = contractions.size(); level-- > 0;) {
        const Contraction& c = contractions[level];
        const Index merged = c.original.size();
        std::vector<Index> opened = kept_heads[level];  // right for the cycle but for one vertex
        const Index outside = heads[merged];
        opened[c.enters_at[outside]] = c.original[outside];
        for (Index i = 1; i < merged; ++i)
            opened[c.original[i]] = heads[i] == merged ? c.leaves_from[i] : c.original[heads[i]];
        heads = std::move(opened);
    }
    return heads;
}

}  // namespace

std::vector<std::int32_t> best_tree(std::span<const float> scores, std::size_t tokens) {
    Graph graph{tokens + 1, std::vector<double>((tokens + 1) * (tokens + 1), impossible)};
    double largest = 1;
    for (const float score : scores) largest = std::max(largest, std::abs(static_cast<double>(score)));
    const double penalty = largest * 4 * static_cast<double>(tokens + 1);
    for (Index d = 0; d < tokens; ++d) {
        for (Index h = 0; h < tokens; ++h)
            if (h != d) graph.at(d + 1, h + 1) = static_cast<double>(scores[d * (tokens + 1) + h]);
        graph.at(d + 1, 0) = static_cast<double>(scores[d * (tokens + 1) + tokens]) - penalty;
    }
    const std::vector<Index> heads = arborescence(graph);
    std::vector<std::int32_t> out(tokens);
    for (Index d = 0; d < tokens; ++d) out[d] = static_cast<std::int32_t>(heads[d + 1]) - 1;
    return out;
}

}  // namespace entente::extract
