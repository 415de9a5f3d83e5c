#include "extract/events/event_features.hpp"

#include "extract/events/noun_phrases.hpp"
#include "extract/reading/features.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace entente::extract {

namespace {

constexpr std::uint32_t none = SentenceTree::none;

// Keys of features, each told by a name and its values.
class KeyList {
 public:
    void add(std::string_view name, std::string_view value = {}, std::string_view other = {},
             std::string_view third = {}) {
        text_.assign(name);
        for (const auto part : {value, other, third}) {
            text_ += '\x1f';
            text_ += part;
        }
        keys_.push_back(stable_hash(text_));
    }

    FeatureKeys take() {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
        return std::move(keys_);
    }

 private:
    std::string text_;
    FeatureKeys keys_;
};

std::string_view bucket(std::uint32_t distance) {
    static constexpr std::array<std::string_view, 7> names{"0", "1", "2", "3-4", "5-8", "9-15", "16+"};
    static constexpr std::array<std::uint32_t, 6> limits{1, 2, 3, 5, 9, 16};
    const auto found = std::upper_bound(limits.begin(), limits.end(), distance);
    return names[static_cast<std::size_t>(found - limits.begin())];
}

bool is_content_tag(std::string_view upos) {
    return upos == "VERB" || upos == "NOUN" || upos == "ADJ" || upos == "PROPN" || upos == "ADV";
}

std::string_view role_name(const Candidate& candidate, std::uint32_t mention) {
    const auto has = [&](const Side& side) {
        return std::find(side.mentions.begin(), side.mentions.end(), mention) != side.mentions.end();
    };
    if (has(candidate.actor)) return candidate.actor.related ? "actor-near" : "actor";
    if (has(candidate.recipient)) return candidate.recipient.related ? "recipient-near" : "recipient";
    return "other";
}

bool holds(const std::vector<std::uint32_t>& mentions, std::uint32_t mention) {
    return std::find(mentions.begin(), mentions.end(), mention) != mentions.end();
}

// How the mention fills the argument: as its head, near it, as a place; "" when it does not.
std::string_view fills(const Argument& argument, std::uint32_t mention) {
    if (holds(argument.mentions, mention)) return "+";
    if (holds(argument.related, mention)) return "~";
    if (holds(argument.places, mention)) return "@";
    return "";
}

std::string_view modality_name(Modality modality) {
    static constexpr std::array<std::string_view, 5> names{"none", "will", "would", "may", "must"};
    return names[static_cast<std::size_t>(modality)];
}

std::string use_of(const PredicateGroup& group) {
    if (group.use == FrameUse::event) return std::string(name(group.type));
    return group.use == FrameUse::report ? "REPORT" : "NONE";
}

}  // namespace

EventFeatures::EventFeatures(const SentenceFacts& facts) : facts_(facts) {
    const auto& words = facts_.clauses->words;
    predicate_at_.assign(words.size(), -1);
    for (std::size_t p = 0; p < facts_.clauses->predicates.size(); ++p)
        predicate_at_[facts_.clauses->predicates[p].head] = static_cast<std::int32_t>(p);
    lexical_types_.resize(words.size());
    for (std::uint32_t at = 0; at < words.size(); ++at) {
        if (!is_content_tag(facts_.sentence->tokens[at].upos)) continue;
        std::set<std::string> types;
        const auto look = [&](PredicateKind kind, const std::string& word) {
            for (const auto* frame : facts_.lexicon->frames(kind, word)) types.insert(use_of(*frame->group));
        };
        if (words[at].is_verb) {
            look(PredicateKind::verb, words[at].verb);
        } else {
            look(PredicateKind::noun, words[at].lower);
            look(PredicateKind::noun, words[at].noun);
            look(PredicateKind::adjective, words[at].lower);
            look(PredicateKind::verb, lemma(at));
        }
        lexical_types_[at].assign(types.begin(), types.end());
    }
}

std::string EventFeatures::lemma(std::uint32_t at) const {
    const auto& word = facts_.clauses->words[at];
    if (word.is_verb) return word.verb;
    const auto& tag = facts_.sentence->tokens[at].upos;
    return tag == "NOUN" || tag == "PROPN" ? word.noun : word.lower;
}

