#include "extract/events/sides_from_context.hpp"

#include "extract/events/acts.hpp"
#include "extract/events/noun_phrases.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::extract {

namespace {

bool has_sector(const Actor& actor, std::string_view sector) {
    return std::find(actor.sectors.begin(), actor.sectors.end(), sector) != actor.sectors.end();
}

bool is_of_state(const Actor& actor) {
    return actor.type == ActorType::country || has_sector(actor, "GOV") || has_sector(actor, "MIL");
}

bool is_said(EventType type) {
    return type == EventType::accuse || type == EventType::support || type == EventType::reject ||
           type == EventType::request || type == EventType::threaten;
}

bool is_about_deeds(EventType type) {
    return type == EventType::accuse || type == EventType::support || type == EventType::reject;
}

bool is_deed(EventType type) {
    return is_hostile(type) || is_yielding(type) || type == EventType::reject || type == EventType::agree;
}

// Can the pronoun stand for such an actor?
bool can_mean(std::string_view pronoun, ActorType type) {
    if (pronoun == "it") return type == ActorType::country || type == ActorType::organization;
    if (pronoun == "him" || pronoun == "her") return type == ActorType::person;
    return pronoun == "them" && (type == ActorType::group || type == ActorType::organization);
}

}  // namespace

bool SidesFromContext::complete(Candidate& event, const std::vector<Candidate>& all) {
    const auto drop = [&](Side& side, auto is_wrong) {
        return std::erase_if(side.mentions, [&](std::uint32_t m) { return is_wrong(m); }) > 0;
    };
    drop_judges(event, all);
    const auto told = [&](std::uint32_t m) { return is_medium_told(m); };
    const bool met_medium = drop(event.recipient, told);
    if (event.type == EventType::consult && event.actor.mentions.size() > 1 &&
        drop(event.actor, [&](std::uint32_t m) { return has_sector(actor_of(m), "JRN"); }) &&
        sides_.distinct(event.actor) < 2 && event.recipient.mentions.empty())
        return false;
    if (met_medium && event.type == EventType::consult && event.recipient.mentions.empty()) return false;
    drop(event.recipient, [&](std::uint32_t m) { return is_own_force(m, event); });
    drop(event.recipient, [&](std::uint32_t m) { return is_where_said(m, event); });
    drop(event.recipient, [&](std::uint32_t m) { return acts_apart(m, event); });
    if (!event.recipient.mentions.empty() || event.reciprocal || event.actor.mentions.empty()) return true;
    take_pronoun(event);
    if (event.recipient.mentions.empty()) take_doer(event, all);
    if (event.recipient.mentions.empty()) take_government(event);
    if (event.recipient.mentions.empty()) take_country_of_posture(event);
    if (event.recipient.mentions.empty()) take_accused_before(event);
    return true;
}

const Predicate* SidesFromContext::predicate_of(const Candidate& event) const {
    const auto found = std::find_if(clauses_.predicates.begin(), clauses_.predicates.end(),
                                    [&](const Predicate& p) { return p.head == event.head; });
    return found == clauses_.predicates.end() ? nullptr : &*found;
}

bool SidesFromContext::is_medium_told(std::uint32_t mention) const {
    if (!has_sector(actor_of(mention), "JRN")) return false;
    const auto head = std::min(clauses_.mentions[mention].head, clauses_.tree.size() - 1);
    const auto preposition = preposition_of(clauses_, head);
    return preposition == "to" || preposition == "with" || preposition == "on" || preposition == "in";
}

bool SidesFromContext::is_own_force(std::uint32_t mention, const Candidate& event) const {
    if (event.type != EventType::mobilize && event.type != EventType::retreat &&
        event.type != EventType::concede && event.type != EventType::threaten)
        return false;
    const auto& force = actor_of(mention);
    const bool itself = event.type == EventType::mobilize && force.type == ActorType::country;
    if ((!has_sector(force, "MIL") && !itself) || force.country.empty()) return false;
    return std::any_of(event.actor.mentions.begin(), event.actor.mentions.end(), [&](std::uint32_t m) {
        const auto& actor = actor_of(m);
        return is_of_state(actor) && actor.country == force.country;
    });
}

void SidesFromContext::drop_judges(Candidate& event, const std::vector<Candidate>& all) const {
    if (!event.noun || !is_hostile(event.type)) return;
    const auto& tree = clauses_.tree;
    auto up = tree.head(event.head);
    for (int steps = 0; up != SentenceTree::none && steps < 6; ++steps, up = tree.head(up)) {
        const auto judged = std::find_if(all.begin(), all.end(), [&](const Candidate& c) {
            return c.head == up && c.type != event.type &&
                   (is_about_deeds(c.type) || c.type == EventType::sanction || c.type == EventType::request);
        });
        if (judged == all.end()) continue;
        std::erase_if(event.actor.mentions, [&](std::uint32_t m) {
            const auto own = std::min(clauses_.mentions[m].head, tree.size() - 1);
            if (tree.head(own) == event.head) return false;
            return std::any_of(judged->actor.mentions.begin(), judged->actor.mentions.end(),
                               [&](std::uint32_t judge) {
                                   return clauses_.mentions[judge].actor == clauses_.mentions[m].actor;
                               });
        });
        return;
    }
}

bool SidesFromContext::is_above(const Predicate& upper, const Predicate& lower) const {
    std::int32_t above = lower.governor;
    for (int steps = 0; above >= 0 && steps < 12; ++steps) {
        const auto& governing = clauses_.predicates[static_cast<std::size_t>(above)];
        if (governing.head == upper.head) return true;
        above = governing.governor;
    }
    return false;
}

