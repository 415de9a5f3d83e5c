// Loopless paths one after the other, best first: Yen (Finding the K Shortest Loopless Paths in a Network,
// Management Science 17, 1971) with Lawler's saving (Management Science 18, 1972).
//
// Each answer spawns candidates that leave it at one vertex, no earlier than where it left its own parent.
// Which path is best, and how it is found, is the business of Search:
//
//     Route onward(root, to, closed)   the best way on from root.back() to `to`, both included, that enters
//     no
//                                      closed vertex and takes no closed step; empty when there is none
//     Cost cost(route)                 what a whole route costs: fewer hops, less weight
//     bool less(vertex, vertex)        a strict order of vertices that decides among equals
//
// When `onward` gives the first in the order of vertices among its equals, the answers come in exactly the
// order of cost, then vertices.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace entente::graph {

// Steps and vertices closed to one search. Empty for a search of its own.
template <typename Vertex>
struct Closed {
    std::set<std::pair<Vertex, Vertex>> steps;
    std::set<Vertex> vertices;
};

template <typename Vertex, typename Search>
class LooplessPaths {
 public:
    using Route = std::vector<Vertex>;

    // Paths that avoid the `closed` vertices altogether. The search must outlive it.
    LooplessPaths(Search& search, Vertex from, Vertex to, std::set<Vertex> closed = {})
        : search_(search), to_(to), closed_(std::move(closed)), candidates_(Before{&search}) {
        add_candidate({}, from, {{}, closed_}, 0);
    }

    // The next best, empty when there are no more.
    Route next() {
        if (!found_.empty() && is_to_branch_) branch(last_);
        is_to_branch_ = false;
        if (candidates_.empty()) return {};
        last_ = *candidates_.begin();
        candidates_.erase(candidates_.begin());
        found_.push_back(last_.route);
        is_to_branch_ = true;
        return last_.route;
    }

 private:
    struct Candidate {
        Route route;
        std::uint64_t cost = 0;
        std::size_t left_parent_at = 0;
    };
    struct Before {
        Search* search;
        bool operator()(const Candidate& a, const Candidate& b) const {
            if (a.cost != b.cost) return a.cost < b.cost;
            if (a.route.size() != b.route.size()) return a.route.size() < b.route.size();
            return std::lexicographical_compare(a.route.begin(), a.route.end(), b.route.begin(),
                                                b.route.end(),
                                                [this](Vertex x, Vertex y) { return search->less(x, y); });
        }
    };

    // Routes that share the first vertices of `best`, then leave it and all that were found.
    void branch(const Candidate& best) {
        for (std::size_t at = best.left_parent_at; at + 1 < best.route.size(); ++at) {
            const auto branching = best.route.begin() + static_cast<std::ptrdiff_t>(at);
            const Route root(best.route.begin(), branching);
            Closed<Vertex> closed{{}, closed_};
            closed.vertices.insert(root.begin(), root.end());
            for (const Route& route : found_) {
                const bool same_root =
                    route.size() > at + 1 && std::equal(best.route.begin(), branching + 1, route.begin());
                if (same_root) closed.steps.emplace(route[at], route[at + 1]);
            }
            add_candidate(root, *branching, closed, at);
        }
    }

    void add_candidate(Route root, Vertex spur, const Closed<Vertex>& closed, std::size_t at) {
        root.push_back(spur);
        const Route rest = search_.onward(root, to_, closed);
        if (rest.empty()) return;
        root.insert(root.end(), rest.begin() + 1, rest.end());
        const std::uint64_t cost = search_.cost(root);
        candidates_.insert({std::move(root), cost, at});
    }

    Search& search_;
    Vertex to_;
    std::set<Vertex> closed_;
    std::set<Candidate, Before> candidates_;
    std::vector<Route> found_;
    Candidate last_;
    bool is_to_branch_ = false;
};

}  // namespace entente::graph
