// How an import becomes sorted files.
//
// Each row becomes a record of 32 bytes: vertex, list, date and type in one number, content and file in
// another, so that sorting compares numbers. Pass one walks the records in that order: rows that are there
// already fall out, the rest become the primary lists, and what the other passes need is sorted anew on the
// way. Pass two walks the other ends: lists of what a vertex receives, and with the sums of pass one put
// beside it, the strands of every vertex. Pass three writes the days. Names, kinds and counts come last, in
// one small file that is taken in together with the long ones.
#include "store/import.hpp"

#include "store/coding.hpp"
#include "store/external_sort.hpp"
#include "store/imports.hpp"
#include "store/interner.hpp"
#include "store/rows.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <map>
#include <set>
#include <unordered_set>

#include <fmt/format.h>

namespace entente::store {

namespace fs = std::filesystem;
using import_keys::ListKey;
using import_keys::Side;

namespace {

constexpr std::size_t most_in_list = 512;
constexpr std::size_t most_with_rows = 64;  // so that one row is not unpacked with half a mebibyte of others
constexpr std::uint64_t largest_file_bytes = std::uint64_t{256} << 20U;

// place: 32 bits vertex, 2 list, 22 date, 4 type. content: 40 bits of hash, 24 of file.
struct Primary {
    std::uint64_t place = 0;
    std::uint64_t content = 0;
    std::uint32_t other = 0;
    std::uint32_t reports = 0;
    std::uint16_t kind = 0;
    std::uint16_t sources = 0;
    std::uint32_t row = 0;  // 1 more than its number among the kept rows; 0 none kept
};
constexpr std::uint32_t has_own_id = 1U << 23U;  // in the file bits: told apart by its id, never counted
constexpr std::uint32_t most_files = has_own_id - 1;

std::uint64_t place_of(graph::ActorNumber vertex, ListKind list, std::uint32_t date, std::uint8_t type) {
    return static_cast<std::uint64_t>(vertex) << 28U | static_cast<std::uint64_t>(list) << 26U |
           static_cast<std::uint64_t>(date) << 4U | (type & 0x0FU);
}
graph::ActorNumber vertex_of(std::uint64_t place) {
    return static_cast<graph::ActorNumber>(place >> 28U);
}
ListKind list_of(std::uint64_t place) {
    return static_cast<ListKind>((place >> 26U) & 0x03U);
}
std::uint32_t date_of(std::uint64_t place) {
    return static_cast<std::uint32_t>((place >> 4U) & 0x3FFFFFU);
}
std::uint64_t content_of(const Primary& record) {
    return record.content >> 24U;
}
std::uint32_t file_of(const Primary& record) {
    return static_cast<std::uint32_t>(record.content & 0xFFFFFFU);
}

struct PrimaryLess {
    bool operator()(const Primary& a, const Primary& b) const {
        if (a.place != b.place) return a.place < b.place;
        if (a.content != b.content) return a.content < b.content;
        // Equal to here is the same event; which row stays must not depend on the order of rows.
        return std::tuple(a.other, a.kind, a.reports, a.sources) <
               std::tuple(b.other, b.kind, b.reports, b.sources);
    }
};

// place: 32 bits vertex, 22 date, 4 type.
struct Received {
    std::uint64_t place = 0;
    std::uint64_t content = 0;
    std::uint32_t other = 0;
    std::uint32_t reports = 0;
    std::uint16_t kind = 0;
    std::uint16_t sources = 0;
};
struct ReceivedLess {
    bool operator()(const Received& a, const Received& b) const {
        return std::tuple(a.place, a.content, a.other) < std::tuple(b.place, b.content, b.other);
    }
};

// 22 bits date, 4 type, 32 vertex.
using DayEntry = std::uint64_t;

std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) {
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) {
    const std::array<std::uint64_t, 2> both = {hash, more};
    return XXH3_64bits(both.data(), sizeof both);
}

graph::ActorId id_of_folded(std::string folded) {
    std::ranges::replace(folded, ' ', '-');
    return folded;
}

// A long sorted run of rows, in files of a fair size.
class Run {
 public:
    Run(fs::path folder, std::string name) : folder_(std::move(folder)), name_(std::move(name)) {}

