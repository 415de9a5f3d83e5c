#include "graph/view.hpp"

#include <algorithm>

namespace entente::graph {

namespace {

// The last word of a folded name of several words, "" of one word.
std::string last_word(const std::string& folded) {
    const std::size_t blank = folded.rfind(' ');
    return blank == std::string::npos ? std::string{} : folded.substr(blank + 1);
}

}  // namespace

std::vector<NameUse> names_of(const Actor& actor) {
    const bool is_place = actor.type == ActorType::place;
    std::map<std::string, NameUse> uses;
    for (const auto& [alias, articles] : actor.aliases) {
        NameUse& use = uses[fold_name(alias)];
        use.rank = is_place ? 3 : 2;
        use.articles += articles;
    }
    uses[fold_name(actor.name)].rank = is_place ? 3 : 1;
    // People ask for "Macron" though every article writes him out.
    if (actor.type == ActorType::person) {
        const auto [surname, is_new] = uses.try_emplace(last_word(fold_name(actor.name)));
        if (is_new) surname->second.rank = 4;
    }
    std::vector<NameUse> in_order;
    for (auto& [folded, use] : uses) {
        if (folded.empty()) continue;
        use.folded = folded;
        in_order.push_back(std::move(use));
    }
    return in_order;
}

std::uint32_t hub_degree(const std::map<std::uint32_t, std::uint64_t>& vertices_by_degree,
                         std::uint64_t vertices) {
    const std::uint64_t may_lie_above = vertices / 1000;
    std::uint64_t above = 0;
    for (const auto& [degree, count] : vertices_by_degree) above += count;
    std::uint32_t largest = least_hub_degree;
    for (const auto& [degree, count] : vertices_by_degree) {
        if (above <= may_lie_above) break;
        above -= count;
        largest = degree;
    }
    return std::max(largest, least_hub_degree);
}

}  // namespace entente::graph
