#include "cli/stats.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "graph/stats.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

template <class Kind>
Json counts_json(const std::map<Kind, std::uint64_t>& counts) {
    Json json = Json::object();
    for (const auto& [kind, count] : counts) {
        const auto key = std::string(extract::name(kind));
        json[key.empty() ? "reported" : key] = count;
    }
    return json;
}

template <class Kind>
std::string counts_text(const std::map<Kind, std::uint64_t>& counts) {
    std::vector<std::pair<Kind, std::uint64_t>> falling(counts.begin(), counts.end());
    std::stable_sort(falling.begin(), falling.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    std::string text;
    for (const auto& [kind, count] : falling) {
        const auto name = extract::name(kind);
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name.empty() ? "reported" : name,
                            grouped(count));
    }
    return text;
}

class Stats : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "stats"; }
    [[nodiscard]] std::string summary() const override { return "What the graph holds, counted"; }

    void declare(CLI::App& app) override {
        store_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente stats\n"
                     "  entente stats --json -s /data/news.db");
    }

    Exit run() override {
        const auto folder = store_.folder();
        const store::Reader view(folder);
        const auto stats = graph::stats(view);
        const auto bytes = store::disk_bytes(folder);
        json_.on ? print_as_json(view, stats, bytes) : print(view, stats, bytes);
        return Exit::answered;
    }

 private:
    static void print_as_json(const graph::View& view, const graph::Stats& stats, std::uint64_t bytes) {
        Json busiest = Json::array();
        for (const auto& [number, neighbours] : stats.busiest) {
            busiest.push_back({{"id", view.id(number)}, {"neighbors", neighbours}});
        }
        print_json({{"articles", stats.counts.articles},
                    {"actors", stats.counts.actors},
                    {"events", stats.counts.events},
                    {"reports", stats.counts.reports},
                    {"relations", stats.counts.relations},
                    {"edges", stats.counts.edges},
                    {"epoch", stats.counts.epoch},
                    {"bytes", bytes},
                    {"first", or_null(stats.events.first)},
                    {"last", or_null(stats.events.last)},
                    {"undated_events", stats.events.undated},
                    {"events_without_second_party", stats.events.without_second_party},
                    {"actors_by_type", counts_json(stats.actors_by_type)},
                    {"untyped_events", stats.events.untyped},
                    {"events_by_type", counts_json(stats.events.by_type)},
                    {"events_by_status", counts_json(stats.events.by_status)},
                    {"articles_by_source", stats.articles_by_source},
                    {"busiest", busiest}});
    }

    static void print(const graph::View& view, const graph::Stats& stats, std::uint64_t bytes) {
        const auto& counts = stats.counts;
        fmt::print("{}, {}\n", counted(counts.articles, "article"),
                   counted(stats.articles_by_source.size(), "source"));
        fmt::print("{}: {}\n", counted(counts.actors, "actor"), counts_text(stats.actors_by_type));
        fmt::print("{} told by {}, {}\n", counted(counts.events, "event"), counted(counts.reports, "report"),
                   date_range(stats.events.first, stats.events.last));
        fmt::print("  by type: {}\n", counts_text(stats.events.by_type));
        fmt::print("  by status: {}\n", counts_text(stats.events.by_status));
        fmt::print("  {} undated, {} without a second party (listed, but no edge)\n",
                   grouped(stats.events.undated), grouped(stats.events.without_second_party));
        if (stats.events.untyped > 0) {
            fmt::print("  besides {} of kinds that PLOVER has no type for: events --untyped lists them\n",
                       grouped(stats.events.untyped));
        }
        fmt::print("{}; {} in all\n", counted(counts.relations, "relation"), counted(counts.edges, "edge"));
        Names names(view);
        std::string busiest;
        for (const auto& [number, neighbours] : stats.busiest) {
            busiest += fmt::format("{}{} {}", busiest.empty() ? "" : ", ", names.of(view.id(number)),
                                   grouped(neighbours));
        }
        fmt::print("most neighbors: {}\n", busiest.empty() ? "nobody has any" : busiest);
        fmt::print("{:.1f} MB on disk, epoch {}\n", static_cast<double>(bytes) / 1e6, counts.epoch);
    }

    StoreOption store_;
    JsonOption json_;
};

}  // namespace

std::unique_ptr<Command> stats_command() {
    return std::make_unique<Stats>();
}

}  // namespace entente::cli
