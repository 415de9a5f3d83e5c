#include "graph/view.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <tuple>

namespace entente::graph {

namespace {

auto strand_order(const Strand& strand) {
    return std::tuple{strand.source, strand.target,     strand.kind,   strand.type,
                      strand.status, strand.reciprocal, strand.derived};
}

Strand strand_of(const Edge& edge) {
    Strand strand;
    strand.source = edge.source;
    strand.target = edge.target;
    strand.kind = edge.kind;
    strand.type = edge.type;
    strand.status = edge.status;
    strand.reciprocal = edge.reciprocal;
    strand.derived = edge.derived;
    return strand;
}

void count(Strand& strand, const Strand& one) {
    strand.edges += one.edges;
    strand.reports += one.reports;
    strand.sources += one.sources;
    strand.undated += one.undated;
    if (!one.first.known()) return;
    if (!strand.first.known() || one.first < strand.first) strand.first = one.first;
    strand.last = std::max(strand.last, one.last);
}

// The last word of a folded name of several words, "" of one word.
std::string last_word(const std::string& folded) {
    const std::size_t blank = folded.rfind(' ');
    return blank == std::string::npos ? std::string{} : folded.substr(blank + 1);
}

}  // namespace

std::vector<Strand> summed(std::vector<Strand> strands) {
    std::ranges::sort(strands, {}, strand_order);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < strands.size(); ++i) {
        if (kept > 0 && strand_order(strands[kept - 1]) == strand_order(strands[i])) {
            count(strands[kept - 1], strands[i]);
        } else {
            strands[kept++] = strands[i];
        }
    }
    strands.resize(kept);
    return strands;
}

std::vector<Strand> strands_of(const std::vector<Edge>& edges) {
    std::vector<Strand> single;
    single.reserve(edges.size());
    for (const Edge& edge : edges) {
        Strand& strand = single.emplace_back(strand_of(edge));
        strand.edges = 1;
        strand.reports = edge.reports;
        strand.sources = edge.sources;
        strand.undated = edge.date.known() ? 0 : 1;
        strand.first = edge.date;
        strand.last = edge.date;
    }
    return summed(std::move(single));
}

bool selects(const EventSelection& selection, const Event& event) {
    const bool is_timed = selection.from.known() || selection.to.known();
    if (is_timed) {
        if (!event.date.known()) return false;
        const std::int32_t day = extract::first_day(event.date);
        if (selection.from.known() && day < extract::first_day(selection.from)) return false;
        if (selection.to.known() && day > extract::last_day(selection.to)) return false;
    }
    if (event.typed == selection.untyped) return false;
    if (selection.alone && !ends(event).empty()) return false;
    const bool of_type =
        selection.untyped || (selection.types >> static_cast<unsigned>(event.type) & 1U) != 0;
    return of_type && (selection.statuses >> static_cast<unsigned>(event.status) & 1U) != 0 &&
           report_count(event) >= selection.min_reports && event.sources >= selection.min_sources;
}

void EventTally::count(const Event& event) {
    ++by_type[event.type];
    ++by_status[event.status];
    if (ends(event).empty()) ++without_second_party;
    if (!event.date.known()) {
        ++undated;
        return;
    }
    if (!first.known() || event.date < first) first = event.date;
    last = std::max(last, event.date);
}

std::vector<Actor> View::records(const std::vector<ActorNumber>& numbers) const {
    std::vector<Actor> actors;
    actors.reserve(numbers.size());
    for (const ActorNumber number : numbers) actors.push_back(actor(number));
    return actors;
}

Adjacency View::adjacency(ActorNumber vertex) const {
    return {.edges = {out_edges(vertex), in_edges(vertex)},
            .strands = {std::make_shared<const std::vector<Strand>>(), 0}};
}

Edges View::edges_between(ActorNumber vertex, Date /*from*/, Date /*to*/) const {
    return {out_edges(vertex), in_edges(vertex)};
}

std::uint64_t View::select_events(const EventSelection& selection,
                                  const std::function<bool(const Event&)>& visit) const {
    std::deque<Event> window;
    std::uint64_t total = 0;
    ActorId with;
    const auto take = [&](const Event& event) {
        const auto takes_part = [&with](const Event& one) {
            return std::ranges::binary_search(one.actors, with) ||
                   std::ranges::binary_search(one.recipients, with);
        };
        if (!selects(selection, event) || (!with.empty() && !takes_part(event))) return true;
        ++total;
        if (selection.latest == 0) return visit(event);
        window.push_back(event);
        if (window.size() > selection.latest) window.pop_front();
        return true;
    };
    if (!selection.actor) {
        events_between(selection.from, selection.to, take);
    } else {
        ActorNumber walked = *selection.actor;
        if (selection.with) {
            const bool with_is_narrower = degree(*selection.with) < degree(walked);
            if (with_is_narrower) walked = *selection.with;
            with = id(with_is_narrower ? *selection.actor : *selection.with);
        }
        events_of(walked, take);
    }
    for (const Event& event : window) {
        if (!visit(event)) break;
    }
    return total;
}

