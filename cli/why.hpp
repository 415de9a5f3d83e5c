// entente why: the sentences behind an event or a relation.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> why_command();

}  // namespace entente::cli
