#include "extract/events/noun_coder.hpp"

#include "extract/events/acts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

void NounCoder::code(std::uint32_t token) {
    const auto& match = frames_.noun(token);
    if (!match.frame || frames_.is_swallowed(token)) return;
    const auto& g = *match.frame->group;
    if (g.use != FrameUse::event) return;
    if (token + 1 < clauses_.words.size() && frames_.noun(token + 1).frame &&
        frames_.noun(token + 1).first <= token)
        return;
    const auto around = noun_arguments(clauses_, token);
    if (is_feared(around)) return;
    Candidate out;
    out.frame = match.frame;
    out.type = g.type;
    out.noun = true;
    out.head = token;
    out.trigger_first = match.first;
    out.trigger_last = token + 1;
    out.begin = around.begin;
    out.end = around.end;
    out.mode = frames_.mode_of(g, around.begin, around.end);
    out.reciprocal = g.reciprocal;
    const auto light = light_verb_of(token);
    if (g.weak && light < 0) return;
    noun_sides(out, g, around, light);
    out.status = around.negated ? Status::negation
                 : light >= 0   ? real_.status_of(static_cast<std::uint32_t>(light))
                                : real_.status_around(token);
    if (is_planned(around)) {
        if (!is_verbal_cooperation(out.type)) return;
        out.type = EventType::agree;
        out.mode.clear();
    }
    if (light >= 0) {
        if (frames_.is_swallowed(frames_.predicate(static_cast<std::uint32_t>(light)).head)) return;
        out.begin = std::min(out.begin, frames_.predicate(static_cast<std::uint32_t>(light)).clause_begin);
        if (!real_.apply_modality(out, static_cast<std::uint32_t>(light))) return;
    }
    if (light < 0 && out.reciprocal && out.recipient.mentions.empty() && sides_.distinct(out.actor) < 2)
        take_pair(out);
    if (out.actor.mentions.empty() && out.reciprocal) take_pair(out);
    if (out.actor.mentions.empty() && !from_memory(out, around)) return;
    list_.add(std::move(out), g);
}

std::int32_t NounCoder::light_verb_of(std::uint32_t token) const {
    for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) {
        const auto& pred = frames_.predicate(p);
        const bool light = lexicon_.in_class("@light", pred.lemma) ||
                           (frames_.group(static_cast<std::int32_t>(p)) &&
                            frames_.group(static_cast<std::int32_t>(p))->content == Content::begin);
        if (!light) continue;
        if (token >= pred.object.begin && token < pred.object.end && token > pred.head)
            return static_cast<std::int32_t>(p);
        if (pred.passive && token >= pred.subject.begin && token < pred.subject.end)
            return static_cast<std::int32_t>(p);
        for (const auto& [preposition, argument] : pred.obliques) {
            const bool particle = preposition == "out" || preposition == "into" || preposition == "in" ||
                                  preposition == "off" || preposition == "on" || preposition == "with";
            if (particle && token >= argument.begin && token < argument.end && pred.object.empty()) {
                return static_cast<std::int32_t>(p);
            }
        }
    }
    return -1;
}

