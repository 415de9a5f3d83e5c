// How a sentence becomes events.
//
// Every predicate gets its best frame. A frame that takes an act ("agreed to", "urged ... to", "refused to")
// looks into its complement for what the act is and swallows it; a plain verb of saying leaves the clause it
// governs to be coded, but lends it a speaker: what the speaker says somebody must do is a request, what it
// says it will do is a promise, a concession or a threat. Event nouns are coded where somebody is said to do
// them: "Russia's bombing of", "talks between", or the subject of a light verb ("launched an attack").
// A reader, where there is one, looks at what the frames code and decides. Last, one happening is kept once.
#include "extract/events/event_coder.hpp"

#include "extract/events/candidate.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/event_setting.hpp"
#include "extract/events/frame_matcher.hpp"
#include "extract/events/noun_phrases.hpp"
#include "extract/events/time_finder.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

struct Act {
    EventType type = EventType::consult;
    std::string mode;
    std::int32_t predicate = -1;  // the one that tells it; -1: a noun or a hint
    std::uint32_t token = 0;
    bool negated = false;
};

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

// The modes that REQUEST and REJECT share, by what is asked for or refused.
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

const Argument* oblique(const std::vector<std::pair<std::string, Argument>>& obliques,
                        std::string_view preposition) {
    const auto found = std::find_if(obliques.begin(), obliques.end(), [&](const auto& o) {
        return o.first == preposition &&
               (!o.second.mentions.empty() || !o.second.related.empty() || !o.second.places.empty());
    });
    return found == obliques.end() ? nullptr : &found->second;
}

constexpr std::size_t remembered_events = 12;

// What the coder knows of earlier sentences.
struct Memory {
    std::map<EventType, Event> last;    // the latest event of a type with actors
    std::vector<Event> told;            // with actors, the latest first, at most remembered_events
    std::vector<std::uint32_t> recent;  // countries that acted, the latest first
};

class SentenceCoder {
 public:
    SentenceCoder(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                  std::uint32_t number, Memory& memory, const EventReader* reader)
        : document_(document),
          cast_(cast),
          lexicon_(lexicon),
          sentence_(document.sentences[number]),
          memory_(memory),
          reader_(reader),
          times_(find_times(sentence_, document.published)) {
        std::vector<bool> time(sentence_.tokens.size(), false);
        for (const auto& expression : times_) {
            for (auto at = expression.first; at < expression.last; ++at) time[at] = true;
        }
        clauses_ = read_clauses(sentence_, number, cast, time, lexicon);
        swallowed_.assign(clauses_.words.size(), false);
        for (auto& pred : clauses_.predicates) {
            resolve_pair(pred.subject);
            resolve_pair(pred.object);
        }
    }

    // What grammar and frames say, before the reader decides.
    SentenceFacts facts() {
        code_by_frames();
        return {&sentence_, &cast_, &lexicon_, &clauses_, matches_, nouns_, &swallowed_, times_, candidates_};
    }

    std::vector<Event> code() {
        const auto given = facts();
        if (reader_) candidates_ = reader_->read(given);
        keep_one_each();
        remember_countries();
        std::vector<Event> out;
        for (const auto& candidate : candidates_) {
            if (auto event = to_event(candidate)) out.push_back(std::move(*event));
        }
        for (const auto& event : out) {
            if (event.actors.empty()) continue;
            memory_.last[event.type] = event;
            memory_.told.insert(memory_.told.begin(), event);
            if (memory_.told.size() > remembered_events) memory_.told.pop_back();
        }
        return out;
    }

