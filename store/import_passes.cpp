// Pass one walks the records in order of vertex, list and date: rows that are there already fall out, the
// rest become the primary lists, and what the other passes need is sorted anew on the way. Pass two walks the
// other ends: lists of what a vertex receives, and with the sums of pass one put beside it, the strands of
// every vertex. Pass three writes the days.
#include "store/import_passes.hpp"

#include "store/coding.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>

namespace entente::store {

using import_keys::ListKey;
using import_keys::Side;

namespace {

constexpr std::size_t most_in_list = 512;
constexpr std::size_t most_with_rows = 64;  // so that one row is not unpacked with half a mebibyte of others

[[noreturn]] void too_many() {
    throw StoreError(
        StoreError::Kind::failed,
        "one actor has more than thirty million events of one date; nothing was imported: split the "
        "input by date");
}

}  // namespace

ImportPasses::ImportPasses(const ImportPlan& plan, std::size_t memory_bytes)
    : rows_(plan.rows),
      before_(plan.before),
      kinds_(plan.kinds),
      dataset_(plan.dataset),
      import_(plan.import),
      first_new_number_(plan.first_new_number),
      folder_(plan.folder),
      kept_(plan.folder),
      primary_(plan.folder, "primary", memory_bytes / 2),
      received_(plan.folder, "received", memory_bytes / 3),
      days_(plan.folder, "days", memory_bytes / 8) {
    for (const auto& [number, earlier] : before_.records()) {
        imported_before_ = imported_before_ || earlier.dataset == dataset_;
    }
}

void ImportPasses::run(const std::function<void(double)>& progress) {
    progress_ = progress;
    brought_.by_type.assign(extract::all_event_types().size(), 0);
    brought_.by_status.assign(static_cast<std::size_t>(graph::Status::negation) + 1, 0);
    walk_primary();
    if (brought_.events + brought_.untyped == 0) return;
    walk_received();
    walk_days();
}

std::vector<std::filesystem::path> ImportPasses::files() const {
    std::vector<std::filesystem::path> files;
    for (const auto* run : {&run_received_, &run_primary_, &run_strands_, &run_days_, &run_rows_}) {
        files.insert(files.end(), (*run)->files().begin(), (*run)->files().end());
    }
    return files;
}

void ImportPasses::tell(double part) const {
    if (progress_) progress_(part);
}

// --- Pass one: primary lists

void ImportPasses::walk_primary() {
    run_primary_ = std::make_unique<SortedRun>(folder_, "o");
    run_rows_ = std::make_unique<SortedRun>(folder_, "x");
    out_strands_ = std::make_unique<Spool>(folder_ / "strands");
    std::uint64_t done = 0;
    const std::uint64_t all = std::max<std::uint64_t>(primary_.size(), 1);
    std::vector<Primary> alike;  // one vertex, list and date: that is where rows may be alike
    primary_.drain([&](const Primary& record) {
        if (!alike.empty() && (alike.front().place ^ record.place) >> 4U != 0) take_date(alike);
        alike.push_back(record);
        if (++done % 65536 == 0) tell(0.6 * static_cast<double>(done) / static_cast<double>(all));
    });
    if (!alike.empty()) take_date(alike);
    write_list();
    end_vertex();
    run_primary_->finish();
    run_rows_->finish();
}

void ImportPasses::take_date(std::vector<Primary>& alike) {
    const std::uint64_t place = alike.front().place;
    const graph::ActorNumber vertex = vertex_of(place);
    if (!at_vertex_ || *at_vertex_ != vertex) {
        write_list();
        end_vertex();
        begin_vertex(vertex);
    } else if (at_list_ != list_of(place)) {
        write_list();
    }
    at_list_ = list_of(place);
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
        if (at_list_ != ListKind::untyped && type != last_type) {
            days_.add(static_cast<std::uint64_t>(date_of(place)) << 36U |
                      static_cast<std::uint64_t>(type) << 32U | vertex);
            last_type = type;
        }
    }
    alike.clear();
}

// Rows of one content: as many events as the file that has most of them tells; with an id of their own
// one.
void ImportPasses::take_alike(std::span<const Primary> rows_alike, std::vector<Fresh>& fresh) {
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
        const std::uint64_t id =
            import_event_id(date_of(first.place), static_cast<std::uint8_t>(first.place & 0x0FU), content);
        if (known_ids_.contains(id)) continue;
        Fresh& event = fresh.emplace_back();
        event.id = id;
        event.record = turn == 0 ? best_told(rows_alike) : rows_alike[std::min(turn, rows_alike.size() - 1)];
        ++kept;
    }
    known_ += rows_alike.size() - kept;
}

