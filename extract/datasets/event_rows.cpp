#include "extract/datasets/event_rows.hpp"

#include "extract/datasets/cameo.hpp"
#include "extract/input/read_date.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

namespace entente::extract {

namespace {

struct ColumnName {
    std::string_view name;
    Column column;
};

// The first of each column is its own name; the others are what data sets call it.
constexpr ColumnName known_columns[] = {
    {"source", Column::source},
    {"type", Column::type},
    {"target", Column::target},
    {"date", Column::date},
    {"id", Column::id},
    {"source_type", Column::source_type},
    {"source_country", Column::source_country},
    {"source_sectors", Column::source_sectors},
    {"target_type", Column::target_type},
    {"target_country", Column::target_country},
    {"target_sectors", Column::target_sectors},
    {"mode", Column::mode},
    {"status", Column::status},
    {"score", Column::score},
    {"contexts", Column::contexts},
    {"text", Column::text},
    {"url", Column::url},
    {"place", Column::place},
    {"reports", Column::reports},
    {"sources", Column::sources},
    {"-", Column::ignored},
    {"actor", Column::source},
    {"actor1", Column::source},
    {"source_name", Column::source},
    {"actor_name", Column::source},
    {"recipient", Column::target},
    {"actor2", Column::target},
    {"target_name", Column::target},
    {"recipient_name", Column::target},
    {"event", Column::type},
    {"event_type", Column::type},
    {"relation", Column::type},
    {"cameo", Column::type},
    {"cameo_code", Column::type},
    {"event_code", Column::type},
    {"event_date", Column::date},
    {"event_id", Column::id},
    {"event_mode", Column::mode},
    {"intensity", Column::score},
    {"goldstein", Column::score},
    {"goldsteinscale", Column::score},
    {"actor_country", Column::source_country},
    {"recipient_country", Column::target_country},
    {"actor_sectors", Column::source_sectors},
    {"recipient_sectors", Column::target_sectors},
    {"actor_type", Column::source_type},
    {"recipient_type", Column::target_type},
    {"sentence", Column::text},
    {"evidence", Column::text},
    {"sourceurl", Column::url},
    {"placename", Column::place},
    {"location", Column::place},
    {"mentions", Column::reports},
    {"nummentions", Column::reports},
    {"numsources", Column::sources},
};

constexpr std::string_view own_column_names =
    "source type target date id source_type source_country source_sectors target_type target_country "
    "target_sectors mode status score contexts text url place reports sources -";

// GDELT's columns, from 0 (both versions up to AvgTone).
namespace gdelt {
constexpr std::size_t id = 0;
constexpr std::size_t date = 1;
constexpr std::size_t actor1_code = 5;
constexpr std::size_t actor2_code = 15;
constexpr std::size_t name = 1;  // behind an actor's code
constexpr std::size_t country = 2;
constexpr std::size_t group = 3;
constexpr std::size_t first_role = 7;
constexpr std::size_t last_role = 9;
constexpr std::size_t event_code = 26;
constexpr std::size_t goldstein = 30;
constexpr std::size_t mentions = 31;
constexpr std::size_t sources = 32;
constexpr std::size_t place_1 = 50;  // ActionGeo_FullName
constexpr std::size_t place_2 = 52;
constexpr std::size_t columns_1 = 57;  // 58 with SOURCEURL
constexpr std::size_t columns_2 = 61;
}  // namespace gdelt

bool is_missing(std::string_view text) {
    return text.empty() || text == "None" || text == "NULL" || text == "---";
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '"')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '"')) text.remove_suffix(1);
    return text;
}

std::string folded_column(std::string_view name) {
    std::string folded;
    for (const char c : trimmed(name)) {
        if (c >= 'A' && c <= 'Z') {
            folded += static_cast<char>(c - 'A' + 'a');
        } else {
            folded += c == ' ' || c == '-' ? '_' : c;
        }
    }
    return folded == "_" ? "-" : folded;
}

std::uint32_t count_of(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 ? value : 1;
}

std::optional<std::int16_t> tenths_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(std::abs(value) <= 100))
        return std::nullopt;
    return static_cast<std::int16_t>(std::lround(value * 10));
}

