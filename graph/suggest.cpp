#include "graph/suggest.hpp"

#include "graph/spelling_distance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace entente::graph {

namespace {

constexpr std::size_t longest_compared = 64;  // letters; longer names are compared by their beginning

std::set<std::string_view> words(std::string_view folded) {
    std::set<std::string_view> found;
    while (!folded.empty()) {
        const std::size_t blank = std::min(folded.find(' '), folded.size());
        found.insert(folded.substr(0, blank));
        folded.remove_prefix(std::min(blank + 1, folded.size()));
    }
    return found;
}

// Every word asked for stands in the name, or one letter away from a word of it where it is long enough for
// that to be a slip.
bool has_words(const std::set<std::string_view>& asked, std::string_view folded) {
    const std::set<std::string_view> there = words(folded);
    return std::ranges::all_of(asked, [&there](std::string_view word) {
        return there.contains(word) || (word.size() >= 5 && std::ranges::any_of(there, [word](auto other) {
                                            return spelling_distance(word, other, 1) <= 1;
                                        }));
    });
}

}  // namespace

std::vector<Suggestion> suggest(const View& view, std::string_view name, std::size_t limit) {
    const std::string asked = fold_name(name);
    if (asked.empty()) return {};
    const auto most =
        static_cast<std::uint32_t>(std::max<std::size_t>(1, std::min(asked.size(), longest_compared) / 4));
    const std::set<std::string_view> asked_words = words(asked);
    std::map<ActorNumber, std::uint32_t> nearest;
    view.names("", [&](std::string_view folded, ActorNumber number) {
        std::uint32_t apart = spelling_distance(asked, folded, most);
        if (apart > most && has_words(asked_words, folded)) apart = most;
        if (apart > most) return true;
        const auto [row, is_new] = nearest.emplace(number, apart);
        if (!is_new) row->second = std::min(row->second, apart);
        return true;
    });
    std::vector<Suggestion> found;
    found.reserve(nearest.size());
    for (const auto& [number, apart] : nearest) {
        const Actor actor = view.actor(number);
        found.push_back({number, actor.id, actor.name, apart, actor.articles});
    }
    std::ranges::sort(found, [](const Suggestion& a, const Suggestion& b) {
        return std::tuple{a.distance, b.articles, a.id} < std::tuple{b.distance, a.articles, b.id};
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace entente::graph
