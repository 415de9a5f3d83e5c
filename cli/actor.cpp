#include "cli/actor.hpp"

#include "cli/answers.hpp"
#include "cli/decisions_file.hpp"
#include "cli/options.hpp"
#include "graph/resolve.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

// What a decision does to the graph.
struct Effect {
    std::vector<graph::ActorId> gone;
    std::vector<graph::ActorId> made;
    std::vector<graph::ActorId> changed;
    std::uint64_t rederived = 0;
};

Effect effect_of(const graph::View& before, const graph::Changes& changes, std::uint64_t rederived) {
    Effect effect;
    effect.rederived = rederived;
    for (const auto& id : changes.drop_actors) {
        if (before.number(id)) {
            effect.gone.push_back(id);
        }
    }
    for (const auto& actor : changes.put_actors) {
        const auto number = before.number(actor.id);
        if (!number) {
            effect.made.push_back(actor.id);
        } else if (before.actor(*number) != actor) {
            effect.changed.push_back(actor.id);
        }
    }
    return effect;
}

std::string told(const Effect& effect) {
    std::vector<std::string> parts;
    const auto tell = [&parts](std::string_view what, const std::vector<graph::ActorId>& ids) {
        if (!ids.empty()) {
            parts.push_back(fmt::format("{}: {}", what, fmt::join(ids, " ")));
        }
    };
    tell("gone", effect.gone);
    tell("new", effect.made);
    tell("changed", effect.changed);
    if (effect.rederived != 0) {
        parts.push_back(fmt::format("{} read again", counted(effect.rederived, "article")));
    }
    return parts.empty() ? "nothing changes now; it holds for articles to come"
                         : fmt::format("{}", fmt::join(parts, "; "));
}

std::string told(const graph::Decision& decision) {
    switch (decision.kind) {
        case graph::DecisionKind::merge:
            return fmt::format("{} is {}", decision.other, decision.actor);
        case graph::DecisionKind::split:
            return fmt::format("from {} apart: {}", decision.actor, fmt::join(decision.names, ", "));
        case graph::DecisionKind::add_alias:
            return fmt::format("{} is also called {}", decision.actor, fmt::join(decision.names, ", "));
        case graph::DecisionKind::remove_alias:
            return fmt::format("{} is not called {}", decision.actor, fmt::join(decision.names, ", "));
        case graph::DecisionKind::distinct:
            return fmt::format("{} is not {}", decision.actor, decision.other);
        case graph::DecisionKind::rename:
            return fmt::format("{} is named {}", decision.actor, decision.names.front());
        case graph::DecisionKind::undo:
            break;
    }
    return fmt::format("{} does not count any more", decision.other);
}

// A subcommand of `actor`: what it is asked with, and the decision that it makes.
struct Verb {
    CLI::App* app = nullptr;
    graph::DecisionKind kind = graph::DecisionKind::merge;
};

