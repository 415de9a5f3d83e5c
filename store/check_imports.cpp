#include "store/check_imports.hpp"

#include "store/coding.hpp"
#include "store/imports.hpp"
#include "store/inspection.hpp"
#include "store/keys.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace entente::store {

using import_keys::ListKey;
using import_keys::Side;

namespace {

class ImportsCheck : private Inspection {
 public:
    ImportsCheck(const Rows& rows, const Totals& totals, std::uint64_t told_actors,
                 const std::function<void(std::uint64_t)>& progress, CheckReport& report)
        : Inspection(rows, progress, report), totals_(totals), told_actors_(told_actors) {}

    void run() {
        guarded("what was imported", [&] { imported(); });
    }

 private:
    // What the lists of one import say, to be held against what is summed elsewhere.
    struct Sums {
        Fingerprint out;   // of primary lists
        Fingerprint in;    // of lists of receivers
        Fingerprint days;  // date, type, vertex, as lists have it
        Fingerprint days_kept;
        ImportRecord counted;
    };

    void imported() {
        const Imports imports(rows_);
        imports_ = &imports;
        names();
        std::map<ImportNumber, Sums> sums;
        lists(Side::primary, sums);
        lists(Side::in, sums);
        words();
        strands();
        days(sums);
        for (const auto& [number, record] : imports.records()) {
            const Sums& sum = sums[number];
            const std::string which = fmt::format("import {} ({})", number, keys::printable(record.dataset));
            expect(sum.out == sum.in, fmt::format("{}: its edges out are not its edges in", which));
            expect(sum.days == sum.days_kept,
                   fmt::format("{}: its events by day are not those of its lists", which));
            expect_count(which + ", events", record.events, sum.counted.events);
            expect_count(which + ", events without a type", record.untyped, sum.counted.untyped);
            expect_count(which + ", edges", record.edges, sum.counted.edges);
            expect_count(which + ", reports", record.reports, sum.counted.reports);
            expect(same_shares(record, sum.counted),
                   fmt::format("{}: its events by type, status and date are not as counted", which));
            sums.erase(number);
        }
        for (const auto& [number, sum] : sums)
            fault(fmt::format("there are rows of an import {} that nobody made", number));
        graph::Counts counts = totals_.counts;
        imports.count(counts);
        expect_count("actors", counts.actors, told_actors_ + only_imported_);
        imports_ = nullptr;
    }

    void names() {
        scan(Family::imports, import_keys::chunks(), [&](std::string_view key, std::string_view value) {
            std::vector<NamedActor> chunk;
            if (key.size() != 5 || !read_names(value, chunk)) {
                fault(fmt::format("the row {} is damaged", keys::printable(key)));
                return true;
            }
            Cursor cursor(key.substr(1));
            const graph::ActorNumber first = cursor.big32() * actors_in_chunk;
            for (const NamedActor& actor : chunk) {
                const graph::ActorNumber number = first + actor.place;
                imported_.insert(number);
                const auto numbered = stored<Numbered>(rows_, Family::graph, keys::number_of(actor.id));
                if (!numbered || !numbered->live) ++only_imported_;
                if (numbered)
                    expect(numbered->number == number,
                           fmt::format("{} has two numbers", keys::printable(actor.id)));
                std::string folded = actor.id;
                std::ranges::replace(folded, '-', ' ');
                for (const NamedBy& by : actor.by) {
                    const auto row = rows_.get(Family::imports, import_keys::name(folded, number, by.source));
                    expect(row == "\x01",
                           fmt::format("{} is not found by its name", keys::printable(actor.id)));
                }
            }
            return true;
        });
        imports_->names("F", "G", [&](std::string_view folded, graph::ActorNumber actor, int) {
            expect(imported_.contains(actor),
                   fmt::format("the name \"{}\" is nobody's", keys::printable(folded)));
            return true;
        });
    }

    void lists(Side side, std::map<ImportNumber, Sums>& sums) {
        std::vector<PackedEvent> list;
        scan(Family::imports, import_keys::all_lists(side),
             [&](std::string_view key, std::string_view value) {
                 const auto read = import_keys::read_list_key(key);
                 list.clear();
                 if (!read || !read_list(value, list) || list.back().date != read->last_date ||
                     std::ranges::any_of(list, [&](const PackedEvent& event) {
                         return event.kind >= imports_->kinds().size();
                     })) {
                     fault(fmt::format("the row {} is damaged", keys::printable(key)));
                     return true;
                 }
                 if (!imported_.contains(read->vertex))
                     fault(fmt::format("actor number {} has events and no name", read->vertex));
                 for (const PackedEvent& event : list) take(*read, event, sums[read->import]);
                 return true;
             });
    }

    void take(const ListKey& key, const PackedEvent& event, Sums& sum) {
        const std::uint8_t type = imports_->kinds()[event.kind].type;
        if (key.side == Side::in) {
            sum.in.add(event.other, key.vertex, event.date, event.kind, event.id, event.reports,
                       event.sources);
            return;
        }
        if (key.list == ListKind::untyped) {
            ++sum.counted.untyped;
            expect(type == untyped_kind, "an event with a type lies among those without");
            return;
        }
        expect(type != untyped_kind, "an event without a type lies among those with one");
        count(event, sum.counted);
        if (key.list == ListKind::out) {
            ++sum.counted.edges;
            sum.out.add(key.vertex, event.other, event.date, event.kind, event.id, event.reports,
                        event.sources);
        }
        if (day_vertex_ != key.vertex) day_seen_.clear();
        day_vertex_ = key.vertex;
        if (day_seen_.emplace(key.import, event.date, type).second)
            sum.days.add(event.date, type, key.vertex);
    }

