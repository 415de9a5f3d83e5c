// Small random graphs and the Changes that lead from one to the next: what a long life of adding, replacing
// and removing articles does to a ledger, without the articles.
#pragma once

#include "graph/ledger.hpp"

#include <map>
#include <random>
#include <set>

namespace entente::store {

struct World {
    std::map<graph::ActorId, graph::Actor> actors;
    std::map<graph::FormKey, graph::Form> forms;
    std::set<std::pair<graph::FormKey, graph::ArticleKey>> uses;
    std::map<std::pair<graph::FoldBlock, graph::ReportId>, graph::Report> reports;
    std::map<graph::EventId, graph::Event> events;
    std::map<std::uint64_t, graph::Relation> relations;
};

class RandomWorlds {
 public:
    explicit RandomWorlds(std::uint64_t seed) : random_(seed) {}

    static constexpr std::uint32_t event_ids = 40;

    World next() {
        World world;
        for (const std::string id : {"iran", "france", "paris", "us", "ali", "kerry", "lavrov", "un"}) {
            if (below(5) != 0) world.actors[id] = actor(id);
        }
        for (std::uint64_t id = 1; id <= event_ids; ++id) {
            if (below(3) != 0) add_event(world, id);
        }
        for (int i = 0; i < 6; ++i) add_relation(world);
        for (int i = 0; i < 6; ++i) add_form(world);
        return world;
    }

 private:
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

    graph::Actor actor(const graph::ActorId& id) {
        static const std::vector<std::string> names = {"Iran", "The Iran", "Par\xC3\xADs", "Paris", "U.S.",
                                                       "US",   "Mr. Ali",  "ali",          "",      "!"};
        graph::Actor actor;
        actor.id = id;
        actor.name = names[below(10)];
        actor.type = static_cast<graph::ActorType>(below(5));
        for (std::uint32_t i = below(4); i > 0; --i) actor.aliases[names[below(10)]] = below(9) + 1;
        actor.articles = below(20);
        return actor;
    }

    graph::Date date() {
        if (below(6) == 0) return {};
        graph::Date date{.year = static_cast<std::int16_t>(2015 + below(2))};
        if (below(5) != 0) date.month = static_cast<std::uint8_t>(1 + below(2));
        if (date.month != 0 && below(4) != 0) date.day = static_cast<std::uint8_t>(1 + below(28));
        return date;
    }

    // Sorted, distinct, among those there are.
    std::vector<graph::ActorId> some(const World& world, std::uint32_t most) {
        std::set<graph::ActorId> chosen;
        for (std::uint32_t i = below(most + 1); i > 0 && !world.actors.empty(); --i) {
            auto one = world.actors.begin();
            std::advance(one, below(static_cast<std::uint32_t>(world.actors.size())));
            chosen.insert(one->first);
        }
        return {chosen.begin(), chosen.end()};
    }

    // Takes over the reports of the ids behind it that have no event of their own.
    void add_event(World& world, std::uint64_t id) {
        graph::Event event;
        event.id = id;
        event.block = "block " + std::to_string(below(4));
        event.type = static_cast<graph::EventType>(below(16));
        event.status = static_cast<graph::Status>(below(5));
        event.date = date();
        event.actors = some(world, 3);
        event.recipients = some(world, 2);
        event.sources = below(3);
        event.reports = {id};
        if (!world.events.empty() && world.events.rbegin()->first + 2 < id) event.reports = {id - 1, id};
        event.id = event.reports.front();
        for (const graph::ReportId report_id : event.reports) {
            graph::Report report;
            report.id = report_id;
            report.article = "article " + std::to_string(below(9));
            world.reports[{event.block, report_id}] = report;
        }
        world.events[event.id] = event;
    }

    void add_relation(World& world) {
        if (world.actors.size() < 2) return;
        const auto ends = some(world, 8);
        if (ends.size() < 2) return;
        graph::Relation relation;
        relation.type = static_cast<graph::RelationType>(below(4));
        relation.from = ends[below(2)];
        relation.to = ends[1];  // at times itself
        relation.derived = below(2) == 0;
        relation.last_seen = date();
        relation.evidence.resize(below(3));
        world.relations[graph::relation_id(relation.type, relation.from, relation.to)] = relation;
    }

    void add_form(World& world) {
        graph::Form form;
        form.key = {"block " + std::to_string(below(2)), static_cast<graph::ActorType>(below(5)),
                    "id " + std::to_string(below(2)), below(2) == 0 ? "" : "IRN"};
        form.articles = below(5);
        form.names["Ali"] = below(5);
        if (below(3) != 0) form.actor = below(2) == 0 ? "ali" : "iran";
        world.forms[form.key] = form;
        world.uses.insert({form.key, "article " + std::to_string(below(9))});
    }

    std::mt19937_64 random_;
};

template <class Key, class Value, class Put, class Drop>
void differences(const std::map<Key, Value>& before, const std::map<Key, Value>& now, Put put, Drop drop) {
    for (const auto& [key, value] : before) {
        if (!now.contains(key)) drop(key);
    }
    for (const auto& [key, value] : now) {
        const auto old = before.find(key);
        if (old == before.end() || !(old->second == value)) put(key, value);
    }
}

inline graph::Changes changes(const World& before, const World& now) {
    graph::Changes to;
    differences(
        before.actors, now.actors, [&](const auto&, const auto& actor) { to.put_actors.push_back(actor); },
        [&](const auto& id) { to.drop_actors.push_back(id); });
    differences(
        before.forms, now.forms, [&](const auto&, const auto& form) { to.put_forms.push_back(form); },
        [&](const auto& key) { to.drop_forms.push_back(key); });
    differences(
        before.reports, now.reports,
        [&](const auto& place, const auto& report) { to.put_reports.emplace_back(place.first, report); },
        [&](const auto& place) { to.drop_reports.push_back(place); });
    differences(
        before.events, now.events, [&](const auto&, const auto& event) { to.put_events.push_back(event); },
        [&](const auto& id) { to.drop_events.push_back(id); });
    differences(
        before.relations, now.relations,
        [&](const auto&, const auto& relation) { to.put_relations.push_back(relation); },
        [&](const auto& id) { to.drop_relations.push_back(id); });
    for (const auto& use : before.uses) {
        if (!now.uses.contains(use)) to.drop_uses.push_back(use);
    }
    for (const auto& use : now.uses) {
        if (!before.uses.contains(use)) to.put_uses.push_back(use);
    }
    return to;
}

}  // namespace entente::store
