#include "store/check.hpp"

#include "store/coding.hpp"
#include "store/imports.hpp"
#include "store/index_rows.hpp"
#include "store/keys.hpp"
#include "store/store.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>
#include <xxhash.h>

namespace entente::store {

using import_keys::ListKey;
using import_keys::Side;

namespace {

constexpr std::size_t most_faults_told = 20;

// Sums that do not depend on order: two sets are the same when their sums and sizes are (but for one chance
// in 2^64).
struct Fingerprint {
    std::uint64_t size = 0;
    std::uint64_t sum = 0;

    template <class... Numbers>
    void add(Numbers... numbers) {
        const std::array<std::uint64_t, sizeof...(numbers)> all = {static_cast<std::uint64_t>(numbers)...};
        sum += XXH3_64bits(all.data(), sizeof all);
        ++size;
    }
    bool operator==(const Fingerprint&) const = default;
};

std::uint64_t hash_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

class Check {
 public:
    Check(const Rows& rows, const std::function<void(std::uint64_t)>& progress)
        : rows_(rows), progress_(progress) {}

    CheckReport run() {
        guarded("the files", [&] { rows_.verify(); });
        guarded("what articles tell", [&] { told(); });
        guarded("the books", [&] { books(); });
        guarded("the texts", [&] { texts(); });
        guarded("what was imported", [&] { imported(); });
        return std::move(report_);
    }

 private:
    void fault(std::string text) {
        if (++report_.faults <= most_faults_told) report_.first_faults.push_back(std::move(text));
    }
    void expect(bool good, const std::string& text) {
        if (!good) fault(text);
    }

    // Damage that stops the reading of one part does not stop that of the others.
    template <class Part>
    void guarded(std::string_view what, const Part& part) {
        try {
            part();
        } catch (const StoreError& error) {
            fault(fmt::format("{} cannot be read to the end: {}", what, error.what()));
        }
    }

    void scan(Family family, std::string_view prefix, const Rows::Visit& visit) {
        rows_.scan(family, prefix, [&](std::string_view key, std::string_view value) {
            if (++report_.rows % 65536 == 0 && progress_) progress_(report_.rows);
            return visit(key, value);
        });
    }

    template <class Record>
    std::optional<Record> read(std::string_view key, std::string_view value) {
        auto record = decode<Record>(value);
        if (!record) fault(fmt::format("the row {} is damaged", keys::printable(key)));
        return record;
    }

    // --- What articles tell: the rows of a record follow from the record, so they are worked out again.

