#include "cli/circles.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

// The members to show, best connected first; a circle is in order of id.
std::vector<graph::Actor> best_members(const graph::View& view, const graph::Circle& circle,
                                       std::size_t most) {
    std::vector<std::pair<std::uint32_t, std::size_t>> by_degree;
    for (std::size_t i = 0; i < circle.size(); ++i) {
        by_degree.emplace_back(view.degree(circle[i]), i);
    }
    std::sort(by_degree.begin(), by_degree.end(), [](const auto& a, const auto& b) {
        return std::tuple(b.first, a.second) < std::tuple(a.first, b.second);
    });
    if (most != 0 && by_degree.size() > most) {
        by_degree.resize(most);
    }
    std::vector<graph::Actor> actors;
    for (const auto& [degree, at] : by_degree) {
        actors.push_back(view.actor(circle[at]));
    }
    return actors;
}

void print_circle(const std::vector<graph::Actor>& members, std::size_t number, std::size_t size,
                  const CircleName& name) {
    const Paint paint(stdout);
    std::string line;
    for (const auto& actor : members) {
        line += fmt::format("{}{}", line.empty() ? "" : ", ", one_line(actor.name));
    }
    if (size > members.size()) {
        line += fmt::format(" and {} more", size - members.size());
    }
    fmt::print("{} {}: {}\n  {}\n", paint.bold(name.one), number, counted(size, "actor"), line);
}

Json circle_json(const std::vector<graph::Actor>& members, std::size_t number, std::size_t size,
                 const CircleName& name) {
    Json actors = Json::array();
    for (const auto& actor : members) {
        actors.push_back(actor_json(actor));
    }
    return {{std::string(name.one), number}, {"size", size}, {"actors", actors}};
}

}  // namespace

bool print_circles(const graph::View& view, const std::vector<graph::Circle>& circles,
                   const CirclesShown& shown, const CircleName& name, bool as_json) {
    std::size_t large = 0;
    while (large < circles.size() && circles[large].size() >= shown.least) {
        ++large;
    }
    const std::size_t told = shown.limit == 0 ? large : std::min(large, shown.limit);
    for (std::size_t i = 0; i < told; ++i) {
        const auto members = best_members(view, circles[i], shown.members);
        if (as_json) {
            print_json(circle_json(members, i + 1, circles[i].size(), name));
        } else {
            print_circle(members, i + 1, circles[i].size(), name);
        }
    }
    if (told < large) {
        note(fmt::format("{} of {}; --limit 0 shows all", told, counted(large, name.one, name.many)));
    }
    if (large < circles.size()) {
        note(fmt::format("{} of fewer than {} not shown; --least 1 shows them",
                         counted(circles.size() - large, name.one, name.many),
                         counted(shown.least, "actor")));
    }
    return told != 0;
}

}  // namespace entente::cli