void View::events_on(const std::vector<Edge>& edges,
                     const std::function<void(const Edge&, const Event&)>& visit) const {
    for (const Edge& edge : edges) {
        if (edge.kind != EdgeKind::event) continue;
        if (const std::optional<Event> told = event(edge.id)) visit(edge, *told);
    }
}

EventTally View::event_tally() const {
    EventTally tally;
    events([&tally](const Event& event) {
        tally.count(event);
        return true;
    });
    return tally;
}

std::map<ActorType, std::uint64_t> View::actors_by_type() const {
    std::map<ActorType, std::uint64_t> counts;
    actors([&](ActorNumber number, const ActorId&) {
        ++counts[actor(number).type];
        return true;
    });
    return counts;
}

std::vector<std::pair<ActorNumber, std::uint32_t>> View::busiest(std::size_t most) const {
    std::vector<std::pair<ActorNumber, std::uint32_t>> falling;
    actors([&](ActorNumber number, const ActorId&) {
        if (const std::uint32_t neighbours = degree(number); neighbours > 0) {
            falling.emplace_back(number, neighbours);
        }
        return true;
    });
    // Actors came in order of id, and a stable sort keeps that among equals.
    std::ranges::stable_sort(falling, [](const auto& a, const auto& b) { return a.second > b.second; });
    if (falling.size() > most) falling.resize(most);
    return falling;
}

StrandBlock View::strands(ActorNumber vertex) const {
    std::vector<Strand> strands = strands_of(*out_edges(vertex));
    const std::size_t outgoing = strands.size();
    const std::vector<Strand> incoming = strands_of(*in_edges(vertex));
    strands.insert(strands.end(), incoming.begin(), incoming.end());
    return {std::make_shared<const std::vector<Strand>>(std::move(strands)), outgoing};
}

std::vector<Edge> View::between(ActorNumber one, ActorNumber other) const {
    const bool at_one = degree(one) <= degree(other);
    const ActorNumber here = at_one ? one : other;
    const ActorNumber there = at_one ? other : one;
    std::vector<Edge> edges;
    const EdgeBlock out = out_edges(here);
    const EdgeBlock in = in_edges(here);
    std::ranges::copy_if(*out, std::back_inserter(edges),
                         [there](const Edge& edge) { return edge.target == there; });
    std::ranges::copy_if(*in, std::back_inserter(edges),
                         [there](const Edge& edge) { return edge.source == there; });
    std::ranges::sort(edges, [](const Edge& a, const Edge& b) {
        return std::tuple{a.date, a.id, a.source} < std::tuple{b.date, b.id, b.source};
    });
    return edges;
}

std::vector<NameUse> names_of(const Actor& actor) {
    const bool is_place = actor.type == ActorType::place;
    std::map<std::string, NameUse> uses;
    for (const auto& [alias, articles] : actor.aliases) {
        NameUse& use = uses[fold_name(alias)];
        use.rank = is_place ? 3 : 2;
        use.articles += articles;
    }
    uses[fold_name(actor.name)].rank = is_place ? 3 : 1;
    // People ask for "Macron" though every article writes him out.
    if (actor.type == ActorType::person) {
        const auto [surname, is_new] = uses.try_emplace(last_word(fold_name(actor.name)));
        if (is_new) surname->second.rank = 4;
    }
    std::vector<NameUse> in_order;
    for (auto& [folded, use] : uses) {
        if (folded.empty()) continue;
        use.folded = folded;
        in_order.push_back(std::move(use));
    }
    return in_order;
}

std::uint32_t hub_degree(const std::map<std::uint32_t, std::uint64_t>& vertices_by_degree,
                         std::uint64_t vertices) {
    const std::uint64_t may_lie_above = vertices / 1000;
    std::uint64_t above = 0;
    for (const auto& [degree, count] : vertices_by_degree) above += count;
    std::uint32_t largest = least_hub_degree;
    for (const auto& [degree, count] : vertices_by_degree) {
        if (above <= may_lie_above) break;
        above -= count;
        largest = degree;
    }
    return std::max(largest, least_hub_degree);
}

}  // namespace entente::graph
