// What several answers have in common: an actor, an event, a relation, as JSON and as a line for people.
//
// The JSON fields are told in cli/JSON.md; they are only ever added to. Unknown values are null.
#pragma once

#include "cli/naming.hpp"
#include "cli/printing.hpp"
#include "graph/neighbours.hpp"
#include "graph/view.hpp"

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace entente::cli {

using Json = nlohmann::ordered_json;

// null for "".
Json or_null(std::string_view text);
Json or_null(const extract::Date& date);

Json actor_json(const graph::Actor& actor);
Json event_json(const graph::Event& event);
Json relation_json(const graph::Relation& relation);
Json article_json(const graph::ArticleRecord& article);

// "2015-03-02..2015-05-30", one date when they are the same, "undated" when neither is known.
std::string date_range(const extract::Date& first, const extract::Date& last);

// "CONSULT/visit", "ACCUSE (hypothetical)".
std::string event_kind(const graph::Event& event, const Paint& paint);

// "Israel -> Iran", "Iran <-> China", "-> Syria" when nobody is told to act.
std::string event_parties(const graph::Event& event, Names& names);

// "12 reports, 9 sources".
std::string event_weight(const graph::Event& event);

// A sentence in quotation marks on one line, cut to the width, behind so many blanks.
std::string quoted(std::string_view sentence, std::size_t indent, std::size_t width);

}  // namespace entente::cli
