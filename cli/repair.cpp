#include "cli/repair.hpp"

#include "cli/answers.hpp"
#include "cli/decisions_file.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "cli/progress.hpp"
#include "graph/resolve.hpp"
#include "store/check.hpp"
#include "store/repair.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_lines = 50;

class RepairCommand : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "repair"; }
    [[nodiscard]] std::string summary() const override {
        return "Carry what can be saved of a damaged store into a new one";
    }

    void declare(CLI::App& app) override {
        app.add_option("NEW", target_, "The new store; nothing may be at its place")->required();
        store_.declare(app);
        decisions_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente repair mended.db -s broken.db\n"
                     "The damaged store is only read. Articles and imported events are kept, all that "
                     "follows from them is\n"
                     "built anew, and what is lost is named. Room for a second store is needed.\n"
                     "Exit status: 0 nothing is lost, 3 something is.");
    }

    Exit run() override {
        refuse_if_taken();
        if (is_whole()) {
            json_.on ? print_json({{"store", store_.folder().string()}, {"whole", true}})
                     : fmt::print("{} is whole; nothing was written\n", one_line(store_.folder().string()));
            return Exit::answered;
        }
        // Beside its place until it is done, so that a kill leaves a whole store there or none.
        const fs::path unfinished = target_ + ".unfinished";
        std::error_code error;
        fs::remove_all(unfinished, error);
        fs::create_directories(unfinished, error);
        if (error) {
            throw Refusal(Exit::could_not_try, fmt::format("cannot write to {}: {}; name another place",
                                                           unfinished.string(), error.message()));
        }
        try {
            build(unfinished / "store", unfinished / "scratch");
        } catch (...) {
            fs::remove_all(unfinished, error);
            throw;
        }
        fs::rename(unfinished / "store", target_, error);
        if (error) {
            throw Refusal(Exit::could_not_try,
                          fmt::format("cannot move {} to {}: {}; do it by hand",
                                      (unfinished / "store").string(), target_, error.message()));
        }
        fs::remove_all(unfinished, error);
        tell();
        return lost_.empty() ? Exit::answered : Exit::some_failed;
    }

 private:
    void refuse_if_taken() const {
        std::error_code unknown;
        if (fs::exists(target_, unknown)) {
            throw Refusal(Exit::could_not_try,
                          fmt::format("there is something at {} already, and it is left as it is; name a new "
                                      "place",
                                      one_line(target_)));
        }
    }

    // A store that is none, or of another version, is refused by this.
    bool is_whole() {
        try {
            const auto report = store::check(store_.folder(), [&](std::uint64_t rows) {
                progress_.show([&] { return fmt::format("looking: {} read", counted(rows, "row")); });
            });
            found_ = report.first_faults;
            return report.faults == 0;
        } catch (const store::StoreError& error) {
            if (error.kind() != store::StoreError::Kind::damaged &&
                error.kind() != store::StoreError::Kind::failed &&
                error.kind() != store::StoreError::Kind::foreign &&
                error.kind() != store::StoreError::Kind::missing) {
                throw;
            }
            return false;
        }
    }

    void build(const fs::path& store, const fs::path& scratch) {
        store::Repair repair(store_.folder(), scratch);
        found_.insert(found_.begin(), repair.notes().begin(), repair.notes().end());
        {
            store::Writer writer(store);
            articles_ = repair.put_articles(writer, [&](std::uint64_t articles) {
                progress_.show([&] { return counted(articles, "article"); });
            });
            const auto followed = repair.decisions();
            const auto beside = decisions_.text(store_.folder());
            graph::ResolveOptions options;
            options.decisions = beside ? *beside : followed;
            options.progress = [&](const graph::ResolveSummary& done) {
                progress_.show([&] { return fmt::format("joining: {}", counted(done.applied, "article")); });
            };
            graph::resolve(writer, options);
        }
        events_ = repair.import_events(store, [&](const std::string& dataset, double part) {
            progress_.show([&] {
                return fmt::format("{}  {}", bar(static_cast<std::uint64_t>(part * 1000), 1000), dataset);
            });
        });
        lost_ = repair.lost();
        progress_.clear();
    }

    void tell() const {
        if (json_.on) {
            print_json({{"store", store_.folder().string()},
                        {"whole", false},
                        {"new", target_},
                        {"articles", articles_},
                        {"imported_events", events_},
                        {"found", found_},
                        {"lost", lost_}});
            return;
        }
        list("found", found_);
        list("lost", lost_);
        fmt::print("{} holds {} and {}{}; {} is as it was\n", one_line(target_),
                   counted(articles_, "article"), counted(events_, "imported event"),
                   lost_.empty() ? ", and nothing is lost" : "", one_line(store_.folder().string()));
    }

    static void list(std::string_view what, const std::vector<std::string>& lines) {
        for (std::size_t i = 0; i < lines.size() && i < most_lines; ++i) {
            fmt::print("{}: {}\n", what, one_line(lines[i]));
        }
        if (lines.size() > most_lines)
            fmt::print("{}: and {} more (--json tells all)\n", what, grouped(lines.size() - most_lines));
    }

    std::string target_;
    StoreOption store_;
    DecisionsOption decisions_;
    JsonOption json_;
    Progress progress_;
    std::vector<std::string> found_;
    std::vector<std::string> lost_;
    std::uint64_t articles_ = 0;
    std::uint64_t events_ = 0;
};

}  // namespace

std::unique_ptr<Command> repair_command() {
    return std::make_unique<RepairCommand>();
}

}  // namespace entente::cli
