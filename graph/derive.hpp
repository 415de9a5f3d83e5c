// What one article says, in terms of vertices: its reports and the evidence it gives for relations.
//
// Pure: a function of the article and of who its actors are. Local ids that are no actor of the article (from
// a stranger's extractor) are left out; so is a relation of an actor with itself. Any number of threads may
// call.
#pragma once

#include "graph/records.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace entente::graph {

// An article's local actor ids and the vertices that they are.
using Cast = std::map<std::string, ActorId>;

// A relation apart from who states it.
struct Tied {
    RelationType type = RelationType::holds_office;
    ActorId from;
    ActorId to;

    auto operator<=>(const Tied&) const = default;
};

struct Derived {
    std::vector<Report> reports;  // sorted by id, distinct
    std::map<Tied, std::vector<RelationEvidence>> relations;

    bool operator==(const Derived&) const = default;
};

// By local id, of persons: the camp in which other articles know the vertex to be (Form::camp). It counts
// where this article does not tell.
using KnownCamps = std::map<std::string, std::string>;

Derived derive(const Said& said, const Cast& cast, const KnownCamps& known = {});

// A report's id: a hash over the article's key, the evidence's span and what is told there, in the article's
// own terms. Who its actors turn out to be does not change it, so an id once printed stays good.
ReportId report_id(const ArticleKey& article, const extract::Event& event);

}  // namespace entente::graph
