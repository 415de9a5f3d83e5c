#include "cli/path.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "graph/attestation.hpp"
#include "graph/evidence.hpp"
#include "graph/paths.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_edges_told = 3;

// What ties the two actors of a step, counted.
struct Weight {
    std::uint64_t events = 0;
    std::uint64_t reports = 0;
    std::uint64_t relations = 0;
    extract::Date first;
    extract::Date last;
};

Weight weight(const graph::Step& step) {
    Weight sum;
    for (const auto& edge : step.edges) {
        if (edge.kind == graph::EdgeKind::relation) {
            ++sum.relations;
            continue;
        }
        ++sum.events;
        sum.reports += edge.reports;
        if (edge.date.known()) {
            sum.first = sum.first.known() ? std::min(sum.first, edge.date) : edge.date;
            sum.last = std::max(sum.last, edge.date);
        }
    }
    return sum;
}

std::string told(const Weight& weight) {
    std::string text;
    if (weight.events != 0) {
        text = fmt::format("{} ({}) {}", counted(weight.events, "event"), counted(weight.reports, "report"),
                           date_range(weight.first, weight.last));
    }
    if (weight.relations != 0) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", counted(weight.relations, "relation"));
    }
    return text;
}

std::string edge_name(const graph::Edge& edge) {
    return edge.kind == graph::EdgeKind::event ? graph::event_name(edge.id) : graph::relation_name(edge.id);
}

class Path : public Command {
 public:
    Path() { events_.kinds = EventOptions::Kinds::events_and_relations; }

    [[nodiscard]] std::string name() const override { return "path"; }
    [[nodiscard]] std::string summary() const override { return "How two actors hang together"; }