// Of rows with one id that are alike in all numbers the words decide, so that the order of rows does not.
const Primary& ImportPasses::best_told(std::span<const Primary> rows_alike) {
    const Primary* best = &rows_alike.front();
    if ((file_of(*best) & has_own_id) == 0 || rows_alike.size() == 1) return *best;
    const auto words = [this](const Primary& record) {
        graph::ImportedRow row = kept_.row(record.row);
        return std::tuple(record.row == 0, std::move(row.id), std::move(row.place), std::move(row.url),
                          std::move(row.text));
    };
    auto best_words = words(*best);
    for (const Primary& record : rows_alike.subspan(1)) {
        if (PrimaryLess()(*best, record)) break;
        auto these = words(record);
        if (these >= best_words) continue;
        best = &record;
        best_words = std::move(these);
    }
    return *best;
}

void ImportPasses::begin_vertex(graph::ActorNumber vertex) {
    at_vertex_ = vertex;
    known_ids_.clear();
    if (!imported_before_ || vertex >= first_new_number_) return;
    std::vector<PackedEvent> list;
    rows_.scan(
        Family::imports, import_keys::lists(Side::primary, vertex),
        [&](std::string_view key, std::string_view value) {
            const auto read = sound(import_keys::read_list_key(key), rows_, key);
            if (before_.records().at(read.import).dataset != dataset_) return true;
            list.clear();
            if (!read_list(value, list)) damaged(rows_, key);
            for (const PackedEvent& event : list) {
                const std::uint8_t type = kinds_[event.kind].type;
                known_ids_.insert(import_event_id(event.date, type == untyped_kind ? 0 : type, event.id));
            }
            return true;
        });
}

void ImportPasses::take_event(const Fresh& event) {
    PackedEvent packed;
    packed.date = date_of(event.record.place);
    packed.kind = event.record.kind;
    packed.other = event.record.other;
    packed.id = event.id;
    packed.reports = event.record.reports;
    packed.sources = event.record.sources;
    list_.push_back(packed);
    if (!kept_.none()) list_rows_.push_back(event.record.row);
    count(packed);
    if (at_list_ == ListKind::out) {
        const ImportKind& kind = kinds_[packed.kind];
        singles_.push_back(
            {packed.other, kind.type, kind.status, packed.date, packed.reports, packed.sources});
        Received in;
        in.place = static_cast<std::uint64_t>(packed.other) << 26U |
                   static_cast<std::uint64_t>(packed.date) << 4U | (kind.type & 0x0FU);
        in.content = packed.id & stored_id_mask;
        in.other = *at_vertex_;
        in.reports = packed.reports;
        in.kind = event.record.kind;
        in.sources = event.record.sources;
        received_.add(in);
    }
    if (list_.size() == (!kept_.none() ? most_with_rows : most_in_list)) write_list();
}

void ImportPasses::count(const PackedEvent& event) {
    const ImportKind& kind = kinds_[event.kind];
    if (at_list_ == ListKind::untyped) {
        ++brought_.untyped;
        return;
    }
    ++brought_.events;
    ++brought_.by_type[kind.type];
    ++brought_.by_status[static_cast<std::size_t>(kind.status)];
    brought_.reports += event.reports;
    if (at_list_ == ListKind::out) {
        ++brought_.edges;
    } else {
        ++brought_.alone;
    }
    if (event.date == 0) {
        ++brought_.undated;
    } else {
        if (brought_.first == 0 || event.date < brought_.first) brought_.first = event.date;
        brought_.last = std::max(brought_.last, event.date);
    }
}

void ImportPasses::write_list() {
    if (list_.empty()) return;
    ListKey key;
    key.vertex = *at_vertex_;
    key.list = at_list_;
    key.last_date = list_.back().date;
    key.import = import_;
    key.turn = last_key_ && last_key_->vertex == key.vertex && last_key_->list == key.list &&
                       last_key_->last_date == key.last_date
                   ? static_cast<std::uint16_t>(last_key_->turn + 1)
                   : 0;
    if (last_key_ && key.turn == 0 && last_key_->turn == std::numeric_limits<std::uint16_t>::max())
        too_many();
    last_key_ = key;
    run_primary_->put(import_keys::list(key), packed_list(list_));
    if (!list_rows_.empty()) {
        std::vector<graph::ImportedRow> kept;
        kept.reserve(list_rows_.size());
        for (const std::uint32_t row : list_rows_) kept.push_back(kept_.row(row));
        run_rows_->put(import_keys::rows(key), packed_rows(kept));
    }
    list_.clear();
    list_rows_.clear();
}

void ImportPasses::end_vertex() {
    if (!at_vertex_ || singles_.empty()) return;
    const std::vector<PackedStrand> strands = summed(singles_);
    const std::array<std::uint32_t, 2> head = {*at_vertex_, static_cast<std::uint32_t>(strands.size())};
    out_strands_->append(head.data(), sizeof head);
    out_strands_->append(strands.data(), strands.size() * sizeof(PackedStrand));
    singles_.clear();
}

