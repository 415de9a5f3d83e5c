#include "extract/events/event_setting.hpp"

#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;
constexpr int far = 100;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 13> locatives{"in",     "at",     "near",       "outside", "across",
                                                     "around", "inside", "throughout", "over",    "off",
                                                     "on",     "along",  "beside"};
constexpr std::array<std::string_view, 7> bounds{"since", "until", "till", "before", "after", "by", "from"};

// How dear a step over the edge above `at` is: cheap within a clause, dear into another one.
int step_cost(const Clauses& clauses, std::uint32_t at) {
    const auto relation = clauses.tree.main_relation(at);
    if (clauses.tree.is(at, "acl:relcl")) return 4;
    if (relation == "ccomp" || relation == "parataxis" || relation == "csubj") return far;
    if (relation == "advcl" || relation == "xcomp" || relation == "acl") return 3;
    if (relation == "conj") return clauses.words[at].is_verb ? 4 : 1;
    if (relation == "appos") return 3;
    return 1;
}

// What it costs to go from one token to the other in the tree.
int distance(const Clauses& clauses, std::uint32_t from, std::uint32_t to) {
    std::array<std::pair<std::uint32_t, int>, 9> up;
    std::size_t count = 0;
    int cost = 0;
    for (auto at = from; at != none && count < up.size(); at = clauses.tree.head(at)) {
        up[count++] = {at, cost};
        cost += step_cost(clauses, at);
    }
    cost = 0;
    for (auto at = to; at != none && cost < far; at = clauses.tree.head(at)) {
        const auto met = std::find_if(up.begin(), up.begin() + static_cast<std::ptrdiff_t>(count),
                                      [&](const auto& step) { return step.first == at; });
        if (met != up.begin() + static_cast<std::ptrdiff_t>(count)) return cost + met->second;
        cost += step_cost(clauses, at);
    }
    return far;
}

// The token by which the expression hangs on the rest of the sentence.
std::uint32_t root_of(const Clauses& clauses, const TimeExpression& time) {
    for (auto at = time.first; at < time.last; ++at) {
        const auto head = clauses.tree.head(at);
        if (head == none || head < time.first || head >= time.last) {
            if (!clauses.tree.is(at, "case") && !clauses.tree.is(at, "det") && !clauses.tree.is(at, "advmod"))
                return at;
        }
    }
    return time.last - 1;
}

bool bounds_a_stretch(const Clauses& clauses, const TimeExpression& time, std::uint32_t root) {
    if (time.first > 0 && among(bounds, clauses.words[time.first - 1].lower)) return true;
    return among(bounds, preposition_of(clauses, root));
}

// "the 2015 nuclear agreement", "Saturday's vote": names the thing it stands before.
bool only_names(const Clauses& clauses, std::uint32_t root, std::uint32_t trigger) {
    const auto relation = clauses.tree.main_relation(root);
    const bool modifies = relation == "compound" || relation == "nummod" || relation == "amod" ||
                          clauses.tree.is(root, "nmod:poss");
    return modifies && clauses.tree.head(root) != trigger;
}

}  // namespace

const TimeExpression* time_of(const Clauses& clauses, std::span<const TimeExpression> times,
                              std::uint32_t trigger) {
    const TimeExpression* best = nullptr;
    int least = 9;
    for (const auto& time : times) {
        const auto root = root_of(clauses, time);
        if (bounds_a_stretch(clauses, time, root) || only_names(clauses, root, trigger)) continue;
        const auto cost = distance(clauses, trigger, root);
        if (cost >= least) continue;
        best = &time;
        least = cost;
    }
    return best;
}

std::int32_t place_of(const Clauses& clauses, const Cast& cast, std::uint32_t trigger) {
    std::int32_t best = -1;
    int least = 9;
    const auto& tree = clauses.tree;
    for (std::uint32_t m = 0; m < clauses.mentions.size(); ++m) {
        const auto& mention = clauses.mentions[m];
        const auto type = cast.actors[mention.actor].type;
        const bool place = mention.as_place || type == ActorType::place;
        if ((!place && type != ActorType::country) || mention.head >= tree.size()) continue;
        auto head = mention.head;
        while (tree.head(head) != none && tree.head(head) >= mention.first && tree.head(head) < mention.last)
            head = tree.head(head);
        const auto preposition = preposition_of(clauses, head);
        const auto relation = tree.main_relation(head);
        const bool stands_in = among(locatives, preposition) && (relation == "obl" || relation == "nmod");
        const bool undergoes =
            place && tree.head(head) == trigger &&
            (relation == "obj" || tree.is(head, "nsubj:pass") || (relation == "nmod" && preposition == "of"));
        if (!stands_in && !undergoes) continue;
        const auto cost = undergoes ? 0 : distance(clauses, trigger, head);
        if (cost >= least) continue;
        best = static_cast<std::int32_t>(m);
        least = cost;
    }
    return best;
}

}  // namespace entente::extract
