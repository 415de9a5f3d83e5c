#include "store/publication.hpp"

#include "store/imports.hpp"
#include "store/index_rows.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace entente::store {

namespace {

// What a record is to become; nullopt: it goes. Of drop and put of one record the put wins.
template <class Key, class Record>
using Targets = std::map<Key, std::optional<Record>>;

bool publishes(const graph::Changes& changes) {
    return !changes.removed.empty() || !changes.put_forms.empty() || !changes.drop_forms.empty() ||
           !changes.put_uses.empty() || !changes.drop_uses.empty() || !changes.put_actors.empty() ||
           !changes.drop_actors.empty() || !changes.put_reports.empty() || !changes.drop_reports.empty() ||
           !changes.put_events.empty() || !changes.drop_events.empty() || !changes.put_relations.empty() ||
           !changes.drop_relations.empty() || changes.decisions;
}

class Publication {
 public:
    explicit Publication(const Rows& rows) : rows_(rows), imports_(rows), totals_(stored_totals(rows)) {}

    Batch work_out(const graph::Changes& changes) {
        number_actors(changes);
        settle(changes);
        change_forms(changes);
        change_actors(changes);
        change_reports(changes);
        change_events(changes);
        change_relations(changes);
        const std::map<graph::ActorNumber, std::int64_t> degrees = change_pairs();
        change_degrees(degrees);
        if (changes.decisions) put(Family::books, keys::decisions(), *changes.decisions);
        if (publishes(changes)) ++totals_.counts.epoch;
        put(Family::graph, keys::totals(), encode(totals_));
        return assembled();
    }

 private:
    void put(Family family, std::string key, std::string value) {
        puts_.push_back({family, std::move(key), std::move(value)});
    }
    void erase(Family family, std::string key) { erased_.push_back({family, std::move(key), {}}); }

    // One change for each key, in order of key, which RocksDB takes in twice as fast as in any other. What
    // comes wins over what goes: a row may change hands (a report that another event takes over).
    Batch assembled() {
        std::vector<Batch::Change> changes;
        changes.reserve(erased_.size() + puts_.size());
        for (Row& row : erased_) changes.push_back({row.family, std::move(row.key), std::nullopt});
        for (Row& row : puts_) changes.push_back({row.family, std::move(row.key), std::move(row.value)});
        const auto place = [](const Batch::Change& change) { return std::tie(change.family, change.key); };
        std::ranges::stable_sort(changes, {}, place);
        Batch batch;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const bool last = i + 1 == changes.size() || place(changes[i]) != place(changes[i + 1]);
            if (last) batch.add(std::move(changes[i]));
        }
        return batch;
    }

    // The rows of a record that goes, and of the one that comes in its place; those that stay as they are
    // are left alone.
    void replace(const std::vector<Row>& old_rows, std::vector<Row> new_rows) {
        std::map<std::pair<Family, std::string_view>, const Row*> kept;
        for (const Row& row : old_rows) kept[{row.family, row.key}] = &row;
        std::set<std::pair<Family, std::string_view>> renewed;
        for (const Row& row : new_rows) renewed.insert({row.family, row.key});
        for (const Row& row : old_rows) {
            if (!renewed.contains({row.family, row.key})) erase(row.family, row.key);
        }
        for (Row& row : new_rows) {
            const auto old = kept.find({row.family, row.key});
            if (old == kept.end() || old->second->value != row.value) {
                put(row.family, row.key, std::move(row.value));
            }
        }
    }

    // --- Numbers of actors: given at first sight, kept when the actor goes, so that none is used twice.

