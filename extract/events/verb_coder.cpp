#include "extract/events/verb_coder.hpp"

#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {

void VerbCoder::code(std::uint32_t p) {
    const auto& pred = frames_.predicate(p);
    const auto* g = frames_.group(static_cast<std::int32_t>(p));
    if (request_by_speaker(p)) return;
    if (!g || g->use == FrameUse::report || frames_.is_swallowed(pred.head)) return;
    if (g->content == Content::begin || g->content == Content::fail) return;
    Candidate out = start(p);
    const auto act = g->content != Content::none ? frames_.act_of(p) : std::nullopt;
    if (g->use == FrameUse::none) {
        if (g->content != Content::commit || !act) return;
    } else {
        out.type = g->type;
        out.mode = frames_.mode_of(*g, pred.clause_begin, pred.end);
    }
    out.actor = frames_.side(g->actors, pred, frames_.match(p), PickRelated::yes);
    if (g->actors.empty()) out.actor = frames_.side({"subject"}, pred, frames_.match(p), PickRelated::yes);
    out.recipient = g->recipients.empty()
                        ? frames_.side({"object"}, pred, frames_.match(p), PickRelated::yes)
                        : frames_.side(g->recipients, pred, frames_.match(p), PickRelated::yes);
    out.reciprocal = g->reciprocal;
    const bool moved = g->type == EventType::mobilize || g->type == EventType::retreat;
    if (moved && pred.passive && out.actor.mentions.empty() && g->mode != "release") {
        out.actor = sides_.whole(pred.subject);  // "soldiers were deployed": they move
        sides_.remove(out.recipient, out.actor);
        if (!sides_.bears_arms(out.actor, Countries::do_not)) return;
    }
    if (!apply_content(out, *g, p, act)) return;
    out.status = real_.status_of(p);
    if (!real_.apply_modality(out, p)) return;
    if (out.recipient.mentions.empty() && g->content == Content::accuse) recall_accused(out, p);
    if (out.recipient.mentions.empty()) recall_doer(out, pred.passive ? pred.subject : pred.object);
    list_.add(std::move(out), *g);
}

void VerbCoder::recall_doer(Candidate& out, const Argument& object) {
    const bool about_deeds =
        out.type == EventType::accuse || out.type == EventType::support || out.type == EventType::reject;
    if (!about_deeds || object.empty() || out.reciprocal) return;
    for (auto at = object.begin; at < object.end; ++at) {
        const auto& word = clauses_.words[at];
        const bool reproach = lexicon_.in_class("@reproach", word.noun);
        const bool deed = frames_.noun(at).frame && is_hostile(frames_.noun(at).frame->group->type);
        if (!reproach && !deed) continue;
        const auto type = reproach ? EventType::accuse : frames_.noun(at).frame->group->type;
        if (recall_here(out, type)) return;
        if (const auto* told = told_.recall(type, sides_.ids(out.actor), reproach)) {
            for (const auto& id : told->actors) out.recipient.mentions.push_back(mention_of(id, at));
            out.recipient.related = true;
        }
        return;
    }
}

void VerbCoder::recall_accused(Candidate& out, std::uint32_t p) {
    const auto act = frames_.act_of(p);
    if (!act || !is_hostile(act->type)) return;
    const auto* before = told_.last_by(sides_.ids(out.actor), EventType::accuse);
    if (before == nullptr) return;
    for (const auto& id : before->recipients) out.recipient.mentions.push_back(mention_of(id, out.head));
    out.recipient.related = true;
}

bool VerbCoder::recall_here(Candidate& out, EventType type) const {
    const auto told = std::find_if(list_.list().rbegin(), list_.list().rend(), [&](const Candidate& c) {
        return c.type == type && !c.actor.mentions.empty() && c.head <= out.head;
    });
    if (told == list_.list().rend()) return false;
    out.recipient = told->actor;
    out.recipient.related = true;
    sides_.remove(out.recipient, out.actor);
    return !out.recipient.mentions.empty();
}

