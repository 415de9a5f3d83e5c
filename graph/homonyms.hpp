// Two people of one full name, told apart by what articles say of them.
//
// The articles that know a person by one full name are grouped by the country they read. A group is another
// person than a larger one when their roles have nothing in common (a senator and a singer), or when it is no
// mere slip: at least two articles, and a third as many as the larger one has. Within a country only roles
// tell two people apart, where each has two articles: who governs, sits in parliament or commands may be one
// man in three years; who preaches or trades is another. Codes that are no state's (UNO, IGO, NGO) contradict
// none.
//
// A function of the counts: any order of forms gives the same people. Pure; any number of threads may call.
#pragma once

#include "graph/records.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente::graph {

// A person of a full name.
struct Bearer {
    ActorId id;
    std::map<std::string, std::uint64_t> countries;  // articles that read it
    std::map<std::string, std::uint64_t> roles;
    std::uint64_t articles = 0;
};

// What one full name stands for in a block.
struct Namesakes {
    std::vector<Bearer> bearers;  // by articles falling; one, mostly
    // For each of the forms, in order, whose it is; the plain name where it may be several's.
    std::vector<ActorId> of_form;
};

// `forms`: the persons' forms of one local id.
Namesakes namesakes(const std::vector<const Form*>& forms);

// True when both are states, and not the same one.
bool countries_contradict(const std::string& country, const std::string& other);
// True when both are known and of different walks of life.
bool roles_contradict(const std::string& role, const std::string& other);

}  // namespace entente::graph
