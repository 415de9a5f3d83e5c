#include "extract/events/sentence_frames.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

bool takes_act(const PredicateGroup* g) {
    return g && g->content != Content::none && g->content != Content::begin && g->content != Content::fail;
}

}  // namespace

SentenceFrames::SentenceFrames(const Clauses& clauses, const Sides& sides, const PredicateLexicon& lexicon)
    : clauses_(clauses), sides_(sides), lexicon_(lexicon), swallowed_(clauses.words.size(), false) {
    for (const auto& pred : clauses_.predicates)
        matches_.push_back(match_predicate(clauses_, pred, lexicon_));
    for (std::uint32_t token = 0; token < clauses_.words.size(); ++token)
        nouns_.push_back(match_noun(clauses_, token, lexicon_));
    for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) swallow(p);
}

const PredicateGroup* SentenceFrames::group(std::int32_t p) const {
    if (p < 0 || !matches_[static_cast<std::size_t>(p)].frame) return nullptr;
    return matches_[static_cast<std::size_t>(p)].frame->group;
}

std::uint32_t SentenceFrames::complement_end(std::uint32_t p) const {
    auto end = std::max(predicate(p).end, predicate(p).head + 1);
    for (std::uint32_t q = p + 1; q < clauses_.predicates.size(); ++q) {
        if (governed_by(q, p)) end = std::max(end, std::max(predicate(q).end, predicate(q).head + 1));
    }
    return end;
}

bool SentenceFrames::governed_by(std::uint32_t q, std::uint32_t p) const {
    std::int32_t above = predicate(q).governor;
    for (int steps = 0; above >= 0 && steps < 12; ++steps) {
        if (static_cast<std::uint32_t>(above) == p) return true;
        above = predicate(static_cast<std::uint32_t>(above)).governor;
    }
    return false;
}

bool SentenceFrames::governs(std::uint32_t p) const {
    return std::any_of(clauses_.predicates.begin(), clauses_.predicates.end(),
                       [&](const Predicate& q) { return q.governor == static_cast<std::int32_t>(p); });
}

bool SentenceFrames::takes_complement(std::uint32_t head) const {
    for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) {
        if (predicate(p).head == head) return governs(p);
    }
    return false;
}

void SentenceFrames::swallow(std::uint32_t p) {
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

std::optional<Act> SentenceFrames::act_of(std::uint32_t p) const {
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

std::optional<Act> SentenceFrames::act_at(std::uint32_t token) const {
    const auto& word = clauses_.words[token];
    if (word.mention >= 0) return std::nullopt;
    for (std::uint32_t q = 0; q < clauses_.predicates.size(); ++q) {
        const auto& inner = predicate(q);
        if (inner.head != token) continue;
        const auto* g = group(static_cast<std::int32_t>(q));
        if (!g || g->use != FrameUse::event) break;
        return Act{g->type, mode_of(*g, inner.clause_begin, inner.end), static_cast<std::int32_t>(q), token,
                   inner.negated};
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

std::int32_t SentenceFrames::speaker_of(std::uint32_t p) const {
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

std::string SentenceFrames::mode_of(const PredicateGroup& g, std::uint32_t begin, std::uint32_t end) const {
    if (!g.mode.empty() || g.use != FrameUse::event) return g.mode;
    static constexpr std::array<std::string_view, 22> means{
        "suicide-attack", "drone",    "aerial",    "unconventional", "crowd-control", "heavy-weapons",
        "explosives",     "firearms", "primitive", "beat",           "phone",         "visit",
        "multilateral",   "hunger",   "strike",    "riot",           "obstruct",      "boycott",
        "police",         "militia",  "weapons",   "troops"};
    const auto type = name(g.type);
    for (const auto mode : means) {
        const auto* words = lexicon_.words_of(fmt::format("@{}:{}", type, mode));
        if (words == nullptr) continue;
        for (auto at = begin; at < std::min<std::size_t>(end, clauses_.words.size()); ++at) {
            const auto& word = clauses_.words[at];
            if (words->contains(word.lower) || words->contains(word.noun)) return std::string(mode);
        }
    }
    return "";
}

Side SentenceFrames::side(const std::vector<std::string>& slots, const Predicate& pred,
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
        auto found = sides_.whole(*argument);
        if (found.mentions.empty()) continue;
        if (!found.related) return found;
        if (fallback.mentions.empty() && pick == PickRelated::yes) fallback = std::move(found);
    }
    return fallback;
}

const Argument* SentenceFrames::agent_of(const Predicate& pred) const {
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

}  // namespace entente::extract
