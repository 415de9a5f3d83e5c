// How an import becomes sorted files.
//
// Each row becomes a record of 32 bytes: vertex, list, date and type in one number, content and file in
// another (import_records.hpp), so that sorting compares numbers. Three passes over the sorted records write
// what is long (import_passes.hpp). Names, kinds and counts come last, in one small file that is taken in
// together with the long ones.
#include "store/import.hpp"

#include "store/coding.hpp"
#include "store/import_actors.hpp"
#include "store/import_passes.hpp"
#include "store/imports.hpp"
#include "store/rows.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace entente::store {

namespace fs = std::filesystem;

struct Import::Impl {
    Impl(const fs::path& where, ImportOptions given)
        : options(std::move(given)),
          rows(Rows::open_to_write(where)),
          before(*rows),
          totals(stored_totals(*rows)),
          number(next_number(where)),
          folder(prepared(*rows)),
          actors(*rows, before, totals),
          passes({.rows = *rows,
                  .before = before,
                  .kinds = kinds,
                  .dataset = options.dataset,
                  .import = number,
                  .first_new_number = totals.next_number,
                  .folder = folder},
                 options.memory_bytes) {
        kinds = before.kinds();
        for (std::size_t i = 0; i < kinds.size(); ++i) kind_numbers[kinds[i]] = static_cast<std::uint32_t>(i);
        datasets = before.datasets();
        const auto known = std::ranges::find(datasets, options.dataset);
        dataset = static_cast<std::uint32_t>(known - datasets.begin());
        if (known == datasets.end()) datasets.push_back(options.dataset);
        dataset_hash = hash_of(options.dataset);
    }

    [[nodiscard]] ImportNumber next_number(const fs::path& where) const {
        if (before.none()) return 0;
        const ImportNumber last = before.records().rbegin()->first;
        if (last == std::numeric_limits<ImportNumber>::max()) {
            throw StoreError(
                StoreError::Kind::failed,
                fmt::format(
                    "{} has taken in 65,536 imports, and that is all it can; import into a new store, "
                    "many files at a time",
                    where.string()));
        }
        return static_cast<ImportNumber>(last + 1);
    }

    static fs::path prepared(const Rows& rows) {
        const fs::path folder = rows.loading_folder();
        std::error_code error;
        fs::remove_all(folder, error);
        fs::create_directories(folder, error);
        if (error) refuse_temporary(folder, error.value());
        return folder;
    }

    // --- Rows

    [[nodiscard]] std::uint64_t content(const ImportEvent& event, std::uint32_t date) const {
        std::array<std::uint64_t, 5> parts = {
            dataset_hash, event.source == no_actor ? 1 : actors.hash(event.source),
            event.target == no_actor ? 2 : actors.hash(event.target), kind_hashes[event.kind],
            static_cast<std::uint64_t>(date) << 32U};
        std::uint64_t hash = XXH3_64bits(parts.data(), sizeof parts);
        if (!event.id.empty()) {
            hash = hash_of(event.id, hash);
        } else if (!event.text.empty() || !event.url.empty()) {
            hash = hash_of(event.url, hash_of(event.text, hash));
        }
        return hash & stored_id_mask;
    }

    void add(const ImportEvent& event, std::optional<graph::EventId> id) {
        ++summary.rows;
        const std::uint32_t date = date_code(event.date);
        const std::uint8_t type = kinds[event.kind].type;
        const bool acts = event.source != no_actor;
        const bool receives = event.target != no_actor;
        // No event joins an actor with itself: it has one party then.
        const bool pair = acts && receives && event.source != event.target;
        const ListKind list = type == untyped_kind ? ListKind::untyped
                              : pair               ? ListKind::out
                              : acts               ? ListKind::alone
                                                   : ListKind::alone_receiving;
        if (acts) actors.use(event.source);
        if (receives) actors.use(event.target);
        const graph::ActorNumber vertex = actors.number(acts ? event.source : event.target);
        Primary record;
        record.place = place_of(vertex, list, date, type == untyped_kind ? 0 : type);
        std::uint32_t file = std::min(event.file, most_files);
        if (id || !event.id.empty()) file |= has_own_id;
        record.content = (id ? *id & stored_id_mask : content(event, date)) << 24U | file;
        record.other = pair ? actors.number(event.target) : no_other;
        record.reports = event.reports;
        record.kind = static_cast<std::uint16_t>(event.kind);
        record.sources = static_cast<std::uint16_t>(std::min<std::uint32_t>(event.sources, 0xFFFFU));
        if (!event.id.empty() || !event.place.empty() || !event.url.empty() || !event.text.empty()) {
            record.row = passes.kept().keep(event.id, event.place, event.url, event.text);
        }
        passes.add(record);
    }

    // --- What is small

