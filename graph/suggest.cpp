#include "graph/suggest.hpp"

#include "graph/spelling_distance.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <optional>
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

// Which letters and digits occur: a bit for each. One slip changes two of them at most, so most names are
// told apart from what is asked without comparing them letter by letter.
std::uint64_t letters(std::string_view folded) {
    std::uint64_t bits = 0;
    for (const char letter : folded.substr(0, longest_compared)) {
        bits |= std::uint64_t{1} << (static_cast<unsigned char>(letter) & 63U);
    }
    return bits;
}

// The folded name that is asked for, and what is worked out of it once.
class Asked {
 public:
    explicit Asked(std::string_view folded)
        : folded_(folded),
          words_(words(folded)),
          letters_(letters(folded)),
          most_(static_cast<std::uint32_t>(
              std::max<std::size_t>(1, std::min(folded.size(), longest_compared) / 4))) {}

    // How far apart the two are, nullopt for too far.
    [[nodiscard]] std::optional<std::uint32_t> apart(std::string_view folded) const {
        const std::uint64_t there = letters(folded);
        if (static_cast<std::uint32_t>(std::popcount(letters_ ^ there)) <= 2 * most_) {
            const std::uint32_t apart = spelling_distance(folded_, folded, most_);
            if (apart <= most_) return apart;
        }
        // In words that are there, one letter each may be another.
        const bool cut = folded.size() > longest_compared || folded_.size() > longest_compared;
        const auto missing = static_cast<std::size_t>(std::popcount(letters_ & ~there));
        if ((cut || missing <= words_.size()) && has_words(words_, folded)) return most_;
        return std::nullopt;
    }

 private:
    std::string_view folded_;
    std::set<std::string_view> words_;
    std::uint64_t letters_;
    std::uint32_t most_;
};

}  // namespace

std::vector<Suggestion> suggest(const View& view, std::string_view name, std::size_t limit) {
    const std::string asked = fold_name(name);
    if (asked.empty()) return {};
    const Asked name_asked(asked);
    std::map<ActorNumber, std::uint32_t> nearest;
    view.names("", [&](std::string_view folded, ActorNumber number) {
        const std::optional<std::uint32_t> apart = name_asked.apart(folded);
        if (!apart) return true;
        const auto [row, is_new] = nearest.emplace(number, *apart);
        if (!is_new) row->second = std::min(row->second, *apart);
        return true;
    });
    std::vector<Suggestion> found;
    found.reserve(nearest.size());
    std::vector<ActorNumber> numbers;
    numbers.reserve(nearest.size());
    for (const auto& [number, apart] : nearest) numbers.push_back(number);
    for (const Actor& actor : view.records(numbers)) {
        const ActorNumber number = numbers[found.size()];
        found.push_back({number, actor.id, actor.name, nearest.at(number), actor.articles});
    }
    std::ranges::sort(found, [](const Suggestion& a, const Suggestion& b) {
        return std::tuple{a.distance, b.articles, a.id} < std::tuple{b.distance, a.articles, b.id};
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace entente::graph
