#include "extract/events/event_reader.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

// Chosen on a tenth of the labelled sentences and the development articles.
constexpr float trigger_threshold = 0.40F;
constexpr float coded_threshold = 0.20F;  // where the frames code the same
constexpr float speaker_asks_probability =
    0.50F;  // told by the clause above, which a trigger's features miss
constexpr float role_threshold = 0.40F;
constexpr float least_actor = 0.20F;  // of the likeliest, when nobody reaches the threshold
constexpr float least_recipient = 0.12F;
constexpr float status_threshold = 0.50F;        // of the likeliest that is not plain
constexpr float coded_status_threshold = 0.15F;  // where the frames say the same
constexpr float sure_status = 0.60F;             // that speaks louder than what the frames say
constexpr std::size_t most_events = 8;           // of one sentence

bool is_among_equals(EventType type) {
    return type == EventType::consult || type == EventType::agree || type == EventType::cooperate ||
           type == EventType::support || type == EventType::assault;
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
        const auto* coded = features.coded(token);
        if (coded != nullptr && coded->speaker_asks) {
            out.push_back(candidate(features, facts, token, coded->type, speaker_asks_probability));
            continue;
        }
        for (std::size_t label = 0; label < scores.size(); ++label) {
            const bool both = coded != nullptr && coded->type == trigger_types_[label];
            if (scores[label] < (both ? coded_threshold : trigger_threshold)) continue;
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

std::optional<Candidate> EventReader::likeliest(const SentenceFacts& facts) const {
    const EventFeatures features(facts);
    std::optional<Candidate> best;
    float most = 0;
    for (std::uint32_t token = 0; token < facts.clauses->words.size(); ++token) {
        if (!features.may_trigger(token)) continue;
        const auto scores = model_.triggers.probabilities(features.trigger(token));
        for (std::size_t label = 0; label < scores.size(); ++label) {
            if (scores[label] <= most) continue;
            most = scores[label];
            best = candidate(features, facts, token, trigger_types_[label], most);
        }
    }
    return best;
}

int EventReader::percent(const SentenceFacts& facts, std::uint32_t token, EventType type) const {
    const auto scores = model_.triggers.probabilities(EventFeatures(facts).trigger(token));
    const auto label = std::find(trigger_types_.begin(), trigger_types_.end(), type);
    if (label == trigger_types_.end()) return 0;
    return static_cast<int>(
        std::lround(scores[static_cast<std::size_t>(label - trigger_types_.begin())] * 100));
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
    const bool is_coded = coded != nullptr && coded->type == type;
    out.status = read_status(statuses, is_coded ? coded->status : Status::reported);
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

// Most events are plain, so the classifier leans towards that; the likeliest of the others needs less.
Status EventReader::read_status(const std::vector<float>& probabilities, Status coded) const {
    Status best = Status::reported;
    float most = status_threshold;
    for (std::size_t label = 0; label < probabilities.size(); ++label) {
        if (statuses_[label] != coded || coded == Status::reported) continue;
        if (probabilities[label] < coded_status_threshold) continue;
        best = coded;
        most = sure_status;
    }
    for (std::size_t label = 0; label < probabilities.size(); ++label) {
        if (statuses_[label] == Status::reported || probabilities[label] < most) continue;
        best = statuses_[label];
        most = probabilities[label];
    }
    return best;
}

void EventReader::fill_sides(Candidate& out, const EventFeatures& features,
                             const SentenceFacts& facts) const {
    const auto coded = std::make_pair(out.actor, out.recipient);
    const bool was_reciprocal = out.reciprocal;
    const auto& mentions = facts.clauses->mentions;
    const auto scores = role_scores(out, features, facts);
    out.actor = {};
    out.recipient = {};
    for (std::uint32_t m = 0; m < scores.size(); ++m) {
        const auto [acts, receives] = scores[m];
        if (std::max(acts, receives) < role_threshold) continue;
        auto& side = acts >= receives ? out.actor : out.recipient;
        side.mentions.push_back(m);
    }
    // Where the frames name who acts they are right more often.
    if (!coded.first.mentions.empty()) {
        out.actor = coded.first;
        if (!coded.second.mentions.empty() || was_reciprocal) out.recipient = coded.second;
    }
    const auto best_of = [&](auto score) {
        std::uint32_t best = 0;
        for (std::uint32_t m = 1; m < scores.size(); ++m)
            if (score(scores[m]) > score(scores[best])) best = m;
        return best;
    };
    const auto acts = [](const std::pair<float, float>& s) { return s.first; };
    const auto receives = [](const std::pair<float, float>& s) { return s.second; };
    if (out.actor.mentions.empty() && !scores.empty()) {
        const auto best = best_of(acts);
        if (scores[best].first > least_actor && scores[best].first > scores[best].second)
            out.actor.mentions.push_back(best);
    }
    const auto drop_those_who_act = [&] {
        std::erase_if(out.recipient.mentions, [&](std::uint32_t m) {
            return std::any_of(
                out.actor.mentions.begin(), out.actor.mentions.end(),
                [&](std::uint32_t other) { return mentions[other].actor == mentions[m].actor; });
        });
    };
    drop_those_who_act();
    const bool pair = out.actor.mentions.size() > 1 && is_among_equals(out.type);
    if (out.recipient.mentions.empty() && !scores.empty() && !pair && !was_reciprocal) {
        const auto best = best_of(receives);
        if (scores[best].second > least_recipient && scores[best].second > scores[best].first)
            out.recipient.mentions.push_back(best);
        drop_those_who_act();
    }
    out.reciprocal = out.recipient.mentions.empty() && out.actor.mentions.size() > 1 &&
                     (is_among_equals(out.type) || was_reciprocal);
}

std::vector<std::pair<float, float>> EventReader::role_scores(const Candidate& event,
                                                              const EventFeatures& features,
                                                              const SentenceFacts& facts) const {
    std::vector<std::pair<float, float>> scores;
    const auto& mentions = facts.clauses->mentions;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const bool may_act =
            facts.cast->actors[mentions[m].actor].type != ActorType::place && mentions[m].head != event.head;
        const auto score = may_act ? model_.roles.probabilities(features.role(event.head, event.type, m))
                                   : std::vector<float>{0.0F, 0.0F};
        scores.emplace_back(score[0], score[1]);
    }
    return scores;
}

}  // namespace entente::extract
