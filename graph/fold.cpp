#include "graph/fold.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::graph {

namespace {

constexpr std::int32_t days_around_publication = 3;
constexpr std::int32_t days_between_time_zones = 1;

bool allows(const Date& date, std::int32_t day) {
    return !date.known() || (extract::first_day(date) <= day && day <= extract::last_day(date));
}

bool overlap(const Date& a, const Date& b) {
    return !a.known() || !b.known() ||
           (extract::first_day(a) <= extract::last_day(b) && extract::first_day(b) <= extract::last_day(a));
}

// The day that stands for when it happened: the told one, or that of publication where what is told allows
// it.
std::optional<std::int32_t> day_of(const Report& report) {
    if (report.date.exact()) return extract::first_day(report.date);
    if (!report.published.exact()) return std::nullopt;
    const std::int32_t published = extract::first_day(report.published);
    return allows(report.date, published) ? std::optional{published} : std::nullopt;
}

bool days_agree(const Report& a, std::int32_t day_a, const Report& b, std::int32_t day_b) {
    const std::int32_t apart = std::abs(day_a - day_b);
    if (!a.date.exact() || !b.date.exact()) {
        return apart <= days_around_publication && overlap(a.date, b.date);
    }
    return apart <= (a.article == b.article ? 0 : days_between_time_zones);
}

// Of dates that no day stands for.
bool dates_agree(const Report& a, const Report& b) {
    return a.date == b.date && (a.date.known() || a.article == b.article);
}

bool one_or_equal(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
}

int exactness(const Date& date) {
    return int{date.known()} + int{date.month != 0} + int{date.exact()};
}

// The most exact date that is told; of those the one told most often, of equals the earliest.
Date best_date(const std::vector<const Report*>& reports) {
    std::map<Date, std::uint32_t> votes;
    for (const Report* const report : reports) ++votes[report->date];
    const auto rank = [](const auto& row) { return std::tuple{exactness(row.first), row.second}; };
    return std::ranges::max_element(votes, {}, rank)->first;  // the first of equals
}

// The report whose reading stands for the event: the surest that tells its mode, of equals the first.
const Report& best_reading(const std::vector<const Report*>& reports, const std::string& mode) {
    const Report* best = nullptr;
    for (const Report* const report : reports) {
        if (report->mode != mode) continue;
        if (best == nullptr || report->confidence_percent > best->confidence_percent) best = report;
    }
    return best == nullptr ? *reports.front() : *best;
}

// An event as it grows.
struct Cluster {
    std::vector<const Report*> reports;  // the founder first
    std::string mode;                    // the first that is told
    std::string place;

    [[nodiscard]] const Report& founder() const { return *reports.front(); }

    [[nodiscard]] bool admits(const Report& report) const {
        return one_or_equal(mode, report.mode) && one_or_equal(place, report.place);
    }

    void add(const Report& report) {
        reports.push_back(&report);
        if (mode.empty()) mode = report.mode;
        if (place.empty()) place = report.place;
    }

    [[nodiscard]] Event event() const;
};

std::uint32_t count_articles(const std::vector<const Report*>& reports) {
    std::set<std::string_view> articles;
    for (const Report* const report : reports) articles.insert(report->article);
    return static_cast<std::uint32_t>(articles.size());
}

std::uint32_t count_sources(const std::vector<const Report*>& reports) {
    std::set<std::pair<bool, std::string_view>> sources;  // those without a publisher are one each
    for (const Report* const report : reports) {
        const bool named = !report->source.empty();
        sources.emplace(named, named ? report->source : report->article);
    }
    return static_cast<std::uint32_t>(sources.size());
}

Event Cluster::event() const {
    const Report& reading = best_reading(reports, mode);
    Event event;
    event.id = founder().id;
    event.block = fold_block(founder());
    event.type = founder().type;
    event.mode = mode;
    event.status = founder().status;
    event.date = best_date(reports);
    event.place = place;
    event.actors = founder().actors;
    event.recipients = founder().recipients;
    event.score_tenths = reading.score_tenths;
    event.cameo = reading.cameo;
    std::set<std::string> contexts;
    for (const Report* const report : reports) {
        event.reports.push_back(report->id);
        event.confidence_percent = std::max(event.confidence_percent, report->confidence_percent);
        contexts.insert(report->contexts.begin(), report->contexts.end());
    }
    event.contexts.assign(contexts.begin(), contexts.end());
    event.articles = count_articles(reports);
    event.sources = count_sources(reports);
    return event;
}

// The events of one block so far, with indexes by day so that a long block is not compared pair by pair.
class Folder {
 public:
    void take(const Report& report) {
        const auto day = day_of(report);
        const std::optional<std::size_t> found = day ? find(report, *day) : find(report);
        if (found) {
            clusters_[*found].add(report);
            return;
        }
        (day ? by_day_[*day] : by_date_[report.date]).push_back(clusters_.size());
        clusters_.emplace_back().add(report);
    }

    [[nodiscard]] std::vector<Event> events() const {
        std::vector<Event> events;
        events.reserve(clusters_.size());
        for (const Cluster& cluster : clusters_) events.push_back(cluster.event());
        return events;
    }

 private:
    [[nodiscard]] std::optional<std::size_t> find(const Report& report, std::int32_t day) const {
        std::optional<std::size_t> first;
        const auto end = by_day_.upper_bound(day + days_around_publication);
        for (auto row = by_day_.lower_bound(day - days_around_publication); row != end; ++row) {
            for (const std::size_t i : row->second) {
                if (first && *first < i) break;
                const Cluster& cluster = clusters_[i];
                if (cluster.admits(report) && days_agree(cluster.founder(), row->first, report, day)) {
                    first = i;
                    break;
                }
            }
        }
        return first;
    }

    [[nodiscard]] std::optional<std::size_t> find(const Report& report) const {
        const auto row = by_date_.find(report.date);
        if (row == by_date_.end()) return std::nullopt;
        for (const std::size_t i : row->second) {
            if (clusters_[i].admits(report) && dates_agree(clusters_[i].founder(), report)) return i;
        }
        return std::nullopt;
    }

    std::vector<Cluster> clusters_;
    std::map<std::int32_t, std::vector<std::size_t>> by_day_;
    std::map<Date, std::vector<std::size_t>> by_date_;
};

}  // namespace

FoldBlock fold_block(const Report& report) {
    const bool alone = report.actors.empty() && report.recipients.empty();
    return fmt::format("{}|{}|{}|{}{}", extract::name(report.type), extract::name(report.status),
                       fmt::join(report.actors, ","), fmt::join(report.recipients, ","),
                       alone ? fmt::format("{:016x}", report.id) : "");
}

std::vector<Event> fold(const std::vector<Report>& reports) {
    Folder folder;
    for (const Report& report : reports) folder.take(report);
    return folder.events();
}

}  // namespace entente::graph
