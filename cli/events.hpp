// entente events: what happened, in order of time.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> events_command();

}  // namespace entente::cli