std::optional<Date> date_of(std::string_view text) {
    if (const auto iso = parse_iso_date(text)) return iso;
    return read_date(text);
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";,|"), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        if (!is_missing(part)) parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool is_code(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

void set_cameo(RowKind& kind, const CameoCode& code) {
    kind.known = true;
    kind.type = code.type;
    kind.mode = code.mode;
    kind.contexts.clear();
    for (std::string_view rest = code.contexts; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        kind.contexts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

// A CAMEO code, a PLOVER type (with a mode behind a slash), or CAMEO's words.
RowKind kind_of(std::string_view written) {
    RowKind kind;
    kind.label = written;
    if (is_code(written)) {
        const CameoCode* const code = cameo_code(written);
        if (code == nullptr) return kind;
        set_cameo(kind, *code);
        kind.cameo = written;
        kind.label = code->label;
        return kind;
    }
    const std::size_t slash = std::min(written.find('/'), written.size());
    if (const auto type = event_type(written.substr(0, slash))) {
        kind.known = true;
        kind.type = type;
        kind.mode = written.substr(std::min(slash + 1, written.size()));
        kind.label.clear();
        return kind;
    }
    if (const CameoCode* const code = cameo_labelled(written)) {
        set_cameo(kind, *code);
        kind.cameo = code->code;
    }
    return kind;
}

}  // namespace

std::optional<RowFormat> row_format(std::string_view name) {
    constexpr std::array<std::string_view, 5> names = {"gdelt", "icews", "polecat", "tsv", "csv"};
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<RowFormat>(found - names.begin());
}

std::optional<Column> column_named(std::string_view name) {
    const std::string folded = folded_column(name);
    const auto* const found = std::ranges::find(known_columns, std::string_view(folded), &ColumnName::name);
    if (found == std::end(known_columns)) return std::nullopt;
    return found->column;
}

std::string_view column_names() {
    return own_column_names;
}

EventRows::EventRows(RowFormat format, std::vector<Column> columns)
    : format_(format), given_(std::move(columns)) {
    begin_file();
}

void EventRows::begin_file() {
    at_begin_ = true;
    place_ = {};
    least_fields_ = 0;
    if (given_.empty()) return;
    for (std::size_t i = 0; i < given_.size(); ++i) {
        std::size_t& place = place_[static_cast<std::size_t>(given_[i])];
        if (place == 0) place = i + 1;
    }
    place_[static_cast<std::size_t>(Column::ignored)] = 0;
    least_fields_ = *std::ranges::max_element(place_);
}

std::string_view EventRows::field(std::size_t at) const {
    return at < fields_.size() ? fields_[at] : std::string_view();
}

std::string_view EventRows::field(Column column) const {
    const std::size_t place = place_[static_cast<std::size_t>(column)];
    if (place == 0) return {};
    const std::string_view text = field(place - 1);
    return is_missing(text) ? std::string_view() : text;
}

// From the beginning of one field to the end of another: they lie in one line.
std::string_view EventRows::span(std::size_t first, std::size_t last) const {
    const char* const begin = fields_[first].data();
    return {begin, static_cast<std::size_t>(fields_[last].data() + fields_[last].size() - begin)};
}

void EventRows::split(std::string_view line) {
    fields_.clear();
    const char* at = line.data();
    const char* const end = at + line.size();
    for (;;) {
        const auto* const tab =
            at == end ? nullptr
                      : static_cast<const char*>(std::memchr(at, '\t', static_cast<std::size_t>(end - at)));
        const char* const stop = tab == nullptr ? end : tab;
        fields_.emplace_back(at, static_cast<std::size_t>(stop - at));
        if (tab == nullptr) return;
        at = tab + 1;
    }
}

// RFC 4180: fields in quotation marks may hold commas and line ends; a mark within is doubled. What does not
// keep to it is taken as it stands.
void EventRows::split_quoted(std::string_view line) {
    fields_.clear();
    unquoted_.clear();
    unquoted_.reserve(line.size() + 1);  // so that the views stay
    std::size_t at = 0;
    for (;;) {
        if (at < line.size() && line[at] == '"') {
            const std::size_t begin = unquoted_.size();
            ++at;
            while (at < line.size()) {
                if (line[at] == '"') {
                    if (at + 1 >= line.size() || line[at + 1] != '"') break;
                    ++at;
                }
                unquoted_ += line[at++];
            }
            fields_.emplace_back(unquoted_.data() + begin, unquoted_.size() - begin);
            at = std::min(line.find(',', at), line.size());
        } else {
            const std::size_t end = std::min(line.find(',', at), line.size());
            fields_.push_back(line.substr(at, end - at));
            at = end;
        }
        if (at >= line.size()) return;
        ++at;
    }
}

bool EventRows::unfinished(std::string_view line) const {
    return format_ == RowFormat::csv && std::ranges::count(line, '"') % 2 == 1;
}

bool EventRows::choose_columns(const std::vector<std::string_view>& names) {
    std::array<std::size_t, column_count> place{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto column = column_named(names[i]);
        if (!column || *column == Column::ignored) continue;
        std::size_t& here = place[static_cast<std::size_t>(*column)];
        if (here == 0) here = i + 1;
    }
    const auto has = [&](Column column) { return place[static_cast<std::size_t>(column)] != 0; };
    if ((!has(Column::source) && !has(Column::target)) || !has(Column::type)) return false;
    place_ = place;
    least_fields_ = *std::ranges::max_element(place_);
    return true;
}

// True when the first line was a header.
bool EventRows::take_header() {
    if (format_ == RowFormat::icews || format_ == RowFormat::polecat) {
        // Their headers use words that mean other things elsewhere (Source: the publisher).
        struct Known {
            std::string_view name;
            Column column;
        };
        static constexpr Known icews[] = {{"event_id", Column::id},
                                          {"event_date", Column::date},
                                          {"source_name", Column::source},
                                          {"source_sectors", Column::source_sectors},
                                          {"source_country", Column::source_country},
                                          {"cameo_code", Column::type},
                                          {"intensity", Column::score},
                                          {"target_name", Column::target},
                                          {"target_sectors", Column::target_sectors},
                                          {"target_country", Column::target_country},
                                          {"city", Column::place}};
        static constexpr Known polecat[] = {{"event_id", Column::id},
                                            {"event_date", Column::date},
                                            {"event_type", Column::type},
                                            {"event_mode", Column::mode},
                                            {"intensity", Column::score},
                                            {"contexts", Column::contexts},
                                            {"actor_name", Column::source},
                                            {"actor_country", Column::source_country},
                                            {"actor_sectors", Column::source_sectors},
                                            {"recipient_name", Column::target},
                                            {"recipient_country", Column::target_country},
                                            {"recipient_sectors", Column::target_sectors},
                                            {"placename", Column::place}};
        const std::span<const Known> known =
            format_ == RowFormat::icews ? std::span<const Known>(icews) : polecat;
        place_ = {};
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            const auto found =
                std::ranges::find(known, std::string_view(folded_column(fields_[i])), &Known::name);
            if (found != known.end()) place_[static_cast<std::size_t>(found->column)] = i + 1;
        }
        least_fields_ = std::max({place_[static_cast<std::size_t>(Column::source)],
                                  place_[static_cast<std::size_t>(Column::target)],
                                  place_[static_cast<std::size_t>(Column::type)]});
        return place_[static_cast<std::size_t>(Column::source)] != 0 &&
               place_[static_cast<std::size_t>(Column::type)] != 0;
    }
    if (!given_.empty()) return false;
    if (choose_columns(fields_)) return true;
    // No header: the columns of the temporal knowledge graphs.
    place_ = {};
    place_[static_cast<std::size_t>(Column::source)] = 1;
    place_[static_cast<std::size_t>(Column::type)] = 2;
    place_[static_cast<std::size_t>(Column::target)] = 3;
    place_[static_cast<std::size_t>(Column::date)] = 4;
    least_fields_ = 4;
    return false;
}

EventRows::Outcome EventRows::refuse(std::string reason) {
    fault_ = std::move(reason);
    return Outcome::fault;
}

void EventRows::set_date(std::string_view text) {
    if (text != last_date_text_ || !last_date_) {
        last_date_text_ = text;
        last_date_ = date_of(text);
    }
}

EventRows::Outcome EventRows::read(std::string_view line) {
    if (line.empty()) return Outcome::nothing;
    if (format_ == RowFormat::csv) {
        split_quoted(line);
    } else {
        split(line);
    }
    row_ = {};
    if (format_ == RowFormat::gdelt) return read_gdelt();
    if (at_begin_) {
        at_begin_ = false;
        if (take_header()) return Outcome::nothing;
        const bool needs_header = format_ == RowFormat::icews || format_ == RowFormat::polecat;
        if (needs_header) {
            fault_ = fmt::format(
                "its first line is not the header of {}; if it is a table of another kind: --format tsv",
                format_ == RowFormat::icews ? "ICEWS" : "POLECAT");
            return Outcome::wrong_file;
        }
    }
    return read_table();
}

EventRows::Outcome EventRows::read_gdelt() {
    const std::size_t size = fields_.size();
    if (size == 58 && fields_[0] == "GLOBALEVENTID") return Outcome::nothing;
    if (size != gdelt::columns_1 && size != gdelt::columns_1 + 1 && size != gdelt::columns_2) {
        return refuse(
            fmt::format("{} {}, and GDELT has 57, 58 or 61", size, size == 1 ? "column" : "columns"));
    }
    if (fields_[0] == "GLOBALEVENTID") return Outcome::nothing;
    set_date(fields_[gdelt::date]);
    if (!last_date_) return refuse(fmt::format("\"{}\" is no date", fields_[gdelt::date]));
    row_.date = *last_date_;
    for (const auto& [party, first] :
         {std::pair{&row_.source, gdelt::actor1_code}, {&row_.target, gdelt::actor2_code}}) {
        if (fields_[first + gdelt::name].empty()) continue;
        *party = {span(first, first + gdelt::last_role), fields_[first + gdelt::name]};
    }
    if (row_.source.key.empty() && row_.target.key.empty()) return refuse("neither of its actors has a name");
    row_.kind_key = span(gdelt::event_code, gdelt::goldstein);
    row_.id = fields_[gdelt::id];
    row_.reports = count_of(fields_[gdelt::mentions]);
    row_.sources = count_of(fields_[gdelt::sources]);
    row_.place = fields_[size == gdelt::columns_2 ? gdelt::place_2 : gdelt::place_1];
    if (size != gdelt::columns_1) row_.url = fields_.back();
    return Outcome::row;
}

// The row's columns that tell who a party is, as one string.
RowParty EventRows::party(Side side) {
    const bool source = side == Side::source;
    const std::string_view name = trimmed(field(source ? Column::source : Column::target));
    if (name.empty()) return {};
    std::string& key = keys_[source ? 0 : 1];
    key = name;
    for (const Column column : {source ? Column::source_type : Column::target_type,
                                source ? Column::source_country : Column::target_country,
                                source ? Column::source_sectors : Column::target_sectors}) {
        if (place_[static_cast<std::size_t>(column)] == 0) continue;
        key += '\t';
        key += field(column);
    }
    if (key.size() == name.size()) return {name, name};
    return {key, name};
}

EventRows::Outcome EventRows::read_table() {
    if (fields_.size() < least_fields_) {
        return refuse(fmt::format("{} {}, and at least {} are wanted", fields_.size(),
                                  fields_.size() == 1 ? "column" : "columns", least_fields_));
    }
    const std::string_view date = trimmed(field(Column::date));
    if (!date.empty()) {
        set_date(date);
        if (!last_date_) return refuse(fmt::format("\"{}\" is no date (2016-07-15)", date.substr(0, 40)));
        row_.date = *last_date_;
    }
    const std::string_view type = trimmed(field(Column::type));
    if (type.empty()) return refuse("it has no type");
    row_.source = party(Side::source);
    row_.target = party(Side::target);
    if (row_.source.key.empty() && row_.target.key.empty())
        return refuse("neither source nor target has a name");
    std::string& key = keys_[2];
    key = type;
    for (const Column column : {Column::mode, Column::status, Column::score, Column::contexts}) {
        if (place_[static_cast<std::size_t>(column)] == 0) continue;
        key += '\t';
        key += field(column);
    }
    row_.kind_key = key.size() == type.size() ? type : std::string_view(key);
    row_.id = field(Column::id);
    row_.place = field(Column::place);
    row_.url = field(Column::url);
    row_.text = field(Column::text);
    if (const std::string_view reports = field(Column::reports); !reports.empty())
        row_.reports = count_of(reports);
    if (const std::string_view sources = field(Column::sources); !sources.empty())
        row_.sources = count_of(sources);
    return Outcome::row;
}

RowActor EventRows::actor(Side side) const {
    RowActor actor;
    const bool source = side == Side::source;
    if (format_ == RowFormat::gdelt) {
        const std::size_t first = source ? gdelt::actor1_code : gdelt::actor2_code;
        actor.name = field(first + gdelt::name);
        actor.country = field(first + gdelt::country);
        for (std::size_t role = gdelt::first_role; role <= gdelt::last_role; ++role) {
            if (const std::string_view code = field(first + role); !code.empty())
                actor.sectors.emplace_back(code);
        }
        const bool is_country = !actor.country.empty() && field(first) == actor.country;
        if (is_country) actor.type = ActorType::country;
        if (!field(first + gdelt::group).empty()) actor.type = ActorType::organization;
        return actor;
    }
    actor.name = trimmed(field(source ? Column::source : Column::target));
    actor.country = trimmed(field(source ? Column::source_country : Column::target_country));
    actor.sectors = listed(field(source ? Column::source_sectors : Column::target_sectors));
    actor.type = actor_type(trimmed(field(source ? Column::source_type : Column::target_type)));
    return actor;
}

RowKind EventRows::gdelt_kind() const {
    RowKind kind = kind_of(field(gdelt::event_code));
    kind.score_tenths = tenths_of(field(gdelt::goldstein));
    return kind;
}

RowKind EventRows::kind() const {
    if (format_ == RowFormat::gdelt) return gdelt_kind();
    RowKind kind = kind_of(trimmed(field(Column::type)));
    if (const std::string_view mode = trimmed(field(Column::mode)); !mode.empty()) kind.mode = mode;
    if (const auto given = status(trimmed(field(Column::status)))) kind.status = *given;
    if (const std::string_view contexts = field(Column::contexts); !contexts.empty()) {
        kind.contexts = listed(contexts);
        std::ranges::sort(kind.contexts);
    }
    kind.score_tenths = tenths_of(trimmed(field(Column::score)));
    return kind;
}

}  // namespace entente::extract