    void put(std::string_view key, std::string_view value) {
        if (!file_ || file_->bytes() > largest_file_bytes) {
            finish();
            files_.push_back(folder_ / fmt::format("{}-{}.sst", name_, files_.size()));
            file_ = std::make_unique<SortedFile>(Family::imports, files_.back());
        }
        file_->put(key, value);
    }

    void finish() {
        if (file_) file_->finish();
        file_.reset();
    }

    [[nodiscard]] const std::vector<fs::path>& files() const { return files_; }

 private:
    fs::path folder_;
    std::string name_;
    std::vector<fs::path> files_;
    std::unique_ptr<SortedFile> file_;
};

// Bytes put down in order and read back in order, or here and there; gone with the object.
class Spool {
 public:
    explicit Spool(fs::path path) : path_(std::move(path)), file_(std::fopen(path_.c_str(), "wb+")) {
        if (file_ == nullptr) refuse_temporary(path_, errno);
        std::remove(path_.c_str());
    }
    ~Spool() { std::fclose(file_); }
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    std::uint64_t append(const void* bytes, std::size_t size) {
        if (size > 0 && std::fwrite(bytes, size, 1, file_) != 1) refuse_temporary(path_, errno);
        const std::uint64_t begin = size_;
        size_ += size;
        return begin;
    }
    void rewind() {
        if (std::fflush(file_) != 0) refuse_temporary(path_, errno);
        std::rewind(file_);
    }
    bool read(void* bytes, std::size_t size) {
        if (size == 0 || std::fread(bytes, size, 1, file_) == 1) return true;
        if (std::ferror(file_) != 0) refuse_temporary(path_, errno);
        return false;
    }
    void read_at(std::uint64_t at, std::string& bytes) {
        if (std::fseek(file_, static_cast<long>(at), SEEK_SET) != 0 || !read(bytes.data(), bytes.size()))
            refuse_temporary(path_, errno);
    }

 private:
    fs::path path_;
    std::FILE* file_;
    std::uint64_t size_ = 0;
};

// One edge on the way to a strand.
struct Single {
    std::uint32_t other = 0;
    std::uint8_t type = 0;
    graph::Status status = graph::Status::reported;
    std::uint32_t date = 0;
    std::uint32_t reports = 0;
    std::uint32_t sources = 0;
};

std::vector<PackedStrand> summed(std::vector<Single>& singles) {
    std::ranges::sort(singles, [](const Single& a, const Single& b) {
        return std::tuple(a.other, a.type, a.status, a.date) < std::tuple(b.other, b.type, b.status, b.date);
    });
    std::vector<PackedStrand> strands;
    for (const Single& single : singles) {
        if (strands.empty() || strands.back().other != single.other || strands.back().type != single.type ||
            strands.back().status != single.status) {
            PackedStrand& begun = strands.emplace_back();
            begun.other = single.other;
            begun.type = single.type;
            begun.status = single.status;
        }
        PackedStrand& strand = strands.back();
        ++strand.edges;
        strand.reports += single.reports;
        strand.sources += single.sources;
        if (single.date == 0) {
            ++strand.undated;
        } else {
            if (strand.first == 0) strand.first = single.date;
            strand.last = single.date;
        }
    }
    return strands;
}

std::uint32_t distinct_others(const PackedStrands& strands) {
    std::uint32_t degree = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < strands.out.size() || j < strands.in.size()) {
        std::uint32_t next = no_other;
        if (i < strands.out.size()) next = strands.out[i].other;
        if (j < strands.in.size()) next = std::min(next, strands.in[j].other);
        while (i < strands.out.size() && strands.out[i].other == next) ++i;
        while (j < strands.in.size() && strands.in[j].other == next) ++j;
        ++degree;
    }
    return degree;
}

}  // namespace

struct Import::Impl {
    struct Local {
        graph::ActorNumber number = 0;
        ImportActor said;
        std::set<std::string> aliases;  // folded, other than the name's own
        bool used = false;
    };

