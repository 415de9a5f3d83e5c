#include "graph/view.hpp"
#include "store/coding.hpp"
#include "store/keys.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

namespace entente::store {

namespace {

// So many events are fetched at a time when a list of ids is turned into events: enough to share the work of
// a look-up, little enough that a caller who stops early pays for little.
constexpr std::size_t events_at_a_time = 128;

[[noreturn]] void no_such_number(graph::ActorNumber number) {
    throw std::logic_error(fmt::format("no actor has the number {}", number));
}

graph::EdgeBlock read_edges(const Rows& rows, keys::Side side, graph::ActorNumber vertex) {
    auto edges = std::make_shared<std::vector<graph::Edge>>();
    rows.scan(Family::graph, keys::edges(side, vertex), [&](std::string_view key, std::string_view value) {
        graph::Edge edge = sound(keys::read_edge(side, key), rows, key);
        const auto facts = decoded<EdgeFacts>(rows, key, value);
        edge.type = facts.type;
        edge.status = facts.status;
        edge.reciprocal = facts.reciprocal;
        edge.derived = facts.derived;
        edge.reports = facts.reports;
        edge.sources = facts.sources;
        edges->push_back(edge);
        return true;
    });
    return edges;
}

// The first date that sorts with or behind `date` and names the same first day: 2016-07 for 2016-07-01.
graph::Date earliest_spelling(graph::Date date) {
    if (date.day == 1) date.day = 0;
    if (date.month == 1 && date.day == 0) date.month = 0;
    return date;
}

std::string lower_bound(graph::Date from, graph::Date to) {
    if (from.known()) {
        const graph::Date first = extract::date_of_day(extract::first_day(from));
        return keys::events_from(earliest_spelling(first));
    }
    // Unknown dates come first.
    return to.known() ? after(keys::events_from({})) : keys::dated_events();
}

std::string upper_bound(graph::Date to) {
    if (!to.known()) return after(keys::dated_events());
    return after(keys::events_from(extract::date_of_day(extract::last_day(to))));
}

// Turns a walk over rows that end in event ids into a walk over events.
class EventWalk {
 public:
    EventWalk(const Rows& rows, const std::function<bool(const graph::Event&)>& visit)
        : rows_(rows), visit_(visit) {}

    bool take(std::string_view row) {
        keys_.push_back(keys::event(sound(keys::id_at_end(row), rows_, row)));
        return keys_.size() < events_at_a_time || flush();
    }

    // False when the visitor has seen enough.
    bool flush() {
        const auto events = stored<graph::Event>(rows_, Family::graph, keys_);
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (!events[i]) damaged(rows_, keys_[i]);
            if (!visit_(*events[i])) {
                keys_.clear();
                return false;
            }
        }
        keys_.clear();
        return true;
    }

 private:
    const Rows& rows_;
    const std::function<bool(const graph::Event&)>& visit_;
    std::vector<std::string> keys_;
};

void walk_events(const Rows& rows, std::string_view lower, std::string_view upper,
                 const std::function<bool(const graph::Event&)>& visit) {
    EventWalk walk(rows, visit);
    rows.scan(Family::graph, lower, upper,
              [&](std::string_view key, std::string_view) { return walk.take(key); });
    walk.flush();
}

}  // namespace

Reader::Reader(const std::filesystem::path& folder) : rows_(Rows::open_to_read(folder)) {}

Reader::Reader(std::unique_ptr<Rows> rows) : rows_(std::move(rows)) {}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

graph::Counts Reader::counts() const {
    return stored_totals(*rows_).counts;
}

std::vector<graph::Candidate> Reader::find(std::string_view name) const {
    std::vector<std::pair<graph::ActorId, graph::Candidate>> found;
    const graph::ActorId as_id(name);
    if (const std::optional<graph::ActorNumber> by_id = number(as_id)) {
        found.emplace_back(as_id, graph::Candidate{*by_id, 0, actor(*by_id).articles});
    }
    const std::string prefix = keys::names(graph::fold_name(name));
    rows_->scan(Family::graph, prefix, [&](std::string_view key, std::string_view value) {
        keys::NameRow row = sound(keys::read_name(key), *rows_, key);
        const auto bearer = decoded<Bearer>(*rows_, key, value);
        if (row.actor != as_id) {
            found.emplace_back(std::move(row.actor),
                               graph::Candidate{bearer.number, bearer.rank, bearer.articles});
        }
        return true;
    });
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return std::tuple(a.second.rank, b.second.articles, std::string_view(a.first)) <
               std::tuple(b.second.rank, a.second.articles, std::string_view(b.first));
    });
    std::vector<graph::Candidate> best_first;
    best_first.reserve(found.size());
    for (const auto& [id, candidate] : found) best_first.push_back(candidate);
    return best_first;
}

