#include "cli/neighbors.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "graph/neighbours.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

std::string_view type_name(const graph::Tie& tie) {
    return tie.kind == graph::EdgeKind::event ? extract::name(static_cast<extract::EventType>(tie.type))
                                              : extract::name(static_cast<extract::RelationType>(tie.type));
}

std::string tie_text(const graph::Tie& tie, const Paint& paint) {
    if (tie.kind == graph::EdgeKind::relation) {
        return fmt::format("{} {}", graph::arrow(tie.flow), type_name(tie));
    }
    return fmt::format("{} {} {}", graph::arrow(tie.flow),
                       paint.type(static_cast<extract::EventType>(tie.type)), tie.events);
}

std::string_view flow_name(graph::Flow flow) {
    switch (flow) {
        case graph::Flow::out:
            return "out";
        case graph::Flow::in:
            return "in";
        case graph::Flow::mutual:
            break;
    }
    return "mutual";
}

Json tie_json(const graph::Tie& tie) {
    const bool event = tie.kind == graph::EdgeKind::event;
    return {{"kind", event ? "event" : "relation"},
            {"type", type_name(tie)},
            {"direction", flow_name(tie.flow)},
            {"events", tie.events},
            {"reports", tie.reports},
            {"first", or_null(tie.first)},
            {"last", or_null(tie.last)},
            {"latest", event ? graph::event_name(tie.latest) : graph::relation_name(tie.latest)}};
}

Json neighbour_json(const graph::Neighbour& neighbour) {
    Json ties = Json::array();
    for (const auto& tie : neighbour.ties) {
        ties.push_back(tie_json(tie));
    }
    return {{"actor", actor_json(neighbour.actor)},
            {"events", neighbour.events},
            {"reports", neighbour.reports},
            {"relations", neighbour.relations},
            {"first", or_null(neighbour.first)},
            {"last", or_null(neighbour.last)},
            {"ties", ties}};
}

std::string weight(const graph::Neighbour& neighbour) {
    std::string text;
    if (neighbour.events != 0) {
        text =
            fmt::format("{} ({})", counted(neighbour.events, "event"), counted(neighbour.reports, "report"));
    }
    if (neighbour.relations != 0) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", counted(neighbour.relations, "relation"));
    }
    return text;
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
        events_.declare(app);
        app.add_option("-n,--limit", limit_, "At most so many neighbors; 0 for all")->capture_default_str();
        json_.declare(app);
        add_examples(app,
                     "  entente neighbors Lavrov\n"
                     "  entente neighbors Kerry --type CONSULT,ACCUSE --since 2015-03\n"
                     "  entente neighbors Iran --direction in --json\n"
                     "  entente neighbors Moscow --actor-type place");
    }

    Exit run() override {
        graph::NeighboursQuery query{direction(), events_.filter(), limit_};
        const auto type = actor_type_.type();
        const store::Reader view(store_.folder());
        const auto number = actor_named(view, actor_, type);
        const auto answer = graph::neighbours(view, number, query);
        const auto actor = view.actor(number);
        json_.on ? print_as_json(actor, answer) : print(actor, answer);
        return answer.rows.empty() ? Exit::no_answer : Exit::answered;
    }

 private:
    [[nodiscard]] graph::Direction direction() const {
        if (direction_ == "out") {
            return graph::Direction::out;
        }
        return direction_ == "in" ? graph::Direction::in : graph::Direction::both;
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

    static void print(const graph::Actor& actor, const graph::Neighbours& answer) {
        if (answer.rows.empty()) {
            complain(
                fmt::format("nothing joins {} with anybody under these conditions", one_line(actor.name)));
            return;
        }
        const Paint paint(stdout);
        fmt::print("{} ({})  {}: {}, {}, {}\n", paint.bold(one_line(actor.name)), described(actor),
                   paint.dim(actor.id), counted(answer.total, "neighbor"), counted(answer.events, "event"),
                   counted(answer.relations, "relation"));
        std::size_t widest = 0;
        for (const auto& row : answer.rows) {
            widest = std::max(widest, display_width(one_line(row.actor.name)));
        }
        widest = std::min<std::size_t>(widest, 40);
        for (const auto& row : answer.rows) {
            print_row(row, widest, paint);
        }
        if (answer.rows.size() < answer.total) {
            note(fmt::format("{} of {}; --limit 0 shows all", answer.rows.size(),
                             counted(answer.total, "neighbor")));
        }
    }

    static void print_row(const graph::Neighbour& row, std::size_t widest, const Paint& paint) {
        std::string ties;
        for (const auto& tie : row.ties) {
            ties += fmt::format("{}{}", ties.empty() ? "" : ", ", tie_text(tie, paint));
        }
        const auto when = row.events == 0 ? std::string() : date_range(row.first, row.last);
        fmt::print("  {}  {}  {}  {}\n", paint.bold(padded(cut(one_line(row.actor.name), widest), widest)),
                   padded(weight(row), 22), padded(when, 10), ties);
    }

    StoreOption store_;
    JsonOption json_;
    ActorTypeOption actor_type_;
    EventOptions events_;
    std::string actor_;
    std::string direction_ = "both";
    std::size_t limit_ = 25;
};

}  // namespace

std::unique_ptr<Command> neighbors_command() {
    return std::make_unique<Neighbors>();
}

}  // namespace entente::cli
