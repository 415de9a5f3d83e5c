#include "extract/events/event_reader.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

// Chosen on the development articles.
const float trigger_threshold = std::getenv("TT") ? std::stof(std::getenv("TT")) : 0.42F;
const float role_threshold = std::getenv("RT") ? std::stof(std::getenv("RT")) : 0.40F;
constexpr float status_threshold = 0.5F;
constexpr std::size_t most_events = 8;  // of one sentence

bool is_act_of_force(EventType type) {
    return type == EventType::assault || type == EventType::coerce || type == EventType::protest;
}

}  // namespace

EventReader::EventReader(EventModel model) : model_(std::move(model)) {
    for (const auto& label : model_.triggers.labels())
        trigger_types_.push_back(event_type(label).value_or(EventType::consult));
    for (const auto& label : model_.statuses.labels())
        statuses_.push_back(extract::status(label).value_or(Status::reported));
}

std::vector<Candidate> EventReader::read(const SentenceFacts& facts) const {
    const EventFeatures features(facts);
    std::vector<Candidate> out;
    for (std::uint32_t token = 0; token < facts.clauses->words.size(); ++token) {
        if (!features.may_trigger(token)) continue;
        const auto scores = model_.triggers.probabilities(features.trigger(token));
        for (std::size_t label = 0; label < scores.size(); ++label) {
            const auto* coded = features.coded(token);
            const bool both = coded != nullptr && coded->type == trigger_types_[label];
            const float ct = std::getenv("CT") ? std::stof(std::getenv("CT")) : 0.1F;
            if (scores[label] < (both ? ct : trigger_threshold)) continue;
            out.push_back(candidate(features, facts, token, trigger_types_[label], scores[label]));
        }
    }
    if (out.size() > most_events) {
        std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
            return a.read_percent > b.read_percent;
        });
        out.resize(most_events);
        std::stable_sort(out.begin(), out.end(),
                         [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
    }
    return out;
}

Candidate EventReader::candidate(const EventFeatures& features, const SentenceFacts& facts,
                                 std::uint32_t token, EventType type, float probability) const {
    Candidate out;
    const auto* coded = features.coded(token);
    if (coded != nullptr && coded->type == type) out = *coded;
    if (coded == nullptr || coded->type != type) {
        out.trigger_first = token;
        out.trigger_last = token + 1;
        out.begin = token;
        out.end = token + 1;
        out.noun = !facts.clauses->words[token].is_verb;
    }
    out.head = token;
    out.type = type;
    out.read_percent = static_cast<int>(std::lround(probability * 100));
    fill_sides(out, features, facts);
    const auto statuses = model_.statuses.probabilities(features.status(token, type));
    const auto best = std::max_element(statuses.begin(), statuses.end());
    out.status = Status::reported;
    if (best != statuses.end() && *best >= status_threshold)
        out.status = statuses_[static_cast<std::size_t>(best - statuses.begin())];
    const auto modes = model_.modes.probabilities(features.mode(token, type));
    const auto prefix = fmt::format("{}/", name(type));
    float most = -1;
    for (std::size_t label = 0; label < modes.size(); ++label) {
        if (!model_.modes.labels()[label].starts_with(prefix) || modes[label] <= most) continue;
        most = modes[label];
        out.mode = model_.modes.labels()[label].substr(prefix.size());
    }
    return out;
}

void EventReader::fill_sides(Candidate& out, const EventFeatures& features, const SentenceFacts& facts) const {
    const auto coded = std::make_pair(out.actor, out.recipient);
    if (!std::getenv("NORULE") && features.coded(out.head) != nullptr && features.coded(out.head)->type == out.type && !out.actor.mentions.empty()) return;
    out.actor = {};
    out.recipient = {};
    std::vector<std::pair<float, float>> scores;
    const auto& mentions = facts.clauses->mentions;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const auto score = model_.roles.probabilities(features.role(out.head, out.type, m));
        const auto& actor = facts.cast->actors[mentions[m].actor];
        const bool may_act = actor.type != ActorType::place && !(mentions[m].first <= out.head && mentions[m].last > out.head && mentions[m].head == out.head);
        scores.emplace_back(may_act ? score[0] : 0.0F, may_act ? score[1] : 0.0F);
    }
    for (std::uint32_t m = 0; m < scores.size(); ++m) {
        const auto [acts, receives] = scores[m];
        if (std::max(acts, receives) < role_threshold) continue;
        auto& side = acts >= receives ? out.actor : out.recipient;
        side.mentions.push_back(m);
    }
    // Somebody acts, if anybody may.
    if (out.actor.mentions.empty()) {
        const auto best = std::max_element(scores.begin(), scores.end(), [](const auto& a, const auto& b) {
            return a.first < b.first;
        });
        if (best != scores.end() && best->first > role_threshold / 2 && best->first > best->second)
            out.actor.mentions.push_back(static_cast<std::uint32_t>(best - scores.begin()));
    }
    if (out.actor.mentions.empty() && !is_act_of_force(out.type)) out.actor = coded.first;
    if (out.recipient.mentions.empty() && out.actor.mentions.empty()) out.recipient = coded.second;
    const auto acts_too = [&](std::uint32_t m) {
        return std::any_of(out.actor.mentions.begin(), out.actor.mentions.end(),
                           [&](std::uint32_t other) { return mentions[other].actor == mentions[m].actor; });
    };
    std::erase_if(out.recipient.mentions, acts_too);
    out.reciprocal = out.recipient.mentions.empty() && out.actor.mentions.size() > 1;
}

}  // namespace entente::extract
