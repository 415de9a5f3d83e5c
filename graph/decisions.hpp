// What people decided about who is who: lines of a plain file, replayed over what the articles say.
//
// The file is JSON lines, one decision each, oldest first; it can live in git, be merged, and be read by
// people:
//
//     {"id":"d:5f3c91ae","merge":["sergei-lavrov","lavrov-2"]}           the second is the first
//     {"id":"d:…","split":"john-smith","names":["John Smith (GBR)"]}     articles that know him so mean
//     another
//     {"id":"d:…","alias":"islamic-state","add":["Daesh"]}               articles that say so mean this one
//     {"id":"d:…","alias":"islamic-state","rm":["the group"]}            this is no name of it
//     {"id":"d:…","distinct":["kerry","john-kerry"]}                     never the same, never suggested
//     {"id":"d:…","rename":"sergei-lavrov","name":"Sergey Lavrov"}       how it is called; the id stays
//     {"id":"d:…","undo":"d:5f3c91ae"}                                   that one does not count
//
// A line may carry "why". Blank lines and those that begin with # are skipped. Actors are named by id. The
// ids of lines are hashes of what they say (and of how often it was said before), so two branches do not
// clash.
//
// The graph is a function of the set of articles and this list. Decisions bear on forms, so they hold for
// articles that come later, too. Pure; any number of threads may ask.
#pragma once

#include "graph/records.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::graph {

enum class DecisionKind : std::uint8_t { merge, split, add_alias, remove_alias, distinct, rename, undo };

struct Decision {
    std::string id;  // "d:" and 8 hex digits
    DecisionKind kind = DecisionKind::merge;
    ActorId actor;
    ActorId other;                   // of merge: who is the same; of distinct; of undo: the line
    std::vector<std::string> names;  // of split, aliases, rename (one)
    std::string why;

    bool operator==(const Decision&) const = default;
};

// Reads the file's text. Throws std::runtime_error that names `file`, the line and what is wrong with it.
std::vector<Decision> read_decisions(std::string_view text, const std::string& file);

// The line of a decision, without its end.
std::string line_of(const Decision& decision);

// The id for a decision that comes behind those of the log.
std::string next_id(const std::vector<Decision>& log, const Decision& decision);

// A name as split takes it: "John Smith", "John Smith (GBR)".
struct NameOf {
    std::string folded;
    std::string country;  // "" any
};
NameOf name_of(std::string_view name);

// What is in force, ready to be asked. A value.
class Decisions {
 public:
    Decisions() = default;
    explicit Decisions(const std::vector<Decision>& log);

    // Those that are not undone, in order.
    [[nodiscard]] const std::vector<Decision>& in_force() const { return in_force_; }
    [[nodiscard]] bool empty() const { return in_force_.empty(); }

    // Who `actor` is after all merges.
    [[nodiscard]] ActorId merged(const ActorId& actor) const;
    [[nodiscard]] bool are_distinct(const ActorId& one, const ActorId& other) const;
    // Whom a form means by decision: an alias added, or a part split off from `decided`; then merges.
    [[nodiscard]] ActorId meaning(const Form& form, const ActorId& decided) const;
    // True when it was decided that the form's name is none of the actor's.
    [[nodiscard]] bool is_no_name_of(const Form& form, const ActorId& actor) const;
    // Puts the decided names into the actor's record.
    void apply_names(Actor& actor) const;

    // Actors that a decision names: whose forms may mean somebody else when it comes or goes.
    [[nodiscard]] static std::set<ActorId> named(const Decision& decision);
    // Blocks that hold forms of the decision's names.
    [[nodiscard]] static std::set<std::string> blocks(const Decision& decision);

 private:
    struct Split {
        NameOf name;
        ActorId made;
    };

    std::vector<Decision> in_force_;
    std::map<ActorId, ActorId> merges_;
    std::map<ActorId, std::vector<Split>> splits_;
    std::map<std::string, ActorId> aliases_;                // by folded name
    std::set<std::pair<std::string, ActorId>> no_aliases_;  // folded name, actor
    std::map<ActorId, std::vector<std::string>> added_;     // as written
    std::map<ActorId, std::string> names_;
    std::set<std::pair<ActorId, ActorId>> distinct_;  // the smaller first
};

}  // namespace entente::graph
