// The best tree over a sentence, from a score for every possible arc.
//
// Chu and Liu 1965, Edmonds 1967: maximum spanning arborescence, here with exactly one token under the root
// (root arcs carry a penalty larger than any difference, so the best arborescence uses one). Non-projective
// trees included. Cost: O(n^2) when every token's best head already gives a tree, O(n^3) at worst. Total: any
// finite scores; ties go to the lower index.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::extract {

// `scores[d * (n + 1) + h]` scores head h for token d; h = n stands for the root. Returns for each token the
// index of its head, -1 for the one under the root.
std::vector<std::int32_t> best_tree(std::span<const float> scores, std::size_t tokens);

}  // namespace entente::extract