void Reader::names(std::string_view prefix,
                   const std::function<bool(std::string_view, graph::ActorNumber)>& visit) const {
    const std::string lower = keys::names_from(graph::fold_name(prefix));
    rows_->scan(Family::graph, lower, [&](std::string_view key, std::string_view value) {
        const keys::NameRow row = sound(keys::read_name(key), *rows_, key);
        return visit(row.folded, decoded<Bearer>(*rows_, key, value).number);
    });
}

std::optional<graph::ActorNumber> Reader::number(const graph::ActorId& id) const {
    const auto numbered = stored<Numbered>(*rows_, Family::graph, keys::number_of(id));
    return numbered && numbered->live ? std::optional{numbered->number} : std::nullopt;
}

graph::Actor Reader::actor(graph::ActorNumber number) const {
    auto actor = stored<graph::Actor>(*rows_, Family::graph, keys::actor(number));
    if (!actor) no_such_number(number);
    return *std::move(actor);
}

graph::ActorId Reader::id(graph::ActorNumber number) const {
    std::optional<std::string> id = rows_->get(Family::graph, keys::id_of(number));
    if (!id) no_such_number(number);
    return *std::move(id);
}

void Reader::actors(const std::function<bool(graph::ActorNumber, const graph::ActorId&)>& visit) const {
    const std::string prefix = keys::numbers();
    rows_->scan(Family::graph, prefix, [&](std::string_view key, std::string_view value) {
        const auto numbered = decoded<Numbered>(*rows_, key, value);
        return !numbered.live || visit(numbered.number, graph::ActorId(key.substr(prefix.size())));
    });
}

graph::EdgeBlock Reader::out_edges(graph::ActorNumber vertex) const {
    return read_edges(*rows_, keys::Side::out, vertex);
}

graph::EdgeBlock Reader::in_edges(graph::ActorNumber vertex) const {
    return read_edges(*rows_, keys::Side::in, vertex);
}

std::uint32_t Reader::degree(graph::ActorNumber vertex) const {
    return stored_count(*rows_, Family::graph, keys::degree(vertex));
}

std::uint32_t Reader::hub_degree() const {
    std::map<std::uint32_t, std::uint64_t> vertices_by_degree;
    rows_->scan(Family::graph, keys::hubs(), [&](std::string_view key, std::string_view value) {
        const std::uint32_t degree = sound(keys::degree_of_hubs(key), *rows_, key);
        vertices_by_degree[degree] = sound(decode_count(value), *rows_, key);
        return true;
    });
    return graph::hub_degree(vertices_by_degree, counts().actors);
}

std::optional<graph::Event> Reader::event(graph::EventId id) const {
    if (auto event = stored<graph::Event>(*rows_, Family::graph, keys::event(id))) return event;
    const std::optional<std::string> folded_into = rows_->get(Family::graph, keys::event_of_report(id));
    if (!folded_into) return std::nullopt;
    return stored<graph::Event>(*rows_, Family::graph, keys::events() + *folded_into);
}

void Reader::events(const std::function<bool(const graph::Event&)>& visit) const {
    rows_->scan(Family::graph, keys::events(), [&](std::string_view key, std::string_view value) {
        return visit(decoded<graph::Event>(*rows_, key, value));
    });
}

void Reader::events_of(graph::ActorNumber actor,
                       const std::function<bool(const graph::Event&)>& visit) const {
    const std::string prefix = keys::events_of_actor(actor);
    walk_events(*rows_, prefix, after(prefix), visit);
}

void Reader::events_between(graph::Date from, graph::Date to,
                            const std::function<bool(const graph::Event&)>& visit) const {
    const std::string lower = lower_bound(from, to);
    const std::string upper = upper_bound(to);
    if (lower < upper) walk_events(*rows_, lower, upper, visit);
}

std::vector<graph::Report> Reader::reports(const graph::Event& event) const {
    std::vector<std::string> keys;
    keys.reserve(event.reports.size());
    for (const graph::ReportId id : event.reports) keys.push_back(keys::report(event.block, id));
    std::vector<graph::Report> reports;
    for (auto& report : stored<graph::Report>(*rows_, Family::books, keys)) {
        if (report) reports.push_back(*std::move(report));
    }
    return reports;
}

std::optional<graph::Relation> Reader::relation(std::uint64_t id) const {
    return stored<graph::Relation>(*rows_, Family::graph, keys::relation(id));
}

std::optional<graph::ArticleRecord> Reader::article(const graph::ArticleKey& key) const {
    return stored<graph::ArticleRecord>(*rows_, Family::graph, keys::article(key));
}

void Reader::articles(const std::function<bool(const graph::ArticleRecord&)>& visit) const {
    rows_->scan(Family::graph, keys::articles(), [&](std::string_view key, std::string_view value) {
        return visit(decoded<graph::ArticleRecord>(*rows_, key, value));
    });
}

std::optional<graph::Said> Reader::said(const graph::ArticleKey& key) const {
    auto record = article(key);
    if (!record) return std::nullopt;
    return with_text(*rows_, *std::move(record));
}

}  // namespace entente::store
