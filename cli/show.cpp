#include "cli/show.hpp"

#include "cli/answers.hpp"
#include "cli/options.hpp"
#include "graph/evidence.hpp"
#include "graph/neighbours.hpp"
#include "graph/timeline.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_names = 12;
constexpr std::size_t most_relations = 20;
constexpr std::size_t most_partners = 5;

// A relation with one sentence that states it.
struct Fact {
    graph::Relation relation;
    std::optional<graph::RelationSentence> stated;
};

// Whom the actor meets in events of one type.
struct Dealings {
    std::uint64_t events = 0;
    std::uint64_t reports = 0;
    std::vector<std::pair<std::string, std::uint32_t>> partners;  // name, events; falling
};

struct Profile {
    graph::Actor actor;
    std::vector<std::pair<std::string, std::uint32_t>> names;  // surface form, articles; falling
    std::vector<Fact> facts;
    std::map<extract::EventType, Dealings> dealings;
    std::uint64_t events = 0;
    std::uint64_t reports = 0;
    std::uint32_t neighbours = 0;
    extract::Date first;
    extract::Date last;
};

template <class Name>
void sort_by_count(std::vector<std::pair<Name, std::uint32_t>>& counts) {
    std::sort(counts.begin(), counts.end(), [](const auto& left, const auto& right) {
        return left.second != right.second ? left.second > right.second : left.first < right.first;
    });
}

void count_events(const graph::View& view, graph::ActorNumber number, Profile& profile) {
    graph::TimelineQuery query;
    query.actor = number;
    const auto timeline = graph::timeline(view, query);
    profile.events = timeline.total;
    for (const auto& event : timeline.events) {
        auto& dealings = profile.dealings[event.type];
        ++dealings.events;
        dealings.reports += graph::report_count(event);
        profile.reports += graph::report_count(event);
        if (event.date.known()) {
            profile.first = profile.first.known() ? std::min(profile.first, event.date) : event.date;
            profile.last = std::max(profile.last, event.date);
        }
    }
}

void add_partners(const graph::Neighbour& neighbour, Profile& profile) {
    std::map<extract::EventType, std::uint32_t> events;
    for (const auto& tie : neighbour.ties) {
        if (tie.kind == graph::EdgeKind::event) {
            events[static_cast<extract::EventType>(tie.type)] += tie.events;
        }
    }
    for (const auto& [type, count] : events) {
        profile.dealings[type].partners.emplace_back(one_line(neighbour.actor.name), count);
    }
}

void add_facts(const graph::View& view, graph::ActorNumber number, Profile& profile) {
    std::map<std::uint64_t, graph::Edge> relations;
    for (const auto& block : {view.out_edges(number), view.in_edges(number)}) {
        for (const auto& edge : *block) {
            if (edge.kind == graph::EdgeKind::relation) {
                relations.emplace(edge.id, edge);
            }
        }
    }
    for (const auto& [id, edge] : relations) {
        Fact fact;
        fact.relation = view.relation(id).value();
        const auto sentences = graph::evidence(view, fact.relation, 1);
        if (!sentences.empty()) {
            fact.stated = sentences.front();
        }
        profile.facts.push_back(std::move(fact));
    }
    const auto& self = profile.actor.id;
    std::sort(profile.facts.begin(), profile.facts.end(), [&self](const Fact& left, const Fact& right) {
        const auto rank = [&self](const Fact& fact) {
            // What sentences state first; of it the actor's own ties before those that others have to it.
            return std::tuple(fact.relation.derived, fact.relation.from != self, fact.relation.type,
                              fact.relation.from, fact.relation.to);
        };
        return rank(left) < rank(right);
    });
}

Profile profile_of(const graph::View& view, graph::ActorNumber number) {
    Profile profile;
    profile.actor = view.actor(number);
    profile.names.assign(profile.actor.aliases.begin(), profile.actor.aliases.end());
    sort_by_count(profile.names);
    count_events(view, number, profile);
    graph::NeighboursQuery ties_alone;
    ties_alone.latest = false;
    const auto around = graph::neighbours(view, number, ties_alone);
    profile.neighbours = around.total;
    for (const auto& neighbour : around.rows) {
        add_partners(neighbour, profile);
    }
    for (auto& [type, dealings] : profile.dealings) {
        sort_by_count(dealings.partners);
    }
    add_facts(view, number, profile);
    return profile;
}

Json fact_json(const Fact& fact) {
    auto json = relation_json(fact.relation);
    json["label"] = or_null(fact.stated ? fact.stated->relation.label : "");
    json["sentence"] = or_null(fact.stated ? one_line(fact.stated->relation.evidence) : "");
    json["article"] = or_null(fact.stated ? fact.stated->evidence.article : "");
    return json;
}