    void put_degrees(Batch& batch) {
        std::map<graph::ActorNumber, std::uint32_t> all;
        const std::string prefix = import_keys::degrees();
        rows->scan(Family::imports, prefix, [&](std::string_view key, std::string_view value) {
            Cursor cursor(key.substr(1));
            all[cursor.big32()] = sound(decode_count(value), *rows, key);
            return true;
        });
        for (const auto& [vertex, degree] : passes.degrees()) {
            all[vertex] = degree;
            batch.put(Family::imports, import_keys::degree(vertex), encode_count(degree));
        }
        std::map<std::uint32_t, std::uint32_t> histogram;
        for (const auto& [vertex, degree] : all) ++histogram[degree];
        std::string value;
        for (const auto& [degree, vertices] : histogram) {
            append_varint(value, degree);
            append_varint(value, vertices);
        }
        batch.put(Family::imports, import_keys::hubs(), value);
    }

    void take_in() {
        Batch batch;
        ImportRecord brought = passes.brought();
        brought.new_actors = actors.put_names(dataset, batch);
        brought.dataset = options.dataset;
        brought.format = options.format;
        put_degrees(batch);
        batch.put(Family::imports, import_keys::kinds(), packed_kinds(kinds));
        std::string names;
        for (const std::string& name : datasets) append_string(names, name);
        batch.put(Family::imports, import_keys::datasets(), names);
        batch.put(Family::imports, import_keys::record(number), packed_record(brought));
        ++totals.counts.epoch;
        batch.put(Family::graph, keys::totals(), encode(totals));
        rows->ingest(Family::imports, passes.files(), batch);
        summary.actors = brought.new_actors;
    }

    ImportSummary finish(const std::function<void(double)>& progress) {
        const auto tell = [&progress](double part) {
            if (progress) progress(part);
        };
        passes.run(tell);
        summary.events = passes.brought().events;
        summary.untyped = passes.brought().untyped;
        summary.known = passes.known();
        if (summary.events + summary.untyped > 0) {
            tell(0.95);
            take_in();
        }
        tell(1);
        return summary;
    }

    ImportOptions options;
    std::unique_ptr<Rows> rows;
    Imports before;
    Totals totals;
    ImportNumber number;
    fs::path folder;

    std::vector<ImportKind> kinds;
    std::map<ImportKind, std::uint32_t> kind_numbers;
    std::vector<std::uint64_t> kind_hashes;
    std::vector<std::string> datasets;
    std::uint32_t dataset = 0;
    std::uint64_t dataset_hash = 0;

    ImportActors actors;
    ImportPasses passes;
    ImportSummary summary;
};

Import::Import(const fs::path& folder, ImportOptions options)
    : impl_(std::make_unique<Impl>(folder, std::move(options))) {}

Import::~Import() {
    std::error_code left;
    fs::remove_all(impl_->folder, left);
}

ImportActorHandle Import::actor(std::string_view written) const {
    return impl_->actors.find(written);
}

ImportActorHandle Import::add_actor(std::string_view written, std::string_view shown, ImportActor actor) {
    return impl_->actors.add(written, shown, std::move(actor));
}

void Import::add_alias(ImportActorHandle actor, std::string_view folded) {
    impl_->actors.add_alias(actor, folded);
}

ImportKindHandle Import::kind(const ImportEventKind& given) {
    ImportKind kind;
    kind.type = given.type ? static_cast<std::uint8_t>(*given.type) : untyped_kind;
    kind.status = given.status;
    kind.score_tenths = given.score_tenths;
    kind.mode = given.mode;
    kind.cameo = given.cameo;
    kind.label = given.label;
    kind.contexts = given.contexts;
    kind.dataset = impl_->options.dataset;
    const auto number = static_cast<std::uint32_t>(impl_->kinds.size());
    const auto [row, is_new] = impl_->kind_numbers.try_emplace(kind, number);
    if (is_new) {
        if (number >= std::numeric_limits<std::uint16_t>::max()) {
            throw StoreError(
                StoreError::Kind::failed,
                "the store has 65,535 kinds of events, and that is all it can; is the column of types really "
                "one of types? nothing was imported");
        }
        impl_->kinds.push_back(kind);
    }
    for (std::size_t i = impl_->kind_hashes.size(); i < impl_->kinds.size(); ++i) {
        impl_->kind_hashes.push_back(hash_of(packed_kinds({impl_->kinds[i]})));
    }
    return row->second;
}

void Import::add(const ImportEvent& event) {
    impl_->add(event, std::nullopt);
}

void Import::add_as_it_was(const ImportEvent& event, graph::EventId id) {
    impl_->add(event, id);
}

ImportSummary Import::finish(const std::function<void(double)>& progress) {
    return impl_->finish(progress);
}

graph::Counts Import::counts_before() const {
    graph::Counts counts = stored_totals(*impl_->rows).counts;
    impl_->before.count(counts);
    return counts;
}

graph::Counts Import::counts_now() const {
    graph::Counts counts = stored_totals(*impl_->rows).counts;
    Imports(*impl_->rows).count(counts);
    return counts;
}

}  // namespace entente::store
