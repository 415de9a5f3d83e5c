#include "cli/common.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "cli/ties.hpp"
#include "graph/common.hpp"
#include "store/store.hpp"

#include <string>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Common : public Command {
 public:
    Common() { events_.kinds = EventOptions::Kinds::events_and_relations; }

    [[nodiscard]] std::string name() const override { return "common"; }
    [[nodiscard]] std::string summary() const override { return "Whom two actors both deal with"; }

    void declare(CLI::App& app) override {
        app.add_option("ACTOR", one_, "An id, or any name of the first actor")->required();
        app.add_option("OTHER", other_, "The same of the second")->required();
        store_.declare(app);
        actor_type_.declare(app);
        app.add_option("-d,--direction", direction_,
                       "out: to whom both do something; in: who does something to both; both")
            ->check(CLI::IsMember({"out", "in", "both"}))
            ->capture_default_str();
        wanted_.declare(app);
        events_.declare(app);
        rollup_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente common Iran Russia\n"
                     "  entente common Kerry Lavrov --type CONSULT --neighbor-type person\n"
                     "  entente common Iran Saudi --direction out --quad 4 --json");
    }

    Exit run() override {
        graph::NeighboursQuery query;
        query.direction = direction_of(direction_);
        query.filter = events_.filter();
        wanted_.apply(query);
        const auto type = actor_type_.type();
        const store::Reader reader(store_.folder());
        const auto& view = rollup_.over(reader);
        const auto one = view.actor(actor_named(view, one_, type));
        const auto other = view.actor(actor_named(view, other_, type));
        if (one.id == other.id) {
            throw Refusal(Exit::could_not_try, fmt::format("\"{}\" and \"{}\" are the same actor, {}",
                                                           one_line(one_), one_line(other_), one.id));
        }
        const auto answer =
            graph::common_neighbours(view, view.number(one.id).value(), view.number(other.id).value(), query);
        json_.on ? print_as_json(one, other, answer) : print(one, other, answer);
        rollup_.tell_left_out();
        return answer.rows.empty() ? Exit::no_answer : Exit::answered;
    }

 private:
    static Json side_json(const graph::Neighbour& side) {
        auto json = neighbour_json(side);
        json.erase("actor");
        return json;
    }

    static void print_as_json(const graph::Actor& one, const graph::Actor& other,
                              const graph::CommonNeighbours& answer) {
        Json rows = Json::array();
        for (const auto& row : answer.rows) {
            rows.push_back({{"actor", actor_json(row.actor)},
                            {"with_one", side_json(row.with_one)},
                            {"with_other", side_json(row.with_other)}});
        }
        print_json({{"one", actor_json(one)},
                    {"other", actor_json(other)},
                    {"total", answer.total},
                    {"neighbors_of_one", answer.of_one},
                    {"neighbors_of_other", answer.of_other},
                    {"common", rows}});
    }

    static void print(const graph::Actor& one, const graph::Actor& other,
                      const graph::CommonNeighbours& answer) {
        const auto name = one_line(one.name);
        const auto other_name = one_line(other.name);
        if (answer.rows.empty()) {
            complain(
                fmt::format("{} and {} have no neighbor in common under these conditions", name, other_name));
            return;
        }
        const Paint paint(stdout);
        fmt::print("{} ({}) and {} ({}): {} in common\n", paint.bold(name),
                   counted(answer.of_one, "neighbor"), paint.bold(other_name),
                   counted(answer.of_other, "neighbor"), counted(answer.total, "neighbor"));
        for (const auto& row : answer.rows) {
            fmt::print("{} ({})  {}\n", paint.bold(one_line(row.actor.name)), described(row.actor),
                       paint.dim(row.actor.id));
            print_side(name, row.with_one, paint);
            print_side(other_name, row.with_other, paint);
        }
        if (answer.rows.size() < answer.total) {
            note(fmt::format("{} of {}; --limit 0 shows all", answer.rows.size(),
                             counted(answer.total, "neighbor")));
        }
    }

    static void print_side(const std::string& name, const graph::Neighbour& side, const Paint& paint) {
        const auto when = side.events == 0 ? std::string() : date_range(side.first, side.last);
        fmt::print("  with {}: {}  {}  {}\n", name, tie_weight(side), when, ties_text(side.ties, paint));
    }

    StoreOption store_;
    JsonOption json_;
    ActorTypeOption actor_type_;
    EventOptions events_;
    NeighborOptions wanted_;
    RollupOption rollup_;
    std::string one_;
    std::string other_;
    std::string direction_ = "both";
};

}  // namespace

std::unique_ptr<Command> common_command() {
    return std::make_unique<Common>();
}

}  // namespace entente::cli
