// entente components: what hangs together at all.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> components_command();

}  // namespace entente::cli
