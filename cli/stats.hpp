// entente stats: what a graph holds, counted.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> stats_command();

}  // namespace entente::cli
