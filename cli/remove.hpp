// entente remove: articles out of the graph, with all that only they said.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> remove_command();

}  // namespace entente::cli
