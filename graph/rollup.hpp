// The graph of countries instead of persons: a View whose vertices are groups of another's actors.
//
// Country: one vertex per country code. Sector: one per country and most telling sector (Russia GOV, Russia
// MIL; a country itself stays its own). An actor that has neither is in no group and left out with its edges.
// A group that is a country has that country's id and name ("russia"); others are made of their codes ("igo",
// "rus-mil", "Russia MIL").
//
// Edges within a group are no edges. An event that joins two groups by several of their members is one edge.
// Events and relations are told between groups; evidence, articles and ids are those of the graph beneath.
// `find` gives the group of whoever bears the name. A group's `articles` are summed over its members.
//
// Making one reads every actor's record; a group's edges are put together from its members' at the first
// question and kept. The view beneath must outlive it. Two threads may ask at once.
#pragma once

#include "graph/view.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace entente::graph {

enum class Rollup : std::uint8_t { country, sector };

class RolledUp final : public View {
 public:
    RolledUp(const View& beneath, Rollup by);

    // Actors that are in no group.
    [[nodiscard]] std::uint64_t left_out() const { return left_out_; }

    [[nodiscard]] Counts counts() const override;
    [[nodiscard]] std::vector<Candidate> find(std::string_view name) const override;
    void names(std::string_view prefix,
               const std::function<bool(std::string_view folded, ActorNumber)>& visit) const override;
    [[nodiscard]] std::optional<ActorNumber> number(const ActorId& id) const override;
    [[nodiscard]] Actor actor(ActorNumber number) const override;
    [[nodiscard]] ActorId id(ActorNumber number) const override;
    void actors(const std::function<bool(ActorNumber, const ActorId&)>& visit) const override;
    [[nodiscard]] EdgeBlock out_edges(ActorNumber vertex) const override;
    [[nodiscard]] EdgeBlock in_edges(ActorNumber vertex) const override;
    [[nodiscard]] std::uint32_t degree(ActorNumber vertex) const override;
    [[nodiscard]] std::optional<Event> event(EventId id) const override;
    void events(const std::function<bool(const Event&)>& visit) const override;
    void events_of(ActorNumber actor, const std::function<bool(const Event&)>& visit) const override;
    void events_between(Date from, Date to, const std::function<bool(const Event&)>& visit) const override;
    [[nodiscard]] std::vector<Report> reports(const Event& event) const override;
    [[nodiscard]] std::optional<ImportedRow> imported(const Event& event) const override;
    [[nodiscard]] std::optional<Relation> relation(std::uint64_t id) const override;
    [[nodiscard]] std::optional<ArticleRecord> article(const ArticleKey& key) const override;
    void articles(const std::function<bool(const ArticleRecord&)>& visit) const override;
    [[nodiscard]] std::optional<Said> said(const ArticleKey& key) const override;

 private:
    struct Group {
        Actor actor;
        std::vector<ActorNumber> members;
    };
    struct Edges {
        EdgeBlock out;
        EdgeBlock in;
        std::uint32_t degree = 0;
    };

    void gather(Rollup by);
    [[nodiscard]] std::optional<ActorNumber> group_of(ActorNumber beneath) const;
    [[nodiscard]] std::optional<ActorNumber> group_of(const ActorId& id) const;
    [[nodiscard]] Edges edges(ActorNumber group) const;
    [[nodiscard]] Edges put_together(ActorNumber group) const;
    [[nodiscard]] std::vector<ActorId> groups_of(const std::vector<ActorId>& ids) const;
    [[nodiscard]] std::vector<std::string> camps_of_groups(const Event& event) const;
    [[nodiscard]] Event rolled_up(Event event) const;

    const View& beneath_;
    std::vector<Group> groups_;  // by number, in order of id
    std::map<ActorId, ActorNumber> numbers_;
    std::vector<ActorNumber> group_by_member_;  // by number beneath; `none` for those left out
    std::uint64_t left_out_ = 0;

    mutable std::mutex mutex_;
    mutable std::map<ActorNumber, Edges> edges_;
};

}  // namespace entente::graph
