#include "cli/import.hpp"

#include "cli/answers.hpp"
#include "cli/decisions_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "cli/progress.hpp"
#include "cli/row_intake.hpp"
#include "extract/datasets/event_rows.hpp"
#include "extract/datasets/lines.hpp"
#include "extract/json.hpp"
#include "graph/article_key.hpp"
#include "graph/resolve.hpp"
#include "store/import.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t most_faults_told = 20;
constexpr std::size_t longest_record_bytes = std::size_t{1} << 20U;  // a quotation in csv that nobody closes

std::string in_lower_case(std::string word) {
    std::ranges::transform(word, word.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return word;
}

// The files of an import, one after the other, with what went wrong in them.
class Intake {
 public:
    explicit Intake(std::vector<std::string> paths) : paths_(std::move(paths)) {
        for (const std::string& path : paths_) {
            std::error_code unknown;
            const auto size = path == "-" ? 0 : fs::file_size(path, unknown);
            bytes_ += unknown || path == "-" ? 0 : size;
            from_standard_input_ = from_standard_input_ || path == "-";
        }
    }

    // Refuses when nothing of what was named is there.
    void refuse_if_all_missing() const {
        const auto there = [](const std::string& path) { return path == "-" || fs::exists(path); };
        if (std::ranges::none_of(paths_, there)) {
            throw Refusal(
                Exit::could_not_try,
                fmt::format("{}: no such file{}; give files of rows, packed (.gz .zst .zip) or not",
                            one_line(paths_.front()),
                            paths_.size() > 1 ? fmt::format(" (nor {} more)", paths_.size() - 1) : ""));
        }
    }

    // Gives every line of every file that can be read, until Ctrl-C. `begin` is called before each file.
    template <class Begin, class Take>
    void walk(const Begin& begin, const Take& take, const std::function<std::string()>& so_far) {
        for (std::size_t i = 0; i < paths_.size() && !interrupted(); ++i) {
            path_ = paths_[i] == "-" ? "standard input" : paths_[i];
            try {
                std::error_code unknown;
                if (fs::is_directory(paths_[i], unknown)) {
                    throw extract::LinesError(fmt::format("{}: is a folder; name the files in it", path_));
                }
                extract::Lines lines(paths_[i]);
                begin(static_cast<std::uint32_t>(i));
                std::string_view line;
                while (!interrupted() && lines.next(line)) {
                    line_ = lines.number();
                    if (lines.cut()) {
                        fault(fmt::format("the line is longer than {} MB",
                                          extract::Lines::longest_line_bytes >> 20U));
                    } else {
                        take(lines, line);
                    }
                    if (line_ % 4096 == 0) show(done_bytes_ + lines.bytes_read(), so_far);
                }
                done_bytes_ += lines.bytes_read();
            } catch (const extract::LinesError& error) {
                ++failed_files_;
                progress_.say(one_line(error.what()));
            }
        }
    }

    // Of the line at hand, and counted.
    void fault(const std::string& reason) {
        ++faults_;
        if (faults_ <= most_faults_told) {
            progress_.say(
                fmt::format("{}:{}: {}; the line is left out", one_line(path_), line_, one_line(reason)));
        }
    }

    void tell_more_faults() {
        progress_.clear();
        if (faults_ > most_faults_told) {
            complain(fmt::format("and {} left out like these", counted(faults_ - most_faults_told, "line")));
        }
    }

    [[nodiscard]] std::uint64_t faults() const { return faults_; }
    [[nodiscard]] std::uint64_t failed_files() const { return failed_files_; }
    Progress& progress() { return progress_; }

 private:
    void show(std::uint64_t bytes_read, const std::function<std::string()>& so_far) {
        progress_.show([&] {
            const auto done = bar(bytes_read, from_standard_input_ ? 0 : bytes_);
            return fmt::format("{}{}{}", done, done.empty() ? "" : "  ", so_far());
        });
    }

    std::vector<std::string> paths_;
    std::uint64_t bytes_ = 0;
    bool from_standard_input_ = false;
    std::string path_;
    std::uint64_t line_ = 0;
    std::uint64_t done_bytes_ = 0;
    std::uint64_t faults_ = 0;
    std::uint64_t failed_files_ = 0;
    Progress progress_;
};

class ImportCommand : public Command {
 public:
    explicit ImportCommand(bool is_ingest) : is_ingest_(is_ingest) {}

    [[nodiscard]] std::string name() const override { return is_ingest_ ? "ingest" : "import"; }
    [[nodiscard]] std::string summary() const override {
        return is_ingest_ ? "Take what an extractor found (JSON lines) into the graph"
                          : "Take event data sets into the graph: GDELT, ICEWS, POLECAT, tables, JSON lines";
    }

    void declare(CLI::App& app) override {
        app.add_option("FILE", paths_, "Files, plain or packed (gzip, zstd, zip), or - for standard input")
            ->required();
        store_.declare(app);
        app.add_flag("--json", json_, "The summary as one JSON object (cli/JSON.md tells the fields)");
        if (is_ingest_) {
            format_ = "jsonl";
            decisions_.declare(app);
            add_examples(
                app,
                "  entente extract news/ | entente ingest -\n"
                "  entente ingest shard-*.jsonl.zst -s news.db\n"
                "One article a line, as entente extract prints it; the same line again changes nothing.");
            return;
        }
        app.add_option("-f,--format", format_, "gdelt, icews, polecat, tsv, csv or jsonl")->required();
        app.add_option("--columns", columns_,
                       fmt::format("What the columns of a tsv or csv are, with commas between: {}",
                                   extract::column_names()))
            ->type_name("NAMES");
        app.add_option("--source", source_,
                       "Name of the data set, to tell it from others and to remove it by (the format's name "
                       "if not given)")
            ->type_name("NAME");
        add_examples(
            app,
            "  entente import --format gdelt 20140401.export.CSV.zip\n"
            "  entente import --format icews events.2014.*.tab.zip -s icews.db\n"
            "  entente import --format tsv --source mine events.tsv.gz           source, type, target, date\n"
            "  entente import --format csv --columns date,source,-,target,type table.csv\n"
            "  entente extract news/ | entente import --format jsonl -\n"
            "Types are CAMEO codes or descriptions or PLOVER types. The same file again brings nothing new. "
            "All rows of\n"
            "a run are taken in at one stroke at its end: a run that was killed has changed nothing.");
    }

    Exit run() override {
        format_ = in_lower_case(format_);
        if (format_ == "jsonl" || format_ == "ndjson") return ingest();
        const auto format = extract::row_format(format_);
        if (!format) {
            throw Refusal(
                Exit::could_not_try,
                fmt::format(
                    "--format {}: there is no such format; there are gdelt icews polecat tsv csv jsonl",
                    one_line(format_)));
        }
        return import_rows(*format);
    }

 private:
    // --- Rows

    [[nodiscard]] std::vector<extract::Column> columns() const {
        std::vector<extract::Column> columns;
        for (std::string_view rest = columns_; !rest.empty();) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            const auto column = extract::column_named(rest.substr(0, end));
            if (!column) {
                throw Refusal(Exit::could_not_try,
                              fmt::format("--columns: \"{}\" is no column; there are {}",
                                          one_line(rest.substr(0, end)), extract::column_names()));
            }
            columns.push_back(*column);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return columns;
    }

    Exit import_rows(extract::RowFormat format) {
        const auto given = columns();
        const bool table = format == extract::RowFormat::tsv || format == extract::RowFormat::csv;
        if (!given.empty() && !table) {
            throw Refusal(Exit::could_not_try,
                          fmt::format("--columns is for tsv and csv; {} has its own", format_));
        }
        if (!given.empty() && (std::ranges::count(given, extract::Column::type) == 0 ||
                               std::ranges::count(given, extract::Column::source) +
                                       std::ranges::count(given, extract::Column::target) ==
                                   0)) {
            throw Refusal(Exit::could_not_try,
                          "--columns: a type, and a source or a target, are wanted at least");
        }
        Intake intake(paths_);
        intake.refuse_if_all_missing();
        catch_interrupts();
        extract::EventRows rows(format, given);
        store::Import import(store_.folder(),
                             {.dataset = source_.empty() ? format_ : source_, .format = format_});
        RowIntake row_intake(import, rows);
        std::uint64_t taken = 0;
        std::uint32_t file = 0;
        std::string record;
        intake.walk(
            [&](std::uint32_t number) {
                file = number;
                rows.begin_file();
            },
            [&](extract::Lines& lines, std::string_view line) {
                if (rows.unfinished(line)) line = whole_record(rows, lines, line, record);
                switch (rows.read(line)) {
                    case extract::EventRows::Outcome::row:
                        if (const auto fault = row_intake.take(file)) {
                            intake.fault(*fault);
                        } else {
                            ++taken;
                        }
                        break;
                    case extract::EventRows::Outcome::fault:
                        intake.fault(rows.fault());
                        break;
                    case extract::EventRows::Outcome::wrong_file:
                        throw extract::LinesError(fmt::format("{}: {}", paths_[file], rows.fault()));
                    case extract::EventRows::Outcome::nothing:
                        break;
                }
            },
            [&] {
                return fmt::format("{}  {:.0f}/s", counted(taken, "row"),
                                   static_cast<double>(taken) / intake.progress().seconds());
            });
        intake.tell_more_faults();
        if (interrupted()) {
            complain("interrupted; nothing was imported");
            return Exit::interrupted;
        }
        const auto summary = import.finish([&](double part) {
            intake.progress().show([&] {
                return fmt::format("{}  sorting and writing {}",
                                   bar(static_cast<std::uint64_t>(part * 1000), 1000), counted(taken, "row"));
            });
        });
        intake.progress().clear();
        tell(summary, intake, import);
        return status(intake);
    }

    // A csv record goes on for as long as a quotation is open.
    static std::string_view whole_record(const extract::EventRows& rows, extract::Lines& lines,
                                         std::string_view line, std::string& record) {
        record = line;
        while (rows.unfinished(record) && record.size() < longest_record_bytes && lines.next(line)) {
            record += '\n';
            record += line;
        }
        return record;
    }

    void tell(const store::ImportSummary& summary, const Intake& intake, const store::Import& import) const {
        const auto counts = import.counts_now();
        if (json_) {
            print_json({{"store", store_.folder().string()},
                        {"source", source_.empty() ? format_ : source_},
                        {"rows", summary.rows},
                        {"events", summary.events},
                        {"untyped", summary.untyped},
                        {"known", summary.known},
                        {"actors", summary.actors},
                        {"failed", intake.faults()},
                        {"failed_files", intake.failed_files()},
                        {"after",
                         {{"actors", counts.actors},
                          {"events", counts.events},
                          {"edges", counts.edges},
                          {"epoch", counts.epoch}}}});
            return;
        }
        fmt::print("{}: {} new, {} without a PLOVER type, {} there already, {} left out\n",
                   counted(summary.rows, "row"), counted(summary.events, "event"), grouped(summary.untyped),
                   grouped(summary.known), counted(intake.faults(), "line"));
        fmt::print("{} now: {} (+{}), {} (+{}), {}\n", one_line(store_.folder().string()),
                   counted(counts.actors, "actor"), grouped(summary.actors), counted(counts.events, "event"),
                   grouped(summary.events), counted(counts.edges, "edge"));
    }

    static Exit status(const Intake& intake) {
        return intake.faults() + intake.failed_files() == 0 ? Exit::answered : Exit::some_failed;
    }

    // --- JSON lines

    Exit ingest() {
        if (!columns_.empty() || !source_.empty()) {
            throw Refusal(Exit::could_not_try,
                          "--columns and --source are for rows; an article in JSON names its own source");
        }
        Intake intake(paths_);
        intake.refuse_if_all_missing();
        catch_interrupts();
        const auto decided = decisions_.text(store_.folder());
        store::Writer writer(store_.folder());
        std::uint64_t added = 0;
        std::uint64_t unchanged = 0;
        std::uint64_t replaced = 0;
        intake.walk([](std::uint32_t) {},
                    [&](extract::Lines&, std::string_view line) {
                        if (line.find_first_not_of(" \t") == std::string_view::npos) return;
                        try {
                            switch (writer.put(graph::said(extract::from_json(line)))) {
                                case graph::PutOutcome::added:
                                    ++added;
                                    break;
                                case graph::PutOutcome::unchanged:
                                    ++unchanged;
                                    break;
                                case graph::PutOutcome::replaced:
                                    ++replaced;
                                    break;
                            }
                        } catch (const extract::JsonError& error) {
                            intake.fault(error.what());
                        }
                    },
                    [&] {
                        return fmt::format(
                            "{}  {:.0f}/s", counted(added + unchanged + replaced, "article"),
                            static_cast<double>(added + unchanged + replaced) / intake.progress().seconds());
                    });
        intake.tell_more_faults();
        graph::ResolveOptions options;
        options.decisions = decided;
        options.cancel = interrupted() ? &hurried() : &interrupted();
        options.progress = [&](const graph::ResolveSummary& done) {
            intake.progress().show(
                [&] { return fmt::format("joining: {}", counted(done.applied, "article")); });
        };
        const auto joined = graph::resolve(writer, options);
        intake.progress().clear();
        const auto after = writer.view()->counts();
        if (json_) {
            print_json({{"store", store_.folder().string()},
                        {"new", added},
                        {"unchanged", unchanged},
                        {"replaced", replaced},
                        {"failed", intake.faults()},
                        {"failed_files", intake.failed_files()},
                        {"after",
                         {{"articles", after.articles},
                          {"actors", after.actors},
                          {"events", after.events},
                          {"edges", after.edges},
                          {"epoch", after.epoch}}}});
        } else {
            fmt::print("{} new, {} unchanged, {} replaced, {} left out\n", counted(added, "article"),
                       grouped(unchanged), grouped(replaced), counted(intake.faults(), "line"));
            fmt::print("{} now: {}, {}, {}\n", one_line(store_.folder().string()),
                       counted(after.articles, "article"), counted(after.actors, "actor"),
                       counted(after.events, "event"));
        }
        if (joined.cancelled)
            complain("some articles are kept but not joined yet; the next entente add or ingest does it");
        return interrupted() ? Exit::interrupted : status(intake);
    }

    bool is_ingest_;
    std::vector<std::string> paths_;
    std::string format_;
    std::string columns_;
    std::string source_;
    StoreOption store_;
    DecisionsOption decisions_;  // of articles
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> import_command() {
    return std::make_unique<ImportCommand>(false);
}

std::unique_ptr<Command> ingest_command() {
    return std::make_unique<ImportCommand>(true);
}

}  // namespace entente::cli
