// entente communities: who belongs together.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> communities_command();

}  // namespace entente::cli
