#include "cli/options.hpp"

#include "cli/command.hpp"
#include "cli/printing.hpp"

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

void add_status(graph::Filter& filter, const std::string& name) {
    const auto status = name == "reported" ? extract::Status::reported : extract::status(name);
    if (!status || name.empty()) {
        throw Refusal(Exit::could_not_try,
                      fmt::format("--status: there is no status \"{}\"; the statuses are reported historical "
                                  "future hypothetical negation",
                                  name));
    }
    add_once(filter.statuses, *status);
}

// Keeps to the event types of the quad classes; of those named already, if any are.
void keep_quads(graph::Filter& filter, const std::vector<int>& quads) {
    if (quads.empty()) {
        return;
    }
    const bool named = !filter.event_types.empty() || !filter.relation_types.empty();
    std::vector<extract::EventType> types;
    for (const auto type : extract::all_event_types()) {
        const bool in_quad = std::find(quads.begin(), quads.end(), extract::quad_class(type)) != quads.end();
        const auto& asked = filter.event_types;
        if (in_quad && (!named || std::find(asked.begin(), asked.end(), type) != asked.end())) {
            types.push_back(type);
        }
    }
    filter.event_types = types;
    filter.relations = false;
    filter.events = !types.empty();
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
    app.add_option("-t,--type,--types", types, "Only these types, by commas: " + known_types(kinds))
        ->type_name("TYPE")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option(
           "--quad", quads,
           "Only these quad classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, "
           "4 material conflict")
        ->type_name("1..4")
        ->delimiter(',')
        ->check(CLI::Range(1, 4))
        ->allow_extra_args(false);
    app.add_option("--since", since, "Only from this date on (2015, 2015-03 or 2015-03-14)")
        ->type_name("DATE");
    app.add_option("--until", until, "Only up to this date")->type_name("DATE");
    app.add_option("--min-reports", min_reports, "Only what at least so many reports tell")->type_name("N");
    app.add_option("--min-sources", min_sources, "Only what at least so many publishers tell (no relations)")
        ->type_name("N");
    app.add_option("--status", statuses,
                   "Only events told so: reported historical future hypothetical negation")
        ->type_name("STATUS")
        ->delimiter(',')
        ->allow_extra_args(false);
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
    for (const auto& name : statuses) {
        add_status(filter, name);
        filter.relations = false;
    }
    filter.min_reports = min_reports;
    filter.min_sources = min_sources;
    keep_quads(filter, quads);
    return filter;
}

bool EventOptions::narrow() const {
    return !types.empty() || !quads.empty() || !statuses.empty() || !since.empty() || !until.empty() ||
           min_reports != 0 || min_sources != 0;
}

void RollupOption::declare(CLI::App& app) {
    app.add_option("--rollup", given_,
                   "country: the graph of countries instead of their people and bodies; sector: of each "
                   "country's sectors (Russia GOV, Russia MIL)")
        ->type_name("BY")
        ->check(CLI::IsMember({"country", "sector"}));
}

const graph::View& RollupOption::over(const graph::View& view) {
    if (!on()) {
        return view;
    }
    const auto by = given_ == "country" ? graph::Rollup::country : graph::Rollup::sector;
    rolled_up_ = std::make_unique<graph::RolledUp>(view, by);
    return *rolled_up_;
}

void RollupOption::tell_left_out() const {
    if (rolled_up_ != nullptr && rolled_up_->left_out() != 0) {
        note(fmt::format("{} of unknown country{} left out", counted(rolled_up_->left_out(), "actor"),
                         given_ == "sector" ? " and sector" : ""));
    }
}

void NeighborOptions::declare(CLI::App& app) {
    app.add_option("--neighbor-type", types,
                   "Only neighbors of these types: person country organization group place")
        ->type_name("TYPE")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--neighbor-country", countries,
                   "Only neighbors of these countries (RUS, or IGO UNO EUR NGO IMG MNC ISM)")
        ->type_name("CODE")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--by", by, "Rank by events, reports, recent (the latest event) or name")
        ->check(CLI::IsMember({"events", "reports", "recent", "name"}))
        ->capture_default_str();
    app.add_option("-n,--limit", limit, "At most so many neighbors; 0 for all")->capture_default_str();
}

void NeighborOptions::apply(graph::NeighboursQuery& query) const {
    for (const auto& name : types) {
        add_once(query.types, actor_type_of("--neighbor-type", name));
    }
    for (auto code : countries) {
        std::transform(code.begin(), code.end(), code.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        add_once(query.countries, code);
    }
    query.ranking = ranking_of(by);
    query.limit = limit;
}

graph::Ranking ranking_of(const std::string& word) {
    if (word == "reports") {
        return graph::Ranking::reports;
    }
    if (word == "recent") {
        return graph::Ranking::recent;
    }
    return word == "name" ? graph::Ranking::name : graph::Ranking::events;
}

graph::Direction direction_of(const std::string& word) {
    if (word == "out") {
        return graph::Direction::out;
    }
    return word == "in" ? graph::Direction::in : graph::Direction::both;
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
