// entente actors: who is in the graph, listed or searched.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> actors_command();

}  // namespace entente::cli
