#include "cli/merge.hpp"

#include "cli/answers.hpp"
#include "cli/decisions_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "cli/progress.hpp"
#include "graph/joined_decisions.hpp"
#include "graph/resolve.hpp"
#include "store/merge.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_conflicts_told = 20;

class MergeCommand : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "merge"; }
    [[nodiscard]] std::string summary() const override { return "Join stores into one"; }

    void declare(CLI::App& app) override {
        app.add_option("FROM", shards_, "The stores to join; they are only read")->required();
        store_.declare(app);
        decisions_.declare(app);
        app.add_flag("--json", json_, "The summary as one JSON object (cli/JSON.md tells the fields)");
        add_examples(
            app,
            "  entente merge monday.db tuesday.db -s week.db\n"
            "  entente merge shard-*.db -s all.db        what one build of everything would have made\n"
            "The order of the stores does not matter, nor whether -s is new or holds some of it already. Of "
            "two\n"
            "versions of an article the later dated stays. What people decided is joined into the decisions "
            "file\n"
            "of -s; lines that cannot both hold are told. Killed, the same merge again does the rest.");
    }

    Exit run() override {
        store::Merge merge({shards_.begin(), shards_.end()}, store_.folder());
        catch_interrupts();
        const bool joined = join_articles(merge);
        if (joined && !interrupted()) {
            merge.import_events([&](const std::string& dataset, double part) {
                progress_.show([&] {
                    return fmt::format("{}  {}", bar(static_cast<std::uint64_t>(part * 1000), 1000), dataset);
                });
            });
        }
        progress_.clear();
        if (interrupted() || !joined) {
            complain("interrupted; some of it is there, and the same merge again does the rest");
            return Exit::interrupted;
        }
        tell(merge);
        return Exit::answered;
    }

 private:
    // False when Ctrl-C left some articles to be joined.
    bool join_articles(store::Merge& merge) {
        auto logs = merge.decisions();
        store::Writer writer(store_.folder());
        const auto own = decisions_.text(store_.folder());
        logs.push_back(own ? *own : writer.decisions());
        const auto decided = graph::joined_decisions(logs);
        conflicting_decisions_ = decided.conflicts;
        merge.put_articles(writer, [&](std::uint64_t articles) {
            progress_.show([&] { return counted(articles, "article"); });
            return !interrupted();
        });
        graph::ResolveOptions options;
        options.decisions = decided.text;
        options.cancel = &interrupted();
        options.progress = [&](const graph::ResolveSummary& done) {
            progress_.show([&] { return fmt::format("joining: {}", counted(done.applied, "article")); });
        };
        const auto summary = graph::resolve(writer, options);
        if (summary.cancelled || interrupted()) return false;
        if (!decided.text.empty() && decided.text != own)
            write_decisions(decisions_.file(store_.folder()), decided.text);
        return true;
    }

    void tell(const store::Merge& merge) const {
        const auto& done = merge.summary();
        const auto counts = store::Reader(store_.folder()).counts();
        if (json_) {
            print_json({{"store", store_.folder().string()},
                        {"articles", done.articles},
                        {"new", done.added},
                        {"replaced", done.replaced},
                        {"rows", done.rows},
                        {"events", done.events},
                        {"conflicting_articles", merge.conflicts()},
                        {"conflicting_decisions", conflicting_decisions_},
                        {"after",
                         {{"articles", counts.articles},
                          {"actors", counts.actors},
                          {"events", counts.events},
                          {"edges", counts.edges},
                          {"epoch", counts.epoch}}}});
            return;
        }
        fmt::print("{}: {} new, {} replaced; {}: {} new\n", counted(done.articles, "article"),
                   grouped(done.added), grouped(done.replaced), counted(done.rows, "imported row"),
                   grouped(done.events));
        fmt::print("{} now: {}, {}, {}\n", one_line(store_.folder().string()),
                   counted(counts.articles, "article"), counted(counts.actors, "actor"),
                   counted(counts.events, "event"));
        std::size_t told = 0;
        for (const auto& article : merge.conflicts()) {
            if (++told > most_conflicts_told) break;
            complain(fmt::format("{}: two versions; the later dated stayed", one_line(article)));
        }
        if (merge.conflicts().size() > most_conflicts_told) {
            complain(fmt::format("and {} more like these",
                                 grouped(merge.conflicts().size() - most_conflicts_told)));
        }
        for (const auto& conflict : conflicting_decisions_) complain(one_line(conflict));
    }

    std::vector<std::string> shards_;
    StoreOption store_;
    DecisionsOption decisions_;
    bool json_ = false;
    Progress progress_;
    std::vector<std::string> conflicting_decisions_;
};

}  // namespace

std::unique_ptr<Command> merge_command() {
    return std::make_unique<MergeCommand>();
}

}  // namespace entente::cli
