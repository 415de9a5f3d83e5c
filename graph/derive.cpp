#include "graph/derive.hpp"

#include "graph/parties.hpp"

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

// The article's actors by local id, and whose camps are known from elsewhere. Borrows both.
class LocalActors {
 public:
    LocalActors(const Said& said, const KnownCamps& known) : known_(known) {
        for (const extract::Actor& actor : said.extraction.actors) actors_.emplace(actor.id, &actor);
    }

    [[nodiscard]] std::string camp(const std::string& local_id) const {
        const auto row = actors_.find(local_id);
        if (row == actors_.end()) return "";
        const extract::Actor& actor = *row->second;
        const auto known = known_.find(local_id);
        return known == known_.end() ? camp_of(actor) : known->second;
    }

    [[nodiscard]] std::string country_of_place(const std::string& local_id) const {
        const auto row = actors_.find(local_id);
        return row == actors_.end() ? "" : graph::country_of_place(*row->second);
    }

 private:
    std::map<std::string_view, const extract::Actor*> actors_;
    const KnownCamps& known_;
};

// Vertices in order, distinct, each with the camp that it acts for.
struct SideOf {
    std::vector<ActorId> ids;
    std::vector<std::string> camps;
};

SideOf side_of(const Cast& cast, const LocalActors& actors, const std::vector<std::string>& local_ids) {
    std::map<ActorId, std::string> found;
    for (const std::string& local_id : local_ids) {
        const ActorId* const id = vertex(cast, local_id);
        if (id == nullptr) continue;
        const std::string camp = actors.camp(local_id);
        std::string& known = found[*id];
        if (known.empty() || (!camp.empty() && camp < known)) known = camp;
    }
    SideOf side;
    for (auto& [id, camp] : found) {
        side.ids.push_back(id);
        side.camps.push_back(std::move(camp));
    }
    return side;
}

// The letters and digits of the sentence, whatever stands between them.
std::uint64_t wording(const std::string& sentence) {
    std::string letters;
    for (const char c : sentence) {
        const auto byte = static_cast<unsigned char>(c);
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
        if (kept) letters += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return letters.empty() ? 0 : XXH3_64bits(letters.data(), letters.size());
}

Report report(const Said& said, std::uint32_t index, const Cast& cast, const LocalActors& actors) {
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
    if (const ActorId* const place = vertex(cast, event.place)) {
        made.place = *place;
        made.place_country = actors.country_of_place(event.place);
    }
    SideOf acting = side_of(cast, actors, event.actors);
    made.actors = std::move(acting.ids);
    made.actor_camps = std::move(acting.camps);
    SideOf receiving = side_of(cast, actors, event.recipients);
    made.recipients = std::move(receiving.ids);
    made.recipient_camps = std::move(receiving.camps);
    made.wording = wording(event.evidence);
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

// Reports of one article that may tell one happening share a block: of "A and B signed" and "A's minister
// signed" the second takes the anchor of the first if that comes first by name.
void share_anchors(std::vector<Report>& reports) {
    std::vector<Parties> parties;
    std::vector<std::string> anchors;
    for (const Report& report : reports) {
        parties.push_back(parties_of(report));
        anchors.push_back(anchor(report, parties.back()));
    }
    for (std::size_t i = 0; i < reports.size(); ++i) {
        reports[i].anchor = anchors[i];
        for (std::size_t j = 0; j < reports.size(); ++j) {
            if (reports[j].type != reports[i].type || anchors[j] >= reports[i].anchor) continue;
            if (anchors[j].empty()) continue;
            if (parties_agree(parties[i], parties[j]) || are_halves(parties[i], parties[j])) {
                reports[i].anchor = anchors[j];
            }
        }
    }
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

Derived derive(const Said& said, const Cast& cast, const KnownCamps& known) {
    Derived derived;
    const LocalActors actors(said, known);
    derived.reports.reserve(said.extraction.events.size());
    for (std::uint32_t i = 0; i < said.extraction.events.size(); ++i) {
        derived.reports.push_back(report(said, i, cast, actors));
    }
    std::ranges::stable_sort(derived.reports, {}, &Report::id);
    const auto same_id = [](const Report& a, const Report& b) { return a.id == b.id; };
    derived.reports.erase(std::unique(derived.reports.begin(), derived.reports.end(), same_id),
                          derived.reports.end());
    share_anchors(derived.reports);
    for (std::uint32_t i = 0; i < said.extraction.relations.size(); ++i) add_relation(derived, said, i, cast);
    for (auto& [tied, evidence] : derived.relations) std::ranges::sort(evidence);
    return derived;
}

}  // namespace entente::graph
