// entente neighbors: whom an actor deals with, and how.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> neighbors_command();

}  // namespace entente::cli
