// Options that several commands share, and the words of the command line turned into values.
//
// The functions that read a word throw a Refusal (could not try) that names the option, the word and what may
// stand there.
#pragma once

#include "extract/records.hpp"
#include "graph/filter.hpp"
#include "graph/neighbours.hpp"
#include "graph/rollup.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace entente::cli {

// Where the graph lies: -s/--store, else ENTENTE_STORE, else ./entente.db.
struct StoreOption {
    std::string given;

    void declare(CLI::App& app);
    [[nodiscard]] std::filesystem::path folder() const;
};

// --json: the answer as one JSON object, or one a line.
struct JsonOption {
    bool on = false;

    void declare(CLI::App& app);
};

// Which happenings a question is about: --type, --quad, --status, --since, --until, --min-reports,
// --min-sources, --all-statuses.
struct EventOptions {
    enum class Kinds { events, events_and_relations };

    Kinds kinds = Kinds::events;
    std::vector<std::string> types;
    std::vector<int> quads;
    std::vector<std::string> statuses;
    std::uint32_t min_reports = 0;
    std::uint32_t min_sources = 0;
    std::string since;
    std::string until;
    bool all_statuses = false;

    void declare(CLI::App& app);
    // Refuses a type or status that is none (with the list of the valid ones) and what is not a date.
    [[nodiscard]] graph::Filter filter() const;
    // True when any of them is given.
    [[nodiscard]] bool narrow() const;
};

// --rollup: the graph of countries, or of their sectors, instead of single actors.
class RollupOption {
 public:
    void declare(CLI::App& app);
    // The view itself, or the one rolled up; that lives as long as the option, and no longer than the view.
    const graph::View& over(const graph::View& view);
    [[nodiscard]] bool on() const { return !given_.empty(); }
    // Tells on standard error how many actors are in no country (sector), if any.
    void tell_left_out() const;

 private:
    std::string given_;
    std::unique_ptr<graph::RolledUp> rolled_up_;
};

// "2015", "2015-03" or "2015-03-14" as given to `option`.
extract::Date date_of(const std::string& option, const std::string& word);

// "person", "country", ...; refused with the list of the valid ones.
extract::ActorType actor_type_of(const std::string& option, const std::string& word);

// --by of neighbors and common: "events", "reports", "recent", "name".
graph::Ranking ranking_of(const std::string& word);
// "out", "in", "both".
graph::Direction direction_of(const std::string& word);

// Which neighbours are wanted, and in what order: --neighbor-type, --neighbor-country, --by, --limit.
struct NeighborOptions {
    std::vector<std::string> types;
    std::vector<std::string> countries;
    std::string by = "events";
    std::size_t limit = 25;

    void declare(CLI::App& app);
    // Refuses a type that is none.
    void apply(graph::NeighboursQuery& query) const;
};

// A number of threads: 0 asks for as many as the machine has.
unsigned thread_count(unsigned asked);

// The examples at the end of a --help.
void add_examples(CLI::App& app, const std::string& lines);

}  // namespace entente::cli
