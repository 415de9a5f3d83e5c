// Options that several commands share, and the words of the command line turned into values.
//
// The functions that read a word throw a Refusal (could not try) that names the option, the word and what may
// stand there.
#pragma once

#include "extract/records.hpp"
#include "graph/filter.hpp"

#include <filesystem>
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

// Which happenings a question is about: --type, --since, --until, --all-statuses.
struct EventOptions {
    enum class Kinds { events, events_and_relations };

    Kinds kinds = Kinds::events;
    std::vector<std::string> types;
    std::string since;
    std::string until;
    bool all_statuses = false;

    void declare(CLI::App& app);
    // Refuses a type that is none (with the list of the valid ones) and what is not a date.
    [[nodiscard]] graph::Filter filter() const;
};

// "2015", "2015-03" or "2015-03-14" as given to `option`.
extract::Date date_of(const std::string& option, const std::string& word);

// "person", "country", ...; refused with the list of the valid ones.
extract::ActorType actor_type_of(const std::string& option, const std::string& word);

// A number of threads: 0 asks for as many as the machine has.
unsigned thread_count(unsigned asked);

// The examples at the end of a --help.
void add_examples(CLI::App& app, const std::string& lines);

}  // namespace entente::cli
