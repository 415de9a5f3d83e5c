#include "store/import_keys.hpp"

#include "store/coding.hpp"

namespace entente::store::import_keys {

namespace {

// What a row is: the first byte of its key. On people's disks: append only, never reuse.
namespace tag {
constexpr char degree = 'D';
constexpr char name = 'F';
constexpr char hubs = 'H';
constexpr char kinds = 'K';
constexpr char record = 'L';
constexpr char chunk = 'N';
constexpr char datasets = 'S';
constexpr char in = 'b';
constexpr char primary = 'o';
constexpr char strands = 's';
constexpr char day = 't';
constexpr char rows = 'x';
}  // namespace tag

constexpr std::size_t list_key_bytes = 13;
constexpr std::size_t strands_key_bytes = 7;
constexpr std::size_t day_key_bytes = 7;

void append_big16(std::string& key, std::uint16_t value) {
    append_byte(key, static_cast<std::uint8_t>(value >> 8U));
    append_byte(key, static_cast<std::uint8_t>(value & 0xFFU));
}

void append_big24(std::string& key, std::uint32_t value) {
    append_byte(key, static_cast<std::uint8_t>(value >> 16U));
    append_big16(key, static_cast<std::uint16_t>(value & 0xFFFFU));
}

std::uint16_t big16(Cursor& cursor) {
    const std::uint32_t high = cursor.byte();
    return static_cast<std::uint16_t>(high << 8U | cursor.byte());
}

std::uint32_t big24(Cursor& cursor) {
    const std::uint32_t high = cursor.byte();
    return high << 16U | big16(cursor);
}

std::string with_number(char what, std::uint32_t number) {
    std::string key(1, what);
    append_big32(key, number);
    return key;
}

char tag_of(Side side) {
    return side == Side::in ? tag::in : tag::primary;
}

void append_list(std::string& out, const ListKey& key) {
    append_big32(out, key.vertex);
    append_byte(out, static_cast<std::uint8_t>(key.list));
    append_big24(out, key.last_date);
    append_big16(out, key.import);
    append_big16(out, key.turn);
}

}  // namespace

std::string degree(graph::ActorNumber vertex) {
    return with_number(tag::degree, vertex);
}

std::string degrees() {
    return {tag::degree};
}

std::string name(std::string_view folded, graph::ActorNumber actor, std::uint32_t source) {
    std::string key = names(folded);
    append_big32(key, actor);
    append_big16(key, static_cast<std::uint16_t>(source));
    return key;
}

std::string names(std::string_view folded) {
    std::string key(1, tag::name);
    append_ordered(key, folded);
    return key;
}

std::string names_from(std::string_view folded_prefix) {
    std::string key(1, tag::name);
    append_ordered_prefix(key, folded_prefix);
    return key;
}

std::string hubs() {
    return {tag::hubs};
}

std::string kinds() {
    return {tag::kinds};
}

std::string datasets() {
    return {tag::datasets};
}

std::string record(ImportNumber import) {
    std::string key = records();
    append_big16(key, import);
    return key;
}

std::string records() {
    return {tag::record};
}

std::string chunk(graph::ActorNumber actor) {
    return with_number(tag::chunk, actor / actors_in_chunk);
}

std::string chunks() {
    return {tag::chunk};
}

std::string list(const ListKey& key) {
    std::string out(1, tag_of(key.side));
    append_list(out, key);
    return out;
}

std::string lists(Side side, graph::ActorNumber vertex) {
    return with_number(tag_of(side), vertex);
}

std::string lists(Side side, graph::ActorNumber vertex, ListKind list) {
    std::string key = lists(side, vertex);
    append_byte(key, static_cast<std::uint8_t>(list));
    return key;
}

std::string lists_from(Side side, graph::ActorNumber vertex, ListKind list, std::uint32_t date) {
    std::string key = lists(side, vertex, list);
    append_big24(key, date);
    return key;
}

std::string all_lists(Side side) {
    return {tag_of(side)};
}

std::optional<ListKey> read_list_key(std::string_view key) {
    if (key.size() != list_key_bytes) return std::nullopt;
    Cursor cursor(key);
    const char what = static_cast<char>(cursor.byte());
    if (what != tag::in && what != tag::primary && what != tag::rows) return std::nullopt;
    ListKey read;
    read.side = what == tag::in ? Side::in : Side::primary;
    read.vertex = cursor.big32();
    const std::uint8_t list = cursor.byte();
    if (list >= list_kind_count) return std::nullopt;
    read.list = static_cast<ListKind>(list);
    read.last_date = big24(cursor);
    read.import = big16(cursor);
    read.turn = big16(cursor);
    return read;
}

std::string rows(const ListKey& key) {
    std::string out(1, tag::rows);
    append_list(out, key);
    return out;
}

std::string strands(graph::ActorNumber vertex, ImportNumber import) {
    std::string key = strands(vertex);
    append_big16(key, import);
    return key;
}

std::string strands(graph::ActorNumber vertex) {
    return with_number(tag::strands, vertex);
}

std::string all_strands() {
    return {tag::strands};
}

std::optional<StrandsKey> read_strands_key(std::string_view key) {
    if (key.size() != strands_key_bytes || key.front() != tag::strands) return std::nullopt;
    Cursor cursor(key.substr(1));
    const graph::ActorNumber vertex = cursor.big32();
    return StrandsKey{vertex, big16(cursor)};
}

std::string day(std::uint32_t date, std::uint8_t type, ImportNumber import) {
    std::string key = days(date, type);
    append_big16(key, import);
    return key;
}

std::string days(std::uint32_t date, std::uint8_t type) {
    std::string key = days_from(date);
    append_byte(key, type);
    return key;
}

std::string days_from(std::uint32_t date) {
    std::string key = all_days();
    append_big24(key, date);
    return key;
}

std::string all_days() {
    return {tag::day};
}

std::optional<DayKey> read_day_key(std::string_view key) {
    if (key.size() != day_key_bytes || key.front() != tag::day) return std::nullopt;
    Cursor cursor(key.substr(1));
    DayKey read;
    read.date = big24(cursor);
    read.type = cursor.byte();
    read.import = big16(cursor);
    return read;
}

std::optional<ImportNumber> import_of(std::string_view key) {
    if (const auto list = read_list_key(key)) return list->import;
    if (const auto strands = read_strands_key(key)) return strands->import;
    if (const auto day = read_day_key(key)) return day->import;
    if (key.size() == 3 && key.front() == tag::record) {
        Cursor cursor(key.substr(1));
        return big16(cursor);
    }
    return std::nullopt;
}

}  // namespace entente::store::import_keys
