#include "graph/rollup.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace entente::graph {

namespace {

constexpr ActorNumber none = std::numeric_limits<ActorNumber>::max();

// What a group is made by: country code and sector; either may be empty, not both.
using Code = std::pair<std::string, std::string>;

Code code_of(const Actor& actor, Rollup by) {
    const bool by_country = by == Rollup::country || actor.type == ActorType::country;
    return {actor.country, by_country || actor.sectors.empty() ? std::string{} : actor.sectors.front()};
}

std::string lower(std::string code) {
    for (char& c : code) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return code;
}

std::string joined(const std::string& a, const std::string& b, char between) {
    if (a.empty() || b.empty()) return a + b;
    return a + between + b;
}

// The country that a code stands for, of several the one that most articles name.
using Countries = std::map<std::string, Actor>;

Actor group_actor(const Code& code, const Countries& countries) {
    const auto country = countries.find(code.first);
    Actor actor;
    actor.country = code.first;
    if (country != countries.end() && code.second.empty()) {
        actor = country->second;
        actor.articles = 0;
        return actor;
    }
    const std::string& name = country == countries.end() ? code.first : country->second.name;
    actor.id = joined(lower(code.first), lower(code.second), '-');
    actor.name = joined(name, code.second, ' ');
    actor.type = ActorType::group;
    if (!code.second.empty()) actor.sectors = {code.second};
    actor.aliases[actor.name] = 0;
    return actor;
}

bool edge_before(const Edge& a, const Edge& b) {
    return std::tuple{a.date, a.id, a.source, a.target, a.kind} <
           std::tuple{b.date, b.id, b.source, b.target, b.kind};
}

}  // namespace

RolledUp::RolledUp(const View& beneath, Rollup by) : beneath_(beneath) {
    gather(by);
}

void RolledUp::gather(Rollup by) {
    Countries countries;
    std::map<Code, std::vector<std::pair<ActorNumber, std::uint32_t>>> members;
    beneath_.actors([&](ActorNumber number, const ActorId&) {
        Actor actor = beneath_.actor(number);
        const Code code = code_of(actor, by);
        if (code.first.empty() && code.second.empty()) {
            ++left_out_;
            return true;
        }
        members[code].emplace_back(number, actor.articles);
        if (actor.type == ActorType::country && !actor.country.empty()) {
            const auto [row, is_new] = countries.try_emplace(actor.country, actor);
            if (!is_new && actor.articles > row->second.articles) row->second = std::move(actor);
        }
        return true;
    });
    for (auto& [code, numbers] : members) {
        Group& group = groups_.emplace_back();
        group.actor = group_actor(code, countries);
        for (const auto& [number, articles] : numbers) {
            group.members.push_back(number);
            group.actor.articles += articles;
        }
    }
    std::ranges::sort(groups_, {}, [](const Group& group) { return group.actor.id; });
    for (ActorNumber at = 0; at < groups_.size(); ++at) {
        numbers_.emplace(groups_[at].actor.id, at);
        for (const ActorNumber member : groups_[at].members) {
            if (member >= group_by_member_.size()) group_by_member_.resize(std::size_t{member} + 1, none);
            group_by_member_[member] = at;
        }
    }
}

std::optional<ActorNumber> RolledUp::group_of(ActorNumber beneath) const {
    if (beneath >= group_by_member_.size() || group_by_member_[beneath] == none) return std::nullopt;
    return group_by_member_[beneath];
}

std::optional<ActorNumber> RolledUp::group_of(const ActorId& id) const {
    const auto number = beneath_.number(id);
    return number ? group_of(*number) : std::nullopt;
}

Counts RolledUp::counts() const {
    Counts counts = beneath_.counts();
    counts.actors = groups_.size();
    counts.edges = 0;
    for (ActorNumber group = 0; group < groups_.size(); ++group) counts.edges += edges(group).out->size();
    return counts;
}

std::vector<Candidate> RolledUp::find(std::string_view name) const {
    std::string code(name);
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    std::vector<Candidate> found;
    for (ActorNumber group = 0; group < groups_.size(); ++group) {
        const Actor& actor = groups_[group].actor;
        const bool is_code = actor.sectors.empty() && actor.country == code;
        if (actor.id == name || is_code || fold_name(actor.name) == fold_name(name)) {
            found.push_back({group, 0, actor.articles});
        }
    }
    if (!found.empty()) return found;
    for (const Candidate& candidate : beneath_.find(name)) {
        const auto group = group_of(candidate.actor);
        const bool is_known = group && std::ranges::find(found, *group, &Candidate::actor) != found.end();
        if (group && !is_known) found.push_back({*group, candidate.rank, candidate.articles});
    }
    return found;
}

void RolledUp::names(std::string_view prefix,
                     const std::function<bool(std::string_view, ActorNumber)>& visit) const {
    beneath_.names(prefix, [&](std::string_view folded, ActorNumber number) {
        const auto group = group_of(number);
        return group ? visit(folded, *group) : true;
    });
}

std::optional<ActorNumber> RolledUp::number(const ActorId& id) const {
    const auto row = numbers_.find(id);
    return row == numbers_.end() ? std::nullopt : std::optional(row->second);
}

Actor RolledUp::actor(ActorNumber number) const {
    return groups_.at(number).actor;
}

ActorId RolledUp::id(ActorNumber number) const {
    return groups_.at(number).actor.id;
}

void RolledUp::actors(const std::function<bool(ActorNumber, const ActorId&)>& visit) const {
    for (ActorNumber group = 0; group < groups_.size(); ++group) {
        if (!visit(group, groups_[group].actor.id)) return;
    }
}

