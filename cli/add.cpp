#include "cli/add.hpp"

#include "cli/answers.hpp"
#include "cli/decisions_file.hpp"
#include "cli/intake.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "cli/progress.hpp"
#include "graph/article_key.hpp"
#include "graph/resolve.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

// What became of the inputs.
struct Tally {
    std::uint64_t added = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t replaced = 0;
    std::uint64_t skipped = 0;  // in another language
    std::uint64_t failed = 0;
    std::uint64_t actors = 0;  // told by the articles, before they are joined
    std::uint64_t events = 0;

    [[nodiscard]] std::uint64_t articles() const { return added + unchanged + replaced + skipped; }
};

bool in_another_language(const graph::Said& said) {
    const auto& language = said.article.language;
    return !language.empty() && language != "en";
}

class Add : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "add"; }
    [[nodiscard]] std::string summary() const override { return "Read articles into the graph"; }

    void declare(CLI::App& app) override {
        intake_.declare(app);
        store_.declare(app);
        decisions_.declare(app);
        app.add_flag("--json", json_, "The summary as one JSON object (cli/JSON.md tells the fields)");
        add_examples(
            app,
            "  entente add news/                        every article below the folder\n"
            "  entente add march.jsonl april.jsonl -s spring.db\n"
            "  entente add undated.txt --date 2015-03-14\n"
            "  entente add --actors mine.json news/     your own actors outweigh ours\n"
            "  zcat news.jsonl.gz | entente add -\n"
            "An article that is there already is not added twice; a new version of it replaces the old.");
    }

    Exit run() override {
        const auto options = intake_.extractor();
        intake_.refuse_if_all_missing();
        catch_interrupts();
        const extract::Extractor extractor(options);
        decided_ = decisions_.text(store_.folder());
        store::Writer writer(store_.folder());
        const auto before = writer.view()->counts();
        bytes_ = isatty(fileno(stderr)) != 0 ? intake_.bytes() : 0;
        take_all(extractor, writer);
        const auto joined = join(writer);
        progress_.clear();
        if (tally_.articles() + tally_.failed == 0 && !interrupted() && !intake_.from_standard_input()) {
            intake_.refuse_empty();
        }
        const auto after = writer.view()->counts();
        json_ ? print_as_json(before, after) : print(before, after);
        return status(joined);
    }

 private:
    void take_all(const extract::Extractor& extractor, store::Writer& writer) {
        extract::ArticleSource source(intake_.paths, intake_.format());
        take_in<graph::Said>(
            source, thread_count(intake_.threads),
            [&extractor](const extract::Article& article) { return graph::said(extractor.extract(article)); },
            [&](Taken<graph::Said>&& taken) {
                take(taken, writer);
                progress_.show([&] { return line(source.bytes_read()); });
            });
    }

    void take(const Taken<graph::Said>& taken, store::Writer& writer) {
        if (const auto* said = std::get_if<graph::Said>(&taken)) {
            keep(*said, writer);
        } else if (const auto* error = std::get_if<extract::InputError>(&taken)) {
            ++tally_.failed;
            progress_.say(one_line(extract::message(*error)));
        } else {
            progress_.say(one_line(extract::message(std::get<extract::InputWarning>(taken))));
        }
    }

    void keep(const graph::Said& said, store::Writer& writer) {
        if (in_another_language(said)) {
            ++tally_.skipped;
            return;
        }
        tally_.actors += said.extraction.actors.size();
        tally_.events += said.extraction.events.size();
        switch (writer.put(said)) {
            case graph::PutOutcome::added:
                ++tally_.added;
                break;
            case graph::PutOutcome::unchanged:
                ++tally_.unchanged;
                break;
            case graph::PutOutcome::replaced:
                ++tally_.replaced;
                break;
        }
    }

    [[nodiscard]] std::string line(std::uint64_t bytes_read) const {
        const auto done = bar(bytes_read, bytes_);
        return fmt::format("{}{}{}  {:.0f}/s  {} and {} told of", done, done.empty() ? "" : "  ",
                           counted(tally_.articles(), "article"),
                           static_cast<double>(tally_.articles()) / progress_.seconds(),
                           counted(tally_.actors, "actor"), counted(tally_.events, "event"));
    }

    graph::ResolveSummary join(store::Writer& writer) {
        if (interrupted()) {
            progress_.say("interrupted; joining what was read (Ctrl-C again leaves that to the next add)");
        }
        graph::ResolveOptions options;
        options.decisions = decided_;
        options.cancel = interrupted() ? &hurried() : &interrupted();
        options.progress = [this](const graph::ResolveSummary& summary) {
            progress_.show([&] { return fmt::format("joining: {}", counted(summary.applied, "article")); });
        };
        return graph::resolve(writer, options);
    }

    [[nodiscard]] Exit status(const graph::ResolveSummary& joined) const {
        if (joined.cancelled) {
            complain("some articles are kept but not joined yet; the next entente add does it");
        }
        if (interrupted()) {
            return Exit::interrupted;
        }
        return tally_.failed == 0 ? Exit::answered : Exit::some_failed;
    }

    void print(const graph::Counts& before, const graph::Counts& after) const {
        fmt::print("{} new, {} unchanged, {} replaced, {} skipped (other language), {} failed\n",
                   counted(tally_.added, "article"), grouped(tally_.unchanged), grouped(tally_.replaced),
                   grouped(tally_.skipped), grouped(tally_.failed));
        fmt::print("{} now: {}, {}, {} told by {}, {}\n", one_line(store_.folder().string()),
                   change(before.articles, after.articles, "article"),
                   change(before.actors, after.actors, "actor"), change(before.events, after.events, "event"),
                   change(before.reports, after.reports, "report"),
                   change(before.relations, after.relations, "relation"));
    }

    // "1,204 actors (+12)".
    static std::string change(std::uint64_t before, std::uint64_t after, std::string_view what) {
        if (before == after) {
            return counted(after, what);
        }
        return fmt::format("{} ({}{})", counted(after, what), after > before ? "+" : "-",
                           grouped(after > before ? after - before : before - after));
    }

    void print_as_json(const graph::Counts& before, const graph::Counts& after) const {
        const auto as_json = [](const graph::Counts& counts) {
            return Json{{"articles", counts.articles},   {"actors", counts.actors},
                        {"events", counts.events},       {"reports", counts.reports},
                        {"relations", counts.relations}, {"edges", counts.edges},
                        {"epoch", counts.epoch}};
        };
        print_json({{"store", store_.folder().string()},
                    {"new", tally_.added},
                    {"unchanged", tally_.unchanged},
                    {"replaced", tally_.replaced},
                    {"skipped", tally_.skipped},
                    {"failed", tally_.failed},
                    {"interrupted", interrupted().load()},
                    {"before", as_json(before)},
                    {"after", as_json(after)}});
    }

    IntakeOptions intake_;
    StoreOption store_;
    DecisionsOption decisions_;
    std::optional<std::string> decided_;  // what the graph shall follow
    bool json_ = false;
    Progress progress_;
    Tally tally_;
    std::uint64_t bytes_ = 0;
};

}  // namespace

std::unique_ptr<Command> add_command() {
    return std::make_unique<Add>();
}

}  // namespace entente::cli
