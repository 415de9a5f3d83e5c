#include "cli/rank.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "graph/rank.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

// Betweenness of more vertices than this is estimated unless --exact asks otherwise: exact it takes minutes.
constexpr std::size_t most_exact_vertices = 5000;
constexpr std::size_t usual_samples = 500;

class Rank : public Command {
 public:
    Rank() { events_.kinds = EventOptions::Kinds::events_and_relations; }

    [[nodiscard]] std::string name() const override { return "rank"; }
    [[nodiscard]] std::string summary() const override { return "Who matters in the whole graph"; }

    void declare(CLI::App& app) override {
        store_.declare(app);
        app.add_option(
               "--by", by_,
               "degree: distinct neighbors; pagerank: whom those that matter turn to; betweenness: who "
               "stands between others")
            ->check(CLI::IsMember({"degree", "pagerank", "betweenness"}))
            ->capture_default_str();
        app.add_option("-n,--limit", limit_, "At most so many actors; 0 for all")->capture_default_str();
        auto* sample = app.add_option("--sample", samples_,
                                      "Estimate betweenness from so many actors chosen by --seed (usual over "
                                      "5,000 actors: 500)");
        app.add_flag("--exact", exact_, "Betweenness from all actors, however many")->excludes(sample);
        app.add_option("--seed", seed_, "Of the choice")->capture_default_str();
        events_.declare(app);
        rollup_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente rank\n"
                     "  entente rank --by betweenness --type CONSULT -n 10\n"
                     "  entente rank --rollup country --quad 4 --json");
    }

    Exit run() override {
        graph::RankQuery query;
        query.filter = events_.filter();
        query.limit = limit_;
        query.seed = seed_;
        query.by = centrality();
        const store::Reader reader(store_.folder());
        const auto& view = rollup_.over(reader);
        if (query.by == graph::Centrality::betweenness) {
            query.samples = samples(view);
        }
        const auto rows = graph::rank(view, query);
        print(view, rows, query);
        rollup_.tell_left_out();
        return rows.empty() ? Exit::no_answer : Exit::answered;
    }

 private:
    [[nodiscard]] graph::Centrality centrality() const {
        if (by_ == "degree") {
            return graph::Centrality::degree;
        }
        return by_ == "pagerank" ? graph::Centrality::pagerank : graph::Centrality::betweenness;
    }

    [[nodiscard]] std::size_t samples(const graph::View& view) const {
        const auto actors = view.counts().actors;
        if (exact_ || samples_ >= actors) {
            return 0;
        }
        return samples_ != 0 || actors <= most_exact_vertices ? samples_ : usual_samples;
    }

    [[nodiscard]] std::string score_text(double score) const {
        return by_ == "degree" ? counted(static_cast<std::uint64_t>(score), "neighbor")
                               : fmt::format("{:.6f}", score);
    }

    void print(const graph::View& view, const std::vector<graph::Ranked>& rows,
               const graph::RankQuery& query) const {
        if (rows.empty()) {
            complain("the graph has no actors");
            return;
        }
        const Paint paint(stdout);
        std::vector<graph::Actor> actors;
        std::size_t widest = 0;
        for (const auto& row : rows) {
            actors.push_back(view.actor(row.number));
            widest = std::max(widest, display_width(one_line(actors.back().name)));
        }
        widest = std::min<std::size_t>(widest, 44);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (json_.on) {
                auto line = actor_json(actors[i]);
                line["rank"] = i + 1;
                line["by"] = by_;
                line["score"] = rows[i].score;
                print_json(line);
            } else {
                fmt::print("{:>4}  {}  {}  {}  {}\n", i + 1,
                           paint.bold(padded(cut(one_line(actors[i].name), widest), widest)),
                           padded(score_text(rows[i].score), 14), padded(described(actors[i]), 24),
                           paint.dim(actors[i].id));
            }
        }
        if (query.samples != 0) {
            note(fmt::format("estimated from {} of {}, seed {}; --exact takes all", query.samples,
                             counted(view.counts().actors, "actor"), seed_));
        }
    }

    StoreOption store_;
    JsonOption json_;
    EventOptions events_;
    RollupOption rollup_;
    std::string by_ = "pagerank";
    std::size_t limit_ = 25;
    std::size_t samples_ = 0;
    std::uint64_t seed_ = 1;
    bool exact_ = false;
};

}  // namespace

std::unique_ptr<Command> rank_command() {
    return std::make_unique<Rank>();
}

}  // namespace entente::cli
