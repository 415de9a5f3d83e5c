#include "cli/events.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "graph/evidence.hpp"
#include "graph/timeline.hpp"
#include "store/store.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Events : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "events"; }
    [[nodiscard]] std::string summary() const override { return "What happened, in order of time"; }

    void declare(CLI::App& app) override {
        store_.declare(app);
        app.add_option("-a,--actor", actor_, "Only events this actor takes part in, on any side")
            ->type_name("ACTOR");
        app.add_option("-w,--with", with_, "Only events this actor takes part in, too")->type_name("ACTOR");
        actor_type_.declare(app);
        events_.declare(app);
        app.add_option(
               "--min-confidence", min_confidence_,
               "Only events that the extractor was at least so sure of, 0 to 1 (0.8: four in five are "
               "right); imported events have no confidence and are left out")
            ->type_name("X")
            ->check(CLI::Range(0.0, 1.0));
        app.add_flag("--untyped", untyped_,
                     "Instead, imported events of kinds that PLOVER has no type for (CAMEO 01 and 02), which "
                     "nothing else shows")
            ->excludes("--type")
            ->excludes("--quad");
        app.add_option("-n,--limit", limit_, "The latest so many; 0 for all")->capture_default_str();
        json_.declare(app);
        add_examples(app,
                     "  entente events --actor Iran --with \"United States\"\n"
                     "  entente events --type ASSAULT,COERCE --since 2015-03 --until 2015-04\n"
                     "  entente events --actor Iran --min-confidence 0.8\n"
                     "  entente events --actor Kerry --json --limit 0\n"
                     "  entente events --untyped --since 2015");
    }

    Exit run() override {
        graph::TimelineQuery query;
        query.filter = events_.filter();
        query.filter.min_confidence_percent = static_cast<std::uint8_t>(std::lround(min_confidence_ * 100));
        query.limit = limit_;
        query.untyped = untyped_;
        const auto type = actor_type_.type();
        const store::Reader view(store_.folder());
        if (!actor_.empty()) {
            query.actor = actor_named(view, actor_, type);
        }
        if (!with_.empty()) {
            (query.actor ? query.with : query.actor) = actor_named(view, with_, type);
        }
        const auto answer = graph::timeline(view, query);
        if (answer.events.empty()) {
            complain("no such events");
            return Exit::no_answer;
        }
        json_.on ? print_as_json(view, answer) : print(view, answer);
        return Exit::answered;
    }

 private:
    static void print_as_json(const graph::View& view, const graph::Timeline& answer) {
        for (const auto& event : answer.events) {
            const auto best = graph::evidence(view, event, 1);
            auto line = event_json(event);
            line["told"] = best.empty() ? Json(nullptr) : or_null(best.front().report.published);
            line["sentence"] = best.empty() ? Json(nullptr) : or_null(one_line(best.front().event.evidence));
            print_json(line);
        }
    }

    static void print(const graph::View& view, const graph::Timeline& answer) {
        const Paint paint(stdout);
        const auto width = columns(stdout);
        Names names(view);
        for (const auto& event : answer.events) {
            const auto best = graph::evidence(view, event, 1);
            fmt::print("{}  {}  {}  {}  {}\n", padded(when(event, best), 15), event_kind(event, paint),
                       paint.bold(event_parties(event, names)), event_weight(event),
                       paint.dim(graph::event_name(event.id)));
            if (!best.empty()) {
                fmt::print("{}\n", quoted(best.front().event.evidence, 17, width));
            }
        }
        if (answer.events.size() < answer.total) {
            note(fmt::format("the latest {} of {}; --limit 0 shows all", answer.events.size(),
                             counted(answer.total, "event")));
        }
    }

    // The date, or when it was told of where the text does not say when it happened.
    static std::string when(const graph::Event& event, const std::vector<graph::EventEvidence>& best) {
        if (!event.date.known() && !best.empty() && best.front().report.published.known()) {
            return fmt::format("told {}", extract::to_string(best.front().report.published));
        }
        return date_range(event.date, event.date);
    }

    StoreOption store_;
    JsonOption json_;
    ActorTypeOption actor_type_;
    EventOptions events_;
    std::string actor_;
    std::string with_;
    bool untyped_ = false;
    std::size_t limit_ = 50;
    double min_confidence_ = 0;
};

}  // namespace

std::unique_ptr<Command> events_command() {
    return std::make_unique<Events>();
}

}  // namespace entente::cli
