// What the event reader looks at: features of a token as a trigger, of a mention as a role, of a trigger's
// status and mode. Written once, for training and use.
//
// Borrows the facts of one sentence. Total. Keys are FNV-1a hashes of the feature's name and values; a change
// here asks for a new model (`event_feature_version`).
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/events/candidate.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/frame_matcher.hpp"
#include "extract/events/linear_classifier.hpp"
#include "extract/events/noun_phrases.hpp"
#include "extract/events/time_finder.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

inline constexpr std::uint32_t event_feature_version = 1;

// What the grammar and the frames say of a sentence before the reader decides.
struct SentenceFacts {
    const Sentence* sentence = nullptr;
    const Cast* cast = nullptr;
    const PredicateLexicon* lexicon = nullptr;
    const Clauses* clauses = nullptr;
    std::span<const FrameMatch> predicate_matches;  // by predicate
    std::span<const FrameMatch> noun_matches;       // by token
    const std::vector<bool>* swallowed = nullptr;   // by token
    std::span<const TimeExpression> times;
    std::span<const Candidate> coded;  // by the frames
};

// Of one sentence; remembers what it worked out of a token, so it is not for several threads at once.
class EventFeatures {
 public:
    explicit EventFeatures(const SentenceFacts& facts);

    // May the token tell an event? Words of content outside names may.
    [[nodiscard]] bool may_trigger(std::uint32_t token) const;
    [[nodiscard]] FeatureKeys trigger(std::uint32_t token) const;
    // `mention` is an index into Clauses::mentions.
    [[nodiscard]] FeatureKeys role(std::uint32_t token, EventType type, std::uint32_t mention) const;
    [[nodiscard]] FeatureKeys status(std::uint32_t token, EventType type) const;
    [[nodiscard]] FeatureKeys mode(std::uint32_t token, EventType type) const;

    // What the frames coded on this token; nullptr for nothing.
    [[nodiscard]] const Candidate* coded(std::uint32_t token) const;

 private:
    [[nodiscard]] std::string lemma(std::uint32_t token) const;
    [[nodiscard]] std::string kind_of(
        std::uint32_t token) const;  // of the mention it is in: "MIL", "country"
    [[nodiscard]] std::string kind_of_mention(std::uint32_t mention) const;
    [[nodiscard]] const Frame* frame_at(std::uint32_t token) const;
    [[nodiscard]] std::vector<std::string> slots_of(std::uint32_t token, std::uint32_t mention) const;
    [[nodiscard]] const NounArguments& around(std::uint32_t token) const;
    [[nodiscard]] std::string path(std::uint32_t from, std::uint32_t to) const;

    const SentenceFacts& facts_;
    std::vector<std::int32_t> predicate_at_;                // by token
    mutable std::uint32_t around_of_ = SentenceTree::none;  // the token that around_ is of
    mutable NounArguments around_;
    std::vector<std::vector<std::string>> lexical_types_;  // by token: what its lemma may code at all
};

}  // namespace entente::extract
