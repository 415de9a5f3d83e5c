#include "store/check.hpp"

#include "store/check_imports.hpp"
#include "store/coding.hpp"
#include "store/index_rows.hpp"
#include "store/inspection.hpp"
#include "store/keys.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace entente::store {

namespace {

class Check : private Inspection {
 public:
    Check(const Rows& rows, const std::function<void(std::uint64_t)>& progress, CheckReport& report)
        : Inspection(rows, progress, report) {}

    void run() {
        guarded("the files", [&] { rows_.verify(); });
        guarded("what articles tell", [&] { told(); });
        guarded("the books", [&] { books(); });
        guarded("the texts", [&] { texts(); });
        check_imports(rows_, totals_, told_actors_, progress_, report_);
    }

 private:
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

    Totals totals_;
    std::uint64_t told_actors_ = 0;
};

}  // namespace

CheckReport check(const std::filesystem::path& folder, const std::function<void(std::uint64_t)>& progress) {
    const std::unique_ptr<Rows> rows = Rows::open_to_read(folder);
    CheckReport report;
    Check(*rows, progress, report).run();
    return report;
}

}  // namespace entente::store
