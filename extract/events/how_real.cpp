#include "extract/events/how_real.hpp"

#include "extract/events/acts.hpp"

namespace entente::extract {

Status HowReal::status_of(std::uint32_t p) const {
    const auto& pred = frames_.predicate(p);
    if (pred.negated || says_no(pred)) return Status::negation;
    std::int32_t above = pred.governor;
    GovernedAs as = pred.governed_as;
    for (int steps = 0; above >= 0 && steps < 6; ++steps) {
        const auto& governing = frames_.predicate(static_cast<std::uint32_t>(above));
        const auto* g = frames_.group(above);
        if (as != GovernedAs::clause && governing.negated) return Status::negation;
        if (g && g->content == Content::fail) return governing.negated ? Status::reported : Status::negation;
        if (as != GovernedAs::clause && (governing.modality == Modality::may || governing.conditional)) {
            return Status::hypothetical;
        }
        as = governing.governed_as;
        above = governing.governor;
    }
    if (pred.conditional || pred.modality == Modality::may) return Status::hypothetical;
    if (pred.modality == Modality::would && frames_.speaker_of(p) < 0) return Status::hypothetical;
    if (pred.modality == Modality::must) return Status::hypothetical;
    if (inherits_modality(p, Modality::would) && frames_.speaker_of(p) < 0) return Status::hypothetical;
    return Status::reported;
}

Status HowReal::status_around(std::uint32_t token) const {
    for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) {
        const auto& pred = frames_.predicate(p);
        const bool inside = (token >= pred.subject.begin && token < pred.subject.end) ||
                            (token > pred.head && token < pred.end);
        if (!inside) continue;
        if (pred.modality == Modality::may || pred.modality == Modality::would || pred.conditional)
            return Status::hypothetical;
        if (pred.modality == Modality::will) return Status::future;
    }
    return Status::reported;
}

bool HowReal::apply_modality(Candidate& out, std::uint32_t p) const {
    const auto& pred = frames_.predicate(p);
    const bool announced = pred.modality == Modality::will || inherits_modality(p, Modality::will) ||
                           ((pred.modality == Modality::would || inherits_modality(p, Modality::would)) &&
                            frames_.speaker_of(p) >= 0);
    if (!announced || out.status != Status::reported) {
        const bool refused = out.status == Status::negation && out.type != EventType::reject &&
                             (announced || (pred.cannot && frames_.speaker_of(p) >= 0));
        if (refused) return refusal_to_come(out, p);
        return true;
    }
    if (is_verbal_cooperation(out.type)) {
        out.type = EventType::agree;
        out.mode.clear();
    } else if (is_yielding(out.type)) {
        out.type = EventType::concede;
        out.mode.clear();
    } else if (is_hostile(out.type) && out.type != EventType::threaten && speaks_for_itself(out, p)) {
        out.mode = threatened_mode({out.type, out.mode, -1, 0, false});
        out.type = EventType::threaten;
    } else {
        out.status = Status::future;
    }
    return true;
}

bool HowReal::refusal_to_come(Candidate& out, std::uint32_t p) const {
    if (!speaks_for_itself(out, p)) return true;
    const Act act{out.type, out.mode, -1, 0, false};
    if (is_hostile(out.type)) return false;
    out.mode = asked_mode(act);
    out.type = EventType::reject;
    out.status = Status::reported;
    return true;
}

bool HowReal::speaks_for_itself(const Candidate& out, std::uint32_t p) const {
    const auto saying = frames_.speaker_of(p);
    if (saying < 0) return false;
    const auto& speaker = frames_.predicate(static_cast<std::uint32_t>(saying)).subject;
    for (const auto s : speaker.mentions) {
        for (const auto m : out.actor.mentions) {
            const auto& a = cast_.actors[clauses_.mentions[s].actor];
            const auto& b = cast_.actors[clauses_.mentions[m].actor];
            if (a.id == b.id || (!a.country.empty() && a.country == b.country)) return true;
        }
    }
    return false;
}

bool HowReal::says_no(const Predicate& pred) const {
    const auto opens_with_no = [&](const Argument& argument) {
        return !argument.empty() && (clauses_.words[argument.begin].lower == "no" ||
                                     clauses_.words[argument.begin].lower == "neither" ||
                                     clauses_.words[argument.begin].lower == "none");
    };
    if (opens_with_no(pred.subject) || opens_with_no(pred.object)) return true;
    return pred.first > 0 && clauses_.words[pred.first].lower == "to" &&
           lexicon_.in_class("@failure", clauses_.words[pred.first - 1].lower);
}

bool HowReal::inherits_modality(std::uint32_t p, Modality modality) const {
    const auto above = frames_.predicate(p).governor;
    return frames_.predicate(p).governed_as == GovernedAs::infinitive && above >= 0 &&
           frames_.predicate(static_cast<std::uint32_t>(above)).modality == modality;
}

}  // namespace entente::extract
