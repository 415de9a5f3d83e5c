#include "cli/actors.hpp"

#include "cli/answers.hpp"
#include "cli/decisions_file.hpp"
#include "cli/options.hpp"
#include "graph/duplicates.hpp"
#include "graph/fold_name.hpp"
#include "graph/suggest.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

// One line of the list: the actor, and what it is ranked by.
struct Row {
    graph::Actor actor;
    std::uint32_t neighbours = 0;
};

class Actors : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "actors"; }
    [[nodiscard]] std::string summary() const override { return "List or search the actors"; }

    void declare(CLI::App& app) override {
        app.add_option("QUERY", query_, "Only actors one of whose names holds these words");
        store_.declare(app);
        app.add_option("-t,--type", type_, "Only of this type: person country organization group place")
            ->type_name("TYPE");
        app.add_option("-c,--country", country_, "Only of this country (RUS, or IGO UNO EUR NGO IMG MNC ISM)")
            ->type_name("CODE");
        app.add_option("--by", by_, "Rank by articles or by neighbors")
            ->check(CLI::IsMember({"articles", "neighbors"}))
            ->capture_default_str();
        app.add_option("-n,--limit", limit_, "At most so many; 0 for all")->capture_default_str();
        auto* ids = app.add_flag("--ids", ids_, "Only their ids, one a line");
        app.add_flag("--suggest", suggest_,
                     "Pairs that may be one actor, likeliest first, with the reasons; entente actor merge or "
                     "distinct decides")
            ->excludes(ids);
        decisions_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente actors                     who is named in most articles\n"
                     "  entente actors kerry               everybody of that name\n"
                     "  entente actors -t person -c IRN    people of Iran\n"
                     "  entente actors --by neighbors -n 5 the best connected five\n"
                     "  entente actors --suggest           who may be one and the same");
    }

    Exit run() override {
        const auto wanted_type = type_.empty() ? std::nullopt : std::optional(actor_type_of("--type", type_));
        const store::Reader view(store_.folder());
        if (suggest_) {
            return suggest(view, wanted_type);
        }
        auto rows = gather(view, wanted_type);
        const auto total = rows.size();
        rank(rows);
        if (limit_ != 0 && rows.size() > limit_) {
            rows.resize(limit_);
        }
        if (rows.empty()) {
            return say_none(view);
        }
        print(rows, total);
        return Exit::answered;
    }

 private:
    Exit suggest(const graph::View& view, std::optional<graph::ActorType> wanted_type) const {
        const auto text = decisions_.text(store_.folder()).value_or("");
        const graph::Decisions decided(
            graph::read_decisions(text, decisions_.file(store_.folder()).string()));
        auto pairs = graph::duplicates(view, decided, 0);
        const auto among = query_.empty() ? std::set<graph::ActorNumber>() : matching(view);
        std::erase_if(pairs, [&](const graph::Duplicate& pair) {
            const auto wanted = [&](const graph::Actor& actor) {
                return (!wanted_type || actor.type == *wanted_type) &&
                       (country_.empty() || same_code(actor.country)) &&
                       (query_.empty() || among.contains(view.number(actor.id).value()));
            };
            return !wanted(pair.one) && !wanted(pair.other);
        });
        if (pairs.empty()) {
            complain("no two actors look like one");
            return Exit::no_answer;
        }
        const auto total = pairs.size();
        if (limit_ != 0 && total > limit_) {
            pairs.resize(limit_);
        }
        for (const auto& pair : pairs) {
            json_.on ? print_json(pair_json(pair)) : print_pair(pair);
        }
        if (pairs.size() < total) {
            note(fmt::format("{} of {}; --limit 0 shows all", pairs.size(), counted(total, "pair")));
        }
        return Exit::answered;
    }

    static Json pair_json(const graph::Duplicate& pair) {
        return {{"one", actor_json(pair.one)},
                {"other", actor_json(pair.other)},
                {"points", pair.points},
                {"reasons", pair.reasons}};
    }

    static void print_pair(const graph::Duplicate& pair) {
        const Paint paint(stdout);
        const auto told = [&paint](const graph::Actor& actor) {
            return fmt::format("{} ({}) {}", paint.bold(one_line(actor.name)), described(actor),
                               paint.dim(actor.id));
        };
        fmt::print("{}  {}  =  {}\n   {}\n", pair.points, told(pair.one), told(pair.other),
                   one_line(fmt::format("{}", fmt::join(pair.reasons, "; "))));
    }

    std::vector<Row> gather(const graph::View& view, std::optional<graph::ActorType> wanted_type) const {
        std::vector<Row> rows;
        const auto consider = [&](graph::ActorNumber number) {
            auto actor = view.actor(number);
            if ((!wanted_type || actor.type == *wanted_type) &&
                (country_.empty() || same_code(actor.country))) {
                rows.push_back({std::move(actor), by_ == "neighbors" || json_.on ? view.degree(number) : 0});
            }
        };
        if (query_.empty()) {
            view.actors([&](graph::ActorNumber number, const graph::ActorId&) {
                consider(number);
                return true;
            });
        } else {
            for (const auto number : matching(view)) {
                consider(number);
            }
        }
        return rows;
    }

    // Actors one of whose folded names holds the folded query at the beginning of a word.
    [[nodiscard]] std::set<graph::ActorNumber> matching(const graph::View& view) const {
        std::set<graph::ActorNumber> found;
        const auto wanted = graph::fold_name(query_);
        view.names("", [&](std::string_view folded, graph::ActorNumber number) {
            for (auto at = folded.find(wanted); at != std::string_view::npos;
                 at = folded.find(wanted, at + 1)) {
                if (at == 0 || folded[at - 1] == ' ') {
                    found.insert(number);
                    break;
                }
            }
            return true;
        });
        for (const auto& candidate : view.find(query_)) {
            found.insert(candidate.actor);
        }
        return found;
    }

    [[nodiscard]] bool same_code(const std::string& code) const {
        return std::equal(code.begin(), code.end(), country_.begin(), country_.end(),
                          [](char left, char right) {
                              return CLI::detail::to_lower({left}) == CLI::detail::to_lower({right});
                          });
    }

    void rank(std::vector<Row>& rows) const {
        const bool by_neighbours = by_ == "neighbors";
        std::sort(rows.begin(), rows.end(), [by_neighbours](const Row& left, const Row& right) {
            const auto left_rank = by_neighbours ? left.neighbours : left.actor.articles;
            const auto right_rank = by_neighbours ? right.neighbours : right.actor.articles;
            return left_rank != right_rank ? left_rank > right_rank : left.actor.id < right.actor.id;
        });
    }

    void print(const std::vector<Row>& rows, std::size_t total) const {
        std::size_t widest = 0;
        for (const auto& row : rows) {
            widest = std::max(widest, display_width(one_line(row.actor.name)));
        }
        widest = std::min<std::size_t>(widest, 44);
        const Paint paint(stdout);
        for (const auto& row : rows) {
            if (ids_) {
                fmt::print("{}\n", row.actor.id);
            } else if (json_.on) {
                auto line = actor_json(row.actor);
                line["neighbors"] = row.neighbours;
                print_json(line);
            } else {
                fmt::print(
                    "{}  {}  {}  {}\n", paint.bold(padded(cut(one_line(row.actor.name), widest), widest)),
                    padded(weight(row), 14), padded(described(row.actor), 24), paint.dim(row.actor.id));
            }
        }
        if (rows.size() < total && !ids_) {
            note(fmt::format("{} of {}; --limit 0 shows all", rows.size(), counted(total, "actor")));
        }
    }

    [[nodiscard]] std::string weight(const Row& row) const {
        return by_ == "neighbors" ? counted(row.neighbours, "neighbor")
                                  : counted(row.actor.articles, "article");
    }

    Exit say_none(const graph::View& view) const {
        if (query_.empty()) {
            complain("no such actors");
            return Exit::no_answer;
        }
        std::string near;
        for (const auto& suggestion : graph::suggest(view, query_)) {
            near += fmt::format("{}{} ({})", near.empty() ? "; did you mean " : ", ",
                                one_line(suggestion.name), suggestion.id);
        }
        complain(
            fmt::format("no actor's name holds \"{}\"{}{}", one_line(query_), near, near.empty() ? "" : "?"));
        return Exit::no_answer;
    }

    StoreOption store_;
    JsonOption json_;
    std::string query_;
    std::string type_;
    std::string country_;
    std::string by_ = "articles";
    std::size_t limit_ = 30;
    bool ids_ = false;
    bool suggest_ = false;
    DecisionsOption decisions_;
};

}  // namespace

std::unique_ptr<Command> actors_command() {
    return std::make_unique<Actors>();
}

}  // namespace entente::cli
