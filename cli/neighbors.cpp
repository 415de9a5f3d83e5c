#include "cli/neighbors.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "cli/ties.hpp"
#include "graph/neighbourhood.hpp"
#include "graph/neighbours.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t widest_name = 40;

// How many columns the names of the rows take.
template <typename Row>
std::size_t name_width(const std::vector<Row>& rows) {
    std::size_t widest = 0;
    for (const auto& row : rows) {
        widest = std::max(widest, display_width(one_line(row.actor.name)));
    }
    return std::min(widest, widest_name);
}

std::string name_column(const graph::Actor& actor, std::size_t width, const Paint& paint) {
    return paint.bold(padded(cut(one_line(actor.name), width), width));
}

Json far_json(const graph::View& view, const graph::FarNeighbour& row) {
    Json through = Json::array();
    for (const auto bridge : row.bridges) {
        through.push_back(view.id(bridge));
    }
    return {{"actor", actor_json(row.actor)}, {"distance", row.distance},
            {"through", row.through},         {"by", through},
            {"events", row.events},           {"reports", row.reports},
            {"relations", row.relations},     {"first", or_null(row.first)},
            {"last", or_null(row.last)}};
}

class Neighbors : public Command {
 public:
    Neighbors() { events_.kinds = EventOptions::Kinds::events_and_relations; }

    [[nodiscard]] std::string name() const override { return "neighbors"; }
    [[nodiscard]] std::string summary() const override { return "Whom an actor deals with, and how"; }

