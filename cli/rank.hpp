// entente rank: who matters in the whole graph.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> rank_command();

}  // namespace entente::cli
