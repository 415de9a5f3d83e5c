// entente: what the news says, as a graph that answers. Reads the command line, runs one command, and turns
// whatever stopped it into one line and a status.
#include "cli/actor.hpp"
#include "cli/actors.hpp"
#include "cli/add.hpp"
#include "cli/backup.hpp"
#include "cli/check.hpp"
#include "cli/command.hpp"
#include "cli/common.hpp"
#include "cli/communities.hpp"
#include "cli/components.hpp"
#include "cli/events.hpp"
#include "cli/export.hpp"
#include "cli/extract.hpp"
#include "cli/import.hpp"
#include "cli/interrupt.hpp"
#include "cli/merge.hpp"
#include "cli/neighbors.hpp"
#include "cli/parse.hpp"
#include "cli/path.hpp"
#include "cli/printing.hpp"
#include "cli/rank.hpp"
#include "cli/remove.hpp"
#include "cli/repair.hpp"
#include "cli/show.hpp"
#include "cli/spelling.hpp"
#include "cli/stats.hpp"
#include "cli/why.hpp"

#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace {

using namespace entente::cli;

constexpr std::string_view statuses =
    "Exit status: 0 answered, 1 no answer, 2 could not try, 3 done but some inputs failed, 130 interrupted.\n"
    "entente COMMAND --help tells each command with examples.";

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(add_command());
    commands.push_back(import_command());
    commands.push_back(ingest_command());
    commands.push_back(actors_command());
    commands.push_back(actor_command());
    commands.push_back(show_command());
    commands.push_back(neighbors_command());
    commands.push_back(path_command());
    commands.push_back(common_command());
    commands.push_back(rank_command());
    commands.push_back(communities_command());
    commands.push_back(components_command());
    commands.push_back(events_command());
    commands.push_back(why_command());
    commands.push_back(export_command());
    commands.push_back(stats_command());
    commands.push_back(merge_command());
    commands.push_back(remove_command());
    commands.push_back(check_command());
    commands.push_back(repair_command());
    commands.push_back(backup_command());
    commands.push_back(restore_command());
    commands.push_back(extract_command());
    commands.push_back(parse_command());
    return commands;
}

std::string first_help(const CLI::App& app) {
    return fmt::format(
        "{}\nStart with:\n"
        "  entente add news/            read articles into ./entente.db\n"
        "  entente actors               who is in them\n"
        "  entente neighbors NAME       whom somebody deals with\n",
        app.help());
}

// What CLI11 says of a wrong command line, on one line; for an unknown command with the nearest known one.
std::string told(const CLI::App& app, const CLI::ParseError& error) {
    std::string told = one_line(error.what());
    if (!app.get_subcommands().empty() || app.remaining().empty()) {
        return told;
    }
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands({})) {
        names.push_back(command->get_name());
    }
    const auto word = app.remaining().front();
    const auto near = nearest(word, names);
    return fmt::format("there is no command \"{}\"; {}", one_line(word),
                       near.empty() ? fmt::format("the commands are {}", fmt::join(names, " "))
                                    : fmt::format("did you mean \"{}\"?", near));
}

int run(int argc, char** argv) {
    CLI::App app("What the news says, as a graph that answers.", "entente");
    app.set_version_flag("--version", std::string("entente " ENTENTE_VERSION));
    app.footer(std::string(statuses));
    const auto commands = all_commands();
    for (const auto& command : commands) {
        command->declare(*app.add_subcommand(command->name(), command->summary()));
    }
    app.require_subcommand(0, 1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) {  // --help, --version
        app.exit(wanted);
        finish_output();
        return 0;
    } catch (const CLI::ParseError& error) {
        const auto asked = app.get_subcommands();
        complain(fmt::format("{}; see: entente {}--help", told(app, error),
                             asked.empty() ? "" : asked.front()->get_name() + " "));
        return static_cast<int>(Exit::could_not_try);
    }
    for (const auto& command : commands) {
        if (app.got_subcommand(command->name())) {
            const auto status = command->run();
            finish_output();
            return static_cast<int>(status);
        }
    }
    fmt::print(stderr, "{}", first_help(app));
    return static_cast<int>(Exit::could_not_try);
}

}  // namespace

int main(int argc, char** argv) {
    end_quietly_on_closed_pipes();
    outlive_limits_on_files();
    try {
        return run(argc, argv);
    } catch (const Refusal& refusal) {
        std::fflush(stdout);
        complain(refusal.what());
        return static_cast<int>(refusal.status());
    } catch (const std::bad_alloc&) {
        complain("out of memory; try fewer --threads");
    } catch (const std::exception& failure) {
        std::fflush(stdout);
        complain(failure.what());
    }
    return static_cast<int>(Exit::could_not_try);
}
