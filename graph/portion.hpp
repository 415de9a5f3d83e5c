// One commit of the resolve pass in the making: from pending articles (or decisions) to one Changes.
//
// Order of use: take every article, reconsider every decision, then ask for the changes, once. Reads the
// ledger, writes nothing. Inside the pass only; graph/resolve.hpp tells what it does and costs.
#pragma once

#include "graph/decisions.hpp"
#include "graph/derive.hpp"
#include "graph/ledger.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace entente::graph {

// An article whose part in the graph changes.
struct Change {
    ArticleKey key;
    std::optional<Said> before;  // nullopt: new
    std::optional<Said> after;   // nullopt: taken out
};

// A form's counts and uses, before this portion and after it.
struct FormRow {
    std::optional<Form> before;  // nullopt: nobody used it
    Form after;                  // articles == 0: nobody uses it any more
    std::set<ArticleKey> gained;
    std::set<ArticleKey> lost;
};

class Portion {
 public:
    Portion(const Ledger& ledger, const Decisions& decisions) : ledger_(ledger), decisions_(decisions) {}

    void take(const ArticleKey& key);
    // Decides again whatever a decision bears on that comes or goes; `before` are those that were followed.
    void reconsider(const Decision& decision, const Decisions& before);
    Changes changes();

    [[nodiscard]] std::uint64_t rederived() const { return rederived_; }

 private:
    FormRow& form(const FormKey& key);
    void load(const std::string& block);
    void count_actors(const ArticleKey& key, const Said& said, bool add);

    void decide_blocks();
    void derive_again();
    [[nodiscard]] std::set<ArticleKey> moved_articles() const;
    [[nodiscard]] Cast cast(const Said& said, bool after);
    [[nodiscard]] KnownCamps camps(const Said& said, bool after);
    void derive_change(const Change& change);
    void subtract(const Derived& derived);
    void add(const Derived& derived);

    void write_forms();
    void write_actors();
    void index_forms();
    [[nodiscard]] std::vector<Form> forms_after(const ActorId& actor) const;
    [[nodiscard]] std::uint32_t articles_of(const std::vector<Form>& forms) const;
    void write_reports();
    void fold_again(const FoldBlock& block);
    void write_events();
    void write_relations();

    const Ledger& ledger_;
    const Decisions& decisions_;
    Changes changes_;
    std::vector<Change> articles_;
    std::uint64_t rederived_ = 0;

    std::set<std::string> loaded_blocks_;
    std::map<FormKey, FormRow> forms_;
    std::set<std::string> counted_blocks_;                    // in which a count or a decision changed
    std::set<ActorId> named_;                                 // in such decisions
    std::map<ActorId, std::vector<const Form*>> forms_then_;  // of forms_, by whom they mean afterwards

    std::map<std::pair<FoldBlock, ReportId>, std::optional<Report>> reports_;  // nullopt: dropped
    std::map<EventId, std::optional<Event>> events_;                           // nullopt: dropped
    std::map<Tied, std::map<RelationEvidence, bool>> evidence_;                // true: stated, false: dropped
};

}  // namespace entente::graph
