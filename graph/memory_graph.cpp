#include "graph/memory_graph.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

namespace entente::graph {

namespace {

template <typename Map, typename Key>
auto value(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
    const auto row = map.find(key);
    if (row == map.end()) return std::nullopt;
    return row->second;
}

EdgeBlock block(const std::map<ActorNumber, EdgeBlock>& blocks, ActorNumber vertex) {
    static const EdgeBlock none = std::make_shared<const std::vector<Edge>>();
    const auto row = blocks.find(vertex);
    return row == blocks.end() ? none : row->second;
}

void sort_edges(std::map<ActorNumber, std::vector<Edge>>& edges, ActorNumber Edge::*other) {
    const auto order = [other](const Edge& edge) { return std::tuple{edge.date, edge.id, edge.*other}; };
    for (auto& [vertex, list] : edges) std::ranges::sort(list, {}, order);
}

std::map<ActorNumber, EdgeBlock> share(std::map<ActorNumber, std::vector<Edge>>& edges) {
    std::map<ActorNumber, EdgeBlock> blocks;
    for (auto& [vertex, list] : edges) {
        blocks[vertex] = std::make_shared<const std::vector<Edge>>(std::move(list));
    }
    edges.clear();
    return blocks;
}

// The first day, by which events are asked for; one before all for an unknown date.
std::int32_t day(const Date& date) {
    return date.known() ? extract::first_day(date) : std::numeric_limits<std::int32_t>::min();
}

}  // namespace

Counts MemoryGraph::counts() const {
    Counts counts;
    for (const auto& [key, row] : articles_) counts.articles += row.applied ? 1U : 0U;
    counts.actors = actors_.size();
    counts.events = events_.size();
    counts.reports = reports_.size();
    counts.relations = relations_.size();
    for (const auto& [vertex, edges] : out_blocks_) counts.edges += edges->size();
    counts.epoch = epoch_;
    return counts;
}

std::vector<Candidate> MemoryGraph::find(std::string_view name) const {
    std::vector<std::pair<ActorId, Candidate>> found;
    const ActorId as_id{name};
    if (const auto actor = actors_.find(as_id); actor != actors_.end()) {
        found.push_back({as_id, {numbers_.at(as_id), 0, actor->second.articles}});
    }
    if (const auto row = names_.find(fold_name(name)); row != names_.end()) {
        for (const auto& [id, bearer] : row->second) {
            if (id != as_id) found.push_back({id, {numbers_.at(id), bearer.rank, bearer.articles}});
        }
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return std::tuple{a.second.rank, b.second.articles, a.first} <
               std::tuple{b.second.rank, a.second.articles, b.first};
    });
    std::vector<Candidate> candidates;
    candidates.reserve(found.size());
    for (const auto& [id, candidate] : found) candidates.push_back(candidate);
    return candidates;
}

void MemoryGraph::names(std::string_view prefix,
                        const std::function<bool(std::string_view, ActorNumber)>& visit) const {
    const std::string folded = fold_name(prefix);
    for (auto row = names_.lower_bound(folded); row != names_.end() && row->first.starts_with(folded);
         ++row) {
        for (const auto& [id, bearer] : row->second) {
            if (!visit(row->first, numbers_.at(id))) return;
        }
    }
}

std::optional<ActorNumber> MemoryGraph::number(const ActorId& id) const {
    return actors_.contains(id) ? value(numbers_, id) : std::nullopt;
}

Actor MemoryGraph::actor(ActorNumber number) const {
    const auto row = actors_.find(id(number));
    if (row == actors_.end()) throw std::logic_error(fmt::format("no actor has number {}", number));
    return row->second;
}

ActorId MemoryGraph::id(ActorNumber number) const {
    return ids_.at(number);
}

void MemoryGraph::actors(const std::function<bool(ActorNumber, const ActorId&)>& visit) const {
    for (const auto& [id, actor] : actors_) {
        if (!visit(numbers_.at(id), id)) return;
    }
}

EdgeBlock MemoryGraph::out_edges(ActorNumber vertex) const {
    return block(out_blocks_, vertex);
}

EdgeBlock MemoryGraph::in_edges(ActorNumber vertex) const {
    return block(in_blocks_, vertex);
}

std::uint32_t MemoryGraph::degree(ActorNumber vertex) const {
    const auto row = others_.find(vertex);
    return row == others_.end() ? 0 : static_cast<std::uint32_t>(row->second.size());
}

