#include "extract/events/acts.hpp"

namespace entente::extract {

bool is_verbal_cooperation(EventType type) {
    return type == EventType::consult || type == EventType::support || type == EventType::cooperate ||
           type == EventType::aid || type == EventType::agree;
}

bool is_yielding(EventType type) {
    return type == EventType::retreat || type == EventType::concede;
}

bool is_hostile(EventType type) {
    return type == EventType::assault || type == EventType::coerce || type == EventType::sanction ||
           type == EventType::protest || type == EventType::mobilize || type == EventType::threaten;
}

std::string asked_mode(const std::optional<Act>& act) {
    if (!act) return "";
    switch (act->type) {
        case EventType::consult:
            return "meet";
        case EventType::aid:
        case EventType::cooperate:
        case EventType::support:
            return "assist";
        case EventType::retreat:
            return act->mode == "resign" ? "change" : "yield";
        case EventType::concede:
            return "yield";
        case EventType::agree:
            return "";
        default:
            return act->type == EventType::request ? act->mode : "change";
    }
}

std::string threatened_mode(const Act& act) {
    switch (act.type) {
        case EventType::assault:
            return act.mode == "seize" ? "territory" : "violence";
        case EventType::mobilize:
            return "violence";
        case EventType::protest:
            return "restrict";
        case EventType::sanction:
            return act.mode == "expel" ? "expel" : act.mode == "convict" ? "arrest" : "relations";
        case EventType::coerce:
            return act.mode == "arrest"   ? "arrest"
                   : act.mode == "deport" ? "expel"
                   : act.mode == "seize"  ? "territory"
                                          : "restrict";
        case EventType::threaten:
            return act.mode;
        default:
            return "";
    }
}

}  // namespace entente::extract
