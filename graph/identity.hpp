// Who the name forms of many articles are: the decision that makes vertices.
//
// Every form that could be the same actor as another, or want the same id, lies in the same block, and the
// forms of a block with their counts decide who each of them is. So the answer is a function of the set of
// articles (and of what people decided, graph/decisions.hpp) and of nothing else, and a new article touches
// the blocks of its own actors only.
//
// - A name that is no person's is the vertex of its local id.
// - A person known by two words or more ("sergei-lavrov") is one vertex per local id, unless its forms tell
// of
//   two people (graph/homonyms.hpp): those get country or role behind the id ("john-smith-gbr").
// - A person known by one word ("lavrov", "al-assad"; particles are no words) is the bearer of that surname
// who
//   agrees best with its country and role. Where several agree alike, or only such as contradict it, it stays
//   a vertex of its own: two nodes for one man are mended by hand more easily than one node for two.
// - Where one local id is used for several types, the first of country, organization, group, person, place
//   keeps it and the others get the type behind it ("georgia", "georgia-place").
//
// Pure functions; any number of threads may call.
#pragma once

#include "graph/decisions.hpp"
#include "graph/records.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::graph {

// The last word of a local id: "sergei-lavrov" → "lavrov".
std::string form_block(std::string_view local_id);

// The form that an article's actor uses.
FormKey form_key(const extract::Actor& actor);

// The two halves of FormKey::country; "" unknown.
std::string country_of(const FormKey& form);
std::string role_of(const FormKey& form);

// For each form of one block, in order, the vertex that it is. Reads keys, names and article counts. The
// forms come in order of key. Linear but for one-word persons times full names of the same surname.
std::vector<ActorId> decide(const std::vector<Form>& forms, const Decisions& decisions = {});

// What most articles say: "", which is no answer, only when there is no other; of equals the first in the
// alphabet.
std::string majority(const std::map<std::string, std::uint64_t>& votes);

}  // namespace entente::graph
