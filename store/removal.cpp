#include "store/removal.hpp"

#include "store/coding.hpp"
#include "store/imports.hpp"
#include "store/keys.hpp"
#include "store/rows.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace entente::store {

namespace {

class Removal {
 public:
    Removal(const Rows& rows, const std::string& dataset) : rows_(rows), imports_(rows) {
        for (const auto& [number, record] : imports_.records()) {
            if (record.dataset == dataset) {
                gone_.insert(number);
                events_ += record.events + record.untyped;
            } else {
                stays_ += record.new_actors;
            }
        }
        const auto& names = imports_.datasets();
        dataset_ = static_cast<std::uint32_t>(std::ranges::find(names, dataset) - names.begin());
    }

    [[nodiscard]] std::uint64_t events() const { return events_; }
    [[nodiscard]] bool nothing() const { return gone_.empty(); }

    Batch work_out() {
        drop_rows();
        drop_names();
        count_neighbours();
        Totals totals = stored_totals(rows_);
        // The counts of the imports that stay are as they are; what they do not count, articles do.
        totals.counts.actors = actors_ - stays_;
        ++totals.counts.epoch;
        batch_.put(Family::graph, keys::totals(), encode(totals));
        return std::move(batch_);
    }

 private:
    void drop_rows() {
        rows_.scan(Family::imports, "", [&](std::string_view key, std::string_view) {
            const auto import = import_keys::import_of(key);
            if (import && gone_.contains(*import)) batch_.erase(Family::imports, std::string(key));
            return true;
        });
        const std::string names = import_keys::names_from("");
        rows_.scan(Family::imports, names, [&](std::string_view key, std::string_view) {
            Cursor source(key.substr(key.size() - std::min<std::size_t>(key.size(), 2)));
            const std::uint32_t high = source.byte();
            if ((high << 8U | source.byte()) == dataset_) batch_.erase(Family::imports, std::string(key));
            return true;
        });
    }

    void drop_names() {
        rows_.scan(Family::imports, import_keys::chunks(), [&](std::string_view key, std::string_view value) {
            std::vector<NamedActor> chunk;
            if (!read_names(value, chunk)) damaged(rows_, key);
            for (NamedActor& actor : chunk) {
                std::erase_if(actor.by, [&](const NamedBy& by) { return by.source == dataset_; });
                if (!actor.by.empty() && !lives_in_articles(actor.id)) ++actors_;
            }
            std::erase_if(chunk, [](const NamedActor& actor) { return actor.by.empty(); });
            if (chunk.empty()) {
                batch_.erase(Family::imports, std::string(key));
            } else {
                batch_.put(Family::imports, std::string(key), packed_names(chunk));
            }
            return true;
        });
        rows_.scan(Family::graph, keys::numbers(), [&](std::string_view key, std::string_view value) {
            if (decoded<Numbered>(rows_, key, value).live) ++actors_;
            return true;
        });
    }

    [[nodiscard]] bool lives_in_articles(const graph::ActorId& id) const {
        const auto numbered = stored<Numbered>(rows_, Family::graph, keys::number_of(id));
        return numbered && numbered->live;
    }

    // Of hubs, once more: only they are kept.
    void count_neighbours() {
        std::map<std::uint32_t, std::uint32_t> hubs;
        rows_.scan(Family::imports, import_keys::degrees(), [&](std::string_view key, std::string_view) {
            Cursor cursor(key.substr(1));
            const std::uint32_t degree = degree_of(cursor.big32());
            if (degree > graph::least_hub_degree) {
                batch_.put(Family::imports, std::string(key), encode_count(degree));
                ++hubs[degree];
            } else {
                batch_.erase(Family::imports, std::string(key));
            }
            return true;
        });
        std::string value;
        for (const auto& [degree, vertices] : hubs) {
            append_varint(value, degree);
            append_varint(value, vertices);
        }
        batch_.put(Family::imports, import_keys::hubs(), value);
    }

    [[nodiscard]] std::uint32_t degree_of(graph::ActorNumber vertex) const {
        std::set<graph::ActorNumber> others;
        rows_.scan(Family::imports, import_keys::strands(vertex),
                   [&](std::string_view key, std::string_view value) {
                       const auto read = sound(import_keys::read_strands_key(key), rows_, key);
                       if (gone_.contains(read.import)) return true;
                       PackedStrands strands;
                       if (!read_strands(value, strands)) damaged(rows_, key);
                       for (const PackedStrand& strand : strands.out) others.insert(strand.other);
                       for (const PackedStrand& strand : strands.in) others.insert(strand.other);
                       return true;
                   });
        return static_cast<std::uint32_t>(others.size());
    }

    const Rows& rows_;
    const Imports imports_;
    std::set<ImportNumber> gone_;
    std::uint32_t dataset_ = 0;
    std::uint64_t events_ = 0;
    std::uint64_t stays_ = 0;   // actors that the imports which stay count as new
    std::uint64_t actors_ = 0;  // that are left
    Batch batch_;
};

}  // namespace

std::uint64_t remove_dataset(const std::filesystem::path& store, const std::string& dataset) {
    const auto rows = Rows::open_to_write(store);
    Removal removal(*rows, dataset);
    if (removal.nothing()) return 0;
    rows->write(removal.work_out(), Durability::machine);
    return removal.events();
}

}  // namespace entente::store
