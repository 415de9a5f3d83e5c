#include "cli/row_intake.hpp"

#include "cli/printing.hpp"
#include "extract/lexicons/embedded.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::cli {

namespace {

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t more = lead < 0x80                   ? 0
                                 : lead >= 0xC2 && lead < 0xE0 ? 1
                                 : lead >= 0xE0 && lead < 0xF0 ? 2
                                 : lead >= 0xF0 && lead < 0xF5 ? 3
                                                               : 9;
        if (more == 9 || i + more >= text.size()) return false;
        for (std::size_t j = 1; j <= more; ++j) {
            if ((static_cast<unsigned char>(text[i + j]) & 0xC0U) != 0x80U) return false;
        }
        i += more + 1;
    }
    return true;
}

// Old files of ICEWS are Latin-1; what is no UTF-8 is read as that.
std::string readable(std::string_view name) {
    if (is_utf8(name)) return std::string(name);
    std::string text;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xC0U | byte >> 6U);
            text += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return text;
}

// "Police (Australia)" is a group of Australia.
std::string_view in_brackets(std::string_view name) {
    const std::size_t open = name.rfind(" (");
    if (open == std::string_view::npos || !name.ends_with(')')) return {};
    return name.substr(open + 2, name.size() - open - 3);
}

}  // namespace

RowIntake::RowIntake(store::Import& import, extract::EventRows& rows)
    : import_(import), rows_(rows), plover_("plover.json", extract::embedded_lexicon("plover.json")) {}

std::string RowIntake::country_code(const std::string& country) const {
    if (country.size() == 3 && std::ranges::all_of(country, [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return country;
    }
    const std::uint32_t* const known = lexicons_.known_as(country);
    return known == nullptr ? std::string() : lexicons_.actor(*known).country;
}

store::ImportActor RowIntake::known(extract::RowActor said) const {
    store::ImportActor actor;
    actor.name = readable(said.name);
    actor.country = said.country.empty() ? std::string() : country_code(said.country);
    actor.sectors = std::move(said.sectors);
    if (const std::uint32_t* const index = lexicons_.known_as(actor.name)) {
        const extract::KnownActor& known = lexicons_.actor(*index);
        actor.name = known.name;
        actor.type = known.type;
        if (!known.country.empty()) actor.country = known.country;
        // A country has none.
        if (actor.sectors.empty() || known.type == extract::ActorType::country) actor.sectors = known.sectors;
        return actor;
    }
    const std::string_view of = in_brackets(actor.name);
    if (!of.empty()) {
        const std::string code = country_code(std::string(of));
        if (!code.empty()) actor.type = extract::ActorType::group;
        if (actor.country.empty()) actor.country = code;
    }
    if (said.type) actor.type = *said.type;
    return actor;
}

store::ImportActorHandle RowIntake::actor(const extract::RowParty& party, extract::EventRows::Side side) {
    if (party.key.empty()) return store::no_actor;
    const auto seen = import_.actor(party.key);
    if (seen != store::no_actor) return seen;
    return import_.add_actor(party.key, readable(party.name), known(rows_.actor(side)));
}

std::optional<store::ImportKindHandle> RowIntake::kind(std::string_view key) {
    if (key == last_key_) return last_kind_;
    const auto seen = kinds_.find(key);
    if (seen != kinds_.end()) {
        last_key_ = key;
        last_kind_ = seen->second;
        return last_kind_;
    }
    const extract::RowKind said = rows_.kind();
    if (!said.known) return std::nullopt;
    store::ImportEventKind kind;
    kind.type = said.type;
    kind.mode = said.mode;
    kind.status = said.status;
    kind.cameo = said.cameo;
    kind.label = said.label;
    kind.contexts = said.contexts;
    if (said.score_tenths) {
        kind.score_tenths = *said.score_tenths;
    } else if (said.type) {
        const std::string mode = plover_.has_mode(*said.type, said.mode) ? said.mode : "";
        kind.score_tenths = plover_.score_tenths(*said.type, mode);
    }
    if (kind.cameo.empty() && said.type) {
        kind.cameo = plover_.cameo(*said.type, plover_.has_mode(*said.type, said.mode) ? said.mode : "");
    }
    const auto handle = import_.kind(kind);
    kinds_.emplace(*kind_keys_.emplace_back(std::make_unique<std::string>(key)), handle);
    return handle;
}

std::optional<std::string> RowIntake::take(std::uint32_t file) {
    const extract::Row& row = rows_.row();
    const auto kind_handle = kind(row.kind_key);
    if (!kind_handle) {
        return fmt::format(
            "\"{}\" is neither a CAMEO code (a string: \"036\") nor one of its descriptions nor a PLOVER "
            "type",
            cut(one_line(rows_.kind().label), 60));
    }
    store::ImportEvent event;
    event.source = actor(row.source, extract::EventRows::Side::source);
    event.target = actor(row.target, extract::EventRows::Side::target);
    if (event.source == store::no_actor && event.target == store::no_actor) {
        return "no actor's name has letters or digits";
    }
    event.kind = *kind_handle;
    event.date = row.date;
    event.reports = row.reports;
    event.sources = row.sources;
    event.file = file;
    event.id = row.id;
    event.place = row.place;
    event.url = row.url;
    event.text = row.text;
    import_.add(event);
    return std::nullopt;
}

}  // namespace entente::cli