    Impl(const fs::path& where, ImportOptions given)
        : options(std::move(given)),
          rows(Rows::open_to_write(where)),
          before(*rows),
          totals(stored_totals(*rows)),
          folder(prepared(*rows)),
          primary(folder, "primary", options.memory_bytes / 2),
          received(folder, "received", options.memory_bytes / 3),
          days(folder, "days", options.memory_bytes / 8) {
        kinds = before.kinds();
        for (std::size_t i = 0; i < kinds.size(); ++i) kind_numbers[kinds[i]] = static_cast<std::uint32_t>(i);
        datasets = before.datasets();
        const auto known = std::ranges::find(datasets, options.dataset);
        dataset = static_cast<std::uint32_t>(known - datasets.begin());
        if (known == datasets.end()) datasets.push_back(options.dataset);
        dataset_hash = hash_of(options.dataset);
        first_new_number = totals.next_number;
        for (const auto& [number, earlier] : before.records()) {
            import = static_cast<ImportNumber>(number + 1);
            imported_before = imported_before || earlier.dataset == options.dataset;
        }
        if (!before.none() && before.records().rbegin()->first == std::numeric_limits<ImportNumber>::max()) {
            throw StoreError(
                StoreError::Kind::failed,
                fmt::format(
                    "{} has taken in 65,536 imports, and that is all it can; import into a new store, "
                    "many files at a time",
                    where.string()));
        }
        empty = totals.next_number == 0;
    }

    static fs::path prepared(const Rows& rows) {
        const fs::path folder = rows.loading_folder();
        std::error_code error;
        fs::remove_all(folder, error);
        fs::create_directories(folder, error);
        if (error) refuse_temporary(folder, error.value());
        return folder;
    }

    // --- Actors

    graph::ActorNumber number_of(const graph::ActorId& id) {
        if (!empty) {
            if (const auto known = stored<Numbered>(*rows, Family::graph, keys::number_of(id)))
                return known->number;
            if (const auto imported = before.number(id)) return *imported;
        }
        return totals.next_number++;
    }

    static void join(ImportActor& said, const ImportActor& more) {
        said.name = std::max(said.name, more.name);
        said.type = std::min(said.type, more.type);
        if (said.country.empty() || (!more.country.empty() && more.country < said.country))
            said.country = more.country;
        for (const std::string& sector : more.sectors) {
            const auto place = std::ranges::lower_bound(said.sectors, sector);
            if (place == said.sectors.end() || *place != sector) said.sectors.insert(place, sector);
        }
    }

    ImportActorHandle add_actor(std::string_view written, std::string_view shown, ImportActor actor) {
        std::string folded = graph::fold_name(actor.name);
        if (folded.empty()) return no_actor;
        const std::uint32_t local = ids.intern(folded);
        if (local == locals.size()) {
            Local& made = locals.emplace_back();
            made.number = number_of(id_of_folded(folded));
            std::ranges::sort(actor.sectors);
            const auto [last, end] = std::ranges::unique(actor.sectors);
            actor.sectors.erase(last, end);
            made.said = std::move(actor);
            hashes.push_back(hash_of(folded));
        } else {
            join(locals[local].said, actor);
        }
        const std::string alias = shown == locals[local].said.name ? folded : graph::fold_name(shown);
        if (!alias.empty() && alias != folded) locals[local].aliases.insert(alias);
        const std::uint32_t number = spellings.intern(written);
        if (number == local_of_spelling.size()) local_of_spelling.push_back(local);
        return local_of_spelling[number];
    }

    // --- Rows

