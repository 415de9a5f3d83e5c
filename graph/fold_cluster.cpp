#include "graph/fold_cluster.hpp"

#include "graph/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace entente::graph {

namespace {

// Modes that two readers may give one act are one kind; "" goes with all. What a strike is nobody calls a
// march, but whether a bomb was fired or thrown depends on who tells it.
std::string_view kind_of_mode(EventType type, std::string_view mode) {
    using enum EventType;
    const auto among = [&](std::initializer_list<std::string_view> modes) {
        return std::ranges::find(modes, mode) != modes.end();
    };
    switch (type) {
        case consult:
            return mode == "phone" || mode.empty() ? mode : "met";
        case protest:
            return among({"strike", "hunger", "boycott"}) || mode.empty() ? mode : "in the street";
        case assault:
            return among({"abduct"}) || mode.empty() ? mode : "attack";
        case accuse:
            return mode == "investigate" || mode.empty() ? mode : "blame";
        case coerce:
            return among({"curfew", "martial-law", "restrict", "censor"}) ? "restrict" : mode;
        case sanction:
            return among({"withdraw", "discontinue"}) ? "withdraw" : mode;
        case retreat:
            return mode;
        default:
            return "";
    }
}

int exactness(const Date& date) {
    return int{date.known()} + int{date.month != 0} + int{date.exact()};
}

// The most exact date that is told; of those the one told most often, of equals the earliest.
Date best_date(const std::vector<const Told*>& reports) {
    std::map<Date, std::uint32_t> votes;
    for (const Told* const told : reports) ++votes[told->report->date];
    const auto rank = [](const auto& row) { return std::tuple{exactness(row.first), row.second}; };
    return std::ranges::max_element(votes, {}, rank)->first;  // the first of equals
}

// The report whose reading stands for the event: the surest that tells its mode, of equals the first.
const Report& best_reading(const std::vector<const Told*>& reports, const std::string& mode) {
    const Report* best = nullptr;
    for (const Told* const told : reports) {
        const Report* const report = told->report;
        if (report->mode != mode) continue;
        if (best == nullptr || report->confidence_percent > best->confidence_percent) best = report;
    }
    return best == nullptr ? *reports.front()->report : *best;
}

std::uint32_t count_sources(const std::vector<const Told*>& reports) {
    std::set<std::pair<bool, std::string_view>> sources;  // those without a publisher are one each
    for (const Told* const told : reports) {
        const Report& report = *told->report;
        sources.emplace(!report.source.empty(), report.source.empty() ? report.article : report.source);
    }
    return static_cast<std::uint32_t>(sources.size());
}

using Wordings = std::set<std::uint64_t>;

std::map<std::string_view, Wordings> wordings_by_article(const std::vector<const Told*>& reports) {
    std::map<std::string_view, Wordings> articles;
    for (const Told* const told : reports) articles[told->report->article].insert(told->report->wording);
    return articles;
}

// Articles that say nothing about it that one before them, in order of key, did not say in the same words.
std::uint32_t count_copies(const std::map<std::string_view, Wordings>& articles) {
    Wordings said;
    std::uint32_t copies = 0;
    for (const auto& [article, wordings] : articles) {
        const bool copied = std::ranges::all_of(
            wordings, [&](std::uint64_t wording) { return wording != 0 && said.contains(wording); });
        copies += copied ? 1 : 0;
        said.insert(wordings.begin(), wordings.end());
    }
    return copies;
}

// How often a vertex stands on either side, and its camp.
struct Part {
    int acts = 0;
    int receives = 0;
    std::string_view camp;
};

std::map<std::string_view, Part> parts_of(const std::vector<const Told*>& reports) {
    std::map<std::string_view, Part> parts;
    for (const Told* const told : reports) {
        for (const Party& party : told->parties.actors) ++parts[party.id].acts;
        for (const Party& party : told->parties.recipients) ++parts[party.id].receives;
        for (const Party& party : told->parties.all) {
            if (!told->parties.internal) parts[party.id].camp = std::max(parts[party.id].camp, party.camp);
        }
    }
    return parts;
}

bool same_sides(const std::vector<const Told*>& reports) {
    const Report& first = *reports.front()->report;
    return std::ranges::all_of(reports, [&](const Told* told) {
        return told->report->actors == first.actors && told->report->recipients == first.recipients;
    });
}

}  // namespace

