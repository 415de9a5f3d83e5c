// A whole graph in plain containers: View and Ledger for tests and small work, and the plainest statement of
// what a store must do.
//
// Every commit builds its indexes anew, in time and memory of order of the whole graph. Many threads may ask
// while none writes; a View's answer holds until the next commit.
#pragma once

#include "graph/ledger.hpp"
#include "graph/view.hpp"

#include <map>
#include <set>

namespace entente::graph {

class MemoryGraph final : public View, public Ledger {
 public:
    // View
    [[nodiscard]] Counts counts() const override;
    [[nodiscard]] std::vector<Candidate> find(std::string_view name) const override;
    void names(std::string_view prefix,
               const std::function<bool(std::string_view, ActorNumber)>& visit) const override;
    [[nodiscard]] std::optional<ActorNumber> number(const ActorId& id) const override;
    [[nodiscard]] Actor actor(ActorNumber number) const override;
    [[nodiscard]] ActorId id(ActorNumber number) const override;
    void actors(const std::function<bool(ActorNumber, const ActorId&)>& visit) const override;
    [[nodiscard]] EdgeBlock out_edges(ActorNumber vertex) const override;
    [[nodiscard]] EdgeBlock in_edges(ActorNumber vertex) const override;
    [[nodiscard]] std::uint32_t degree(ActorNumber vertex) const override;
    [[nodiscard]] std::uint32_t hub_degree() const override;
    [[nodiscard]] std::optional<Event> event(EventId id) const override;
    void events(const std::function<bool(const Event&)>& visit) const override;
    void events_of(ActorNumber actor, const std::function<bool(const Event&)>& visit) const override;
    void events_between(Date from, Date to, const std::function<bool(const Event&)>& visit) const override;
    [[nodiscard]] std::vector<Report> reports(const Event& event) const override;
    [[nodiscard]] std::optional<Relation> relation(std::uint64_t id) const override;
    [[nodiscard]] std::optional<ArticleRecord> article(const ArticleKey& key) const override;
    void articles(const std::function<bool(const ArticleRecord&)>& visit) const override;
    [[nodiscard]] std::optional<Said> said(const ArticleKey& key) const override;

    // Ledger
    PutOutcome put(const Said& said) override;
    bool remove(const ArticleKey& key) override;
    [[nodiscard]] std::vector<ArticleKey> pending(std::size_t limit) const override;
    [[nodiscard]] std::optional<Said> latest(const ArticleKey& key) const override;
    [[nodiscard]] std::optional<Said> applied(const ArticleKey& key) const override;
    [[nodiscard]] std::string decisions() const override;
    [[nodiscard]] std::vector<Form> forms(const std::string& block) const override;
    [[nodiscard]] std::vector<Form> forms_of(const ActorId& actor) const override;
    [[nodiscard]] std::vector<ArticleKey> uses(const FormKey& form) const override;
    [[nodiscard]] std::vector<Report> reports_in(const FoldBlock& block) const override;
    [[nodiscard]] std::vector<Event> events_in(const FoldBlock& block) const override;
    [[nodiscard]] std::optional<Relation> relation_row(std::uint64_t id) const override;
    void commit(const Changes& changes) override;

    // What no question asks for, in order of key.
    [[nodiscard]] const std::map<FormKey, Form>& all_forms() const { return forms_; }
    [[nodiscard]] const std::set<std::pair<FormKey, ArticleKey>>& all_uses() const { return uses_; }
    [[nodiscard]] const std::map<std::uint64_t, Relation>& all_relations() const { return relations_; }

 private:
    struct ArticleRow {
        std::optional<Said> latest;
        std::optional<Said> applied;
        bool is_pending = false;
    };
    // A folded name and who bears it: rank as in Candidate, articles that use it.
    struct Bearer {
        int rank = 0;
        std::uint32_t articles = 0;
    };

    void settle(const Changes& changes);
    void write_rows(const Changes& changes);
    void index();
    void index_names();
    void index_edges();
    void add_edge(const ActorId& from, const ActorId& to, Edge edge);

    std::map<ArticleKey, ArticleRow> articles_;
    std::map<FormKey, Form> forms_;
    std::set<std::pair<FormKey, ArticleKey>> uses_;
    std::map<ActorId, Actor> actors_;
    std::map<ActorId, ActorNumber> numbers_;  // of dropped actors, too: a number is never used again
    std::vector<ActorId> ids_;                // by number
    std::map<std::pair<FoldBlock, ReportId>, Report> reports_;
    std::map<EventId, Event> events_;
    std::map<std::uint64_t, Relation> relations_;
    std::uint64_t epoch_ = 0;
    std::string decisions_;

    // Made from the above by index().
    std::map<std::string, std::map<ActorId, Bearer>> names_;
    std::map<ActorNumber, std::vector<Edge>> out_;
    std::map<ActorNumber, std::vector<Edge>> in_;
    std::map<ActorNumber, EdgeBlock> out_blocks_;
    std::map<ActorNumber, EdgeBlock> in_blocks_;
    std::map<ActorNumber, std::set<ActorNumber>> others_;
    std::map<ReportId, EventId> event_of_report_;
    std::map<ActorId, std::set<std::pair<Date, EventId>>> events_of_;
    std::set<std::pair<Date, EventId>> by_date_;
};

}  // namespace entente::graph
