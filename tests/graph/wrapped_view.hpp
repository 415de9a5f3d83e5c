// A View that passes every question on to another: for tests that change one answer or count questions.
#pragma once

#include "graph/view.hpp"

namespace entente::tests {

class WrappedView : public graph::View {
 public:
    explicit WrappedView(const graph::View& view) : view_(view) {}

    [[nodiscard]] graph::Counts counts() const override { return view_.counts(); }
    [[nodiscard]] std::vector<graph::Candidate> find(std::string_view name) const override {
        return view_.find(name);
    }
    void names(std::string_view prefix,
               const std::function<bool(std::string_view, graph::ActorNumber)>& visit) const override {
        view_.names(prefix, visit);
    }
    [[nodiscard]] std::optional<graph::ActorNumber> number(const graph::ActorId& id) const override {
        return view_.number(id);
    }
    [[nodiscard]] graph::Actor actor(graph::ActorNumber number) const override { return view_.actor(number); }
    [[nodiscard]] graph::ActorId id(graph::ActorNumber number) const override { return view_.id(number); }
    void actors(const std::function<bool(graph::ActorNumber, const graph::ActorId&)>& visit) const override {
        view_.actors(visit);
    }
    [[nodiscard]] graph::EdgeBlock out_edges(graph::ActorNumber vertex) const override {
        return view_.out_edges(vertex);
    }
    [[nodiscard]] graph::EdgeBlock in_edges(graph::ActorNumber vertex) const override {
        return view_.in_edges(vertex);
    }
    [[nodiscard]] std::uint32_t degree(graph::ActorNumber vertex) const override {
        return view_.degree(vertex);
    }
    [[nodiscard]] std::uint32_t hub_degree() const override { return view_.hub_degree(); }
    [[nodiscard]] std::optional<graph::Event> event(graph::EventId id) const override {
        return view_.event(id);
    }
    void events(const std::function<bool(const graph::Event&)>& visit) const override { view_.events(visit); }
    void events_of(graph::ActorNumber actor,
                   const std::function<bool(const graph::Event&)>& visit) const override {
        view_.events_of(actor, visit);
    }
    void events_between(graph::Date from, graph::Date to,
                        const std::function<bool(const graph::Event&)>& visit) const override {
        view_.events_between(from, to, visit);
    }
    [[nodiscard]] std::vector<graph::Report> reports(const graph::Event& event) const override {
        return view_.reports(event);
    }
    [[nodiscard]] std::optional<graph::Relation> relation(std::uint64_t id) const override {
        return view_.relation(id);
    }
    [[nodiscard]] std::optional<graph::ArticleRecord> article(const graph::ArticleKey& key) const override {
        return view_.article(key);
    }
    void articles(const std::function<bool(const graph::ArticleRecord&)>& visit) const override {
        view_.articles(visit);
    }
    [[nodiscard]] std::optional<graph::Said> said(const graph::ArticleKey& key) const override {
        return view_.said(key);
    }

 private:
    const View& view_;
};

}  // namespace entente::tests
