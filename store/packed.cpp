#include "store/packed.hpp"

#include "store/coding.hpp"

#include <algorithm>
#include <limits>

namespace entente::store {

namespace {

constexpr std::uint32_t months_in_code = 13;
constexpr std::uint32_t days_in_code = 32;
constexpr std::int16_t last_year = 2800;  // what 20 bits of days reach
constexpr std::uint32_t highest_date = 2800U * months_in_code * days_in_code + 12U * days_in_code + 31U;
constexpr std::uint32_t most_in_list = 65536;

// What the flag byte of a list or of strands tells.
constexpr std::uint8_t told_once = 1;  // every event has one report from one source: no columns for them
constexpr std::uint8_t has_others = 2;

// Like Cursor, but for columns of millions of numbers: pointers, one check a number.
class Fast {
 public:
    explicit Fast(std::string_view bytes)
        : at_(reinterpret_cast<const std::uint8_t*>(bytes.data())), end_(at_ + bytes.size()) {}

    std::uint32_t number() {
        if (at_ < end_ && *at_ < 0x80U) return *at_++;
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 35 && at_ < end_; shift += 7) {
            const std::uint8_t next = *at_++;
            value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
            if ((next & 0x80U) != 0) continue;
            if (value > std::numeric_limits<std::uint32_t>::max() || (shift > 0 && next == 0)) break;
            return static_cast<std::uint32_t>(value);
        }
        good_ = false;
        at_ = end_;
        return 0;
    }

    std::uint8_t byte() {
        if (at_ < end_) return *at_++;
        good_ = false;
        return 0;
    }

    std::uint64_t five_bytes() {
        if (end_ - at_ < 5) {
            good_ = false;
            at_ = end_;
            return 0;
        }
        std::uint64_t value = 0;
        for (int i = 0; i < 5; ++i) value = (value << 8U) | *at_++;
        return value;
    }

    void fail() { good_ = false; }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool complete() const { return good_ && at_ == end_; }
    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

 private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
    bool good_ = true;
};

void append_five_bytes(std::string& out, std::uint64_t value) {
    for (unsigned shift = 32; shift < 64; shift -= 8)
        out.push_back(static_cast<char>((value >> shift) & 0xFFU));
}

void append_wide(std::string& out, std::uint64_t value) {
    append_varint(out, static_cast<std::uint32_t>(value));
    append_varint(out, static_cast<std::uint32_t>(value >> 32U));
}

std::uint64_t wide(Cursor& cursor) {
    const std::uint64_t low = cursor.varint();
    return low | static_cast<std::uint64_t>(cursor.varint()) << 32U;
}

void append_strings(std::string& out, const std::vector<std::string>& values) {
    append_varint(out, static_cast<std::uint32_t>(values.size()));
    for (const std::string& value : values) append_string(out, value);
}

std::vector<std::string> strings(Cursor& cursor) {
    std::vector<std::string> values;
    const std::uint32_t size = cursor.varint();
    if (size > cursor.left()) cursor.fail();
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) values.emplace_back(cursor.string());
    return values;
}

bool valid(std::uint32_t date) {
    return date <= highest_date;
}

// --- Strands

void append_half(std::string& out, const std::vector<PackedStrand>& strands, std::uint32_t base, bool once) {
    std::uint32_t last_other = 0;
    for (const PackedStrand& strand : strands) {
        append_varint(out, strand.other - last_other);
        last_other = strand.other;
        const bool some_undated = strand.undated > 0;
        append_byte(out, static_cast<std::uint8_t>(strand.type | static_cast<unsigned>(strand.status) << 4U |
                                                   (some_undated ? 0x80U : 0U)));
        append_varint(out, strand.edges);
        if (some_undated) append_varint(out, strand.undated);
        if (strand.undated < strand.edges) {
            append_varint(out, strand.first - base);
            if (strand.edges - strand.undated > 1) append_varint(out, strand.last - strand.first);
        }
        if (!once) {
            append_varint(out, strand.reports);
            append_varint(out, strand.sources);
        }
    }
}

