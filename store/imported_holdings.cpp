// The imported half of holdings.hpp. An event with two ends lies in two lists: where the one that its sender
// has cannot be read, the one that its receiver has is taken.
#include "store/coding.hpp"
#include "store/holdings.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace entente::store {

using import_keys::ListKey;
using import_keys::Side;

struct Holdings::Carried {
    Import& import;
    const std::string& dataset;
    std::uint32_t number = 0;               // of the data set; none when it has none
    std::vector<ImportActorHandle> actors;  // by number
    std::vector<std::optional<ImportKindHandle>> kinds;
    std::uint64_t given = 0;
    std::uint64_t nameless = 0;  // events of actors whose name is gone
    std::uint64_t wordless = 0;  // lists whose rows are gone

    [[nodiscard]] ImportActorHandle actor(graph::ActorNumber actor_number) const {
        return actor_number < actors.size() ? actors[actor_number] : no_actor;
    }
    void set(graph::ActorNumber actor_number, ImportActorHandle handle) {
        if (actor_number >= actors.size()) actors.resize(std::size_t{actor_number} + 1, no_actor);
        actors[actor_number] = handle;
    }
};

namespace {

constexpr std::uint32_t no_number = 0xFFFFFFFFU;

ImportEventKind as_given(const ImportKind& kind) {
    ImportEventKind given;
    if (kind.type != untyped_kind) given.type = static_cast<graph::EventType>(kind.type);
    given.mode = kind.mode;
    given.status = kind.status;
    given.score_tenths = kind.score_tenths;
    given.cameo = kind.cameo;
    given.label = kind.label;
    given.contexts = kind.contexts;
    return given;
}

}  // namespace

void Holdings::read_tables() {
    rows_.scan(Family::imports, import_keys::records(), [&](std::string_view key, std::string_view value) {
        const auto number = import_keys::import_of(key);
        ImportRecord record;
        if (number && read_record(value, record)) {
            records_[*number] = std::move(record);
        } else if (!rows_.passes_over()) {
            damaged(rows_.rows(), key);
        }
        return true;
    });
    if (!rows_.gaps().empty()) {
        lost_.emplace_back(
            "how many events some imports brought: of what is missing of those, nothing tells the number");
    }
    const std::string kinds = import_keys::kinds();
    const auto packed = rows_.get(Family::imports, kinds);
    if (packed && read_kinds(*packed, kinds_)) return;
    kinds_.clear();
    if (!records_.empty() && !rows_.passes_over()) damaged(rows_.rows(), kinds);
    if (!records_.empty() || !rows_.gaps().empty()) {
        lost_.emplace_back(
            "the table of what kinds imported events are of; none of those events can be kept without it");
    }
}

void Holdings::read_datasets() {
    const auto names = rows_.get(Family::imports, import_keys::datasets());
    if (names) {
        Cursor cursor(*names);
        while (!cursor.failed() && cursor.left() > 0) dataset_names_.emplace_back(cursor.string());
        if (cursor.failed()) dataset_names_.clear();
    }
    // The numbers were given in the order of first imports.
    if (dataset_names_.empty()) {
        for (const auto& [number, record] : records_) {
            if (std::ranges::find(dataset_names_, record.dataset) == dataset_names_.end())
                dataset_names_.push_back(record.dataset);
        }
    }
    for (const auto& [number, record] : records_) {
        auto& format = datasets_.try_emplace(record.dataset, record.format).first->second;
        format = std::min(format, record.format);
    }
    if (!rows_.passes_over()) return;
    for (const ImportKind& kind : kinds_) datasets_.try_emplace(kind.dataset, kind.dataset);
}

std::uint64_t Holdings::counted(const std::string& dataset) const {
    std::uint64_t events = 0;
    for (const auto& [number, record] : records_) {
        if (record.dataset == dataset) events += record.events + record.untyped;
    }
    return events;
}

void Holdings::give(Import& import, const std::string& dataset) {
    if (kinds_.empty()) return;
    const auto place = std::ranges::find(dataset_names_, dataset);
    Carried carried{.import = import,
                    .dataset = dataset,
                    .number = place == dataset_names_.end()
                                  ? no_number
                                  : static_cast<std::uint32_t>(place - dataset_names_.begin()),
                    .actors = {},
                    .kinds = {}};
    carried.kinds.resize(kinds_.size());
    give_actors(carried);
    give_aliases(carried);
    const auto gaps_before = rows_.gaps().size();
    give_events(carried, Side::primary);
    const bool missing = rows_.gaps().size() != gaps_before || carried.given < counted(dataset);
    if (rows_.passes_over() && missing) give_events(carried, Side::in);
    if (carried.nameless > 0) {
        lost_.push_back(fmt::format("{} events of {}: the names of their actors cannot be read",
                                    carried.nameless, dataset));
    }
    if (carried.wordless > 0) {
        lost_.push_back(
            fmt::format("ids, places, urls and texts of some events of {}: {} stretches of them "
                        "cannot be read",
                        dataset, carried.wordless));
    }
}

