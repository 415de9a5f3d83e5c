#include "graph/fold.hpp"

#include "graph/fold_cluster.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include <fmt/format.h>

namespace entente::graph {

namespace {

constexpr std::int32_t days_around_publication = 3;
constexpr std::int32_t days_of_one_story = 7;

bool allows(const Date& date, std::int32_t day) {
    return !date.known() || (extract::first_day(date) <= day && day <= extract::last_day(date));
}

bool overlap(const Date& a, const Date& b) {
    return !a.known() || !b.known() ||
           (extract::first_day(a) <= extract::last_day(b) && extract::first_day(b) <= extract::last_day(a));
}

std::optional<std::int32_t> published_on(const Report& report) {
    return report.published.exact() ? std::optional{extract::first_day(report.published)} : std::nullopt;
}

// The day that stands for when it happened: the told one, or that of publication where what is told allows
// it. None for what was long ago nobody knows when.
std::optional<std::int32_t> day_of(const Report& report) {
    if (report.date.exact()) return extract::first_day(report.date);
    if (report.status == Status::historical && !report.date.known()) return std::nullopt;
    const auto published = published_on(report);
    return published && allows(report.date, *published) ? published : std::nullopt;
}

using Index = std::optional<std::size_t>;

// The events of one block so far, with indexes by day so that a long block is not compared pair by pair.
class Folder {
 public:
    explicit Folder(const std::vector<Report>& reports) {
        told_.reserve(reports.size());
        for (const Report& report : reports) told_.emplace_back(report);
    }

    std::vector<Event> events() {
        fold_exact();
        attach_vague();
        fold_vague();
        std::vector<Event> events;
        events.reserve(clusters_.size());
        for (const FoldCluster& cluster : clusters_) events.push_back(cluster.event());
        std::ranges::sort(events, {}, &Event::id);
        return events;
    }

 private:
    void fold_exact() {
        for (const Told& told : told_) {
            if (!told.report->date.exact()) continue;
            const std::int32_t day = extract::first_day(told.report->date);
            Index found = of_day(told, day);
            if (!found) found = of_neighbour(told, day);
            if (found) {
                clusters_[*found].add(told);
            } else {
                found_event(told, by_day_[day]);
            }
        }
    }

    void found_event(const Told& told, std::vector<std::size_t>& row) {
        row.push_back(clusters_.size());
        clusters_.emplace_back(told);
    }

    [[nodiscard]] Index of_day(const Told& told, std::int32_t day) const {
        const auto row = by_day_.find(day);
        if (row == by_day_.end()) return std::nullopt;
        for (const std::size_t i : row->second) {
            if (clusters_[i].admits(told)) return i;
        }
        return std::nullopt;
    }

    // Of the day before or after: the first one that the report's own article does not date otherwise.
    [[nodiscard]] Index of_neighbour(const Told& told, std::int32_t day) const {
        Index first;
        for (const std::int32_t near : {day - 1, day + 1}) {
            const auto row = by_day_.find(near);
            if (row == by_day_.end()) continue;
            for (const std::size_t i : row->second) {
                if (first && *first < i) break;
                if (!clusters_[i].is_told_in(told.report->article) && clusters_[i].admits(told)) {
                    first = i;
                    break;
                }
            }
        }
        return first;
    }

    // Each for itself: what one joins is nothing to the next.
    void attach_vague() {
        std::vector<std::pair<std::size_t, const Told*>> joined;
        for (const Told& told : told_) {
            if (told.report->date.exact()) continue;
            Index found = told.report->date.known() ? of_partial(told) : of_unknown(told);
            if (!found && told.report->date.known()) found = nearest(told);
            if (found) {
                joined.emplace_back(*found, &told);
            } else {
                left_.push_back(&told);
            }
        }
        for (const auto& [cluster, told] : joined) clusters_[cluster].add(*told);
    }

    // The one event that fits into what is told of the date; of several the one at the report's place.
    [[nodiscard]] Index of_partial(const Told& told) const {
        const Date& date = told.report->date;
        Index fits;
        Index at_place;
        std::size_t count = 0;
        std::size_t count_at_place = 0;
        const auto end = by_day_.upper_bound(extract::last_day(date));
        for (auto row = by_day_.lower_bound(extract::first_day(date)); row != end; ++row) {
            for (const std::size_t i : row->second) {
                const FoldCluster& cluster = clusters_[i];
                if (!cluster.admits(told)) continue;
                const bool at = cluster.is_at_place_of(*told.report);
                const bool in_a_year = date.month == 0;  // which is long
                if (in_a_year && !at && common_parties(cluster.founder().parties, told.parties) < 2) continue;
                ++count;
                fits = i;
                if (!at) continue;
                ++count_at_place;
                at_place = i;
            }
            if (count_at_place > 1) return std::nullopt;
        }
        if (count == 1) return fits;
        return count_at_place == 1 ? at_place : std::nullopt;
    }