class ActorCommand : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "actor"; }
    [[nodiscard]] std::string summary() const override {
        return "Decide who is who: merge, split, alias, distinct, rename, undo";
    }

    void declare(CLI::App& app) override {
        app.require_subcommand(1);
        auto* merge =
            verb(app, "merge", "Two actors are one; the first keeps its id", graph::DecisionKind::merge);
        merge->add_option("ACTOR", one_, "An id, or any name of the one that stays")->required();
        merge->add_option("OTHER", other_, "The same of the one that joins it")->required();
        auto* split = verb(app, "split", "Articles that know the actor by these names mean another",
                           graph::DecisionKind::split);
        split->add_option("ACTOR", one_, "An id, or any name of the actor")->required();
        split->add_option("NAME", names_, "A name, or a name and a country: \"John Smith (GBR)\"")
            ->required();
        auto* alias = app.add_subcommand("alias", "Names that an actor has, or has not");
        alias->require_subcommand(1);
        auto* add = verb(*alias, "add", "Articles that use these names mean the actor",
                         graph::DecisionKind::add_alias);
        auto* rm = verb(*alias, "rm", "These are no names of the actor", graph::DecisionKind::remove_alias);
        for (auto* one : {add, rm}) {
            one->add_option("ACTOR", one_, "An id, or any name of the actor")->required();
            one->add_option("NAME", names_, "The names")->required();
        }
        auto* distinct = verb(app, "distinct", "Two actors are two, and are not suggested as one",
                              graph::DecisionKind::distinct);
        distinct->add_option("ACTOR", one_, "An id, or any name of the first")->required();
        distinct->add_option("OTHER", other_, "The same of the second")->required();
        auto* rename =
            verb(app, "rename", "How the actor is called; its id stays", graph::DecisionKind::rename);
        rename->add_option("ACTOR", one_, "An id, or any name of the actor")->required();
        rename->add_option("NAME", names_, "Its name")->required()->expected(1);
        auto* undo = verb(app, "undo", "Take a decision back", graph::DecisionKind::undo);
        undo->add_option("DECISION", other_, "Its id, as list prints it; else the latest");
        list_ = app.add_subcommand("list", "What was decided and counts");
        replay_ = app.add_subcommand("replay", "Make the graph follow the file as it is now");
        for (auto* one : {list_, replay_}) {
            common(*one);
        }
        add_examples(
            app,
            "  entente actor merge islamic-state Daesh --dry-run\n"
            "  entente actor split john-smith \"John Smith (GBR)\"\n"
            "  entente actor alias add islamic-state IS ISIL --why \"style book\"\n"
            "  entente actor distinct kerry john-kerry\n"
            "  entente actor rename sergei-lavrov \"Sergey Lavrov\"\n"
            "  entente actor undo\n"
            "  entente actor list --decisions who.jsonl\n"
            "Decisions are lines of STORE.decisions.jsonl, or of --decisions FILE, which may live in git; "
            "add follows them, too.\n"
            "They bear on what articles say, not on imported events.");
    }

    Exit run() override {
        for (const auto& verb : verbs_) {
            if (verb.app->parsed()) {
                return decide(verb.kind);
            }
        }
        return list_->parsed() ? list() : replay();
    }

 private:
    CLI::App* verb(CLI::App& app, const std::string& name, const std::string& summary,
                   graph::DecisionKind kind) {
        auto* made = app.add_subcommand(name, summary);
        common(*made);
        made->add_flag("--dry-run", dry_run_, "Only tell what would change");
        if (kind != graph::DecisionKind::undo) {
            made->add_option("--why", why_, "A reason, kept with the decision")->type_name("TEXT");
        }
        verbs_.push_back({made, kind});
        return made;
    }

    void common(CLI::App& app) {
        store_.declare(app);
        file_.declare(app);
        json_.declare(app);
    }

    // The text to go on from: the file's; where there is none, what the store follows, so that nothing is
    // lost.
    [[nodiscard]] std::string text_so_far(const graph::Ledger& ledger) const {
        const auto path = file_.file(store_.folder());
        std::error_code none;
        if (!std::filesystem::exists(path, none)) {
            return ledger.decisions();
        }
        return file_.text(store_.folder()).value_or("");
    }

    Exit decide(graph::DecisionKind kind) {
        const auto folder = store_.folder();
        const store::Reader reader(folder);  // a store that is not there must not be made by a decision
        store::Writer writer(folder);
        auto text = text_so_far(writer);
        const auto path = file_.file(folder);
        const auto log = graph::read_decisions(text, path.string());
        auto decision = made(reader, kind, log);
        decision.id = graph::next_id(log, decision);
        if (!text.empty() && text.back() != '\n') {
            text += '\n';
        }
        text += graph::line_of(decision) + "\n";

        graph::ResolveSummary summary;
        const auto changes = graph::redecide(writer, text, summary);
        const auto effect = effect_of(reader, changes, summary.rederived);
        if (!dry_run_) {
            write_decisions(path, text);  // first, so that what the store follows is never lost
            graph::ResolveOptions options;
            options.decisions = text;
            graph::resolve(writer, options);
        }
        tell(decision, effect, path);
        return Exit::answered;
    }

    graph::Decision made(const graph::View& view, graph::DecisionKind kind,
                         const std::vector<graph::Decision>& log) const {
        graph::Decision decision;
        decision.kind = kind;
        decision.why = why_;
        if (kind == graph::DecisionKind::undo) {
            decision.other = to_undo(log);
            return decision;
        }
        decision.actor = view.id(actor_named(view, one_, std::nullopt));
        decision.names = names_;
        if (kind == graph::DecisionKind::merge || kind == graph::DecisionKind::distinct) {
            decision.other = view.id(actor_named(view, other_, std::nullopt));
            if (decision.other == decision.actor) {
                throw Refusal(Exit::could_not_try,
                              fmt::format("\"{}\" and \"{}\" are one actor already, {}", one_line(one_),
                                          one_line(other_), decision.actor));
            }
        }
        for (const auto& one : names_) {
            if (graph::name_of(one).folded.empty()) {
                throw Refusal(Exit::could_not_try, fmt::format("\"{}\" is no name", one_line(one)));
            }
        }
        return decision;
    }

    [[nodiscard]] std::string to_undo(const std::vector<graph::Decision>& log) const {
        const graph::Decisions all(log);
        if (all.empty()) {
            throw Refusal(Exit::no_answer, "nothing is decided that could be undone");
        }
        if (other_.empty()) {
            return all.in_force().back().id;
        }
        for (const auto& decision : all.in_force()) {
            if (decision.id == other_) {
                return other_;
            }
        }
        throw Refusal(Exit::no_answer,
                      fmt::format("no decision {} counts; see: entente actor list", one_line(other_)));
    }

    void tell(const graph::Decision& decision, const Effect& effect,
              const std::filesystem::path& path) const {
        if (json_.on) {
            print_json({{"decision", Json::parse(graph::line_of(decision))},
                        {"dry_run", dry_run_},
                        {"gone", effect.gone},
                        {"new", effect.made},
                        {"changed", effect.changed},
                        {"articles_read_again", effect.rederived}});
            return;
        }
        fmt::print("{}{}\n{}\n", dry_run_ ? "would decide: " : "", one_line(told(decision)),
                   one_line(told(effect)));
        if (!dry_run_) {
            note(fmt::format("{} in {}", decision.id, path.string()));
        }
    }

    Exit list() const {
        const auto folder = store_.folder();
        const auto text = file_.text(folder);
        const auto path = file_.file(folder);
        const graph::Decisions all(graph::read_decisions(text.value_or(""), path.string()));
        for (const auto& decision : all.in_force()) {
            if (json_.on) {
                print_json(Json::parse(graph::line_of(decision)));
            } else {
                fmt::print("{}  {}{}\n", decision.id, one_line(told(decision)),
                           decision.why.empty() ? "" : fmt::format("  ({})", one_line(decision.why)));
            }
        }
        if (all.empty()) {
            complain(fmt::format("nothing is decided in {}", path.string()));
        }
        return all.empty() ? Exit::no_answer : Exit::answered;
    }

    Exit replay() const {
        const auto folder = store_.folder();
        const auto path = file_.file(folder);
        const auto text = file_.text(folder);
        if (!text) {
            throw Refusal(Exit::could_not_try, fmt::format("there is no file {}", path.string()));
        }
        const store::Reader reader(folder);
        store::Writer writer(folder);
        graph::ResolveSummary summary;
        const auto effect = effect_of(reader, graph::redecide(writer, *text, summary), summary.rederived);
        graph::ResolveOptions options;
        options.decisions = *text;
        graph::resolve(writer, options);
        if (json_.on) {
            print_json({{"gone", effect.gone},
                        {"new", effect.made},
                        {"changed", effect.changed},
                        {"articles_read_again", effect.rederived}});
        } else {
            fmt::print("{}\n", one_line(told(effect)));
        }
        return Exit::answered;
    }

    StoreOption store_;
    DecisionsOption file_;
    JsonOption json_;
    std::vector<Verb> verbs_;
    CLI::App* list_ = nullptr;
    CLI::App* replay_ = nullptr;
    std::string one_;
    std::string other_;
    std::vector<std::string> names_;
    std::string why_;
    bool dry_run_ = false;
};

}  // namespace

std::unique_ptr<Command> actor_command() {
    return std::make_unique<ActorCommand>();
}

}  // namespace entente::cli