    void declare(CLI::App& app) override {
        app.add_option("ACTOR", actor_, "An id, or any name of the actor")->required();
        store_.declare(app);
        actor_type_.declare(app);
        app.add_option("-d,--direction", direction_, "out: what the actor does; in: what is done to it; both")
            ->check(CLI::IsMember({"out", "in", "both"}))
            ->capture_default_str();
        app.add_option("--depth", depth_,
                       "2 or 3: also the neighbors of neighbors, by distance; --limit then counts for each")
            ->check(CLI::Range(1, 3))
            ->capture_default_str();
        app.add_flag("--allow-hubs", allow_hubs_,
                     "With --depth, also by way of actors that everybody has to do with");
        wanted_.declare(app);
        events_.declare(app);
        rollup_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente neighbors Lavrov\n"
                     "  entente neighbors Kerry --type CONSULT,ACCUSE --since 2015-03\n"
                     "  entente neighbors Iran --direction in --quad 3,4 --json\n"
                     "  entente neighbors Iran --neighbor-type person --neighbor-country USA --by recent\n"
                     "  entente neighbors Lavrov --depth 2 -n 10\n"
                     "  entente neighbors Russia --rollup country\n"
                     "  entente neighbors Moscow --actor-type place");
    }

    Exit run() override {
        graph::NeighboursQuery query;
        query.direction = direction_of(direction_);
        query.filter = events_.filter();
        query.latest = json_.on;
        wanted_.apply(query);
        const auto type = actor_type_.type();
        const store::Reader reader(store_.folder());
        const auto& view = rollup_.over(reader);
        const auto number = actor_named(view, actor_, type);
        const auto status = depth_ == 1 ? answer_near(view, number, query) : answer_far(view, number, query);
        rollup_.tell_left_out();
        return status;
    }

 private:
    Exit answer_near(const graph::View& view, graph::ActorNumber number,
                     const graph::NeighboursQuery& query) const {
        const auto answer = graph::neighbours(view, number, query);
        const auto actor = view.actor(number);
        json_.on ? print_as_json(actor, answer) : print(actor, answer);
        return answer.rows.empty() ? Exit::no_answer : Exit::answered;
    }

    Exit answer_far(const graph::View& view, graph::ActorNumber number,
                    const graph::NeighboursQuery& query) const {
        graph::NeighbourhoodQuery far;
        far.depth = depth_;
        far.allow_hubs = allow_hubs_;
        far.of = query;
        const auto answer = graph::neighbourhood(view, number, far);
        json_.on ? print_as_json(view, number, answer) : print(view, number, answer);
        return answer.rows.empty() ? Exit::no_answer : Exit::answered;
    }

    static void print_as_json(const graph::Actor& actor, const graph::Neighbours& answer) {
        Json rows = Json::array();
        for (const auto& row : answer.rows) {
            rows.push_back(neighbour_json(row));
        }
        print_json({{"actor", actor_json(actor)},
                    {"total", answer.total},
                    {"events", answer.events},
                    {"relations", answer.relations},
                    {"neighbors", rows}});
    }

    static void print_as_json(const graph::View& view, graph::ActorNumber number,
                              const graph::Neighbourhood& answer) {
        Json rows = Json::array();
        for (const auto& row : answer.rows) {
            rows.push_back(far_json(view, row));
        }
        Json hubs = Json::array();
        for (const auto hub : answer.hubs) {
            hubs.push_back(view.id(hub));
        }
        print_json({{"actor", actor_json(view.actor(number))},
                    {"totals", answer.totals},
                    {"neighbors", rows},
                    {"avoided_hubs", hubs}});
    }

    static void say_none(const graph::Actor& actor) {
        complain(fmt::format("nothing joins {} with anybody under these conditions", one_line(actor.name)));
    }

    static void print(const graph::Actor& actor, const graph::Neighbours& answer) {
        if (answer.rows.empty()) {
            say_none(actor);
            return;
        }
        const Paint paint(stdout);
        fmt::print("{} ({})  {}: {}, {}, {}\n", paint.bold(one_line(actor.name)), described(actor),
                   paint.dim(actor.id), counted(answer.total, "neighbor"), counted(answer.events, "event"),
                   counted(answer.relations, "relation"));
        const auto widest = name_width(answer.rows);
        for (const auto& row : answer.rows) {
            const auto when = row.events == 0 ? std::string() : date_range(row.first, row.last);
            fmt::print("  {}  {}  {}  {}\n", name_column(row.actor, widest, paint),
                       padded(tie_weight(row), 22), padded(when, 10), ties_text(row.ties, paint));
        }
        if (answer.rows.size() < answer.total) {
            note(fmt::format("{} of {}; --limit 0 shows all", answer.rows.size(),
                             counted(answer.total, "neighbor")));
        }
    }

    static void print(const graph::View& view, graph::ActorNumber number,
                      const graph::Neighbourhood& answer) {
        const auto actor = view.actor(number);
        if (answer.rows.empty()) {
            say_none(actor);
            return;
        }
        const Paint paint(stdout);
        Names names(view);
        fmt::print("{} ({})  {}\n", paint.bold(one_line(actor.name)), described(actor), paint.dim(actor.id));
        const auto widest = name_width(answer.rows);
        std::uint32_t distance = 0;
        for (const auto& row : answer.rows) {
            if (row.distance != distance) {
                distance = row.distance;
                fmt::print("at {}: {}\n", counted(distance, "hop"),
                           counted(answer.totals.at(distance - 1), "actor"));
            }
            print_far_row(view, row, widest, names, paint);
        }
        if (!answer.hubs.empty()) {
            std::vector<graph::ActorId> hubs;
            for (const auto hub : answer.hubs) {
                hubs.push_back(view.id(hub));
            }
            note(fmt::format("not by way of {}; --allow-hubs goes there too", names.list(hubs)));
        }
    }

    static void print_far_row(const graph::View& view, const graph::FarNeighbour& row, std::size_t widest,
                              Names& names, const Paint& paint) {
        std::string by;
        if (row.distance > 1) {
            std::vector<graph::ActorId> bridges;
            for (const auto bridge : row.bridges) {
                bridges.push_back(view.id(bridge));
            }
            by = fmt::format("by {}", names.list(bridges));
            if (row.through > bridges.size()) {
                by += fmt::format(" and {} more", row.through - bridges.size());
            }
        }
        const auto when = row.events == 0 ? std::string() : date_range(row.first, row.last);
        fmt::print("  {}  {}  {}  {}\n", name_column(row.actor, widest, paint),
                   padded(tie_weight(row.events, row.reports, row.relations), 22), padded(when, 10), by);
    }

    StoreOption store_;
    JsonOption json_;
    ActorTypeOption actor_type_;
    EventOptions events_;
    NeighborOptions wanted_;
    RollupOption rollup_;
    std::string actor_;
    std::string direction_ = "both";
    std::uint32_t depth_ = 1;
    bool allow_hubs_ = false;
};

}  // namespace

std::unique_ptr<Command> neighbors_command() {
    return std::make_unique<Neighbors>();
}

}  // namespace entente::cli