std::uint32_t VerbCoder::mention_of(const std::string& id, std::uint32_t token) {
    Mention mention;
    mention.first = mention.head = token;
    mention.last = token + 1;
    for (std::uint32_t actor = 0; actor < cast_.actors.size(); ++actor) {
        if (cast_.actors[actor].id == id) mention.actor = actor;
    }
    clauses_.mentions.push_back(mention);
    return static_cast<std::uint32_t>(clauses_.mentions.size() - 1);
}

Candidate VerbCoder::start(std::uint32_t p) const {
    Candidate out;
    out.frame = frames_.match(p).frame;
    out.head = frames_.predicate(p).head;
    out.begin = frames_.predicate(p).clause_begin;
    out.end = std::max(frames_.predicate(p).end, frames_.predicate(p).head + 1);
    out.trigger_first = out.head;
    out.trigger_last = out.head + 1;
    if (!frames_.match(p).tokens.empty()) {
        // Words that follow each other read best; a subject's noun stays out.
        while (std::find(frames_.match(p).tokens.begin(), frames_.match(p).tokens.end(), out.trigger_last) !=
               frames_.match(p).tokens.end()) {
            ++out.trigger_last;
        }
    }
    return out;
}

bool VerbCoder::apply_content(Candidate& out, const PredicateGroup& g, std::uint32_t p,
                              const std::optional<Act>& act) {
    switch (g.content) {
        case Content::none:
        case Content::begin:
        case Content::fail:
            return true;
        case Content::wish:
            return g.use == FrameUse::event;
        case Content::agree:
            out.type = act && is_yielding(act->type) && g.type == EventType::agree && is_near(*act, out.head)
                           ? EventType::concede
                           : g.type;
            take_recipient(out, act);
            return true;
        case Content::commit:
            if (act) commit_to(out, g, *act);
            if (g.use == FrameUse::none && (!act || act->negated)) return false;
            take_recipient(out, act);
            return true;
        case Content::ask:
            out.mode = asked_mode(act);
            if (out.mode.empty() && frames_.governs(p)) out.mode = "change";
            if (!g.mode.empty()) out.mode = g.mode;
            if (predicate_names_nobody(p)) out.recipient = asked_to(out, p, out.recipient);
            take_governed_subject(out, p);
            if (out.recipient.mentions.empty()) take_recipient(out, act);
            return true;
        case Content::refuse:
            out.mode = g.mode.empty() ? asked_mode(act) : g.mode;
            take_recipient(out, act);
            return true;
        case Content::threaten:
            if (act) out.mode = threatened_mode(*act);
            take_recipient(out, act);
            if (out.recipient.mentions.empty()) take_condition(out);
            return true;
        case Content::accuse:
            take_governed_subject(out, p);
            return true;
    }
    return true;
}

void VerbCoder::take_condition(Candidate& out) const {
    for (const auto& pred : clauses_.predicates) {
        if (!pred.conditional) continue;
        out.recipient = sides_.whole(pred.subject);
        sides_.remove(out.recipient, out.actor);
        if (!out.recipient.mentions.empty()) return;
    }
}

bool VerbCoder::is_near(const Act& act, std::uint32_t head) {
    return act.predicate >= 0 || act.token < head + 5;
}

void VerbCoder::commit_to(Candidate& out, const PredicateGroup& g, const Act& act) {
    if (is_yielding(act.type)) {
        out.type = EventType::concede;
        out.mode.clear();
    } else if (is_hostile(act.type) && !act.negated) {
        out.type = EventType::threaten;
        out.mode = threatened_mode(act);
    } else if (act.type == EventType::reject) {
        out.type = EventType::reject;
        out.mode = act.mode;
    } else if (is_verbal_cooperation(act.type) || g.use == FrameUse::none) {
        out.type = EventType::agree;
        out.mode.clear();
    }
}