void read_half(Fast& in, std::uint32_t size, std::uint32_t base, bool once,
               std::vector<PackedStrand>& strands) {
    if (size > in.left()) in.fail();
    if (!in.good()) return;
    strands.reserve(strands.size() + size);
    std::uint32_t other = 0;
    for (std::uint32_t i = 0; i < size && in.good(); ++i) {
        PackedStrand strand;
        other += in.number();
        strand.other = other;
        const std::uint8_t what = in.byte();
        strand.type = what & 0x0FU;
        const auto status = static_cast<std::uint8_t>((what >> 4U) & 0x07U);
        if (status > static_cast<std::uint8_t>(graph::Status::negation)) in.fail();
        strand.status = static_cast<graph::Status>(status);
        strand.edges = in.number();
        if ((what & 0x80U) != 0) {
            strand.undated = in.number();
            if (strand.undated == 0) in.fail();
        }
        if (strand.edges == 0 || strand.undated > strand.edges) in.fail();
        if (strand.undated < strand.edges) {
            strand.first = base + in.number();
            strand.last = strand.first;
            if (strand.edges - strand.undated > 1) strand.last += in.number();
            if (strand.first == 0 || strand.first < base || strand.last < strand.first || !valid(strand.last))
                in.fail();
        }
        strand.reports = once ? strand.edges : in.number();
        strand.sources = once ? strand.edges : in.number();
        strands.push_back(strand);
    }
}

std::uint32_t earliest(const PackedStrands& strands) {
    std::uint32_t first = highest_date;
    bool some = false;
    for (const auto* half : {&strands.out, &strands.in}) {
        for (const PackedStrand& strand : *half) {
            if (strand.first == 0) continue;
            first = std::min(first, strand.first);
            some = true;
        }
    }
    return some ? first : 0;
}

bool all_once(const PackedStrands& strands) {
    const auto once = [](const PackedStrand& strand) {
        return strand.reports == strand.edges && strand.sources == strand.edges;
    };
    return std::ranges::all_of(strands.out, once) && std::ranges::all_of(strands.in, once);
}

// --- Names

// The id that most names have: lower case, what is neither letter nor digit becomes one hyphen. So it need
// not be written. Of other names (accents, initials, a leading article) it is.
graph::ActorId plain_id(std::string_view name) {
    graph::ActorId id;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (kept) {
            id += lower;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) id.pop_back();
    return id;
}

void append_named(std::string& out, const NamedActor& actor) {
    append_byte(out, actor.place);
    const bool plain = !actor.by.empty() && plain_id(actor.by.front().name) == actor.id;
    append_string(out, plain ? std::string_view() : std::string_view(actor.id));
    append_varint(out, static_cast<std::uint32_t>(actor.by.size()));
    for (const NamedBy& by : actor.by) {
        append_varint(out, by.source);
        append_string(out, by.name);
        append_byte(out, static_cast<std::uint8_t>(by.type));
        append_string(out, by.country);
        append_strings(out, by.sectors);
    }
}

NamedActor named(Cursor& cursor) {
    NamedActor actor;
    actor.place = cursor.byte();
    actor.id = cursor.string();
    const std::uint32_t size = cursor.varint();
    if (size == 0 || size > cursor.left()) cursor.fail();
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
        NamedBy by;
        by.source = cursor.varint();
        by.name = cursor.string();
        const std::uint8_t type = cursor.byte();
        if (type > static_cast<std::uint8_t>(graph::ActorType::place)) cursor.fail();
        by.type = cursor.failed() ? graph::ActorType::organization : static_cast<graph::ActorType>(type);
        by.country = cursor.string();
        by.sectors = strings(cursor);
        if (!actor.by.empty() && actor.by.back().source >= by.source) cursor.fail();
        actor.by.push_back(std::move(by));
    }
    if (actor.by.empty() || actor.place >= actors_in_chunk) {
        cursor.fail();
    } else {
        const graph::ActorId plain = plain_id(actor.by.front().name);
        if (actor.id == plain) cursor.fail();  // would not have been written; "" for both is no actor
        if (actor.id.empty()) actor.id = plain;
    }
    return actor;
}

// An actor passed over: what is cheap to see of it.
struct Passed {
    std::uint8_t place = 0;
    std::string_view id;       // as written
    std::string_view name;     // the first data set's
    std::uint8_t type = 0xFF;  // the lowest
};

