// What a store holds that nothing else in it gives back: what articles say, what was imported and who the
// data sets say the actors are, what people decided. All the rest (names, adjacency, sums, counts, events
// made of reports) follows from it.
//
// merge.hpp carries it from several stores into one, repair.hpp from a damaged one into a new one. With
// OnDamage::pass_over what cannot be read is named in lost() and left out, and what lies in two places is
// taken from the other; with OnDamage::refuse it is a StoreError. The store is read as it was when `rows`
// were opened. One thread at a time. Cost: one reading of texts, and one of imported events for each data
// set; some eight bytes of memory for each article, four for each actor.
#pragma once

#include "graph/ledger.hpp"
#include "store/careful_rows.hpp"
#include "store/import.hpp"
#include "store/import_keys.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace entente::store {

class Holdings {
 public:
    Holdings(std::unique_ptr<Rows> rows, OnDamage on_damage);

    // Every article as it says now: the version that waits for the resolve pass, if there is one; none that
    // waits to be taken out. In order of key.
    void articles(const std::function<void(const graph::Said&)>& visit);
    // The lines of decisions that the graph follows; "" none.
    [[nodiscard]] std::string decisions();

    // Names of the data sets with events, in order, with the format of one import.
    [[nodiscard]] const std::map<std::string, std::string>& datasets() const { return datasets_; }
    // Adds all that this data set tells to an import of that name.
    void give(Import& import, const std::string& dataset);
    // How many events of it were counted when it was imported.
    [[nodiscard]] std::uint64_t counted(const std::string& dataset) const;

    // What could not be carried, a line each.
    [[nodiscard]] const std::vector<std::string>& lost() const { return lost_; }

 private:
    struct Carried;  // one data set on its way

    void read_tables();
    void read_datasets();
    void choose(const std::string& article, const std::vector<std::string>& versions,
                const std::function<void(const graph::Said&)>& visit);
    void name_lost_articles(const std::set<std::uint64_t>& given);
    void give_actors(Carried& carried);
    void give_aliases(Carried& carried);
    void give_events(Carried& carried, import_keys::Side side);
    void give_list(Carried& carried, const import_keys::ListKey& key, std::string_view value);
    std::vector<graph::ImportedRow> words_of(Carried& carried, const import_keys::ListKey& list,
                                             std::size_t count) const;
    [[nodiscard]] bool of_dataset(const Carried& carried, const import_keys::ListKey& key) const;

    CarefulRows rows_;
    std::map<ImportNumber, ImportRecord> records_;
    std::vector<ImportKind> kinds_;
    std::vector<std::string> dataset_names_;       // by number
    std::map<std::string, std::string> datasets_;  // name to format
    std::vector<std::string> lost_;
};

}  // namespace entente::store
