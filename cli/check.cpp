#include "cli/check.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "cli/progress.hpp"
#include "store/check.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

class CheckCommand : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "check"; }
    [[nodiscard]] std::string summary() const override {
        return "Read all of the store and tell what is wrong";
    }

    void declare(CLI::App& app) override {
        store_.declare(app);
        json_.declare(app);
        add_examples(
            app,
            "  entente check                 checksums, every row, every index and sum against its records\n"
            "  entente check -s world.db && entente backup copies/ -s world.db\n"
            "Exit status: 0 all is well, 1 something is wrong.");
    }

    Exit run() override {
        Progress progress;
        const auto report = store::check(store_.folder(), [&](std::uint64_t rows) {
            progress.show([&] { return fmt::format("{} read", counted(rows, "row")); });
        });
        progress.clear();
        if (json_.on) {
            print_json(
                {{"rows", report.rows}, {"faults", report.faults}, {"first_faults", report.first_faults}});
        } else if (report.faults == 0) {
            fmt::print("{} is whole: {} read, and all agree\n", one_line(store_.folder().string()),
                       counted(report.rows, "row"));
        } else {
            for (const auto& fault : report.first_faults) fmt::print("{}\n", one_line(fault));
            fmt::print(
                "{} in {} of {}: carry what can be saved into a new store (entente repair NEW) or bring a "
                "backup "
                "back (entente restore)\n",
                counted(report.faults, "fault"), counted(report.rows, "row"),
                one_line(store_.folder().string()));
        }
        return report.faults == 0 ? Exit::answered : Exit::no_answer;
    }

 private:
    StoreOption store_;
    JsonOption json_;
};

}  // namespace

std::unique_ptr<Command> check_command() {
    return std::make_unique<CheckCommand>();
}

}  // namespace entente::cli