Json profile_json(const Profile& profile) {
    auto json = actor_json(profile.actor);
    json["names"] = Json::array();
    for (const auto& [name, articles] : profile.names) {
        json["names"].push_back({{"name", name}, {"articles", articles}});
    }
    json["neighbors"] = profile.neighbours;
    json["events"] = profile.events;
    json["reports"] = profile.reports;
    json["first"] = or_null(profile.first);
    json["last"] = or_null(profile.last);
    json["relations"] = Json::array();
    for (const auto& fact : profile.facts) {
        json["relations"].push_back(fact_json(fact));
    }
    json["by_type"] = Json::array();
    for (const auto& [type, dealings] : profile.dealings) {
        Json partners = Json::array();
        for (const auto& [name, events] : dealings.partners) {
            partners.push_back({{"name", name}, {"events", events}});
        }
        json["by_type"].push_back({{"type", extract::name(type)},
                                   {"events", dealings.events},
                                   {"reports", dealings.reports},
                                   {"partners", partners}});
    }
    return json;
}

class Show : public Command {
 public:
    Show() { type_.option = "--type"; }

    [[nodiscard]] std::string name() const override { return "show"; }
    [[nodiscard]] std::string summary() const override { return "All the graph knows of one actor"; }

    void declare(CLI::App& app) override {
        app.add_option("ACTOR", actor_, "An id, or any name of the actor")->required();
        store_.declare(app);
        app.add_option("-t,--type,--actor-type", type_.given,
                       "What the name means: person country organization group place")
            ->type_name("TYPE");
        json_.declare(app);
        add_examples(app,
                     "  entente show Kerry\n"
                     "  entente show \"free syrian army\"\n"
                     "  entente show Moscow --type place\n"
                     "  entente show sergei-lavrov --json");
    }

    Exit run() override {
        const auto type = type_.type();
        const store::Reader view(store_.folder());
        const auto profile = profile_of(view, actor_named(view, actor_, type));
        if (json_.on) {
            print_json(profile_json(profile));
        } else {
            print(view, profile);
        }
        return Exit::answered;
    }

 private:
    static void print(const graph::View& view, const Profile& profile) {
        const Paint paint(stdout);
        fmt::print("{} ({})  {}\n", paint.bold(one_line(profile.actor.name)), described(profile.actor),
                   paint.dim(profile.actor.id));
        fmt::print("in {}; {} ({}), {}; {}\n", counted(profile.actor.articles, "article"),
                   counted(profile.events, "event"), counted(profile.reports, "report"),
                   date_range(profile.first, profile.last), counted(profile.neighbours, "neighbor"));
        print_names(profile);
        print_facts(view, profile, paint);
        print_dealings(profile, paint);
    }

    static void print_names(const Profile& profile) {
        std::string line;
        for (std::size_t i = 0; i < profile.names.size() && i < most_names; ++i) {
            const auto articles = profile.names[i].second;  // none: people decided it
            line += fmt::format("{}{} ({})", line.empty() ? "" : ", ", one_line(profile.names[i].first),
                                articles == 0 ? "by decision" : counted(articles, "article"));
        }
        if (profile.names.size() > most_names) {
            line += fmt::format(" and {} more", profile.names.size() - most_names);
        }
        if (!line.empty()) {
            fmt::print("called {}\n", line);
        }
    }

    static void print_facts(const graph::View& view, const Profile& profile, const Paint& paint) {
        if (profile.facts.empty()) {
            return;
        }
        Names names(view);
        fmt::print("\nRelations\n");
        for (std::size_t i = 0; i < profile.facts.size() && i < most_relations; ++i) {
            print_fact(profile.facts[i], names, paint);
        }
        if (profile.facts.size() > most_relations) {
            fmt::print("  and {} more; --json has all\n", profile.facts.size() - most_relations);
        }
    }

    static void print_fact(const Fact& fact, Names& names, const Paint& paint) {
        const auto& relation = fact.relation;
        const auto label = fact.stated ? one_line(fact.stated->relation.label) : "";
        fmt::print("  {} {} {}{}  {}{}  {}\n", names.of(relation.from),
                   paint.bold(extract::name(relation.type)), names.of(relation.to),
                   label.empty() ? "" : fmt::format(": {}", label),
                   counted(relation.evidence.size(), "report"), relation.derived ? ", derived" : "",
                   paint.dim(date_range(relation.first_seen, relation.last_seen)));
        if (fact.stated && !fact.stated->relation.evidence.empty()) {
            fmt::print("{}\n", quoted(fact.stated->relation.evidence, 6, columns(stdout)));
        }
    }

    static void print_dealings(const Profile& profile, const Paint& paint) {
        if (profile.dealings.empty()) {
            return;
        }
        fmt::print("\nEvents\n");
        for (const auto& [type, dealings] : profile.dealings) {
            std::string partners;
            for (std::size_t i = 0; i < dealings.partners.size() && i < most_partners; ++i) {
                partners += fmt::format("{}{} {}", partners.empty() ? "with " : ", ",
                                        dealings.partners[i].first, dealings.partners[i].second);
            }
            const auto blanks = std::string(10 - std::min<std::size_t>(10, extract::name(type).size()), ' ');
            fmt::print("  {}{}  {}  {}\n", paint.type(type), blanks,
                       padded(fmt::format("{} ({})", counted(dealings.events, "event"),
                                          counted(dealings.reports, "report")),
                              24),
                       partners);
        }
    }

    StoreOption store_;
    JsonOption json_;
    ActorTypeOption type_;
    std::string actor_;
};

}  // namespace

std::unique_ptr<Command> show_command() {
    return std::make_unique<Show>();
}

}  // namespace entente::cli
