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

[[noreturn]] void no_such_number(graph::ActorNumber number) {
    throw std::logic_error(fmt::format("no actor has the number {}", number));
}

// Those that articles tell.
std::vector<graph::Edge> told_edges(const Rows& rows, const Imports& imports, keys::Side side,
                                    graph::ActorNumber vertex) {
    std::vector<graph::Edge> edges;
    if (imports.alone()) return edges;
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

graph::StrandBlock joined(std::vector<graph::Strand> out, const std::vector<graph::Strand>& in) {
    const std::size_t outgoing = out.size();
    out.insert(out.end(), in.begin(), in.end());
    return {std::make_shared<const std::vector<graph::Strand>>(std::move(out)), outgoing};
}

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

std::vector<graph::Actor> Reader::records(const std::vector<graph::ActorNumber>& numbers) const {
    std::vector<std::string> keys;
    keys.reserve(numbers.size());
    for (const graph::ActorNumber number : numbers) keys.push_back(keys::actor(number));
    auto told = stored<graph::Actor>(*rows_, Family::graph, keys);
    std::vector<graph::Actor> actors;
    actors.reserve(numbers.size());
    Imports::Chunk chunk;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (told[i]) {
            actors.push_back(*std::move(told[i]));
            continue;
        }
        const std::optional<NamedActor> imported = imports_->named(numbers[i], chunk);
        if (!imported) no_such_number(numbers[i]);
        actors.push_back(Imports::joined(*imported));
    }
    return actors;
}

std::map<graph::ActorType, std::uint64_t> Reader::actors_by_type() const {
    std::map<graph::ActorType, std::uint64_t> counts;
    std::vector<bool> told;
    rows_->scan(Family::graph, keys::actors(), [&](std::string_view key, std::string_view value) {
        ++counts[decoded<graph::Actor>(*rows_, key, value).type];
        const graph::ActorNumber number = sound(keys::number_at_end(key), *rows_, key);
        if (number >= told.size()) told.resize(std::size_t{number} + 1);
        told[number] = true;
        return true;
    });
    const auto is_told = [&told](graph::ActorNumber number) { return number < told.size() && told[number]; };
    for (const auto& [type, count] : imports_->actors_by_type(is_told)) counts[type] += count;
    return counts;
}

std::vector<std::pair<graph::ActorNumber, std::uint32_t>> Reader::busiest(std::size_t most) const {
    std::map<graph::ActorNumber, std::uint32_t> degrees;
    for (const auto& [vertex, neighbours] : imports_->degrees(most)) degrees.emplace(vertex, neighbours);
    rows_->scan(Family::graph, keys::degrees(), [&](std::string_view key, std::string_view) {
        const graph::ActorNumber vertex = sound(keys::number_at_end(key), *rows_, key);
        degrees[vertex] = degree(vertex);
        return true;
    });
    std::vector<std::pair<graph::ActorNumber, std::uint32_t>> falling(degrees.begin(), degrees.end());
    std::erase_if(falling, [](const auto& row) { return row.second == 0; });
    const auto by_degree = [](const auto& a, const auto& b) { return a.second > b.second; };
    if (falling.size() > most && most > 0) {
        const auto last = falling.begin() + static_cast<std::ptrdiff_t>(most) - 1;
        std::ranges::nth_element(falling, last, by_degree);
        const std::uint32_t least = last->second;
        std::erase_if(falling, [least](const auto& row) { return row.second < least; });
    }
    std::vector<std::pair<graph::ActorId, std::pair<graph::ActorNumber, std::uint32_t>>> named;
    named.reserve(falling.size());
    for (const auto& row : falling) named.emplace_back(id(row.first), row);
    std::ranges::sort(named, [](const auto& a, const auto& b) {
        return std::tuple(b.second.second, std::string_view(a.first)) <
               std::tuple(a.second.second, std::string_view(b.first));
    });
    if (named.size() > most) named.resize(most);
    falling.clear();
    for (const auto& [id, row] : named) falling.push_back(row);
    return falling;
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

graph::EdgeBlock Reader::edges(EdgeSide side, graph::ActorNumber vertex, const DateCodes& dates) const {
    const bool out = side == EdgeSide::out;
    auto edges = std::make_shared<std::vector<graph::Edge>>(
        told_edges(*rows_, *imports_, out ? keys::Side::out : keys::Side::in, vertex));
    imports_->append_edges(out ? import_keys::Side::primary : import_keys::Side::in, vertex, dates, *edges);
    const auto order = [out](const graph::Edge& edge) {
        return std::tuple(edge.date, edge.id, out ? edge.target : edge.source, edge.kind);
    };
    // One import, or articles alone, come in order.
    if (!std::ranges::is_sorted(*edges, {}, order)) std::ranges::sort(*edges, {}, order);
    return edges;
}

graph::EdgeBlock Reader::out_edges(graph::ActorNumber vertex) const {
    return edges(EdgeSide::out, vertex, {});
}

graph::EdgeBlock Reader::in_edges(graph::ActorNumber vertex) const {
    return edges(EdgeSide::in, vertex, {});
}

graph::Edges Reader::edges_between(graph::ActorNumber vertex, graph::Date from, graph::Date to) const {
    const DateCodes dates = date_codes(from, to);
    return {edges(EdgeSide::out, vertex, dates), edges(EdgeSide::in, vertex, dates)};
}

graph::Adjacency Reader::adjacency(graph::ActorNumber vertex) const {
    graph::Adjacency around;
    around.edges.out = std::make_shared<const std::vector<graph::Edge>>(
        told_edges(*rows_, *imports_, keys::Side::out, vertex));
    around.edges.in = std::make_shared<const std::vector<graph::Edge>>(
        told_edges(*rows_, *imports_, keys::Side::in, vertex));
    std::vector<graph::Strand> out;
    std::vector<graph::Strand> in;
    imports_->append_strands(vertex, out, in);
    if (imports_->records().size() > 1) {
        out = graph::summed(std::move(out));
        in = graph::summed(std::move(in));
    }
    around.strands = joined(std::move(out), in);
    return around;
}

graph::StrandBlock Reader::strands(graph::ActorNumber vertex) const {
    std::vector<graph::Strand> out =
        graph::strands_of(told_edges(*rows_, *imports_, keys::Side::out, vertex));
    std::vector<graph::Strand> in = graph::strands_of(told_edges(*rows_, *imports_, keys::Side::in, vertex));
    const bool told = !out.empty() || !in.empty();
    imports_->append_strands(vertex, out, in);
    if (told || imports_->records().size() > 1) {
        out = graph::summed(std::move(out));
        in = graph::summed(std::move(in));
    }
    return joined(std::move(out), in);
}

std::vector<graph::Edge> Reader::between(graph::ActorNumber one, graph::ActorNumber other) const {
    const bool at_one = degree(one) <= degree(other);
    const graph::ActorNumber here = at_one ? one : other;
    const graph::ActorNumber there = at_one ? other : one;
    std::vector<graph::Edge> edges;
    for (const graph::Edge& edge : told_edges(*rows_, *imports_, keys::Side::out, here)) {
        if (edge.target == there) edges.push_back(edge);
    }
    for (const graph::Edge& edge : told_edges(*rows_, *imports_, keys::Side::in, here)) {
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
    const auto last = std::unique(neighbours.begin(), neighbours.end());
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