RolledUp::Edges RolledUp::edges(ActorNumber group) const {
    {
        const std::lock_guard lock(mutex_);
        const auto row = edges_.find(group);
        if (row != edges_.end()) return row->second;
    }
    Edges made = put_together(group);
    const std::lock_guard lock(mutex_);
    return edges_.emplace(group, std::move(made)).first->second;
}

// A mutual edge runs from the smaller id to the larger, so it may turn round: numbers are in order of id.
RolledUp::Edges RolledUp::put_together(ActorNumber group) const {
    std::vector<Edge> out;
    std::vector<Edge> in;
    std::set<ActorNumber> others;
    const auto take = [&](const Edge& edge) {
        const auto source = group_of(edge.source);
        const auto target = group_of(edge.target);
        if (!source || !target || *source == *target) return;
        Edge rolled = edge;
        rolled.source = edge.reciprocal ? std::min(*source, *target) : *source;
        rolled.target = edge.reciprocal ? std::max(*source, *target) : *target;
        others.insert(rolled.source == group ? rolled.target : rolled.source);
        (rolled.source == group ? out : in).push_back(rolled);
    };
    for (const ActorNumber member : groups_.at(group).members) {
        const EdgeBlock from = beneath_.out_edges(member);
        const EdgeBlock to = beneath_.in_edges(member);
        std::ranges::for_each(*from, take);
        std::ranges::for_each(*to, take);
    }
    for (std::vector<Edge>* const edges : {&out, &in}) {
        std::ranges::sort(*edges, edge_before);
        edges->erase(std::unique(edges->begin(), edges->end()), edges->end());
    }
    return {std::make_shared<const std::vector<Edge>>(std::move(out)),
            std::make_shared<const std::vector<Edge>>(std::move(in)),
            static_cast<std::uint32_t>(others.size())};
}

EdgeBlock RolledUp::out_edges(ActorNumber vertex) const {
    return edges(vertex).out;
}

EdgeBlock RolledUp::in_edges(ActorNumber vertex) const {
    return edges(vertex).in;
}

std::uint32_t RolledUp::degree(ActorNumber vertex) const {
    return edges(vertex).degree;
}

std::vector<ActorId> RolledUp::groups_of(const std::vector<ActorId>& ids) const {
    std::set<ActorId> groups;
    for (const ActorId& id : ids) {
        if (const auto group = group_of(id)) groups.insert(groups_[*group].actor.id);
    }
    return {groups.begin(), groups.end()};
}

// In order of groups_of: the camp that all of a group's members are of, "" where there is none.
std::vector<std::string> RolledUp::camps_of_groups(const Event& event) const {
    std::map<ActorId, std::string> camps;
    for (std::size_t i = 0; i < event.actors.size() && i < event.actor_camps.size(); ++i) {
        const auto group = group_of(event.actors[i]);
        if (!group) continue;
        const auto [camp, is_new] = camps.try_emplace(groups_[*group].actor.id, event.actor_camps[i]);
        if (!is_new && camp->second != event.actor_camps[i]) camp->second.clear();
    }
    std::vector<std::string> in_order;
    for (auto& [group, camp] : camps) in_order.push_back(std::move(camp));
    return in_order;
}

Event RolledUp::rolled_up(Event event) const {
    const bool had_recipients = !event.recipients.empty();
    event.actor_camps = camps_of_groups(event);
    event.actors = groups_of(event.actors);
    event.recipients = groups_of(event.recipients);
    // Actors that did something to somebody unknown are not each other's partners.
    if (had_recipients && event.recipients.empty() && event.actors.size() > 1) event.actors.resize(1);
    return event;
}

std::optional<Event> RolledUp::event(EventId id) const {
    auto event = beneath_.event(id);
    return event ? std::optional(rolled_up(std::move(*event))) : std::nullopt;
}

void RolledUp::events(const std::function<bool(const Event&)>& visit) const {
    beneath_.events([&](const Event& event) { return visit(rolled_up(event)); });
}

void RolledUp::events_of(ActorNumber actor, const std::function<bool(const Event&)>& visit) const {
    std::map<std::pair<Date, EventId>, Event> events;
    for (const ActorNumber member : groups_.at(actor).members) {
        beneath_.events_of(member, [&](const Event& event) {
            events.try_emplace({event.date, event.id}, event);
            return true;
        });
    }
    for (const auto& [key, event] : events) {
        if (!visit(rolled_up(event))) return;
    }
}

void RolledUp::events_between(Date from, Date to, const std::function<bool(const Event&)>& visit) const {
    beneath_.events_between(from, to, [&](const Event& event) { return visit(rolled_up(event)); });
}

std::vector<Report> RolledUp::reports(const Event& event) const {
    return beneath_.reports(event);
}

std::optional<ImportedRow> RolledUp::imported(const Event& event) const {
    return beneath_.imported(event);
}

std::optional<Relation> RolledUp::relation(std::uint64_t id) const {
    auto relation = beneath_.relation(id);
    if (!relation) return relation;
    const auto from = group_of(relation->from);
    const auto to = group_of(relation->to);
    if (from) relation->from = groups_[*from].actor.id;
    if (to) relation->to = groups_[*to].actor.id;
    return relation;
}

std::optional<ArticleRecord> RolledUp::article(const ArticleKey& key) const {
    return beneath_.article(key);
}

void RolledUp::articles(const std::function<bool(const ArticleRecord&)>& visit) const {
    beneath_.articles(visit);
}

std::optional<Said> RolledUp::said(const ArticleKey& key) const {
    return beneath_.said(key);
}

}  // namespace entente::graph
