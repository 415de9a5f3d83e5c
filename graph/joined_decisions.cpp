#include "graph/joined_decisions.hpp"

#include "graph/decisions.hpp"
#include "graph/fold_name.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace entente::graph {

namespace {

using Log = std::vector<Decision>;

// Lines by id, and behind which others each comes in some log.
struct Lines {
    std::map<std::string, Decision> by_id;
    std::map<std::string, std::set<std::string>> before;
};

Lines lines_of(const std::vector<Log>& logs) {
    Lines lines;
    for (const Log& log : logs) {
        const Decision* last = nullptr;
        for (const Decision& decision : log) {
            const auto [line, is_new] = lines.by_id.try_emplace(decision.id, decision);
            // The same decision for different reasons: one of them, whichever log came first.
            if (!is_new && line_of(decision) < line_of(line->second)) line->second = decision;
            if (last != nullptr && last->id != decision.id) lines.before[decision.id].insert(last->id);
            last = &decision;
        }
    }
    return lines;
}

Log in_order(const Lines& lines) {
    Log ordered;
    std::set<std::string> left;
    for (const auto& [id, decision] : lines.by_id) left.insert(id);
    while (!left.empty()) {
        const auto is_next = [&](const std::string& id) {
            const auto before = lines.before.find(id);
            return before == lines.before.end() ||
                   std::ranges::none_of(before->second,
                                        [&](const std::string& other) { return left.contains(other); });
        };
        auto next = std::ranges::find_if(left, is_next);
        if (next == left.end()) next = left.begin();
        ordered.push_back(lines.by_id.at(*next));
        left.erase(next);
    }
    return ordered;
}

bool share_a_name(const Decision& one, const Decision& other) {
    return std::ranges::any_of(one.names, [&](const std::string& name) {
        return std::ranges::any_of(
            other.names, [&](const std::string& second) { return fold_name(name) == fold_name(second); });
    });
}

bool same_pair(const Decision& one, const Decision& other) {
    return std::minmax(one.actor, one.other) == std::minmax(other.actor, other.other);
}

bool contradict(const Decision& one, const Decision& other) {
    using Kind = DecisionKind;
    if (one.kind == Kind::merge && other.kind == Kind::merge)
        return one.other == other.other && one.actor != other.actor;
    if (one.kind == Kind::merge && other.kind == Kind::distinct) return same_pair(one, other);
    if (one.kind == Kind::rename && other.kind == Kind::rename)
        return one.actor == other.actor && one.names != other.names;
    if (one.kind == Kind::add_alias && other.kind == Kind::add_alias)
        return one.actor != other.actor && share_a_name(one, other);
    if (one.kind == Kind::add_alias && other.kind == Kind::remove_alias)
        return one.actor == other.actor && share_a_name(one, other);
    return false;
}

bool in_one_log(const std::vector<Log>& logs, const Decision& one, const Decision& other) {
    return std::ranges::any_of(logs, [&](const Log& log) {
        return std::ranges::count(log, one.id, &Decision::id) > 0 &&
               std::ranges::count(log, other.id, &Decision::id) > 0;
    });
}

}  // namespace

JoinedDecisions joined_decisions(const std::vector<std::string>& texts) {
    std::vector<Log> logs;
    for (const std::string& text : texts) logs.push_back(read_decisions(text, "the decisions of a store"));
    const Log log = in_order(lines_of(logs));
    JoinedDecisions joined;
    for (const Decision& decision : log) joined.text += line_of(decision) + "\n";
    const Decisions decisions(log);
    const std::vector<Decision>& in_force = decisions.in_force();
    for (std::size_t i = 0; i < in_force.size(); ++i) {
        for (std::size_t j = i + 1; j < in_force.size(); ++j) {
            const bool against = contradict(in_force[i], in_force[j]) || contradict(in_force[j], in_force[i]);
            if (!against || in_one_log(logs, in_force[i], in_force[j])) continue;
            joined.conflicts.push_back(fmt::format("{} and {} cannot both hold; the second counts",
                                                   line_of(in_force[i]), line_of(in_force[j])));
        }
    }
    return joined;
}

}  // namespace entente::graph