FoldCluster::FoldCluster(const Told& founder) {
    add(founder);
}

void FoldCluster::add(const Told& told) {
    told_.push_back(&told);
    if (mode_ == nullptr && !told.report->mode.empty()) mode_ = told.report;
    if (place_ == nullptr && !told.report->place.empty()) place_ = told.report;
}

bool FoldCluster::admits(const Told& told) const {
    const Report& report = *told.report;
    if (mode_ != nullptr && !report.mode.empty() && mode_->mode != report.mode) {
        const auto mine = kind_of_mode(mode_->type, mode_->mode);
        const auto other = kind_of_mode(report.type, report.mode);
        if (!mine.empty() && !other.empty() && mine != other) return false;
    }
    if (place_ != nullptr && !places_agree(*place_, report)) return false;
    if (parties_agree(founder().parties, told.parties)) return true;
    return are_halves(founder().parties, told.parties) && is_told_in(report.article);
}

bool FoldCluster::is_told_in(std::string_view article) const {
    return std::ranges::any_of(told_, [&](const Told* told) { return told->report->article == article; });
}

bool FoldCluster::is_at_place_of(const Report& report) const {
    return place_ != nullptr && !report.place.empty() && place_->place == report.place;
}

// All who take part in any report, on the side where they stand more often. Where reports differ about the
// sides of what is done together there are none.
void FoldCluster::set_parties(Event& event) const {
    const Report& first = *founder().report;
    event.actors = first.actors;
    event.recipients = first.recipients;
    if (same_sides(told_)) return;
    const auto parts = parts_of(told_);
    const bool differ = std::ranges::any_of(
        parts, [](const auto& row) { return row.second.acts > 0 && row.second.receives > 0; });
    const bool together = std::ranges::any_of(told_, [&](const Told* told) {
        return told->parties.equals && (differ || told->report->recipients.empty());
    });
    event.actors.clear();
    event.recipients.clear();
    for (const auto& [id, part] : parts) {
        const bool acts = together || part.acts >= part.receives;
        (acts ? event.actors : event.recipients).emplace_back(id);
    }
    if (!together) return;
    for (const ActorId& id : event.actors) event.actor_camps.emplace_back(parts.at(id).camp);
}

Event FoldCluster::event() const {
    Event event;
    event.block = fold_block(*founder().report);
    event.type = founder().report->type;
    if (mode_ != nullptr) event.mode = mode_->mode;
    if (place_ != nullptr) event.place = place_->place;
    event.date = best_date(told_);
    set_parties(event);
    const Report& reading = best_reading(told_, event.mode);
    event.score_tenths = reading.score_tenths;
    event.cameo = reading.cameo;
    event.status = founder().report->status;
    std::set<std::string> contexts;
    for (const Told* const told : told_) {
        const Report& report = *told->report;
        event.reports.push_back(report.id);
        event.confidence_percent = std::max(event.confidence_percent, report.confidence_percent);
        contexts.insert(report.contexts.begin(), report.contexts.end());
        if (report.status == Status::reported) event.status = Status::reported;
    }
    std::ranges::sort(event.reports);
    event.id = event.reports.front();
    event.contexts.assign(contexts.begin(), contexts.end());
    const auto articles = wordings_by_article(told_);
    event.articles = static_cast<std::uint32_t>(articles.size());
    event.copies = count_copies(articles);
    event.sources = count_sources(told_);
    return event;
}

}  // namespace entente::graph