std::string EventFeatures::kind_of_mention(std::uint32_t m) const {
    const auto& mention = facts_.clauses->mentions[m];
    const auto& actor = facts_.cast->actors[mention.actor];
    if (mention.as_place) return "as-place";
    if (!actor.sectors.empty()) return actor.sectors.front();
    return std::string(name(actor.type));
}

std::string EventFeatures::kind_of(std::uint32_t at) const {
    const auto mention = facts_.clauses->words[at].mention;
    return mention < 0 ? std::string("-") : kind_of_mention(static_cast<std::uint32_t>(mention));
}

const Frame* EventFeatures::frame_at(std::uint32_t at) const {
    if (predicate_at_[at] >= 0) {
        const auto* frame = facts_.predicate_matches[static_cast<std::size_t>(predicate_at_[at])].frame;
        if (frame != nullptr) return frame;
    }
    return facts_.noun_matches[at].frame;
}

const Candidate* EventFeatures::coded(std::uint32_t at) const {
    const auto found = std::find_if(facts_.coded.begin(), facts_.coded.end(),
                                    [&](const Candidate& c) { return c.head == at; });
    return found == facts_.coded.end() ? nullptr : &*found;
}

bool EventFeatures::may_trigger(std::uint32_t at) const {
    const auto& word = facts_.clauses->words[at];
    if (word.time || word.word_class == WordClass::auxiliary || word.word_class == WordClass::modal)
        return false;
    if (!is_content_tag(facts_.sentence->tokens[at].upos)) return false;
    if (word.mention < 0) return true;
    const auto& mention = facts_.clauses->mentions[static_cast<std::size_t>(word.mention)];
    return mention.kind == MentionKind::description && mention.head != at;
}

FeatureKeys EventFeatures::trigger(std::uint32_t at) const {
    const auto& tree = facts_.clauses->tree;
    const auto& token = facts_.sentence->tokens[at];
    const auto own = lemma(at);
    KeyList keys;
    keys.add("lemma", own);
    keys.add("lemma+tag", own, token.upos);
    keys.add("form", facts_.clauses->words[at].lower);
    keys.add("tag", token.xpos);
    keys.add("relation", token.deprel);
    keys.add("relation+lemma", token.deprel, own);
    if (own.size() > 4) keys.add("prefix", std::string_view(own).substr(0, 4), token.upos);
    for (const auto& type : lexical_types_[at]) keys.add("lexical", type, token.upos);
    if (lexical_types_[at].empty()) keys.add("lexical", "-", token.upos);
    const auto* frame = frame_at(at);
    if (frame != nullptr) {
        keys.add("frame", frame->id);
        keys.add("group", frame->group->name);
        keys.add("use", use_of(*frame->group));
        if (frame->words.size() > 1) keys.add("long frame", use_of(*frame->group));
    }
    if (const auto* candidate = coded(at)) {
        keys.add("coded", name(candidate->type));
        keys.add("coded mode", name(candidate->type), candidate->mode);
        keys.add("coded trust", name(candidate->type),
                 std::to_string(candidate->frame->group->trust_percent / 20));
        if (candidate->actor.mentions.empty()) keys.add("coded alone", name(candidate->type));
    } else {
        keys.add("coded", facts_.coded.empty() ? "nothing" : "elsewhere");
        if (frame != nullptr) keys.add("uncoded", use_of(*frame->group));
    }
    if ((*facts_.swallowed)[at]) keys.add("swallowed", frame != nullptr ? use_of(*frame->group) : "");
    if (predicate_at_[at] >= 0) {
        const auto& p = facts_.clauses->predicates[static_cast<std::size_t>(predicate_at_[at])];
        keys.add("voice", p.passive ? "passive" : "active", own);
        keys.add("modality", modality_name(p.modality), frame != nullptr ? use_of(*frame->group) : "");
        if (p.negated) keys.add("negated");
        keys.add("slots", p.subject.mentions.empty() ? "" : "s", p.object.mentions.empty() ? "" : "o",
                 p.obliques.empty() ? "" : "x");
    }
    const auto head = tree.head(at);
    if (head != none) {
        keys.add("head", lemma(head), token.deprel);
        keys.add("head+lemma", lemma(head), own);
        keys.add("head kind", kind_of(head), token.deprel);
        for (const auto& type : lexical_types_[head]) {
            keys.add("head lexical", type, token.deprel);
            for (const auto& mine : lexical_types_[at]) keys.add("both lexical", type, mine, token.deprel);
        }
    }
    for (const auto child : tree.children(at)) {
        const auto& relation = tree.relation(child);
        if (relation == "punct") continue;
        const auto inner = lemma(child);
        keys.add("child", relation, inner);
        keys.add("child+lemma", inner, own);
        keys.add("child relation", relation, own);
        keys.add("child kind", relation, kind_of(child));
        keys.add("child kind+lemma", relation, kind_of(child), own);
        const auto preposition = preposition_of(*facts_.clauses, child);
        if (!preposition.empty()) {
            keys.add("preposition", preposition, own);
            keys.add("preposition object", preposition, inner);
            keys.add("preposition kind", preposition, kind_of(child));
        }
        for (const auto& type : lexical_types_[child]) {
            keys.add("child lexical", relation, type);
            for (const auto& mine : lexical_types_[at]) keys.add("pair lexical", relation, type, mine);
        }
        if (auto hint = facts_.lexicon->hint(inner)) keys.add("child hint", relation, name(hint->type), own);
        if (tree.is(child, "obj") || tree.is(child, "obl") || tree.is(child, "xcomp")) {
            for (const auto grandchild : tree.children(child)) {
                if (tree.is(grandchild, "punct") || tree.is(grandchild, "det")) continue;
                keys.add("grandchild", lemma(grandchild), own);
                keys.add("grandchild relation", relation, lemma(grandchild));
            }
        }
    }
    const auto side = [&](std::string_view name, std::uint32_t next) {
        const auto& words = facts_.clauses->words;
        const auto there = next < words.size() ? lemma(next) : std::string("edge");
        keys.add(name, there);
        keys.add(name, there, own);
    };
    side("before", at == 0 ? none : at - 1);
    side("after", at + 1);
    return keys.take();
}

