#include "store/import_actors.hpp"

#include "store/coding.hpp"
#include "store/import_records.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <map>

namespace entente::store {

namespace {

graph::ActorId id_of_folded(std::string folded) {
    std::ranges::replace(folded, ' ', '-');
    return folded;
}

void join(ImportActor& said, const ImportActor& more) {
    said.name = std::max(said.name, more.name);
    said.type = std::min(said.type, more.type);
    if (said.country.empty() || (!more.country.empty() && more.country < said.country))
        said.country = more.country;
    for (const std::string& sector : more.sectors) {
        const auto place = std::ranges::lower_bound(said.sectors, sector);
        if (place == said.sectors.end() || *place != sector) said.sectors.insert(place, sector);
    }
}

}  // namespace

ImportActors::ImportActors(const Rows& rows, const Imports& before, Totals& totals)
    : rows_(rows), before_(before), totals_(totals), empty_(totals.next_number == 0) {}

ImportActorHandle ImportActors::find(std::string_view written) const {
    const std::uint32_t number = spellings_.find(written);
    return number == Interner::none ? no_actor : local_of_spelling_[number];
}

graph::ActorNumber ImportActors::number_of(const graph::ActorId& id) {
    if (!empty_) {
        if (const auto known = stored<Numbered>(rows_, Family::graph, keys::number_of(id)))
            return known->number;
        if (const auto imported = before_.number(id)) return *imported;
    }
    return totals_.next_number++;
}

ImportActorHandle ImportActors::add(std::string_view written, std::string_view shown, ImportActor actor) {
    std::string folded = graph::fold_name(actor.name);
    if (folded.empty()) return no_actor;
    const std::uint32_t local = ids_.intern(folded);
    if (local == locals_.size()) {
        Local& made = locals_.emplace_back();
        made.number = number_of(id_of_folded(folded));
        std::ranges::sort(actor.sectors);
        const auto last = std::unique(actor.sectors.begin(), actor.sectors.end());
        actor.sectors.erase(last, actor.sectors.end());
        made.said = std::move(actor);
        hashes_.push_back(hash_of(folded));
    } else {
        join(locals_[local].said, actor);
    }
    const std::string alias = shown == locals_[local].said.name ? folded : graph::fold_name(shown);
    if (!alias.empty() && alias != folded) locals_[local].aliases.insert(alias);
    const std::uint32_t number = spellings_.intern(written);
    if (number == local_of_spelling_.size()) local_of_spelling_.push_back(local);
    return local_of_spelling_[number];
}

std::uint64_t ImportActors::put_names(std::uint32_t dataset, Batch& batch) const {
    std::uint64_t new_vertices = 0;
    std::map<std::uint32_t, std::vector<NamedActor>> chunks;  // by number of the chunk
    for (std::uint32_t i = 0; i < locals_.size(); ++i) {
        const Local& local = locals_[i];
        if (!local.used) continue;
        const std::uint32_t chunk = local.number / actors_in_chunk;
        if (!chunks.contains(chunk)) chunks[chunk] = stored_chunk(local.number);
        if (put_name(dataset, chunks[chunk], local, std::string(ids_.text(i)), batch)) ++new_vertices;
    }
    for (const auto& [chunk, actors] : chunks) {
        batch.put(Family::imports, import_keys::chunk(chunk * actors_in_chunk), packed_names(actors));
    }
    return new_vertices;
}

std::vector<NamedActor> ImportActors::stored_chunk(graph::ActorNumber number) const {
    std::vector<NamedActor> chunk;
    if (before_.none()) return chunk;
    const std::string key = import_keys::chunk(number);
    const std::optional<std::string> value = rows_.get(Family::imports, key);
    if (value && !read_names(*value, chunk)) damaged(rows_, key);
    return chunk;
}

bool ImportActors::put_name(std::uint32_t dataset, std::vector<NamedActor>& chunk, const Local& local,
                            const std::string& folded, Batch& batch) const {
    const auto place = static_cast<std::uint8_t>(local.number % actors_in_chunk);
    bool is_new = false;
    auto actor = std::ranges::lower_bound(chunk, place, {}, &NamedActor::place);
    if (actor == chunk.end() || actor->place != place) {
        actor = chunk.insert(actor, NamedActor{place, id_of_folded(folded), {}});
        is_new = !lives_in_articles(actor->id);
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
    return is_new;
}

bool ImportActors::lives_in_articles(const graph::ActorId& id) const {
    if (totals_.counts.actors == 0) return false;
    const auto numbered = stored<Numbered>(rows_, Family::graph, keys::number_of(id));
    return numbered && numbered->live;
}

}  // namespace entente::store
