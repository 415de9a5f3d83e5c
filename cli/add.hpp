// entente add: articles into the graph on disk.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> add_command();

}  // namespace entente::cli
