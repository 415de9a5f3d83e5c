#include "graph/view.hpp"

#include <algorithm>
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
