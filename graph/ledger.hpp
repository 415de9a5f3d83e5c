// What the resolve pass reads and writes: the books behind the graph.
//
// `add` puts extractions into the ledger as they come (Ledger::put: one atomic batch an article, which also
// marks the article as pending). Afterwards `resolve` (graph/resolve.hpp) takes pending articles in portions,
// works out what they change, and commits one Changes for each portion, atomically. What the graph holds is a
// function of the set of articles applied, so portions, order and threads do not show. A kill between two
// commits loses nothing: what is pending stays pending.
//
// A third door beside records.hpp and view.hpp: the pass needs rows that no question asks for (forms, fold
// blocks), and a reader must not be able to write.
#pragma once

#include "graph/records.hpp"

#include <optional>
#include <string>
#include <vector>

namespace entente::graph {

// What one commit changes. Everything named in `put_*` replaces what had the same key; `drop_*` of what is
// not there is nothing; nothing is both put and dropped. The store keeps its own indexes (names, adjacency,
// dates, counts) in step. A report keeps its id, and an event may, when it moves to another block: the report
// is then dropped there and put here, the event only put.
struct Changes {
    std::vector<ArticleKey> settled;  // pending articles that are applied now
    std::vector<ArticleKey> removed;  // of those, the ones that are gone for good

    std::vector<Form> put_forms;
    std::vector<FormKey> drop_forms;
    std::vector<std::pair<FormKey, ArticleKey>> put_uses;  // the article uses the form
    std::vector<std::pair<FormKey, ArticleKey>> drop_uses;

    std::vector<Actor> put_actors;
    std::vector<ActorId> drop_actors;

    std::vector<std::pair<FoldBlock, Report>> put_reports;
    std::vector<std::pair<FoldBlock, ReportId>> drop_reports;
    std::vector<Event> put_events;
    std::vector<EventId> drop_events;

    std::vector<Relation> put_relations;
    std::vector<std::uint64_t> drop_relations;

    // People's decisions that the graph follows from now on; nullopt: those that it followed.
    std::optional<std::string> decisions;

    bool operator==(const Changes&) const = default;
};

enum class PutOutcome { added, unchanged, replaced };

class Ledger {
 public:
    virtual ~Ledger() = default;

    // Keeps what an article says and marks it pending, in one atomic batch. The same version again changes
    // nothing.
    virtual PutOutcome put(const Said& said) = 0;
    // Marks an article to be taken out; false when there is none of that key.
    virtual bool remove(const ArticleKey& key) = 0;

    // At most `limit` pending articles, in order of key.
    [[nodiscard]] virtual std::vector<ArticleKey> pending(std::size_t limit) const = 0;
    // What the article says now; nullopt when it is to be taken out.
    [[nodiscard]] virtual std::optional<Said> latest(const ArticleKey& key) const = 0;
    // What the graph was built from; nullopt when the article is new.
    [[nodiscard]] virtual std::optional<Said> applied(const ArticleKey& key) const = 0;

    // The decisions (graph/decisions.hpp, the text of the file) that the graph follows; "" none.
    [[nodiscard]] virtual std::string decisions() const = 0;

    // All forms of a block, in order of key.
    [[nodiscard]] virtual std::vector<Form> forms(const std::string& block) const = 0;
    // All forms that were decided to be this actor, in order of key.
    [[nodiscard]] virtual std::vector<Form> forms_of(const ActorId& actor) const = 0;
    // Articles that use a form, in order of key.
    [[nodiscard]] virtual std::vector<ArticleKey> uses(const FormKey& form) const = 0;

    // The reports of a fold block, in order of id, and the events made of them, in order of id.
    [[nodiscard]] virtual std::vector<Report> reports_in(const FoldBlock& block) const = 0;
    [[nodiscard]] virtual std::vector<Event> events_in(const FoldBlock& block) const = 0;

    [[nodiscard]] virtual std::optional<Relation> relation_row(std::uint64_t id) const = 0;

    // Writes all of it or nothing, and raises the epoch when anything but `settled` is in it.
    virtual void commit(const Changes& changes) = 0;
};

}  // namespace entente::graph
