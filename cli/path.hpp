// entente path: how two actors hang together.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> path_command();

}  // namespace entente::cli