Passed pass_named(Cursor& cursor) {
    Passed actor;
    actor.place = cursor.byte();
    actor.id = cursor.string();
    const std::uint32_t sources = cursor.varint();
    for (std::uint32_t i = 0; i < sources && !cursor.failed(); ++i) {
        cursor.varint();
        const std::string_view name = cursor.string();
        if (i == 0) actor.name = name;
        actor.type = std::min(actor.type, cursor.byte());
        cursor.string();
        const std::uint32_t sectors = cursor.varint();
        for (std::uint32_t j = 0; j < sectors && !cursor.failed(); ++j) cursor.string();
    }
    return actor;
}

constexpr std::int32_t days_before_1970 = 719162;  // since 0001-01-01

// 0001-01-01 is 1; 0 is kept for undated events.
std::uint64_t day_bits(std::uint32_t date) {
    if (date == 0) return 0;
    return static_cast<std::uint32_t>(extract::first_day(date_of_code(date)) + days_before_1970 + 1);
}

}  // namespace

std::uint32_t date_code(const graph::Date& date) {
    if (date.year <= 0 || date.year > last_year) return 0;
    return (static_cast<std::uint32_t>(date.year) * months_in_code + date.month) * days_in_code + date.day;
}

graph::Date date_of_code(std::uint32_t code) {
    graph::Date date;
    if (code == 0) return date;
    date.day = static_cast<std::uint8_t>(code % days_in_code);
    date.month = static_cast<std::uint8_t>(code / days_in_code % months_in_code);
    date.year = static_cast<std::int16_t>(code / days_in_code / months_in_code);
    return date;
}

DateCodes date_codes(const graph::Date& from, const graph::Date& to) {
    DateCodes codes;
    if (!from.known() && !to.known()) return codes;
    codes.first = 1;
    if (from.known()) {
        const graph::Date first = extract::date_of_day(extract::first_day(from));
        if (first.year > last_year) codes.first = codes.last;
        if (first.year > 0 && first.year <= last_year) {
            codes.first = date_codes_of_day(static_cast<std::uint32_t>(day_bits(date_code(first)))).front();
        }
    }
    if (to.known()) {
        const graph::Date last = extract::date_of_day(extract::last_day(to));
        if (last.year <= last_year) codes.last = date_code(last);
    }
    return codes;
}

std::string packed_list(const std::vector<PackedEvent>& events) {
    std::string out;
    out.reserve(events.size() * 11 + 8);
    const bool once = std::ranges::all_of(
        events, [](const PackedEvent& event) { return event.reports == 1 && event.sources == 1; });
    const bool others =
        std::ranges::any_of(events, [](const PackedEvent& event) { return event.other != no_other; });
    append_varint(out, static_cast<std::uint32_t>(events.size()));
    append_byte(out, static_cast<std::uint8_t>((once ? told_once : 0U) | (others ? has_others : 0U)));
    std::uint32_t date = 0;
    for (const PackedEvent& event : events) {
        append_varint(out, event.date - date);
        date = event.date;
    }
    for (const PackedEvent& event : events) append_varint(out, event.kind);
    if (others) {
        for (const PackedEvent& event : events) append_varint(out, event.other + 1);
    }
    if (!once) {
        for (const PackedEvent& event : events) append_varint(out, event.reports);
        for (const PackedEvent& event : events) append_varint(out, event.sources);
    }
    for (const PackedEvent& event : events) append_five_bytes(out, event.id & stored_id_mask);
    return out;
}

bool read_list(std::string_view bytes, std::vector<PackedEvent>& events) {
    Fast in(bytes);
    const std::uint32_t size = in.number();
    const std::uint8_t flags = in.byte();
    if (!in.good() || size == 0 || size > most_in_list || size > in.left() ||
        flags > (told_once | has_others))
        return false;
    const std::size_t begin = events.size();
    events.resize(begin + size);
    PackedEvent* const first = events.data() + begin;
    PackedEvent* const last = first + size;
    std::uint32_t date = 0;
    for (PackedEvent* event = first; event != last; ++event) event->date = date += in.number();
    for (PackedEvent* event = first; event != last; ++event) event->kind = in.number();
    for (PackedEvent* event = first; event != last; ++event) {
        event->other = (flags & has_others) != 0 ? in.number() - 1 : no_other;
    }
    if ((flags & told_once) == 0) {
        for (PackedEvent* event = first; event != last; ++event) event->reports = in.number();
        for (PackedEvent* event = first; event != last; ++event) event->sources = in.number();
    }
    for (PackedEvent* event = first; event != last; ++event) event->id = in.five_bytes();
    // A sum of dates that wrapped around would sort wrongly: dates only rise.
    const bool rising = valid(date) && std::is_sorted(first, last, [](const auto& a, const auto& b) {
                            return a.date < b.date;
                        });
    if (in.complete() && rising) return true;
    events.resize(begin);
    return false;
}

