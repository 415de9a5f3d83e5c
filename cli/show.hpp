// entente show: all the graph knows of one actor.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> show_command();

}  // namespace entente::cli