std::string EventFeatures::path(std::uint32_t from, std::uint32_t to) const {
    const auto& tree = facts_.clauses->tree;
    std::vector<std::uint32_t> up{from};
    while (up.size() < 7 && tree.head(up.back()) != none) up.push_back(tree.head(up.back()));
    std::string down;
    std::uint32_t at = to;
    for (int steps = 0; steps < 7; ++steps) {
        const auto met = std::find(up.begin(), up.end(), at);
        if (met != up.end()) {
            std::string out;
            for (auto step = up.begin(); step != met; ++step)
                out += fmt::format("^{}", tree.main_relation(*step));
            return out + down;
        }
        if (tree.head(at) == none) break;
        // Coordinated names stand where the first one stands.
        if (!(tree.is(at, "conj") && facts_.clauses->words[at].mention >= 0))
            down = fmt::format("/{}", tree.relation(at)) + down;
        at = tree.head(at);
    }
    return "far";
}

// All mentions of a sentence are asked about one trigger after the other.
const NounArguments& EventFeatures::around(std::uint32_t at) const {
    if (around_of_ != at) around_ = noun_arguments(*facts_.clauses, at);
    around_of_ = at;
    return around_;
}

std::vector<std::string> EventFeatures::slots_of(std::uint32_t at, std::uint32_t mention) const {
    std::vector<std::string> out;
    const auto& clauses = *facts_.clauses;
    const auto look = [&](const std::string& slot, const Argument& argument) {
        const auto how = fills(argument, mention);
        if (!how.empty()) out.push_back(slot + std::string(how));
    };
    const auto of_predicate = [&](const std::string& whose, const Predicate& p) {
        look(whose + (p.passive ? "passive-subject" : "subject"), p.subject);
        look(whose + "object", p.object);
        for (const auto& [preposition, argument] : p.obliques) look(whose + preposition, argument);
    };
    if (predicate_at_[at] >= 0) {
        const auto& p = clauses.predicates[static_cast<std::size_t>(predicate_at_[at])];
        of_predicate("", p);
        if (p.governor >= 0) of_predicate("above-", clauses.predicates[static_cast<std::size_t>(p.governor)]);
        for (const auto& q : clauses.predicates) {
            if (q.governor == predicate_at_[at]) of_predicate("below-", q);
        }
    } else {
        const auto& around = this->around(at);
        look("owner", around.possessive);
        look("modifier", around.modifier);
        for (const auto& [preposition, argument] : around.obliques) look("of-noun-" + preposition, argument);
        const auto head = clauses.tree.head(at);
        if (head != none && predicate_at_[head] >= 0) {
            const auto relation = std::string(clauses.tree.main_relation(at));
            of_predicate(relation + "-verb-",
                         clauses.predicates[static_cast<std::size_t>(predicate_at_[head])]);
        }
    }
    return out;
}