    std::uint64_t content(const ImportEvent& event, std::uint32_t date) const {
        std::array<std::uint64_t, 5> parts = {
            dataset_hash, event.source == no_actor ? 1 : hashes[event.source],
            event.target == no_actor ? 2 : hashes[event.target], kind_hashes[event.kind],
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
        Local& first = locals[acts ? event.source : event.target];
        first.used = true;
        if (receives) locals[event.target].used = true;
        Primary record;
        record.place = place_of(first.number, list, date, type == untyped_kind ? 0 : type);
        std::uint32_t file = std::min(event.file, most_files);
        if (id || !event.id.empty()) file |= has_own_id;
        record.content = (id ? *id & stored_id_mask : content(event, date)) << 24U | file;
        record.other = pair ? locals[event.target].number : no_other;
        record.reports = event.reports;
        record.kind = static_cast<std::uint16_t>(event.kind);
        record.sources = static_cast<std::uint16_t>(std::min<std::uint32_t>(event.sources, 0xFFFFU));
        if (!event.id.empty() || !event.place.empty() || !event.url.empty() || !event.text.empty()) {
            record.row = keep_row(event);
        }
        primary.add(record);
    }

    std::uint32_t keep_row(const ImportEvent& event) {
        if (!row_bytes) row_bytes = std::make_unique<Spool>(folder / "rows");
        if (!row_ends) row_ends = std::make_unique<Spool>(folder / "row-ends");
        std::string bytes;
        for (const std::string_view field : {event.id, event.place, event.url, event.text})
            append_string(bytes, field);
        row_bytes->append(bytes.data(), bytes.size());
        kept_row_bytes += bytes.size();
        row_ends->append(&kept_row_bytes, sizeof kept_row_bytes);
        return ++kept_rows;
    }

    graph::ImportedRow kept_row(std::uint32_t number) {
        graph::ImportedRow row;
        if (number == 0) return row;
        std::string ends(2 * sizeof(std::uint64_t), '\0');
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        if (number == 1) {
            ends.resize(sizeof(std::uint64_t));
            row_ends->read_at(0, ends);
            std::memcpy(&end, ends.data(), sizeof end);
        } else {
            row_ends->read_at(std::uint64_t{number - 2} * sizeof(std::uint64_t), ends);
            std::memcpy(&begin, ends.data(), sizeof begin);
            std::memcpy(&end, ends.data() + sizeof begin, sizeof end);
        }
        std::string bytes(end - begin, '\0');
        row_bytes->read_at(begin, bytes);
        Cursor cursor(bytes);
        row.id = cursor.string();
        row.place = cursor.string();
        row.url = cursor.string();
        row.text = cursor.string();
        return row;
    }

    // --- Pass one: primary lists

    struct Fresh {  // an event that stays, of the date at hand
        std::uint64_t id = 0;
        Primary record;
    };

    void walk_primary() {
        run_primary = std::make_unique<Run>(folder, "o");
        run_rows = std::make_unique<Run>(folder, "x");
        out_strands = std::make_unique<Spool>(folder / "strands");
        std::uint64_t done = 0;
        const std::uint64_t all = std::max<std::uint64_t>(primary.size(), 1);
        std::vector<Primary> alike;  // one vertex, list and date: that is where rows may be alike
        primary.drain([&](const Primary& record) {
            if (!alike.empty() && (alike.front().place ^ record.place) >> 4U != 0) take_date(alike);
            alike.push_back(record);
            if (++done % 65536 == 0) tell(0.6 * static_cast<double>(done) / static_cast<double>(all));
        });
        if (!alike.empty()) take_date(alike);
        end_list();
        end_vertex();
        run_primary->finish();
        run_rows->finish();
    }

    void take_date(std::vector<Primary>& alike) {
        const std::uint64_t place = alike.front().place;
        const graph::ActorNumber vertex = vertex_of(place);
        if (!at_vertex || *at_vertex != vertex) {
            end_list();
            end_vertex();
            begin_vertex(vertex);
        } else if (at_list != list_of(place)) {
            end_list();
        }
        at_list = list_of(place);
        std::vector<Fresh>& fresh = fresh_;
        fresh.clear();
        for (std::size_t i = 0; i < alike.size();) {
            std::size_t end = i;
            while (end < alike.size() && alike[end].place == alike[i].place &&
                   content_of(alike[end]) == content_of(alike[i])) {
                ++end;
            }
            take_alike(std::span(alike).subspan(i, end - i), fresh);
            i = end;
        }
        std::ranges::sort(fresh, {}, &Fresh::id);
        std::uint8_t last_type = 0xFF;
        for (const Fresh& event : fresh) {
            take_event(event);
            const auto type = static_cast<std::uint8_t>(event.record.place & 0x0FU);
            if (at_list != ListKind::untyped && type != last_type) {
                days.add(static_cast<std::uint64_t>(date_of(place)) << 36U |
                         static_cast<std::uint64_t>(type) << 32U | vertex);
                last_type = type;
            }
        }
        alike.clear();
    }

    // Rows of one content: as many events as the file that has most of them tells; with an id of their own
    // one.
    void take_alike(std::span<const Primary> rows_alike, std::vector<Fresh>& fresh) {
        std::size_t most = 0;
        for (std::size_t i = 0; i < rows_alike.size();) {
            const std::uint32_t file = file_of(rows_alike[i]);
            std::size_t end = i;
            while (end < rows_alike.size() && file_of(rows_alike[end]) == file) ++end;
            most = std::max(most, (file & has_own_id) != 0 ? 1 : end - i);
            i = end;
        }
        const Primary& first = rows_alike.front();
        std::uint64_t kept = 0;
        for (std::size_t turn = 0; turn < most; ++turn) {
            const std::uint64_t content =
                (turn == 0 ? content_of(first) : mixed(content_of(first), turn)) & stored_id_mask;
            const std::uint64_t id = import_event_id(date_of(first.place),
                                                     static_cast<std::uint8_t>(first.place & 0x0FU), content);
            if (known_ids.contains(id)) continue;
            Fresh& event = fresh.emplace_back();
            event.id = id;
            event.record = rows_alike[std::min(turn, rows_alike.size() - 1)];
            ++kept;
        }
        summary.known += rows_alike.size() - kept;
    }

    void begin_vertex(graph::ActorNumber vertex) {
        at_vertex = vertex;
        known_ids.clear();
        if (!imported_before || vertex >= first_new_number) return;
        std::vector<PackedEvent> list;
        rows->scan(
            Family::imports, import_keys::lists(Side::primary, vertex),
            [&](std::string_view key, std::string_view value) {
                const auto read = sound(import_keys::read_list_key(key), *rows, key);
                if (before.records().at(read.import).dataset != options.dataset) return true;
                list.clear();
                if (!read_list(value, list)) damaged(*rows, key);
                for (const PackedEvent& event : list) {
                    const std::uint8_t type = kinds[event.kind].type;
                    known_ids.insert(import_event_id(event.date, type == untyped_kind ? 0 : type, event.id));
                }
                return true;
            });
    }

    void take_event(const Fresh& event) {
        PackedEvent packed;
        packed.date = date_of(event.record.place);
        packed.kind = event.record.kind;
        packed.other = event.record.other;
        packed.id = event.id;
        packed.reports = event.record.reports;
        packed.sources = event.record.sources;
        list_.push_back(packed);
        if (kept_rows > 0) list_rows_.push_back(event.record.row);
        count(packed);
        if (at_list == ListKind::out) {
            const ImportKind& kind = kinds[packed.kind];
            singles_.push_back(
                {packed.other, kind.type, kind.status, packed.date, packed.reports, packed.sources});
            Received in;
            in.place = static_cast<std::uint64_t>(packed.other) << 26U |
                       static_cast<std::uint64_t>(packed.date) << 4U | (kind.type & 0x0FU);
            in.content = packed.id & stored_id_mask;
            in.other = *at_vertex;
            in.reports = packed.reports;
            in.kind = event.record.kind;
            in.sources = event.record.sources;
            received.add(in);
        }
        if (list_.size() == (kept_rows > 0 ? most_with_rows : most_in_list)) write_list();
    }

    void count(const PackedEvent& event) {
        const ImportKind& kind = kinds[event.kind];
        if (at_list == ListKind::untyped) {
            ++brought.untyped;
            return;
        }
        ++brought.events;
        ++brought.by_type[kind.type];
        ++brought.by_status[static_cast<std::size_t>(kind.status)];
        brought.reports += event.reports;
        if (at_list == ListKind::out) {
            ++brought.edges;
        } else {
            ++brought.alone;
        }
        if (event.date == 0) {
            ++brought.undated;
        } else {
            if (brought.first == 0 || event.date < brought.first) brought.first = event.date;
            brought.last = std::max(brought.last, event.date);
        }
    }

    void write_list() {
        if (list_.empty()) return;
        ListKey key;
        key.vertex = *at_vertex;
        key.list = at_list;
        key.last_date = list_.back().date;
        key.import = import;
        key.turn = last_key_ && last_key_->vertex == key.vertex && last_key_->list == key.list &&
                           last_key_->last_date == key.last_date
                       ? static_cast<std::uint16_t>(last_key_->turn + 1)
                       : 0;
        if (last_key_ && key.turn == 0 && last_key_->turn == std::numeric_limits<std::uint16_t>::max())
            too_many();
        last_key_ = key;
        run_primary->put(import_keys::list(key), packed_list(list_));
        if (!list_rows_.empty()) {
            std::vector<graph::ImportedRow> kept;
            kept.reserve(list_rows_.size());
            for (const std::uint32_t row : list_rows_) kept.push_back(kept_row(row));
            run_rows->put(import_keys::rows(key), packed_rows(kept));
        }
        list_.clear();
        list_rows_.clear();
    }

    [[noreturn]] void too_many() const {
        throw StoreError(
            StoreError::Kind::failed,
            "one actor has more than thirty million events of one date; nothing was imported: split the "
            "input by date");
    }

    void end_list() { write_list(); }

    void end_vertex() {
        if (!at_vertex || singles_.empty()) return;
        const std::vector<PackedStrand> strands = summed(singles_);
        const std::array<std::uint32_t, 2> head = {*at_vertex, static_cast<std::uint32_t>(strands.size())};
        out_strands->append(head.data(), sizeof head);
        out_strands->append(strands.data(), strands.size() * sizeof(PackedStrand));
        singles_.clear();
    }

    // --- Pass two: what vertices receive, and strands

    void walk_received() {
        static_assert(std::is_trivially_copyable_v<PackedStrand>);
        run_received = std::make_unique<Run>(folder, "b");
        run_strands = std::make_unique<Run>(folder, "s");
        out_strands->rewind();
        next_out_strands();
        std::uint64_t done = 0;
        const std::uint64_t all = std::max<std::uint64_t>(received.size(), 1);
        std::optional<graph::ActorNumber> vertex;
        last_key_.reset();
        received.drain([&](const Received& in) {
            const auto target = static_cast<graph::ActorNumber>(in.place >> 26U);
            if (!vertex || *vertex != target) {
                if (vertex) end_receiver(*vertex);
                vertex = target;
            }
            PackedEvent packed;
            packed.date = static_cast<std::uint32_t>((in.place >> 4U) & 0x3FFFFFU);
            packed.kind = in.kind;
            packed.other = in.other;
            packed.id = in.content;
            packed.reports = in.reports;
            packed.sources = in.sources;
            list_.push_back(packed);
            const ImportKind& kind = kinds[in.kind];
            singles_.push_back(
                {in.other, kind.type, kind.status, packed.date, packed.reports, packed.sources});
            if (list_.size() == most_in_list) write_received(target);
            if (++done % 65536 == 0) tell(0.6 + 0.3 * static_cast<double>(done) / static_cast<double>(all));
        });
        if (vertex) end_receiver(*vertex);
        while (out_vertex_) take_strands(*out_vertex_, {});
        run_received->finish();
        run_strands->finish();
    }

    void write_received(graph::ActorNumber vertex) {
        if (list_.empty()) return;
        ListKey key;
        key.side = Side::in;
        key.vertex = vertex;
        key.last_date = list_.back().date;
        key.import = import;
        const bool same = last_key_ && last_key_->vertex == vertex && last_key_->last_date == key.last_date;
        if (same && last_key_->turn == std::numeric_limits<std::uint16_t>::max()) too_many();
        key.turn = same ? static_cast<std::uint16_t>(last_key_->turn + 1) : 0;
        last_key_ = key;
        run_received->put(import_keys::list(key), packed_list(list_));
        list_.clear();
    }

    void end_receiver(graph::ActorNumber vertex) {
        write_received(vertex);
        while (out_vertex_ && *out_vertex_ < vertex) take_strands(*out_vertex_, {});
        take_strands(vertex, summed(singles_));
        singles_.clear();
    }

    // Writes the strands of the vertex: those that start there if they come next, and those that end there.
    void take_strands(graph::ActorNumber vertex, std::vector<PackedStrand> in) {
        PackedStrands strands;
        strands.in = std::move(in);
        if (out_vertex_ == vertex) {
            strands.out = std::move(out_);
            next_out_strands();
        }
        strands.degree = distinct_others(strands);
        run_strands->put(import_keys::strands(vertex, import), packed_strands(strands));
        note_degree(vertex, strands);
    }

    void next_out_strands() {
        std::array<std::uint32_t, 2> head{};
        out_vertex_.reset();
        if (!out_strands->read(head.data(), sizeof head)) return;
        out_.resize(head[1]);
        out_strands->read(out_.data(), out_.size() * sizeof(PackedStrand));
        out_vertex_ = head[0];
    }

    // Vertices with many neighbours, over all imports.
    void note_degree(graph::ActorNumber vertex, const PackedStrands& strands) {
        std::uint32_t degree = strands.degree;
        if (!before.none() && vertex < first_new_number &&
            degree + before.degree(vertex) > graph::least_hub_degree) {
            std::vector<graph::ActorNumber> neighbours;
            before.append_neighbours(vertex, neighbours);
            for (const auto* half : {&strands.out, &strands.in}) {
                for (const PackedStrand& strand : *half) neighbours.push_back(strand.other);
            }
            std::ranges::sort(neighbours);
            const auto [last, end] = std::ranges::unique(neighbours);
            degree = static_cast<std::uint32_t>(last - neighbours.begin());
        }
        if (degree > graph::least_hub_degree) degrees[vertex] = degree;
    }

    // --- Pass three: days

    void walk_days() {
        run_days = std::make_unique<Run>(folder, "t");
        std::vector<graph::ActorNumber> vertices;
        std::uint64_t at = 0;
        const auto write = [&] {
            if (vertices.empty()) return;
            run_days->put(import_keys::day(static_cast<std::uint32_t>(at >> 4U),
                                           static_cast<std::uint8_t>(at & 0x0FU), import),
                          packed_day(vertices));
            vertices.clear();
        };
        days.drain([&](DayEntry entry) {
            if (entry >> 32U != at) {
                write();
                at = entry >> 32U;
            }
            const auto vertex = static_cast<graph::ActorNumber>(entry & 0xFFFFFFFFU);
            if (vertices.empty() || vertices.back() != vertex) vertices.push_back(vertex);
        });
        write();
        run_days->finish();
    }

    // --- What is small

    void put_names(Batch& batch) {
        std::map<std::uint32_t, std::vector<NamedActor>> chunks;  // by number of the chunk
        for (std::uint32_t i = 0; i < locals.size(); ++i) {
            const Local& local = locals[i];
            if (!local.used) continue;
            const std::uint32_t chunk = local.number / actors_in_chunk;
            if (!chunks.contains(chunk)) chunks[chunk] = stored_chunk(local.number);
            put_name(batch, chunks[chunk], local, graph::ActorId(ids.text(i)));
        }
        for (const auto& [chunk, actors] : chunks) {
            batch.put(Family::imports, import_keys::chunk(chunk * actors_in_chunk), packed_names(actors));
        }
    }

    [[nodiscard]] std::vector<NamedActor> stored_chunk(graph::ActorNumber number) const {
        std::vector<NamedActor> chunk;
        if (before.none()) return chunk;
        const std::string key = import_keys::chunk(number);
        const std::optional<std::string> value = rows->get(Family::imports, key);
        if (value && !read_names(*value, chunk)) damaged(*rows, key);
        return chunk;
    }

    void put_name(Batch& batch, std::vector<NamedActor>& chunk, const Local& local,
                  const graph::ActorId& folded) {
        const auto place = static_cast<std::uint8_t>(local.number % actors_in_chunk);
        auto actor = std::ranges::lower_bound(chunk, place, {}, &NamedActor::place);
        if (actor == chunk.end() || actor->place != place) {
            actor = chunk.insert(actor, NamedActor{place, id_of_folded(folded), {}});
            if (!lives_in_articles(actor->id)) ++brought.new_actors;
        }
        auto by = std::ranges::lower_bound(actor->by, dataset, {}, &NamedBy::source);
        ImportActor said = local.said;
        if (by == actor->by.end() || by->source != dataset) {
            by = actor->by.insert(by, NamedBy{dataset, {}, {}, {}, {}});
        } else {
            join(said, {by->name, by->type, by->country, by->sectors});
        }
        *by = {dataset, said.name, said.type, said.country, said.sectors};
        batch.put(Family::imports, import_keys::name(folded, local.number, dataset), "\x01");
        for (const std::string& alias : local.aliases) {
            batch.put(Family::imports, import_keys::name(alias, local.number, dataset), "\x02");
        }
    }

    [[nodiscard]] bool lives_in_articles(const graph::ActorId& id) const {
        if (totals.counts.actors == 0) return false;
        const auto numbered = stored<Numbered>(*rows, Family::graph, keys::number_of(id));
        return numbered && numbered->live;
    }

    void put_degrees(Batch& batch) {
        std::map<graph::ActorNumber, std::uint32_t> all;
        const std::string prefix = import_keys::degrees();
        rows->scan(Family::imports, prefix, [&](std::string_view key, std::string_view value) {
            Cursor cursor(key.substr(1));
            all[cursor.big32()] = sound(decode_count(value), *rows, key);
            return true;
        });
        for (const auto& [vertex, degree] : degrees) {
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
        put_names(batch);
        put_degrees(batch);
        batch.put(Family::imports, import_keys::kinds(), packed_kinds(kinds));
        std::string names;
        for (const std::string& name : datasets) append_string(names, name);
        batch.put(Family::imports, import_keys::datasets(), names);
        brought.dataset = options.dataset;
        brought.format = options.format;
        batch.put(Family::imports, import_keys::record(import), packed_record(brought));
        ++totals.counts.epoch;
        batch.put(Family::graph, keys::totals(), encode(totals));
        std::vector<fs::path> files;
        for (const auto* run : {&run_received, &run_primary, &run_strands, &run_days, &run_rows}) {
            files.insert(files.end(), (*run)->files().begin(), (*run)->files().end());
        }
        rows->ingest(Family::imports, files, batch);
    }

    ImportSummary finish(const std::function<void(double)>& progress) {
        progress_ = progress;
        brought.by_type.assign(extract::all_event_types().size(), 0);
        brought.by_status.assign(static_cast<std::size_t>(graph::Status::negation) + 1, 0);
        walk_primary();
        summary.events = brought.events;
        summary.untyped = brought.untyped;
        if (brought.events + brought.untyped > 0) {
            walk_received();
            walk_days();
            tell(0.95);
            take_in();
            summary.actors = brought.new_actors;
        }
        tell(1);
        return summary;
    }

    void tell(double part) const {
        if (progress_) progress_(part);
    }

    ImportOptions options;
    std::unique_ptr<Rows> rows;
    Imports before;
    Totals totals;
    fs::path folder;

    Interner spellings;  // as rows write them
    std::vector<std::uint32_t> local_of_spelling;
    Interner ids;  // folded names
    std::vector<Local> locals;
    std::vector<std::uint64_t> hashes;  // of folded names
    graph::ActorNumber first_new_number = 0;
    bool empty = false;
    bool imported_before = false;  // of this data set

    std::vector<ImportKind> kinds;
    std::map<ImportKind, std::uint32_t> kind_numbers;
    std::vector<std::uint64_t> kind_hashes;
    std::vector<std::string> datasets;
    std::uint32_t dataset = 0;
    std::uint64_t dataset_hash = 0;
    ImportNumber import = 0;

    ExternalSort<Primary, PrimaryLess> primary;
    ExternalSort<Received, ReceivedLess> received;
    ExternalSort<DayEntry, std::less<>> days;
    std::unique_ptr<Spool> row_bytes;
    std::unique_ptr<Spool> row_ends;
    std::uint64_t kept_row_bytes = 0;
    std::uint32_t kept_rows = 0;

    std::unique_ptr<Run> run_primary;
    std::unique_ptr<Run> run_received;
    std::unique_ptr<Run> run_strands;
    std::unique_ptr<Run> run_days;
    std::unique_ptr<Run> run_rows;
    std::unique_ptr<Spool> out_strands;

    std::optional<graph::ActorNumber> at_vertex;
    ListKind at_list = ListKind::out;
    std::unordered_set<std::uint64_t> known_ids;  // ids of the vertex's events that were there before
    std::vector<Fresh> fresh_;
    std::vector<PackedEvent> list_;
    std::vector<std::uint32_t> list_rows_;
    std::optional<ListKey> last_key_;
    std::vector<Single> singles_;
    std::vector<PackedStrand> out_;
    std::optional<graph::ActorNumber> out_vertex_;
    std::map<graph::ActorNumber, std::uint32_t> degrees;

    ImportRecord brought;
    ImportSummary summary;
    std::function<void(double)> progress_;
};

Import::Import(const fs::path& folder, ImportOptions options)
    : impl_(std::make_unique<Impl>(folder, std::move(options))) {}

Import::~Import() {
    std::error_code left;
    fs::remove_all(impl_->folder, left);
}

ImportActorHandle Import::actor(std::string_view written) const {
    const std::uint32_t number = impl_->spellings.find(written);
    return number == Interner::none ? no_actor : impl_->local_of_spelling[number];
}

ImportActorHandle Import::add_actor(std::string_view written, std::string_view shown, ImportActor actor) {
    return impl_->add_actor(written, shown, std::move(actor));
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
