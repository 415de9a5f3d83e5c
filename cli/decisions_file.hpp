// The file of people's decisions that goes with a store: STORE.decisions.jsonl beside it, unless another is
// named.
//
// It is the people's, the store only follows it: it can live in git, and whoever rebuilds the store has it
// replayed. What it holds: graph/decisions.hpp.
#pragma once

#include "graph/decisions.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace entente::cli {

// --decisions FILE.
struct DecisionsOption {
    std::string given;

    void declare(CLI::App& app);
    [[nodiscard]] std::filesystem::path file(const std::filesystem::path& store) const;
    // The text that a store shall follow, for graph::ResolveOptions; nullopt when there is no such file, so
    // that the store follows what it did. Throws when a file is named that is not there, when one cannot be
    // read, or when a line is no decision.
    [[nodiscard]] std::optional<std::string> text(const std::filesystem::path& store) const;
};

// Replaces the file whole. Throws when that fails.
void write_decisions(const std::filesystem::path& file, const std::string& text);

}  // namespace entente::cli