FeatureKeys EventFeatures::role(std::uint32_t at, EventType type, std::uint32_t m) const {
    const auto& mention = facts_.clauses->mentions[m];
    const auto& actor = facts_.cast->actors[mention.actor];
    const auto type_name = name(type);
    const auto own = lemma(at);
    const auto kind = kind_of_mention(m);
    const auto target = std::min(mention.head, facts_.clauses->tree.size() - 1);
    KeyList keys;
    keys.add("type", type_name);
    keys.add("kind", kind, type_name);
    keys.add("mention kind", std::to_string(static_cast<int>(mention.kind)), type_name);
    keys.add("actor type", name(actor.type), type_name, mention.modifies ? "modifies" : "");
    const bool before = mention.head < at;
    const auto distance = before ? at - mention.head : mention.head - at;
    keys.add("distance", bucket(distance), before ? "before" : "after");
    keys.add("side", before ? "before" : "after", type_name);
    std::uint32_t between = 0;
    for (const auto& other : facts_.clauses->mentions) {
        const bool inside = before ? other.head > mention.head && other.head < at
                                   : other.head < mention.head && other.head > at;
        between += inside && !other.modifies ? 1 : 0;
    }
    keys.add("between", bucket(between), before ? "before" : "after");
    keys.add("between type", bucket(between), before ? "before" : "after", type_name);
    const auto way = path(at, target);
    keys.add("path", way);
    keys.add("path+type", way, type_name);
    keys.add("path+lemma", way, own);
    keys.add("path+kind", way, kind);
    const auto* frame = frame_at(at);
    const auto group = frame != nullptr ? std::string_view(frame->group->name) : std::string_view("-");
    const auto slots = slots_of(at, m);
    for (const auto& slot : slots) {
        keys.add("slot", slot);
        keys.add("slot+type", slot, type_name);
        keys.add("slot+lemma", slot, own);
        keys.add("slot+group", slot, group);
        keys.add("slot+kind", slot, kind, type_name);
        keys.add("slot+modifies", slot, mention.modifies ? "modifies" : "");
    }
    if (slots.empty()) keys.add("slot", "none", type_name, before ? "before" : "after");
    const auto preposition = preposition_of(*facts_.clauses, target);
    keys.add("preposition", preposition, type_name, before ? "before" : "after");
    keys.add("preposition+lemma", preposition, own);
    if (const auto* candidate = coded(at)) {
        const auto role = role_name(*candidate, m);
        keys.add("coded", role);
        keys.add("coded+type", role, type_name, name(candidate->type));
        keys.add("coded+slot", role, slots.empty() ? "" : slots.front());
    } else {
        keys.add("coded", "nothing");
    }
    std::string_view elsewhere;
    for (const auto& candidate : facts_.coded) {
        if (candidate.head == at) continue;
        const auto role = role_name(candidate, m);
        if (role != "other") elsewhere = role;
    }
    if (!elsewhere.empty()) keys.add("coded elsewhere", elsewhere, slots.empty() ? "no slot" : "slot");
    const auto& tree = facts_.clauses->tree;
    keys.add("mention relation", tree.relation(target), type_name);
    if (tree.head(target) != none) keys.add("mention head", lemma(tree.head(target)), type_name);
    if (mention.first == 0 || m == 0) keys.add("first", type_name);
    return keys.take();
}