std::optional<std::uint32_t> first_date_of_list(std::string_view bytes) {
    Fast in(bytes);
    in.number();
    in.byte();
    const std::uint32_t date = in.number();
    return in.good() ? std::optional{date} : std::nullopt;
}

std::string packed_strands(const PackedStrands& strands) {
    std::string out;
    const std::uint32_t base = earliest(strands);
    const bool once = all_once(strands);
    append_varint(out, strands.degree);
    append_varint(out, static_cast<std::uint32_t>(strands.out.size()));
    append_varint(out, static_cast<std::uint32_t>(strands.in.size()));
    append_byte(out, once ? told_once : 0);
    append_varint(out, base);
    append_half(out, strands.out, base, once);
    append_half(out, strands.in, base, once);
    return out;
}

bool read_strands(std::string_view bytes, PackedStrands& strands) {
    Fast in(bytes);
    strands.degree = in.number();
    const std::uint32_t out_size = in.number();
    const std::uint32_t in_size = in.number();
    const std::uint8_t flags = in.byte();
    const std::uint32_t base = in.number();
    if (flags > told_once || !valid(base)) in.fail();
    read_half(in, out_size, base, flags == told_once, strands.out);
    read_half(in, in_size, base, flags == told_once, strands.in);
    return in.complete();
}

std::optional<std::uint32_t> degree_of_strands(std::string_view bytes) {
    Fast in(bytes);
    const std::uint32_t degree = in.number();
    return in.good() ? std::optional{degree} : std::nullopt;
}

std::string packed_names(const std::vector<NamedActor>& actors) {
    std::string out;
    append_varint(out, static_cast<std::uint32_t>(actors.size()));
    for (const NamedActor& actor : actors) append_named(out, actor);
    return out;
}

bool read_names(std::string_view bytes, std::vector<NamedActor>& actors) {
    Cursor cursor(bytes);
    const std::uint32_t size = cursor.varint();
    if (size > actors_in_chunk) return false;
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
        NamedActor actor = named(cursor);
        if (!actors.empty() && actors.back().place >= actor.place) cursor.fail();
        actors.push_back(std::move(actor));
    }
    return cursor.complete();
}

bool actor_in_names(std::string_view bytes, std::uint8_t place, std::optional<NamedActor>& actor) {
    Cursor cursor(bytes);
    const std::uint32_t size = cursor.varint();
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
        Cursor here = cursor;
        if (pass_named(cursor).place != place || cursor.failed()) continue;
        actor = named(here);
        return !here.failed();
    }
    return cursor.complete();
}

bool types_in_names(std::string_view bytes, std::vector<std::pair<std::uint8_t, graph::ActorType>>& types) {
    Cursor cursor(bytes);
    const std::uint32_t size = cursor.varint();
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
        const Passed actor = pass_named(cursor);
        if (actor.type > static_cast<std::uint8_t>(graph::ActorType::place)) cursor.fail();
        types.emplace_back(actor.place, static_cast<graph::ActorType>(actor.type));
    }
    return cursor.complete();
}

graph::ActorId id_in_names(std::string_view bytes, std::uint8_t place) {
    Cursor cursor(bytes);
    const std::uint32_t size = cursor.varint();
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
        const Passed actor = pass_named(cursor);
        if (actor.place == place && !cursor.failed())
            return actor.id.empty() ? plain_id(actor.name) : graph::ActorId(actor.id);
    }
    return {};
}

std::string packed_kinds(const std::vector<ImportKind>& kinds) {
    std::string out;
    append_varint(out, static_cast<std::uint32_t>(kinds.size()));
    for (const ImportKind& kind : kinds) {
        append_byte(out, kind.type);
        append_byte(out, static_cast<std::uint8_t>(kind.status));
        append_signed(out, kind.score_tenths);
        append_string(out, kind.mode);
        append_string(out, kind.cameo);
        append_string(out, kind.label);
        append_strings(out, kind.contexts);
        append_string(out, kind.dataset);
    }
    return out;
}