std::uint32_t MemoryGraph::hub_degree() const {
    std::map<std::uint32_t, std::uint64_t> vertices_by_degree;
    for (const auto& [vertex, others] : others_) {
        ++vertices_by_degree[static_cast<std::uint32_t>(others.size())];
    }
    return graph::hub_degree(vertices_by_degree, actors_.size());
}

std::optional<Event> MemoryGraph::event(EventId id) const {
    const auto row = event_of_report_.find(id);
    return row == event_of_report_.end() ? std::nullopt : value(events_, row->second);
}

void MemoryGraph::events(const std::function<bool(const Event&)>& visit) const {
    for (const auto& [id, event] : events_) {
        if (!visit(event)) return;
    }
}

void MemoryGraph::events_of(ActorNumber actor, const std::function<bool(const Event&)>& visit) const {
    const auto row = events_of_.find(id(actor));
    if (row == events_of_.end()) return;
    for (const auto& [date, id] : row->second) {
        if (!visit(events_.at(id))) return;
    }
}

void MemoryGraph::events_between(Date from, Date to, const std::function<bool(const Event&)>& visit) const {
    const bool all = !from.known() && !to.known();
    for (const auto& [date, id] : by_date_) {
        if (!all && !date.known()) continue;
        if (from.known() && day(date) < day(from)) continue;
        if (to.known() && day(date) > extract::last_day(to)) continue;
        if (!visit(events_.at(id))) return;
    }
}

std::vector<Report> MemoryGraph::reports(const Event& event) const {
    std::vector<Report> found;
    for (const ReportId id : event.reports) {
        if (auto report = value(reports_, std::pair{event.block, id})) found.push_back(std::move(*report));
    }
    return found;
}

std::optional<Relation> MemoryGraph::relation(std::uint64_t id) const {
    return value(relations_, id);
}

std::optional<ArticleRecord> MemoryGraph::article(const ArticleKey& key) const {
    const auto found = said(key);
    return found ? std::optional{found->article} : std::nullopt;
}

void MemoryGraph::articles(const std::function<bool(const ArticleRecord&)>& visit) const {
    for (const auto& [key, row] : articles_) {
        if (row.applied && !visit(row.applied->article)) return;
    }
}

std::optional<Said> MemoryGraph::said(const ArticleKey& key) const {
    return applied(key);
}

PutOutcome MemoryGraph::put(const Said& said) {
    ArticleRow& row = articles_[said.article.key];
    if (row.latest && row.latest->article.version == said.article.version) return PutOutcome::unchanged;
    const bool had_one = row.latest.has_value();
    row.latest = said;
    row.is_pending = true;
    return had_one ? PutOutcome::replaced : PutOutcome::added;
}

bool MemoryGraph::remove(const ArticleKey& key) {
    const auto row = articles_.find(key);
    if (row == articles_.end() || !row->second.latest) return false;
    row->second.latest.reset();
    row->second.is_pending = true;
    return true;
}

std::vector<ArticleKey> MemoryGraph::pending(std::size_t limit) const {
    std::vector<ArticleKey> keys;
    for (const auto& [key, row] : articles_) {
        if (keys.size() == limit) break;
        if (row.is_pending) keys.push_back(key);
    }
    return keys;
}

std::optional<Said> MemoryGraph::latest(const ArticleKey& key) const {
    const auto row = articles_.find(key);
    return row == articles_.end() ? std::nullopt : row->second.latest;
}

std::optional<Said> MemoryGraph::applied(const ArticleKey& key) const {
    const auto row = articles_.find(key);
    return row == articles_.end() ? std::nullopt : row->second.applied;
}

std::string MemoryGraph::decisions() const {
    return decisions_;
}

std::vector<Form> MemoryGraph::forms(const std::string& block) const {
    std::vector<Form> found;
    for (auto row = forms_.lower_bound({block, ActorType::person, "", ""});
         row != forms_.end() && row->first.block == block; ++row) {
        found.push_back(row->second);
    }
    return found;
}

std::vector<Form> MemoryGraph::forms_of(const ActorId& actor) const {
    std::vector<Form> found;
    for (const auto& [key, form] : forms_) {
        if (form.actor == actor) found.push_back(form);
    }
    return found;
}

