#include "graph/derive.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

namespace entente::graph {

namespace {

const ActorId* vertex(const Cast& cast, const std::string& local_id) {
    const auto found = cast.find(local_id);
    return found == cast.end() ? nullptr : &found->second;
}

std::vector<ActorId> vertices(const Cast& cast, const std::vector<std::string>& local_ids) {
    std::vector<ActorId> found;
    for (const std::string& local_id : local_ids) {
        if (const ActorId* const id = vertex(cast, local_id)) found.push_back(*id);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Report report(const Said& said, std::uint32_t index, const Cast& cast) {
    const extract::Event& event = said.extraction.events[index];
    Report made;
    made.id = report_id(said.article.key, event);
    made.article = said.article.key;
    made.index = index;
    made.source = said.article.source;
    made.published = said.article.date;
    made.type = event.type;
    made.mode = event.mode;
    made.status = event.status;
    made.date = event.date;
    if (const ActorId* const place = vertex(cast, event.place)) made.place = *place;
    made.actors = vertices(cast, event.actors);
    made.recipients = vertices(cast, event.recipients);
    made.confidence_percent = event.confidence_percent;
    made.score_tenths = event.score_tenths;
    made.cameo = event.cameo;
    made.contexts = event.contexts;
    return made;
}

void add_relation(Derived& derived, const Said& said, std::uint32_t index, const Cast& cast) {
    const extract::Relation& relation = said.extraction.relations[index];
    const ActorId* const from = vertex(cast, relation.from);
    const ActorId* const to = vertex(cast, relation.to);
    if (from == nullptr || to == nullptr || *from == *to) return;
    derived.relations[{relation.type, *from, *to}].push_back(
        {said.article.key, index, said.article.date, relation.label, relation.derived, relation.ended});
}

}  // namespace

ReportId report_id(const ArticleKey& article, const extract::Event& event) {
    const std::string content = fmt::format(
        "{}\x1f{}-{}\x1f{}-{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", article, event.evidence_span.begin,
        event.evidence_span.end, event.trigger_span.begin, event.trigger_span.end, extract::name(event.type),
        event.mode, extract::name(event.status), extract::to_string(event.date), event.place,
        fmt::join(event.actors, "\x1e"), fmt::join(event.recipients, "\x1e"));
    return XXH3_64bits(content.data(), content.size());
}

Derived derive(const Said& said, const Cast& cast) {
    Derived derived;
    derived.reports.reserve(said.extraction.events.size());
    for (std::uint32_t i = 0; i < said.extraction.events.size(); ++i) {
        derived.reports.push_back(report(said, i, cast));
    }
    std::ranges::stable_sort(derived.reports, {}, &Report::id);
    const auto same_id = [](const Report& a, const Report& b) { return a.id == b.id; };
    derived.reports.erase(std::unique(derived.reports.begin(), derived.reports.end(), same_id),
                          derived.reports.end());
    for (std::uint32_t i = 0; i < said.extraction.relations.size(); ++i) add_relation(derived, said, i, cast);
    for (auto& [tied, evidence] : derived.relations) std::ranges::sort(evidence);
    return derived;
}

}  // namespace entente::graph