    void number_actors(const graph::Changes& changes) {
        std::set<graph::ActorId> named;
        for (const graph::Actor& actor : changes.put_actors) named.insert(actor.id);
        named.insert(changes.drop_actors.begin(), changes.drop_actors.end());
        for (const graph::Event& event : changes.put_events) {
            for (const graph::ActorId& party : parties(event)) named.insert(party);
        }
        for (const graph::Relation& relation : changes.put_relations) {
            named.insert({relation.from, relation.to});
        }
        load_numbers(named);
        for (const graph::ActorId& id : named) {
            if (!numbers_.contains(id)) give_number(id);
        }
    }

    void load_numbers(const std::set<graph::ActorId>& ids) {
        std::vector<std::string> keys;
        keys.reserve(ids.size());
        for (const graph::ActorId& id : ids) keys.push_back(keys::number_of(id));
        const auto found = stored<Numbered>(rows_, Family::graph, keys);
        std::size_t i = 0;
        for (const graph::ActorId& id : ids) {
            if (found[i]) numbers_[id] = found[i]->number;
            ++i;
        }
    }

    void give_number(const graph::ActorId& id) {
        // One that was imported has its number already.
        const auto imported = imports_.number(id);
        const graph::ActorNumber number = imported ? *imported : totals_.next_number++;
        numbers_[id] = number;
        put(Family::graph, keys::id_of(number), id);
        put(Family::graph, keys::number_of(id), encode(Numbered{.number = number, .live = false}));
    }

    graph::ActorNumber number_of(const graph::ActorId& id) {
        const auto known = numbers_.find(id);
        if (known != numbers_.end()) return known->second;
        const std::string key = keys::number_of(id);
        const auto numbered = sound(stored<Numbered>(rows_, Family::graph, key), rows_, key);
        return numbers_[id] = numbered.number;
    }

    NumberOf numbering() {
        return [this](const graph::ActorId& id) { return number_of(id); };
    }

    // --- Articles: a pending version becomes the applied one.

    void settle(const graph::Changes& changes) {
        const std::set<graph::ArticleKey> removed(changes.removed.begin(), changes.removed.end());
        std::set<graph::ArticleKey> settled(changes.settled.begin(), changes.settled.end());
        settled.insert(removed.begin(), removed.end());
        for (const graph::ArticleKey& key : settled) {
            const auto pending = stored<Pending>(rows_, Family::books, keys::pending(key));
            if (removed.contains(key) || (pending && pending->removal)) {
                take_out(key, pending);
            } else if (pending) {
                apply(pending->article);
            }
        }
    }

    void take_out(const graph::ArticleKey& key, const std::optional<Pending>& pending) {
        if (pending && !pending->removal) erase(Family::texts, keys::text(key, pending->article.version));
        if (const auto applied = applied_article(key)) {
            erase(Family::texts, keys::text(key, applied->version));
            erase(Family::graph, keys::article(key));
            --totals_.counts.articles;
        }
        erase(Family::books, keys::pending(key));
    }

    void apply(const graph::ArticleRecord& article) {
        const auto applied = applied_article(article.key);
        if (!applied) ++totals_.counts.articles;
        if (applied && applied->version != article.version) {
            erase(Family::texts, keys::text(applied->key, applied->version));
        }
        put(Family::graph, keys::article(article.key), encode(article));
        erase(Family::books, keys::pending(article.key));
    }

    [[nodiscard]] std::optional<graph::ArticleRecord> applied_article(const graph::ArticleKey& key) const {
        return stored<graph::ArticleRecord>(rows_, Family::graph, keys::article(key));
    }

    // --- Forms and who uses them.

    void change_forms(const graph::Changes& changes) {
        Targets<graph::FormKey, graph::Form> targets;
        for (const graph::FormKey& key : changes.drop_forms) targets[key] = std::nullopt;
        for (const graph::Form& form : changes.put_forms) targets[form.key] = form;
        for (const auto& [key, target] : targets) {
            auto old = stored<graph::Form>(rows_, Family::books, keys::form(key));
            if (old) old->key = key;
            replace(old ? rows_of(*old) : std::vector<Row>{}, target ? rows_of(*target) : std::vector<Row>{});
        }
        for (const auto& [form, article] : changes.drop_uses) erase(Family::books, keys::use(form, article));
        for (const auto& [form, article] : changes.put_uses) put(Family::books, keys::use(form, article), "");
    }

