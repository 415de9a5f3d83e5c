// Rows of made up data sets, and how they come into a store.
#pragma once

#include "store/import.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace entente::store {

struct Line {
    std::string source;
    std::string target;
    graph::Date date;
    std::optional<graph::EventType> type;
    std::string id;
    std::uint32_t reports = 1;
};

inline ImportActorHandle actor(Import& import, const std::string& name) {
    if (name.empty()) return no_actor;
    const ImportActorHandle seen = import.actor(name);
    return seen != no_actor
               ? seen
               : import.add_actor(name, name, {.name = name, .type = {}, .country = {}, .sectors = {}});
}

inline ImportEventKind aid() {
    ImportEventKind kind;
    kind.type = graph::EventType::aid;
    return kind;
}

inline ImportSummary take(const std::filesystem::path& folder, const std::vector<Line>& lines,
                          const std::string& dataset = "wire", std::size_t memory_bytes = 1U << 20U,
                          std::size_t lines_in_file = 1000000) {
    Import import(folder, {.dataset = dataset, .format = "tsv", .memory_bytes = memory_bytes});
    std::uint32_t turn = 0;
    for (const Line& line : lines) {
        ImportEventKind kind;
        kind.type = line.type;
        kind.cameo = line.type ? "" : "010";
        ImportEvent event;
        event.source = actor(import, line.source);
        event.target = actor(import, line.target);
        event.date = line.date;
        event.kind = import.kind(kind);
        event.id = line.id;
        event.reports = line.reports;
        event.file = static_cast<std::uint32_t>(turn++ / lines_in_file);
        import.add(event);
    }
    return import.finish();
}

inline std::vector<Line> random_lines(std::uint64_t seed, std::size_t count, std::size_t actors = 40) {
    std::mt19937_64 random(seed);
    std::vector<Line> lines;
    for (std::size_t i = 0; i < count; ++i) {
        Line line;
        const auto name = [&] {
            return "Actor " + std::to_string(std::min(random() % actors, random() % actors));
        };
        if (random() % 12 != 0) line.source = name();
        if (random() % 12 != 0 || line.source.empty()) line.target = name();
        if (random() % 15 != 0) {
            line.date = {static_cast<std::int16_t>(2000 + random() % 3),
                         static_cast<std::uint8_t>(random() % 13), 0};
            if (line.date.month != 0) line.date.day = static_cast<std::uint8_t>(random() % 29);
        }
        if (random() % 10 != 0) line.type = static_cast<graph::EventType>(random() % 16);
        line.id = "row " + std::to_string(i);
        line.reports = 1 + static_cast<std::uint32_t>(random() % 3);
        lines.push_back(line);
    }
    return lines;
}

}  // namespace entente::store
