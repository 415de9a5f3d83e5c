// What a vertex is called and what is known of it, from all the forms that it goes by.
//
// Pure: the forms' counts decide, ties the alphabet. Any number of threads may call.
#pragma once

#include "graph/records.hpp"

#include <vector>

namespace entente::graph {

// - name: of the canonical names with the most words the one most articles use;
// - aliases: every surface form with the number of articles, summed over the forms;
// - type and country: what most articles say;
// - sectors: first the one that most articles hold most telling, then by articles; those that fewer than a
//   tenth as many articles tell as the most told one are left out as misreadings.
// `articles`: how many distinct articles use any of the forms. There is at least one form.
Actor describe(const ActorId& id, const std::vector<Form>& forms, std::uint32_t articles);

}  // namespace entente::graph
