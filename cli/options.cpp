#include "cli/options.hpp"

#include "cli/command.hpp"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

constexpr std::string_view relation_types = "holds_office member_of part_of affiliated_with";

std::string known_types(EventOptions::Kinds kinds) {
    std::vector<std::string_view> names;
    for (const auto type : extract::all_event_types()) {
        names.push_back(extract::name(type));
    }
    if (kinds == EventOptions::Kinds::events_and_relations) {
        names.push_back(relation_types);
    }
    return fmt::format("{}", fmt::join(names, " "));
}

template <class Value>
void add_once(std::vector<Value>& values, Value value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) {
        values.push_back(value);
    }
}

void add_type(graph::Filter& filter, EventOptions::Kinds kinds, const std::string& name) {
    const auto relation = extract::relation_type(name);
    if (const auto event = extract::event_type(name)) {
        add_once(filter.event_types, *event);
    } else if (relation && kinds == EventOptions::Kinds::events_and_relations) {
        add_once(filter.relation_types, *relation);
    } else {
        throw Refusal(Exit::could_not_try, fmt::format("--type: there is no type \"{}\"; the types are {}",
                                                       name, known_types(kinds)));
    }
}

}  // namespace

void StoreOption::declare(CLI::App& app) {
    app.add_option("-s,--store", given, "Folder of the graph (else $ENTENTE_STORE, else ./entente.db)")
        ->type_name("DIR");
}

std::filesystem::path StoreOption::folder() const {
    if (!given.empty()) {
        return given;
    }
    const char* from_environment = std::getenv("ENTENTE_STORE");
    return from_environment != nullptr && *from_environment != '\0' ? from_environment : "entente.db";
}

void JsonOption::declare(CLI::App& app) {
    app.add_flag("--json", on, "Answer in JSON (cli/JSON.md tells the fields)");
}

void EventOptions::declare(CLI::App& app) {
    app.add_option("-t,--type", types, "Only these types, by commas: " + known_types(kinds))
        ->type_name("TYPE")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--since", since, "Only from this date on (2015, 2015-03 or 2015-03-14)")
        ->type_name("DATE");
    app.add_option("--until", until, "Only up to this date")->type_name("DATE");
    app.add_flag("--all-statuses", all_statuses,
                 "Also what is told as negated or hypothetical, which is left out otherwise");
}

graph::Filter EventOptions::filter() const {
    graph::Filter filter;
    for (const auto& name : types) {
        add_type(filter, kinds, name);
    }
    if (!since.empty()) {
        filter.since = date_of("--since", since);
    }
    if (!until.empty()) {
        filter.until = date_of("--until", until);
    }
    filter.unreal = all_statuses;
    return filter;
}

extract::Date date_of(const std::string& option, const std::string& word) {
    const auto date = extract::parse_iso_date(word);
    if (!date || !date->known()) {
        throw Refusal(
            Exit::could_not_try,
            fmt::format("{}: \"{}\" is not a date; write 2015, 2015-03 or 2015-03-14", option, word));
    }
    return *date;
}

extract::ActorType actor_type_of(const std::string& option, const std::string& word) {
    const auto type = extract::actor_type(word);
    if (!type) {
        throw Refusal(Exit::could_not_try,
                      fmt::format("{}: there is no type of actor \"{}\"; the types are person country "
                                  "organization group place",
                                  option, word));
    }
    return *type;
}

unsigned thread_count(unsigned asked) {
    return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

void add_examples(CLI::App& app, const std::string& lines) {
    app.footer("Examples:\n" + lines);
}

}  // namespace entente::cli