    void count(const PackedEvent& event, ImportRecord& counted) const {
        const ImportKind& kind = imports_->kinds()[event.kind];
        ++counted.events;
        counted.reports += event.reports;
        counted.by_type.resize(extract::all_event_types().size());
        counted.by_status.resize(static_cast<std::size_t>(graph::Status::negation) + 1);
        if (kind.type < counted.by_type.size()) ++counted.by_type[kind.type];
        ++counted.by_status[static_cast<std::size_t>(kind.status)];
        if (event.date == 0) {
            ++counted.undated;
            return;
        }
        if (counted.first == 0 || event.date < counted.first) counted.first = event.date;
        counted.last = std::max(counted.last, event.date);
    }

    static bool same_shares(const ImportRecord& record, const ImportRecord& counted) {
        if (counted.events == 0) return record.undated == 0;
        return record.by_type == counted.by_type && record.by_status == counted.by_status &&
               record.undated == counted.undated && record.alone == counted.events - counted.edges &&
               record.first == counted.first && record.last == counted.last;
    }

    // The words of rows: as many as the list of the same key has events.
    void words() {
        const std::string all = import_keys::rows({}).substr(0, 1);
        std::vector<PackedEvent> list;
        std::vector<graph::ImportedRow> rows;
        scan(Family::imports, all, [&](std::string_view key, std::string_view value) {
            const auto read = import_keys::read_list_key(key);
            const auto packed =
                read ? rows_.get(Family::imports, import_keys::list(*read)) : std::optional<std::string>();
            list.clear();
            rows.clear();
            const bool good =
                packed && read_list(*packed, list) && read_rows(value, rows) && rows.size() == list.size();
            expect(good, fmt::format("the row {} is not the words of its list", keys::printable(key)));
            return true;
        });
    }

    // Each vertex's strands, from its lists.
    void strands() {
        std::map<graph::ActorNumber, std::uint32_t> degrees;
        scan(Family::imports, import_keys::all_strands(), [&](std::string_view key, std::string_view value) {
            const auto read = import_keys::read_strands_key(key);
            PackedStrands packed;
            if (!read || !read_strands(value, packed)) {
                fault(fmt::format("the row {} is damaged", keys::printable(key)));
                return true;
            }
            if (strands_of_vertex_ == read->vertex) return true;  // of another import: looked at together
            strands_of_vertex_ = read->vertex;
            std::vector<graph::Strand> out;
            std::vector<graph::Strand> in;
            imports_->append_strands(read->vertex, out, in);
            std::vector<graph::Edge> edges_out;
            std::vector<graph::Edge> edges_in;
            imports_->append_edges(Side::primary, read->vertex, edges_out);
            imports_->append_edges(Side::in, read->vertex, edges_in);
            expect(graph::summed(out) == graph::strands_of(edges_out) &&
                       graph::summed(in) == graph::strands_of(edges_in),
                   fmt::format("the sums of actor number {} are not those of its events", read->vertex));
            std::set<graph::ActorNumber> others;
            for (const graph::Strand& strand : out) others.insert(strand.target);
            for (const graph::Strand& strand : in) others.insert(strand.source);
            const auto degree = static_cast<std::uint32_t>(others.size());
            expect(imports_->degree(read->vertex) == degree,
                   fmt::format("the degree of actor number {} is wrong", read->vertex));
            if (degree > graph::least_hub_degree) degrees[read->vertex] = degree;
            return true;
        });
        std::map<std::uint32_t, std::uint64_t> wanted;
        for (const auto& [vertex, degree] : degrees) {
            ++wanted[degree];
            const auto kept = rows_.get(Family::imports, import_keys::degree(vertex));
            expect(kept && decode_count(*kept) == degree,
                   fmt::format("the hub row of actor number {} is wrong", vertex));
        }
        std::map<std::uint32_t, std::uint64_t> there;
        imports_->add_hubs(there);
        expect(there == wanted, "the counts of hubs are not those of the degrees");
    }

    void days(std::map<ImportNumber, Sums>& sums) {
        scan(Family::imports, import_keys::all_days(), [&](std::string_view key, std::string_view value) {
            const auto read = import_keys::read_day_key(key);
            const auto vertices = read_day(value);
            if (!read || !vertices) {
                fault(fmt::format("the row {} is damaged", keys::printable(key)));
                return true;
            }
            for (const graph::ActorNumber vertex : *vertices)
                sums[read->import].days_kept.add(read->date, read->type, vertex);
            return true;
        });
    }

    const Totals& totals_;
    std::uint64_t told_actors_;
    std::uint64_t only_imported_ = 0;
    const Imports* imports_ = nullptr;
    std::set<graph::ActorNumber> imported_;
    std::optional<graph::ActorNumber> strands_of_vertex_;
    std::optional<graph::ActorNumber> day_vertex_;
    std::set<std::tuple<ImportNumber, std::uint32_t, std::uint8_t>> day_seen_;
};

}  // namespace

void check_imports(const Rows& rows, const Totals& totals, std::uint64_t told_actors,
                   const std::function<void(std::uint64_t)>& progress, CheckReport& report) {
    ImportsCheck(rows, totals, told_actors, progress, report).run();
}

}  // namespace entente::store
