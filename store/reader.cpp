#include "graph/view.hpp"
#include "store/coding.hpp"
#include "store/imports.hpp"
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

std::vector<graph::Edge> read_edges(const Rows& rows, keys::Side side, graph::ActorNumber vertex) {
    std::vector<graph::Edge> edges;
    rows.scan(Family::graph, keys::edges(side, vertex), [&](std::string_view key, std::string_view value) {
        graph::Edge edge = sound(keys::read_edge(side, key), rows, key);
        const auto facts = decoded<EdgeFacts>(rows, key, value);
        edge.type = facts.type;
        edge.status = facts.status;
        edge.reciprocal = facts.reciprocal;
        edge.derived = facts.derived;
        edge.reports = facts.reports;
        edge.sources = facts.sources;
        edges.push_back(edge);
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

// False when the visitor has seen enough.
bool walk_events(const Rows& rows, std::string_view lower, std::string_view upper,
                 const std::function<bool(const graph::Event&)>& visit) {
    EventWalk walk(rows, visit);
    bool go_on = true;
    rows.scan(Family::graph, lower, upper, [&](std::string_view key, std::string_view) {
        go_on = walk.take(key);
        return go_on;
    });
    return go_on && walk.flush();
}

constexpr std::uint32_t last_day = 0xFFFFFU;

// As ids of imported events have it; dates before the year 1 count as it.
std::uint32_t day_of(std::int32_t days_since_1970) {
    const graph::Date date = extract::date_of_day(days_since_1970);
    if (date.year <= 0) return 1;
    const std::uint32_t code = date_code(date);
    return code == 0 ? last_day : day_of_id(import_event_id(code, 0, 0));
}

// Imported events that wait for their turn among those that articles tell.
class EventsInTurn {
 public:
    static bool by_id(const graph::Event& a, const graph::Event& b) { return a.id < b.id; }
    static bool by_date(const graph::Event& a, const graph::Event& b) {
        return std::pair(a.date, a.id) < std::pair(b.date, b.id);
    }
    using Order = bool (*)(const graph::Event&, const graph::Event&);
    using Visit = std::function<bool(const graph::Event&)>;

    EventsInTurn(const Imports& imports, std::uint32_t first, std::uint32_t last, Order order)
        : days_(std::in_place, imports, first, last), order_(order) {}
    EventsInTurn(std::vector<graph::Event> events, Order order) : events_(std::move(events)), order_(order) {}

    // Those that come before `event`; false when the visitor has seen enough.
    bool visit_before(const graph::Event& event, const Visit& visit) {
        while (more() && order_(events_[at_], event)) {
            if (!visit(events_[at_++])) return false;
        }
        return true;
    }
    void visit_rest(const Visit& visit) {
        while (more() && visit(events_[at_])) ++at_;
    }

 private:
    bool more() {
        while (at_ == events_.size()) {
            at_ = 0;
            if (!days_ || !days_->next(events_)) {
                events_.clear();
                return false;
            }
            std::ranges::sort(events_, order_);
        }
        return true;
    }

    std::optional<Imports::Days> days_;
    std::vector<graph::Event> events_;
    std::size_t at_ = 0;
    Order order_;
};

// So many imported names are read at a time while they are joined with those of articles.
constexpr std::size_t names_at_a_time = 1024;

// Imported names in order, a portion at a time.
class ImportedNames {
 public:
    struct Name {
        std::string folded;
        graph::ActorNumber actor = 0;
        int rank = 0;
    };

    ImportedNames(const Imports& imports, std::string_view prefix)
        : imports_(imports), lower_(import_keys::names_from(prefix)), upper_(after(lower_)) {}

    // The next one, or null.
    const Name* now() {
        if (at_ < names_.size()) return &names_[at_];
        if (over_) return nullptr;
        names_.clear();
        at_ = 0;
        imports_.names(lower_, upper_, [this](std::string_view folded, graph::ActorNumber actor, int rank) {
            names_.push_back({std::string(folded), actor, rank});
            return names_.size() < names_at_a_time;
        });
        over_ = names_.size() < names_at_a_time;
        if (names_.empty()) return nullptr;
        // Behind all data sets' rows of the last one.
        lower_ = after(import_keys::name(names_.back().folded, names_.back().actor, 0xFFFFU));
        return names_.data();
    }
    void next() { ++at_; }

 private:
    const Imports& imports_;
    std::string lower_;
    std::string upper_;
    std::vector<Name> names_;
    std::size_t at_ = 0;
    bool over_ = false;
};

class NamesInTurn {
 public:
    using Visit = std::function<bool(std::string_view, graph::ActorNumber)>;

    NamesInTurn(const Imports& imports, std::string_view prefix) : names_(imports, prefix) {}

    // Those before the name; of the same name those of other actors come here, the actor's own is the
    // caller's.
    bool visit_before(std::string_view folded, graph::ActorNumber actor, const Visit& visit) {
        for (const auto* name = names_.now(); name != nullptr && name->folded <= folded;
             name = names_.now()) {
            const bool same = name->folded == folded && name->actor == actor;
            if (!same && !visit(name->folded, name->actor)) return false;
            names_.next();
        }
        return true;
    }
    void visit_rest(const Visit& visit) {
        for (const auto* name = names_.now(); name != nullptr; names_.next(), name = names_.now()) {
            if (!visit(name->folded, name->actor)) return;
        }
    }

 private:
    ImportedNames names_;
};

// An imported actor's id is its first name with hyphens, and sorts as that name does.
class ActorsInTurn {
 public:
    using Visit = std::function<bool(graph::ActorNumber, const graph::ActorId&)>;

    explicit ActorsInTurn(const Imports& imports) : names_(imports, "") {}

    bool visit_before(const graph::ActorId& id, const Visit& visit) {
        for (const auto* name = names_.now(); name != nullptr; name = names_.now()) {
            if (name->rank != 1) {
                names_.next();
                continue;
            }
            const graph::ActorId here = id_of(name->folded);
            if (id < here) return true;
            if (id != here && !visit(name->actor, here)) return false;
            names_.next();
        }
        return true;
    }
    void visit_rest(const Visit& visit) {
        for (const auto* name = names_.now(); name != nullptr; names_.next(), name = names_.now()) {
            if (name->rank == 1 && !visit(name->actor, id_of(name->folded))) return;
        }
    }

 private:
    static graph::ActorId id_of(graph::ActorId folded) {
        std::ranges::replace(folded, ' ', '-');
        return folded;
    }

    ImportedNames names_;
};

}  // namespace

Reader::Reader(const std::filesystem::path& folder) : Reader(Rows::open_to_read(folder)) {}

Reader::Reader(std::unique_ptr<Rows> rows)
    : rows_(std::move(rows)), imports_(std::make_unique<Imports>(*rows_)) {}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

graph::Counts Reader::counts() const {
    graph::Counts counts = stored_totals(*rows_).counts;
    imports_->count(counts);
    return counts;
}

std::vector<graph::Candidate> Reader::find(std::string_view name) const {
    std::map<graph::ActorId, graph::Candidate> found;
    const graph::ActorId as_id(name);
    if (const std::optional<graph::ActorNumber> by_id = number(as_id)) {
        found[as_id] = graph::Candidate{*by_id, 0, actor(*by_id).articles};
    }
    const std::string folded = graph::fold_name(name);
    rows_->scan(Family::graph, keys::names(folded), [&](std::string_view key, std::string_view value) {
        keys::NameRow row = sound(keys::read_name(key), *rows_, key);
        const auto bearer = decoded<Bearer>(*rows_, key, value);
        found.try_emplace(std::move(row.actor),
                          graph::Candidate{bearer.number, bearer.rank, bearer.articles});
        return true;
    });
    const std::string imported = import_keys::names(folded);
    imports_->names(imported, after(imported), [&](std::string_view, graph::ActorNumber number, int rank) {
        const auto [row, is_new] = found.try_emplace(id(number), graph::Candidate{number, rank, 0});
        row->second.rank = std::min(row->second.rank, rank);
        return true;
    });
    std::vector<std::pair<graph::ActorId, graph::Candidate>> sorted(found.begin(), found.end());
    std::ranges::sort(sorted, [](const auto& a, const auto& b) {
        return std::tuple(a.second.rank, b.second.articles, std::string_view(a.first)) <
               std::tuple(b.second.rank, a.second.articles, std::string_view(b.first));
    });
    std::vector<graph::Candidate> best_first;
    best_first.reserve(sorted.size());
    for (const auto& [id, candidate] : sorted) best_first.push_back(candidate);
    return best_first;
}

void Reader::names(std::string_view prefix,
                   const std::function<bool(std::string_view, graph::ActorNumber)>& visit) const {
    const std::string folded = graph::fold_name(prefix);
    NamesInTurn imported(*imports_, folded);
    bool go_on = true;
    rows_->scan(Family::graph, keys::names_from(folded), [&](std::string_view key, std::string_view value) {
        const keys::NameRow row = sound(keys::read_name(key), *rows_, key);
        const graph::ActorNumber number = decoded<Bearer>(*rows_, key, value).number;
        go_on = imported.visit_before(row.folded, number, visit) && visit(row.folded, number);
        return go_on;
    });
    if (go_on) imported.visit_rest(visit);
}

std::optional<graph::ActorNumber> Reader::number(const graph::ActorId& id) const {
    const auto numbered = stored<Numbered>(*rows_, Family::graph, keys::number_of(id));
    if (numbered && numbered->live) return numbered->number;
    return imports_->number(id);
}

graph::Actor Reader::actor(graph::ActorNumber number) const {
    const std::optional<NamedActor> imported = imports_->named(number);
    auto told = stored<graph::Actor>(*rows_, Family::graph, keys::actor(number));
    if (told) return *std::move(told);
    if (!imported) no_such_number(number);
    return Imports::joined(*imported);
}

graph::ActorId Reader::id(graph::ActorNumber number) const {
    if (graph::ActorId id = imports_->id(number); !id.empty()) return id;
    std::optional<std::string> id = rows_->get(Family::graph, keys::id_of(number));
    if (!id) no_such_number(number);
    return *std::move(id);
}

void Reader::actors(const std::function<bool(graph::ActorNumber, const graph::ActorId&)>& visit) const {
    const std::string prefix = keys::numbers();
    ActorsInTurn imported(*imports_);
    bool go_on = true;
    rows_->scan(Family::graph, prefix, [&](std::string_view key, std::string_view value) {
        const auto numbered = decoded<Numbered>(*rows_, key, value);
        if (!numbered.live) return true;
        const graph::ActorId id(key.substr(prefix.size()));
        go_on = imported.visit_before(id, visit) && visit(numbered.number, id);
        return go_on;
    });
    if (go_on) imported.visit_rest(visit);
}

graph::EdgeBlock Reader::edges(EdgeSide side, graph::ActorNumber vertex) const {
    const bool out = side == EdgeSide::out;
    auto edges = std::make_shared<std::vector<graph::Edge>>(
        read_edges(*rows_, out ? keys::Side::out : keys::Side::in, vertex));
    imports_->append_edges(out ? import_keys::Side::primary : import_keys::Side::in, vertex, *edges);
    const auto order = [out](const graph::Edge& edge) {
        return std::tuple(edge.date, edge.id, out ? edge.target : edge.source, edge.kind);
    };
    // One import, or articles alone, come in order.
    if (!std::ranges::is_sorted(*edges, {}, order)) std::ranges::sort(*edges, {}, order);
    return edges;
}

graph::EdgeBlock Reader::out_edges(graph::ActorNumber vertex) const {
    return edges(EdgeSide::out, vertex);
}

graph::EdgeBlock Reader::in_edges(graph::ActorNumber vertex) const {
    return edges(EdgeSide::in, vertex);
}

graph::StrandBlock Reader::strands(graph::ActorNumber vertex) const {
    std::vector<graph::Strand> out = graph::strands_of(read_edges(*rows_, keys::Side::out, vertex));
    std::vector<graph::Strand> in = graph::strands_of(read_edges(*rows_, keys::Side::in, vertex));
    const bool told = !out.empty() || !in.empty();
    imports_->append_strands(vertex, out, in);
    if (told || imports_->records().size() > 1) {
        out = graph::summed(std::move(out));
        in = graph::summed(std::move(in));
    }
    const std::size_t outgoing = out.size();
    out.insert(out.end(), in.begin(), in.end());
    return {std::make_shared<const std::vector<graph::Strand>>(std::move(out)), outgoing};
}

std::vector<graph::Edge> Reader::between(graph::ActorNumber one, graph::ActorNumber other) const {
    const bool at_one = degree(one) <= degree(other);
    const graph::ActorNumber here = at_one ? one : other;
    const graph::ActorNumber there = at_one ? other : one;
    std::vector<graph::Edge> edges;
    for (const graph::Edge& edge : read_edges(*rows_, keys::Side::out, here)) {
        if (edge.target == there) edges.push_back(edge);
    }
    for (const graph::Edge& edge : read_edges(*rows_, keys::Side::in, here)) {
        if (edge.source == there) edges.push_back(edge);
    }
    imports_->append_edges(import_keys::Side::primary, here, there, edges);
    imports_->append_edges(import_keys::Side::in, here, there, edges);
    std::ranges::sort(edges, [](const graph::Edge& a, const graph::Edge& b) {
        return std::tuple{a.date, a.id, a.source} < std::tuple{b.date, b.id, b.source};
    });
    return edges;
}

std::uint32_t Reader::degree(graph::ActorNumber vertex) const {
    const std::uint32_t told = stored_count(*rows_, Family::graph, keys::degree(vertex));
    const std::uint32_t imported = imports_->degree(vertex);
    if (told == 0 || imported == 0) return told + imported;
    std::vector<graph::ActorNumber> neighbours;
    imports_->append_neighbours(vertex, neighbours);
    rows_->scan(Family::graph, keys::pairs(vertex), [&](std::string_view key, std::string_view) {
        neighbours.push_back(sound(keys::other_of_pair(key), *rows_, key));
        return true;
    });
    std::ranges::sort(neighbours);
    const auto [last, end] = std::ranges::unique(neighbours);
    return static_cast<std::uint32_t>(last - neighbours.begin());
}

std::uint32_t Reader::hub_degree() const {
    std::map<std::uint32_t, std::uint64_t> vertices_by_degree;
    rows_->scan(Family::graph, keys::hubs(), [&](std::string_view key, std::string_view value) {
        const std::uint32_t degree = sound(keys::degree_of_hubs(key), *rows_, key);
        vertices_by_degree[degree] = sound(decode_count(value), *rows_, key);
        return true;
    });
    imports_->add_hubs(vertices_by_degree);
    return graph::hub_degree(vertices_by_degree, counts().actors);
}

std::optional<graph::Event> Reader::event(graph::EventId id) const {
    if (auto event = stored<graph::Event>(*rows_, Family::graph, keys::event(id))) return event;
    if (const std::optional<std::string> folded_into = rows_->get(Family::graph, keys::event_of_report(id))) {
        return stored<graph::Event>(*rows_, Family::graph, keys::events() + *folded_into);
    }
    return imports_->event(id);
}

void Reader::events(const std::function<bool(const graph::Event&)>& visit) const {
    EventsInTurn imported(*imports_, 0, last_day, &EventsInTurn::by_id);
    bool go_on = true;
    rows_->scan(Family::graph, keys::events(), [&](std::string_view key, std::string_view value) {
        const auto event = decoded<graph::Event>(*rows_, key, value);
        go_on = imported.visit_before(event, visit) && visit(event);
        return go_on;
    });
    if (go_on) imported.visit_rest(visit);
}

void Reader::events_of(graph::ActorNumber actor,
                       const std::function<bool(const graph::Event&)>& visit) const {
    const std::string prefix = keys::events_of_actor(actor);
    EventsInTurn imported(imports_->events_of(actor), &EventsInTurn::by_date);
    const bool go_on = walk_events(*rows_, prefix, after(prefix), [&](const graph::Event& event) {
        return imported.visit_before(event, visit) && visit(event);
    });
    if (go_on) imported.visit_rest(visit);
}

void Reader::events_between(graph::Date from, graph::Date to,
                            const std::function<bool(const graph::Event&)>& visit) const {
    const std::string lower = lower_bound(from, to);
    const std::string upper = upper_bound(to);
    if (lower >= upper) return;
    const bool undated = !from.known() && !to.known();
    const std::uint32_t first = undated ? 0 : from.known() ? day_of(extract::first_day(from)) : 1;
    const std::uint32_t last = to.known() ? day_of(extract::last_day(to)) : last_day;
    EventsInTurn imported(*imports_, first, last, &EventsInTurn::by_date);
    const bool go_on = walk_events(*rows_, lower, upper, [&](const graph::Event& event) {
        return imported.visit_before(event, visit) && visit(event);
    });
    if (go_on) imported.visit_rest(visit);
}

std::optional<graph::ImportedRow> Reader::imported(const graph::Event& event) const {
    return event.dataset.empty() ? std::nullopt : imports_->row(event.id);
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
