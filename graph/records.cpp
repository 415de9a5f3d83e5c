#include "graph/records.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <xxhash.h>

namespace entente::graph {

namespace {

std::pair<ActorId, ActorId> ordered(const ActorId& a, const ActorId& b) {
    return a < b ? std::pair{a, b} : std::pair{b, a};
}

// Sixteen hexadecimal digits, nothing else.
std::optional<std::uint64_t> parse_hex(std::string_view digits) {
    if (digits.size() != 16) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : digits) {
        std::uint64_t nibble = 0;
        if (c >= '0' && c <= '9') {
            nibble = static_cast<std::uint64_t>(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            nibble = static_cast<std::uint64_t>(c - 'a') + 10;
        } else {
            return std::nullopt;
        }
        value = (value << 4U) | nibble;
    }
    return value;
}

bool of_one_camp(const Event& event, std::size_t i, std::size_t j) {
    const auto& camps = event.actor_camps;
    return i < camps.size() && j < camps.size() && !camps[i].empty() && camps[i] == camps[j];
}

}  // namespace

// Several who accuse or ask together do not do it to each other.
bool reciprocal(const Event& event) {
    using enum EventType;
    const bool may_be = event.type == agree || event.type == consult || event.type == support ||
                        event.type == cooperate || event.type == assault;
    return may_be && event.recipients.empty() && event.actors.size() > 1;
}

std::vector<std::pair<ActorId, ActorId>> ends(const Event& event) {
    std::vector<std::pair<ActorId, ActorId>> pairs;
    if (reciprocal(event)) {
        for (std::size_t i = 0; i < event.actors.size(); ++i) {
            for (std::size_t j = i + 1; j < event.actors.size(); ++j) {
                if (of_one_camp(event, i, j)) continue;
                pairs.push_back(ordered(event.actors[i], event.actors[j]));
            }
        }
    } else {
        for (const ActorId& actor : event.actors) {
            for (const ActorId& recipient : event.recipients) pairs.emplace_back(actor, recipient);
        }
    }
    std::erase_if(pairs, [](const auto& pair) { return pair.first == pair.second; });
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

std::uint32_t report_count(const Event& event) {
    return event.dataset.empty() ? static_cast<std::uint32_t>(event.reports.size()) : event.told;
}

Edge edge_of(const Event& event) {
    Edge edge;
    edge.kind = EdgeKind::event;
    edge.type = static_cast<std::uint8_t>(event.type);
    edge.status = event.status;
    edge.reciprocal = reciprocal(event);
    edge.date = event.date;
    edge.reports = report_count(event);
    edge.sources = event.sources;
    edge.id = event.id;
    return edge;
}

Edge edge_of(const Relation& relation) {
    Edge edge;
    edge.kind = EdgeKind::relation;
    edge.type = static_cast<std::uint8_t>(relation.type);
    edge.derived = relation.derived;
    edge.date = relation.last_seen;
    edge.reports = static_cast<std::uint32_t>(relation.evidence.size());
    edge.id = relation_id(relation.type, relation.from, relation.to);
    return edge;
}

std::uint64_t relation_id(RelationType type, const ActorId& from, const ActorId& to) {
    const std::string content = fmt::format("{}\x1f{}\x1f{}", extract::name(type), from, to);
    return XXH3_64bits(content.data(), content.size());
}

std::string event_name(EventId id) {
    return fmt::format("e:{:016x}", id);
}

std::string relation_name(std::uint64_t id) {
    return fmt::format("r:{:016x}", id);
}

std::optional<EventId> parse_event_name(std::string_view name) {
    if (!name.starts_with("e:")) return std::nullopt;
    return parse_hex(name.substr(2));
}

}  // namespace entente::graph