FeatureKeys EventFeatures::status(std::uint32_t at, EventType type) const {
    const auto& tree = facts_.clauses->tree;
    const auto& token = facts_.sentence->tokens[at];
    KeyList keys;
    keys.add("tag", token.xpos);
    keys.add("relation", token.deprel);
    keys.add("type", name(type));
    keys.add("lemma", lemma(at));
    if (const auto* candidate = coded(at)) keys.add("coded", name(candidate->status), name(candidate->type));
    const auto of_predicate = [&](std::string_view whose, const Predicate& p) {
        keys.add("modality", whose, modality_name(p.modality));
        keys.add("modality+type", whose, modality_name(p.modality), name(type));
        if (p.negated) keys.add("negated", whose);
        if (p.conditional) keys.add("conditional", whose);
        keys.add("tense", whose,
                 p.perfect ? "perfect"
                 : p.past  ? "past"
                           : "present",
                 p.finite ? "finite" : "");
        keys.add("predicate", whose, p.lemma);
    };
    std::int32_t p = predicate_at_[at];
    if (p < 0 && tree.head(at) != none) p = predicate_at_[tree.head(at)];
    const std::array<std::string_view, 4> levels{"own", "above", "above2", "above3"};
    for (std::size_t level = 0; p >= 0 && level < levels.size(); ++level) {
        const auto& predicate = facts_.clauses->predicates[static_cast<std::size_t>(p)];
        of_predicate(levels[level], predicate);
        const auto* frame = facts_.predicate_matches[static_cast<std::size_t>(p)].frame;
        if (frame != nullptr && level > 0) {
            keys.add("content", levels[level], std::to_string(static_cast<int>(frame->group->content)),
                     name(type));
        }
        if (level == 0 && predicate_at_[at] < 0) keys.add("noun of", predicate.lemma, token.deprel);
        p = predicate.governor;
    }
    std::uint32_t up = at;
    for (int steps = 0; steps < 4 && up != none; ++steps, up = tree.head(up)) {
        for (const auto child : tree.children(up)) {
            if (tree.is(child, "aux") || tree.is(child, "mark") || tree.is(child, "advmod") ||
                tree.is(child, "det") || tree.is(child, "amod") || tree.is(child, "case")) {
                keys.add("near", std::to_string(steps), tree.main_relation(child),
                         facts_.clauses->words[child].lower);
                if (steps > 0)
                    keys.add("above", tree.main_relation(child), facts_.clauses->words[child].lower);
            }
        }
        keys.add("chain", std::to_string(steps), lemma(up));
    }
    for (const auto& time : facts_.times) {
        static constexpr std::array<std::string_view, 3> senses{"plain", "future", "long ago"};
        keys.add("time", senses[static_cast<std::size_t>(time.sense)]);
        for (auto word = time.first; word < time.last; ++word)
            keys.add("time word", facts_.clauses->words[word].lower);
    }
    const auto& words = facts_.clauses->words;
    for (std::uint32_t back = 1; back <= 4 && back <= at; ++back)
        keys.add("word before", words[at - back].lower, back <= 2 ? "near" : "");
    keys.add("first", words.front().lower);
    return keys.take();
}

FeatureKeys EventFeatures::mode(std::uint32_t at, EventType type) const {
    const auto& tree = facts_.clauses->tree;
    const auto type_name = name(type);
    KeyList keys;
    keys.add("type", type_name);
    keys.add("lemma", lemma(at), type_name);
    if (const auto* frame = frame_at(at)) {
        keys.add("group", frame->group->name, type_name);
        keys.add("frame mode", frame->group->mode, type_name);
    }
    if (const auto* candidate = coded(at))
        keys.add("coded", candidate->mode, name(candidate->type), type_name);
    const auto add_child = [&](std::string_view level, std::uint32_t child) {
        if (tree.is(child, "punct") || tree.is(child, "det")) return;
        keys.add(level, lemma(child), type_name);
        keys.add("relation", tree.main_relation(child), lemma(child), type_name);
        keys.add("kind", tree.main_relation(child), kind_of(child), type_name);
        for (const auto& lexical : lexical_types_[child]) keys.add("lexical", level, lexical, type_name);
        if (auto hint = facts_.lexicon->hint(lemma(child)))
            keys.add("hint", level, name(hint->type), type_name);
    };
    for (const auto child : tree.children(at)) {
        add_child("child", child);
        for (const auto grandchild : tree.children(child)) add_child("grandchild", grandchild);
    }
    if (tree.head(at) != none) add_child("head", tree.head(at));
    for (std::uint32_t word = 0; word < facts_.clauses->words.size(); ++word) {
        if (facts_.clauses->words[word].mention < 0 && is_content_tag(facts_.sentence->tokens[word].upos))
            keys.add("bag", lemma(word), type_name);
    }
    return keys.take();
}

}  // namespace entente::extract
