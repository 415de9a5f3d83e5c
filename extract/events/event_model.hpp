// The event reader's model as it lies in its file: four linear classifiers and their thresholds.
//
// `read_event_model` and `write_event_model` are inverse byte for byte; extract/models/FORMAT.md has the
// layout. Reading refuses with a ModelError that names the file: no event model, another version, damaged.
#pragma once

#include "extract/events/linear_classifier.hpp"
#include "extract/reading/model.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace entente::extract {

struct EventModel {
    std::string about;          // one line: what trained it, on what
    LinearClassifier triggers;  // labels: event types
    LinearClassifier roles;     // "actor", "recipient"
    LinearClassifier statuses;  // names of Status, "reported" first
    LinearClassifier modes;     // "ASSAULT/aerial", "ASSAULT/"
};

EventModel read_event_model(std::string_view bytes, const std::string& file_name);
EventModel load_event_model(const std::filesystem::path& file);
// The one compiled into the program (extract/models/events.model).
EventModel embedded_event_model();
std::string write_event_model(const EventModel& model);

}  // namespace entente::extract