bool read_kinds(std::string_view bytes, std::vector<ImportKind>& kinds) {
    Cursor cursor(bytes);
    const std::uint32_t size = cursor.varint();
    if (size > cursor.left()) return false;
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
        ImportKind kind;
        kind.type = cursor.byte();
        const std::uint8_t status = cursor.byte();
        if (kind.type > untyped_kind || status > static_cast<std::uint8_t>(graph::Status::negation))
            return false;
        kind.status = static_cast<graph::Status>(status);
        kind.score_tenths = cursor.signed_varint();
        kind.mode = cursor.string();
        kind.cameo = cursor.string();
        kind.label = cursor.string();
        kind.contexts = strings(cursor);
        kind.dataset = cursor.string();
        kinds.push_back(std::move(kind));
    }
    return cursor.complete();
}

std::string packed_record(const ImportRecord& record) {
    std::string out;
    append_string(out, record.dataset);
    append_string(out, record.format);
    for (const std::uint64_t count : {record.events, record.untyped, record.alone, record.edges,
                                      record.reports, record.undated, record.new_actors}) {
        append_wide(out, count);
    }
    for (const auto* counts : {&record.by_type, &record.by_status}) {
        append_varint(out, static_cast<std::uint32_t>(counts->size()));
        for (const std::uint64_t count : *counts) append_wide(out, count);
    }
    append_varint(out, record.first);
    append_varint(out, record.last);
    return out;
}

bool read_record(std::string_view bytes, ImportRecord& record) {
    Cursor cursor(bytes);
    record.dataset = cursor.string();
    record.format = cursor.string();
    for (std::uint64_t* const count : {&record.events, &record.untyped, &record.alone, &record.edges,
                                       &record.reports, &record.undated, &record.new_actors}) {
        *count = wide(cursor);
    }
    for (auto* const counts : {&record.by_type, &record.by_status}) {
        const std::uint32_t size = cursor.varint();
        if (size > cursor.left()) return false;
        for (std::uint32_t i = 0; i < size; ++i) counts->push_back(wide(cursor));
    }
    record.first = cursor.varint();
    record.last = cursor.varint();
    return cursor.complete() && valid(record.first) && valid(record.last);
}

std::string packed_rows(const std::vector<graph::ImportedRow>& rows) {
    std::string out;
    append_varint(out, static_cast<std::uint32_t>(rows.size()));
    for (const graph::ImportedRow& row : rows) {
        append_string(out, row.id);
        append_string(out, row.place);
        append_string(out, row.url);
        append_string(out, row.text);
    }
    return out;
}

bool read_rows(std::string_view bytes, std::vector<graph::ImportedRow>& rows) {
    Cursor cursor(bytes);
    const std::uint32_t size = cursor.varint();
    if (size > cursor.left()) return false;
    for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
        graph::ImportedRow row;
        row.id = cursor.string();
        row.place = cursor.string();
        row.url = cursor.string();
        row.text = cursor.string();
        rows.push_back(std::move(row));
    }
    return cursor.complete();
}

std::uint64_t import_event_id(std::uint32_t date, std::uint8_t type, std::uint64_t content) {
    return day_bits(date) << 44U | static_cast<std::uint64_t>(type & 0x0FU) << 40U |
           (content & stored_id_mask);
}

std::uint32_t day_of_id(graph::EventId id) {
    return static_cast<std::uint32_t>(id >> 44U);
}

std::uint8_t type_of_id(graph::EventId id) {
    return static_cast<std::uint8_t>((id >> 40U) & 0x0FU);
}

std::vector<std::uint32_t> date_codes_of_day(std::uint32_t day) {
    if (day == 0) return {0};
    graph::Date date = extract::date_of_day(static_cast<std::int32_t>(day) - 1 - days_before_1970);
    std::vector<std::uint32_t> codes = {date_code(date)};
    if (date.day == 1) {
        date.day = 0;
        codes.push_back(date_code(date));
        if (date.month == 1) {
            date.month = 0;
            codes.push_back(date_code(date));
        }
    }
    std::ranges::sort(codes);
    return codes;
}

}  // namespace entente::store
