// entente import, entente ingest: event data sets, and what extractors found, into the graph.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> import_command();
// The short name of `import --format jsonl`.
std::unique_ptr<Command> ingest_command();

}  // namespace entente::cli