void VerbCoder::take_recipient(Candidate& out, const std::optional<Act>& act) const {
    if (!act || !out.recipient.mentions.empty()) return;
    if (act->predicate >= 0) {
        const auto q = static_cast<std::uint32_t>(act->predicate);
        const auto* g = frames_.group(act->predicate);
        const auto& inner = frames_.predicate(q);
        out.recipient = g && !g->recipients.empty()
                            ? frames_.side(g->recipients, inner, frames_.match(q), PickRelated::yes)
                            : frames_.side({"object"}, inner, frames_.match(q), PickRelated::yes);
        if (inner.passive) out.recipient = sides_.whole(inner.subject);
    } else {
        const auto around = noun_arguments(clauses_, act->token);
        if (out.type == EventType::request || out.type == EventType::reject) {
            out.recipient = sides_.whole(around.possessive);
            if (out.recipient.mentions.empty()) out.recipient = sides_.whole(around.modifier);
        }
        sides_.remove(out.recipient, out.actor);
        if (!out.recipient.mentions.empty()) return;
        for (const char* slot : {"with", "to", "against", "for", "on", "of", "from", "in"}) {
            if (const auto* argument = oblique(around.obliques, slot)) {
                out.recipient = sides_.whole(*argument);
                return;
            }
        }
    }
}

bool VerbCoder::predicate_names_nobody(std::uint32_t p) const {
    const auto& pred = frames_.predicate(p);
    return !pred.passive && pred.object.mentions.empty() && pred.object.related.empty();
}

Side VerbCoder::asked_to(const Candidate& out, std::uint32_t p, const Side& otherwise) const {
    const auto& words = clauses_.words;
    auto at = frames_.predicate(p).head + 1;
    const auto end = std::min<std::size_t>(words.size(), at + 4);
    while (at < end && words[at].lower != "that") ++at;
    if (at >= end) return otherwise;
    for (++at; at < words.size() && words[at].mention < 0; ++at) {
        if (words[at].word_class != WordClass::determiner) return otherwise;
    }
    if (at >= words.size() || clauses_.mentions[static_cast<std::size_t>(words[at].mention)].first != at)
        return otherwise;
    Side found{{static_cast<std::uint32_t>(words[at].mention)}, false};
    sides_.keep_acting(found);
    sides_.remove(found, out.actor);
    return found.mentions.empty() ? otherwise : found;
}

void VerbCoder::take_governed_subject(Candidate& out, std::uint32_t p) const {
    if (!out.recipient.mentions.empty() && !out.recipient.related) return;
    for (std::uint32_t q = p + 1; q < clauses_.predicates.size(); ++q) {
        const auto& inner = frames_.predicate(q);
        if (inner.governor != static_cast<std::int32_t>(p) || inner.governed_as != GovernedAs::clause)
            continue;
        Side found = inner.passive ? Side{} : sides_.whole(inner.subject);
        if (inner.passive) {
            if (const auto* by = oblique(inner.obliques, "by")) found = sides_.whole(*by);
        }
        sides_.remove(found, out.actor);
        if (!found.mentions.empty()) out.recipient = std::move(found);
        return;
    }
}

bool VerbCoder::request_by_speaker(std::uint32_t p) {
    const auto& pred = frames_.predicate(p);
    if (pred.modality != Modality::must || !pred.finite || frames_.is_swallowed(pred.head)) return false;
    const auto saying = frames_.speaker_of(p);
    if (saying < 0) return false;
    const auto& speaking = frames_.predicate(static_cast<std::uint32_t>(saying));
    Candidate out = start(p);
    out.frame = frames_.match(static_cast<std::uint32_t>(saying)).frame;
    out.type = EventType::request;
    out.actor = sides_.whole(speaking.subject);
    if (pred.passive) {
        if (const auto* by = oblique(pred.obliques, "by")) out.recipient = sides_.whole(*by);
    } else {
        out.recipient = sides_.whole(pred.subject);
    }
    sides_.remove(out.recipient, out.actor);
    if (out.actor.mentions.empty() || (out.recipient.mentions.empty() && !pred.passive)) return true;
    auto act = frames_.act_at(pred.head);
    if (!act) act = frames_.act_of(p);
    out.mode = asked_mode(act);
    if (out.mode.empty()) out.mode = "change";
    for (auto token = pred.head; token < frames_.complement_end(p); ++token) frames_.swallow_word(token);
    out.speaker_asks = true;
    list_.add_plain(std::move(out));
    return true;
}

}  // namespace entente::extract
