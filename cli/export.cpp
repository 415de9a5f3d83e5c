#include "cli/export.hpp"

#include "cli/file_sink.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "graph/graphml.hpp"
#include "store/store.hpp"

#include <iostream>
#include <string>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Export : public Command {
 public:
    Export() { events_.kinds = EventOptions::Kinds::events_and_relations; }

    [[nodiscard]] std::string name() const override { return "export"; }
    [[nodiscard]] std::string summary() const override {
        return "Write the graph as a file for other programs";
    }

    void declare(CLI::App& app) override {
        store_.declare(app);
        app.add_option("-f,--format", format_, "graphml: for Gephi, yEd, Cytoscape, networkx, igraph")
            ->check(CLI::IsMember({"graphml"}))
            ->capture_default_str();
        app.add_option("-o,--output", output_,
                       "File to write, replaced whole when all is written; - for stdout")
            ->type_name("FILE")
            ->required();
        app.add_flag("--aggregate", aggregate_,
                     "One edge per source, type and target instead of one per event");
        app.add_flag("--no-evidence", no_evidence_, "Leave the sentences out: faster and smaller");
        events_.declare(app);
        rollup_.declare(app);
        add_examples(app,
                     "  entente export --format graphml -o news.graphml\n"
                     "  entente export -o ties.graphml --aggregate\n"
                     "  entente export -o - --type ASSAULT --since 2015-03 | gzip > march.graphml.gz\n"
                     "  entente export -o countries.graphml --rollup country --aggregate");
    }

    Exit run() override {
        graph::GraphmlOptions options;
        options.aggregate = aggregate_;
        options.evidence = !no_evidence_;
        options.filter = events_.filter();
        const store::Reader reader(store_.folder());
        const auto& view = rollup_.over(reader);
        const auto summary =
            output_ == "-" ? graph::write_graphml(view, std::cout, options) : write_file(view, options);
        const auto without =
            summary.left_out == 0
                ? std::string()
                : fmt::format("; {} without a second party left out (entente events lists them)",
                              counted(summary.left_out, "event"));
        note(fmt::format("{}: {}, {} ({}, {}){}", output_ == "-" ? "standard output" : output_,
                         counted(summary.nodes, "node"), counted(summary.edges, "edge"),
                         counted(summary.events, "event"), counted(summary.relations, "relation"), without));
        rollup_.tell_left_out();
        return Exit::answered;
    }

 private:
    graph::GraphmlSummary write_file(const graph::View& view, const graph::GraphmlOptions& options) const {
        catch_interrupts();
        FileSink sink(output_, interrupted());
        graph::GraphmlSummary summary;
        try {
            summary = graph::write_graphml(view, sink.stream(), options);
        } catch (const std::exception&) {
            sink.refuse_if_failed();  // knows better why the stream stopped
            throw;
        }
        sink.finish();
        return summary;
    }

    StoreOption store_;
    EventOptions events_;
    RollupOption rollup_;
    std::string format_ = "graphml";
    std::string output_;
    bool aggregate_ = false;
    bool no_evidence_ = false;
};

}  // namespace

std::unique_ptr<Command> export_command() {
    return std::make_unique<Export>();
}

}  // namespace entente::cli