void NounCoder::noun_sides(Candidate& out, const PredicateGroup& g, const NounArguments& around,
                           std::int32_t light) const {
    const auto take = [&](Side& into, const Argument& argument) {
        auto found = sides_.whole(argument);
        into.mentions.insert(into.mentions.end(), found.mentions.begin(), found.mentions.end());
        into.related = into.related || found.related;
    };
    if (const auto* by = oblique(around.obliques, "by")) take(out.actor, *by);
    if (out.actor.mentions.empty()) take(out.actor, around.possessive);
    if (const auto* between = oblique(around.obliques, "between")) {
        Side pair = sides_.whole(*between);
        if (out.reciprocal || out.actor.mentions.empty()) {
            out.actor.mentions.insert(out.actor.mentions.end(), pair.mentions.begin(), pair.mentions.end());
            out.reciprocal = out.reciprocal || pair.mentions.size() > 1;
        }
    }
    if (light >= 0 && out.actor.mentions.empty()) {
        const auto& verb = frames_.predicate(static_cast<std::uint32_t>(light));
        if (!verb.passive) {
            take(out.actor, verb.subject);
        } else if (const auto* by = oblique(verb.obliques, "by")) {
            take(out.actor, *by);
        }
    }
    // "US-Russian talks" names the sides, "Syria talks" the subject.
    const bool sides = !out.reciprocal || around.modifier.mentions.size() > 1;
    if (sides && (out.actor.mentions.empty() || (light < 0 && out.reciprocal)))
        take(out.actor, around.modifier);
    static const std::vector<std::string> default_slots{"against", "on", "with", "to",
                                                        "of",      "at", "from", "over"};
    const auto& slots = g.recipients.empty() ? default_slots : g.recipients;
    for (const auto& slot : slots) {
        const auto* argument = oblique(around.obliques, slot);
        if (!argument && light >= 0)
            argument = oblique(frames_.predicate(static_cast<std::uint32_t>(light)).obliques, slot);
        if (!argument) continue;
        auto found = sides_.whole(*argument);
        const bool crowd = out.type == EventType::protest;  // "a march of students"
        if (slot == "of" && out.actor.mentions.empty() && (out.reciprocal || crowd)) {
            out.actor = std::move(found);
            continue;
        }
        out.recipient = std::move(found);
        break;
    }
    if (out.recipient.mentions.empty() && light >= 0 && !out.reciprocal && !around.modifier.mentions.empty())
        take(out.recipient, around.modifier);
    sides_.remove(out.recipient, out.actor);
}

bool NounCoder::is_feared(const NounArguments& around) const {
    if (around.begin < 1) return false;
    std::uint32_t at = around.begin;
    while (at > 0 && (clauses_.words[at - 1].word_class == WordClass::preposition ||
                      clauses_.words[at - 1].word_class == WordClass::determiner)) {
        --at;
    }
    return at > 0 && at < around.begin && lexicon_.in_class("@unreal", clauses_.words[at - 1].noun);
}

bool NounCoder::is_planned(const NounArguments& around) const {
    for (auto at = around.begin; at < around.end && at < around.begin + 5; ++at) {
        if (lexicon_.in_class("@planned", clauses_.words[at].lower)) return true;
    }
    return false;
}

void NounCoder::take_pair(Candidate& out) const {
    if (!out.recipient.mentions.empty()) {
        // "In a call with Cavusoglu, Kerry offered": who acts is the other one.
        if (take_subject_above(out)) return;
        for (const auto& pred : clauses_.predicates) {
            if (!pred.finite || pred.relative || pred.subject.mentions.empty()) continue;
            out.actor = sides_.whole(pred.subject);
            sides_.remove(out.actor, out.recipient);
            return;
        }
        return;
    }
    for (const auto& pred : clauses_.predicates) {
        Side pair = sides_.whole(pred.subject);
        if (!pair.related && sides_.distinct(pair) == 2) {
            out.actor = std::move(pair);
            return;
        }
    }
}

bool NounCoder::take_subject_above(Candidate& out) const {
    auto up = clauses_.tree.head(out.head);
    for (int steps = 0; up != SentenceTree::none && steps < 8; ++steps, up = clauses_.tree.head(up)) {
        const auto above = std::find_if(clauses_.predicates.begin(), clauses_.predicates.end(),
                                        [&](const Predicate& p) { return p.head == up; });
        if (above == clauses_.predicates.end() || above->relative || above->subject.mentions.empty())
            continue;
        Side found = sides_.whole(above->subject);
        sides_.remove(found, out.recipient);
        if (found.mentions.empty()) return false;
        out.actor = std::move(found);
        return true;
    }
    return false;
}

bool NounCoder::from_memory(Candidate& out, const NounArguments& around) {
    if (!around.definite || !out.recipient.mentions.empty()) return false;
    const auto found = told_.last.find(out.type);
    if (found == told_.last.end()) return false;
    if (out.type != EventType::consult && out.type != EventType::protest) return false;
    list_.take_up(out.head, found->second);
    return true;
}

}  // namespace entente::extract
