#include "store/keys.hpp"

#include "store/coding.hpp"

#include <fmt/format.h>

namespace entente::store {

std::string after(std::string_view prefix) {
    std::string bound(prefix);
    while (!bound.empty() && bound.back() == '\xFF') bound.pop_back();
    if (!bound.empty()) ++bound.back();
    return bound;
}

namespace keys {

namespace {

// What a row is: the first byte of its key. On people's disks: append only, never reuse.
namespace tag {
constexpr char totals = 'c';
constexpr char number_of = 'i';
constexpr char id_of = 'n';
constexpr char actor = 'v';
constexpr char name = 'f';
constexpr char edge_out = 'o';
constexpr char edge_in = 'b';
constexpr char pair = 'p';
constexpr char degree = 'd';
constexpr char hubs = 'h';
constexpr char event = 'e';
constexpr char event_of_report = 'r';
constexpr char event_of_actor = 'q';
constexpr char event_on = 't';
constexpr char relation = 'l';
constexpr char article = 'a';

constexpr char form = 'f';
constexpr char use = 'u';
constexpr char form_of = 'w';
constexpr char report = 'r';
constexpr char event_in = 'e';
constexpr char pending = 'p';
constexpr char decisions = 'd';
}  // namespace tag

std::string begin(char what) {
    return std::string(1, what);
}

std::string with_string(char what, std::string_view tail) {
    std::string key(1, what);
    key.append(tail);
    return key;
}

std::string with_ordered(char what, std::string_view value) {
    std::string key(1, what);
    append_ordered(key, value);
    return key;
}

std::string with_number(char what, std::uint32_t number) {
    std::string key(1, what);
    append_big32(key, number);
    return key;
}

std::string with_id(char what, std::uint64_t id) {
    std::string key(1, what);
    append_big64(key, id);
    return key;
}

void append_form(std::string& key, const graph::FormKey& form) {
    append_ordered(key, form.block);
    append_byte(key, static_cast<std::uint8_t>(form.type));
    append_ordered(key, form.local_id);
    append_ordered(key, form.country);
}

char edge_tag(Side side) {
    return side == Side::out ? tag::edge_out : tag::edge_in;
}

}  // namespace

std::string totals() {
    return begin(tag::totals);
}

std::string number_of(std::string_view actor) {
    return with_string(tag::number_of, actor);
}

std::string numbers() {
    return begin(tag::number_of);
}

std::string id_of(graph::ActorNumber number) {
    return with_number(tag::id_of, number);
}

std::string actors() {
    return {tag::actor};
}

std::string actor(graph::ActorNumber number) {
    return with_number(tag::actor, number);
}

std::string name(std::string_view folded, std::string_view actor) {
    std::string key = names(folded);
    key.append(actor);
    return key;
}

std::string names(std::string_view folded) {
    return with_ordered(tag::name, folded);
}

std::string names_from(std::string_view folded_prefix) {
    std::string key = begin(tag::name);
    append_ordered_prefix(key, folded_prefix);
    return key;
}

std::string edge(Side side, const graph::Edge& edge) {
    const bool out = side == Side::out;
    std::string key = edges(side, out ? edge.source : edge.target);
    append_date(key, edge.date);
    append_big64(key, edge.id);
    append_big32(key, out ? edge.target : edge.source);
    append_byte(key, static_cast<std::uint8_t>(edge.kind));
    return key;
}

std::string edges(Side side, graph::ActorNumber vertex) {
    return with_number(edge_tag(side), vertex);
}

std::string pair(graph::ActorNumber vertex, graph::ActorNumber other) {
    std::string key = with_number(tag::pair, vertex);
    append_big32(key, other);
    return key;
}

std::string pairs(graph::ActorNumber vertex) {
    return with_number(tag::pair, vertex);
}

std::optional<graph::ActorNumber> other_of_pair(std::string_view key) {
    Cursor cursor(key);
    cursor.byte();
    cursor.big32();
    const graph::ActorNumber other = cursor.big32();
    return cursor.complete() ? std::optional{other} : std::nullopt;
}

std::string degrees() {
    return {tag::degree};
}

std::string degree(graph::ActorNumber vertex) {
    return with_number(tag::degree, vertex);
}

std::string hubs_of(std::uint32_t degree) {
    return with_number(tag::hubs, degree);
}

std::string hubs() {
    return begin(tag::hubs);
}

std::string event(graph::EventId id) {
    return with_id(tag::event, id);
}

std::string events() {
    return begin(tag::event);
}

std::string event_of_report(graph::ReportId id) {
    return with_id(tag::event_of_report, id);
}

std::string event_of_actor(graph::ActorNumber actor, graph::Date date, graph::EventId id) {
    std::string key = events_of_actor(actor);
    append_date(key, date);
    append_big64(key, id);
    return key;
}

std::string events_of_actor(graph::ActorNumber actor) {
    return with_number(tag::event_of_actor, actor);
}

std::string event_on(graph::Date date, graph::EventId id) {
    std::string key = events_from(date);
    append_big64(key, id);
    return key;
}

std::string events_from(graph::Date date) {
    std::string key = dated_events();
    append_date(key, date);
    return key;
}

std::string dated_events() {
    return begin(tag::event_on);
}

std::string relation(std::uint64_t id) {
    return with_id(tag::relation, id);
}

std::string article(std::string_view article) {
    return with_string(tag::article, article);
}

std::string articles() {
    return begin(tag::article);
}

std::string form(const graph::FormKey& form) {
    std::string key = begin(tag::form);
    append_form(key, form);
    return key;
}

std::string forms(std::string_view block) {
    return with_ordered(tag::form, block);
}

std::string use(const graph::FormKey& form, std::string_view article) {
    std::string key = uses(form);
    key.append(article);
    return key;
}

std::string uses(const graph::FormKey& form) {
    std::string key = begin(tag::use);
    append_form(key, form);
    return key;
}

std::string form_of(std::string_view actor, const graph::FormKey& form) {
    std::string key = forms_of(actor);
    append_form(key, form);
    return key;
}

std::string forms_of(std::string_view actor) {
    return with_ordered(tag::form_of, actor);
}

std::string report(std::string_view block, graph::ReportId id) {
    std::string key = reports(block);
    append_big64(key, id);
    return key;
}

std::string reports(std::string_view block) {
    return with_ordered(tag::report, block);
}

std::string event_in(std::string_view block, graph::EventId id) {
    std::string key = events_in(block);
    append_big64(key, id);
    return key;
}

std::string events_in(std::string_view block) {
    return with_ordered(tag::event_in, block);
}

std::string pending(std::string_view article) {
    return with_string(tag::pending, article);
}

std::string decisions() {
    return begin(tag::decisions);
}

std::string all_pending() {
    return begin(tag::pending);
}

std::string text(std::string_view article, std::string_view version) {
    std::string key;
    append_ordered(key, article);
    key.append(version);
    return key;
}

std::optional<std::uint64_t> id_at_end(std::string_view key) {
    constexpr std::size_t size = sizeof(std::uint64_t);
    if (key.size() < size) return std::nullopt;
    return Cursor(key.substr(key.size() - size)).big64();
}

std::optional<graph::FormKey> form_in(std::string_view key) {
    return form_after(key, begin(tag::form));
}

std::optional<graph::FormKey> form_after(std::string_view key, std::string_view prefix) {
    if (!key.starts_with(prefix)) return std::nullopt;
    Cursor cursor(key.substr(prefix.size()));
    graph::FormKey form;
    form.block = cursor.ordered();
    const std::uint8_t type = cursor.byte();
    form.local_id = cursor.ordered();
    form.country = cursor.ordered();
    if (!cursor.complete() || type > static_cast<std::uint8_t>(graph::ActorType::place)) return std::nullopt;
    form.type = static_cast<graph::ActorType>(type);
    return form;
}

std::optional<graph::ActorNumber> number_at_end(std::string_view key) {
    if (key.empty()) return std::nullopt;
    Cursor cursor(key.substr(1));
    const graph::ActorNumber number = cursor.big32();
    return cursor.complete() ? std::optional{number} : std::nullopt;
}

std::optional<std::uint32_t> degree_of_hubs(std::string_view key) {
    Cursor cursor(key);
    const bool ours = cursor.byte() == static_cast<std::uint8_t>(tag::hubs);
    const std::uint32_t degree = cursor.big32();
    return ours && cursor.complete() ? std::optional{degree} : std::nullopt;
}

std::optional<NameRow> read_name(std::string_view key) {
    Cursor cursor(key);
    if (cursor.byte() != static_cast<std::uint8_t>(tag::name)) return std::nullopt;
    NameRow row;
    row.folded = cursor.ordered();
    row.actor = cursor.rest();
    return cursor.complete() ? std::optional{std::move(row)} : std::nullopt;
}

std::optional<graph::Edge> read_edge(Side side, std::string_view key) {
    Cursor cursor(key);
    if (cursor.byte() != static_cast<std::uint8_t>(edge_tag(side))) return std::nullopt;
    graph::Edge edge;
    const graph::ActorNumber vertex = cursor.big32();
    edge.date = cursor.date();
    edge.id = cursor.big64();
    const graph::ActorNumber other = cursor.big32();
    const std::uint8_t kind = cursor.byte();
    if (!cursor.complete() || kind > static_cast<std::uint8_t>(graph::EdgeKind::relation)) {
        return std::nullopt;
    }
    edge.source = side == Side::out ? vertex : other;
    edge.target = side == Side::out ? other : vertex;
    edge.kind = static_cast<graph::EdgeKind>(kind);
    return edge;
}

std::string printable(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c >= ' ' && c <= '~') {
            out.push_back(c);
        } else {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

}  // namespace keys

}  // namespace entente::store
