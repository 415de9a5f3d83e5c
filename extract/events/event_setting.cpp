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
constexpr std::array<std::string_view, 8> bounds{"since", "until", "till", "before",
                                                 "after", "by",    "from", "beyond"};
// What stands behind these was at another time than the clause they stand in.
constexpr std::array<std::string_view, 13> elsewhen{"after",   "before",  "since",   "until",    "till",
                                                    "because", "if",      "unless",  "although", "though",
                                                    "despite", "whether", "followed"};
constexpr std::array<std::string_view, 5> ways{"to", "into", "through", "towards", "onto"};
constexpr std::array<std::string_view, 26> goings{
    "go",   "fly",     "travel",   "come",    "arrive", "return", "march", "walk",    "move",
    "send", "deploy",  "dispatch", "drive",   "sail",   "rush",   "ship",  "airlift", "advance",
    "push", "retreat", "withdraw", "deliver", "bring",  "head",   "take",  "pour"};

// What is looked for: a time holds for its clause only, a place for what goes before and after as well.
enum class Sought : std::uint8_t { time, place };

bool is_of_another_time(const Clauses& clauses, std::uint32_t at) {
    const auto relation = clauses.tree.main_relation(at);
    const bool hangs_on = relation == "advcl" || relation == "obl" || relation == "nmod";
    return hangs_on && among(elsewhen, preposition_of(clauses, at));
}

// What it costs the trigger's side to climb the edge above `at`: cheap within a clause, dear out of it.
int cost_of_climbing(const Clauses& clauses, std::uint32_t at, Sought sought) {
    const auto relation = clauses.tree.main_relation(at);
    if (relation == "ccomp" || relation == "parataxis" || relation == "csubj") return far;
    if (relation == "acl") return clauses.words[at].is_verb ? far : 3;
    if (sought == Sought::time && is_of_another_time(clauses, at)) return far;
    if (relation == "advcl" || relation == "xcomp") return 3;
    if (relation == "conj") return clauses.words[at].is_verb ? 4 : 1;
    if (relation == "appos") return 3;
    return 1;
}

// The same on the side of what is said of time or place: what another clause says is not said of the trigger.
int cost_of_descending(const Clauses& clauses, std::uint32_t at, Sought sought) {
    const auto relation = clauses.tree.main_relation(at);
    if (relation == "ccomp" || relation == "parataxis" || relation == "csubj") return far;
    if (relation == "acl") return clauses.words[at].is_verb ? far : 3;
    if (sought == Sought::time && is_of_another_time(clauses, at)) return far;
    if (relation == "advcl") return clauses.tree.child(at, "mark") == none ? 3 : 5;
    if (relation == "xcomp") return 2;
    if (relation == "conj") return clauses.words[at].is_verb ? 5 : 1;
    if (relation == "appos") return 3;
    return 1;
}

// What it costs to go from the trigger to the other token in the tree.
int distance(const Clauses& clauses, std::uint32_t from, std::uint32_t to, Sought sought) {
    struct Step {
        std::uint32_t token;
        int cost;
    };
    std::array<Step, 9> up{};
    std::size_t count = 0;
    int cost = 0;
    for (auto at = from; at != none && count < up.size(); at = clauses.tree.head(at)) {
        up[count++] = {at, cost};
        cost += cost_of_climbing(clauses, at, sought);
    }
    cost = 0;
    for (auto at = to; at != none && cost < far; at = clauses.tree.head(at)) {
        const auto end = up.begin() + static_cast<std::ptrdiff_t>(count);
        const auto met = std::find_if(up.begin(), end, [&](const Step& step) { return step.token == at; });
        if (met != end) return cost + met->cost;
        // What the expression itself hangs by is no clause, whatever marks it.
        cost += at == to ? 1 : cost_of_descending(clauses, at, sought);
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
    const auto named = clauses.tree.head(root);
    if (!modifies || named == trigger) return false;
    // "seized power in a 1993 coup".
    const auto preposition = preposition_of(clauses, named);
    const bool frames = preposition == "in" || preposition == "during" || preposition == "at";
    return !(frames && clauses.tree.main_relation(named) == "obl" && clauses.tree.head(named) == trigger);
}

// "the government in Bamako", "the ambassador in London": where somebody sits, not where it happened. Forces
// and crowds are where they act.
bool tells_who(const Clauses& clauses, const Cast& cast, std::uint32_t head, std::uint32_t trigger) {
    const auto above = clauses.tree.head(head);
    if (above == none || above == trigger || !clauses.tree.is(head, "nmod")) return false;
    return std::any_of(clauses.mentions.begin(), clauses.mentions.end(), [&](const Mention& mention) {
        if (mention.head != above || mention.as_place) return false;
        const Actor& actor = cast.actors[mention.actor];
        const bool governs = !actor.sectors.empty() && actor.sectors.front() == "GOV";
        return governs || (actor.type != ActorType::group && actor.type != ActorType::place);
    });
}

// "flew to Belfast", "moved troops to Grodno".
bool is_on_the_way(const Clauses& clauses, std::uint32_t head, std::uint32_t trigger) {
    const auto above = clauses.tree.head(head);
    if (above == none) return false;
    const bool of_trigger = above == trigger || clauses.tree.head(above) == trigger ||
                            above == clauses.tree.head(trigger);  // "flew to Lima to meet"
    return of_trigger &&
           (among(goings, clauses.words[trigger].verb) || among(goings, clauses.words[above].verb));
}

}  // namespace

const TimeExpression* time_of(const Clauses& clauses, std::span<const TimeExpression> times,
                              std::uint32_t trigger) {
    const TimeExpression* best = nullptr;
    int least = 9;
    for (const auto& time : times) {
        const auto root = root_of(clauses, time);
        if (bounds_a_stretch(clauses, time, root) || only_names(clauses, root, trigger)) continue;
        const auto cost = distance(clauses, trigger, root, Sought::time);
        if (cost >= least) continue;
        best = &time;
        least = cost;
    }
    return best;
}

std::int32_t place_of(const Clauses& clauses, const Cast& cast, std::uint32_t trigger) {
    std::int32_t best = -1;
    int least = 6;
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
        const bool hangs = relation == "obl" || relation == "nmod";
        const bool stands_in =
            hangs && among(locatives, preposition) && !tells_who(clauses, cast, head, trigger);
        const bool goes_to =
            hangs && place && among(ways, preposition) && is_on_the_way(clauses, head, trigger);
        const bool undergoes =
            place && tree.head(head) == trigger &&
            (relation == "obj" || tree.is(head, "nsubj:pass") || (relation == "nmod" && preposition == "of"));
        if (!stands_in && !undergoes && !goes_to) continue;
        const auto cost = undergoes || goes_to ? 0 : distance(clauses, trigger, head, Sought::place);
        if (cost >= least) continue;
        best = static_cast<std::int32_t>(m);
        least = cost;
    }
    return best;
}

}  // namespace entente::extract
