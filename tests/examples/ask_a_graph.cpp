// Two articles become one graph, and the graph answers: who has to do with whom, and how two that never met
// hang together.
//
// The articles are made by hand here; an Extractor makes them from text. MemoryGraph is a graph in plain
// containers; store::Writer and store::Reader are the same on disk.
#include "graph/article_key.hpp"
#include "graph/evidence.hpp"
#include "graph/memory_graph.hpp"
#include "graph/neighbours.hpp"
#include "graph/paths.hpp"
#include "graph/resolve.hpp"

#include <iostream>

namespace {

using namespace entente;

extract::Actor country(const std::string& id, const std::string& name) {
    extract::Actor actor;
    actor.id = id;
    actor.name = name;
    actor.type = extract::ActorType::country;
    actor.mentions = {name};
    return actor;
}

// An article of one sentence that tells one event.
extract::Extraction article(const std::string& id, const extract::Actor& from, extract::EventType type,
                            const extract::Actor& to, const std::string& sentence) {
    extract::Extraction made;
    made.id = id;
    made.date = {2016, 7, 15};
    made.text = sentence;
    made.actors = {from, to};
    extract::Event event;
    event.type = type;
    event.actors = {from.id};
    event.recipients = {to.id};
    event.evidence = sentence;
    event.evidence_span = {0, static_cast<std::uint32_t>(sentence.size())};
    made.events = {event};
    return made;
}

}  // namespace

int main() {
    const extract::Actor russia = country("russia", "Russia");
    const extract::Actor turkey = country("turkey", "Turkey");
    const extract::Actor iran = country("iran", "Iran");

    graph::MemoryGraph graph;
    graph.put(graph::said(article("1", russia, extract::EventType::consult, turkey, "Russia met Turkey.")));
    graph.put(graph::said(article("2", iran, extract::EventType::accuse, turkey, "Iran accused Turkey.")));
    graph::resolve(graph);  // now it is a graph

    const graph::ActorNumber asked = graph.find("TURKEY").at(0).actor;
    for (const graph::Neighbour& row : graph::neighbours(graph, asked).rows) {
        std::cout << row.actor.name << ": " << row.events << " event, " << row.reports << " report\n";
    }

    const graph::Paths answer = graph::paths(graph, *graph.number("russia"), *graph.number("iran"));
    for (const graph::Step& step : answer.paths.at(0).steps) {
        std::cout << graph.id(step.from) << " - " << graph.id(step.to) << ": "
                  << graph::quotation(graph, step.edges.front()) << '\n';
    }
}
