// The trained event reader: from what grammar and frames say of a sentence to its events.
//
//     const EventReader reader(embedded_event_model());
//     for (const Candidate& candidate : reader.read(facts)) ...
//
// Four linear classifiers in a row: which tokens tell an event of which type, which mentions act and receive
// in it, how real it is said to be, and its mode. The frames of the predicate lexicon are among the features,
// so the reader learns where to trust them. Immutable; threads may share it. Total.
#pragma once

#include "extract/events/candidate.hpp"
#include "extract/events/event_features.hpp"
#include "extract/events/event_model.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace entente::extract {

class EventReader {
 public:
    explicit EventReader(EventModel model);

    // Of any token the likeliest event, however unlikely; of `token` and `type` how likely that is, in
    // percent.
    [[nodiscard]] std::optional<Candidate> likeliest(const SentenceFacts& facts) const;
    [[nodiscard]] int percent(const SentenceFacts& facts, std::uint32_t token, EventType type) const;
    // In order of their triggers.
    [[nodiscard]] std::vector<Candidate> read(const SentenceFacts& facts) const;

 private:
    [[nodiscard]] Candidate candidate(const EventFeatures& features, const SentenceFacts& facts,
                                      std::uint32_t token, EventType type, float probability) const;
    // `coded` is what the frames say.
    [[nodiscard]] Status read_status(const std::vector<float>& probabilities, Status coded) const;
    // By mention: how likely it acts, how likely it receives.
    [[nodiscard]] std::vector<std::pair<float, float>> role_scores(const Candidate& event,
                                                                   const EventFeatures& features,
                                                                   const SentenceFacts& facts) const;
    void fill_sides(Candidate& out, const EventFeatures& features, const SentenceFacts& facts) const;

    EventModel model_;
    std::vector<EventType> trigger_types_;  // by label of model_.triggers
    std::vector<Status> statuses_;          // by label of model_.statuses
};

}  // namespace entente::extract