// --- Pass two: what vertices receive, and strands

void ImportPasses::walk_received() {
    static_assert(std::is_trivially_copyable_v<PackedStrand>);
    run_received_ = std::make_unique<SortedRun>(folder_, "b");
    run_strands_ = std::make_unique<SortedRun>(folder_, "s");
    out_strands_->rewind();
    next_out_strands();
    std::uint64_t done = 0;
    const std::uint64_t all = std::max<std::uint64_t>(received_.size(), 1);
    std::optional<graph::ActorNumber> vertex;
    last_key_.reset();
    received_.drain([&](const Received& in) {
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
        const ImportKind& kind = kinds_[in.kind];
        singles_.push_back({in.other, kind.type, kind.status, packed.date, packed.reports, packed.sources});
        if (list_.size() == most_in_list) write_received(target);
        if (++done % 65536 == 0) tell(0.6 + 0.3 * static_cast<double>(done) / static_cast<double>(all));
    });
    if (vertex) end_receiver(*vertex);
    while (out_vertex_) take_strands(*out_vertex_, {});
    run_received_->finish();
    run_strands_->finish();
}

void ImportPasses::write_received(graph::ActorNumber vertex) {
    if (list_.empty()) return;
    ListKey key;
    key.side = Side::in;
    key.vertex = vertex;
    key.last_date = list_.back().date;
    key.import = import_;
    const bool same = last_key_ && last_key_->vertex == vertex && last_key_->last_date == key.last_date;
    if (same && last_key_->turn == std::numeric_limits<std::uint16_t>::max()) too_many();
    key.turn = same ? static_cast<std::uint16_t>(last_key_->turn + 1) : 0;
    last_key_ = key;
    run_received_->put(import_keys::list(key), packed_list(list_));
    list_.clear();
}

void ImportPasses::end_receiver(graph::ActorNumber vertex) {
    write_received(vertex);
    while (out_vertex_ && *out_vertex_ < vertex) take_strands(*out_vertex_, {});
    take_strands(vertex, summed(singles_));
    singles_.clear();
}

// Writes the strands of the vertex: those that start there if they come next, and those that end there.
void ImportPasses::take_strands(graph::ActorNumber vertex, std::vector<PackedStrand> in) {
    PackedStrands strands;
    strands.in = std::move(in);
    if (out_vertex_ == vertex) {
        strands.out = std::move(out_);
        next_out_strands();
    }
    strands.degree = distinct_others(strands);
    run_strands_->put(import_keys::strands(vertex, import_), packed_strands(strands));
    note_degree(vertex, strands);
}

void ImportPasses::next_out_strands() {
    std::array<std::uint32_t, 2> head{};
    out_vertex_.reset();
    if (!out_strands_->read(head.data(), sizeof head)) return;
    out_.resize(head[1]);
    out_strands_->read(out_.data(), out_.size() * sizeof(PackedStrand));
    out_vertex_ = head[0];
}

// Vertices with many neighbours, over all imports.
void ImportPasses::note_degree(graph::ActorNumber vertex, const PackedStrands& strands) {
    std::uint32_t degree = strands.degree;
    if (!before_.none() && vertex < first_new_number_ &&
        degree + before_.degree(vertex) > graph::least_hub_degree) {
        std::vector<graph::ActorNumber> neighbours;
        before_.append_neighbours(vertex, neighbours);
        for (const auto* half : {&strands.out, &strands.in}) {
            for (const PackedStrand& strand : *half) neighbours.push_back(strand.other);
        }
        std::ranges::sort(neighbours);
        const auto last = std::unique(neighbours.begin(), neighbours.end());
        degree = static_cast<std::uint32_t>(last - neighbours.begin());
    }
    if (degree > graph::least_hub_degree) degrees_[vertex] = degree;
}

// --- Pass three: days

void ImportPasses::walk_days() {
    run_days_ = std::make_unique<SortedRun>(folder_, "t");
    std::vector<graph::ActorNumber> vertices;
    std::uint64_t at = 0;
    const auto write = [&] {
        if (vertices.empty()) return;
        run_days_->put(import_keys::day(static_cast<std::uint32_t>(at >> 4U),
                                        static_cast<std::uint8_t>(at & 0x0FU), import_),
                       packed_day(vertices));
        vertices.clear();
    };
    days_.drain([&](DayEntry entry) {
        if (entry >> 32U != at) {
            write();
            at = entry >> 32U;
        }
        const auto vertex = static_cast<graph::ActorNumber>(entry & 0xFFFFFFFFU);
        if (vertices.empty() || vertices.back() != vertex) vertices.push_back(vertex);
    });
    write();
    run_days_->finish();
}

}  // namespace entente::store