    // --- Vertices.

    void change_actors(const graph::Changes& changes) {
        Targets<graph::ActorId, graph::Actor> targets;
        for (const graph::ActorId& id : changes.drop_actors) targets[id] = std::nullopt;
        for (const graph::Actor& actor : changes.put_actors) targets[actor.id] = actor;
        for (const auto& [id, target] : targets) change_actor(id, target);
    }

    void change_actor(const graph::ActorId& id, const std::optional<graph::Actor>& target) {
        const graph::ActorNumber number = number_of(id);
        const auto old = stored<graph::Actor>(rows_, Family::graph, keys::actor(number));
        replace(old ? rows_of(*old, number) : std::vector<Row>{},
                target ? rows_of(*target, number) : std::vector<Row>{});
        if (old && !target) {
            put(Family::graph, keys::number_of(id), encode(Numbered{.number = number, .live = false}));
        }
        // An imported actor is a vertex without articles, and is counted there.
        if (old.has_value() != target.has_value() && !imports_.has_actor(number)) {
            count(totals_.counts.actors, old.has_value(), target.has_value());
        }
    }

    // --- Reports, events, relations.

    void change_reports(const graph::Changes& changes) {
        Targets<std::pair<graph::FoldBlock, graph::ReportId>, graph::Report> targets;
        for (const auto& [block, id] : changes.drop_reports) targets[{block, id}] = std::nullopt;
        for (const auto& [block, report] : changes.put_reports) targets[{block, report.id}] = report;
        std::vector<std::string> keys;
        keys.reserve(targets.size());
        for (const auto& [place, target] : targets) keys.push_back(keys::report(place.first, place.second));
        const std::vector<std::optional<std::string>> old = rows_.get(Family::books, keys);
        std::size_t i = 0;
        for (const auto& [place, target] : targets) {
            count(totals_.counts.reports, old[i].has_value(), target.has_value());
            if (target) {
                put(Family::books, keys[i], encode(*target));
            } else {
                erase(Family::books, keys[i]);
            }
            ++i;
        }
    }

    void change_events(const graph::Changes& changes) {
        Targets<graph::EventId, graph::Event> targets;
        for (const graph::EventId id : changes.drop_events) targets[id] = std::nullopt;
        for (const graph::Event& event : changes.put_events) targets[event.id] = event;
        change_edges<graph::Event>(targets, keys::event, totals_.counts.events);
    }

    void change_relations(const graph::Changes& changes) {
        Targets<std::uint64_t, graph::Relation> targets;
        for (const std::uint64_t id : changes.drop_relations) targets[id] = std::nullopt;
        for (const graph::Relation& relation : changes.put_relations) {
            targets[graph::relation_id(relation.type, relation.from, relation.to)] = relation;
        }
        change_edges<graph::Relation>(targets, keys::relation, totals_.counts.relations);
    }

    template <class Record>
    void change_edges(const Targets<std::uint64_t, Record>& targets, std::string (*key_of)(std::uint64_t),
                      std::uint64_t& total) {
        std::vector<std::string> keys;
        keys.reserve(targets.size());
        for (const auto& [id, target] : targets) keys.push_back(key_of(id));
        const auto old = stored<Record>(rows_, Family::graph, keys);
        std::size_t i = 0;
        for (const auto& [id, target] : targets) {
            change_record(old[i++], target, total);
        }
    }

    template <class Record>
    void change_record(const std::optional<Record>& old, const std::optional<Record>& target,
                       std::uint64_t& total) {
        const NumberOf number = numbering();
        replace(old ? rows_of(*old, number) : std::vector<Row>{},
                target ? rows_of(*target, number) : std::vector<Row>{});
        if (old) count_edges(edges_of(*old, number), -1);
        if (target) count_edges(edges_of(*target, number), +1);
        count(total, old.has_value(), target.has_value());
    }