void Holdings::give_actors(Carried& carried) {
    rows_.scan(Family::imports, import_keys::chunks(), [&](std::string_view key, std::string_view value) {
        std::vector<NamedActor> chunk;
        if (key.size() != 5 || !read_names(value, chunk)) {
            if (!rows_.passes_over()) damaged(rows_.rows(), key);
            return true;
        }
        Cursor cursor(key.substr(1));
        const graph::ActorNumber first = cursor.big32() * actors_in_chunk;
        for (const NamedActor& actor : chunk) {
            for (const NamedBy& by : actor.by) {
                if (by.source != carried.number) continue;
                carried.set(
                    first + actor.place,
                    carried.import.add_actor(actor.id, by.name, {by.name, by.type, by.country, by.sectors}));
            }
        }
        return true;
    });
}

// Names that an actor has beside its own; and its own, where what else is known of it is gone.
void Holdings::give_aliases(Carried& carried) {
    std::uint64_t only_names = 0;
    const auto visit = [&](std::uint8_t rank, const auto& take) {
        rows_.scan(Family::imports, import_keys::names_from(""),
                   [&](std::string_view key, std::string_view value) {
                       Cursor cursor(key.substr(1));
                       const std::string folded = cursor.ordered();
                       const graph::ActorNumber actor = cursor.big32();
                       const std::uint32_t high = cursor.byte();
                       const std::uint32_t source = high << 8U | cursor.byte();
                       if (!cursor.complete() || value.size() != 1) {
                           if (!rows_.passes_over()) damaged(rows_.rows(), key);
                           return true;
                       }
                       if (source == carried.number && static_cast<std::uint8_t>(value.front()) == rank)
                           take(folded, actor);
                       return true;
                   });
    };
    if (rows_.passes_over()) {
        visit(1, [&](const std::string& folded, graph::ActorNumber actor) {
            if (carried.actor(actor) != no_actor) return;
            carried.set(actor, carried.import.add_actor(folded, folded, {folded, {}, {}, {}}));
            ++only_names;
        });
    }
    visit(2, [&](const std::string& folded, graph::ActorNumber actor) {
        if (carried.actor(actor) != no_actor) carried.import.add_alias(carried.actor(actor), folded);
    });
    if (only_names > 0) {
        lost_.push_back(fmt::format("how {} writes the names of {} actors, and their types and countries",
                                    carried.dataset, only_names));
    }
}

bool Holdings::of_dataset(const Carried& carried, const ListKey& key) const {
    const auto record = records_.find(key.import);
    return record == records_.end() || record->second.dataset == carried.dataset;
}

void Holdings::give_events(Carried& carried, Side side) {
    rows_.scan(Family::imports, import_keys::all_lists(side),
               [&](std::string_view key, std::string_view value) {
                   const auto read = import_keys::read_list_key(key);
                   if (!read) {
                       if (!rows_.passes_over()) damaged(rows_.rows(), key);
                       return true;
                   }
                   if (of_dataset(carried, *read)) give_list(carried, *read, value);
                   return true;
               });
}

// What rows say beside numbers; empty when there is nothing of it.
std::vector<graph::ImportedRow> Holdings::words_of(Carried& carried, const ListKey& list,
                                                   std::size_t count) const {
    std::vector<graph::ImportedRow> words;
    const std::string key = import_keys::rows(list);
    try {
        const auto bytes = rows_.rows().get(Family::imports, key);
        if (bytes && (!read_rows(*bytes, words) || words.size() != count)) damaged(rows_.rows(), key);
    } catch (const StoreError&) {
        if (!rows_.passes_over()) throw;
        words.clear();
        ++carried.wordless;
    }
    return words;
}

void Holdings::give_list(Carried& carried, const ListKey& key, std::string_view value) {
    std::vector<PackedEvent> list;
    const bool sound = read_list(value, list) && std::ranges::all_of(list, [&](const PackedEvent& event) {
                           return event.kind < kinds_.size();
                       });
    if (!sound) {
        if (!rows_.passes_over()) damaged(rows_.rows(), import_keys::list(key));
        return;
    }
    std::vector<graph::ImportedRow> words;
    if (key.side == Side::primary) {
        words = words_of(carried, key, list.size());
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const PackedEvent& packed = list[i];
        const ImportKind& kind = kinds_[packed.kind];
        if (kind.dataset != carried.dataset) continue;
        auto& handle = carried.kinds[packed.kind];
        if (!handle) handle = carried.import.kind(as_given(kind));
        const bool two = packed.other != no_other;
        const ImportActorHandle own = carried.actor(key.vertex);
        const ImportActorHandle other = two ? carried.actor(packed.other) : no_actor;
        if (own == no_actor || (two && other == no_actor)) {
            if (key.side == Side::primary) ++carried.nameless;
            continue;
        }
        ImportEvent event;
        event.source = own;
        event.target = other;
        if (key.side == Side::in || key.list == ListKind::alone_receiving) {
            std::swap(event.source, event.target);
        }
        event.date = date_of_code(packed.date);
        event.kind = *handle;
        event.reports = packed.reports;
        event.sources = packed.sources;
        if (!words.empty()) {
            event.id = words[i].id;
            event.place = words[i].place;
            event.url = words[i].url;
            event.text = words[i].text;
        }
        carried.import.add_as_it_was(event, packed.id);
        ++carried.given;
    }
}

}  // namespace entente::store