    void declare(CLI::App& app) override {
        app.add_option("FROM", from_, "An id, or any name of the first actor")->required();
        app.add_option("TO", to_, "The same of the second")->required();
        store_.declare(app);
        actor_type_.declare(app);
        app.add_option("-k", k_, "So many paths, shortest first")
            ->check(CLI::Range(1, 100))
            ->capture_default_str();
        app.add_option("--max-hops", max_hops_, "None longer than this")
            ->check(CLI::Range(1, 12))
            ->capture_default_str();
        app.add_flag("--allow-hubs", allow_hubs_, "Also through actors that everybody has to do with");
        app.add_flag("--directed", directed_, "Only from who acts to whom it is done");
        auto* weighted =
            app.add_flag("-w,--weighted", weighted_,
                         "The best attested: by reports, publishers and recency, not by hops alone");
        auto* in_time = app.add_flag("--time-ordered", time_ordered_,
                                     "Each step no earlier than the one before; undated events do not count");
        weighted->excludes(in_time);
        app.add_option("--via", via_, "Through this actor; several, by commas, in this order")
            ->type_name("ACTOR")
            ->delimiter(',')
            ->allow_extra_args(false)
            ->excludes(in_time);
        app.add_option("--avoid", avoid_, "Not through this actor; several by commas")
            ->type_name("ACTOR")
            ->delimiter(',')
            ->allow_extra_args(false);
        events_.declare(app);
        rollup_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente path Iran Qatar\n"
                     "  entente path \"John Kerry\" \"Nusra Front\" -k 3 --max-hops 3\n"
                     "  entente path Kerry Lavrov --type CONSULT --since 2015\n"
                     "  entente path Iran Sudan --weighted --via Russia\n"
                     "  entente path Iran Israel --time-ordered --directed --since 2015\n"
                     "  entente path Iran Sudan --rollup country --avoid \"United States\"");
    }

    Exit run() override {
        graph::PathsQuery query;
        query.filter = events_.filter();
        query.filter.derived = false;
        query.k = k_;
        query.max_hops = max_hops_;
        query.directed = directed_;
        query.allow_hubs = allow_hubs_;
        query.order = order();
        const auto type = actor_type_.type();
        const store::Reader reader(store_.folder());
        const auto& view = rollup_.over(reader);
        const auto from = actor_named(view, from_, type);
        const auto to = actor_named(view, to_, type);
        query.via = stops(view, "--via", via_, {from, to});
        std::vector<graph::ActorNumber> taken = query.via;
        taken.insert(taken.end(), {from, to});
        query.avoid = stops(view, "--avoid", avoid_, taken);
        const auto answer = graph::paths(view, from, to, query);
        json_.on ? print_as_json(view, from, to, answer) : print(view, from, to, answer);
        rollup_.tell_left_out();
        return answer.paths.empty() ? Exit::no_answer : Exit::answered;
    }

 private:
    [[nodiscard]] graph::PathOrder order() const {
        if (weighted_) {
            return graph::PathOrder::attested;
        }
        return time_ordered_ ? graph::PathOrder::time_ordered : graph::PathOrder::hops;
    }

    // The actors that an option names, each once; refuses one that has its part in the path already.
    static std::vector<graph::ActorNumber> stops(const graph::View& view, const std::string& option,
                                                 const std::vector<std::string>& names,
                                                 std::vector<graph::ActorNumber> taken) {
        std::vector<graph::ActorNumber> stops;
        for (const auto& name : names) {
            const auto number = actor_named(view, name, std::nullopt);
            if (std::find(taken.begin(), taken.end(), number) != taken.end()) {
                throw Refusal(Exit::could_not_try,
                              fmt::format("{}: {} is named twice, or is an end of the path", option,
                                          one_line(view.actor(number).name)));
            }
            taken.push_back(number);
            stops.push_back(number);
        }
        return stops;
    }

    static Json step_json(const graph::View& view, const graph::Step& step) {
        Json edges = Json::array();
        for (const auto& edge : step.edges) {
            if (edge.kind == graph::EdgeKind::event) {
                edges.push_back(event_json(view.event(edge.id).value()));
            } else {
                auto relation = relation_json(view.relation(edge.id).value());
                relation["id"] =
                    graph::relation_name(edge.id);  // rolled up, its ends are not those it was made of
                edges.push_back(std::move(relation));
            }
        }
        const auto sum = weight(step);
        return {{"from", view.id(step.from)},
                {"to", view.id(step.to)},
                {"events", sum.events},
                {"reports", sum.reports},
                {"relations", sum.relations},
                {"first", or_null(sum.first)},
                {"last", or_null(sum.last)},
                {"sentence", or_null(step.edges.empty() ? "" : graph::quotation(view, step.edges.front()))},
                {"edges", edges}};
    }

    static void print_as_json(const graph::View& view, graph::ActorNumber from, graph::ActorNumber to,
                              const graph::Paths& answer) {
        Json paths = Json::array();
        for (const auto& path : answer.paths) {
            Json actors = Json::array();
            for (const auto number : path.actors) {
                actors.push_back(actor_json(view.actor(number)));
            }
            Json steps = Json::array();
            for (const auto& step : path.steps) {
                steps.push_back(step_json(view, step));
            }
            Json one = {{"hops", path.steps.size()}, {"actors", actors}, {"steps", steps}};
            if (path.cost != 0) {
                one["cost"] = static_cast<double>(path.cost) / graph::unattested_cost;
            }
            paths.push_back(std::move(one));
        }
        Json avoided = Json::array();
        for (const auto number : answer.avoided) {
            avoided.push_back(view.id(number));
        }
        print_json(
            {{"from", view.id(from)}, {"to", view.id(to)}, {"paths", paths}, {"avoided_hubs", avoided}});
    }

    void print(const graph::View& view, graph::ActorNumber from, graph::ActorNumber to,
               const graph::Paths& answer) const {
        const Paint paint(stdout);
        Names names(view);
        if (answer.paths.empty()) {
            complain(fmt::format("no path of at most {} joins {} and {}{}", counted(max_hops_, "hop"),
                                 names.of(view.id(from)), names.of(view.id(to)), advice(answer)));
            return;
        }
        for (std::size_t i = 0; i < answer.paths.size(); ++i) {
            print_path(view, answer.paths[i], i + 1, names, paint);
        }
        if (!answer.avoided.empty()) {
            std::vector<graph::ActorId> hubs;
            for (const auto number : answer.avoided) {
                hubs.push_back(view.id(number));
            }
            note(fmt::format("paths through {} are not shown; --allow-hubs shows them", names.list(hubs)));
        }
    }

    [[nodiscard]] std::string advice(const graph::Paths& answer) const {
        if (!answer.avoided.empty()) {
            return "; --allow-hubs also tries actors that everybody has to do with";
        }
        if (events_.narrow() || directed_ || time_ordered_ || !via_.empty() || !avoid_.empty()) {
            return "; try without --type, --since, --until, --directed and what else narrows the search";
        }
        return "; try a larger --max-hops";
    }

    static void print_path(const graph::View& view, const graph::Path& path, std::size_t number, Names& names,
                           const Paint& paint) {
        std::string chain;
        for (const auto actor : path.actors) {
            chain += fmt::format("{}{}", chain.empty() ? "" : " -- ", paint.bold(names.of(view.id(actor))));
        }
        const auto cost =
            path.cost == 0
                ? std::string()
                : fmt::format(", cost {:.3f}", static_cast<double>(path.cost) / graph::unattested_cost);
        fmt::print("{}. {}  ({}{})\n", number, chain, counted(path.steps.size(), "hop"), cost);
        for (const auto& step : path.steps) {
            print_step(view, step, names, paint);
        }
    }

    static void print_step(const graph::View& view, const graph::Step& step, Names& names,
                           const Paint& paint) {
        fmt::print("   {} -- {}: {}\n", names.of(view.id(step.from)), names.of(view.id(step.to)),
                   told(weight(step)));
        for (std::size_t i = 0; i < step.edges.size() && i < most_edges_told; ++i) {
            print_edge(view, step.edges[i], names, paint);
        }
        if (step.edges.size() > most_edges_told) {
            fmt::print("      and {} more\n", step.edges.size() - most_edges_told);
        }
        if (!step.edges.empty()) {
            if (const auto sentence = graph::quotation(view, step.edges.front()); !sentence.empty()) {
                fmt::print("{}\n", quoted(sentence, 6, columns(stdout)));
            }
        }
    }

    static void print_edge(const graph::View& view, const graph::Edge& edge, Names& names,
                           const Paint& paint) {
        if (edge.kind == graph::EdgeKind::event) {
            const auto event = view.event(edge.id).value();
            fmt::print("      {}  {}  {}  {}  {}\n", padded(date_range(event.date, event.date), 10),
                       event_kind(event, paint), event_parties(event, names), event_weight(event),
                       paint.dim(edge_name(edge)));
        } else {
            fmt::print("      {} -> {}  {}  {}  {}\n", names.of(view.id(edge.source)),
                       names.of(view.id(edge.target)),
                       extract::name(static_cast<extract::RelationType>(edge.type)),
                       counted(edge.reports, "report"), paint.dim(edge_name(edge)));
        }
    }

    StoreOption store_;
    JsonOption json_;
    ActorTypeOption actor_type_;
    EventOptions events_;
    RollupOption rollup_;
    std::string from_;
    std::string to_;
    std::size_t k_ = 1;
    std::uint32_t max_hops_ = 6;
    bool allow_hubs_ = false;
    bool directed_ = false;
    bool weighted_ = false;
    bool time_ordered_ = false;
    std::vector<std::string> via_;
    std::vector<std::string> avoid_;
};

}  // namespace

std::unique_ptr<Command> path_command() {
    return std::make_unique<Path>();
}

}  // namespace entente::cli
