#include "graph/describe.hpp"

#include "graph/identity.hpp"

#include <algorithm>
#include <tuple>

namespace entente::graph {

namespace {

using Votes = std::map<std::string, std::uint64_t>;

Votes sum(const std::vector<Form>& forms, std::map<std::string, std::uint32_t> Form::*counts) {
    Votes votes;
    for (const Form& form : forms) {
        for (const auto& [answer, articles] : form.*counts) votes[answer] += articles;
    }
    return votes;
}

std::size_t words(const std::string& name) {
    return static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
}

std::string best_name(const Votes& names) {
    const auto rank = [](const auto& row) { return std::tuple{words(row.first), row.second}; };
    std::string best;
    std::tuple<std::size_t, std::uint64_t> best_rank{0, 0};
    for (const auto& row : names) {  // in order of the alphabet, so the first of equals stays
        if (rank(row) > best_rank) {
            best = row.first;
            best_rank = rank(row);
        }
    }
    return best;
}

ActorType best_type(const std::vector<Form>& forms) {
    std::map<ActorType, std::uint64_t> votes;
    for (const Form& form : forms) votes[form.key.type] += form.articles;
    return std::ranges::max_element(votes, {}, [](const auto& row) { return row.second; })->first;
}

std::string best_country(const std::vector<Form>& forms) {
    Votes votes;
    for (const Form& form : forms) votes[country_of(form.key)] += form.articles;
    return majority(votes);
}

std::vector<std::string> best_sectors(const Votes& sectors, const Votes& first_sectors) {
    std::uint64_t most = 0;
    for (const auto& [sector, articles] : sectors) most = std::max(most, articles);
    const std::string first = majority(first_sectors);
    std::vector<std::pair<std::string, std::uint64_t>> told;
    for (const auto& row : sectors) {
        if (row.first == first || row.second * 10 >= most) told.emplace_back(row.first, row.second);
    }
    std::ranges::stable_sort(told, [&first](const auto& a, const auto& b) {
        return std::tuple{a.first != first, b.second} < std::tuple{b.first != first, a.second};
    });
    std::vector<std::string> names;
    names.reserve(told.size());
    for (const auto& row : told) names.push_back(row.first);
    return names;
}

}  // namespace

Actor describe(const ActorId& id, const std::vector<Form>& forms, std::uint32_t articles) {
    Actor actor;
    actor.id = id;
    actor.name = best_name(sum(forms, &Form::names));
    if (actor.name.empty()) actor.name = id;
    actor.type = best_type(forms);
    actor.country = best_country(forms);
    actor.sectors = best_sectors(sum(forms, &Form::sectors), sum(forms, &Form::first_sectors));
    for (const auto& [name, count] : sum(forms, &Form::mentions)) {
        actor.aliases[name] = static_cast<std::uint32_t>(count);
    }
    actor.articles = articles;
    return actor;
}

}  // namespace entente::graph