 private:
    void code_by_frames() {
        for (const auto& predicate : clauses_.predicates) {
            matches_.push_back(match_predicate(clauses_, predicate, lexicon_));
        }
        for (std::uint32_t token = 0; token < clauses_.words.size(); ++token) {
            nouns_.push_back(match_noun(clauses_, token, lexicon_));
        }
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) swallow(p);
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) code_predicate(p);
        for (std::uint32_t token = 0; token < clauses_.words.size(); ++token) code_noun(token);
    }

    // "the two countries", "both sides": those told of last.
    void resolve_pair(Argument& argument) {
        if (!argument.mentions.empty() || argument.empty() || memory_.recent.size() < 2) return;
        bool two = false;
        bool sides = false;
        for (auto at = argument.begin; at < argument.end; ++at) {
            const auto& lower = clauses_.words[at].lower;
            two = two || lower == "two" || lower == "both";
            sides = sides || lexicon_.in_class("@sides", lower);
        }
        if (!two || !sides) return;
        for (std::size_t i = 0; i < 2; ++i) {
            Mention mention;
            mention.first = argument.begin;
            mention.last = mention.head = argument.end;
            mention.actor = memory_.recent[i];
            argument.mentions.push_back(static_cast<std::uint32_t>(clauses_.mentions.size()));
            clauses_.mentions.push_back(mention);
        }
    }

    void remember_countries() {
        for (const auto& mention : clauses_.mentions) {
            if (cast_.actors[mention.actor].type != ActorType::country || mention.as_place ||
                mention.modifies)
                continue;
            std::erase(memory_.recent, mention.actor);
            memory_.recent.insert(memory_.recent.begin(), mention.actor);
        }
    }

    [[nodiscard]] const Predicate& predicate(std::uint32_t p) const { return clauses_.predicates[p]; }

    [[nodiscard]] const PredicateGroup* group(std::int32_t p) const {
        if (p < 0 || !matches_[static_cast<std::size_t>(p)].frame) return nullptr;
        return matches_[static_cast<std::size_t>(p)].frame->group;
    }

    static bool takes_act(const PredicateGroup* g) {
        return g && g->content != Content::none && g->content != Content::begin &&
               g->content != Content::fail;
    }

    // --- what lies inside a complement -------------------------------------------------------------------

    // Tokens from the predicate's own words to the end of its complement.
    [[nodiscard]] std::uint32_t complement_end(std::uint32_t p) const {
        auto end = std::max(predicate(p).end, predicate(p).head + 1);
        for (std::uint32_t q = p + 1; q < clauses_.predicates.size(); ++q) {
            if (governed_by(q, p)) end = std::max(end, std::max(predicate(q).end, predicate(q).head + 1));
        }
        return end;
    }

    [[nodiscard]] bool governed_by(std::uint32_t q, std::uint32_t p) const {
        std::int32_t above = predicate(q).governor;
        for (int steps = 0; above >= 0 && steps < 12; ++steps) {
            if (static_cast<std::uint32_t>(above) == p) return true;
            above = predicate(static_cast<std::uint32_t>(above)).governor;
        }
        return false;
    }

    // Marks what a frame that takes an act has in its complement: it is not coded for itself.
    void swallow(std::uint32_t p) {
        const auto* g = group(static_cast<std::int32_t>(p));
        for (const auto token : matches_[p].tokens) {
            if (token != predicate(p).head) swallowed_[token] = true;
        }
        if (!takes_act(g)) return;
        const bool clause_too = g->content != Content::wish;
        for (std::uint32_t q = p + 1; q < clauses_.predicates.size(); ++q) {
            if (governed_by(q, p) && (clause_too || predicate(q).governed_as != GovernedAs::clause))
                swallowed_[predicate(q).head] = true;
        }
        for (auto token = predicate(p).head + 1; token < complement_end(p); ++token) swallowed_[token] = true;
    }

    [[nodiscard]] std::optional<Act> act_of(std::uint32_t p) const {
        const auto& pred = predicate(p);
        const auto end = complement_end(p);
        std::optional<Act> hinted;
        for (auto token = pred.head + 1; token < end; ++token) {
            if (auto act = act_at(token)) {
                if (act->predicate >= 0 || !hinted) {
                    if (act->predicate >= 0)
                        return hinted && hinted->predicate < 0 && token > hinted->token + 6 ? hinted : act;
                    hinted = act;
                }
            }
        }
        if (!hinted && pred.passive) {
            for (auto token = pred.subject.begin; token < pred.subject.end; ++token) {
                if (auto act = act_at(token)) return act;
            }
        }
        return hinted;
    }

    [[nodiscard]] std::optional<Act> act_at(std::uint32_t token) const {
        const auto& word = clauses_.words[token];
        if (word.mention >= 0) return std::nullopt;
        for (std::uint32_t q = 0; q < clauses_.predicates.size(); ++q) {
            const auto& inner = predicate(q);
            if (inner.head != token) continue;
            const auto* g = group(static_cast<std::int32_t>(q));
            if (!g || g->use != FrameUse::event) break;
            return Act{g->type, mode_of(*g, inner.clause_begin, inner.end), static_cast<std::int32_t>(q),
                       token, inner.negated};
        }
        if (nouns_[token].frame && nouns_[token].frame->group->use == FrameUse::event) {
            return Act{nouns_[token].frame->group->type, nouns_[token].frame->group->mode, -1, token, false};
        }
        auto hint = lexicon_.hint(word.lower);
        if (!hint) hint = lexicon_.hint(word.noun);
        if (!hint && word.is_verb) hint = lexicon_.hint(word.verb);
        if (hint) return Act{hint->type, hint->mode, -1, token, false};
        return std::nullopt;
    }

    // --- verbs and adjectives ----------------------------------------------------------------------------

    void code_predicate(std::uint32_t p) {
        const auto& pred = predicate(p);
        const auto* g = group(static_cast<std::int32_t>(p));
        if (request_by_speaker(p)) return;
        if (!g || g->use == FrameUse::report || swallowed_[pred.head]) return;
        if (g->content == Content::begin || g->content == Content::fail) return;
        Candidate out = start(p);
        const auto act = g->content != Content::none ? act_of(p) : std::nullopt;
        if (g->use == FrameUse::none) {
            if (g->content != Content::commit || !act) return;
        } else {
            out.type = g->type;
            out.mode = mode_of(*g, pred.clause_begin, pred.end);
        }
        out.actor = side(g->actors, pred, matches_[p], PickRelated::yes);
        if (g->actors.empty()) out.actor = side({"subject"}, pred, matches_[p], PickRelated::yes);
        out.recipient = g->recipients.empty() ? side({"object"}, pred, matches_[p], PickRelated::yes)
                                              : side(g->recipients, pred, matches_[p], PickRelated::yes);
        out.reciprocal = g->reciprocal;
        const bool moved = g->type == EventType::mobilize || g->type == EventType::retreat;
        if (moved && pred.passive && out.actor.mentions.empty() && g->mode != "release") {
            out.actor = whole(pred.subject);  // "soldiers were deployed": they move
            remove(out.recipient, out.actor);
            if (!bears_arms(out.actor, Countries::do_not)) return;
        }
        if (!apply_content(out, *g, p, act)) return;
        out.status = status_of(p);
        if (!apply_modality(out, p)) return;
        if (out.recipient.mentions.empty()) recall_doer(out, pred.passive ? pred.subject : pred.object);
        add(std::move(out), *g);
    }

    // "condemned the move", "denied the charge": done towards whoever did it, as told before.
    void recall_doer(Candidate& out, const Argument& object) {
        const bool about_deeds =
            out.type == EventType::accuse || out.type == EventType::support || out.type == EventType::reject;
        if (!about_deeds || object.empty() || out.reciprocal) return;
        for (auto at = object.begin; at < object.end; ++at) {
            const auto& word = clauses_.words[at];
            const bool reproach = lexicon_.in_class("@reproach", word.noun);
            const bool deed = nouns_[at].frame && is_hostile(nouns_[at].frame->group->type);
            if (!reproach && !deed) continue;
            const auto type = reproach ? EventType::accuse : nouns_[at].frame->group->type;
            if (recall_here(out, type)) return;
            if (const auto* told = recall(type, out, reproach)) {
                for (const auto& id : told->actors) out.recipient.mentions.push_back(mention_of(id, at));
                out.recipient.related = true;
            }
            return;
        }
    }

    // The doer of an event of the type that the sentence told before.
    bool recall_here(Candidate& out, EventType type) const {
        const auto told = std::find_if(candidates_.rbegin(), candidates_.rend(), [&](const Candidate& c) {
            return c.type == type && !c.actor.mentions.empty() && c.head <= out.head;
        });
        if (told == candidates_.rend()) return false;
        out.recipient = told->actor;
        out.recipient.related = true;
        remove(out.recipient, out.actor);
        return !out.recipient.mentions.empty();
    }

    // The latest event of the type whose actors are others than the candidate's; of a reproach one that was
    // made to them.
    [[nodiscard]] const Event* recall(EventType type, const Candidate& c, bool reproach) const {
        const auto own = ids(c.actor);
        const auto has_own = [&](const std::vector<std::string>& side) {
            return std::any_of(side.begin(), side.end(), [&](const auto& id) {
                return std::find(own.begin(), own.end(), id) != own.end();
            });
        };
        for (const auto& event : memory_.told) {
            if (event.type != type || has_own(event.actors)) continue;
            if (!reproach || has_own(event.recipients)) return &event;
        }
        return nullptr;
    }

    // A mention made up for an actor that the sentence only takes up.
    std::uint32_t mention_of(const std::string& id, std::uint32_t token) {
        Mention mention;
        mention.first = mention.head = token;
        mention.last = token + 1;
        for (std::uint32_t actor = 0; actor < cast_.actors.size(); ++actor) {
            if (cast_.actors[actor].id == id) mention.actor = actor;
        }
        clauses_.mentions.push_back(mention);
        return static_cast<std::uint32_t>(clauses_.mentions.size() - 1);
    }

    [[nodiscard]] Candidate start(std::uint32_t p) const {
        Candidate out;
        out.frame = matches_[p].frame;
        out.head = predicate(p).head;
        out.begin = predicate(p).clause_begin;
        out.end = std::max(predicate(p).end, predicate(p).head + 1);
        out.trigger_first = out.head;
        out.trigger_last = out.head + 1;
        if (!matches_[p].tokens.empty()) {
            // Words that follow each other read best; a subject's noun stays out.
            while (std::find(matches_[p].tokens.begin(), matches_[p].tokens.end(), out.trigger_last) !=
                   matches_[p].tokens.end()) {
                ++out.trigger_last;
            }
        }
        return out;
    }

    // What an act inside the complement makes of the event. False: no event.
    bool apply_content(Candidate& out, const PredicateGroup& g, std::uint32_t p,
                       const std::optional<Act>& act) {
        switch (g.content) {
            case Content::none:
            case Content::begin:
            case Content::fail:
                return true;
            case Content::wish:
                return g.use == FrameUse::event;
            case Content::agree:
                out.type =
                    act && is_yielding(act->type) && g.type == EventType::agree && is_near(*act, out.head)
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
                if (out.mode.empty() && governs(p)) out.mode = "change";
                if (!g.mode.empty()) out.mode = g.mode;
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

    // "threatened to stop talks if Iran ...": Iran is threatened.
    void take_condition(Candidate& out) const {
        for (const auto& pred : clauses_.predicates) {
            if (!pred.conditional) continue;
            out.recipient = whole(pred.subject);
            remove(out.recipient, out.actor);
            if (!out.recipient.mentions.empty()) return;
        }
    }

    [[nodiscard]] bool governs(std::uint32_t p) const {
        return std::any_of(clauses_.predicates.begin(), clauses_.predicates.end(),
                           [&](const Predicate& q) { return q.governor == static_cast<std::int32_t>(p); });
    }

    // A hint far behind the verb is what the act is good for, not the act.
    [[nodiscard]] static bool is_near(const Act& act, std::uint32_t head) {
        return act.predicate >= 0 || act.token < head + 5;
    }

    static void commit_to(Candidate& out, const PredicateGroup& g, const Act& act) {
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

    // Whom the act is done to, where the predicate itself names nobody.
    void take_recipient(Candidate& out, const std::optional<Act>& act) const {
        if (!act || !out.recipient.mentions.empty()) return;
        if (act->predicate >= 0) {
            const auto q = static_cast<std::uint32_t>(act->predicate);
            const auto* g = group(act->predicate);
            const auto& inner = predicate(q);
            out.recipient = g && !g->recipients.empty()
                                ? side(g->recipients, inner, matches_[q], PickRelated::yes)
                                : side({"object"}, inner, matches_[q], PickRelated::yes);
            if (inner.passive) out.recipient = whole(inner.subject);
        } else {
            const auto around = noun_arguments(clauses_, act->token);
            if (out.type == EventType::request || out.type == EventType::reject) {
                out.recipient = whole(around.possessive);
                if (out.recipient.mentions.empty()) out.recipient = whole(around.modifier);
            }
            remove(out.recipient, out.actor);
            if (!out.recipient.mentions.empty()) return;
            for (const char* slot : {"with", "to", "against", "for", "on", "of", "from", "in"}) {
                if (const auto* argument = oblique(around.obliques, slot)) {
                    out.recipient = whole(*argument);
                    return;
                }
            }
        }
    }

    // "demanded that Iraq allow": Iraq is asked.
    void take_governed_subject(Candidate& out, std::uint32_t p) const {
        if (!out.recipient.mentions.empty() && !out.recipient.related) return;
        for (std::uint32_t q = p + 1; q < clauses_.predicates.size(); ++q) {
            const auto& inner = predicate(q);
            if (inner.governor != static_cast<std::int32_t>(p) || inner.governed_as != GovernedAs::clause)
                continue;
            Side found = inner.passive ? Side{} : whole(inner.subject);
            if (inner.passive) {
                if (const auto* by = oblique(inner.obliques, "by")) found = whole(*by);
            }
            remove(found, out.actor);
            if (!found.mentions.empty()) out.recipient = std::move(found);
            return;
        }
    }

    void remove(Side& from, const Side& what) const {
        std::erase_if(from.mentions, [&](std::uint32_t m) {
            return std::any_of(what.mentions.begin(), what.mentions.end(), [&](std::uint32_t other) {
                return clauses_.mentions[m].actor == clauses_.mentions[other].actor;
            });
        });
    }

    // The predicate of saying above, if the clause is what somebody says.
    [[nodiscard]] std::int32_t speaker_of(std::uint32_t p) const {
        std::int32_t above = predicate(p).governor;
        GovernedAs as = predicate(p).governed_as;
        for (int steps = 0; above >= 0 && steps < 6; ++steps) {
            const auto* g = group(above);
            if (as == GovernedAs::clause && g && g->use == FrameUse::report) return above;
            as = predicate(static_cast<std::uint32_t>(above)).governed_as;
            above = predicate(static_cast<std::uint32_t>(above)).governor;
        }
        return -1;
    }

    // "X said Y must withdraw".
    bool request_by_speaker(std::uint32_t p) {
        const auto& pred = predicate(p);
        if (pred.modality != Modality::must || !pred.finite || swallowed_[pred.head]) return false;
        const auto saying = speaker_of(p);
        if (saying < 0) return false;
        const auto& speaking = predicate(static_cast<std::uint32_t>(saying));
        Candidate out = start(p);
        out.frame = matches_[static_cast<std::size_t>(saying)].frame;
        out.type = EventType::request;
        out.actor = whole(speaking.subject);
        if (pred.passive) {
            if (const auto* by = oblique(pred.obliques, "by")) out.recipient = whole(*by);
        } else {
            out.recipient = whole(pred.subject);
        }
        remove(out.recipient, out.actor);
        if (out.actor.mentions.empty() || (out.recipient.mentions.empty() && !pred.passive)) return true;
        auto act = act_at(pred.head);
        if (!act) act = act_of(p);
        out.mode = asked_mode(act);
        if (out.mode.empty()) out.mode = "change";
        for (auto token = pred.head; token < complement_end(p); ++token) swallowed_[token] = true;
        candidates_.push_back(std::move(out));
        return true;
    }

    // --- how real ----------------------------------------------------------------------------------------

    [[nodiscard]] Status status_of(std::uint32_t p) const {
        const auto& pred = predicate(p);
        if (pred.negated || says_no(pred)) return Status::negation;
        std::int32_t above = pred.governor;
        GovernedAs as = pred.governed_as;
        for (int steps = 0; above >= 0 && steps < 6; ++steps) {
            const auto& governing = predicate(static_cast<std::uint32_t>(above));
            const auto* g = group(above);
            if (as != GovernedAs::clause && governing.negated) return Status::negation;
            if (g && g->content == Content::fail)
                return governing.negated ? Status::reported : Status::negation;
            if (as != GovernedAs::clause && (governing.modality == Modality::may || governing.conditional)) {
                return Status::hypothetical;
            }
            as = governing.governed_as;
            above = governing.governor;
        }
        if (pred.conditional || pred.modality == Modality::may) return Status::hypothetical;
        if (pred.modality == Modality::would && speaker_of(p) < 0) return Status::hypothetical;
        if (pred.modality == Modality::must) return Status::hypothetical;
        if (inherits_modality(p, Modality::would) && speaker_of(p) < 0) return Status::hypothetical;
        return Status::reported;
    }

    // "no police were deployed", "held no talks", "the failure to reach".
    [[nodiscard]] bool says_no(const Predicate& pred) const {
        const auto opens_with_no = [&](const Argument& argument) {
            return !argument.empty() && (clauses_.words[argument.begin].lower == "no" ||
                                         clauses_.words[argument.begin].lower == "neither" ||
                                         clauses_.words[argument.begin].lower == "none");
        };
        if (opens_with_no(pred.subject) || opens_with_no(pred.object)) return true;
        return pred.first > 0 && clauses_.words[pred.first].lower == "to" &&
               lexicon_.in_class("@failure", clauses_.words[pred.first - 1].lower);
    }

    [[nodiscard]] bool inherits_modality(std::uint32_t p, Modality modality) const {
        const auto above = predicate(p).governor;
        return predicate(p).governed_as == GovernedAs::infinitive && above >= 0 &&
               predicate(static_cast<std::uint32_t>(above)).modality == modality;
    }

    // The future of a speaker's or an actor's own deeds. False: no event.
    bool apply_modality(Candidate& out, std::uint32_t p) {
        const auto& pred = predicate(p);
        const bool announced = pred.modality == Modality::will || inherits_modality(p, Modality::will) ||
                               ((pred.modality == Modality::would || inherits_modality(p, Modality::would)) &&
                                speaker_of(p) >= 0);
        if (!announced || out.status != Status::reported) {
            const bool refused = out.status == Status::negation && out.type != EventType::reject &&
                                 (announced || (pred.cannot && speaker_of(p) >= 0));
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

    // "said it would not withdraw" refuses.
    bool refusal_to_come(Candidate& out, std::uint32_t p) const {
        if (!speaks_for_itself(out, p)) return true;
        const Act act{out.type, out.mode, -1, 0, false};
        if (is_hostile(out.type)) return false;
        out.mode = asked_mode(act);
        out.type = EventType::reject;
        out.status = Status::reported;
        return true;
    }

    [[nodiscard]] bool speaks_for_itself(const Candidate& out, std::uint32_t p) const {
        const auto saying = speaker_of(p);
        if (saying < 0) return false;
        const auto& speaker = predicate(static_cast<std::uint32_t>(saying)).subject;
        for (const auto s : speaker.mentions) {
            for (const auto m : out.actor.mentions) {
                const auto& a = cast_.actors[clauses_.mentions[s].actor];
                const auto& b = cast_.actors[clauses_.mentions[m].actor];
                if (a.id == b.id || (!a.country.empty() && a.country == b.country)) return true;
            }
        }
        return false;
    }

    // --- event nouns -------------------------------------------------------------------------------------

    void code_noun(std::uint32_t token) {
        const auto& match = nouns_[token];
        if (!match.frame || swallowed_[token]) return;
        const auto& g = *match.frame->group;
        if (g.use != FrameUse::event) return;
        if (token + 1 < clauses_.words.size() && nouns_[token + 1].frame && nouns_[token + 1].first <= token)
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
        out.mode = mode_of(g, around.begin, around.end);
        out.reciprocal = g.reciprocal;
        const auto light = light_verb_of(token);
        if (g.weak && light < 0) return;
        noun_sides(out, g, around, light);
        out.status = around.negated ? Status::negation
                     : light >= 0   ? status_of(static_cast<std::uint32_t>(light))
                                    : status_around(token);
        if (is_planned(around)) {
            if (!is_verbal_cooperation(out.type)) return;
            out.type = EventType::agree;
            out.mode.clear();
        }
        if (light >= 0) {
            if (swallowed_[predicate(static_cast<std::uint32_t>(light)).head]) return;
            out.begin = std::min(out.begin, predicate(static_cast<std::uint32_t>(light)).clause_begin);
            if (!apply_modality(out, static_cast<std::uint32_t>(light))) return;
        }
        if (light < 0 && out.reciprocal && out.recipient.mentions.empty() && distinct(out.actor) < 2)
            take_pair(out);
        if (out.actor.mentions.empty() && out.reciprocal) take_pair(out);
        if (out.actor.mentions.empty() && !from_memory(out, around)) return;
        add(std::move(out), g);
    }

    // The verb that only lends the noun its subject: "launch", "hold", "carry out"; -1 for none.
    [[nodiscard]] std::int32_t light_verb_of(std::uint32_t token) const {
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) {
            const auto& pred = predicate(p);
            const bool light = lexicon_.in_class("@light", pred.lemma) ||
                               (group(static_cast<std::int32_t>(p)) &&
                                group(static_cast<std::int32_t>(p))->content == Content::begin);
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

    void noun_sides(Candidate& out, const PredicateGroup& g, const NounArguments& around,
                    std::int32_t light) const {
        const auto take = [&](Side& into, const Argument& argument) {
            auto found = whole(argument);
            into.mentions.insert(into.mentions.end(), found.mentions.begin(), found.mentions.end());
            into.related = into.related || found.related;
        };
        if (const auto* by = oblique(around.obliques, "by")) take(out.actor, *by);
        if (out.actor.mentions.empty()) take(out.actor, around.possessive);
        if (const auto* between = oblique(around.obliques, "between")) {
            Side pair = whole(*between);
            if (out.reciprocal || out.actor.mentions.empty()) {
                out.actor.mentions.insert(out.actor.mentions.end(), pair.mentions.begin(),
                                          pair.mentions.end());
                out.reciprocal = out.reciprocal || pair.mentions.size() > 1;
            }
        }
        if (light >= 0 && out.actor.mentions.empty()) {
            const auto& verb = predicate(static_cast<std::uint32_t>(light));
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
                argument = oblique(predicate(static_cast<std::uint32_t>(light)).obliques, slot);
            if (!argument) continue;
            auto found = whole(*argument);
            if (slot == "of" && out.actor.mentions.empty() && out.reciprocal) {
                out.actor = std::move(found);
                continue;
            }
            out.recipient = std::move(found);
            break;
        }
        if (out.recipient.mentions.empty() && light >= 0 && !out.reciprocal &&
            !around.modifier.mentions.empty())
            take(out.recipient, around.modifier);
        remove(out.recipient, out.actor);
    }

    // "fears of an attack", "the threat of sanctions": not told to happen.
    [[nodiscard]] bool is_feared(const NounArguments& around) const {
        if (around.begin < 1) return false;
        std::uint32_t at = around.begin;
        while (at > 0 && (clauses_.words[at - 1].word_class == WordClass::preposition ||
                          clauses_.words[at - 1].word_class == WordClass::determiner)) {
            --at;
        }
        return at > 0 && at < around.begin && lexicon_.in_class("@unreal", clauses_.words[at - 1].noun);
    }

    [[nodiscard]] bool is_planned(const NounArguments& around) const {
        for (auto at = around.begin; at < around.end && at < around.begin + 5; ++at) {
            if (lexicon_.in_class("@planned", clauses_.words[at].lower)) return true;
        }
        return false;
    }

    [[nodiscard]] Status status_around(std::uint32_t token) const {
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) {
            const auto& pred = predicate(p);
            const bool inside = (token >= pred.subject.begin && token < pred.subject.end) ||
                                (token > pred.head && token < pred.end);
            if (!inside) continue;
            if (pred.modality == Modality::may || pred.modality == Modality::would || pred.conditional)
                return Status::hypothetical;
            if (pred.modality == Modality::will) return Status::future;
        }
        return Status::reported;
    }

    // "After talks in Geneva, Iran and Iraq ...": a pair that acts in the sentence also talked.
    void take_pair(Candidate& out) const {
        if (!out.recipient.mentions.empty()) {
            // "In a call with Cavusoglu, Kerry offered": who acts is the other one.
            for (const auto& pred : clauses_.predicates) {
                if (!pred.finite || pred.relative || pred.subject.mentions.empty()) continue;
                out.actor = whole(pred.subject);
                remove(out.actor, out.recipient);
                return;
            }
            return;
        }
        for (const auto& pred : clauses_.predicates) {
            Side pair = whole(pred.subject);
            if (!pair.related && distinct(pair) == 2) {
                out.actor = std::move(pair);
                return;
            }
        }
    }

    // "The talks ...", "the attack ...": who took part was told before.
    bool from_memory(Candidate& out, const NounArguments& around) {
        if (!around.definite || !out.recipient.mentions.empty()) return false;
        const auto found = memory_.last.find(out.type);
        if (found == memory_.last.end()) return false;
        if (out.type != EventType::consult && out.type != EventType::protest) return false;
        remembered_.emplace(out.head, found->second);
        return true;
    }

    // --- sides and modes ---------------------------------------------------------------------------------

    enum class PickRelated : std::uint8_t { no, yes };

    [[nodiscard]] Side whole(const Argument& argument) const {
        Side out{argument.mentions, false};
        keep_acting(out);
        if (out.mentions.empty()) {
            out.mentions = argument.related;
            out.related = true;
            keep_acting(out);
            if (out.mentions.empty()) {
                // A country named as a place stands for itself where nobody else does: "aid to Liberia".
                std::copy_if(argument.places.begin(), argument.places.end(), std::back_inserter(out.mentions),
                             [&](std::uint32_t m) {
                                 return cast_.actors[clauses_.mentions[m].actor].type == ActorType::country;
                             });
                return out;
            }
            // The nearest to the head says most.
            if (out.mentions.size() > 1) out.mentions.erase(out.mentions.begin() + 1, out.mentions.end());
        }
        return out;
    }

    // The "by" of a passive, unless it hangs on an event noun right before it: "evacuated after a siege by
    // the army".
    [[nodiscard]] const Argument* agent_of(const Predicate& pred) const {
        const Argument* before = nullptr;
        for (const auto& [preposition, argument] : pred.obliques) {
            if (preposition == "by" && (!argument.mentions.empty() || !argument.related.empty())) {
                const bool of_noun = before && before->end > 0 && nouns_[before->end - 1].frame;
                return of_noun ? nullptr : &argument;
            }
            before = &argument;
        }
        return nullptr;
    }

    void keep_acting(Side& out) const {
        std::erase_if(out.mentions, [&](std::uint32_t m) {
            return clauses_.mentions[m].as_place ||
                   cast_.actors[clauses_.mentions[m].actor].type == ActorType::place;
        });
    }

    [[nodiscard]] Side side(const std::vector<std::string>& slots, const Predicate& pred,
                            const FrameMatch& match, PickRelated pick) const {
        Side fallback;
        for (const auto& slot : slots) {
            const Argument* argument = nullptr;
            if (slot == "subject") {
                argument = pred.passive && pred.kind == PredicateKind::verb ? agent_of(pred) : &pred.subject;
            } else if (slot == "object") {
                argument = pred.passive ? &pred.subject : &pred.object;
                if (!pred.passive &&
                    (argument->empty() || (argument->mentions.empty() && argument->related.empty())) &&
                    !match.particle.empty()) {
                    if (const auto* other = oblique(pred.obliques, match.particle)) argument = other;
                }
            } else {
                argument = oblique(pred.obliques, slot);
            }
            if (!argument) continue;
            auto found = whole(*argument);
            if (found.mentions.empty()) continue;
            if (!found.related) return found;
            if (fallback.mentions.empty() && pick == PickRelated::yes) fallback = std::move(found);
        }
        return fallback;
    }

    // The frame's mode, else what the words around say about the means: "with machetes", "by phone".
    [[nodiscard]] std::string mode_of(const PredicateGroup& g, std::uint32_t begin, std::uint32_t end) const {
        if (!g.mode.empty() || g.use != FrameUse::event) return g.mode;
        static constexpr std::array<std::string_view, 22> means{
            "suicide-attack", "drone",    "aerial",    "unconventional", "crowd-control", "heavy-weapons",
            "explosives",     "firearms", "primitive", "beat",           "phone",         "visit",
            "multilateral",   "hunger",   "strike",    "riot",           "obstruct",      "boycott",
            "police",         "militia",  "weapons",   "troops"};
        const auto type = name(g.type);
        for (const auto mode : means) {
            const auto class_name = fmt::format("@{}:{}", type, mode);
            for (auto at = begin; at < std::min<std::size_t>(end, clauses_.words.size()); ++at) {
                const auto& word = clauses_.words[at];
                if (lexicon_.in_class(class_name, word.lower) || lexicon_.in_class(class_name, word.noun))
                    return std::string(mode);
            }
        }
        return "";
    }

    // --- collecting --------------------------------------------------------------------------------------

    void add(Candidate&& out, const PredicateGroup& g) {
        if (g.civil_type && out.type == g.type && !out.actor.mentions.empty() && is_civil(out)) {
            out.type = *g.civil_type;
            out.mode = g.civil_mode;
        }
        if (g.armed_type && out.type == g.type && bears_arms(out.actor, Countries::do_not)) {
            out.type = *g.armed_type;
            out.mode = g.armed_mode;
        }
        if (out.recipient.mentions.empty() && !out.reciprocal) out.recipient = somebody_after(out);

        if (!out.reciprocal) remove(out.recipient, out.actor);
        if (out.reciprocal) {
            for (const auto m : out.recipient.mentions) out.actor.mentions.push_back(m);
            out.actor.related = out.actor.related && out.recipient.mentions.empty();
            const bool remembered = remembered_.contains(out.head);
            if (g.needs_recipient && distinct(out.actor) < 2 && !remembered) return;
            out.recipient.mentions.clear();
        } else if (g.needs_recipient && out.recipient.mentions.empty()) {
            return;
        }
        if (out.actor.mentions.empty() && !remembered_.contains(out.head)) {
            // Without an agent only what is done to somebody counts: "two soldiers were killed".
            const bool done_to = (out.type == EventType::assault || out.type == EventType::coerce) &&
                                 !out.recipient.mentions.empty();
            const bool crowd = out.type == EventType::protest && !out.noun;
            if (!done_to && !crowd) return;
        }
        candidates_.push_back(std::move(out));
    }

    // Unarmed by its sectors; of one without any, a deed that is done to nobody.
    [[nodiscard]] bool is_civil(const Candidate& c) const {
        if (bears_arms(c.actor, Countries::count)) return false;
        const bool known = std::any_of(
            c.actor.mentions.begin(), c.actor.mentions.end(),
            [&](std::uint32_t m) { return !cast_.actors[clauses_.mentions[m].actor].sectors.empty(); });
        return known || c.recipient.mentions.empty();
    }

    enum class Countries : std::uint8_t { count, do_not };

    [[nodiscard]] bool bears_arms(const Side& side, Countries countries) const {
        static constexpr std::array<std::string_view, 7> armed_sectors{"MIL", "REB", "COP", "SPY",
                                                                       "PRM", "UAF", "CRM"};
        return std::any_of(side.mentions.begin(), side.mentions.end(), [&](std::uint32_t m) {
            const auto& actor = cast_.actors[clauses_.mentions[m].actor];
            const bool state =
                actor.type == ActorType::country ||
                std::find(actor.sectors.begin(), actor.sectors.end(), "GOV") != actor.sectors.end();
            return (state && countries == Countries::count) ||
                   std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& sector) {
                       return std::find(armed_sectors.begin(), armed_sectors.end(), sector) !=
                              armed_sectors.end();
                   });
        });
    }

    // Verbal acts and aid are done towards somebody: the next actor after the trigger, before another clause
    // begins.
    [[nodiscard]] Side somebody_after(const Candidate& c) const {
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
                if (!takes_complement(c.head)) return out;
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
            keep_acting(one);
            remove(one, c.actor);
            if (one.mentions.empty()) continue;
            return one;
        }
        return out;
    }

    [[nodiscard]] bool takes_complement(std::uint32_t head) const {
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) {
            if (predicate(p).head == head) return governs(p);
        }
        return false;
    }

    // Is the token in the subject of a clause of its own, outside what the trigger governs?
    [[nodiscard]] bool acts_elsewhere(std::uint32_t token, std::uint32_t head) const {
        return std::any_of(
            clauses_.predicates.begin(), clauses_.predicates.end(), [&](const Predicate& pred) {
                if (!pred.finite || pred.head < token || token < pred.subject.begin ||
                    token >= pred.subject.end)
                    return false;
                return pred.governor < 0 || predicate(static_cast<std::uint32_t>(pred.governor)).head != head;
            });
    }

    [[nodiscard]] bool relative_between(std::uint32_t begin, std::uint32_t end) const {
        for (auto at = begin + 1; at < end && at < clauses_.words.size(); ++at) {
            const auto& word = clauses_.words[at];
            if (word.mention < 0 && word.lower != "that" &&
                (word.word_class == WordClass::relative || word.word_class == WordClass::subordinator)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::size_t distinct(const Side& side) const {
        std::set<std::uint32_t> actors;
        for (const auto m : side.mentions) actors.insert(clauses_.mentions[m].actor);
        return actors.size();
    }

    [[nodiscard]] int confidence(const Candidate& c) const {
        if (c.read_percent >= 0) return std::clamp(c.read_percent, 1, 99);
        int out = c.frame->group->trust_percent;
        if (c.noun) out -= 12;
        if (c.actor.mentions.empty()) out -= 20;
        if (c.actor.related) out -= 12;
        if (c.recipient.related) out -= 6;
        if (c.recipient.mentions.empty() && !c.reciprocal) out -= 5;
        if (!c.actor.mentions.empty()) {
            const auto& mention = clauses_.mentions[c.actor.mentions.front()];
            const auto distance = mention.last > c.head ? mention.last - c.head : c.head - mention.last;
            out -= static_cast<int>(std::min<std::uint32_t>(distance, 20) / 2);
        }
        return std::clamp(out, 5, 99);
    }

    // Candidates of one type that share a side are one happening: the surer stays.
    void keep_one_each() {
        std::stable_sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
            return confidence(a) > confidence(b);
        });
        std::vector<Candidate> kept;
        for (auto& candidate : candidates_) {
            const bool told = std::any_of(kept.begin(), kept.end(), [&](const Candidate& other) {
                return same_happening(candidate, other);
            });
            if (!told) kept.push_back(std::move(candidate));
        }
        std::stable_sort(kept.begin(), kept.end(),
                         [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
        candidates_ = std::move(kept);
    }

    [[nodiscard]] bool same_happening(const Candidate& a, const Candidate& b) const {
        if (a.type != b.type) return false;
        const auto actors_a = ids(a.actor);
        const auto actors_b = ids(b.actor);
        const auto recipients_a = ids(a.recipient);
        const auto recipients_b = ids(b.recipient);
        const auto overlap = [](const std::vector<std::string>& x, const std::vector<std::string>& y) {
            return std::any_of(x.begin(), x.end(),
                               [&](const auto& id) { return std::find(y.begin(), y.end(), id) != y.end(); });
        };
        const auto agree = [&](const auto& x, const auto& y) {
            return x.empty() || y.empty() || overlap(x, y);
        };
        if (a.reciprocal || b.reciprocal || a.type == EventType::consult) {
            auto all_a = actors_a;
            all_a.insert(all_a.end(), recipients_a.begin(), recipients_a.end());
            auto all_b = actors_b;
            all_b.insert(all_b.end(), recipients_b.begin(), recipients_b.end());
            return agree(all_a, all_b);
        }
        return (overlap(actors_a, actors_b) && agree(recipients_a, recipients_b)) ||
               (overlap(recipients_a, recipients_b) && agree(actors_a, actors_b));
    }

    [[nodiscard]] std::vector<std::string> ids(const Side& side) const {
        std::vector<std::string> out;
        for (const auto m : side.mentions) {
            const auto& id = cast_.actors[clauses_.mentions[m].actor].id;
            if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
        }
        return out;
    }

    // --- records -----------------------------------------------------------------------------------------

    // Without anybody who acts only what is done to somebody counts, and crowds.
    [[nodiscard]] bool tells_enough(const Candidate& c) const {
        if (!c.actor.mentions.empty() || remembered_.contains(c.head)) return true;
        const bool done_to =
            (c.type == EventType::assault || c.type == EventType::coerce) && !c.recipient.mentions.empty();
        return done_to || (c.type == EventType::protest && !c.noun);
    }

    [[nodiscard]] std::optional<Event> to_event(const Candidate& c) const {
        if (c.read_percent >= 0 && !tells_enough(c)) return std::nullopt;
        Event out;
        out.type = c.type;
        out.mode = lexicon_.plover().has_mode(c.type, c.mode) ? c.mode : "";
        out.actors = ids(c.actor);
        out.recipients = ids(c.recipient);
        if (const auto found = remembered_.find(c.head); found != remembered_.end() && out.actors.empty()) {
            out.actors = found->second.actors;
            out.recipients = found->second.recipients;
        }
        out.status = c.status;
        set_time(out, c);
        out.place = place_of(c);
        if (out.type == EventType::consult && out.mode.empty() && is_third_place(out))
            out.mode = "third-party";
        out.evidence_span = sentence_.span;
        out.evidence = std::string(slice(document_.text, sentence_.span));
        out.trigger_span = {sentence_.tokens[c.trigger_first].span.begin,
                            sentence_.tokens[c.trigger_last - 1].span.end};
        out.trigger = std::string(slice(document_.text, out.trigger_span));
        out.score_tenths = lexicon_.plover().score_tenths(out.type, out.mode);
        out.cameo = lexicon_.plover().cameo(out.type, out.mode);
        if (c.frame && !c.frame->group->cameo.empty() && c.frame->group->type == c.type)
            out.cameo = c.frame->group->cameo;
        std::vector<std::string> words;
        words.reserve(clauses_.words.size());
        for (const auto& word : clauses_.words) words.push_back(word.lower);
        out.contexts = lexicon_.plover().contexts(words);
        out.fired = c.frame ? c.frame->id : "reader";
        out.confidence_percent = static_cast<std::uint8_t>(confidence(c));
        return out;
    }

    void set_time(Event& out, const Candidate& c) const {
        const auto* best = time_of(clauses_, times_, c.head);
        if (!best) return;
        if (best->sense != TimeSense::future) out.date = best->date;
        if (out.status != Status::reported) return;
        if (best->sense == TimeSense::long_ago || is_long_before(best->date, document_.published))
            out.status = Status::historical;
    }

    // Where the clause of a candidate hangs: of a noun that is a subject its verb.
    [[nodiscard]] std::uint32_t anchor_of(const Candidate& c) const {
        if (!c.noun) return c.head;
        for (const auto& pred : clauses_.predicates) {
            if (pred.finite && c.head >= pred.subject.begin && c.head < pred.subject.end) return pred.head;
        }
        return c.head;
    }

    // Does no other finite verb stand between the token and the trigger?
    [[nodiscard]] bool same_clause(std::uint32_t token, const Candidate& c) const {
        const auto anchor = anchor_of(c);
        const auto low = std::min(token, anchor);
        const auto high = std::max(token, anchor);
        return std::none_of(clauses_.predicates.begin(), clauses_.predicates.end(),
                            [&](const Predicate& p) { return p.finite && p.head > low && p.head < high; });
    }

    // The trigger's own; of the article's first sentence else the dateline's.
    [[nodiscard]] std::string place_of(const Candidate& c) const {
        const auto mention = extract::place_of(clauses_, cast_, c.head);
        if (mention >= 0) return cast_.actors[clauses_.mentions[static_cast<std::size_t>(mention)].actor].id;
        return "";
    }

    // Is the place's country none of the participants'?
    [[nodiscard]] bool is_third_place(const Event& event) const {
        if (event.place.empty() || event.actors.size() + event.recipients.size() < 2) return false;
        const auto country = [&](const std::string& id) {
            const auto found = std::find_if(cast_.actors.begin(), cast_.actors.end(),
                                            [&](const Actor& a) { return a.id == id; });
            return found == cast_.actors.end() ? std::string{} : found->country;
        };
        const auto here = country(event.place);
        if (here.empty()) return false;
        for (const auto& side : {event.actors, event.recipients}) {
            for (const auto& id : side) {
                if (country(id) == here || country(id).empty()) return false;
            }
        }
        return true;
    }

    const Document& document_;
    const Cast& cast_;
    const PredicateLexicon& lexicon_;
    const Sentence& sentence_;
    Memory& memory_;
    const EventReader* reader_;
    std::vector<TimeExpression> times_;
    Clauses clauses_;
    std::vector<FrameMatch> matches_;  // by predicate
    std::vector<FrameMatch> nouns_;    // by token
    std::vector<bool> swallowed_;      // by token: told as part of another event
    std::vector<Candidate> candidates_;
    std::map<std::uint32_t, Event> remembered_;  // by head of a noun: the event it takes up
};

// Boilerplate counts only as a full sentence.
bool may_tell(const Sentence& sentence) {
    if (!sentence.boilerplate) return true;
    if (sentence.tokens.size() < 8) return false;
    const auto& last = sentence.tokens.back().form;
    return last == "." || last == "\"" || last == "”";
}

}  // namespace

std::vector<Event> code_events(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                               const EventReader* reader) {
    std::vector<Event> out;
    Memory memory;
    for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
        if (!may_tell(document.sentences[number])) continue;
        auto events = SentenceCoder(document, cast, lexicon, number, memory, reader).code();
        out.insert(out.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    }
    return out;
}

void visit_sentences(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                     const std::function<void(const SentenceFacts&)>& visit) {
    Memory memory;
    for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
        if (!may_tell(document.sentences[number])) continue;
        SentenceCoder coder(document, cast, lexicon, number, memory, nullptr);
        visit(coder.facts());
    }
}

}  // namespace entente::extract