bool SidesFromContext::acts_apart(std::uint32_t mention, const Candidate& event) const {
    const auto* own = predicate_of(event);
    if (own == nullptr || is_about_deeds(event.type) || event.type == EventType::threaten) return false;
    const auto token = clauses_.mentions[mention].head;
    const auto inside = [&](const Argument& argument) {
        return token >= argument.begin && token < argument.end;
    };
    if (inside(own->object) || inside(own->subject) ||
        std::any_of(own->obliques.begin(), own->obliques.end(),
                    [&](const auto& oblique) { return inside(oblique.second); }))
        return false;
    return std::any_of(clauses_.predicates.begin(), clauses_.predicates.end(), [&](const Predicate& other) {
        return other.finite && !other.relative && !other.conditional && other.head != own->head &&
               inside(other.subject) && !is_above(*own, other) && !is_above(other, *own);
    });
}

bool SidesFromContext::is_where_said(std::uint32_t mention, const Candidate& event) const {
    if (!is_said(event.type) || !clauses_.mentions[mention].as_place) return false;
    const auto head = std::min(clauses_.mentions[mention].head, clauses_.tree.size() - 1);
    const auto preposition = preposition_of(clauses_, head);
    return preposition == "in" || preposition == "at";
}

void SidesFromContext::take_pronoun(Candidate& event) const {
    const auto* pred = predicate_of(event);
    if (pred == nullptr || pred->passive || pred->object.end != pred->object.begin + 1) return;
    const auto& pronoun = clauses_.words[pred->object.begin].lower;
    for (auto m = static_cast<std::uint32_t>(clauses_.mentions.size()); m-- > 0;) {
        const auto& mention = clauses_.mentions[m];
        if (mention.last > pred->head || mention.modifies || !can_mean(pronoun, actor_of(m).type)) continue;
        Side found{{m}, true};
        sides_.remove(found, event.actor);
        if (found.mentions.empty()) continue;
        event.recipient = std::move(found);
        return;
    }
}

void SidesFromContext::take_doer(Candidate& event, const std::vector<Candidate>& all) {
    const auto* pred = predicate_of(event);
    if (!is_about_deeds(event.type) || pred == nullptr) return;
    const auto& object = pred->passive ? pred->subject : pred->object;
    const auto words_begin = clauses_.words.begin();
    const bool deed = std::any_of(
        words_begin + object.begin, words_begin + object.end,
        [&](const Word& word) { return word.mention < 0 && lexicon_.in_class("@deed", word.noun); });
    if (!deed) return;
    for (auto other = all.rbegin(); other != all.rend(); ++other) {
        if (other->head >= event.head || !is_deed(other->type) || other->actor.mentions.empty()) continue;
        Side found = other->actor;
        found.related = true;
        sides_.remove(found, event.actor);
        if (found.mentions.empty()) continue;
        event.recipient = std::move(found);
        return;
    }
    const auto own = sides_.ids(event.actor);
    for (const auto& other : told_.told) {
        const bool by_self = std::any_of(other.actors.begin(), other.actors.end(), [&](const auto& id) {
            return std::find(own.begin(), own.end(), id) != own.end();
        });
        if (!is_deed(other.type) || by_self) continue;
        for (std::uint32_t actor = 0; actor < cast_.actors.size(); ++actor) {
            if (std::find(other.actors.begin(), other.actors.end(), cast_.actors[actor].id) !=
                other.actors.end())
                event.recipient.mentions.push_back(mention_of(actor, object.begin));
        }
        event.recipient.related = true;
        return;
    }
}

// What an opposition accuses or threatens without saying whom is its government.
void SidesFromContext::take_government(Candidate& event) {
    if (event.type != EventType::accuse && event.type != EventType::threaten) return;
    const auto& actor = actor_of(event.actor.mentions.front());
    if (!has_sector(actor, "OPP") || actor.country.empty()) return;
    const auto found = std::find_if(cast_.actors.begin(), cast_.actors.end(), [&](const Actor& other) {
        return other.country == actor.country && other.type != ActorType::person && !other.sectors.empty() &&
               other.sectors.front() == "GOV";
    });
    if (found == cast_.actors.end()) return;
    event.recipient.mentions.push_back(
        mention_of(static_cast<std::uint32_t>(found - cast_.actors.begin()), event.head));
    event.recipient.related = true;
}

void SidesFromContext::take_accused_before(Candidate& event) {
    if (event.type != EventType::accuse) return;
    const auto* before = told_.last_by(sides_.ids(event.actor), event.type);
    if (before == nullptr) return;
    for (std::uint32_t actor = 0; actor < cast_.actors.size(); ++actor) {
        if (std::find(before->recipients.begin(), before->recipients.end(), cast_.actors[actor].id) !=
            before->recipients.end())
            event.recipient.mentions.push_back(mention_of(actor, event.head));
    }
    event.recipient.related = true;
}

void SidesFromContext::take_country_of_posture(Candidate& event) const {
    const auto* pred = predicate_of(event);
    if (event.type != EventType::mobilize || pred == nullptr) return;
    const auto& actor = actor_of(event.actor.mentions.front());
    for (const auto& [preposition, argument] : pred->obliques) {
        if (preposition != "in" && preposition != "near" && preposition != "into" && preposition != "to")
            continue;
        for (const auto m : argument.places) {
            const auto& place = actor_of(m);
            if (place.type != ActorType::country || place.country == actor.country) continue;
            event.recipient = {{m}, true};
            return;
        }
    }
}

std::uint32_t SidesFromContext::mention_of(std::uint32_t actor, std::uint32_t token) {
    Mention mention;
    mention.first = mention.head = token;
    mention.last = token + 1;
    mention.actor = actor;
    clauses_.mentions.push_back(mention);
    return static_cast<std::uint32_t>(clauses_.mentions.size() - 1);
}

}  // namespace entente::extract
