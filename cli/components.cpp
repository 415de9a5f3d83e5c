#include "cli/components.hpp"

#include "cli/circles.hpp"
#include "cli/options.hpp"
#include "store/store.hpp"

#include <string>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Components : public Command {
 public:
    Components() { events_.kinds = EventOptions::Kinds::events_and_relations; }

    [[nodiscard]] std::string name() const override { return "components"; }
    [[nodiscard]] std::string summary() const override { return "What hangs together at all"; }

    void declare(CLI::App& app) override {
        store_.declare(app);
        app.add_flag(
            "--strong", strong_,
            "Each reaches each along the direction of events; mutual ones and relations run both ways");
        app.add_option("-n,--limit", shown_.limit, "At most so many components; 0 for all")
            ->capture_default_str();
        app.add_option("--members", shown_.members, "At most so many actors of each; 0 for all")
            ->capture_default_str();
        app.add_option("--least", shown_.least, "None of fewer actors")->capture_default_str();
        events_.declare(app);
        rollup_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente components\n"
                     "  entente components --strong --quad 3,4\n"
                     "  entente components --least 1 --members 0 --json");
    }

    Exit run() override {
        const auto filter = events_.filter();
        const store::Reader reader(store_.folder());
        const auto& view = rollup_.over(reader);
        const auto circles =
            graph::components(view, filter, strong_ ? graph::Connection::strong : graph::Connection::weak);
        const bool any = print_circles(view, circles, shown_, {"component", "components"}, json_.on);
        if (!any) {
            complain(fmt::format("no component of {} or more under these conditions",
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
    bool strong_ = false;
};

}  // namespace

std::unique_ptr<Command> components_command() {
    return std::make_unique<Components>();
}

}  // namespace entente::cli
