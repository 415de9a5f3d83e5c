// entente repair: what can be saved of a damaged store, in a new one.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> repair_command();

}  // namespace entente::cli