    void told() {
        totals_ = stored_totals(rows_);
        std::unordered_map<std::string, graph::ActorNumber> numbers;
        std::map<char, Fingerprint> wanted;  // by kind of row
        const auto expect_rows = [&](const std::vector<Row>& implied) {
            for (const Row& row : implied) {
                if (row.family == Family::graph)
                    wanted[row.key.front()].add(hash_of(row.key), hash_of(row.value));
            }
        };
        std::uint64_t actors = 0;
        std::uint64_t dead = 0;
        scan(Family::graph, keys::numbers(), [&](std::string_view key, std::string_view value) {
            const auto numbered = read<Numbered>(key, value);
            if (!numbered) return true;
            const std::string id(key.substr(1));
            numbers[id] = numbered->number;
            expect(numbered->number < totals_.next_number,
                   fmt::format("the number of {} was never given", keys::printable(id)));
            const auto back = rows_.get(Family::graph, keys::id_of(numbered->number));
            // Who was imported first has the way back among the imported names.
            if (back)
                expect(*back == id, fmt::format("the number of {} leads to {}", keys::printable(id),
                                                keys::printable(*back)));
            if (!numbered->live) ++dead;
            if (!numbered->live) wanted['i'].add(hash_of(key), hash_of(value));
            return true;
        });
        const NumberOf number_of = [&](const graph::ActorId& id) {
            const auto found = numbers.find(id);
            if (found != numbers.end()) return found->second;
            fault(fmt::format("the actor {} has no number", keys::printable(id)));
            return graph::ActorNumber{0};
        };
        scan(Family::graph, "v", [&](std::string_view key, std::string_view value) {
            if (const auto actor = read<graph::Actor>(key, value)) {
                expect_rows(rows_of(*actor, number_of(actor->id)));
                ++actors;
            }
            return true;
        });
        std::map<std::pair<graph::ActorNumber, graph::ActorNumber>, std::uint64_t> pairs;
        std::uint64_t edges = 0;
        const auto count_edges = [&](const std::vector<graph::Edge>& made) {
            edges += made.size();
            for (const graph::Edge& edge : made) ++pairs[std::minmax(edge.source, edge.target)];
        };
        std::uint64_t events = 0;
        scan(Family::graph, keys::events(), [&](std::string_view key, std::string_view value) {
            if (const auto event = read<graph::Event>(key, value)) {
                expect_rows(rows_of(*event, number_of));
                count_edges(edges_of(*event, number_of));
                ++events;
            }
            return true;
        });
        std::uint64_t relations = 0;
        scan(Family::graph, "l", [&](std::string_view key, std::string_view value) {
            if (const auto relation = read<graph::Relation>(key, value)) {
                expect_rows(rows_of(*relation, number_of));
                count_edges(edges_of(*relation, number_of));
                ++relations;
            }
            return true;
        });
        std::uint64_t articles = 0;
        scan(Family::graph, keys::articles(), [&](std::string_view key, std::string_view value) {
            if (const auto article = read<graph::ArticleRecord>(key, value)) {
                ++articles;
                expect(rows_.get(Family::texts, keys::text(article->key, article->version)).has_value(),
                       fmt::format("the text of the article {} is missing", keys::printable(article->key)));
            }
            return true;
        });
        std::map<graph::ActorNumber, std::uint32_t> degrees;
        for (const auto& [ends, count] : pairs) {
            const std::string value = encode_count(static_cast<std::uint32_t>(count));
            wanted['p'].add(hash_of(keys::pair(ends.first, ends.second)), hash_of(value));
            ++degrees[ends.first];
            if (ends.first == ends.second) continue;
            wanted['p'].add(hash_of(keys::pair(ends.second, ends.first)), hash_of(value));
            ++degrees[ends.second];
        }
        std::map<std::uint32_t, std::uint32_t> hubs;
        for (const auto& [vertex, degree] : degrees) {
            wanted['d'].add(hash_of(keys::degree(vertex)), hash_of(encode_count(degree)));
            if (degree > graph::least_hub_degree) ++hubs[degree];
        }
        for (const auto& [degree, count] : hubs) {
            wanted['h'].add(hash_of(keys::hubs_of(degree)), hash_of(encode_count(count)));
        }
        std::map<char, Fingerprint> there;
        scan(Family::graph, "", [&](std::string_view key, std::string_view value) {
            there[key.front()].add(hash_of(key), hash_of(value));
            return true;
        });
        struct Indexed {
            char kind;
            const char* what;
        };
        constexpr std::array<Indexed, 11> indexed = {{{'i', "numbers of actors"},
                                                      {'f', "names"},
                                                      {'o', "edges out"},
                                                      {'b', "edges in"},
                                                      {'r', "reports folded into events"},
                                                      {'q', "events of actors"},
                                                      {'t', "events by date"},
                                                      {'p', "pairs"},
                                                      {'d', "degrees"},
                                                      {'h', "hubs"},
                                                      {'e', "events"}}};
        for (const Indexed& index : indexed) {
            expect(wanted[index.kind] == there[index.kind],
                   fmt::format("{}: {} rows are there, {} follow from the records, and they differ",
                               index.what, there[index.kind].size, wanted[index.kind].size));
            there.erase(index.kind);
        }
        for (const char known : {'c', 'n', 'v', 'l', 'a'}) there.erase(known);
        for (const auto& [kind, some] : there) {
            fault(fmt::format("{} rows of an unknown kind begin with {}", some.size,
                              keys::printable(std::string(1, kind))));
        }
        const graph::Counts& counts = totals_.counts;
        expect_count("articles", counts.articles, articles);
        expect_count("events that articles tell", counts.events, events);
        expect_count("relations", counts.relations, relations);
        expect_count("edges that articles tell", counts.edges, edges);
        told_actors_ = actors;
    }

    void expect_count(std::string_view what, std::uint64_t counted, std::uint64_t there) {
        expect(counted == there, fmt::format("{}: {} counted, {} there", what, counted, there));
    }

    void books() {
        std::uint64_t reports = 0;
        scan(Family::books, "", [&](std::string_view key, std::string_view value) {
            switch (key.front()) {
                case 'f':
                    if (read<graph::Form>(key, value))
                        expect(keys::form_in(key).has_value(), "the key of a form is damaged");
                    break;
                case 'r':
                    if (read<graph::Report>(key, value)) ++reports;
                    break;
                case 'p':
                    read<Pending>(key, value);
                    break;
                default:
                    break;
            }
            return true;
        });
        expect_count("reports", totals_.counts.reports, reports);
    }

    void texts() {
        scan(Family::texts, "", [&](std::string_view key, std::string_view value) {
            read<extract::Extraction>(key, value);
            return true;
        });
    }

    // --- What was imported

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

    const Rows& rows_;
    const std::function<void(std::uint64_t)>& progress_;
    CheckReport report_;
    Totals totals_;
    std::uint64_t told_actors_ = 0;
    std::uint64_t only_imported_ = 0;
    const Imports* imports_ = nullptr;
    std::set<graph::ActorNumber> imported_;
    std::optional<graph::ActorNumber> strands_of_vertex_;
    std::optional<graph::ActorNumber> day_vertex_;
    std::set<std::tuple<ImportNumber, std::uint32_t, std::uint8_t>> day_seen_;
};

}  // namespace

CheckReport check(const std::filesystem::path& folder, const std::function<void(std::uint64_t)>& progress) {
    const std::unique_ptr<Rows> rows = Rows::open_to_read(folder);
    return Check(*rows, progress).run();
}

}  // namespace entente::store
