#include "cli/communities.hpp"

#include "cli/circles.hpp"
#include "cli/options.hpp"
#include "store/store.hpp"

#include <string>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class CommunitiesCommand : public Command {
 public:
    CommunitiesCommand() { events_.kinds = EventOptions::Kinds::events_and_relations; }

    [[nodiscard]] std::string name() const override { return "communities"; }
    [[nodiscard]] std::string summary() const override { return "Who belongs together in the whole graph"; }

    void declare(CLI::App& app) override {
        store_.declare(app);
        app.add_option("-n,--limit", shown_.limit, "At most so many communities; 0 for all")
            ->capture_default_str();
        app.add_option("--members", shown_.members, "At most so many actors of each; 0 for all")
            ->capture_default_str();
        app.add_option("--least", shown_.least, "None of fewer actors")->capture_default_str();
        app.add_option("--seed", seed_, "The order in which actors are looked at; the same, the same answer")
            ->capture_default_str();
        events_.declare(app);
        rollup_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente communities\n"
                     "  entente communities --quad 1,2 --members 0 --json\n"
                     "  entente communities --rollup country --since 2015");
    }

    Exit run() override {
        graph::CommunitiesQuery query;
        query.filter = events_.filter();
        query.seed = seed_;
        const store::Reader reader(store_.folder());
        const auto& view = rollup_.over(reader);
        const auto answer = graph::communities(view, query);
        const bool any = print_circles(view, answer.circles, shown_, {"community", "communities"}, json_.on);
        if (any) {
            note(fmt::format("modularity {:.3f}, seed {}", answer.modularity, seed_));
        } else {
            complain(fmt::format("no community of {} or more under these conditions",
                                 counted(shown_.least, "actor")));
        }
        rollup_.tell_left_out();
        return any ? Exit::answered : Exit::no_answer;
    }

 private:
    StoreOption store_;
    JsonOption json_;
    EventOptions events_;
    RollupOption rollup_;
    CirclesShown shown_;
    std::uint64_t seed_ = 1;
};

}  // namespace

std::unique_ptr<Command> communities_command() {
    return std::make_unique<CommunitiesCommand>();
}

}  // namespace entente::cli
