// entente actor: people decide who is who.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> actor_command();

}  // namespace entente::cli
