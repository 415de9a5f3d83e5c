// Boost.Graph's own algorithms on our graph, as they come: how far is everybody from Turkey?
//
// breadth_first_visit with sparse maps reads the adjacency of what it reaches and nothing else, so that the
// same few lines work on a store of millions.
#include "graph/article_key.hpp"
#include "graph/boost_graph.hpp"
#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"

#include <iostream>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>

namespace {

using namespace entente;

// Turkey asks Russia, Russia asks Iran, Iran asks Syria.
extract::Extraction chain() {
    extract::Extraction article;
    article.id = "chain";
    const std::vector<std::string> ids = {"turkey", "russia", "iran", "syria"};
    for (const std::string& id : ids) {
        extract::Actor actor;
        actor.id = id;
        actor.name = id;
        actor.type = extract::ActorType::country;
        article.actors.push_back(actor);
    }
    for (std::size_t i = 1; i < ids.size(); ++i) {
        extract::Event event;
        event.type = extract::EventType::request;
        event.actors = {ids[i - 1]};
        event.recipients = {ids[i]};
        article.events.push_back(event);
    }
    return article;
}

}  // namespace

int main() {
    graph::MemoryGraph memory;
    memory.put(graph::said(chain()));
    graph::resolve(memory);

    const graph::ViewGraph graph(memory);  // models BGL's graph concepts over any View
    const graph::ActorNumber turkey = *memory.number("turkey");

    graph::SparseMap<int> hops(-1);
    graph::SparseMap<boost::default_color_type> colour(boost::white_color);
    hops[turkey] = 0;
    boost::queue<graph::ActorNumber> queue;
    boost::breadth_first_visit(graph, turkey, queue,
                               boost::make_bfs_visitor(boost::record_distances(hops, boost::on_tree_edge())),
                               colour);

    const auto [begin, end] = vertices(graph);
    for (auto vertex = begin; vertex != end; ++vertex) {
        std::cout << get(boost::vertex_name, graph, *vertex) << ": " << get(hops, *vertex) << '\n';
    }
}
