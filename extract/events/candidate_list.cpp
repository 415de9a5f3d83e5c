#include "extract/events/candidate_list.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {

void CandidateList::add(Candidate&& out, const PredicateGroup& g) {
    if (g.civil_type && out.type == g.type && !out.actor.mentions.empty() && sides_.is_civil(out)) {
        out.type = *g.civil_type;
        out.mode = g.civil_mode;
    }
    if (g.armed_type && out.type == g.type && sides_.bears_arms(out.actor, Countries::do_not)) {
        out.type = *g.armed_type;
        out.mode = g.armed_mode;
    }
    if (out.recipient.mentions.empty() && !out.reciprocal) out.recipient = somebody_after(out);

    if (!out.reciprocal) sides_.remove(out.recipient, out.actor);
    if (out.reciprocal) {
        for (const auto m : out.recipient.mentions) out.actor.mentions.push_back(m);
        out.actor.related = out.actor.related && out.recipient.mentions.empty();
        const bool remembered = taken_up_.contains(out.head);
        if (g.needs_recipient && sides_.distinct(out.actor) < 2 && !remembered) return;
        out.recipient.mentions.clear();
    } else if (g.needs_recipient && out.recipient.mentions.empty()) {
        return;
    }
    if (out.actor.mentions.empty() && !taken_up_.contains(out.head)) {
        // Without an agent only what is done to somebody counts: "two soldiers were killed".
        const bool done_to = (out.type == EventType::assault || out.type == EventType::coerce) &&
                             !out.recipient.mentions.empty();
        const bool crowd = out.type == EventType::protest && !out.noun;
        if (!done_to && !crowd) return;
    }
    list_.push_back(std::move(out));
}

Side CandidateList::somebody_after(const Candidate& c) const {
    Side out;
    switch (c.type) {
        case EventType::request:
        case EventType::accuse:
        case EventType::reject:
        case EventType::threaten:
        case EventType::aid:
        case EventType::sanction:
            break;
        case EventType::protest:
            if (!frames_.takes_complement(c.head)) return out;
            break;
        default:
            return out;
    }
    if (c.frame->group->trust_percent <= 50) return out;
    for (std::uint32_t m = 0; m < clauses_.mentions.size(); ++m) {
        const auto& mention = clauses_.mentions[m];
        if (mention.first <= c.head || relative_between(c.head, mention.first) ||
            !same_clause(mention.first, c))
            continue;
        if (acts_elsewhere(mention.head, c.head)) break;
        Side one{{m}, true};
        sides_.keep_acting(one);
        sides_.remove(one, c.actor);
        if (one.mentions.empty()) continue;
        return one;
    }
    return out;
}

bool CandidateList::acts_elsewhere(std::uint32_t token, std::uint32_t head) const {
    return std::any_of(clauses_.predicates.begin(), clauses_.predicates.end(), [&](const Predicate& pred) {
        if (!pred.finite || pred.head < token || token < pred.subject.begin || token >= pred.subject.end)
            return false;
        return pred.governor < 0 || frames_.predicate(static_cast<std::uint32_t>(pred.governor)).head != head;
    });
}

bool CandidateList::relative_between(std::uint32_t begin, std::uint32_t end) const {
    for (auto at = begin + 1; at < end && at < clauses_.words.size(); ++at) {
        const auto& word = clauses_.words[at];
        if (word.mention < 0 && word.lower != "that" &&
            (word.word_class == WordClass::relative || word.word_class == WordClass::subordinator)) {
            return true;
        }
    }
    return false;
}

std::uint32_t CandidateList::anchor_of(const Candidate& c) const {
    if (!c.noun) return c.head;
    for (const auto& pred : clauses_.predicates) {
        if (pred.finite && c.head >= pred.subject.begin && c.head < pred.subject.end) return pred.head;
    }
    return c.head;
}

bool CandidateList::same_clause(std::uint32_t token, const Candidate& c) const {
    const auto anchor = anchor_of(c);
    const auto low = std::min(token, anchor);
    const auto high = std::max(token, anchor);
    return std::none_of(clauses_.predicates.begin(), clauses_.predicates.end(),
                        [&](const Predicate& p) { return p.finite && p.head > low && p.head < high; });
}

}  // namespace entente::extract
