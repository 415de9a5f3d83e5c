// Why the graph says so: the sentences behind an event or a relation.
//
// Reads the articles it quotes, and no more of them than `limit`. A report whose article is gone is left out.
// Two threads may ask at once.
#pragma once

#include "graph/view.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::graph {

// One report with what its article says. `event` still names the article's local actor ids;
// `article.extraction.actors` tells how each was named and resolved.
struct EventEvidence {
    Report report;
    Said article;
    extract::Event event;

    bool operator==(const EventEvidence&) const = default;
};

// Puts the surest first: confidence falling, then id.
void best_first(std::vector<Report>& reports);
// Puts the best first: stated before derived, then the latest published, then article and index.
void best_first(std::vector<RelationEvidence>& pieces);

// Best first. limit 0: all.
std::vector<EventEvidence> evidence(const View& view, const Event& event, std::size_t limit = 0);

struct RelationSentence {
    RelationEvidence evidence;
    Said article;
    extract::Relation relation;

    bool operator==(const RelationSentence&) const = default;
};

// Best first. limit 0: all.
std::vector<RelationSentence> evidence(const View& view, const Relation& relation, std::size_t limit = 0);

// The sentence in one line: what breaks lines or aligns columns becomes a blank, and blanks join.
std::string one_line(std::string_view sentence);

// The best sentence of an edge in one line; "" when there is none.
std::string quotation(const View& view, const Edge& edge);

}  // namespace entente::graph
