// Writes a GraphML file that has everything in it that readers stumble over, and beside it, as JSON, what a
// reader must find there: graphml_sample FOLDER. Read back by graphml_read_back.py.
#include "graph/graphml.hpp"
#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

#include <fstream>
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::tests {
namespace {

// As XML lets it through: what it forbids replaced.
std::string legal(const std::string& text) {
    std::string kept;
    for (const char c : text) {
        const bool is_forbidden = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
        kept += is_forbidden ? std::string("\xEF\xBF\xBD") : std::string(1, c);
    }
    return kept;
}

Said awkward_story() {
    Story story("awkward", "2016-07-15");
    story.person("recep-erdogan", "TUR").country("russia", "RUS").place("d3").place("nowhere");
    story.event(EventType::consult, {"recep-erdogan"}, {"russia"}, "2016-07-14").at("d3").mode("visit");
    story.event(EventType::consult, {"recep-erdogan"}, {"russia"}, "2016-07-01");
    story.event(EventType::accuse, {"russia"}, {"recep-erdogan"}, "", Status::historical);
    story.event(EventType::protest, {"russia"}, {}, "2016-07-01");
    story.relation(RelationType::holds_office, "recep-erdogan", "russia", "friend & \"ally\" <of>");
    Said said = story.said();
    said.extraction.actors[0].name = "Recep Tayyip Erdoğan \x01 & <sons> 'and' \"daughters\" 😀";
    said.extraction.actors[0].mentions = {"Erdoğan\rErdogan", "tab\there", "习近平"};
    said.extraction.actors[0].sectors = {"GOV", "MIL"};
    said.extraction.events[0].evidence = "He said:\r\n \"<b>A & B</b>\" \x02.";
    return said;
}

nlohmann::json node(const Actor& actor) {
    std::string aliases;
    for (const auto& [alias, articles] : actor.aliases) aliases += (aliases.empty() ? "" : " | ") + alias;
    std::string sectors;
    for (const std::string& sector : actor.sectors) sectors += (sectors.empty() ? "" : " ") + sector;
    nlohmann::json row{
        {"actor", actor.id},         {"label", legal(actor.name)}, {"type", extract::name(actor.type)},
        {"country", actor.country},  {"sectors", sectors},         {"aliases", legal(aliases)},
        {"articles", actor.articles}};
    return row;
}

nlohmann::json edge(const View& view, const Edge& edge) {
    nlohmann::json row{{"source", view.id(edge.source)},
                       {"target", view.id(edge.target)},
                       {"kind", edge.kind == EdgeKind::event ? "event" : "relation"},
                       {"reports", edge.reports}};
    if (edge.kind == EdgeKind::relation) {
        row["event"] = relation_name(edge.id);
        row["derived"] = edge.derived ? 1 : 0;
        return row;
    }
    const Event event = view.event(edge.id).value();
    row["event"] = event_name(edge.id);
    row["type"] = extract::name(event.type);
    row["mode"] = event.mode;
    row["date"] = extract::to_string(event.date);
    row["place"] = event.place;
    row["status"] = extract::name(event.status);
    row["quad"] = extract::quad_class(event.type);
    row["sources"] = event.sources;
    row["score"] = event.score_tenths / 10.0;
    row["confidence"] = event.confidence_percent / 100.0;
    row["mutual"] = edge.reciprocal ? 1 : 0;
    return row;
}

void write_sample(const std::string& folder) {
    MemoryGraph graph;
    graph.put(awkward_story());
    for (const Said& story : random_stories(9, 40)) graph.put(story);
    resolve(graph);

    GraphmlOptions options;
    options.filter.unreal = true;
    std::ofstream file(folder + "/sample.graphml", std::ios::binary);
    write_graphml(graph, file, options);
    options.aggregate = true;
    std::ofstream aggregated(folder + "/aggregated.graphml", std::ios::binary);
    const GraphmlSummary sums = write_graphml(graph, aggregated, options);

    nlohmann::json expected;
    expected["aggregated_edges"] = sums.edges;
    graph.actors([&](ActorNumber number, const ActorId&) {
        expected["nodes"].push_back(node(graph.actor(number)));
        const EdgeBlock block = graph.out_edges(number);
        for (const Edge& one : *block) expected["edges"].push_back(edge(graph, one));
        return true;
    });
    std::ofstream(folder + "/expected.json") << expected.dump(1);
}

}  // namespace
}  // namespace entente::tests

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "graphml_sample FOLDER\n";
        return 2;
    }
    entente::tests::write_sample(arguments[1]);
    return 0;
}
