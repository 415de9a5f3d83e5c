#include "cli/naming.hpp"

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "graph/suggest.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_listed = 10;
constexpr std::size_t most_in_list = 6;

[[noreturn]] void refuse_ambiguous(const graph::View& view, const std::string& name,
                                   const std::vector<graph::Candidate>& candidates) {
    std::string lines;
    for (std::size_t i = 0; i < candidates.size() && i < most_listed; ++i) {
        const auto actor = view.actor(candidates[i].actor);
        lines += fmt::format("\n  {}  {} ({}), {}", actor.id, one_line(actor.name), described(actor),
                             counted(actor.articles, "article"));
    }
    if (candidates.size() > most_listed) {
        lines += fmt::format("\n  and {} more", candidates.size() - most_listed);
    }
    throw Refusal(Exit::could_not_try,
                  fmt::format("\"{}\" may be {} actors; name one by its id or use --actor-type:{}",
                              one_line(name), candidates.size(), lines));
}

[[noreturn]] void refuse_unknown(const graph::View& view, const std::string& name,
                                 std::optional<graph::ActorType> type) {
    const std::string kind = type ? fmt::format(" of type {}", extract::name(*type)) : "";
    std::string near;
    for (const auto& suggestion : graph::suggest(view, name)) {
        near += fmt::format("{}{} ({})", near.empty() ? "" : ", ", one_line(suggestion.name), suggestion.id);
    }
    throw Refusal(Exit::no_answer,
                  fmt::format("no actor{} is called \"{}\"; {}", kind, one_line(name),
                              near.empty() ? "see: entente actors" : fmt::format("did you mean {}?", near)));
}

}  // namespace

void ActorTypeOption::declare(CLI::App& app) {
    app.add_option("--actor-type", given,
                   "What a name on the command line means: person country organization group place")
        ->type_name("TYPE");
}

std::optional<graph::ActorType> ActorTypeOption::type() const {
    if (given.empty()) {
        return std::nullopt;
    }
    return actor_type_of(option, given);
}

graph::ActorNumber actor_named(const graph::View& view, const std::string& name,
                               std::optional<graph::ActorType> type) {
    auto candidates = view.find(name);
    if (type) {
        std::erase_if(candidates,
                      [&](const auto& candidate) { return view.actor(candidate.actor).type != *type; });
    }
    if (candidates.empty()) {
        refuse_unknown(view, name, type);
    }
    const int best = candidates.front().rank;
    std::erase_if(candidates, [best](const auto& candidate) { return candidate.rank != best; });
    if (candidates.size() > 1) {
        refuse_ambiguous(view, name, candidates);
    }
    return candidates.front().actor;
}

std::string described(const graph::Actor& actor) {
    std::string text(extract::name(actor.type));
    if (!actor.country.empty()) {
        text += fmt::format(", {}", one_line(actor.country));
    }
    if (!actor.sectors.empty()) {
        text += fmt::format(", {}", one_line(fmt::format("{}", fmt::join(actor.sectors, " "))));
    }
    return text;
}

const std::string& Names::of(const graph::ActorId& id) {
    const auto known = names_.find(id);
    if (known != names_.end()) {
        return known->second;
    }
    const auto number = view_.number(id);
    return names_.emplace(id, one_line(number ? view_.actor(*number).name : id)).first->second;
}

std::string Names::list(const std::vector<graph::ActorId>& ids, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < ids.size() && i < most_in_list; ++i) {
        text += fmt::format("{}{}", text.empty() ? "" : separator, of(ids[i]));
    }
    if (ids.size() > most_in_list) {
        text += fmt::format(" and {} more", ids.size() - most_in_list);
    }
    return text;
}

}  // namespace entente::cli