std::vector<ArticleKey> MemoryGraph::uses(const FormKey& form) const {
    std::vector<ArticleKey> found;
    for (auto row = uses_.lower_bound({form, ""}); row != uses_.end() && row->first == form; ++row) {
        found.push_back(row->second);
    }
    return found;
}

std::vector<Report> MemoryGraph::reports_in(const FoldBlock& block) const {
    std::vector<Report> found;
    for (auto row = reports_.lower_bound({block, 0}); row != reports_.end() && row->first.first == block;
         ++row) {
        found.push_back(row->second);
    }
    return found;
}

std::vector<Event> MemoryGraph::events_in(const FoldBlock& block) const {
    std::vector<Event> found;
    for (const auto& [id, event] : events_) {
        if (event.block == block) found.push_back(event);
    }
    return found;
}

std::optional<Relation> MemoryGraph::relation_row(std::uint64_t id) const {
    return relation(id);
}

void MemoryGraph::commit(const Changes& changes) {
    settle(changes);
    write_rows(changes);
    if (changes.decisions) decisions_ = *changes.decisions;
    index();
    Changes only_settled;
    only_settled.settled = changes.settled;
    if (changes != only_settled) ++epoch_;
}

void MemoryGraph::settle(const Changes& changes) {
    for (const ArticleKey& key : changes.settled) {
        ArticleRow& row = articles_[key];
        row.applied = row.latest;
        row.is_pending = false;
        if (!row.applied) articles_.erase(key);
    }
}

void MemoryGraph::write_rows(const Changes& changes) {
    for (const FormKey& key : changes.drop_forms) forms_.erase(key);
    for (const Form& form : changes.put_forms) forms_.insert_or_assign(form.key, form);
    for (const auto& use : changes.drop_uses) uses_.erase(use);
    for (const auto& use : changes.put_uses) uses_.insert(use);
    for (const ActorId& id : changes.drop_actors) actors_.erase(id);
    for (const Actor& actor : changes.put_actors) {
        actors_.insert_or_assign(actor.id, actor);
        const auto next = static_cast<ActorNumber>(ids_.size());
        if (numbers_.emplace(actor.id, next).second) ids_.push_back(actor.id);
    }
    for (const auto& key : changes.drop_reports) reports_.erase(key);
    for (const auto& [block, report] : changes.put_reports) {
        reports_.insert_or_assign({block, report.id}, report);
    }
    for (const EventId id : changes.drop_events) events_.erase(id);
    for (const Event& event : changes.put_events) events_.insert_or_assign(event.id, event);
    for (const std::uint64_t id : changes.drop_relations) relations_.erase(id);
    for (const Relation& relation : changes.put_relations) {
        relations_.insert_or_assign(relation_id(relation.type, relation.from, relation.to), relation);
    }
}

void MemoryGraph::index() {
    index_names();
    index_edges();
    event_of_report_.clear();
    events_of_.clear();
    by_date_.clear();
    for (const auto& [id, event] : events_) {
        for (const ReportId report : event.reports) event_of_report_[report] = id;
        by_date_.emplace(event.date, id);
        for (const auto* const side : {&event.actors, &event.recipients}) {
            for (const ActorId& actor : *side) events_of_[actor].emplace(event.date, id);
        }
    }
}

void MemoryGraph::index_names() {
    names_.clear();
    for (const auto& [id, actor] : actors_) {
        for (const NameUse& use : names_of(actor)) names_[use.folded][id] = {use.rank, use.articles};
    }
}

void MemoryGraph::index_edges() {
    others_.clear();
    for (const auto& [id, event] : events_) {
        for (const auto& [from, to] : ends(event)) add_edge(from, to, edge_of(event));
    }
    for (const auto& [id, relation] : relations_) {
        add_edge(relation.from, relation.to, edge_of(relation));
    }
    sort_edges(out_, &Edge::target);
    sort_edges(in_, &Edge::source);
    out_blocks_ = share(out_);
    in_blocks_ = share(in_);
}

void MemoryGraph::add_edge(const ActorId& from, const ActorId& to, Edge edge) {
    edge.source = numbers_.at(from);
    edge.target = numbers_.at(to);
    out_[edge.source].push_back(edge);
    in_[edge.target].push_back(edge);
    others_[edge.source].insert(edge.target);
    others_[edge.target].insert(edge.source);
}

}  // namespace entente::graph
