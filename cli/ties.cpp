#include "cli/ties.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

std::string_view type_name(const graph::Tie& tie) {
    return tie.kind == graph::EdgeKind::event ? extract::name(static_cast<extract::EventType>(tie.type))
                                              : extract::name(static_cast<extract::RelationType>(tie.type));
}

std::string tie_text(const graph::Tie& tie, const Paint& paint) {
    if (tie.kind == graph::EdgeKind::relation) {
        return fmt::format("{} {}", graph::arrow(tie.flow), type_name(tie));
    }
    return fmt::format("{} {} {}", graph::arrow(tie.flow),
                       paint.type(static_cast<extract::EventType>(tie.type)), tie.events);
}

std::string_view flow_name(graph::Flow flow) {
    switch (flow) {
        case graph::Flow::out:
            return "out";
        case graph::Flow::in:
            return "in";
        case graph::Flow::mutual:
            break;
    }
    return "mutual";
}

Json tie_json(const graph::Tie& tie) {
    const bool event = tie.kind == graph::EdgeKind::event;
    return {{"kind", event ? "event" : "relation"},
            {"type", type_name(tie)},
            {"direction", flow_name(tie.flow)},
            {"events", tie.events},
            {"reports", tie.reports},
            {"first", or_null(tie.first)},
            {"last", or_null(tie.last)},
            {"latest", event ? graph::event_name(tie.latest) : graph::relation_name(tie.latest)}};
}

}  // namespace

Json neighbour_json(const graph::Neighbour& neighbour) {
    Json ties = Json::array();
    for (const auto& tie : neighbour.ties) {
        ties.push_back(tie_json(tie));
    }
    return {{"actor", actor_json(neighbour.actor)},
            {"events", neighbour.events},
            {"reports", neighbour.reports},
            {"relations", neighbour.relations},
            {"first", or_null(neighbour.first)},
            {"last", or_null(neighbour.last)},
            {"ties", ties}};
}

std::string tie_weight(std::uint64_t events, std::uint64_t reports, std::uint64_t relations) {
    std::string text;
    if (events != 0) {
        text = fmt::format("{} ({})", counted(events, "event"), counted(reports, "report"));
    }
    if (relations != 0) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", counted(relations, "relation"));
    }
    return text;
}

std::string tie_weight(const graph::Neighbour& neighbour) {
    return tie_weight(neighbour.events, neighbour.reports, neighbour.relations);
}

std::string ties_text(const std::vector<graph::Tie>& ties, const Paint& paint) {
    std::string text;
    for (const auto& tie : ties) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", tie_text(tie, paint));
    }
    return text;
}

}  // namespace entente::cli
