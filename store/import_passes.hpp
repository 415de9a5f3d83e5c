// The events of an import become sorted files: the part of an import that costs.
//
// add() sorts events outside memory; run() walks them three times and writes lists, rows, strands and days in
// order of their keys. Events that the store has from the same data set fall out. Memory: `memory_bytes` for
// sorting. Nothing in the store changes. Throws StoreError. One thread at a time.
#pragma once

#include "store/external_sort.hpp"
#include "store/import_records.hpp"
#include "store/imports.hpp"
#include "store/kept_rows.hpp"
#include "store/sorted_run.hpp"
#include "store/strand_sums.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace entente::store {

// What the passes know of the import and of the store as it was before. All of it outlives them.
struct ImportPlan {
    const Rows& rows;
    const Imports& before;
    const std::vector<ImportKind>& kinds;  // may grow until run()
    const std::string& dataset;
    ImportNumber import = 0;
    graph::ActorNumber first_new_number = 0;
    const std::filesystem::path& folder;  // for temporary files and the finished ones
};

class ImportPasses {
 public:
    ImportPasses(const ImportPlan& plan, std::size_t memory_bytes);

    KeptRows& kept() { return kept_; }
    void add(const Primary& record) { primary_.add(record); }

    // `progress` is told the part done, up to 0.9.
    void run(const std::function<void(double)>& progress);

    // Of the family `imports`, when brought() has events.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    // Counts; who brought it is for others to fill in.
    [[nodiscard]] const ImportRecord& brought() const { return brought_; }
    // Rows that were in the store before, or twice among those added.
    [[nodiscard]] std::uint64_t known() const { return known_; }
    // Distinct neighbours over all imports, of those with more than graph::least_hub_degree.
    [[nodiscard]] const std::map<graph::ActorNumber, std::uint32_t>& degrees() const { return degrees_; }

 private:
    struct Fresh {  // an event that stays, of the date at hand
        std::uint64_t id = 0;
        Primary record;
    };

    // --- Pass one: primary lists
    void walk_primary();
    void take_date(std::vector<Primary>& alike);
    void take_alike(std::span<const Primary> rows_alike, std::vector<Fresh>& fresh);
    const Primary& best_told(std::span<const Primary> rows_alike);
    void begin_vertex(graph::ActorNumber vertex);
    void take_event(const Fresh& event);
    void count(const PackedEvent& event);
    void write_list();
    void end_vertex();

    // --- Pass two: what vertices receive, and strands
    void walk_received();
    void write_received(graph::ActorNumber vertex);
    void end_receiver(graph::ActorNumber vertex);
    void take_strands(graph::ActorNumber vertex, std::vector<PackedStrand> in);
    void next_out_strands();
    void note_degree(graph::ActorNumber vertex, const PackedStrands& strands);

    // --- Pass three: days
    void walk_days();

    void tell(double part) const;

    const Rows& rows_;
    const Imports& before_;
    const std::vector<ImportKind>& kinds_;
    const std::string& dataset_;
    ImportNumber import_;
    graph::ActorNumber first_new_number_;
    const std::filesystem::path& folder_;
    bool imported_before_ = false;  // of this data set

    KeptRows kept_;
    ExternalSort<Primary, PrimaryLess> primary_;
    ExternalSort<Received, ReceivedLess> received_;
    ExternalSort<DayEntry, std::less<>> days_;

    std::unique_ptr<SortedRun> run_primary_;
    std::unique_ptr<SortedRun> run_received_;
    std::unique_ptr<SortedRun> run_strands_;
    std::unique_ptr<SortedRun> run_days_;
    std::unique_ptr<SortedRun> run_rows_;
    std::unique_ptr<Spool> out_strands_;

    std::optional<graph::ActorNumber> at_vertex_;
    ListKind at_list_ = ListKind::out;
    std::unordered_set<std::uint64_t> known_ids_;  // of the vertex's events that were there before
    std::vector<Fresh> fresh_;
    std::vector<PackedEvent> list_;
    std::vector<std::uint32_t> list_rows_;
    std::optional<import_keys::ListKey> last_key_;
    std::vector<Single> singles_;
    std::vector<PackedStrand> out_;
    std::optional<graph::ActorNumber> out_vertex_;
    std::map<graph::ActorNumber, std::uint32_t> degrees_;

    ImportRecord brought_;
    std::uint64_t known_ = 0;
    std::function<void(double)> progress_;
};

}  // namespace entente::store
