// Who is who in an import: spellings to actors, actors to vertices, and what the data set says of each.
//
// An actor is who has the same folded name, in the store already or new; a new one gets the next number,
// which is taken from `totals`. Some 200 bytes for each distinct actor. Throws StoreError. One thread at a
// time.
#pragma once

#include "store/import.hpp"
#include "store/imports.hpp"
#include "store/interner.hpp"
#include "store/rows.hpp"
#include "store/values.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

class ImportActors {
 public:
    // All three outlive it.
    ImportActors(const Rows& rows, const Imports& before, Totals& totals);

    // As Import::actor and Import::add_actor.
    [[nodiscard]] ImportActorHandle find(std::string_view written) const;
    ImportActorHandle add(std::string_view written, std::string_view shown, ImportActor actor);

    void add_alias(ImportActorHandle actor, std::string_view folded) {
        locals_[actor].aliases.emplace(folded);
    }

    [[nodiscard]] graph::ActorNumber number(ImportActorHandle actor) const { return locals_[actor].number; }
    // Of the folded name.
    [[nodiscard]] std::uint64_t hash(ImportActorHandle actor) const { return hashes_[actor]; }
    // An event names it: it becomes a vertex.
    void use(ImportActorHandle actor) { locals_[actor].used = true; }

    // The rows of all names, of data set number `dataset`; gives how many vertices are new.
    std::uint64_t put_names(std::uint32_t dataset, Batch& batch) const;

 private:
    struct Local {
        graph::ActorNumber number = 0;
        ImportActor said;
        std::set<std::string> aliases;  // folded, other than the name's own
        bool used = false;
    };

    graph::ActorNumber number_of(const graph::ActorId& id);
    [[nodiscard]] std::vector<NamedActor> stored_chunk(graph::ActorNumber number) const;
    // True when the vertex is new.
    bool put_name(std::uint32_t dataset, std::vector<NamedActor>& chunk, const Local& local,
                  const std::string& folded, Batch& batch) const;
    [[nodiscard]] bool lives_in_articles(const graph::ActorId& id) const;

    const Rows& rows_;
    const Imports& before_;
    Totals& totals_;
    bool empty_;
    Interner spellings_;  // as rows write them
    std::vector<std::uint32_t> local_of_spelling_;
    Interner ids_;  // folded names
    std::vector<Local> locals_;
    std::vector<std::uint64_t> hashes_;  // of folded names
};

}  // namespace entente::store
