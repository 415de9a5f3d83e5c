// Teaches the event reader from labelled sentences (extract/train/events/README.md tells their fields).
#pragma once

#include "extract/events/event_model.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace entente::extract::train {

struct LabelledEvent {
    EventType type = EventType::consult;
    std::string mode;
    Status status = Status::reported;
    ByteSpan trigger;
    std::vector<ByteSpan> actors;
    std::vector<ByteSpan> recipients;
};

struct LabelledSentence {
    std::string id;
    std::string text;
    Date date;
    std::vector<LabelledEvent> events;
};

// Reads every .jsonl of a folder, in order of their names. Throws std::runtime_error with file, line and
// what.
std::vector<LabelledSentence> load_labelled(const std::filesystem::path& folder);

// One sentence in ten is kept for scoring: those whose number in the id divides by ten.
bool is_kept_for_scoring(const LabelledSentence& sentence);

struct TeachingTools {
    std::filesystem::path reading_model;  // empty: where find_model() finds it
    std::filesystem::path lexicons;       // empty: those of the program
    bool keep_tenth = true;               // leave the tenth for scoring out
    std::uint64_t seed = 1;
};

// `log` is told how far it is.
EventModel teach_events(const std::vector<LabelledSentence>& sentences, const TeachingTools& tools,
                        std::ostream& log);

}  // namespace entente::extract::train