    // --- Counts that many records share.

    static void count(std::uint64_t& total, bool before, bool now) {
        if (before && !now) --total;
        if (!before && now) ++total;
    }

    void count_edges(const std::vector<graph::Edge>& edges, std::int64_t sign) {
        for (const graph::Edge& edge : edges) {
            totals_.counts.edges += static_cast<std::uint64_t>(sign);
            pair_changes_[std::minmax(edge.source, edge.target)] += sign;
        }
    }

    // Gives how many neighbours each vertex wins or loses.
    std::map<graph::ActorNumber, std::int64_t> change_pairs() {
        std::erase_if(pair_changes_, [](const auto& pair) { return pair.second == 0; });
        std::vector<std::string> keys;
        keys.reserve(pair_changes_.size());
        for (const auto& [ends, change] : pair_changes_) keys.push_back(keys::pair(ends.first, ends.second));
        const std::vector<std::uint32_t> before = counts_at(keys);
        std::map<graph::ActorNumber, std::int64_t> degrees;
        std::size_t i = 0;
        for (const auto& [ends, change] : pair_changes_) {
            const std::uint32_t now = changed(before[i], change, keys[i]);
            const int neighbours = (now > 0 ? 1 : 0) - (before[i] > 0 ? 1 : 0);
            put_count(keys[i++], now);
            degrees[ends.first] += neighbours;
            if (ends.first == ends.second) continue;  // its own neighbour, once
            put_count(keys::pair(ends.second, ends.first), now);
            degrees[ends.second] += neighbours;
        }
        return degrees;
    }

    void change_degrees(const std::map<graph::ActorNumber, std::int64_t>& changes) {
        std::map<std::uint32_t, std::int64_t> hubs;
        for (const auto& [vertex, change] : changes) {
            if (change == 0) continue;
            const std::string key = keys::degree(vertex);
            const std::uint32_t before = stored_count(rows_, Family::graph, key);
            const std::uint32_t now = changed(before, change, key);
            put_count(key, now);
            if (before > graph::least_hub_degree) --hubs[before];
            if (now > graph::least_hub_degree) ++hubs[now];
        }
        for (const auto& [degree, change] : hubs) {
            const std::string key = keys::hubs_of(degree);
            put_count(key, changed(stored_count(rows_, Family::graph, key), change, key));
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> counts_at(const std::vector<std::string>& keys) const {
        const std::vector<std::optional<std::string>> values = rows_.get(Family::graph, keys);
        std::vector<std::uint32_t> counts;
        counts.reserve(keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i) {
            counts.push_back(values[i] ? sound(decode_count(*values[i]), rows_, keys[i]) : 0);
        }
        return counts;
    }

    [[nodiscard]] std::uint32_t changed(std::uint32_t before, std::int64_t change,
                                        std::string_view key) const {
        const std::int64_t now = before + change;
        if (now < 0) damaged(rows_, key);
        return static_cast<std::uint32_t>(now);
    }

    // A count of nothing is no row.
    void put_count(std::string key, std::uint32_t now) {
        if (now == 0) {
            erase(Family::graph, std::move(key));
        } else {
            put(Family::graph, std::move(key), encode_count(now));
        }
    }

    const Rows& rows_;
    const Imports imports_;
    Totals totals_;
    std::map<graph::ActorId, graph::ActorNumber> numbers_;
    std::map<std::pair<graph::ActorNumber, graph::ActorNumber>, std::int64_t> pair_changes_;
    std::vector<Row> erased_;
    std::vector<Row> puts_;
};

}  // namespace

Batch publication(const Rows& rows, const graph::Changes& changes) {
    return Publication(rows).work_out(changes);
}

}  // namespace entente::store