    // The event that the report's own article dates, else the nearest one in any article.
    [[nodiscard]] Index of_unknown(const Told& told) const {
        if (told.report->status == Status::historical) return std::nullopt;
        const auto own = best_near(told, days_of_one_story, [&](const FoldCluster& cluster) {
            return cluster.is_told_in(told.report->article);
        });
        return own ? own : nearest(told);
    }

    [[nodiscard]] Index nearest(const Told& told) const {
        return best_near(told, days_around_publication, [](const FoldCluster&) { return true; });
    }

    // Of the events within so many days of publication: at the report's place before others, then the
    // nearest, then the first.
    template <typename Wanted>
    [[nodiscard]] Index best_near(const Told& told, std::int32_t days, const Wanted& wanted) const {
        const auto day = published_on(*told.report);
        if (!day) return std::nullopt;
        Index best;
        std::tuple<bool, std::int32_t, std::size_t> least;
        const auto end = by_day_.upper_bound(*day + std::min(days, days_around_publication));
        for (auto row = by_day_.lower_bound(*day - days); row != end; ++row) {
            if (!allows(told.report->date, row->first)) continue;
            for (const std::size_t i : row->second) {
                const FoldCluster& cluster = clusters_[i];
                const std::tuple rank{!cluster.is_at_place_of(*told.report), std::abs(row->first - *day), i};
                if ((best && least <= rank) || !wanted(cluster) || !cluster.admits(told)) continue;
                best = i;
                least = rank;
            }
        }
        return best;
    }

    void fold_vague() {
        for (const Told* const told : left_) {
            const auto day = day_of(*told->report);
            if (const Index found = day ? of_window(*told, *day) : of_same_date(*told)) {
                clusters_[*found].add(*told);
            } else {
                found_event(*told, day ? vague_by_day_[*day] : by_date_[told->report->date]);
            }
        }
    }

    [[nodiscard]] Index of_window(const Told& told, std::int32_t day) const {
        Index first;
        const auto end = vague_by_day_.upper_bound(day + days_around_publication);
        for (auto row = vague_by_day_.lower_bound(day - days_around_publication); row != end; ++row) {
            for (const std::size_t i : row->second) {
                if (first && *first < i) break;
                if (overlap(clusters_[i].founder().report->date, told.report->date) &&
                    clusters_[i].admits(told)) {
                    first = i;
                    break;
                }
            }
        }
        return first;
    }

    // Of dates that no day stands for: equal ones, and without any those of one article.
    [[nodiscard]] Index of_same_date(const Told& told) const {
        const auto row = by_date_.find(told.report->date);
        if (row == by_date_.end()) return std::nullopt;
        for (const std::size_t i : row->second) {
            const bool may =
                told.report->date.known() || clusters_[i].founder().report->article == told.report->article;
            if (may && clusters_[i].admits(told)) return i;
        }
        return std::nullopt;
    }

    std::vector<Told> told_;  // in order of id; never grows once clusters point into it
    std::vector<FoldCluster> clusters_;
    std::vector<const Told*> left_;
    std::map<std::int32_t, std::vector<std::size_t>> by_day_;        // with an exact date
    std::map<std::int32_t, std::vector<std::size_t>> vague_by_day_;  // by the day of publication
    std::map<Date, std::vector<std::size_t>> by_date_;
};

std::string_view kind_of(Status status) {
    return extract::name(status == Status::historical ? Status::reported : status);
}

int year_of(const Report& report) {
    return report.date.known() ? report.date.year : report.published.year;
}

}  // namespace

FoldBlock fold_block(const Report& report) {
    const std::string whose = report.anchor.empty() ? anchor(report, parties_of(report)) : report.anchor;
    return fmt::format("{}|{}|{}|{}", extract::name(report.type), kind_of(report.status), year_of(report),
                       whose.empty() ? fmt::format("{:016x}", report.id) : whose);
}

std::vector<Event> fold(const std::vector<Report>& reports) {
    return Folder(reports).events();
}

}  // namespace entente::graph
